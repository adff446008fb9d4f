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
_ROUNDS = 8
_PRECISION = (4.0, 400.0)  # of trend (per year, log scale) and season
_SPREAD = (0.05, 0.5)  # variance of the log of the dispersion between series
_STEEPEST = 1.0
_LOWEST = 0.3
_START = 0.1


def between(estimate: FloatArray, variance: FloatArray, centre: FloatArray | float = 0.0) -> float:
    """Variance between the true values, given estimates around a known centre with known variances."""
    result = _START
    for _ in range(_ROUNDS):
        weight = 1 / (variance + result) ** 2
        result = max(float((weight * ((estimate - centre) ** 2 - variance)).sum() / weight.sum()), 0.0)
    return result


def precisions(
    coefficient: FloatArray, variance: FloatArray, centre: FloatArray, groups: list[list[int]]
) -> FloatArray:
    """Precision of each coefficient's prior; the coefficients of one group (one harmonic) share it.

    ``coefficient``, ``variance`` and ``centre`` are (series, coefficients), from the first fit.
    """
    result = np.empty(coefficient.shape[1])
    for group in groups:
        information = np.maximum(1 / variance[:, group] - WEAK, 1e-6)
        free = (
            centre[:, group] + (coefficient[:, group] - centre[:, group]) * (information + WEAK) / information
        )
        spread = between(free.ravel(), (1 / information).ravel(), centre[:, group].ravel())
        result[group] = np.clip(1 / max(spread, 1e-9), *_PRECISION)
    return result


def dispersions(raw: FloatArray, variance: FloatArray, log_mean: FloatArray) -> tuple[float, float, float]:
    """Centre, slope in the log of the mean count, and variance between series of the log dispersion."""
    log = np.log(np.maximum(raw, _LOWEST))
    spread = _SPREAD[1]
    centre = slope = 0.0
    for _ in range(_ROUNDS):
        weight = 1 / (variance + spread)
        middle = float((weight * log_mean).sum() / weight.sum())
        away = log_mean - middle
        scale = float((weight * away * away).sum())
        slope = float(np.clip((weight * away * log).sum() / max(scale, 1e-9), 0.0, _STEEPEST))
        centre = float((weight * log).sum() / weight.sum()) - slope * middle
        spread = float(np.clip(between(log, variance, centre + slope * log_mean), *_SPREAD))
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
