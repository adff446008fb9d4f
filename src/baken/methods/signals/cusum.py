# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Early signals of a small rise that lasts: cumulative sums of Poisson counts made normal."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray
from baken.methods.signals._glr_mean import Shape, expected_in_control
from baken.methods.signals.table import SignalTable


@dataclass(frozen=True, slots=True)
class CusumOptions:
    """When to raise an alarm and what to expect without a change.

    Each period adds its standardised count less ``reference``; an alarm comes at ``limit`` and the sum starts
    anew at 0. The expected count follows ``harmonics`` of the year and, with ``trend``, a steady growth.
    """

    reference: float = 1.04
    limit: float = 2.26
    per_year: int = 52
    harmonics: int = 1
    trend: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for settings that nothing can be computed with."""
        if not 0 < self.limit < np.inf or not 0 <= self.reference < np.inf:
            raise ValueError("limit must be above 0 and reference not below 0")


WEEKLY = CusumOptions()


def cusum(
    counts: ArrayLike,
    options: CusumOptions = WEEKLY,
    monitored: int = 1,
    population: ArrayLike | None = None,
    threads: int | None = None,
) -> SignalTable:
    """Follow the last periods of each series and say when a rise has begun.

    A count y with expected count m becomes x = (y - 3 m + 2 sqrt(m y)) / (2 sqrt(m)), nearly standard normal
    if y is Poisson. The sum is s(t) = max(0, s(t-1) + x(t) - reference), 0 before the first monitored period
    and after an alarm; an alarm comes when it reaches the limit.

    Args:
        counts: table (series, periods), oldest period first; NaN is missing and never zero.
        options: reference value, limit and expected count.
        monitored: how many periods at the end of the series to follow; those before are taken to be normal.
        population: table of the same shape; the expected count is then a rate times the population.
        threads: how many threads, all processors by default; the result does not depend on it.

    Returns:
        Signals; ``score`` is the sum, ``p`` is NaN, ``upper`` the highest count that would not have given an
        alarm in that period (-1: any would). Reasons: those of the figures, TOO_FEW_PERIODS (less than a
        year, or than three periods per effect), ALL_ZERO (no case before), NO_CONVERGENCE. A missing period
        leaves the sum as it was.

    Raises:
        ValueError: wrong options, no table, shapes that differ, or more periods monitored than there are.

    Source: Lucas (1985), Technometrics 27:129-144; Rossi, Lampugnani & Marchi (1999), Statistics in Medicine
    18:2111-2122.
    """
    shape = Shape(options.per_year, options.harmonics, options.trend)
    control = expected_in_control((counts, population), shape, 0.0, monitored, threads)
    judged = control.reason == 0
    observed = np.where(judged, control.observed, np.nan)
    score, upper = np.full(observed.shape, np.nan), np.full(observed.shape, np.nan)
    before = np.zeros(observed.shape[0])
    for t in range(monitored):
        count, mean, now = observed[:, t], control.expected[:, t], judged[:, t]
        after = np.maximum(before + _standardised(count, mean) - options.reference, 0.0)
        score[:, t], upper[:, t] = after, _highest(mean, options.limit + options.reference - before)
        alarm = after >= options.limit
        before = np.where(now, np.where(alarm, 0.0, after), before)
    alarms = judged & (score >= options.limit)
    none = np.full(observed.shape, np.nan)
    return SignalTable(
        control.first, control.observed, control.expected, upper, none, score, alarms, control.reason
    )


def _standardised(count: FloatArray, mean: FloatArray) -> FloatArray:
    """The transformation of Rossi and others."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((count - 3 * mean + 2 * np.sqrt(mean * count)) / (2 * np.sqrt(mean)))


def _highest(mean: FloatArray, below: FloatArray) -> FloatArray:
    """The highest whole count with a standardised value below a number, -1 if there is none."""
    with np.errstate(invalid="ignore"):
        root = np.sqrt(np.maximum(4 * mean + 2 * below * np.sqrt(mean), 0.0)) - np.sqrt(mean)
        top = np.where(root > 0, np.floor(root**2), -1.0)
        # The square root may round to the wrong side of a whole number.
        top = np.where(_standardised(np.maximum(top, 0.0), mean) >= below, top - 1, top)
        top = np.where(_standardised(top + 1, mean) < below, top + 1, top)
    return np.where(np.isnan(mean), np.nan, np.maximum(top, -1.0))
