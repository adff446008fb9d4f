# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The expected count of a series in control: negative binomial regression on trend and harmonics.

Steps of iteratively reweighted least squares for the effects alternate with Newton steps for the dispersion,
both to maximum likelihood. The variance is mean + alpha mean^2; alpha is 0 (Poisson) where the counts vary
no more than that.

Source: Lawless (1987), Canadian Journal of Statistics 15:209-225.
"""

import math

import numpy as np
from numpy.typing import NDArray

from baken.methods._compiled import compiled

_Floats = NDArray[np.float64]

_STEPS = 100
_TURNS = 200
_TOLERANCE = 1e-10
_SMALLEST, _LARGEST = 1e-9, 1e6
_LOWEST = 1e-300


@compiled("UniTuple(float64, 2)(float64)")
def _gamma_slopes(x: float) -> tuple[float, float]:
    """The first two derivatives of the logarithm of the gamma function, for x above 0."""
    first, second = 0.0, 0.0
    while x < 12.0:
        first -= 1 / x
        second += 1 / (x * x)
        x += 1.0
    inverse = 1 / (x * x)
    first += (
        math.log(x) - 0.5 / x - inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse / 240)))
    )
    second += 1 / x + inverse / 2
    second += inverse / x * (1 / 6 - inverse * (1 / 30 - inverse * (1 / 42 - inverse / 30)))
    return first, second


@compiled("boolean(float64[:, ::1], float64[::1])")
def _solved(matrix: _Floats, right: _Floats) -> bool:
    """Solve in place by Cholesky; False when the columns depend on each other."""
    size = right.shape[0]
    for j in range(size):
        own = matrix[j, j]
        diagonal = own
        for k in range(j):
            diagonal -= matrix[j, k] ** 2
        if not diagonal > 1e-12 * own:
            return False
        matrix[j, j] = math.sqrt(diagonal)
        for i in range(j + 1, size):
            value = matrix[i, j]
            for k in range(j):
                value -= matrix[i, k] * matrix[j, k]
            matrix[i, j] = value / matrix[j, j]
    for i in range(size):
        for k in range(i):
            right[i] -= matrix[i, k] * right[k]
        right[i] /= matrix[i, i]
    for i in range(size - 1, -1, -1):
        for k in range(i + 1, size):
            right[i] -= matrix[k, i] * right[k]
        right[i] /= matrix[i, i]
    return True


@compiled("float64(float64[::1], float64[:, ::1], float64[::1], float64[::1], float64)")
def _step(counts: _Floats, design: _Floats, offset: _Floats, effects: _Floats, alpha: float) -> float:
    """One step for the effects; returns its largest part, inf when there is no answer."""
    size = effects.shape[0]
    matrix, right = np.zeros((size, size)), np.zeros(size)
    for t in range(counts.shape[0]):
        if math.isnan(counts[t]):
            continue
        eta = offset[t]
        for i in range(size):
            eta += design[t, i] * effects[i]
        mean = max(math.exp(min(eta, 300.0)), _LOWEST)
        weight, pull = mean / (1 + alpha * mean), (counts[t] - mean) / (1 + alpha * mean)
        for i in range(size):
            right[i] += design[t, i] * pull
            for j in range(i + 1):
                matrix[i, j] += design[t, i] * design[t, j] * weight
    if not _solved(matrix, right):
        return math.inf
    largest = 0.0
    for i in range(size):
        largest = max(largest, abs(right[i]))
    # A long step can overshoot; shorter ones lead to the same place, since the likelihood has one top.
    scale = min(1.0, 2.0 / largest) if largest > 0 else 1.0
    for i in range(size):
        effects[i] += scale * right[i]
    return largest if largest < math.inf else math.inf


@compiled("UniTuple(float64, 2)(float64[::1], float64[::1], float64)")
def _dispersion_slopes(counts: _Floats, means: _Floats, alpha: float) -> tuple[float, float]:
    """Derivatives of the log likelihood for log(1 / alpha), at given means."""
    theta = 1 / alpha
    base = _gamma_slopes(theta)
    first, second = 0.0, 0.0
    for t in range(counts.shape[0]):
        if math.isnan(counts[t]):
            continue
        mean, count = means[t], counts[t]
        own = _gamma_slopes(count + theta) if count > 0 else base
        gap = (mean - count) / (mean + theta)
        first += own[0] - base[0] - math.log1p(mean / theta) + gap
        second += own[1] - base[1] + mean / (theta * (mean + theta)) - gap / (mean + theta)
    return first * theta, second * theta * theta + first * theta


@compiled("float64(float64[::1], float64[::1], float64)")
def _dispersion(counts: _Floats, means: _Floats, alpha: float) -> float:
    """The most likely alpha at given means; 0 when no overdispersion is more likely than any."""
    low, high = math.log(1 / _LARGEST), math.log(1 / _SMALLEST)
    extra = 0.0
    for t in range(counts.shape[0]):
        if not math.isnan(counts[t]):
            extra += (counts[t] - means[t]) ** 2 - counts[t]
    if extra <= 0:
        return 0.0
    where = -math.log(alpha) if alpha > 0 else 0.0
    for _ in range(_STEPS):
        first, second = _dispersion_slopes(counts, means, math.exp(-where))
        if first > 0:
            low = where
        else:
            high = where
        move = -first / second if second < 0 else math.inf
        new = where + move
        if not low < new < high:
            new = (low + high) / 2
        if abs(new - where) < _TOLERANCE * 0.1:
            where = new
            break
        where = new
    alpha = math.exp(-where)
    return alpha if alpha > 2 * _SMALLEST else 0.0


@compiled("boolean(float64[::1], float64[:, ::1], float64[::1], float64[::1], float64)")
def _settled(counts: _Floats, design: _Floats, offset: _Floats, effects: _Floats, alpha: float) -> bool:
    """Step until the effects stay; False when they do not."""
    for _ in range(_STEPS):
        change = _step(counts, design, offset, effects, alpha)
        if not change < math.inf:
            return False
        if change < _TOLERANCE:
            return True
    return False


@compiled("boolean(float64[::1], float64[:, ::1], float64[::1], float64[::1], float64[::1])")
def _fit(counts: _Floats, design: _Floats, offset: _Floats, effects: _Floats, told: _Floats) -> bool:
    """Fit to the counts; ``told[0]`` is alpha, to be estimated when it is negative."""
    estimated = told[0] < 0
    alpha = 0.0 if estimated else told[0]
    means = np.zeros(counts.shape[0])
    for _ in range(_TURNS):
        if not _settled(counts, design, offset, effects, alpha):
            return False
        before = alpha
        if estimated:
            for t in range(counts.shape[0]):
                eta = offset[t]
                for i in range(effects.shape[0]):
                    eta += design[t, i] * effects[i]
                means[t] = math.exp(min(eta, 300.0))
            alpha = _dispersion(counts, means, alpha)
        if abs(alpha - before) <= _TOLERANCE * max(alpha, before):
            told[0] = alpha
            return True
    return False


@compiled("void(float64[:, ::1], float64[:, ::1], float64[:, ::1], float64, float64[:, ::1])")
def in_control(counts: _Floats, offsets: _Floats, design: _Floats, alpha: float, answers: _Floats) -> None:
    """Fill the expected counts of the periods after the counts, and alpha in the last column.

    ``counts`` is (series, past), offsets and design go on for the periods to predict, ``answers`` is
    (series, predicted + 1). A negative alpha is estimated. NaN where there is no answer.
    """
    rows, past = counts.shape
    ahead, size = answers.shape[1] - 1, design.shape[1]
    for row in range(rows):
        answers[row] = math.nan
        effects, told = np.zeros(size), np.array([alpha])
        total, people = 0.0, 0.0
        for t in range(past):
            if not math.isnan(counts[row, t]):
                total += counts[row, t]
                people += math.exp(offsets[row, t])
        if not total > 0:
            continue
        effects[0] = math.log(total / people)
        if not _fit(counts[row], design[:past], offsets[row, :past], effects, told):
            continue
        for t in range(ahead):
            eta = offsets[row, past + t]
            for i in range(size):
                eta += design[past + t, i] * effects[i]
            answers[row, t] = math.exp(eta)
        answers[row, ahead] = told[0]
