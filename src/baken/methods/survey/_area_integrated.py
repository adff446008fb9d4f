# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The Fay-Herriot model with the variance between areas integrated out."""

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.survey._area_variance import AreaModel

_NODES = 200


def integrated(model: AreaModel) -> tuple[float, FloatArray, FloatArray]:
    """Return the median variance between areas, the mean coefficients, and rows: mean, variance, weight.

    The variance A has a flat prior, times the restricted likelihood. It is integrated by the midpoint rule
    in u = A / (A + median D), so that 0 < u < 1 holds every A.

    Source: Morris (1983), JASA 78:47-55; Rao & Molina (2015), Small Area Estimation, 2nd ed., 10.3.
    """
    part = (np.arange(_NODES) + 0.5) / _NODES
    middle = float(np.median(model.variance))
    grid = middle * part / (1 - part)
    heights, coefficients = np.empty(_NODES), np.empty((_NODES, model.covariates.shape[1]))
    means, variances, weights = np.empty((3, _NODES, model.direct.size))
    for node, between in enumerate(grid):
        heights[node], coefficients[node], rows = _given(model, between)
        means[node], variances[node], weights[node] = rows
    # The flat prior on A, in u.
    heights = np.exp(heights - heights.max()) / (1 - part) ** 2
    heights /= heights.sum()
    mean = heights @ means
    rows = np.array([mean, heights @ (variances + (means - mean) ** 2), heights @ weights])
    median = float(grid[np.searchsorted(np.cumsum(heights), 0.5)])
    return median, heights @ coefficients, rows


def _given(model: AreaModel, between: float) -> tuple[float, FloatArray, FloatArray]:
    """The restricted log likelihood, the coefficients, and the rows for one A."""
    total, x = between + model.variance, model.covariates
    inverse = model.inverse(between)
    coefficients = model.coefficients(between)
    fitted = x @ coefficients
    weight = between / total
    height = (
        -np.log(total).sum() + np.linalg.slogdet(inverse)[1] - ((model.direct - fitted) ** 2 / total).sum()
    )
    mean = weight * model.direct + (1 - weight) * fitted
    variance = between * (1 - weight) + (1 - weight) ** 2 * np.einsum("ij,jk,ik->i", x, inverse, x)
    return float(height) / 2, coefficients, np.array([mean, variance, weight])
