# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The methods that find signals, by name, put to a table of series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baken.analysis.tables import SeriesTable
from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.methods.signals.table import SignalTable

POOLED = "pooled"
_WEEKS, _MONTHS = 52, 12
_LEAST_WEEKS = 260


def methods() -> tuple[str, ...]:
    """The names of the methods, the usual one first."""
    from baken.methods.signals.recipes import RECIPES

    return tuple(dict.fromkeys((POOLED, *RECIPES)))


def with_length(series: SeriesTable, method: str, per_year: int) -> SeriesTable:
    """The series with the number of periods in a year that its file says, or that was asked, or as it looks.

    Periods without a length are of the length that the method is for; where it takes either, 260 or more of
    them are taken for weeks and fewer for months.

    Raises:
        UsageError: no such method, or the file says another length.

    """
    from baken.methods.signals.recipes import RECIPES

    if method not in methods():
        raise UsageError(f"'{method}' is no method.", do=f"Known: {', '.join(methods())}.")
    if series.per_year and per_year not in (0, series.per_year):
        raise UsageError(f"the periods of {series.source} say that a year has {series.per_year} of them.")
    usual = RECIPES[method].per_year if method in RECIPES else None
    guess = _WEEKS if len(series.periods) >= _LEAST_WEEKS else _MONTHS
    return replace(series, per_year=series.per_year or per_year or usual or guess)


def detect(series: SeriesTable, method: str, monitored: int) -> SignalTable:
    """Judge the newest periods of every series.

    Raises:
        UsageError: the method does not take such series.

    """
    from baken.methods.signals.recipes import RECIPES
    from baken.methods.signals.recipes import detect as detected

    population = series.population if method not in RECIPES or RECIPES[method].population else None
    try:
        return detected(method, series.counts, population, monitored, series.per_year)
    except ValueError as error:
        raise UsageError(f"{error}.") from error
