# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a snapshot to what is held: prepared beside the old files, put in force in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path
from tempfile import mkdtemp

from baken.model.errors import InputError, StoreError
from baken.store.codes import Codes
from baken.store.columns import period_of
from baken.store.duck import connect
from baken.store.files import sync_folder
from baken.store.index import NAME, Index, YearFiles, read_index, write_index
from baken.store.layout import File
from baken.store.lock import PATIENCE, writing
from baken.store.merge import Changes, Scope, Twice, YearMerge
from baken.store.received import Received, keep, named
from baken.store.staging import Staging
from baken.store.trouble import writing_to
from baken.store.workspace import Workspace

_STAGING = ".staging-"


class Writer:
    """The one writer of a workspace, from the first row that it takes in until it commits."""

    def __init__(self, workspace: Workspace, folder: Path, index: Index, staging: Staging) -> None:
        """Start from the index in force."""
        self.workspace = workspace
        self.folder = folder
        self.index = index
        self.staging = staging
        self.areas, self.measures = staging.areas, staging.measures

    def commit(self, received: Received, scope: Scope) -> tuple[Received, Changes]:
        """Put the rows that were taken in, and the snapshot that they come from, in force.

        Args:
            received: the snapshot; it gets its id here.
            scope: what it speaks about.

        Returns:
            The snapshot with its id, and what changed. The writer can then take in the rows of another.

        Raises:
            InputError: a row came in twice.
            StoreError: the disk is full or cannot be written. In both cases nothing has changed.

        """
        with writing_to(self.workspace.observations):
            self.staging.flush()
            received = named(replace(received, rows=len(self.staging)), self.index.snapshots)
            total, files = Changes(), dict(self.index.files.get(received.source, {}))
            for year in self._years(received.source, scope):
                changes, made = self._year(received, year, scope, files.get(year, YearFiles()))
                total += changes
                files[year] = made
            keep(self.workspace, received)
            self._put_in_force(received, {year: one for year, one in sorted(files.items()) if one.names})
            self.staging.clear()
        return received, total

    def _years(self, source: str, scope: Scope) -> list[int]:
        rows = self.staging.incoming(("period",))
        found = self.staging.connection.execute(f"SELECT DISTINCT period // 100 FROM ({rows})").fetchall()
        held = (year for year in self.index.files.get(source, {}) if year >= scope.since)
        return sorted({*(int(row[0]) for row in found), *held})

    def _year(
        self, received: Received, year: int, scope: Scope, held: YearFiles
    ) -> tuple[Changes, YearFiles]:
        step = YearMerge(
            staging=self.staging,
            year=year,
            number=len(self.index.snapshots),
            held=held,
            root=self.workspace.observations,
            folder=self.folder,
        )
        try:
            changes, current, history = step.run(scope)
        except Twice as error:
            raise self._twice(received, *error.args) from None
        if current is None:
            return changes, held
        return changes, YearFiles(
            current=self._adopt(current, received.source),
            history=self._adopt(history, received.source) if history else held.history,
            rows=held.rows + changes.new - changes.withdrawn,
        )

    def _twice(self, received: Received, area: int, measure: int, period: int) -> InputError:
        return InputError(
            f"{self.measures.texts[measure]} {self.areas.texts[area]} {period_of(period)} came in twice.",
            where=received.source,
            do="Ask for it again; if it stays, tell the publisher. Nothing was changed.",
        )

    def _adopt(self, file: File, source: str) -> File:
        """Move a finished file among the others, under a name that tells its bytes."""
        path = self.folder / file.name
        with path.open("rb") as handle:
            os.fsync(handle.fileno())
            digest = file_digest(handle, "sha256").hexdigest()
        name = f"{source}/{path.stem}-{digest[:16]}.parquet"
        target = self.workspace.observations / name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        sync_folder(target.parent)
        return replace(file, name=name)

    def _put_in_force(self, received: Received, files: dict[int, YearFiles]) -> None:
        following = self.index.after(
            areas=self.areas.save(),
            measures=self.measures.save(),
            snapshots=(*self.index.snapshots, received.id),
            files={**self.index.files, received.source: files},
        )
        write_index(self.workspace.observations, following)
        self.index = following


@contextmanager
def writer(workspace: Workspace, *, memory: str = "256MB", patience: float = PATIENCE) -> Iterator[Writer]:
    """Be the one writer of a workspace; without a commit nothing changes.

    Raises:
        StoreError: another program keeps writing, or the disk cannot be written.

    """
    root = workspace.observations
    with writing(root, patience):
        index = read_index(root)
        _sweep(root, index)
        with writing_to(root):
            folder = Path(mkdtemp(prefix=_STAGING, dir=root))
        connection = connect(memory=memory, spill=folder)
        try:
            areas = Codes(root / "areas.txt", index.areas)
            measures = Codes(root / "measures.txt", index.measures)
            yield Writer(workspace, folder, index, Staging(connection, folder, areas, measures))
        except BaseException:
            # What was prepared and not put in force must not take room until the next time.
            with suppress(StoreError):
                _sweep(root, read_index(root))
            raise
        finally:
            connection.close()
            shutil.rmtree(folder, ignore_errors=True)


def _sweep(root: Path, index: Index) -> None:
    """Remove what killed writers left, and files that neither the index nor the one before it names."""
    for folder in root.glob(f"{_STAGING}*"):
        shutil.rmtree(folder, ignore_errors=True)
    kept = {*index.names, *index.before}
    for path in (*root.glob("*/*.parquet"), *root.glob(f".{NAME}-*")):
        if path.relative_to(root).as_posix() not in kept:
            path.unlink(missing_ok=True)
