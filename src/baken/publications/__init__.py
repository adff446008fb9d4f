# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One picture, many forms: charts and maps, open data, later PDF, slides, Word.

No new figures and no Django here.
"""
