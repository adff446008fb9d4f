# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in an output, as text, whatever its form: for all who look whether something may leave."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from baken.model.errors import PublicationError
from baken.publications.cards.words import words_in

# Style sheets say nothing to a reader, certificates hold whole numbers, and other pictures than PNG come from
# templates of a municipality only.
_SILENT = (".css", ".npz", ".jpg", ".jpeg", ".gif")
_MARKED_UP = (".xml", ".rels")
Read = Iterator[tuple[str, str]]


class _DamagedError(Exception):
    """A document that its reader cannot open."""


def texts_of(path: str, content: bytes) -> Read:
    """The texts in an output, each with its name: the output itself, or a part of it.

    Raises:
        PublicationError: the output cannot be read, so nobody can say what stands in it.

    """
    ending = PurePosixPath(path).suffix
    if ending in _SILENT:
        return
    try:
        yield from _READERS.get(ending, _plain)(path, content)
    except (UnicodeDecodeError, BadZipFile, _DamagedError) as error:
        raise PublicationError(
            f"{path} cannot be read, so nobody can say what stands in it.", do="Nothing was published."
        ) from error


def _plain(path: str, content: bytes) -> Read:
    yield path, content.decode("utf-8")


def _pdf(path: str, content: bytes) -> Read:
    """The text of all pages, and what the document says of itself."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - most editions are looked at without one

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _DamagedError from error
    try:
        said = " ".join(document.get_metadata_dict().values())
        pages = [one.get_textpage().get_text_range() for one in document]
    finally:
        document.close()
    # A word that was broken at the end of a line is whole again.
    yield path, "\n".join([said, *pages]).replace("\ufffe", "").replace("\r\n", "\n")


def _png(path: str, content: bytes) -> Read:
    """What a picture says of itself; one of Baken says there what stands in it."""
    said = "\n".join(text for _, text in words_in(content))
    if said:
        yield path, said


def _package(path: str, content: bytes) -> Read:
    """Every part of a document of an office suite, documents inside it too."""
    with ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = f"{path}/{name}"
            ending = PurePosixPath(name).suffix
            if ending in _MARKED_UP:
                # Relations are marked up too, whatever their names say.
                yield part.removesuffix(".xml") + ".xml", package.read(name).decode("utf-8")
            elif not name.endswith("/"):
                yield from texts_of(part, package.read(name))


def _parquet(path: str, content: bytes) -> Read:
    """The columns and the rows of a table for machines."""
    import duckdb  # noqa: PLC0415 - most outputs are text

    with TemporaryDirectory(prefix="baken-") as place:
        file = Path(place) / "table.parquet"
        file.write_bytes(content)
        try:
            found = duckdb.read_parquet(str(file))
            rows = [found.columns, *found.fetchall()]
        except duckdb.Error as error:
            raise _DamagedError from error
    text = io.StringIO()
    csv.writer(text).writerows([_as_text(cell) for cell in row] for row in rows)
    yield path, text.getvalue()


def _as_text(cell: object) -> str:
    """A cell as tables print it: a number without needless zeros."""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return "" if cell is None else str(cell)


_READERS: dict[str, Callable[[str, bytes], Read]] = {
    ".parquet": _parquet,
    ".pdf": _pdf,
    ".png": _png,
    ".docx": _package,
    ".pptx": _package,
    ".xlsx": _package,
}
