# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The safety picture: figures with their certainty, changes, comparisons, caveats and sentences.

It works on what is held and defined; it knows no layout and no database.
"""
