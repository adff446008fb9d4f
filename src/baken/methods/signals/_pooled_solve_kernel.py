# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small symmetric equations by Cholesky's method, in place."""

import math

import numpy as np

from baken.methods._compiled import compiled


@compiled("void(float64[:, ::1], float64[::1], int64)")
def factor(matrix: np.ndarray, pivot: np.ndarray, order: int) -> None:
    """Replace the lower half of a positive definite matrix by its factor L; pivot gets 1 / diagonal."""
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
    """Replace the vector by the solution of L x = vector."""
    for row in range(order):
        for k in range(row):
            vector[row] -= matrix[row, k] * vector[k]
        vector[row] *= pivot[row]


@compiled("void(float64[:, ::1], float64[::1], float64[::1], int64)")
def backward(matrix: np.ndarray, pivot: np.ndarray, vector: np.ndarray, order: int) -> None:
    """Replace the vector by the solution of L' x = vector."""
    for row in range(order - 1, -1, -1):
        for k in range(row + 1, order):
            vector[row] -= matrix[k, row] * vector[k]
        vector[row] *= pivot[row]
