# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Measure the store on a whole country: every offence in every neighbourhood in every month.

    python scripts/bench_store.py FOLDER [YEARS]

The figures are drawn at random, shaped as the table of the police: 59 kinds of offences, 18,244 areas in the
order of their codes, months. Counts follow the number of inhabitants, so that most neighbourhoods have none.
Each question is also put to SQLite with an index on the same key, in the same run; the rival holds one year.
Prints one line of JSON for each measurement.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from baken.model.text import Text
from baken.store.columns import Batch
from baken.store.merge import Changes, Scope
from baken.store.reader import Reader
from baken.store.received import Received
from baken.store.workspace import Workspace
from baken.store.writer import Writer, writer

SEED, KINDS, FIRST, YEARS = 47022, 59, 2012, 14
SOURCE = "politie"
# Of all offences in a year, each counted under itself and under the groups that it belongs to.
_COUNTED = 1_900_000
_RUNS = 7


def country() -> tuple[list[str], NDArray[np.float64]]:
    """Codes of areas in order, the country first, and how many inhabitants each has."""
    chance = np.random.default_rng(SEED)
    codes, sizes = ["NL00"], [17_900_000.0]
    for town in range(341):
        people = float(np.clip(chance.lognormal(10.5, 0.8), 1_000, 900_000))
        districts, quarters = 10, 42 + town % 2
        codes.append(f"GM{town:04d}")
        sizes.append(people)
        for district in range(districts):
            parts = quarters // districts + (district < quarters % districts)
            codes.append(f"WK{town:04d}{district:02d}")
            sizes.append(people / districts)
            codes += [f"BU{town:04d}{district:02d}{part:02d}" for part in range(parts)]
            sizes += [float(people / quarters * chance.uniform(0.2, 1.8)) for _ in range(parts)]
    return codes, np.array(sizes)


class Police:
    """Draws the counts of a year, the same each time."""

    def __init__(self) -> None:
        self.codes, self.sizes = country()
        rates = np.random.default_rng(SEED).lognormal(0, 1.5, KINDS)
        self.rates = rates / rates.sum() * _COUNTED / 12 / self.sizes[0]

    def months(self, year: int, kind: int) -> NDArray[np.int64]:
        """Counts by area and month."""
        chance = np.random.default_rng([SEED, year, kind])
        return chance.poisson((self.sizes * self.rates[kind])[:, None], (len(self.sizes), 12)).astype(
            np.int64
        )

    def put(self, at: Writer, year: int, months: int = 12, revised: int = 0) -> float:
        """Put a year in; the answer is how many seconds went to drawing it."""
        areas = np.array([at.areas.number(code) for code in self.codes], dtype=np.int32)
        periods = np.arange(year * 100 + 1, year * 100 + months + 1, dtype=np.int32)
        drawing = 0.0
        for kind in range(KINDS):
            start = time.perf_counter()
            counts = self.months(year, kind)[:, :months].copy()
            counts[:revised, 0] += 1
            batch = Batch(
                measure=at.measures.number(f"politie/{kind}"),
                area=np.repeat(areas, months),
                period=np.tile(periods, len(areas)),
                value=counts.ravel(),
            )
            drawing += time.perf_counter() - start
            at.staging.add(batch)
        return drawing


def received(day: date) -> Received:
    """A snapshot of that day."""
    nothing = Text("-", "-")
    return Received(
        id="",
        source=SOURCE,
        table="47022NED",
        title=nothing,
        publisher="-",
        licence="-",
        note=nothing,
        taken=day,
        received=datetime(day.year, day.month, day.day, tzinfo=UTC),
        base="-",
        asked="-",
    )


def told(
    name: str, value: float, unit: str, goal: float | None, rival: tuple[str, float] | None = None
) -> dict[str, Any]:
    """One measurement."""
    return {"name": f"store: {name}", "value": value, "unit": unit, "goal": goal, "rival": rival}


