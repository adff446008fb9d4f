# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The trend of one series of counts: slope, season, level shifts and outliers, with honest intervals."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason
from baken.methods.trend._change import NO_CHANGE_KNOWN, Change, change_of
from baken.methods.trend._model import Model, Window, chosen_model, window_of
from baken.methods.trend._options import TrendOptions
from baken.methods.trend._series import Series, checked_series

__all__ = [
    "Change",
    "LevelShift",
    "Trend",
    "TrendOptions",
    "WithAndWithout",
    "trend",
    "trend_with_and_without",
]


@dataclass(frozen=True, slots=True)
class LevelShift:
    """The ratio of the level after a stated break to that before, the trend apart, with its interval."""

    place: int
    ratio: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True, eq=False)
class Trend:
    """The trend of one series of n periods.

    ``per_year`` is the slope as a change per year, ``total`` the slope over the window from the first to the
    last period used, ``total_with_shifts`` the same with the level shifts. ``family`` is the one that the
    intervals rest on; ``dispersion`` is Pearson's estimate, ``alpha`` that of NB2 (0 otherwise).
    ``autocorrelation`` is that of neighbouring residuals (NaN below 30 degrees of freedom), ``widening`` the
    factor it puts on the variance, ``degrees`` what is left of the degrees of freedom. ``season`` (S, 3) has
    ratio to the mean of the season, lower and upper, from the part of the first period of the series on.
    ``fitted``, ``lower``, ``upper`` (counts), ``score``, ``outlier`` and ``used`` have shape (n,); nothing is
    fitted before ``first``, the first period after the last break that stops. ``without_outliers`` is the
    trend without the marked periods, None when there are none or they were not looked for. When ``reason`` is
    not JUDGED all figures are NaN and nothing is marked.
    """

    reason: Reason
    first: int
    used: NDArray[np.bool_]
    per_year: Change
    total: Change
    total_with_shifts: Change
    family: str | None
    dispersion: float
    alpha: float
    autocorrelation: float
    widening: float
    degrees: float
    season: FloatArray
    shifts: tuple[LevelShift, ...]
    fitted: FloatArray
    lower: FloatArray
    upper: FloatArray
    score: FloatArray
    outlier: NDArray[np.bool_]
    without_outliers: Trend | None

    @property
    def direction(self) -> str | None:
        """Return "up" or "down" where the interval of the change per year carries it, otherwise None."""
        return self.per_year.direction

    @property
    def phi(self) -> float:
        """The overdispersion, at least 1; NaN when nothing is judged."""
        return math.nan if math.isnan(self.dispersion) else max(1.0, self.dispersion)


@dataclass(frozen=True, slots=True, eq=False)
class WithAndWithout:
    """The trend of all periods and that without the excluded ones.

    ``direction_differs`` is None when either cannot be judged.
    """

    full: Trend
    without: Trend
    direction_differs: bool | None


def trend(
    counts: Iterable[float | None],
    exposure: Iterable[float | None] | None = None,
    options: TrendOptions | None = None,
    excluded: Iterable[bool] | None = None,
) -> Trend:
    """Return the log-linear trend of counts per period.

    log E(y) = log exposure + level + slope time + season + shifts. The half width of an interval is its
    Poisson standard error times max(z, t sqrt(phi f)) with phi Pearson's X2 / df, f the widening for
    autocorrelation and t on df / f degrees of freedom.

    Args:
        counts: whole numbers, one per period in order; None or NaN is missing and leaves out the period.
        exposure: what the counts stand against (population, person-days), above 0; None is equal for all.
        options: season, breaks, family and level; see ``TrendOptions``.
        excluded: True for periods to leave out.

    Raises:
        ValueError: rows of different length, or a setting that cannot be.

    Source: McCullagh & Nelder (1989), Generalized Linear Models, 6.2; Cameron & Trivedi (2013), Regression
    Analysis of Count Data; Hilbe (2011), Negative Binomial Regression; Santer and others (2008).
    """
    row = tuple(counts)
    chosen = options or TrendOptions()
    chosen.check(len(row))
    first = max(chosen.stops, default=0)
    data = checked_series(row, exposure, excluded, first)
    return _trend(data, chosen, first, mark=True)


