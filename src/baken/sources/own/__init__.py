# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables from a municipality's own hand: read by a mapping that a person checked, or in the strict layout.

A mapping says what each column, label and mark of a file means. Nothing is guessed while reading; guessing
is what ``suggestion`` does, and a person fills in and checks what it writes.
"""

from baken.sources.own.mapping import Columns, Fixed, Mapping, load_mapping
from baken.sources.own.reading import OwnReading, read_own
from baken.sources.own.suggestion import Suggestion, suggest
from baken.sources.own.written import write_mapping

__all__ = [
    "Columns",
    "Fixed",
    "Mapping",
    "OwnReading",
    "Suggestion",
    "load_mapping",
    "read_own",
    "suggest",
    "write_mapping",
]
