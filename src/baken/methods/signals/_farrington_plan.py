# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which earlier periods are compared with, and in which season each lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray

_NO_SLOPE = 1e-10

Threshold = Literal["delta", "muan", "nb_plugin"]


@dataclass(frozen=True, slots=True)
class FarringtonOptions:
    """How to compare; the defaults are those of Noufaily and others (2013) for weeks.

    ``years_back`` and ``half_window`` give the reference periods, ``seasons`` above 1 adds the rest of those
    years as a factor with so many levels, but not the last ``past_excluded`` periods. Reference periods with
    an Anscombe residual above ``weights_threshold`` weigh less. ``alpha`` is the chance of a false alarm
    aimed at. The trend stays when its p value is below ``trend_threshold``. Less than ``fewest_cases`` in the
    last ``cases_in`` periods is not judged. ``power`` is the transformation of ``delta``: 2/3, 1/2 or 1.
    ``relative_error`` takes standard errors from relative residuals, as the common software does; otherwise
    they come from the dispersion, as published.
    """

    per_year: int = 52
    years_back: int = 5
    half_window: int = 3
    seasons: int = 10
    past_excluded: int = 26
    weights_threshold: float = 2.58
    alpha: float = 0.005
    trend_threshold: float = 1.0
    fewest_cases: int = 0
    cases_in: int = 4
    power: float = 2 / 3
    threshold: Threshold = "nb_plugin"
    relative_error: bool = True

    def __post_init__(self) -> None:
        """Raise ValueError for settings that nothing can be computed with."""
        for name, lowest in (("per_year", 2), ("years_back", 1), ("half_window", 0), ("seasons", 1)):
            if getattr(self, name) < lowest:
                raise ValueError(f"{name} must be {lowest} or more; got {getattr(self, name)}")
        if not 0 < self.alpha < 0.5:
            raise ValueError(f"alpha must lie between 0 and 0.5; got {self.alpha:g}")
        if self.weights_threshold <= 0 or self.trend_threshold < 0 or self.past_excluded < 0:
            raise ValueError("weights_threshold must be above 0; trend_threshold, past_excluded not below 0")
        if self.threshold not in ("delta", "muan", "nb_plugin"):
            raise ValueError(f"threshold must be delta, muan or nb_plugin; got {self.threshold}")
        if not 0 < self.power <= 1 or self.cases_in < 1:
            raise ValueError("power must lie above 0 and up to 1, cases_in must be 1 or more")
        rest = self.per_year - 2 * self.half_window - 1
        if rest < 0 or self.seasons - 1 > rest:
            raise ValueError(
                f"a year of {self.per_year} has no room for the window and {self.seasons} seasons"
            )


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Runs of reference periods in one season: (runs, 4) with place, length, season and column."""

    runs: NDArray[np.int64]

    @property
    def size(self) -> int:
        """How many reference periods there are."""
        return int(self.runs[:, 1].sum())

    @property
    def span(self) -> int:
        """How many periods before the judged one the oldest reference period lies."""
        return -int(self.runs[:, 0].min())


def plan(options: FarringtonOptions) -> Plan:
    """Return the reference periods of a judged period, oldest first.

    Season 0 is the window around the same time of every year; with more seasons the rest of the year is cut
    in parts that differ by one period at most. Time is counted in periods, not in dates.
    """
    year, width = options.per_year, 2 * options.half_window + 1
    rest = year - width
    runs: list[list[int]] = []
    for back in range(options.years_back, -1, -1):
        runs.append([-back * year - options.half_window, width, 0])
        for part in range(options.seasons - 1):
            begin, end = (rest * edge // (options.seasons - 1) for edge in (part, part + 1))
            runs.append([-back * year + options.half_window + 1 + begin, end - begin, part + 1])
    last = -options.past_excluded - 1 if options.seasons > 1 else min(-1, -options.past_excluded - 1)
    kept = [
        [place, min(length, last + 1 - place), season]
        for place, length, season in runs
        if place <= last and (options.seasons > 1 or place + options.half_window < 0)
    ]
    table = np.array(kept, dtype=np.int64)
    columns = np.concatenate([[0], table[:, 1].cumsum()[:-1]])
    return Plan(np.ascontiguousarray(np.column_stack([table, columns])))


def critical_values(options: FarringtonOptions, size: int) -> FloatArray:
    """Return how large a t value keeps the trend, for 0 to ``size`` degrees of freedom."""
    from scipy.special import stdtrit

    free = np.arange(1, size + 1, dtype=np.float64)
    if options.trend_threshold >= 1:
        # Every p value is below 1, but a slope that is 0 but for rounding is no trend.
        return np.full(size + 1, _NO_SLOPE)
    values = -stdtrit(free, options.trend_threshold / 2)
    return np.concatenate([[np.inf], values])
