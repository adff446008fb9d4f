# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small tables and a workspace with months, for the tests of questions and commands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from baken.analysis.held import Held, open_held
from baken.analysis.periods import name_of
from baken.analysis.tables import AreaTable, SeriesTable
from baken.store.columns import Batch
from baken.store.merge import Scope
from baken.store.workspace import Workspace
from baken.store.writer import writer
from store.making import received

TODAY = date(2026, 11, 22)
CITY = "GM0935"
NEIGHBOURHOODS = ("BU09350000", "BU09350001", "BU09350002", "BU09350003", "BU09350004", "BU09350005")
BURGLARY, DRUGS = "politie-misdrijven/1.1.1", "politie-misdrijven/3.1.1"
YEARS = range(2018, 2026)


class Recorded(Protocol):
    """Anything that can be put in JSON."""

    def record(self) -> dict[str, object]:
        """As plain data."""


@cache
def invented() -> Held:
    """Voorbeeldstad as the project carries it."""
    return open_held("GM9999", TODAY, None)[0]


def series(*rows: Sequence[float], per_year: int = 12, first: int = 2018) -> SeriesTable:
    """Series that begin in January."""
    names = tuple(f"s{n}" for n in range(len(rows)))
    number = len(rows[0])
    return SeriesTable(
        names=names,
        areas=names,
        kinds=("",) * len(rows),
        periods=tuple(name_of(first * per_year + n, per_year) for n in range(number)),
        counts=np.array(rows, dtype=np.float64),
        per_year=per_year,
        source="test.csv",
    )


def grid(cases: Sequence[float], people: Sequence[float] | None = None, width: int = 5) -> AreaTable:
    """Areas on a grid of points, one kilometre apart."""
    codes = tuple(f"A{n:02d}" for n in range(len(cases)))
    place = np.arange(len(cases))
    return AreaTable(
        codes=codes,
        names=tuple(f"Buurt {n}" for n in range(len(cases))),
        cases=np.array(cases, dtype=np.float64),
        periods=("2025",),
        kind="test",
        population=None if people is None else np.array(people, dtype=np.float64),
        x=(place % width).astype(np.float64),
        y=(place // width).astype(np.float64),
        source="test.csv",
    )


def fetched(root: Path, *, wave: bool = True) -> Workspace:
    """A workspace of Maastricht with months of two kinds, as the police publish them.

    In the last two months of 2025 one neighbourhood has a wave of burglaries, all have more drug offences.
    """
    workspace = Workspace(root).create(CITY)
    chance = np.random.default_rng(1)
    with writer(workspace) as at:
        areas = np.array([at.areas.number(code) for code in NEIGHBOURHOODS], dtype=np.int32)
        for name, mean in ((BURGLARY, 4.0), (DRUGS, 2.0)):
            measure = at.measures.number(name)
            for year in YEARS:
                months = np.arange(year * 100 + 1, year * 100 + 13, dtype=np.int32)
                values = chance.poisson(mean, (len(areas), 12))
                if wave and year == YEARS[-1]:
                    rows = slice(0, 1) if name == BURGLARY else slice(0, None)
                    values[rows, -2:] = 25
                at.staging.add(
                    Batch(
                        measure=measure,
                        area=np.repeat(areas, 12),
                        period=np.tile(months, len(areas)),
                        value=values.ravel().astype(np.int64),
                    )
                )
        at.commit(received(date(2026, 1, 31), "politie_47022ned"), Scope())
    return workspace


def plain(answer: Recorded) -> Any:
    """An answer as plain data, to look into."""
    return answer.record()
