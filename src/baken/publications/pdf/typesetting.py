# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Setting a book as PDF/UA-1 and PDF/A-2a. The same book gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from baken.publications.book.model import Book
from baken.publications.fonts import own_fonts
from baken.publications.pdf.content import content_of
from baken.publications.pdf.finish import finished

_LAYOUT = Path(__file__).parent / "book.typ"
_STANDARDS: Any = ["ua-1", "a-2a"]


def pdf_of(book: Book, layout: Path = _LAYOUT, width: int = 640) -> bytes:
    """The book as PDF, tagged, with its own fonts and no font of the machine.

    Args:
        book: what is set.
        layout: how it looks; a file that reads ``book.json``.
        width: of a chart in pixels before it is scaled: the narrower, the larger its letters.

    """
    import typst  # noqa: PLC0415 - a large library that few commands need

    noon = datetime(book.day.year, book.day.month, book.day.day, 12, tzinfo=UTC)
    with own_fonts() as fonts:
        # Several files are given as one dictionary; the types of the library do not say so yet.
        project: Any = {"main": layout.read_bytes(), **content_of(book, width)}
        made: bytes = typst.compile(
            project,
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=int(noon.timestamp()),
            font_paths=[fonts],
            ignore_system_fonts=True,
        )
    return finished(made)
