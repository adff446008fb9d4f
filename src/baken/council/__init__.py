# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What councils do, without a database: votes, decisions, programmes, loose dates and citations.

Everything here reads one string, the whole text of a document, and gives typed records with the place
where they stand. Import from the file: ``from baken.council.roll_call import read_votes``.
"""
