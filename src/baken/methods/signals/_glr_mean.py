# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The expected counts of monitored periods if nothing changed since the periods before them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods._threads import in_blocks
from baken.methods.reason import Reason
from baken.methods.signals._series import Series, check_monitored, count_table, population_table


@dataclass(frozen=True, slots=True)
class Shape:
    """What the expected count follows: so many harmonics of the year and perhaps a trend."""

    per_year: int
    harmonics: int
    trend: bool

    def check(self) -> None:
        """Raise ValueError for a shape that cannot be fitted."""
        if self.per_year < 2:
            raise ValueError(f"per_year must be 2 or more; got {self.per_year}")
        if not 0 <= self.harmonics <= (self.per_year - 1) // 2:
            raise ValueError(
                f"harmonics must lie between 0 and {(self.per_year - 1) // 2}; got {self.harmonics}"
            )

    @property
    def fewest(self) -> int:
        """How many earlier periods must be known: a year, and three for each effect."""
        return max(self.per_year if self.harmonics else 0, 3 * (1 + self.trend + 2 * self.harmonics))


@dataclass(frozen=True, slots=True, eq=False)
class InControl:
    """Counts, expected counts and reasons of the monitored periods; alpha per series."""

    first: int
    observed: FloatArray
    expected: FloatArray
    alpha: FloatArray
    reason: NDArray[np.int8]


def expected_in_control(
    given: tuple[ArrayLike, ArrayLike | None],
    shape: Shape,
    alpha: float,
    monitored: int,
    threads: int | None,
) -> InControl:
    """Fit every series to its periods before the monitored ones; ``given`` are counts and population.

    The variance is mean + alpha mean^2; a negative alpha is estimated.
    """
    from baken.methods.signals._glr_mean_kernel import in_control

    shape.check()
    counts = count_table(given[0])
    people = population_table(given[1], counts.values.shape)
    rows, periods = counts.values.shape
    first = check_monitored(monitored, periods)
    known = np.isfinite(counts.values) & np.isfinite(people.values)
    table = np.where(known, counts.values, np.nan)[:, :first]
    offsets = np.log(np.where(np.isfinite(people.values), people.values, 1.0))
    design = _design(shape, periods, first)
    answers = np.full((rows, monitored + 1), np.nan)
    if first:
        past = np.ascontiguousarray(table)

        def work(one: int, last: int) -> None:
            in_control(past[one:last], offsets[one:last], design, alpha, answers[one:last])

        in_blocks(work, rows, threads)
    reason = _reasons(counts, people, known[:, :first].sum(axis=1) < shape.fewest, first)
    zero = (np.nansum(table, axis=1) == 0)[:, np.newaxis]
    reason = np.where((reason == 0) & zero, Reason.ALL_ZERO, reason)
    lost = ~np.isfinite(answers[:, :-1]) | ~np.isfinite(answers[:, -1:])
    reason = np.where((reason == 0) & lost, Reason.NO_CONVERGENCE, reason).astype(np.int8)
    expected = np.where(reason == 0, answers[:, :-1], np.nan)
    return InControl(first, counts.values[:, first:], expected, answers[:, -1].copy(), reason)


def _design(shape: Shape, periods: int, first: int) -> FloatArray:
    """Columns: 1, years since the first monitored period, cosine and sine of each harmonic."""
    time = np.arange(1, periods + 1) - float(first + 1)
    columns = [np.ones(periods)]
    if shape.trend:
        columns.append(time / shape.per_year)
    for harmonic in range(1, shape.harmonics + 1):
        angle = 2 * np.pi * harmonic * ((time + first + 1) % shape.per_year) / shape.per_year
        columns += [np.cos(angle), np.sin(angle)]
    return np.ascontiguousarray(np.column_stack(columns))


def _reasons(counts: Series, people: Series, short: NDArray[np.bool_], first: int) -> NDArray[np.int8]:
    """The period's own trouble first, then that of the past: a figure that is no count, or too few."""
    reason = counts.reason[:, first:].copy()
    past = np.zeros(short.shape, dtype=np.int8)
    for series in (people, counts):
        worst = np.where(series.reason == Reason.NO_POPULATION, 0, series.reason)[:, :first]
        worst = worst.max(axis=1, initial=0)
        past = np.where(worst > Reason.MISSING, worst, past).astype(np.int8)
    past = np.where((past == 0) & short, Reason.TOO_FEW_PERIODS, past).astype(np.int8)
    for other in (people.reason[:, first:], past[:, np.newaxis]):
        reason = np.where(reason == 0, other, reason)
    return reason
