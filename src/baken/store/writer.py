# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a snapshot to what is held: prepared beside the old files, put in force in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from baken.model.errors import InputError
from baken.store.codes import Codes
from baken.store.columns import period_of
from baken.store.duck import connected
from baken.store.files import sync_folder
from baken.store.index import Index, YearFiles, read_index, write_index
from baken.store.lock import PATIENCE, writing
from baken.store.merge import Changes, Scope, YearMerge, count, join_history
from baken.store.received import Received, keep, named
from baken.store.staging import Staging
from baken.store.workspace import Workspace

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_STAGING = ".staging-"


class Writer:
    """The one writer of a workspace, from the first row that it takes in until it commits."""

    def __init__(self, workspace: Workspace, folder: Path, connection: DuckDBPyConnection) -> None:
        """Start from the index in force."""
        self.workspace = workspace
        self.folder = folder
        self.connection = connection
        root = workspace.observations
        self.index = read_index(root)
        self.areas = Codes(root / "areas.txt", self.index.areas)
        self.measures = Codes(root / "measures.txt", self.index.measures)
        self.staging = Staging(connection, self.areas, self.measures)

    def commit(self, received: Received, scope: Scope) -> tuple[Received, Changes]:
        """Put the rows that were taken in, and the snapshot that they come from, in force.

        Args:
            received: the snapshot; it gets its id here.
            scope: what it speaks about.

        Returns:
            The snapshot with its id, and what changed.

        Raises:
            InputError: a row came in twice.
            StoreError: the disk is full or cannot be written; nothing has changed.

        """
        self.staging.flush()
        received = named(replace(received, rows=self.staging.rows), self.index.snapshots)
        total, files = Changes(), dict(self.index.files.get(received.source, {}))
        for year in self._years(received.source, scope):
            changes, made = self._year(received, year, scope, files.get(year, YearFiles()))
            total += changes
            files[year] = made
        keep(self.workspace, received)
        self._put_in_force(received, {year: one for year, one in files.items() if one.names})
        return received, total

    def _years(self, source: str, scope: Scope) -> list[int]:
        found = self.connection.execute("SELECT DISTINCT period // 100 FROM incoming").fetchall()
        held = (year for year in self.index.files.get(source, {}) if year >= scope.since)
        return sorted({*(int(row[0]) for row in found), *held})

    def _year(
        self, received: Received, year: int, scope: Scope, held: YearFiles
    ) -> tuple[Changes, YearFiles]:
        number, root = len(self.index.snapshots), self.workspace.observations
        step = YearMerge(connection=self.connection, year=year, number=number, folder=self.folder)
        if held.current:
            self._refuse_twice(received, step.twice(written=False))
            changes = step.merge(root / held.current, scope)
        else:
            changes = step.write_first()
            self._refuse_twice(received, step.twice(written=True))
        if not changes.any:
            return changes, held
        history = held.history
        if changes.revised or changes.withdrawn:
            parts = [*([root / history] if history else []), step.ended]
            joined = self.folder / f"{year}-history.parquet"
            join_history(self.connection, parts, joined)
            history = self._adopt(joined, received.source)
        rows = count(self.connection, step.path)
        current = self._adopt(step.path, received.source)
        return changes, YearFiles(current=current, history=history, rows=rows)

    def _refuse_twice(self, received: Received, found: tuple[int, int, int] | None) -> None:
        if found:
            area, measure, period = found
            raise InputError(
                f"{self.measures.texts[measure]} {self.areas.texts[area]} {period_of(period)} came in twice.",
                where=received.source,
                do="Ask for it again; if it stays, tell the publisher. Nothing was changed.",
            )

    def _adopt(self, path: Path, source: str) -> str:
        """Move a finished file among the others, under a name that tells its bytes."""
        with path.open("rb") as handle:
            os.fsync(handle.fileno())
            digest = sha256(handle.read()).hexdigest()
        name = f"{source}/{path.stem}-{digest[:16]}.parquet"
        target = self.workspace.observations / name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        sync_folder(target.parent)
        return name

    def _put_in_force(self, received: Received, files: dict[int, YearFiles]) -> None:
        self.areas.save()
        self.measures.save()
        root = self.workspace.observations
        following = self.index.after(
            areas=len(self.areas),
            measures=len(self.measures),
            snapshots=(*self.index.snapshots, received.id),
            files={**self.index.files, received.source: files},
        )
        write_index(root, following)
        self.index = following


@contextmanager
def writer(workspace: Workspace, *, memory: str = "256MB", patience: float = PATIENCE) -> Iterator[Writer]:
    """Be the one writer of a workspace; without a commit nothing changes.

    Raises:
        StoreError: another program keeps writing, or the disk cannot be written.

    """
    root = workspace.observations
    with writing(root, patience):
        _sweep(root, read_index(root))
        folder = Path(mkdtemp(prefix=_STAGING, dir=root))
        try:
            with connected(str(folder / "staging.duckdb"), memory=memory, spill=folder) as connection:
                yield Writer(workspace, folder, connection)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _sweep(root: Path, index: Index) -> None:
    """Remove what killed writers left, and files that neither the index nor the one before it names."""
    for folder in root.glob(f"{_STAGING}*"):
        shutil.rmtree(folder, ignore_errors=True)
    kept = {*index.names, *index.before}
    for path in root.glob("*/*.parquet"):
        if str(path.relative_to(root)) not in kept:
            path.unlink(missing_ok=True)
