# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking the bytes of a file, once it is sure that it is of a kind that can be read."""

from __future__ import annotations

import stat
from enum import Enum
from pathlib import Path

from baken.catalogue.files import where
from baken.documents.archive import protected
from baken.model.errors import InputError

LARGEST_DOCUMENT = 50 * 2**20
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Kind(Enum):
    """The kinds of files that can be read, each with what a person calls it and how to save one."""

    TEXT = "plain text", ".txt"
    MARKDOWN = "Markdown text", ".md"
    WORD = "Word document", ".docx"
    SLIDES = "PowerPoint presentation", ".pptx"
    PDF = "PDF", ".pdf"
    OPEN_TEXT = "OpenDocument text", ".odt"
    OPEN_SLIDES = "OpenDocument presentation", ".odp"


_KINDS = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), Kind.WORD),
    **dict.fromkeys((".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"), Kind.SLIDES),
    ".pdf": Kind.PDF,
    ".odt": Kind.OPEN_TEXT,
    ".ott": Kind.OPEN_TEXT,
    ".odp": Kind.OPEN_SLIDES,
    ".otp": Kind.OPEN_SLIDES,
}
_SAVE_AS = {
    **dict.fromkeys((".doc", ".dot", ".rtf", ".wpd", ".pages", ".wps"), ".docx"),
    **dict.fromkeys((".ppt", ".pps", ".pot", ".key"), ".pptx"),
    **dict.fromkeys((".html", ".htm", ".tex", ".rst", ".eml", ".msg", ".epub"), ".docx or .txt"),
}


def kind_of(path: Path) -> Kind:
    """What the name says that a file is.

    Raises:
        InputError: it is of a kind that is not read.

    """
    ending = path.suffix.casefold()
    if ending in _KINDS:
        return _KINDS[ending]
    _seen(path)
    if ending in _SAVE_AS:
        raise InputError(
            f"{ending} files are not read.",
            where=where(path),
            do=f"Open it, and save it as {_SAVE_AS[ending]}.",
        )
    raise InputError(
        f"{ending or 'files without an ending'} cannot be read as a document.",
        where=where(path),
        do="Give a .docx, .pptx, .pdf, .odt, .odp, .md or .txt file.",
    )


def source_bytes(path: Path, kind: Kind) -> bytes:
    """The bytes of a file that begins as files of its kind do.

    Raises:
        InputError: the file is not there, cannot be read, is a folder, empty, too large, protected with a
            password, or of another kind than its name says.

    """
    size = _seen(path)
    if size > LARGEST_DOCUMENT:
        raise InputError(
            f"the file is larger than {LARGEST_DOCUMENT // 2**20} MiB.",
            where=where(path),
            do="Make its pictures smaller, or split it.",
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    if not data.strip():
        raise InputError("the file is empty.", where=where(path), do="Give the file that holds the words.")
    _check_start(path, kind, data)
    return data


def _seen(path: Path) -> int:
    try:
        seen = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if not stat.S_ISREG(seen.st_mode):
        raise InputError(
            "this is a folder, a pipe or a device.", where=where(path), do="Give an ordinary file."
        )
    return seen.st_size


def _unreadable(path: Path, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("there is no such file.", where=where(path), do="Check the name and the folder.")
    why = getattr(error, "strerror", None) or "its name is not one of a file"
    return InputError(f"the file cannot be read ({why}).", where=where(path))


def _check_start(path: Path, kind: Kind, data: bytes) -> None:
    if kind in (Kind.TEXT, Kind.MARKDOWN):
        return
    name, ending = kind.value
    if data.startswith(_OLD_CONTAINER):
        if _ENCRYPTED in data:
            raise protected(path)
        raise InputError(
            f"this is a file of an old kind (before 2007) under the name of a {name}.",
            where=where(path),
            do=f"Open it, and save it as {ending}.",
        )
    good = b"%PDF-" in data[:1024] if kind is Kind.PDF else data.startswith(b"PK")
    if not good:
        raise not_of_kind(path, kind)


def not_of_kind(path: Path, kind: Kind) -> InputError:
    """The refusal of a file that holds something else than its name says."""
    name, ending = kind.value
    return InputError(
        f"this is not {'an' if name[0] == 'O' else 'a'} {name}, or it is damaged.",
        where=where(path),
        do=f"Save it again as {ending}.",
    )
