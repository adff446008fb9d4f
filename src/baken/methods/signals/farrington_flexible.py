# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Early signals in many series at once, after Farrington and others (1996) and Noufaily and others (2013)."""

from __future__ import annotations

from numpy.typing import ArrayLike

from baken.methods.signals._farrington_plan import FarringtonOptions
from baken.methods.signals._farrington_run import FarringtonTable, Variant, detected

__all__ = [
    "DEFAULTS",
    "FARRINGTON",
    "MUAN",
    "NOUFAILY",
    "NOUFAILY_MONTHLY",
    "FarringtonOptions",
    "FarringtonTable",
    "farrington_flexible",
]

NOUFAILY = FarringtonOptions()
"""Weeks: all of five years, ten seasons, negative binomial bound."""

MUAN = FarringtonOptions(threshold="muan")
"""Weeks: as NOUFAILY, with a bound that allows for the uncertainty of the expected count."""

FARRINGTON = FarringtonOptions(
    seasons=1, past_excluded=3, weights_threshold=1.0, trend_threshold=0.05, threshold="delta"
)
"""Weeks: as published in 1996, only the same weeks of five years."""

NOUFAILY_MONTHLY = FarringtonOptions(per_year=12, half_window=1, past_excluded=3, alpha=0.01)
"""Months: as NOUFAILY, a season for each month outside the window."""

DEFAULTS = FarringtonOptions(
    per_year=12,
    seasons=1,
    past_excluded=3,
    alpha=0.05,
    trend_threshold=0.05,
    fewest_cases=5,
    threshold="delta",
)
"""Months: what the common software does when nothing is chosen."""


def farrington_flexible(
    counts: ArrayLike,
    options: FarringtonOptions = NOUFAILY,
    monitored: int = 1,
    population: ArrayLike | None = None,
    threads: int | None = None,
) -> FarringtonTable:
    """Judge the last periods of each series against a regression on the years before.

    Quasi-Poisson regression with a factor for the season and, unless it is left out, a linear trend is
    fitted to the reference periods, refitted with less weight for earlier outbreaks, and extrapolated.

    Args:
        counts: table (series, periods), oldest period first; NaN is missing and never zero.
        options: how to compare; NOUFAILY, MUAN and FARRINGTON are for weeks, NOUFAILY_MONTHLY and DEFAULTS
            for months.
        monitored: how many periods at the end of the series to judge, each from the periods before it.
        population: table of the same shape; the regression is then on rates. Zero or NaN leaves a reference
            period out.
        threads: how many threads, all processors by default; the result does not depend on it.

    Returns:
        Signals; ``score`` is (observed - expected) / (upper - expected). Periods that cannot be judged carry
        a reason: MISSING, NEGATIVE, FRACTIONAL, INFINITE, TOO_LARGE (in the judged or in a reference
        period), NO_POPULATION, TOO_FEW_PERIODS (too short, or under half of the reference periods known),
        TOO_FEW_CASES (``fewest_cases``), NO_CONVERGENCE.

    Raises:
        ValueError: no table, shapes that differ, or more periods monitored than there are.

    Source: Farrington, Andrews, Beale & Catchpole (1996), JRSS A 159:547-563; Noufaily, Enki, Farrington,
    Garthwaite, Andrews & Charlett (2013), Statistics in Medicine 32:1206-1222.
    """
    variant = Variant(two_sided=False, relative_error=options.relative_error)
    return detected((counts, population), options, variant, monitored, threads)
