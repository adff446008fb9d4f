# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The methods that find signals, by name, put to a table of series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from baken.analysis.tables import SeriesTable
from baken.model.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from baken.methods.signals.table import SignalTable

POOLED = "pooled"
_WEEKS, _MONTHS = 52, 12
_LEAST_WEEKS = 260
# Methods that take their past from before all monitored periods, with the years that they need of it.
_YEARS_BEFORE = {POOLED: 2, "cusum": 1, "glrnb": 1}


@dataclass(frozen=True, slots=True, eq=False)
class Detected:
    """The table of signals, and for each series the false discovery rate in the newest period, if known."""

    table: SignalTable
    q: NDArray[np.float64] | None = None


def methods() -> tuple[str, ...]:
    """The names of the methods, the usual one first."""
    from baken.methods.signals.recipes import RECIPES

    return tuple(dict.fromkeys((POOLED, *RECIPES)))


def with_length(series: SeriesTable, method: str, per_year: int) -> SeriesTable:
    """The series with the number of periods in a year that its file says, or that was asked, or as it looks.

    Periods without a length are of the length that the method is for; where it takes either, 260 or more of
    them are taken for weeks and fewer for months.

    Raises:
        UsageError: no such method, or the file says another length, or one that is neither weeks nor months.

    """
    from baken.methods.signals.recipes import RECIPES

    if method not in methods():
        raise UsageError(f"'{method}' is no method.", do=f"Known: {', '.join(methods())}.")
    if series.per_year and per_year not in (0, series.per_year):
        raise UsageError(f"the periods of {series.source} say that a year has {series.per_year} of them.")
    if series.per_year not in (0, _WEEKS, _MONTHS):
        raise UsageError(
            f"the periods of {series.source} are no weeks or months.",
            do="Use baken trend for years and quarters.",
        )
    usual = RECIPES[method].per_year
    guess = _WEEKS if len(series.periods) >= _LEAST_WEEKS else _MONTHS
    return replace(series, per_year=series.per_year or per_year or usual or guess)


def detect(series: SeriesTable, method: str, monitored: int, fewest: int = 1) -> Detected:
    """Judge the newest periods of every series; the pooled method takes the fewest cases of a signal.

    Raises:
        UsageError: the method does not take such series.

    """
    from baken.methods.signals.recipes import RECIPES
    from baken.methods.signals.recipes import detect as detected

    if method == POOLED:
        return _pooled(series, monitored, fewest)
    population = series.population if RECIPES[method].population else None
    try:
        return Detected(detected(method, series.counts, population, monitored, series.per_year))
    except ValueError as error:
        raise UsageError(f"{error}.") from error


def most_monitored(counts: NDArray[np.float64], method: str, per_year: int) -> int:
    """How many of the newest periods leave enough of the past, in the series with the longest past.

    ``counts`` has the shape (series, periods). It is all periods for a method that judges each period by what
    came right before it, and 0 where no number of periods leaves enough.
    """
    import numpy as np

    from baken.methods.signals.pooled import PooledOptions

    periods: int = counts.shape[1]
    years = _YEARS_BEFORE.get(method, 0)
    if not years:
        return periods
    enough = np.cumsum(np.isfinite(counts), axis=1, dtype=np.int32) >= years * per_year
    left: NDArray[np.int64] = np.where(enough[:, -1], periods - 1 - enough.argmax(axis=1), 0)
    gap = PooledOptions().gap if method == POOLED else 0
    longest: int = max(left.tolist(), default=0)
    return max(0, longest - gap)


def _pooled(series: SeriesTable, monitored: int, fewest: int) -> Detected:
    """All series at once: those of one kind and one level lend each other their season and trend."""
    import numpy as np

    from baken.methods.signals.pooled import PooledBatch, PooledOptions, pooled_signals
    from baken.methods.signals.recipes import LEVELS

    depth = {area: _depth(area, series.parents) for area in series.areas}
    groups = [(kind, depth[area]) for kind, area in zip(series.kinds, series.areas, strict=True)]
    breaks = [(n, place) for n, kind in enumerate(series.kinds) for place in series.breaks.get(kind, ())]
    several = len(set(series.kinds)) > 1 or any(series.kinds)
    batch = PooledBatch(
        parent=_numbered(groups) if several else None,
        kind=_numbered(series.kinds) if several else None,
        population=series.population,
        breaks=np.array(breaks, dtype=np.int64) if breaks else None,
    )
    options = PooledOptions(level=LEVELS[series.per_year], per_year=series.per_year, minimum_count=fewest)
    try:
        found = pooled_signals(series.counts, monitored, options, batch)
    except ValueError as error:
        raise UsageError(f"{error}.") from error
    return Detected(found.table, found.q)


def _numbered(names: Sequence[object]) -> NDArray[np.int64]:
    import numpy as np

    places = {name: n for n, name in enumerate(dict.fromkeys(names))}
    return np.array([places[name] for name in names], dtype=np.int64)


def _depth(area: str, parents: Mapping[str, str]) -> int:
    """How many areas lie above one."""
    found = 0
    while area in parents and found <= len(parents):
        area, found = parents[area], found + 1
    return found
