# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Statistical disclosure control: what may be published of small counts, and attackers that try to undo it.

Nothing here knows municipalities, files or the store. Tables come in as arrays; earlier decisions are passed
in and given back.
"""
