# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a new snapshot changes in the observations of one year: new, revised and withdrawn rows.

A row that says the same as before keeps the number of the snapshot in which it was first said. A row that
says something else, or that the publisher no longer gives, moves to the history with the number of the
snapshot that ended it. So every answer of the past can be given again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from baken.store.staging import COLUMNS, CONTENT, KEY

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ORDER = ", ".join(KEY)
_SAME_KEY = " AND ".join(f"i.{name} = c.{name}" for name in KEY)
_DIFFERS = " OR ".join(f"i.{name} IS DISTINCT FROM c.{name}" for name in CONTENT)
_NO_LONGER = f"SELECT c.* FROM held c ANTI JOIN arriving i ON {_SAME_KEY}"
_FORMAT = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 60000"


@dataclass(frozen=True, slots=True)
class Changes:
    """How many observations are new, revised, withdrawn and as they were."""

    new: int = 0
    revised: int = 0
    withdrawn: int = 0
    same: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            self.new + other.new,
            self.revised + other.revised,
            self.withdrawn + other.withdrawn,
            self.same + other.same,
        )

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.new or self.revised or self.withdrawn)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a snapshot speaks about: these areas (all if none are given), from this year on.

    Only within it does the absence of a row mean that the publisher withdrew it.
    """

    areas: tuple[int, ...] | None = None
    since: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMerge:
    """The rows that came in for one year, as snapshot ``number``, and where the result is written."""

    connection: DuckDBPyConnection
    year: int
    number: int
    folder: Path

    @property
    def path(self) -> Path:
        """The year as it is afterwards."""
        return self.folder / f"{self.year}.parquet"

    @property
    def ended(self) -> Path:
        """The rows that were in force and no longer are."""
        return self.folder / f"{self.year}-ended.parquet"

    def twice(self, *, written: bool) -> tuple[int, int, int] | None:
        """Area, measure and period of a row that came in twice (``written``: look in the file), or nothing."""
        rows = f"read_parquet({quoted(self.path)})" if written else self._sorted
        columns = ", ".join(f"{name}, lag({name}) OVER () AS last_{name}" for name in KEY)
        same = " AND ".join(f"{name} = last_{name}" for name in KEY)
        found = self.connection.execute(
            f"SELECT {_ORDER} FROM (SELECT {columns} FROM {rows}) WHERE {same} LIMIT 1"
        ).fetchone()
        return (found[0], found[1], found[2]) if found else None

    def write_first(self) -> Changes:
        """Write the rows of a year of which nothing was held yet."""
        copy(self.connection, f"SELECT *, {self.number}::INTEGER AS since FROM {self._sorted}", self.path)
        return Changes(new=count(self.connection, self.path))

    def merge(self, current: Path, scope: Scope) -> Changes:
        """Write what is in force after this snapshot, and what it ended, if it changes anything."""
        self._views(current, scope)
        new, revised, same = _one_row(
            self.connection,
            f"""SELECT count(*) FILTER (c.since IS NULL),
                count(*) FILTER (c.since IS NOT NULL AND ({_DIFFERS})),
                count(*) FILTER (c.since IS NOT NULL AND NOT ({_DIFFERS}))
                FROM arriving i LEFT JOIN held c ON {_SAME_KEY}""",
        )
        gone = f"{_NO_LONGER} WHERE {self._within(scope)}"
        withdrawn = _one_row(self.connection, f"SELECT count(*) FROM ({gone})")[0]
        changes = Changes(new, revised, withdrawn, same)
        if changes.any:
            copy(self.connection, self._in_force(scope), self.path)
            copy(self.connection, self._ended(gone), self.ended)
        return changes

    def _in_force(self, scope: Scope) -> str:
        arriving = ", ".join(f"i.{name}" for name in COLUMNS)
        return f"""SELECT * FROM (
            SELECT {arriving}, CASE WHEN c.since IS NOT NULL AND NOT ({_DIFFERS}) THEN c.since
                ELSE {self.number} END AS since
            FROM arriving i LEFT JOIN held c ON {_SAME_KEY}
            UNION ALL {_NO_LONGER} WHERE NOT ({self._within(scope)})) ORDER BY {_ORDER}"""

    def _ended(self, gone: str) -> str:
        return f"""SELECT *, {self.number}::INTEGER AS until, FALSE AS withdrawn FROM (
                SELECT c.* FROM held c JOIN arriving i ON {_SAME_KEY} WHERE {_DIFFERS})
            UNION ALL
            SELECT *, {self.number}::INTEGER, TRUE FROM ({gone})"""

    @property
    def _rows(self) -> str:
        low = self.year * 100
        return f"SELECT {', '.join(COLUMNS)} FROM incoming WHERE period BETWEEN {low} AND {low + 99}"

    @property
    def _sorted(self) -> str:
        return f"({self._rows} ORDER BY {_ORDER})"

    def _views(self, current: Path, scope: Scope) -> None:
        run = self.connection.execute
        run(f"CREATE OR REPLACE TEMP VIEW arriving AS {self._rows}")
        run(f"CREATE OR REPLACE TEMP VIEW held AS SELECT * FROM read_parquet({quoted(current)})")
        run("CREATE OR REPLACE TEMP TABLE asked (area INTEGER)")
        run("INSERT INTO asked SELECT unnest(?::INTEGER[])", [list(scope.areas or ())])

    def _within(self, scope: Scope) -> str:
        if self.year < scope.since:
            return "FALSE"
        return "TRUE" if scope.areas is None else "c.area IN (SELECT area FROM asked)"


def join_history(connection: DuckDBPyConnection, parts: Iterable[Path], path: Path) -> None:
    """Write what ended before and what ended now to one file."""
    names = ", ".join(quoted(part) for part in parts)
    copy(connection, f"SELECT * FROM read_parquet([{names}]) ORDER BY {_ORDER}, until", path)


def copy(connection: DuckDBPyConnection, query: str, path: Path) -> None:
    """Write what a query gives to a Parquet file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection.execute(f"COPY ({query}) TO {quoted(path)} ({_FORMAT})")


def count(connection: DuckDBPyConnection, path: Path) -> int:
    """The rows of a file."""
    return _one_row(connection, f"SELECT count(*) FROM read_parquet({quoted(path)})")[0]


def quoted(path: Path | str) -> str:
    """A path as a text in a query."""
    return "'" + str(path).replace("'", "''") + "'"


def _one_row(connection: DuckDBPyConnection, query: str) -> tuple[int, ...]:
    found = connection.execute(query).fetchone()
    return tuple(found or ())
