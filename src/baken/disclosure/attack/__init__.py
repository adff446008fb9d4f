# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Attackers: what can be found out about the cells that nobody may learn, and how."""
