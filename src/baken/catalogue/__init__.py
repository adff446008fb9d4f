# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is measured and by which rules, as data files with a typed loader.

Definitions live in ``data/<country>/``; what belongs to one municipality lives in
``data/<country>/municipalities/<code>/``. Code here reads and checks; it computes nothing.
"""
