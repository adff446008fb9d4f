# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An edition as a spreadsheet: sheets for people, and all figures in the layout that Baken reads back."""