def trend_with_and_without(
    counts: Iterable[float | None],
    exposure: Iterable[float | None] | None,
    excluded: Iterable[bool],
    options: TrendOptions | None = None,
) -> WithAndWithout:
    """Return the trend of all periods, the trend without the excluded ones, and whether they part.

    Args and errors: as for ``trend``.
    """
    row, out = tuple(counts), tuple(excluded)
    people = None if exposure is None else tuple(exposure)
    full, without = trend(row, people, options), trend(row, people, options, out)
    judged = full.reason is without.reason is Reason.JUDGED
    return WithAndWithout(full, without, full.direction != without.direction if judged else None)


def _trend(data: Series, options: TrendOptions, first: int, mark: bool) -> Trend:
    if data.reason is not Reason.JUDGED:
        return _unjudged(data, first, data.reason)
    window = window_of(data, options, first)
    if window.reason is not Reason.JUDGED:
        return _unjudged(data, first, window.reason)
    model = chosen_model(window, options)
    if model is None:
        return _unjudged(data, first, Reason.NO_CONVERGENCE)
    return _judged(data, window, model, mark)


def _judged(data: Series, window: Window, model: Model, mark: bool) -> Trend:
    options, n = window.options, len(data.counts)
    span = window.places[-1] - window.places[0]
    outlier, score = np.zeros(n, dtype=bool), np.full(n, math.nan)
    if mark:
        outlier[window.places], score[window.places] = model.outliers(window.counts)
    bands = model.bands(window.everywhere, window.exposure_everywhere)
    bands[:, : window.first] = math.nan
    return Trend(
        reason=Reason.JUDGED,
        first=window.first,
        used=np.array(data.used),
        per_year=change_of(*model.estimate(window.contrast(options.per_year))),
        total=change_of(*model.estimate(window.contrast(span))),
        total_with_shifts=change_of(*model.estimate(window.contrast(span, with_shifts=True))),
        family=model.family,
        dispersion=model.fit.dispersion,
        alpha=model.fit.alpha,
        autocorrelation=model.autocorrelation,
        widening=model.widening,
        degrees=model.degrees,
        season=model.season(window.season_contrasts()),
        shifts=tuple(_shift(place, model, row) for place, row in window.shift_contrasts()),
        fitted=bands[0],
        lower=bands[1],
        upper=bands[2],
        score=score,
        outlier=outlier,
        without_outliers=_without(data, window, outlier),
    )


def _shift(place: int, model: Model, contrast: FloatArray) -> LevelShift:
    value, half = model.estimate(contrast)
    change = change_of(value, half)
    return LevelShift(place, *(1 + limit / 100 for limit in (change.percent, change.lower, change.upper)))


def _without(data: Series, window: Window, outlier: NDArray[np.bool_]) -> Trend | None:
    if not outlier.any():
        return None
    out = [not used or bool(one) for used, one in zip(data.used, outlier, strict=True)]
    rest = checked_series(data.counts, data.exposure, out, window.first)
    return _trend(rest, window.options, window.first, mark=False)


def _unjudged(data: Series, first: int, reason: Reason) -> Trend:
    n = len(data.counts)
    nothing = np.full(n, math.nan)
    return Trend(
        reason=reason,
        first=first,
        used=np.array(data.used, dtype=bool),
        per_year=NO_CHANGE_KNOWN,
        total=NO_CHANGE_KNOWN,
        total_with_shifts=NO_CHANGE_KNOWN,
        family=None,
        dispersion=math.nan,
        alpha=math.nan,
        autocorrelation=math.nan,
        widening=math.nan,
        degrees=math.nan,
        season=np.empty((0, 3)),
        shifts=(),
        fitted=nothing,
        lower=nothing.copy(),
        upper=nothing.copy(),
        score=nothing.copy(),
        outlier=np.zeros(n, dtype=bool),
        without_outliers=None,
    )
