# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The files of one index, opened once and then asked many times."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from baken.model.errors import StoreError
from baken.store.duck import connect
from baken.store.index import Index, read_index
from baken.store.layout import CURRENT, HISTORY, rows_of
from baken.store.trouble import reading_from

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Library:
    """Gives the rows of a source as the tables ``observations`` and ``history``."""

    def __init__(self, root: Path, index: Index) -> None:
        """Know the files; open none of them yet."""
        self.root = root
        self.index = index
        self._shelves: dict[tuple[str, int, bool], str] = {}
        self._lock = Lock()

    @contextmanager
    def opened(self, source: str, *, year: int = 0, ended: bool = True) -> Iterator[DuckDBPyConnection]:
        """A connection in which the two tables are those of one source.

        Args:
            source: the source, of which something must be held.
            year: only the files of this year.
            ended: whether rows that are no longer in force are needed; without, ``history`` is empty.

        Raises:
            StoreError: a file is damaged or lost, or was replaced since the index was read.

        """
        try:
            with reading_from(self.root), self._database.cursor() as cursor:
                with self._lock:
                    shelf = self._shelf(source, year, ended)
                cursor.execute(f"USE {shelf}")
                yield cursor
        except StoreError as error:
            raise self._explained() or error from error.__cause__

    @cached_property
    def _database(self) -> DuckDBPyConnection:
        connection = connect()
        # The ends of files, where it stands what is in them, are read once.
        connection.execute("SET parquet_metadata_cache = true")
        return connection

    def _shelf(self, source: str, year: int, ended: bool) -> str:
        """The schema that holds the views of these files."""
        key = (source, year, ended)
        if key not in self._shelves:
            years = self.index.files[source]
            chosen = [years[year]] if year else list(years.values())
            current = [one.current for one in chosen if one.current]
            history = [one.history for one in chosen if one.history and ended]
            name = f"shelf{len(self._shelves)}"
            run = self._database.execute
            run(f"CREATE OR REPLACE SCHEMA {name}")
            run(f"CREATE VIEW {name}.observations AS {rows_of(current, self.root, CURRENT)}")
            run(f"CREATE VIEW {name}.history AS {rows_of(history, self.root, HISTORY)}")
            self._shelves[key] = name
        return self._shelves[key]

    def _explained(self) -> StoreError | None:
        """The reason why a file cannot be read, if it is that it is not there."""
        lost = sorted(name for name in self.index.names if not (self.root / name).is_file())
        if not lost:
            return None
        if read_index(self.root).generation != self.index.generation:
            return StoreError(
                "the observations have been renewed more than once since they were opened.",
                where=str(self.root),
                do="Ask again.",
            )
        return StoreError(
            f"{len(lost)} files of observations are lost, of which {lost[0]} is the first.",
            where=str(self.root),
            do="Restore the workspace from a back-up.",
        )
