# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is usual in a batch: how much trend and season there is, and how dispersed the counts are.

Moment estimates over the series of a first fit with weak priors, each series weighted by what it knows
(DerSimonian & Laird 1986, Controlled Clinical Trials 7:177-188).
"""

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray

WEAK = 1.0
"""Precision of the coefficients of trend and season in the first fit."""
_ROUNDS, _STEPS = 8, 100
_PRECISION = (4.0, 400.0)  # of trend (per year, log scale) and season
_SPREAD = (0.05, 0.5)  # variance of the log of the dispersion between series
_STEEPEST = 1.0
_LOWEST = 0.3
_START = 0.1
_SUREST = 0.98  # the largest share of series with a trend or season of their own
_MOST = 50.0


def between(estimate: FloatArray, variance: FloatArray, centre: FloatArray | float = 0.0) -> float:
    """Variance between the true values, given estimates around a known centre with known variances."""
    result = _START
    for _ in range(_ROUNDS):
        weight = 1 / (variance + result) ** 2
        result = max(float((weight * ((estimate - centre) ** 2 - variance)).sum() / weight.sum()), 0.0)
    return result


def precisions(
    coefficient: FloatArray, variance: FloatArray, centre: FloatArray, groups: list[list[int]]
) -> tuple[FloatArray, FloatArray]:
    """Precision of each coefficient where present, and for each group the share of series that have it.

    ``coefficient``, ``variance`` and ``centre`` are (series, coefficients), from the first fit; the
    coefficients of one group (one harmonic) are present together.
    """
    result = np.empty(coefficient.shape[1])
    share = np.ones(len(groups))
    for place, group in enumerate(groups):
        own = np.maximum(1 / variance[:, group] - WEAK, 1e-6)
        away = (coefficient[:, group] - centre[:, group]) * (own + WEAK) / own
        result[group], share[place] = presence(away, own)
    return result, share


def presence(away: FloatArray, own: FloatArray) -> tuple[float, float]:
    """Precision where present, and the share of series that have it: a mixture of nothing and a normal.

    ``away`` and ``own`` are (series, coefficients): estimates from the centre, and their precision. The
    mixture is fitted by the EM algorithm.
    """
    spread = max(between(away.ravel(), (1 / own).ravel()), 1e-4) * 2
    share = 0.5
    for _ in range(_STEPS):
        wide = 1 / spread
        log = (0.5 * away**2 * own**2 / (own + wide) - 0.5 * np.log1p(own / wide)).sum(axis=1)
        chance = share / (share + (1 - share) * np.exp(-np.minimum(log, _MOST)))
        keep = own / (own + wide)
        moment = ((keep * away) ** 2 + keep / own).mean(axis=1)
        spread = float((chance * moment).sum() / chance.sum())
        spread = min(max(spread, 1 / _PRECISION[1]), 1 / _PRECISION[0])
        share = float((chance.sum() + 1) / (len(chance) + 2))
    return 1 / spread, min(share, _SUREST)


def log_dispersion(raw: FloatArray, variance: FloatArray) -> FloatArray:
    """Log of estimated dispersions, without the bias that the logarithm brings: half of its variance."""
    return np.asarray(np.log(np.maximum(raw, _LOWEST)) + 0.5 * np.minimum(variance, 1))


def dispersions(log: FloatArray, variance: FloatArray, log_mean: FloatArray) -> tuple[float, float, float]:
    """Centre, slope in the log of the mean count, and variance between series of the log dispersion."""
    spread = _SPREAD[1]
    centre = slope = 0.0
    for _ in range(_ROUNDS):
        weight = 1 / (variance + spread)
        middle = float((weight * log_mean).sum() / weight.sum())
        away = log_mean - middle
        scale = float((weight * away * away).sum())
        slope = float(np.clip((weight * away * log).sum() / max(scale, 1e-9), 0.0, _STEEPEST))
        centre = float((weight * log).sum() / weight.sum()) - slope * middle
        spread = float(np.clip(((log - centre - slope * log_mean) ** 2 - variance).mean(), *_SPREAD))
    return centre, slope, spread


def by_kind(
    rest: FloatArray, variance: FloatArray, spread: float, kind: NDArray[np.int64], kinds: int
) -> FloatArray:
    """How far the log dispersion of each kind lies from the line, drawn to it; 0 last, for no kind."""
    weight = 1 / (variance + spread)
    result = np.zeros(kinds + 1)
    own = kind >= 0
    total = np.bincount(kind[own], weight[own] * rest[own], minlength=kinds)
    result[:kinds] = total / (np.bincount(kind[own], weight[own], minlength=kinds) + 1 / spread)
    return result
