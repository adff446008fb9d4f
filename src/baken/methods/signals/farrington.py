# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Early signals as first published: the same months of the years before, a two-sided bound."""

from __future__ import annotations

from dataclasses import replace

from numpy.typing import ArrayLike

from baken.methods.signals._farrington_plan import FarringtonOptions
from baken.methods.signals._farrington_run import FarringtonTable, Variant, detected

__all__ = ["FARRINGTON_1996", "farrington"]

FARRINGTON_1996 = FarringtonOptions(
    per_year=12,
    half_window=1,
    seasons=1,
    past_excluded=0,
    weights_threshold=1.0,
    alpha=0.01,
    trend_threshold=0.05,
    fewest_cases=5,
    threshold="delta",
    relative_error=False,
)
"""Months: three months around the same month of five years; weeks: ``half_window=3, per_year=52``."""


def farrington(
    counts: ArrayLike,
    options: FarringtonOptions = FARRINGTON_1996,
    monitored: int = 1,
    population: ArrayLike | None = None,
    threads: int | None = None,
) -> FarringtonTable:
    """Judge the last periods of each series against the same time of the years before.

    Like ``farrington_flexible`` with one season, but the bound is the upper limit of a two-sided interval
    (so ``alpha`` 0.01 allows 0.005 above it), its standard error takes the dispersion phi (at least 1), and
    the trend is tested with the dispersion as it was estimated.

    Args:
        counts: table (series, periods), oldest period first; NaN is missing and never zero.
        options: how to compare; ``seasons``, ``threshold`` and ``relative_error`` are set by the method.
        monitored: how many periods at the end of the series to judge, each from the periods before it.
        population: table of the same shape; the regression is then on rates.
        threads: how many threads, all processors by default; the result does not depend on it.

    Returns:
        Signals, reasons as in ``farrington_flexible``.

    Raises:
        ValueError: no table, shapes that differ, or more periods monitored than there are.

    Source: Farrington, Andrews, Beale & Catchpole (1996), JRSS A 159:547-563.
    """
    own = replace(options, seasons=1, threshold="delta", relative_error=False)
    variant = Variant(two_sided=True, relative_error=False)
    return detected((counts, population), own, variant, monitored, threads)
