# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The safety analysis as a book: chapters of plain blocks, which each form sets in its own way."""
