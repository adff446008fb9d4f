# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The book as a PDF that screen readers can follow and archives can keep."""
