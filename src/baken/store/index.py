# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The index of all observations: which files are in force, and how far the dictionaries reach.

It is the one thing that changes. A writer prepares new files beside the old ones and then puts a new index
in place in one step; a reader that holds the old index still finds the old files.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from baken.model.errors import StoreError
from baken.store.files import write_whole
from baken.store.layout import File

FORMAT = 1
NAME = "index.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFiles:
    """The files of one source and year, below the folder of observations."""

    current: File | None = None
    history: File | None = None
    rows: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files that are there."""
        return tuple(file.name for file in (self.current, self.history) if file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """How many texts of a dictionary count, and the checksum of these."""

    count: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Snapshots in the order in which they came (a place is a number), and files by source and year."""

    format: int = FORMAT
    generation: int = 0
    areas: Dictionary = Dictionary()
    measures: Dictionary = Dictionary()
    snapshots: tuple[str, ...] = ()
    files: dict[str, dict[int, YearFiles]] = field(default_factory=dict)
    before: tuple[str, ...] = ()

    @property
    def names(self) -> set[str]:
        """All files in force."""
        return {name for years in self.files.values() for year in years.values() for name in year.names}

    def after(self, **changes: object) -> Index:
        """The index that follows this one; it remembers the files that were in force before it."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        return replace(changed, generation=self.generation + 1, before=tuple(sorted(self.names)))


def read_index(folder: Path) -> Index:
    """The index in force; an empty one where nothing has been written yet.

    Raises:
        StoreError: it cannot be read, or was made by a newer version.

    """
    path = folder / NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Index()
    except OSError as error:
        raise _unreadable(path) from error
    try:
        says = msgspec.json.decode(data)
        if says["format"] != FORMAT:
            age = "a newer" if says["format"] > FORMAT else "an older"
            raise StoreError(
                f"the observations were written by {age} version of Baken (format {says['format']}).",
                where=str(path),
                do="Use that version, or another workspace.",
            )
        return msgspec.convert(says, Index, strict=False)
    except (msgspec.MsgspecError, KeyError, TypeError) as error:
        raise _unreadable(path) from error


def write_index(folder: Path, index: Index) -> None:
    """Put an index in force, in one step."""
    write_whole(folder / NAME, msgspec.json.format(msgspec.json.encode(index), indent=1))


def _unreadable(path: Path) -> StoreError:
    return StoreError(
        "the index of the observations cannot be read.",
        where=str(path),
        do="Restore the workspace from a back-up.",
    )
