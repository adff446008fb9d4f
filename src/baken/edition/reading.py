# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in an output, as text, whatever its form: for all who look whether something may leave."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from baken.model.errors import PublicationError

# Style sheets say nothing to a reader, certificates hold whole numbers alone, and fonts hold letters.
_SILENT = (".css", ".npz")
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


_READERS: dict[str, Callable[[str, bytes], Read]] = {
    ".pdf": _pdf,
    ".docx": _package,
    ".pptx": _package,
    ".xlsx": _package,
}
