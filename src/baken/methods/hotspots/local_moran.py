# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas resemble their neighbours, and which differ from them: the local statistic of Moran."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.false_discovery import adjusted
from baken.methods.hotspots._drawn import Drawn, drawn_p
from baken.methods.hotspots._field import Field, field_of
from baken.methods.hotspots._moments import sum_variance, variance_of_others, weight_sums
from baken.methods.hotspots._normal import Moments, standard
from baken.methods.hotspots.permutation import Permutations
from baken.methods.neighbours import Neighbours
from baken.methods.reason import Reason


class Quadrant(IntEnum):
    """The area above or below the mean, among neighbours above or below it; NONE at the mean or unjudged."""

    NONE = 0
    HIGH_AMONG_HIGH = 1
    LOW_AMONG_LOW = 2
    HIGH_AMONG_LOW = 3
    LOW_AMONG_HIGH = 4


@dataclass(frozen=True, slots=True, eq=False)
class LocalMoran:
    """One for each area; NaN where not judged, for which ``reason`` says why.

    ``conditional`` and ``total`` hold expected, variance, z and two-sided p: the first with the area's own
    value fixed, the second with all values dealt out. ``p_permutation`` comes from draws (NaN without); ``q``
    is the false discovery rate of p_permutation or else of conditional p. ``quadrant`` is a ``Quadrant``.
    ``left_out`` counts the neighbours without a value.
    """

    statistic: FloatArray
    conditional: Moments
    total: Moments
    p_permutation: FloatArray
    q: FloatArray
    quadrant: NDArray[np.int8]
    reason: NDArray[np.int8]
    left_out: NDArray[np.int64]

    @classmethod
    def of(cls, field: Field, drawn: Drawn) -> LocalMoran:
        """Put together the statistic of a field and the p values that were drawn for it."""
        near, values = field.neighbours.row_standardised(), field.centred
        spread = (values**2).mean() if values.any() else np.nan
        lag = near.sums(values)
        statistic = values / spread * lag
        given, total = _conditional(values, spread, near), _total(values, spread, near)
        # A value at the mean gives 0 whatever the neighbours have: that is no evidence of anything.
        z = np.where(values == 0, statistic, standard(statistic, *given))
        permuted = np.where(values == 0, 1 + 0 * drawn.around, drawn.around) + 0 * z
        conditional = Moments.over_all(field, *given, z)
        drawn_p_values = field.over_all(permuted)
        q = adjusted(conditional.p if np.isnan(drawn_p_values).all() else drawn_p_values)
        reason = field.reason_without(z)
        return cls(
            field.over_all(statistic + 0 * z),
            conditional,
            Moments.over_all(field, *total, standard(statistic + 0 * z, *total)),
            drawn_p_values,
            q,
            _quadrants(field, lag, reason),
            reason,
            field.left_out,
        )


def local_moran(
    values: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> LocalMoran:
    """Return z_i times the mean z of the neighbours over the variance, with z the difference from the mean.

    I_i = z_i sum w_ij z_j / m2, m2 = sum z**2 / n, and the weights of each area divided by their sum.

    Args:
        values: one for each area; NaN is missing. Rates want smoothing first, see local association.
        neighbours: the neighbours of these areas.
        permutations: draws for p_permutation; none when left out.

    Raises:
        ValueError: another number of values than of areas.

    Source: L. Anselin (1995), Geographical Analysis 27:93-115; R. Sokal, N. Oden and B. Thomson (1998),
    Geographical Analysis 30:331-354 (both variances).
    """
    field = field_of(values, neighbours)
    return LocalMoran.of(field, drawn_p(field, permutations))


def _conditional(values: FloatArray, spread: float, near: Neighbours) -> tuple[FloatArray, FloatArray]:
    """Expectation and variance with the area's own value fixed and the others dealt out over the others."""
    others = len(values) - 1
    if others < 2:
        return np.full(len(values), np.nan), np.full(len(values), np.nan)
    total, squares = weight_sums(near)
    variance = sum_variance(total, squares, others, variance_of_others(values))
    return -total * values**2 / (spread * others), (values / spread) ** 2 * variance


def _total(values: FloatArray, spread: float, near: Neighbours) -> tuple[FloatArray, FloatArray]:
    """Expectation and variance with all values dealt out over all areas."""
    areas = len(values)
    if areas < 3:
        return np.full(areas, np.nan), np.full(areas, np.nan)
    total, squares = weight_sums(near)
    kurtosis = (values**4).mean() / spread**2
    variance = squares * (areas - kurtosis) / (areas - 1) - (total / (areas - 1)) ** 2
    pairs = (total**2 - squares) * (2 * kurtosis - areas) / ((areas - 1) * (areas - 2))
    return -total / (areas - 1), variance + pairs


def _quadrants(field: Field, lag: FloatArray, reason: NDArray[np.int8]) -> NDArray[np.int8]:
    own, near = np.sign(field.centred), np.sign(lag)
    places = [(own > 0) & (near > 0), (own < 0) & (near < 0), (own > 0) & (near < 0), (own < 0) & (near > 0)]
    result = np.zeros(len(reason), dtype=np.int8)
    result[field.place] = np.select(places, [1, 2, 3, 4], Quadrant.NONE)
    result[reason != Reason.JUDGED] = Quadrant.NONE
    return result