def writing(workspace: Workspace, years: int) -> Iterator[dict[str, Any]]:
    """Taking the country in, and then a month more, in the same process: what is its memory?"""
    police = Police()
    start = time.perf_counter()
    with writer(workspace) as at:
        drawing = 0.0
        for year in range(FIRST, FIRST + years - 1):
            drawing += police.put(at, year)
        drawing += police.put(at, FIRST + years - 1, months=11)
        stored, _ = at.commit(received(date(2026, 1, 1)), Scope())
    taken = time.perf_counter() - start - drawing
    yield told("million observations", stored.rows / 1e6, "M", None)
    yield told("a second to take one million in", taken / stored.rows * 1e6, "s", 0.5)
    before = set(Reader(workspace).index.names)
    start = time.perf_counter()
    with writer(workspace) as at:
        drawing = police.put(at, FIRST + years - 1, revised=100)
        _, changes = at.commit(received(date(2026, 2, 1)), Scope(since=FIRST + years - 1))
    expected = Changes(
        new=len(police.codes) * KINDS, revised=100 * KINDS, same=(len(police.codes) * 11 - 100) * KINDS
    )
    if changes != expected:
        raise RuntimeError(f"{changes} is not {expected}")
    yield told("a month more", time.perf_counter() - start - drawing, "s", None)
    fresh = set(Reader(workspace).index.names) - before
    yield told("files written for a month more", len(fresh), "files", 2)
    size = sum((workspace.observations / name).stat().st_size for name in Reader(workspace).index.names)
    yield told("on disk", size / 1e6, "MB", 80.0)
    yield told("memory of writing", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, "MB", 500.0)


def reading(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """Two questions, each to the store and to SQLite."""
    reader = Reader(workspace)
    town = next(code for code in reader.areas.texts if code.startswith("GM"))
    areas = [code for code in reader.areas.texts if code[2:6] == town[2:]]
    newest = max(reader.index.files[SOURCE])
    with tempfile.TemporaryDirectory() as folder, _rival(Path(folder), Police(), newest) as rival:
        numbers = [reader.areas.numbers[code] for code in areas]
        mine, other = in_turn(
            lambda: reader.columns(SOURCE, areas),
            lambda: rival.execute(
                "SELECT area, measure, period, value FROM o WHERE area BETWEEN ? AND ?",
                (numbers[0], numbers[-1]),
            ).fetchall(),
        )
        yield told(
            f"a municipality, {len(areas)} areas, all months",
            mine,
            "ms",
            50.0,
            ("SQLite, of one year", other),
        )
        mine, other = in_turn(
            lambda: reader.series(SOURCE, "NL00", "politie/3"),
            lambda: rival.execute(
                "SELECT period, sum(value) FROM o WHERE measure = 3 GROUP BY period"
            ).fetchall(),
        )
        yield told(
            "the national trend of one offence",
            mine,
            "ms",
            50.0,
            ("SQLite, summing one year", other),
        )


def _rival(folder: Path, police: Police, year: int) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "rival.sqlite")
    connection.execute("PRAGMA journal_mode = off")
    connection.execute("CREATE TABLE o (area INT, measure INT, period INT, value INT)")
    for kind in range(KINDS):
        counts = police.months(year, kind)
        for month in range(12):
            rows = ((area, kind, year * 100 + month + 1, int(n)) for area, n in enumerate(counts[:, month]))
            connection.executemany("INSERT INTO o VALUES (?, ?, ?, ?)", rows)
    connection.execute("CREATE INDEX k ON o (area, measure, period)")
    connection.commit()
    return connection


def in_turn(own: Callable[[], object], rival: Callable[[], object]) -> tuple[float, float]:
    """The shortest of several calls in milliseconds, taken in turn; a busy machine only makes them longer."""
    found: list[tuple[float, float]] = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        own()
        between = time.perf_counter()
        rival()
        found.append((between - start, time.perf_counter() - between))
    return min(a for a, _ in found) * 1e3, min(b for _, b in found) * 1e3


def main() -> int:
    """Measure, and print."""
    workspace = Workspace(Path(sys.argv[1]))
    years = int(sys.argv[2]) if len(sys.argv) > 2 else YEARS
    for one in writing(workspace, years):
        print(json.dumps(one), flush=True)
    for one in reading(workspace):
        print(json.dumps(one), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
