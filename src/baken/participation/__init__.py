# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who took part: contributions to programmes, what the factions of the council answered and asked, and what
was done with it.
"""
