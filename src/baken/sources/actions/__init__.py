# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the sheet on which people keep their actions: every text as it was typed, and nothing half used.

``layout`` says which columns there are; ``baken.publications.workbook.actions`` writes the same columns.
"""
