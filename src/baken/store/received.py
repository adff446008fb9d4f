# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What came in from a publisher or an own hand: which bytes, from where, when, under which licence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from baken.model.errors import StoreError
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.store.blobs import Blobs
from baken.store.files import write_whole
from baken.store.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One reply as it came in. ``sha256`` leads to its bytes."""

    name: str
    address: str
    sha256: str
    size: int
    status: int
    content_type: str
    received: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One snapshot: its parts and all that is known of where they came from. It never changes.

    ``asked`` says in one text what was wanted, so that two of the same question can be compared;
    ``modified`` is the publisher's own stamp and ``classification`` the division of areas used.
    """

    id: str
    source: str
    table: str
    title: Text
    publisher: str
    licence: str
    note: Text
    taken: date
    received: datetime
    base: str
    asked: str
    modified: str = ""
    classification: str = ""
    parts: tuple[Part, ...] = ()
    rows: int = 0
    unmapped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    invented: bool = False
    replaces: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """One checksum for all parts: equal if every byte is."""
        return sha256("".join(f"{part.name} {part.sha256}\n" for part in self.parts).encode()).hexdigest()

    @property
    def size(self) -> int:
        """Bytes received."""
        return sum(part.size for part in self.parts)

    def as_snapshot(self) -> Snapshot:
        """As the picture knows it, still without observations."""
        return Snapshot(
            source=self.source,
            table=self.table,
            title=self.title,
            publisher=self.publisher,
            licence=self.licence,
            taken=self.taken,
            sha256=self.digest,
            note=self.note,
            invented=self.invented,
            label=self.id,
            replaces=self.replaces,
        )


class HeldParts:
    """The parts of a snapshot, each read when it is asked for."""

    def __init__(self, blobs: Blobs, parts: tuple[Part, ...], *, known: bool = False) -> None:
        """Know where they are; read none of them yet. ``known``: they came in a moment ago."""
        self._blobs, self._known = blobs, known
        self._digests = {part.name: part.sha256 for part in parts}

    def names(self, start: str = "") -> list[str]:
        """The names that begin with a text, sorted."""
        return sorted(name for name in self._digests if name.startswith(start))

    def __getitem__(self, name: str) -> bytes:
        return self._blobs.get(self._digests[name], known=self._known)

    def __contains__(self, name: object) -> bool:
        return name in self._digests


def keep(workspace: Workspace, received: Received) -> None:
    """Write down what came in, once the bytes that it names outlive a failure of the power."""
    os.sync()
    write_whole(_path(workspace, received.id), msgspec.json.format(msgspec.json.encode(received), indent=1))


def find(workspace: Workspace, name: str) -> Received:
    """A snapshot by its id.

    Raises:
        StoreError: it is not held or cannot be read.

    """
    path = _path(workspace, name)
    try:
        return msgspec.json.decode(path.read_bytes(), type=Received)
    except (OSError, msgspec.MsgspecError) as error:
        raise StoreError(
            f"the snapshot {name} cannot be read.", where=str(path), do="Restore it from a back-up."
        ) from error


def parts_of(workspace: Workspace, received: Received) -> HeldParts:
    """The bytes of a snapshot."""
    return HeldParts(Blobs(workspace.blobs), received.parts)


def newest(workspace: Workspace, names: tuple[str, ...], source: str, asked: str = "") -> Received | None:
    """The last snapshot of a source among those that count, or the last that answers one question."""
    return next(all_of(workspace, names, source, asked), None)


def all_of(workspace: Workspace, names: tuple[str, ...], source: str, asked: str = "") -> Iterator[Received]:
    """The snapshots of a source, newest first."""
    for name in reversed(names):
        if name.startswith(f"{source}/"):
            found = find(workspace, name)
            if not asked or found.asked == asked:
                yield found


def named(received: Received, taken_names: tuple[str, ...]) -> Received:
    """The same with an id that no other snapshot has: a second one of the same day is called ``.2``."""
    table = "-".join(received.table.replace("/", " ").split())
    first = f"{received.source}/{table}@{received.taken.isoformat()}"
    name, number = first, 1
    while name in taken_names:
        number += 1
        name = f"{first}.{number}"
    return replace(received, id=name)


def _path(workspace: Workspace, name: str) -> Path:
    source, _, rest = name.partition("/")
    return workspace.snapshots / source / f"{rest}.json"
