# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The expected count of each series: level, trend and season, drawn towards what the batch shows.

The log mean is a level, plus steps at known breaks, plus columns shared by all series (trend and season).
The coefficients have a normal prior; the variance is phi times the mean, and the log of phi is drawn towards
what is usual for its kind. Periods that look like an outbreak count less in the next round.
"""

import math

import numpy as np

from baken.methods._compiled import compiled
from baken.methods.signals._pooled_solve_kernel import backward, factor, forward

_FAR = 30.0  # the largest log mean that is looked at
_STEPS = 12
# Places in the settings about past outbreaks: prior odds, height in standard deviations, periods that the
# prior odds count for in a series, weight of an outbreak of two periods against one.
ODDS, HEIGHT, MEMORY, PAIR = 0, 1, 2, 4
_PART = 0.6  # height of an outbreak of two periods in each of them, against that of one
_RAISED, _HIGH, _PAIR = 0.5, 1.0, 2.5  # residuals, and the sum of two, from which ratios are looked at
_MOST = 50.0  # the largest log ratio
_UPWARD = 0.5  # of the variance of a log dispersion is added to it: the log of an unbiased estimate is low
_ROW, _GRID = "float64[::1]", "float64[:, ::1]"
# Counts (0 where missing), offset, weight, columns, and their products in pairs (the lower half, row by row).
SERIES = f"Tuple(({_ROW}, {_ROW}, {_ROW}, {_GRID}, {_GRID}))"
# Centre and precision of each coefficient, and the precision where it is present.
PRIOR = f"Tuple(({_ROW}, {_ROW}, {_ROW}))"
WORK = f"Tuple(({_GRID}, {_ROW}, {_ROW}, {_ROW}))"  # matrix, gradient, pivots, means
Arrays = tuple[np.ndarray, ...]


@compiled(f"void({SERIES}, {_ROW}, {WORK}, float64)")
def _add(series: Arrays, beta: np.ndarray, work: Arrays, phi: float) -> None:
    """Add the gradient and the information of all periods."""
    count, offset, weight, columns, products = series
    matrix, gradient, _, mean = work
    order = beta.shape[0]
    pairs = products.shape[1]
    packed = np.zeros(pairs)
    inverse = 1.0 / phi
    for t in range(count.shape[0]):
        total = offset[t]
        for i in range(order):
            total += beta[i] * columns[t, i]
        expected = math.exp(min(total, _FAR))
        mean[t] = expected
        share = weight[t] * inverse
        if share > 0.0:
            rest = share * (count[t] - expected)
            share *= expected
            for i in range(order):
                gradient[i] += rest * columns[t, i]
            for k in range(pairs):
                packed[k] += share * products[t, k]
    k = 0
    for i in range(order):
        for j in range(i + 1):
            matrix[i, j] += packed[k]
            k += 1


@compiled(f"{_GRID}({_GRID})")
def paired(columns: np.ndarray) -> np.ndarray:
    """Return the products of the columns in pairs."""
    order = columns.shape[1]
    products = np.empty((columns.shape[0], order * (order + 1) // 2))
    k = 0
    for i in range(order):
        for j in range(i + 1):
            products[:, k] = columns[:, i] * columns[:, j]
            k += 1
    return products


@compiled(f"int64({SERIES}, {PRIOR}, {_ROW}, {WORK}, UniTuple(float64, 2))")
def newton(series: Arrays, prior: Arrays, beta: np.ndarray, work: Arrays, aim: tuple[float, float]) -> int:
    """Fit by Newton steps from the start in beta; the number of steps, or 0 without a stable answer.

    ``aim``: the dispersion, and how small the last step must be. Leaves the means as before the last step,
    and the factor of the information.
    """
    phi, small = aim
    matrix, gradient, pivot, _ = work
    centre, precision, _ = prior
    order = beta.shape[0]
    for step in range(_STEPS):
        matrix[:order, :order] = 0.0
        for i in range(order):
            gradient[i] = precision[i] * (centre[i] - beta[i])
            matrix[i, i] = precision[i]
        _add(series, beta, work, phi)
        factor(matrix, pivot, order)
        forward(matrix, pivot, gradient, order)
        backward(matrix, pivot, gradient, order)
        largest = np.abs(gradient[:order]).max()
        damp = min(1.0, 1.5 / max(largest, 1e-9))
        for i in range(order):
            beta[i] += damp * gradient[i]
        if largest < small:
            return step + 1
    return 0


@compiled(f"UniTuple(float64, 3)({SERIES}, {_ROW}, int64, float64)")
def dispersion(series: Arrays, mean: np.ndarray, order: int, guess: float) -> tuple[float, float, float]:
    """Pearson's dispersion, the number of periods it stands on and the variance of one squared residual.

    That variance is for a negative binomial count with this dispersion, relative to the dispersion squared.
    """
    count, _, weight, _, _ = series
    total, number, inverse = 0.0, 0.0, 0.0
    for t in range(count.shape[0]):
        if weight[t] > 0.0:
            rest = count[t] - mean[t]
            total += weight[t] * rest * rest / mean[t]
            number += weight[t]
            inverse += weight[t] / mean[t]
    if number < order + 2.0:
        return 1.0, 0.0, 1e9
    phi = total / (number - order)
    inverse /= number
    wide = max(phi, guess)
    return phi, number - order, 2.0 + inverse * (3.0 * wide - 4.0 + 1.0 / wide)


@compiled("float64(float64, float64, float64, float64)")
def log_ratio(count: float, mean: float, size: float, height: float) -> float:
    """Log likelihood ratio of a count: a mean so many standard deviations higher against this mean.

    Negative binomial with the same size on both sides, so it is a straight line in the count.
    """
    higher = mean + height * math.sqrt(mean + mean * mean / size)
    shrink = math.log((size + mean) / (size + higher))
    return count * (math.log(higher / mean) + shrink) + size * shrink


@compiled(f"float64({SERIES}, {_ROW}, int64, {_ROW})")
def shrunk(series: Arrays, mean: np.ndarray, order: int, usual: np.ndarray) -> float:
    """Return the dispersion, its log drawn to what is usual: centre and variance of the log."""
    phi, number, spread = dispersion(series, mean, order, max(1.0, math.exp(usual[0])))
    if number <= 0.0:
        return max(1.0, math.exp(usual[0]))
    own = number / spread
    log = own * math.log(max(phi, 0.2)) + _UPWARD + usual[0] / usual[1]
    return max(1.0, math.exp(log / (own + 1.0 / usual[1])))


@compiled(f"void({SERIES}, {_ROW}, float64, {_ROW})")
def _waves(series: Arrays, mean: np.ndarray, phi: float, robust: np.ndarray) -> None:
    """Put into each weight how much likelier its count is in an outbreak of one or two periods than in none.

    Ratios of periods that are not high are left out: they are next to nothing.
    """
    count, _, weight, _, _ = series
    extra = max(phi - 1.0, 1e-3)
    before, last = 0.0, 0.0
    for t in range(count.shape[0]):
        now, part = 0.0, 0.0
        if weight[t] > 0.0:
            now = (count[t] - mean[t]) / math.sqrt(mean[t] * phi)
        weight[t] = 0.0
        if now > _RAISED:
            part = log_ratio(count[t], mean[t], mean[t] / extra, _PART * robust[HEIGHT])
            if now > _HIGH:
                whole = log_ratio(count[t], mean[t], mean[t] / extra, robust[HEIGHT])
                weight[t] = math.exp(min(whole, _MOST))
            if before > _RAISED and before + now > _PAIR:
                pair = robust[PAIR] * math.exp(min(part + last, _MOST))
                weight[t] += pair
                weight[t - 1] += pair
        before, last = now, part


@compiled(f"void({SERIES}, {_ROW}, {_ROW}, float64, {_ROW})")
def doubt(series: Arrays, known: np.ndarray, mean: np.ndarray, phi: float, robust: np.ndarray) -> None:
    """Weigh each period by the chance that it is no outbreak.

    The odds beforehand are those of the batch, drawn to the series' own share of outbreak periods.
    """
    _, _, weight, _, _ = series
    weight[:] = known
    _waves(series, mean, phi, robust)
    odds, number, lost = robust[ODDS], 0.0, 0.0
    for t in range(known.shape[0]):
        if known[t] > 0.0:
            number += 1.0
            lost += 1.0 - 1.0 / (1.0 + odds * weight[t])
    share = (robust[MEMORY] * odds / (1.0 + odds) + lost) / (robust[MEMORY] + number)
    odds = share / (1.0 - share)
    for t in range(known.shape[0]):
        weight[t] = known[t] / (1.0 + odds * weight[t])
