# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an area's rate may be when the distribution of the rates had to be estimated too."""

from typing import NamedTuple

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.comparison._gamma_prior import HIGHEST, LOWEST, levels_of, likelihood

_NODES = 64
# Three points and weights that integrate a normal distribution (Gauss-Hermite).
_POINTS, _WEIGHTS = (-(3.0**0.5), 0.0, 3.0**0.5), (1 / 6, 2 / 3, 1 / 6)
_NEGLIGIBLE = 1e-9


class GammaPosterior(NamedTuple):
    """Per area the shape and the rate of a gamma distribution of the underlying rate."""

    shape: FloatArray
    rate: FloatArray


def integrated_posterior(count: FloatArray, exposure: FloatArray) -> GammaPosterior:
    """Return the gamma with the mean and variance of each rate over all likely priors.

    The shape k of the prior has density z / (z + k)^2 (uniform shrinkage at the median expected count z), the
    logarithm of its mean a flat one. Both are integrated: k over a grid, the mean by its normal
    approximation at each k. Given k and mean m the rate of an area is gamma(x + k, E + k / m).

    Args:
        count: whole numbers, not all 0, shape (areas,).
        exposure: above 0.

    Source: Christiansen & Morris (1997), JASA 92:618-632 (prior and moments); Tierney & Kadane (1986), JASA
    81:82-86 (integration).
    """
    scale = count.sum() / exposure.sum()
    expected = exposure * scale
    grid = np.linspace(LOWEST, HIGHEST, _NODES)
    levels = levels_of(np.exp(grid), count, expected)
    means = levels[:, None] * expected
    deviations = 1 / np.sqrt((means / (1 + means / np.exp(grid)[:, None])).sum(axis=1))
    middle = np.log(np.median(expected))
    # In log k the density of the prior is z k / (z + k)^2, which is even around log z.
    prior = (grid - middle) - 2 * np.logaddexp(0, grid - middle)
    heights = likelihood(grid, count, expected) + np.log(deviations) + prior
    heights = np.exp(heights - heights.max())
    heights /= heights.sum()
    kept = heights > _NEGLIGIBLE
    # One node for each likely shape and each of the three points of the mean.
    weights = np.outer(heights[kept], _WEIGHTS).ravel()
    shapes = np.repeat(np.exp(grid[kept]), len(_POINTS))
    spread = np.exp(np.outer(deviations[kept], _POINTS)).ravel()
    rates = shapes / (np.repeat(levels[kept], len(_POINTS)) * spread)
    mean, variance = _moments(count, expected, (weights / weights.sum(), shapes, rates))
    return GammaPosterior(mean**2 / variance, mean / variance / scale)


def _moments(
    count: FloatArray, expected: FloatArray, nodes: tuple[FloatArray, FloatArray, FloatArray]
) -> tuple[FloatArray, FloatArray]:
    """The mean and the variance of each rate over the nodes (weight, shape and rate of the prior)."""
    mean, within, between = np.zeros((3, count.size))
    for weight, shape, rate in zip(*nodes, strict=True):
        mean += weight * (count + shape) / (expected + rate)
    # A second pass, because the difference of two large squares would lose the variance of a large count.
    for weight, shape, rate in zip(*nodes, strict=True):
        within += weight * (count + shape) / (expected + rate) ** 2
        between += weight * ((count + shape) / (expected + rate) - mean) ** 2
    return mean, within + between
