# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Detectors by name, each with the settings it was published with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from numpy.typing import ArrayLike

from baken.methods.signals.cusum import CusumOptions, cusum
from baken.methods.signals.ears import EarsOptions, Method, ears
from baken.methods.signals.farrington import FARRINGTON_1996, farrington
from baken.methods.signals.farrington_flexible import (
    DEFAULTS,
    FARRINGTON,
    MUAN,
    NOUFAILY,
    NOUFAILY_MONTHLY,
    FarringtonOptions,
    farrington_flexible,
)
from baken.methods.signals.negative_binomial_glr import GlrOptions, negative_binomial_glr
from baken.methods.signals.pooled import PooledBatch, PooledOptions, pooled_signals
from baken.methods.signals.table import SignalTable

WEEKS, MONTHS = 52, 12
_MONITORED = {WEEKS: 49, MONTHS: 12}
LEVELS = {WEEKS: 0.005, MONTHS: 0.01}
"""The share of series and periods that may alarm when nothing happens, by periods per year."""

Run = Callable[[ArrayLike, ArrayLike | None, int, int], SignalTable]
"""Counts, population, how many periods to judge, periods per year."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A detector with settings; ``per_year`` is 52 or 12, or None when it takes either."""

    run: Run
    per_year: int | None = None
    population: bool = True


def detect(
    name: str,
    counts: ArrayLike,
    population: ArrayLike | None = None,
    monitored: int | None = None,
    per_year: int | None = None,
) -> SignalTable:
    """Judge the last periods of each series with a detector from the list.

    Args:
        name: one of RECIPES.
        counts: table (series, periods), oldest period first; NaN is missing and never zero.
        population: table of the same shape, for detectors that use one.
        monitored: how many periods at the end to judge; 49 weeks or 12 months by default.
        per_year: 52 or 12; months by default where a detector takes either.

    Returns:
        Signals; what ``score`` is depends on the detector.

    Raises:
        ValueError: an unknown name, the wrong length of period, a population that would be ignored, or what
            the detector itself refuses.
    """
    if name not in RECIPES:
        raise ValueError(f"no detector is called {name}; there are {', '.join(RECIPES)}")
    recipe = RECIPES[name]
    length = per_year or recipe.per_year or MONTHS
    if length not in _MONITORED or recipe.per_year not in (None, length):
        allowed = recipe.per_year or "52 or 12"
        raise ValueError(f"{name} is for {allowed} periods per year; got {length}")
    if population is not None and not recipe.population:
        raise ValueError(f"{name} knows no population")
    return recipe.run(counts, population, monitored or _MONITORED[length], length)


def _flexible(options: FarringtonOptions) -> Recipe:
    def run(counts: ArrayLike, population: ArrayLike | None, monitored: int, per_year: int) -> SignalTable:
        return farrington_flexible(counts, options, monitored, population).signals

    return Recipe(run, options.per_year)


def _ears(method: Method, alpha: float | None = None) -> Recipe:
    def run(counts: ArrayLike, population: ArrayLike | None, monitored: int, per_year: int) -> SignalTable:
        return ears(counts, EarsOptions(method, alpha), monitored)

    return Recipe(run, population=False)


def _farrington(
    counts: ArrayLike, population: ArrayLike | None, monitored: int, per_year: int
) -> SignalTable:
    return farrington(counts, FARRINGTON_1996, monitored, population).signals


def _cusum(counts: ArrayLike, population: ArrayLike | None, monitored: int, per_year: int) -> SignalTable:
    return cusum(counts, CusumOptions(per_year=per_year), monitored, population)


def _glr(counts: ArrayLike, population: ArrayLike | None, monitored: int, per_year: int) -> SignalTable:
    return negative_binomial_glr(counts, GlrOptions(per_year=per_year), monitored, population).signals


def _pooled(counts: ArrayLike, population: ArrayLike | None, monitored: int, per_year: int) -> SignalTable:
    options = PooledOptions(level=LEVELS[per_year], per_year=per_year)
    return pooled_signals(counts, monitored, options, PooledBatch(population=population)).table


RECIPES: dict[str, Recipe] = {
    "noufaily": _flexible(NOUFAILY),
    "noufaily_m": _flexible(NOUFAILY_MONTHLY),
    "muan": _flexible(MUAN),
    "farrington": _flexible(FARRINGTON),
    "defaults": _flexible(DEFAULTS),
    "farrington96": Recipe(_farrington, MONTHS),
    "ears_c1": _ears("C1", 0.01),
    "ears_c2": _ears("C2"),
    "ears_c3": _ears("C3"),
    "ears_c3_lagged": _ears("C3-lagged"),
    "cusum": Recipe(_cusum),
    "glrnb": Recipe(_glr),
    "pooled": Recipe(_pooled),
}
"""Every detector by name."""
