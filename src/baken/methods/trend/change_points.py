# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the trend of a series changes: connected log-linear segments, as in joinpoint regression."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods._checks import check_level
from baken.methods.reason import Reason
from baken.methods.trend._change import NO_CHANGE_KNOWN, Change, change_of
from baken.methods.trend._glm import Fit
from baken.methods.trend._hinges import squares_when_moved
from baken.methods.trend._linearised import Linearised, hinge_columns, linearised, with_hinges
from baken.methods.trend._model import Model, Window, model_of, window_of
from baken.methods.trend._number import NumberTest, by_criterion, by_permutation
from baken.methods.trend._options import TrendOptions
from baken.methods.trend._series import Series, checked_series
from baken.methods.trend._student import t_quantile

__all__ = ["ChangePoint", "ChangePointOptions", "ChangePoints", "NumberTest", "Segment", "change_points"]

RULES = ("permutation", "bic", "bic3", "wbic")


@dataclass(frozen=True, slots=True)
class ChangePointOptions:
    """How change points are sought.

    ``trend``: season, breaks and level, as for a trend (its ``family`` is not used: quasi-Poisson). ``rule``:
    "permutation", "bic", "bic3" or "wbic". ``most``: the most change points; None is one per five periods, at
    most three. ``apart``: the fewest periods between two change points and from either end; None is three,
    and a year for series within the year. ``chance``: the chance of a change point too many; ``permutations``
    and ``seed`` are for the permutation tests.
    """

    trend: TrendOptions = field(default_factory=TrendOptions)
    rule: str = "permutation"
    most: int | None = None
    apart: int | None = None
    chance: float = 0.05
    permutations: int = 999
    seed: int = 0

    def check(self, periods: int) -> None:
        """Raise ValueError for settings that cannot be, for a series of so many periods."""
        self.trend.check(periods)
        check_level(self.chance)
        if self.rule not in RULES:
            raise ValueError(f"rule must be one of {', '.join(RULES)}; got {self.rule}")
        if self.most is not None and not 0 <= self.most <= 4:
            raise ValueError(f"most must be 0 to 4; got {self.most}")
        if self.apart is not None and self.apart < 2:
            raise ValueError(f"apart must be 2 or more; got {self.apart}")
        if self.permutations < 99:
            raise ValueError(f"permutations must be 99 or more; got {self.permutations}")


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """The place where one segment ends and the next begins, with the earliest and latest likely place."""

    place: int
    lower: int
    upper: int


@dataclass(frozen=True, slots=True)
class Segment:
    """The change per year from one place to another."""

    first: int
    last: int
    per_year: Change

    @property
    def direction(self) -> str | None:
        """Return "up" or "down" where the interval carries it, otherwise None."""
        return self.per_year.direction


@dataclass(frozen=True, slots=True, eq=False)
class ChangePoints:
    """The change points of a series of n periods, and the segments between them.

    ``average`` is the average change per year over the window. ``tests`` are the permutation tests done,
    ``criterion`` the criterion for each number of change points from 0 on (empty for the other rule).
    ``dispersion``, ``autocorrelation``, ``widening`` and ``degrees`` as for a trend. ``fitted``, ``lower``,
    ``upper`` (counts) have shape (n,). When ``reason`` is not JUDGED there are no points and no segments.
    """

    reason: Reason
    points: tuple[ChangePoint, ...]
    segments: tuple[Segment, ...]
    average: Change
    tests: tuple[NumberTest, ...]
    criterion: tuple[float, ...]
    dispersion: float
    autocorrelation: float
    widening: float
    degrees: float
    fitted: FloatArray
    lower: FloatArray
    upper: FloatArray


