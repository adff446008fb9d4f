# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was made public of the policy cycle, one snapshot after the other: dated, whole, and never changed.

Each is a file ``cycle/<area>/<day>-<number>-<SHA-256 of its bytes>.json`` in the workspace. All that
stands in it is public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec

from baken.model.errors import InputError
from baken.model.public_cycle import CycleSnapshot, PublicCycle
from baken.store.files import write_whole
from baken.store.workspace import Workspace

FORM = "baken policy cycle 1"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-([1-9]\d*)-([0-9a-f]{64})")
_DO = "Put it back from a back-up, or take the file away and make the cycle public again at the desk."


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """What stands in a file."""

    cycle: PublicCycle
    form: str = FORM


def packed(cycle: PublicCycle) -> bytes:
    """The bytes of a snapshot: JSON with sorted keys; the same for the same contents."""
    return msgspec.json.format(msgspec.json.encode(_File(cycle=cycle), order="sorted"), indent=1) + b"\n"


def unpacked(data: bytes, number: int, where: str) -> CycleSnapshot:
    """A snapshot from its bytes.

    Args:
        data: what ``packed`` wrote.
        number: which of its day it is.
        where: what to name when it is something else.

    Raises:
        InputError: these bytes are no snapshot.

    """
    try:
        found = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"this snapshot cannot be read: {error}.", where=where, do=_DO) from error
    if found.form != FORM:
        raise InputError(f"this is no snapshot of the policy cycle: '{found.form}'.", where=where, do=_DO)
    return CycleSnapshot(found.cycle, number, data)


class CycleSnapshots:
    """The snapshots of one municipality in a workspace."""

    def __init__(self, workspace: Workspace, area: str) -> None:
        self._area = area
        self._folder = workspace.root / "cycle" / area

    def keep(self, cycle: PublicCycle) -> CycleSnapshot:
        """Keep what is made public, as the last one of its day; what is the last one already is kept once.

        Raises:
            InputError: a snapshot that is kept is damaged.
            OSError: it cannot be written.

        """
        last = self.newest(cycle.on)
        data = packed(cycle)
        if last is not None and last.data == data:
            return last
        number = last.number + 1 if last is not None and last.told.on == cycle.on else 1
        path = self._folder / f"{cycle.on.isoformat()}-{number}-{sha256(data).hexdigest()}.json"
        write_whole(path, data)
        return CycleSnapshot(cycle, number, data)

    def newest(self, on: date) -> CycleSnapshot | None:
        """The newest snapshot that is not later than a day; None where nothing was public yet.

        Raises:
            InputError: it is damaged; names the file.

        """
        found = [one for one in self._files() if one[0] <= on]
        return self._read(*max(found)) if found else None

    def last(self, on: date) -> str:
        """The checksum of the newest snapshot, without reading it; empty where nothing was public yet.

        Raises:
            InputError: something else stands among the snapshots; names it.

        """
        found = [one for one in self._files() if one[0] <= on]
        return max(found)[2] if found else ""

    def named(self, digest: str) -> CycleSnapshot | None:
        """The snapshot with this checksum, or nothing where it is not held.

        Raises:
            InputError: it is damaged; names the file.

        """
        return next((self._read(*one) for one in sorted(self._files()) if one[2] == digest), None)

    def _files(self) -> Iterator[tuple[date, int, str, Path]]:
        if not self._folder.is_dir():
            return
        for path in self._folder.glob("*.json"):
            if path.name.startswith("."):
                # Half of a file that was being written when the power failed.
                continue
            found = _NAME.fullmatch(path.stem)
            try:
                day = date.fromisoformat(found[1]) if found else None
            except ValueError:
                day = None
            if found is None or day is None:
                raise InputError("this is no snapshot of the policy cycle.", where=str(path), do=_DO)
            yield day, int(found[2]), found[3], path

    def _read(self, day: date, number: int, digest: str, path: Path) -> CycleSnapshot:
        data = path.read_bytes()
        if sha256(data).hexdigest() != digest:
            raise InputError("this is not what was made public: it was changed.", where=str(path), do=_DO)
        found = unpacked(data, number, str(path))
        if (found.told.area, found.told.on) != (self._area, day):
            raise InputError(
                f"this is of {found.told.area} on {found.told.on}, not of {self._area} on {day}.",
                where=str(path),
                do=_DO,
            )
        return found
