# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A fitted trend: the columns of its window, the choice of family, and intervals of contrasts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason
from baken.methods.trend._change import is_poisson, width_factor
from baken.methods.trend._correlation import LEAST_DEGREES, lag_one, widening
from baken.methods.trend._design import LEVEL_AND_SLOPE, design, season_columns
from baken.methods.trend._glm import Fit, fitted, negative_binomial
from baken.methods.trend._options import TrendOptions
from baken.methods.trend._outlying import Period, scores
from baken.methods.trend._series import Series

# The fewest degrees of freedom that say anything about overdispersion.
_LEAST_DEGREES = 2
# The fewest periods on either side of a level shift.
_LEAST_BESIDE = 2
# NB2 and quasi-Poisson part only where fitted counts differ by this factor.
_SPREAD = 3.0
# How much greater the log likelihood of its variance must be before NB2 is taken.
_CLEARLY = 2.0
# Below this fitted count the residuals are too skew for that likelihood to say anything.
_LEAST_MEAN = 5.0


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """The periods used, their figures and their columns; ``everywhere`` has the columns of all periods."""

    options: TrendOptions
    first: int
    reason: Reason
    places: NDArray[np.int64]
    counts: FloatArray
    exposure: FloatArray
    exposure_everywhere: FloatArray
    everywhere: FloatArray
    shifts: tuple[int, ...]

    @property
    def columns(self) -> FloatArray:
        """The design of the periods used."""
        return self.everywhere[self.places]

    def contrast(self, periods: float, with_shifts: bool = False) -> FloatArray:
        """The combination of coefficients that is the change over so many periods."""
        row = np.zeros(self.everywhere.shape[1])
        row[1] = periods
        if with_shifts:
            row[LEVEL_AND_SLOPE : LEVEL_AND_SLOPE + len(self.shifts)] = 1
        return row

    def shift_contrasts(self) -> Iterator[tuple[int, FloatArray]]:
        """Each level shift with its coefficient."""
        rows = np.eye(self.everywhere.shape[1])[LEVEL_AND_SLOPE:]
        yield from zip(self.shifts, rows, strict=False)

    def season_contrasts(self) -> FloatArray:
        """The combinations that are the parts of the season against their mean, shape (S, k)."""
        options = self.options
        if options.season == "none":
            return np.empty((0, self.everywhere.shape[1]))
        parts = np.arange(round(options.length), dtype=np.float64)
        season = season_columns(parts, options.season, options.length, options.harmonics)
        rows = np.zeros((len(parts), self.everywhere.shape[1]))
        rows[:, rows.shape[1] - season.shape[1] :] = season - season.mean(axis=0)
        return rows


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A fit with the family it was made by and the widening for autocorrelation."""

    fit: Fit
    family: str
    autocorrelation: float
    widening: float
    level: float

    @property
    def degrees(self) -> float:
        """The degrees of freedom that autocorrelation leaves, at least 1."""
        return max(1.0, self.fit.degrees / self.widening)

    @property
    def width(self) -> float:
        """The half width of an interval in Poisson standard errors."""
        return width_factor(self._floor * self.widening, self.degrees, self.level)

    @property
    def _floor(self) -> float:
        return 0.0 if self.family == "poisson" else self.fit.dispersion

    def estimate(self, contrast: FloatArray) -> tuple[float, float]:
        """Return a combination of coefficients and the half width of its interval."""
        variance = float(contrast @ self.fit.covariance @ contrast)
        return float(contrast @ self.fit.coefficients), self.width * math.sqrt(max(variance, 0.0))

    def season(self, contrasts: FloatArray) -> FloatArray:
        """Return ratio, lower and upper of the parts of the season; autocorrelation hardly touches these."""
        width = width_factor(self._floor, self.fit.degrees, self.level)
        return self._limits(contrasts, width)

    def bands(self, columns: FloatArray, exposure: FloatArray) -> FloatArray:
        """Return the fitted counts with their limits, shape (3, n); inf where a float cannot hold them."""
        with np.errstate(over="ignore"):
            return exposure * self._limits(columns, self.width).T

    def _limits(self, rows: FloatArray, width: float) -> FloatArray:
        value = rows @ self.fit.coefficients
        variance = np.einsum("ij,jk,ik->i", rows, self.fit.covariance, rows)
        half = width * np.sqrt(np.maximum(variance, 0))
        with np.errstate(over="ignore"):
            limits: FloatArray = np.exp(np.stack([value, value - half, value + half], axis=1))
        return limits

    def outliers(self, counts: FloatArray) -> tuple[list[bool], list[float]]:
        """Return which of the periods used are marked, and their studentised residuals."""
        fit = self.fit
        variance = 1 + fit.alpha * fit.mean
        rows = np.stack([counts, fit.mean, fit.leverage, variance], axis=1).tolist()
        return scores([Period(*row) for row in rows], fit.dispersion * fit.degrees, fit.degrees)


def window_of(data: Series, options: TrendOptions, first: int) -> Window:
    """Return the window of a series that can be judged, with the reason when its settings ask too much."""
    places = np.array(data.places, dtype=np.int64)
    everywhere = np.arange(len(data.counts), dtype=np.float64)
    shifts = tuple(sorted(place for place in options.shifts if place > first))
    season = season_columns(everywhere, options.season, options.length, options.harmonics)
    columns = design(everywhere, float(places.mean()), shifts, season)
    exposure = np.array(data.exposure)
    exposure[~(np.isfinite(exposure) & (exposure > 0))] = math.nan
    counts = np.array(data.counts)[places]
    reason = _asks_too_much(places, counts, int(columns.shape[1]), shifts, options)
    return Window(options, first, reason, places, counts, exposure[places], exposure, columns, shifts)


def _asks_too_much(
    places: NDArray[np.int64],
    counts: FloatArray,
    columns: int,
    shifts: tuple[int, ...],
    options: TrendOptions,
) -> Reason:
    bounds = np.searchsorted(places, shifts)
    if len(shifts) and np.diff(bounds, prepend=0, append=len(places)).min() < _LEAST_BESIDE:
        return Reason.AFTER_BREAK
    if len(places) - columns < _LEAST_DEGREES:
        return Reason.TOO_FEW_PERIODS
    levels = [part.sum() for part in np.split(counts, bounds)]
    if options.season == "factor":
        parts = places % int(options.length)
        if len(np.unique(parts)) < options.length:
            return Reason.MISSING
        levels.extend(np.bincount(parts, counts))
    # A level or a part of the season without one case has no ratio to the others.
    return Reason.JUDGED if min(levels) > 0 else Reason.TOO_FEW_CASES


def chosen_model(window: Window, options: TrendOptions) -> Model | None:
    """Return the fit of the family asked for, or of the one that the rule takes; None without a fit."""
    fit = fitted(window.columns, window.counts, window.exposure)
    if fit is None:
        return None
    family = options.family
    # The fit of the negative binomial takes long; it is made only where it can be taken.
    if family == "negative_binomial" or (family == "automatic" and _tells_apart(fit)):
        wider = negative_binomial(window.columns, window.counts, window.exposure)
        asked = family == "negative_binomial"
        if wider is not None and (asked or _clearly_quadratic(window.counts, fit, wider)):
            return model_of(window, wider, "negative_binomial")
        family = "automatic"
    return model_of(window, fit, family)


def model_of(window: Window, fit: Fit, family: str) -> Model:
    """Return the model of a fit: with the widening for autocorrelation, and the family by its name."""
    options = window.options
    enough = fit.degrees >= LEAST_DEGREES
    places = window.places.astype(np.float64)
    correlation = lag_one(fit.pearson_residuals, fit.basis, places) if enough else math.nan
    acts = enough and options.autocorrelation
    model = Model(fit, family, correlation, widening(correlation) if acts else 1.0, options.level)
    if family != "automatic":
        return model
    chance = is_poisson(fit.dispersion * model.widening, model.degrees, options.level)
    # Where chance in counts alone gives the wider interval, that interval is the one in use.
    named = "poisson" if chance else "quasi_poisson"
    return Model(fit, named, correlation, model.widening, options.level)


def _tells_apart(fit: Fit) -> bool:
    """Say whether the fitted counts are many, large and different enough to tell the families apart."""
    least = float(fit.mean.min())
    return fit.degrees >= LEAST_DEGREES and least >= _LEAST_MEAN and fit.mean.max() >= _SPREAD * least


def _clearly_quadratic(counts: FloatArray, fit: Fit, wider: Fit) -> bool:
    """Say whether the squared residuals rise faster than the fitted counts, by their normal likelihood."""
    linear = _likelihood(counts, fit.mean, fit.dispersion * fit.mean)
    return _likelihood(counts, wider.mean, wider.mean * (1 + wider.alpha * wider.mean)) > linear + _CLEARLY


def _likelihood(counts: FloatArray, mean: FloatArray, variance: FloatArray) -> float:
    return float(-0.5 * (np.log(variance) + (counts - mean) ** 2 / variance).sum())
