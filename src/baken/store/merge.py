# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a new snapshot changes in the observations of one year: new, revised and withdrawn rows.

A row that says the same as before keeps the number of the snapshot in which it was first said. A row that
says something else, or that the publisher no longer gives, moves to the history with the number of the
snapshot that ended it. So every answer of the past can be given again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from baken.store.index import YearFiles
from baken.store.layout import KEY, File, in_order, quoted, rows_of, tells
from baken.store.staging import Staging

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KEY = ", ".join(KEY)
_FORMAT = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 245760"


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

    def __str__(self) -> str:
        return f"{self.new} new, {self.revised} revised, {self.withdrawn} withdrawn, {self.same} as before"

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


class Twice(Exception):  # noqa: N818 - found, rather than gone wrong
    """A row came in twice: its area, measure and period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMerge:
    """The rows that came in for one year, as snapshot ``number``, beside what was held of that year.

    Held files lie in ``root``; what is made lies in ``folder`` until it is finished.
    """

    staging: Staging
    year: int
    number: int
    held: YearFiles
    root: Path
    folder: Path

    def run(self, scope: Scope) -> tuple[Changes, File | None, File | None]:
        """Write what is in force after this snapshot, and the history, where they change.

        Raises:
            Twice: a row came in twice.

        """
        columns = in_order(self._columns_that_tell())
        if self.held.current is None:
            rows = f"SELECT *, {self.number}::INTEGER AS since FROM {self._arriving(columns)}"
            current = self._write("", columns, rows)
            written = f"read_parquet({quoted(self.folder / current.name)})"
            self._refuse_twice(written)
            return Changes(new=self._count(written)), current, None
        self._refuse_twice(f"(SELECT {_KEY} FROM {self._arriving(())} ORDER BY {_KEY})")
        columns = in_order({*columns, *self.held.current.columns})
        changes = self._compare(scope, columns)
        if not changes.any:
            return changes, None, None
        ended = self._write_history(columns) if changes.revised or changes.withdrawn else None
        return changes, self._write("", columns, self._in_force(columns)), ended

    def _columns_that_tell(self) -> set[str]:
        """The columns in which a row of this year holds more than the default."""
        may = [name for name in self.staging.columns if name != "value"]
        if not may:
            return set()
        (found,) = self._run(f"SELECT {tells(may)} FROM {self._arriving(may)}").fetchall()
        return {name for name, more in zip(may, found, strict=True) if more}

    def _compare(self, scope: Scope, columns: Sequence[str]) -> Changes:
        """Put aside the rows that are fresh (new, or other than before) and those that are gone."""
        differs = " OR ".join(f"i.{name} IS DISTINCT FROM c.{name}" for name in columns)
        held, arriving = self._held(columns), self._arriving(columns)
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE fresh AS SELECT i.*, c.since IS NOT NULL AS known
            FROM {arriving} i LEFT JOIN {held} c USING ({_KEY}) WHERE c.since IS NULL OR {differs}"""
        )
        revised = self._count("fresh WHERE known")
        new = self._count("fresh") - revised
        came = self._count(self._arriving(()))
        self._run(f"CREATE OR REPLACE TEMP TABLE gone AS SELECT {_KEY} FROM {held} LIMIT 0")
        # Keys are held once, so that what did not come is what is left over after counting.
        if self.held.rows > came - new:
            self._run(
                "CREATE OR REPLACE TEMP TABLE asked AS SELECT unnest(?::INTEGER[]) AS area", scope.areas or ()
            )
            self._run(
                f"""INSERT INTO gone SELECT {_KEY} FROM {self._held(())} c
                ANTI JOIN {self._arriving(())} i USING ({_KEY}) WHERE {self._within(scope)}"""
            )
        return Changes(new, revised, self._count("gone"), came - new - revised)

    def _in_force(self, columns: Sequence[str]) -> str:
        listed = ", ".join((*KEY, *columns))
        return f"""SELECT {listed}, since FROM {self._held(columns)} ANTI JOIN fresh USING ({_KEY})
            ANTI JOIN gone USING ({_KEY})
            UNION ALL SELECT {listed}, {self.number}::INTEGER FROM fresh"""

    def _write_history(self, columns: Sequence[str]) -> File:
        before = [self.held.history] if self.held.history else []
        columns = in_order({*columns, *(name for file in before for name in file.columns)})
        listed = (*KEY, *columns, "since")
        names, held = ", ".join(listed), self._held(columns)
        return self._write(
            "-history",
            columns,
            f"""{rows_of(before, self.root, (*listed, "until", "withdrawn"))}
            UNION ALL SELECT {names}, {self.number}::INTEGER, FALSE
                FROM {held} SEMI JOIN fresh USING ({_KEY})
            UNION ALL SELECT {names}, {self.number}::INTEGER, TRUE
                FROM {held} SEMI JOIN gone USING ({_KEY})""",
            ", until",
        )

    def _write(self, kind: str, columns: tuple[str, ...], query: str, order: str = "") -> File:
        file = File(name=f"{self.year}{kind}.parquet", columns=columns)
        path = quoted(self.folder / file.name)
        self._run(f"COPY (SELECT * FROM ({query}) ORDER BY {_KEY}{order}) TO {path} ({_FORMAT})")
        return file

    def _refuse_twice(self, in_order_of_key: str) -> None:
        columns = ", ".join(f"{name}, lag({name}) OVER () AS last_{name}" for name in KEY)
        same = " AND ".join(f"{name} = last_{name}" for name in KEY)
        found = self._run(
            f"SELECT {_KEY} FROM (SELECT {columns} FROM {in_order_of_key}) WHERE {same} LIMIT 1"
        )
        for row in found.fetchall():
            raise Twice(*row)

    def _arriving(self, columns: Sequence[str]) -> str:
        low = self.year * 100
        rows = self.staging.incoming((*KEY, *columns))
        return f"(SELECT * FROM ({rows}) WHERE period BETWEEN {low} AND {low + 99})"

    def _held(self, columns: Sequence[str]) -> str:
        files = [self.held.current] if self.held.current else []
        return f"({rows_of(files, self.root, (*KEY, *columns, 'since'))})"

    def _within(self, scope: Scope) -> str:
        if self.year < scope.since:
            return "FALSE"
        return "TRUE" if scope.areas is None else "c.area IN (SELECT area FROM asked)"

    def _count(self, rows: str) -> int:
        ((number,),) = self._run(f"SELECT count(*) FROM {rows}").fetchall()
        return int(number)

    def _run(self, query: str, *numbers: Iterable[int]) -> DuckDBPyConnection:
        return self.staging.connection.execute(query, [list(some) for some in numbers])
