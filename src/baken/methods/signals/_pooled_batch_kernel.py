# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Expected counts of the monitored periods for a block of series, each from its own past only."""

import math

import numpy as np

from baken.methods._compiled import compiled
from baken.methods.signals._pooled_fit_kernel import (
    PRIOR,
    SERIES,
    Arrays,
    dispersion,
    kept,
    doubt,
    newton,
    shrunk,
)
from baken.methods.signals._pooled_solve_kernel import forward

_ROW, _GRID = "float64[::1]", "float64[:, ::1]"
_ROUNDS = 3
from baken.methods.signals._pooled_score_kernel import PAST


@compiled(
    f"float64({SERIES}, {_ROW}, {PRIOR}, {_ROW}, Tuple(({_GRID}, {_ROW}, {_ROW}, {_ROW}, {_ROW})), {_ROW})"
)
def _fit(
    series: Arrays, known: np.ndarray, prior: Arrays, beta: np.ndarray, work: Arrays, tuned: np.ndarray
) -> float:
    matrix, gradient, pivot, mean, _ = work
    inner = (matrix, gradient, pivot, mean)
    phi = max(1.0, math.exp(tuned[0]))
    share = 1.0
    for round_ in range(_ROUNDS):
        if newton(series, prior, beta, inner, phi) == 0:
            return -1.0
        phi = shrunk(series, mean, beta.shape[0], tuned, share)
        if round_ < _ROUNDS - 1:
            doubt(series, known, mean, phi, tuned[2:4])
            _, share = kept(mean.mean(), phi, tuned[2:4])
            share = share ** tuned[4]
    return phi


@compiled(f"float64({SERIES}, {_ROW}, {_ROW}, Tuple(({_GRID}, {_ROW}, {_ROW}, {_ROW}, {_ROW})), {_ROW})")
def _level(series: Arrays, centre: np.ndarray, beta: np.ndarray, work: Arrays, tuned: np.ndarray) -> float:
    """Estimate the level only, of a series of few cases; trend and season are the usual ones."""
    count, offset, weight, columns = series
    matrix, _, pivot, mean, _ = work
    beta[:] = centre
    total, shape = 0.5, 0.0
    for t in range(count.shape[0]):
        eta = offset[t]
        for i in range(1, beta.shape[0]):
            eta += beta[i] * columns[t, i]
        mean[t] = math.exp(min(eta, 30.0))
        if weight[t] > 0.0:
            shape += mean[t]
            total += count[t]
    beta[0] = math.log(total / max(shape, 1e-12))
    mean *= total / max(shape, 1e-12)
    phi = max(1.0, math.exp(tuned[0]))
    matrix[:] = 0.0
    for i in range(beta.shape[0]):
        matrix[i, i] = 1e6
        pivot[i] = 1e-6
    matrix[0, 0] = math.sqrt(total / phi)
    pivot[0] = 1.0 / matrix[0, 0]
    return phi


@compiled(
    f"void({_GRID}, {_GRID}, {_GRID}, {_GRID}, {_ROW}, {_GRID}, int64[::1], {_ROW}, {_GRID}, {_GRID}, {_GRID})"
)
def predict(counts, offsets, design, centres, precision, usual, plan, robust, means, sizes, detail):
    periods = counts.shape[1]
    first, refit, gap, few = plan[0], plan[1], plan[2], plan[3]
    order = design.shape[1]
    matrix = np.empty((order, order))
    gradient, pivot, x = np.empty(order), np.empty(order), np.empty(order)
    mean = np.empty(periods)
    tuned = np.empty(6)
    tuned[2:6] = robust
    for row in range(counts.shape[0]):
        offset = offsets[row if offsets.shape[0] > 1 else 0]
        count = counts[row].copy()
        known = np.ones(periods)
        for t in range(periods):
            if not math.isfinite(count[t]):
                known[t] = 0.0
                count[t] = 0.0
        centre = centres[row].copy()
        beta = centre.copy()
        tuned[0], tuned[1] = usual[row, 0], usual[row, 1]
        start = first
        while start < periods:
            end = max(start - gap, 0)
            weight = known[:end].copy()
            total, exposure = 0.5, 0.5 / max(end, 1)
            for t in range(end):
                if known[t] > 0:
                    total += count[t]
                    exposure += math.exp(offset[t])
            centre[0] = math.log(total / exposure)
            if start == first:
                beta[:] = centre
            series = (count[:end], offset[:end], weight, design[:end])
            work = (matrix, gradient, pivot, mean[:end], x)
            if total - 0.5 < few:
                phi = _level(series, centre, beta, work, tuned)
            else:
                phi = _fit(series, known[:end], (centre, precision), beta, work, tuned)
            until = min(start + refit, periods)
            raw, number, spread = dispersion(series, mean[:end], order)
            wide = phi * math.exp(tuned[5] / (number / spread + 1.0 / tuned[1]))
            since = start - PAST if start == first else start
            for t in range(since, until):
                eta = offset[t]
                for i in range(order):
                    x[i] = design[t, i]
                    eta += beta[i] * x[i]
                forward(matrix, pivot, x, order)
                v = 0.0
                for i in range(order):
                    v += x[i] * x[i]
                mu = math.exp(min(eta, 30.0))
                at = t - first + PAST
                means[row, at] = mu if phi > 0 else math.nan
                sizes[row, at] = mu / max(wide - 1.0 + mu * v, 1e-3)
            if until >= periods:
                detail[row, 0], detail[row, 1], detail[row, 2], detail[row, 3] = raw, number, spread, phi
                for i in range(order):
                    detail[row, 4 + i] = beta[i]
                    x[:] = 0.0
                    x[i] = 1.0
                    forward(matrix, pivot, x, order)
                    v = 0.0
                    for j in range(order):
                        v += x[j] * x[j]
                    detail[row, 4 + order + i] = v
            start = until
