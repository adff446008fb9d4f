# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Additive rounding of small counts: one protected cube, and everything published is a sum of it."""
