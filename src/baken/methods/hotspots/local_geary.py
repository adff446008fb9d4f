# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas differ little, and which differ much, from each of their neighbours: the local Geary."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.false_discovery import adjusted
from baken.methods.hotspots._drawn import drawn_p
from baken.methods.hotspots._field import Field, field_of
from baken.methods.hotspots._moments import sum_variance, weight_sums
from baken.methods.hotspots._normal import Moments, standard
from baken.methods.hotspots.permutation import Permutations
from baken.methods.neighbours import Neighbours


@dataclass(frozen=True, slots=True, eq=False)
class LocalGeary:
    """One for each area; NaN where not judged, for which ``reason`` says why.

    A ``statistic`` below its expectation (z below 0) means alike, above it unlike. ``conditional`` holds
    expected, variance, z and two-sided p with the area's own value fixed. ``p_permutation`` comes from draws
    (NaN without); ``q`` is the false discovery rate of p_permutation or else of conditional p. ``left_out``
    counts the neighbours without a value.
    """

    statistic: FloatArray
    conditional: Moments
    p_permutation: FloatArray
    q: FloatArray
    reason: NDArray[np.int8]
    left_out: NDArray[np.int64]


def local_geary(
    values: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> LocalGeary:
    """Return the mean squared difference of an area from its neighbours, over the variance.

    c_i = sum w_ij (x_i - x_j)**2 / m2, m2 = sum (x - mean)**2 / n, and the weights of each area divided by
    their sum. With x_i fixed it is a weighted sum of draws from the n - 1 squared differences from x_i, so
    that expectation and variance follow as for G.

    Args:
        values: one for each area; NaN is missing. Rates want smoothing first, see local association.
        neighbours: the neighbours of these areas.
        permutations: draws for p_permutation; none when left out.

    Raises:
        ValueError: another number of values than of areas.

    Source: L. Anselin (1995), Geographical Analysis 27:93-115; L. Anselin (2019), Geographical Analysis
    51:133-150.
    """
    field = field_of(values, neighbours)
    near, centred = field.neighbours.row_standardised(), field.centred
    spread = (centred**2).mean() if centred.any() else np.nan
    apart = (field.values[near.index] - field.values[near.owner]) ** 2
    statistic = np.bincount(near.owner, near.weight * apart, minlength=field.areas) / spread
    moments = _moments(field, centred, spread)
    z = standard(statistic, *moments)
    conditional = Moments.over_all(field, *moments, z)
    permuted = field.over_all(drawn_p(field, permutations, apart=True).around + 0 * z)
    q = adjusted(conditional.p if np.isnan(permuted).all() else permuted)
    reason = field.reason_without(z)
    return LocalGeary(field.over_all(statistic + 0 * z), conditional, permuted, q, reason, field.left_out)


def _moments(field: Field, centred: FloatArray, spread: float) -> tuple[FloatArray, FloatArray]:
    """Expectation and variance of the statistic, from the moments of (x_i - x_j)**2 over the others."""
    areas = field.areas
    if areas < 3:
        return np.full(areas, np.nan), np.full(areas, np.nan)
    total, squares = weight_sums(field.neighbours.row_standardised())
    second, third, fourth = ((centred**power).mean() for power in (2, 3, 4))
    mean = areas * (centred**2 + second) / (areas - 1)
    square = areas * (centred**4 + 6 * centred**2 * second - 4 * centred * third + fourth) / (areas - 1)
    variance = square - mean**2
    variance = np.where(variance > 1e-12 * square, variance, np.nan)
    return total * mean / spread, sum_variance(total, squares, areas - 1, variance) / spread**2
