# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How publishers are asked: one module for each protocol, shared by all sources that speak it."""
