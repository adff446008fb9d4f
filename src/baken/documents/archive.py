# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a packed workbook without being flooded: every part is unpacked under a limit, and checked.

What comes out is all that is read further: parts that hold no cells, such as pictures and macros, stay
behind, and nothing is ever run.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from baken.catalogue.files import LARGEST, where
from baken.model.errors import InputError

MOST_UNPACKED = 10 * LARGEST
_MOST_PARTS = 2000
_WANTED = (".xml", ".rels", "mimetype")
_KNOWN_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def unpack(path: Path, data: bytes) -> dict[str, bytes]:
    """The parts of a workbook that describe cells, by name.

    Raises:
        InputError: damaged, protected with a password, or larger inside than any table is.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wanted = _checked(path, archive)
            return {one.filename: _read(path, archive, one) for one in wanted}
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError),
        *(NotImplementedError, RuntimeError, OverflowError, UnicodeError),
    ) as error:
        raise InputError(
            "the file is damaged: it cannot be unpacked.", where=where(path), do="Save it again."
        ) from error


def _checked(path: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    parts = archive.infolist()
    if any(one.flag_bits & 1 for one in parts):
        raise protected(path)
    names = [one.filename.casefold() for one in parts]
    if len(set(names)) < len(names):
        raise InputError("the file is damaged: a part of it stands there twice.", where=where(path))
    wanted = [one for one in parts if one.filename.casefold().endswith(_WANTED)]
    if len(parts) > _MOST_PARTS or sum(one.file_size for one in wanted) > MOST_UNPACKED:
        raise InputError(
            f"unpacked, the file is larger than {MOST_UNPACKED // 2**20} MiB.",
            where=where(path),
            do="Give only the sheet with the figures.",
        )
    return wanted


def _read(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """One part, never more of it than the file says that there is; its checksum is held against it."""
    if part.compress_type not in _KNOWN_PACKING:
        raise InputError("a part of the file is packed in an unknown way.", where=where(path))
    with archive.open(part) as stream:
        return stream.read()


def repack(parts: dict[str, bytes]) -> io.BytesIO:
    """The same parts as a workbook that holds nothing else, so that nothing is read that was not checked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    packed.seek(0)
    return packed


def protected(path: Path) -> InputError:
    """The refusal of a file that opens only with a password."""
    return InputError(
        "the file is protected with a password.", where=where(path), do="Save a copy without a password."
    )
