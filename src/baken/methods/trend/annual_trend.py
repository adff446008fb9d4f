# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The trend of a handful of annual counts, in plain Python: log-linear quasi-Poisson with t intervals."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import check_level
from baken.methods.reason import Reason
from baken.methods.trend._change import NO_CHANGE_KNOWN, Change, change_of, is_poisson, width_factor
from baken.methods.trend._line import Line, fitted_line
from baken.methods.trend._outlying import Period, scores
from baken.methods.trend._series import Series, checked_series


@dataclass(frozen=True, slots=True)
class AnnualTrend:
    """The trend of one annual series.

    ``per_year`` is the change in percent per year and ``total`` the fitted change from the first to the last
    year used. ``dispersion`` is Pearson's estimate (below 1 by chance), ``family`` "poisson" where the
    interval rests on chance in counts alone, "quasi_poisson" where overdispersion widens it. ``fitted``,
    ``lower``, ``upper`` (counts), ``score`` and ``outlier`` have one item per year; ``outlier`` is True where
    the count does not fit the line through the other years. ``without_outliers`` is the change per year
    without those years, None when there are none. When ``reason`` is not JUDGED all figures are NaN and
    nothing is marked.
    """

    reason: Reason
    per_year: Change
    total: Change
    dispersion: float
    family: str | None
    degrees: int
    fitted: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    score: tuple[float, ...]
    outlier: tuple[bool, ...]
    without_outliers: Change | None

    @property
    def direction(self) -> str | None:
        """Return "up" or "down" where the interval of the change per year carries it, otherwise None."""
        return self.per_year.direction

    @property
    def phi(self) -> float:
        """The overdispersion, at least 1."""
        return math.nan if math.isnan(self.dispersion) else max(1.0, self.dispersion)


@dataclass(frozen=True, slots=True)
class AnnualWithAndWithout:
    """The trend of all years and that without the excluded ones.

    ``direction_differs`` is None when either cannot be judged.
    """

    full: AnnualTrend
    without: AnnualTrend
    direction_differs: bool | None


def annual_trend(
    counts: Iterable[float | None],
    exposure: Iterable[float | None] | None = None,
    excluded: Iterable[bool] | None = None,
    level: float = 0.95,
) -> AnnualTrend:
    """Return the log-linear trend of annual counts with an interval that pays for the overdispersion.

    log E(y) = log exposure + a + b year, fitted by Poisson maximum likelihood; the half width of the
    interval of b is its Poisson standard error times max(z, t sqrt(X2 / df)), X2 Pearson's statistic.

    Args:
        counts: whole numbers, one per consecutive year; None or NaN is missing.
        exposure: what the counts stand against (population), above 0; None is equal for all years.
        excluded: True for the years to leave out.
        level: confidence level between 0 and 1.

    Raises:
        ValueError: rows of different length, or a level not between 0 and 1.

    Source: McCullagh & Nelder (1989), Generalized Linear Models, 6.2; Williams (1987), Applied Statistics
    36:181-191, for the residuals of the outliers.
    """
    check_level(level)
    data = checked_series(counts, exposure, excluded)
    if data.reason is not Reason.JUDGED:
        return _unjudged(data, data.reason)
    line = fitted_line(data)
    if line is None:
        return _unjudged(data, Reason.NO_CONVERGENCE)
    outlier, score = _outliers(data, line)
    return _judged(data, line, (outlier, score), level)


def annual_trend_with_and_without(
    counts: Iterable[float | None],
    exposure: Iterable[float | None] | None,
    excluded: Iterable[bool],
    level: float = 0.95,
) -> AnnualWithAndWithout:
    """Return the trend of all years, the trend without the excluded years, and whether they part.

    Args and errors: as for ``annual_trend``.
    """
    row, out = tuple(counts), tuple(excluded)
    people = None if exposure is None else tuple(exposure)
    full, without = annual_trend(row, people, None, level), annual_trend(row, people, out, level)
    judged = full.reason is without.reason is Reason.JUDGED
    return AnnualWithAndWithout(full, without, full.direction != without.direction if judged else None)


def _judged(
    data: Series, line: Line, marks: tuple[tuple[bool, ...], tuple[float, ...]], level: float
) -> AnnualTrend:
    outlier, score = marks
    width = width_factor(line.dispersion, line.degrees, level)
    half = width * math.sqrt(line.slope_variance)
    span = data.places[-1] - data.places[0]
    bands = [
        line.mean(place, size, side * width)
        for side in (0, -1, 1)
        for place, size in enumerate(data.exposure)
    ]
    n = len(data.counts)
    return AnnualTrend(
        Reason.JUDGED,
        change_of(line.slope, half),
        change_of(line.slope * span, half * span),
        line.dispersion,
        "poisson" if is_poisson(line.dispersion, line.degrees, level) else "quasi_poisson",
        line.degrees,
        tuple(bands[:n]),
        tuple(bands[n : 2 * n]),
        tuple(bands[2 * n :]),
        score,
        outlier,
        _without(data, outlier, level),
    )


def _outliers(data: Series, line: Line) -> tuple[tuple[bool, ...], tuple[float, ...]]:
    periods = [
        Period(data.counts[place], line.mean(place, data.exposure[place]), line.leverage(place, size))
        for place in data.places
        for size in [data.exposure[place]]
    ]
    marked, found = scores(periods, line.dispersion * line.degrees, line.degrees)
    flags, row = [False] * len(data.counts), [math.nan] * len(data.counts)
    for place, mark, score in zip(data.places, marked, found, strict=True):
        flags[place], row[place] = mark, score
    return tuple(flags), tuple(row)


def _without(data: Series, outlier: tuple[bool, ...], level: float) -> Change | None:
    if not any(outlier):
        return None
    out = tuple(not used or mark for used, mark in zip(data.used, outlier, strict=True))
    rest = checked_series(data.counts, data.exposure, out)
    line = fitted_line(rest) if rest.reason is Reason.JUDGED else None
    if line is None:
        return NO_CHANGE_KNOWN
    width = width_factor(line.dispersion, line.degrees, level)
    return change_of(line.slope, width * math.sqrt(line.slope_variance))


def _unjudged(data: Series, reason: Reason) -> AnnualTrend:
    nothing = (math.nan,) * len(data.counts)
    unmarked = (False,) * len(data.counts)
    unknown = (NO_CHANGE_KNOWN, NO_CHANGE_KNOWN, math.nan, None, 0)
    return AnnualTrend(reason, *unknown, nothing, nothing, nothing, nothing, unmarked, None)