def change_points(
    counts: Iterable[float | None],
    exposure: Iterable[float | None] | None = None,
    options: ChangePointOptions | None = None,
    excluded: Iterable[bool] | None = None,
) -> ChangePoints:
    """Return where the log-linear trend of counts changes, and the change per year of each segment.

    Change points lie at periods that are used. For each number of them the best places are those with the
    smallest weighted residual sum of squares; the number is chosen by permutation tests or by a criterion.
    Intervals of segments allow for the uncertainty of the places; those of the places are where the residual
    squares stay below RSS (1 + F / df) with the other places fixed.

    Args:
        counts, exposure, excluded: as for ``trend``.
        options: see ``ChangePointOptions``.

    Raises:
        ValueError: rows of different length, or a setting that cannot be.

    Source: Kim, Fay, Feuer & Midthune (2000), Statistics in Medicine 19:335-351; Lerman (1980), Applied
    Statistics 29:77-84 (places); Clegg and others (2009), Statistics in Medicine 28:3670-3682 (average).
    """
    row = tuple(counts)
    chosen = options or ChangePointOptions()
    chosen.check(len(row))
    first = max(chosen.trend.stops, default=0)
    data = checked_series(row, exposure, excluded, first)
    if data.reason is not Reason.JUDGED:
        return _unjudged(data, data.reason)
    window = window_of(data, chosen.trend, first)
    if window.reason is not Reason.JUDGED:
        return _unjudged(data, window.reason)
    try:
        return _searched(data, window, chosen)
    except np.linalg.LinAlgError:
        # Stretches without weight: the data cannot tell one place from another.
        return _unjudged(data, Reason.NO_CONVERGENCE)


def _searched(data: Series, window: Window, options: ChangePointOptions) -> ChangePoints:
    apart = options.apart or max(3, round(window.options.per_year))
    candidates = _candidates(window, apart)
    linear = linearised(window, candidates, apart, _most(window, options))
    if linear is None:
        return _unjudged(data, Reason.NO_CONVERGENCE)
    number, tests, criterion = _number(window, linear, options)
    chosen = linear.found[number]
    hinges = candidates[list(chosen)]
    fit = with_hinges(window, hinges)
    if fit is None:
        return _unjudged(data, Reason.NO_CONVERGENCE)
    model = model_of(window, _paid(window, fit, hinges), "quasi_poisson")
    segments, average = _segments(window, model, hinges)
    bands = _bands(window, model, hinges)
    points = tuple(
        _point(linear, chosen, which, (window.options.level, fit.degrees - number)) for which in range(number)
    )
    judged = (Reason.JUDGED, points, segments, average, tests, criterion)
    return ChangePoints(
        *judged, model.fit.dispersion, model.autocorrelation, model.widening, model.degrees, *bands
    )


def _candidates(window: Window, apart: int) -> NDArray[np.int64]:
    places = window.places
    # At least so many periods in fact measured at either end, not only so much time.
    inner = places[apart : max(apart, len(places) - apart)]
    enough: NDArray[np.bool_] = (inner - places[0] >= apart) & (places[-1] - inner >= apart)
    return inner[enough]


