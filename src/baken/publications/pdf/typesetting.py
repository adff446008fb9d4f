# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Setting a book as PDF/UA-1 and PDF/A-2a. The same book gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from baken.publications.book.model import Book
from baken.publications.pdf.content import content_of
from baken.publications.pdf.finish import finished

_LAYOUT = Path(__file__).parent / "book.typ"
_STANDARDS: Any = ["ua-1", "a-2a"]
_FACES = ("Regular", "Bold", "It", "BoldIt")


def pdf_of(book: Book) -> bytes:
    """The book as PDF, tagged, with its own fonts and no font of the machine."""
    import typst  # noqa: PLC0415 - a large library that few commands need

    noon = datetime(book.day.year, book.day.month, book.day.day, 12, tzinfo=UTC)
    with _fonts() as fonts:
        # Several files are given as one dictionary; the types of the library do not say so yet.
        project: Any = {"main": _LAYOUT.read_bytes(), **content_of(book)}
        made: bytes = typst.compile(
            project,
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=int(noon.timestamp()),
            font_paths=[fonts],
            ignore_system_fonts=True,
        )
    return finished(made)


@contextmanager
def _fonts() -> Iterator[str]:
    """A folder with each face once: the package holds every face in two formats, in no certain order."""
    held = files("font_source_sans_pro") / "files"
    with TemporaryDirectory(prefix="baken-fonts-") as place:
        for face in _FACES:
            name = f"SourceSansPro-{face}.ttf"
            (Path(place) / name).write_bytes((held / name).read_bytes())
        yield place
