# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Replies that were recorded, and how they lie in a folder.

    index.json                         a list of {host, path, query, status, content_type, file}
    <host>/<checksum>.json             the body of one reply, byte for byte

The checksum is the SHA-256 of the path, a question mark and the query as ``plain_query`` writes it. The names
end in .json whatever the body is. A reply is found again by host, path and query, in whatever order and
encoding the parameters come.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode

import msgspec

from baken.catalogue.files import read_bytes, where
from baken.model.errors import InputError
from baken.replay.messages import Reply, Request

INDEX = "index.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One reply as it came in; ``file`` is where its body lies, seen from the folder."""

    host: str
    path: str
    query: str = ""
    status: int = 200
    content_type: str = "application/json"
    file: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is found by."""
        return self.host, self.path, plain_query(self.query)


def plain_query(query: str) -> str:
    """The parameters of a query in the order of their names, encoded one way."""
    return urlencode(sorted(parse_qsl(query, keep_blank_values=True)), quote_via=quote, safe="$,'()")


def write_recordings(folder: Path, replies: Mapping[Recording, bytes]) -> None:
    """Write replies into a folder; one that was recorded before is replaced, and others stay."""
    listed = {one.key: one for one in read_index(folder)} if (folder / INDEX).is_file() else {}
    for one, body in replies.items():
        digest = sha256(f"{one.path}?{plain_query(one.query)}".encode()).hexdigest()
        file = f"{one.host}/{digest}.json"
        (folder / one.host).mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(body)
        listed[one.key] = Recording(**{**asdict(one), "file": file})
    items = [asdict(listed[key]) for key in sorted(listed)]
    (folder / INDEX).write_text(json.dumps(items, indent=1, ensure_ascii=False) + "\n", "utf-8")


def read_index(folder: Path) -> list[Recording]:
    """What was recorded.

    Raises:
        InputError: there is no index, or it is not one, or it names a file outside the folder.

    """
    path = folder / INDEX
    try:
        found = msgspec.json.decode(read_bytes(path), type=list[Recording])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not a list of recorded replies: {error}.", where=where(path)) from error
    root = folder.resolve()
    for one in found:
        if not (root / one.file).resolve().is_relative_to(root):
            raise InputError(f"'{one.file}' lies outside the folder.", where=where(path))
    return found


class Recorded:
    """The replies of a folder, for whoever asks what was asked then."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found = {one.key: one for one in read_index(folder)}

    def serves(self) -> list[str]:
        """The addresses."""
        return [f"{host}{path}" + (f"?{query}" if query else "") for host, path, query in self._found]

    def answer(self, request: Request) -> Reply | None:
        """The recorded reply, as it came in."""
        one = self._found.get((request.host, request.path, plain_query(request.query)))
        if one is None:
            return None
        return Reply(
            status=one.status, content_type=one.content_type, body=(read_bytes(self._folder / one.file),)
        )
