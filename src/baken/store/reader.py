# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Asking what is held, now or on a day in the past. Reading never waits for a writer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from baken.model.errors import StoreError
from baken.model.observation import Observation
from baken.model.period import Period
from baken.store import received
from baken.store.codes import Codes
from baken.store.columns import PRESENCES, period_code, period_of
from baken.store.index import read_index
from baken.store.library import Library
from baken.store.received import HeldParts, Received
from baken.store.rows import as_observation
from baken.store.workspace import Workspace

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_QUERIES = Path(__file__).parent / "queries" / "duckdb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What was said of one figure from one snapshot on, until another ended it."""

    observation: Observation
    since: Received
    until: Received | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a source is held."""

    rows: int
    areas: int
    measures: int
    first: Period
    last: Period
    missing: Mapping[str, int]


class Reader:
    """The observations as one index has them; what is written later is not seen."""

    def __init__(self, workspace: Workspace, until: str = "") -> None:
        """Read the index and nothing else.

        Args:
            workspace: where to read.
            until: the id of a snapshot; what came after it is not seen.

        Raises:
            StoreError: the workspace was written by another version, or is damaged, or does not hold
                that snapshot.

        """
        self.workspace = workspace
        self.index = read_index(workspace.observations)
        names = self.index.snapshots
        if until and until not in names:
            raise StoreError(
                f"the snapshot {until} is not held.",
                where=str(workspace.snapshots),
                do="Name the workspace that it was made in.",
            )
        self._last = names.index(until) if until else len(names) - 1

    @cached_property
    def areas(self) -> Codes:
        """The codes of areas."""
        return Codes(self.workspace.observations / "areas.txt", self.index.areas)

    @cached_property
    def measures(self) -> Codes:
        """The names of measures and indicators."""
        return Codes(self.workspace.observations / "measures.txt", self.index.measures)

    @property
    def until(self) -> str:
        """The id of the newest snapshot that is seen; empty if there is none."""
        return self.index.snapshots[self._last] if self._last >= 0 else ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of which observations are held."""
        return tuple(sorted(self.index.files))

    def snapshot(self, name: str) -> Received:
        """One snapshot by its id."""
        return received.find(self.workspace, name)

    def newest(self, source: str, asked: str = "") -> Received | None:
        """The last snapshot of a source, or the last that answers one question."""
        seen = self.index.snapshots[: self._last + 1]
        return received.newest(self.workspace, seen, source, asked)

    def snapshots_of(self, source: str, on: date | None = None) -> Iterator[Received]:
        """The snapshots of a source that were held on a day (by default now), newest first."""
        seen = self.index.snapshots[: self.number_on(on) + 1]
        return received.all_of(self.workspace, seen, source)

    def parts(self, snapshot: Received) -> HeldParts:
        """The bytes of a snapshot, by the name of each part."""
        return received.parts_of(self.workspace, snapshot)

    def number_on(self, day: date | None) -> int:
        """The number of the newest snapshot on a day (today's newest without one); -1 if there was none."""
        if day is None:
            return self._last
        # What came in after a later day was not held yet on this one, whatever day it bears itself.
        later = (number for number in range(self._last + 1) if self._taken(number) > day)
        return next(later, self._last + 1) - 1

    def _taken(self, number: int) -> date:
        # The day stands in the id, so that a thousand snapshots need not be opened.
        return date.fromisoformat(self.index.snapshots[number].rpartition("@")[2][:10])

    def observations(
        self, source: str, areas: Iterable[str], measures: Iterable[str], as_of: date | None = None
    ) -> tuple[Observation, ...]:
        """The observations of some measures in some areas, by measure, area and period.

        Args:
            source: the source that says it.
            areas: codes of areas; those of which nothing is held are passed over.
            measures: names of measures and indicators, likewise.
            as_of: what was held on that day; without it, what is held now.

        """
        chosen, wanted = _known(self.areas, areas), _known(self.measures, measures)
        if not chosen or not wanted or source not in self.index.files:
            return ()
        with self._opened(source, as_of) as connection:
            _list(connection, "asked_areas", "area", chosen)
            _list(connection, "asked_measures", "measure", wanted)
            rows = _rows(
                connection,
                "observations",
                as_of=self.number_on(as_of),
                first_area=chosen[0],
                last_area=chosen[-1],
            )
        return tuple(map(self._observation, rows))

    def columns(self, source: str, areas: Sequence[str], as_of: date | None = None) -> dict[str, Any]:
        """Area, measure, period, value and presence of a run of areas, as numpy arrays of codes."""
        chosen = _known(self.areas, areas)
        if not chosen or source not in self.index.files:
            return {}
        with self._opened(source, as_of) as connection:
            numbers = {"as_of": self.number_on(as_of), "first_area": chosen[0], "last_area": chosen[-1]}
            found = connection.execute(_sql("municipality", **numbers)).fetchnumpy()
        return dict(found)

    def series(
        self, source: str, area: str, measure: str, as_of: date | None = None
    ) -> tuple[Observation, ...]:
        """One measure in one area, oldest first."""
        numbers = self.areas.numbers.get(area), self.measures.numbers.get(measure)
        if None in numbers or source not in self.index.files:
            return ()
        with self._opened(source, as_of) as connection:
            rows = _rows(
                connection, "series", as_of=self.number_on(as_of), area=numbers[0], measure=numbers[1]
            )
        return tuple(map(self._observation, rows))

    def versions(self, source: str, area: str, measure: str, period: Period) -> tuple[Version, ...]:
        """All that was ever held of one figure, oldest first."""
        numbers = self.areas.numbers.get(area), self.measures.numbers.get(measure)
        if None in numbers or period.year not in self.index.files.get(source, {}):
            return ()
        with self._library.opened(source, year=period.year) as connection:
            rows = _rows(
                connection, "versions", area=numbers[0], measure=numbers[1], period=period_code(period)
            )
        seen = (row for row in rows if row["since"] <= self._last)
        return tuple(map(self._version, seen))

    def coverage(self, source: str) -> Coverage | None:
        """How much of a source is held, or nothing."""
        if source not in self.index.files:
            return None
        with self._opened(source) as connection:
            (found,) = _rows(connection, "coverage", as_of=self._last)
            absent = {row["presence"]: row["rows"] for row in _rows(connection, "missing", as_of=self._last)}
        if not found["rows"]:
            return None
        return Coverage(
            rows=found["rows"],
            areas=found["areas"],
            measures=found["measures"],
            first=period_of(found["first"]),
            last=period_of(found["last"]),
            missing={PRESENCES[number].value: rows for number, rows in absent.items() if number},
        )

    @cached_property
    def _library(self) -> Library:
        return Library(self.workspace.observations, self.index)

    def _opened(self, source: str, as_of: date | None = None) -> AbstractContextManager[DuckDBPyConnection]:
        # What ended is needed only for an answer of the past.
        return self._library.opened(source, ended=self.number_on(as_of) < len(self.index.snapshots) - 1)

    def _observation(self, row: Mapping[str, Any]) -> Observation:
        return as_observation(
            row, self.areas.texts, self.measures.texts, self.index.snapshots[int(row["since"])]
        )

    def _version(self, row: Mapping[str, Any]) -> Version:
        ended = row["until"] if row["until"] is not None and row["until"] <= self._last else None
        return Version(
            observation=self._observation(row),
            since=self.snapshot(self.index.snapshots[row["since"]]),
            until=None if ended is None else self.snapshot(self.index.snapshots[ended]),
            withdrawn=bool(row["withdrawn"]) and ended is not None,
        )


def _known(codes: Codes, texts: Iterable[str]) -> list[int]:
    """The numbers of those texts that have one, from low to high."""
    return sorted(codes.numbers[text] for text in set(texts) if text in codes.numbers)


@cache
def _text(name: str) -> str:
    return (_QUERIES / f"{name}.sql").read_text("utf-8")


def _sql(name: str, **numbers: int | None) -> str:
    # With the numbers in it a query is planned once and skips the parts of files that cannot match.
    return re.sub(r"\$(\w+)", lambda found: str(int(numbers[found[1]] or 0)), _text(name))


def _rows(connection: DuckDBPyConnection, name: str, **numbers: int | None) -> list[dict[str, Any]]:
    found = connection.execute(_sql(name, **numbers))
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _list(connection: DuckDBPyConnection, table: str, column: str, numbers: Sequence[int]) -> None:
    connection.execute(f"CREATE TEMP TABLE {table} AS SELECT unnest(?::INTEGER[]) AS {column}", [numbers])
