# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of the cycle from its records: reports, plans, programmes, evaluations and proposals.

What lives here: reading records into the plain types that the papers are made from, holding texts against the
figures, and freezing. How a paper looks stands in ``baken.publications.word``.
"""
