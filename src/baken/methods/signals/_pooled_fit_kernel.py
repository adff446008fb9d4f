# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The expected count of each series: level, trend and season, drawn towards what the batch shows.

The log mean is a level, plus steps at known breaks, plus columns shared by all series (trend and season).
The coefficients of the columns have a normal prior around those of the series' group; the variance is phi
times the mean, phi drawn towards that of its kind. Periods that look like an outbreak count less.
"""

import math

import numpy as np

from baken.methods._compiled import compiled

_FAR = 30.0  # the largest log mean that is looked at


@compiled("float64(float64, float64, float64)")
def rise(mean: float, size: float, height: float) -> float:
    """Return the mean with an excess of so many standard deviations of one period."""
    return mean + height * math.sqrt(mean + mean * mean / size)


@compiled("float64(float64, float64, float64, float64)")
def log_ratio(count: float, mean: float, size: float, height: float) -> float:
    """Log likelihood ratio of a negative binomial count: a higher mean of the same size against this mean."""
    higher = rise(mean, size, height)
    shrink = math.log((size + mean) / (size + higher))
    return count * (math.log(higher / mean) + shrink) + size * shrink


@compiled("void(float64[:, ::1], float64[::1], int64)")
def factor(matrix: np.ndarray, pivot: np.ndarray, order: int) -> None:
    """Cholesky factor of a positive definite matrix, in its lower half; the diagonal's inverse in pivot."""
    for row in range(order):
        for column in range(row + 1):
            total = matrix[row, column]
            for k in range(column):
                total -= matrix[row, k] * matrix[column, k]
            if row == column:
                matrix[row, row] = math.sqrt(max(total, 1e-12))
                pivot[row] = 1.0 / matrix[row, row]
            else:
                matrix[row, column] = total * pivot[column]


@compiled("void(float64[:, ::1], float64[::1], float64[::1], int64)")
def forward(matrix: np.ndarray, pivot: np.ndarray, vector: np.ndarray, order: int) -> None:
    """Solve L x = vector in place."""
    for row in range(order):
        for k in range(row):
            vector[row] -= matrix[row, k] * vector[k]
        vector[row] *= pivot[row]


@compiled("void(float64[:, ::1], float64[::1], float64[::1], int64)")
def backward(matrix: np.ndarray, pivot: np.ndarray, vector: np.ndarray, order: int) -> None:
    """Solve L' x = vector in place."""
    for row in range(order - 1, -1, -1):
        for k in range(row + 1, order):
            vector[row] -= matrix[k, row] * vector[k]
        vector[row] *= pivot[row]


@compiled(
    "int64(float64[::1], float64[::1], float64[::1], float64[:, ::1], float64[::1], float64[::1],"
    " float64[::1], float64[:, ::1], float64[::1], float64, int64)"
)
def newton(
    count: np.ndarray,
    offset: np.ndarray,
    weight: np.ndarray,
    columns: np.ndarray,
    centre: np.ndarray,
    precision: np.ndarray,
    beta: np.ndarray,
    matrix: np.ndarray,
    mean: np.ndarray,
    phi: float,
    steps: int,
) -> int:
    """Penalised quasi-Poisson fit from a start in beta; leaves the factor of the information in matrix.

    ``mean`` gets the means of the periods as fitted before the last step, which by then is very small.
    """
    order = beta.shape[0]
    periods = count.shape[0]
    gradient = np.empty(order)
    pivot = np.empty(order)
    for step in range(steps):
        for i in range(order):
            gradient[i] = precision[i] * (centre[i] - beta[i])
            for j in range(i):
                matrix[i, j] = 0.0
            matrix[i, i] = precision[i]
        for t in range(periods):
            total = offset[t]
            for i in range(order):
                total += beta[i] * columns[t, i]
            expected = math.exp(min(total, _FAR))
            mean[t] = expected
            if weight[t] > 0.0:
                share = weight[t] / phi
                rest = share * (count[t] - expected)
                share *= expected
                for i in range(order):
                    x = columns[t, i]
                    if x != 0.0:
                        gradient[i] += rest * x
                        x *= share
                        for j in range(i + 1):
                            matrix[i, j] += x * columns[t, j]
        factor(matrix, pivot, order)
        forward(matrix, pivot, gradient, order)
        backward(matrix, pivot, gradient, order)
        largest = 0.0
        for i in range(order):
            largest = max(largest, abs(gradient[i]))
        damp = min(1.0, 1.5 / largest) if largest > 0.0 else 1.0
        for i in range(order):
            beta[i] += damp * gradient[i]
        if largest < 1e-3:
            return step + 1
    return steps
