# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The file in an edition with what people decided about it, so that it can be made again from itself."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec

from baken.edition.manifest import Manifest
from baken.model.editorial import Editorial
from baken.model.errors import InputError

NAME = "editorial.json"
FORMAT = "baken-editorial"


class _File(msgspec.Struct, frozen=True, kw_only=True):
    editorial: Editorial
    format: str = FORMAT


def to_json(editorial: Editorial) -> bytes:
    """The decisions as JSON; the same for the same decisions."""
    file = _File(editorial=editorial)
    return msgspec.json.format(msgspec.json.encode(file, order="sorted"), indent=1) + b"\n"


def from_json(data: bytes) -> Editorial:
    """Decisions as ``to_json`` writes them.

    Raises:
        InputError: it is something else, or a decision in it is refused.

    """
    try:
        found = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"these are no decisions about an edition: {error}.", where=NAME) from error
    if found.format != FORMAT:
        raise InputError(f"it says '{found.format}'.", where=NAME, do="Build the edition again.")
    return found.editorial


def editorial_of(edition: Path, manifest: Manifest) -> Editorial | None:
    """What was decided about an edition that stands in a directory; nothing for one without decisions.

    Raises:
        InputError: the file is gone, or is not what it was when the edition was built.

    """
    if NAME not in manifest.files:
        return None
    path = edition / NAME
    data = path.read_bytes() if path.is_file() else b""
    if sha256(data).hexdigest() != manifest.files[NAME]:
        raise InputError("this is not what it was when the edition was built.", where=NAME)
    return from_json(data)
