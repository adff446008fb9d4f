# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Early signals of a rise that lasts: the generalised likelihood ratio for negative binomial counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._threads import in_blocks
from baken.methods.signals._glr_mean import Shape, expected_in_control
from baken.methods.signals.table import SignalTable


@dataclass(frozen=True, slots=True)
class GlrOptions:
    """When to raise an alarm and what to expect without a change.

    An alarm comes when the likelihood ratio reaches ``limit``. The expected count follows ``harmonics`` of
    the year and, with ``trend``, a steady growth. ``alpha`` is the overdispersion in variance = mean + alpha
    mean^2, None to estimate it, 0 for Poisson. With a ``window`` above 0 a rise began at most so many periods
    ago.
    """

    limit: float = 5.0
    per_year: int = 52
    harmonics: int = 1
    trend: bool = True
    alpha: float | None = None
    window: int = 0

    def __post_init__(self) -> None:
        """Raise ValueError for settings that nothing can be computed with."""
        if not 0 < self.limit < np.inf:
            raise ValueError(f"limit must be above 0; got {self.limit:g}")
        if self.alpha is not None and not 0 <= self.alpha < np.inf:
            raise ValueError(f"alpha must not be negative; got {self.alpha:g}")
        if self.window < 0:
            raise ValueError(f"window must not be negative; got {self.window}")


@dataclass(frozen=True, slots=True, eq=False)
class GlrTable:
    """Signals, and per series the overdispersion ``alpha`` that was used (NaN where there is none)."""

    signals: SignalTable
    alpha: np.ndarray[tuple[int], np.dtype[np.float64]]


def negative_binomial_glr(
    counts: ArrayLike,
    options: GlrOptions | None = None,
    monitored: int = 1,
    population: ArrayLike | None = None,
    threads: int | None = None,
) -> GlrTable:
    """Follow the last periods of each series and say when a rise has begun.

    The expected counts mu come from a negative binomial regression on all periods before the monitored ones.
    At period n the statistic is the maximum over k <= n and r >= 0 of the log likelihood ratio of means
    mu exp(r) against mu for the periods k to n. After an alarm it starts anew.

    Args:
        counts: table (series, periods), oldest period first; NaN is missing and never zero.
        options: limit and expected count.
        monitored: how many periods at the end of the series to follow; those before are taken to be normal.
        population: table of the same shape; the regression is then on rates.
        threads: how many threads, all processors by default; the result does not depend on it.

    Returns:
        Signals; ``score`` is the statistic, ``p`` is NaN, ``upper`` the highest count that would not have
        given an alarm in that period. Reasons: those of the figures, TOO_FEW_PERIODS (less than a year, or
        than three periods per effect), ALL_ZERO (no case before), NO_CONVERGENCE. A missing period is passed
        over.

    Raises:
        ValueError: wrong options, no table, shapes that differ, or more periods monitored than there are.

    Source: Hoehle & Paul (2008), Computational Statistics & Data Analysis 52:4357-4368.
    """
    from baken.methods.signals._glr_kernel import glr_rows

    chosen = options or GlrOptions()
    shape = Shape(chosen.per_year, chosen.harmonics, chosen.trend)
    alpha = -1.0 if chosen.alpha is None else chosen.alpha
    control = expected_in_control((counts, population), shape, alpha, monitored, threads)
    observed = np.where(control.reason == 0, control.observed, np.nan)
    known = np.ascontiguousarray(np.column_stack([control.expected, control.alpha]))
    answers = np.full((*observed.shape, 2), np.nan)

    def work(first: int, last: int) -> None:
        glr_rows(observed[first:last], known[first:last], chosen.limit, chosen.window, answers[first:last])

    in_blocks(work, observed.shape[0], threads)
    score, upper = answers[..., 0].copy(), answers[..., 1].copy()
    none = np.full(observed.shape, np.nan)
    alarm = (control.reason == 0) & (score >= chosen.limit)
    table = SignalTable(
        control.first, control.observed, control.expected, upper, none, score, alarm, control.reason
    )
    return GlrTable(table, control.alpha)