def _most(window: Window, options: ChangePointOptions) -> int:
    free = len(window.places) - int(window.columns.shape[1])
    if options.most is None:
        return min(3, free // 5)
    # Each change point costs two degrees of freedom, and two must be left.
    return max(0, min(options.most, free // 2 - 1))


def _number(
    window: Window, linear: Linearised, options: ChangePointOptions
) -> tuple[int, tuple[NumberTest, ...], tuple[float, ...]]:
    if options.rule == "permutation":
        settings = (options.chance, options.permutations, options.seed)
        return *by_permutation(linear.problem, linear.found, settings), ()
    weights = [_partial(window, linear, chosen) for chosen in linear.found]
    number, criterion = by_criterion(linear.problem, linear.found, options.rule, weights)
    return number, (), criterion


def _partial(window: Window, linear: Linearised, chosen: tuple[int, ...]) -> float:
    """The largest partial R2 of a change over the two segments beside it; 0 without changes."""
    places = window.places.astype(np.float64)
    hinges = linear.problem.places[list(chosen)]
    fit = with_hinges(window, hinges)
    if fit is None or not chosen:
        return 0.0
    beside = window.columns[:, 2:] @ fit.coefficients[2 : window.columns.shape[1]]
    bounds = [places[0], *hinges.tolist(), places[-1]]
    largest = 0.0
    for which in range(len(chosen)):
        inside = (places >= bounds[which]) & (places <= bounds[which + 2])
        root = np.sqrt(linear.weights[inside])
        line = np.stack([np.ones(int(inside.sum())), places[inside] - bounds[which + 1]], axis=1)
        base = np.linalg.qr(line * root[:, None])[0]
        pair = (
            np.stack([(linear.response - beside)[inside], np.maximum(line[:, 1], 0)], axis=1) * root[:, None]
        )
        rest = pair - base @ (base.T @ pair)
        squares = (rest**2).sum(axis=0)
        if squares.min() > 0:
            largest = max(largest, float((rest[:, 0] @ rest[:, 1]) ** 2 / squares.prod()))
    return largest


def _paid(window: Window, fit: Fit, hinges: NDArray[np.int64]) -> Fit:
    """The fit with what it costs that the places were sought: degrees of freedom, and covariance.

    A step at a place is the derivative of its hinge with respect to the place; with the steps among the
    columns the covariance is that of slopes and places together. Their coefficients are 0.

    Source: Muggeo (2003), Statistics in Medicine 22:3055-3071.
    """
    number = len(hinges)
    degrees = fit.degrees - number
    columns = _with_steps(window.columns, window.places.astype(np.float64), hinges)
    triangle = np.linalg.qr(columns * np.sqrt(fit.mean)[:, None])[1]
    inverse = np.linalg.inv(triangle)
    return replace(
        fit,
        coefficients=np.concatenate([fit.coefficients, np.zeros(number)]),
        covariance=inverse @ inverse.T,
        degrees=degrees,
        dispersion=fit.dispersion * fit.degrees / degrees,
    )


def _with_steps(columns: FloatArray, places: FloatArray, hinges: NDArray[np.int64]) -> FloatArray:
    steps = places[:, None] > hinges[None, :]
    return np.concatenate([columns, hinge_columns(places, hinges), steps], axis=1)


def _segments(window: Window, model: Model, hinges: NDArray[np.int64]) -> tuple[tuple[Segment, ...], Change]:
    ends = [int(window.places[0]), *hinges.tolist(), int(window.places[-1])]
    size, before = len(model.fit.coefficients), int(window.columns.shape[1])
    average, segments = np.zeros(size), []
    for which in range(len(ends) - 1):
        slope = np.zeros(size)
        slope[1] = 1
        slope[before : before + which] = 1
        per_year = change_of(*model.estimate(slope * window.options.per_year))
        segments.append(Segment(ends[which], ends[which + 1], per_year))
        average += slope * (ends[which + 1] - ends[which]) / (ends[-1] - ends[0])
    # Moving a place moves the end of the line by its step.
    average[before + len(hinges) :] = 1 / (ends[-1] - ends[0])
    return tuple(segments), change_of(*model.estimate(average * window.options.per_year))


def _point(
    linear: Linearised, chosen: tuple[int, ...], which: int, settings: tuple[float, int]
) -> ChangePoint:
    level, degrees = settings
    places, squares = squares_when_moved(linear.problem, chosen, which)
    own = linear.problem.residual_squares(chosen)
    likely = places[squares <= own * (1 + t_quantile(level, degrees) ** 2 / degrees)]
    place = int(linear.problem.places[chosen[which]])
    return ChangePoint(place, min(place, *likely.tolist()), max(place, *likely.tolist()))


def _bands(window: Window, model: Model, hinges: NDArray[np.int64]) -> FloatArray:
    everywhere = np.arange(len(window.everywhere), dtype=np.float64)
    columns = _with_steps(window.everywhere, everywhere, hinges)
    bands = model.bands(columns, window.exposure_everywhere)
    bands[:, : window.first] = math.nan
    return bands


def _unjudged(data: Series, reason: Reason) -> ChangePoints:
    nothing = [np.full(len(data.counts), math.nan) for _ in range(3)]
    return ChangePoints(reason, (), (), NO_CHANGE_KNOWN, (), (), *(math.nan,) * 4, *nothing)
