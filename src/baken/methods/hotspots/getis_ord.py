# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where high values lie together, and where low values do: the local statistics of Getis and Ord."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.false_discovery import adjusted
from baken.methods.hotspots._drawn import Drawn, drawn_p, own_weight
from baken.methods.hotspots._field import Field, field_of
from baken.methods.hotspots._moments import sum_variance, variance_of_others, weight_sums
from baken.methods.hotspots._normal import standard, two_sided
from baken.methods.hotspots.permutation import Permutations
from baken.methods.neighbours import Neighbours


@dataclass(frozen=True, slots=True, eq=False)
class GetisOrd:
    """One for each area; NaN where not judged, for which ``reason`` says why.

    ``z`` is above 0 among high values and below 0 among low ones; ``p`` is two-sided, under the normal
    distribution; ``p_permutation`` comes from draws (NaN without); ``q`` is the false discovery rate of
    p_permutation or else of p. ``left_out`` counts the neighbours that have no value.
    """

    z: FloatArray
    p: FloatArray
    p_permutation: FloatArray
    q: FloatArray
    reason: NDArray[np.int8]
    left_out: NDArray[np.int64]

    @classmethod
    def of(cls, field: Field, drawn: Drawn, include_self: bool) -> GetisOrd:
        """Put together the statistic of a field and the p values that were drawn for it."""
        z = _star(field) if include_self else _around(field)
        reason = field.reason_without(z)
        z = field.over_all(z)
        p = two_sided(z)
        permuted = np.where(np.isnan(z), np.nan, field.over_all(_of_draws(drawn, include_self)))
        judge = p if np.isnan(permuted).all() else permuted
        return cls(z, p, permuted, adjusted(judge), reason, field.left_out)


def getis_ord(
    values: ArrayLike,
    neighbours: Neighbours,
    include_self: bool = True,
    permutations: Permutations | None = None,
) -> GetisOrd:
    """Return the standardised sum of the values around each area: G* with the area itself, G without.

    With w the weights, W and S their sum and the sum of their squares, n areas of mean m and variance v
    (divided by n): G* = (sum w x - W m) / sqrt(v (n S - W**2) / (n - 1)). G is the same over the n - 1 other
    areas: their mean, their variance, and n - 1 for n. In G* the area has the mean weight of its neighbours.

    Args:
        values: one for each area; NaN is missing. Rates want smoothing first, see local association.
        neighbours: the neighbours of these areas; only the proportion of the weights of one area matters.
        include_self: G* (True) or G.
        permutations: draws for p_permutation; none when left out.

    Raises:
        ValueError: another number of values than of areas.

    Source: J. Ord and A. Getis (1995), Geographical Analysis 27:286-306, equations 5 to 7; A. Getis and J.
    Ord (1992), Geographical Analysis 24:189-206.
    """
    field = field_of(values, neighbours)
    return GetisOrd.of(field, drawn_p(field, permutations), include_self)


def _of_draws(drawn: Drawn, include_self: bool) -> FloatArray:
    return drawn.with_self if include_self else drawn.around


def _around(field: Field) -> FloatArray:
    if field.areas < 3:
        return np.full(field.areas, np.nan)
    centred = field.centred
    total, squares = weight_sums(field.neighbours)
    others = field.areas - 1
    variance = sum_variance(total, squares, others, variance_of_others(centred))
    return standard(field.neighbours.sums(centred), -total * centred / others, variance)


def _star(field: Field) -> FloatArray:
    if field.areas < 3:
        return np.full(field.areas, np.nan)
    centred = field.centred
    total, squares = weight_sums(field.neighbours)
    own = own_weight(field)
    sums = field.neighbours.sums(centred) + own * centred
    variance = sum_variance(total + own, squares + own**2, field.areas, float(centred.var()))
    return standard(sums, np.zeros(field.areas), variance)
