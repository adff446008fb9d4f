# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Do areas as a whole resemble their neighbours: Moran, Geary, Getis and Ord, and Moran for rates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray
from baken.methods.comparison.empirical_bayes import global_rates, standardised_rates
from baken.methods.hotspots._field import Field, field_of
from baken.methods.hotspots.permutation import Permutations
from baken.methods.neighbours import Neighbours
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True)
class GlobalAssociation:
    """One statistic for all areas; NaN where not judged, for which ``reason`` says why.

    ``z`` is above 0 when neighbours are alike (Moran, Geary) or high values lie together (G).
    ``p_greater`` is the chance of at least this z and ``p`` of one as far from 0, under the normal
    distribution; ``p_permutation`` is two-sided, from draws (NaN without). ``areas`` counts the areas with a
    value, ``islands`` those of them without neighbours.
    """

    statistic: float
    expected: float
    variance: float
    z: float
    p_greater: float
    p: float
    p_permutation: float
    areas: int
    islands: int
    reason: Reason


class _Sums(NamedTuple):
    """Sums over the weights: all; (w_ij + w_ji)**2 / 2; and (row sum + column sum)**2."""

    s0: float
    s1: float
    s2: float


def morans_i(
    values: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> GlobalAssociation:
    """Return Moran's I: the mean product of neighbours' differences from the mean, over the variance.

    Moments are those of all ways to deal out the values. The weights of each area are divided by their sum.

    Args:
        values: one for each area; NaN is missing.
        neighbours: the neighbours of these areas.
        permutations: for p_permutation; none when left out.

    Raises:
        ValueError: another number of values than of areas.

    Source: P. Moran (1950), Biometrika 37:17-23; A. Cliff and J. Ord (1981), Spatial Processes, chapter 2.
    """
    return _judged(_whole(field_of(values, neighbours, fewest=4)), _moran, _moran_moments, permutations)


def gearys_c(
    values: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> GlobalAssociation:
    """Return Geary's C: the mean squared difference of neighbours over twice the variance; 1 is expected.

    z is that of 1 - C, so that above 0 means alike. Arguments, weights and errors as for Moran.

    Source: R. Geary (1954), The Incorporated Statistician 5:115-146; A. Cliff and J. Ord (1981), Spatial
    Processes, chapter 2.
    """
    return _judged(_whole(field_of(values, neighbours, fewest=4)), _geary, _geary_moments, permutations)


def getis_ord_g(
    values: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> GlobalAssociation:
    """Return G: the share of all products of two areas' values that is found between neighbours.

    Needs values of 0 and above (else NEGATIVE). The weights are used as stated. Arguments and errors as for
    Moran.

    Source: A. Getis and J. Ord (1992), Geographical Analysis 24:189-206.
    """
    field = _whole(field_of(values, neighbours, fewest=4), standardise=False)
    if field.areas and field.values.min() < 0:
        field.reason[field.place] = Reason.NEGATIVE
    return _judged(field, _getis, _getis_moments, permutations)


def empirical_bayes_index(
    count: ArrayLike, population: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> GlobalAssociation:
    """Return Moran's I of rates that were standardised for the size of their population.

    The permutations deal out the standardised rates; z and p say the same under the normal distribution.

    Args:
        count: cases in each area; NaN is missing.
        population: population of each area; NaN is missing.
        neighbours: the neighbours of these areas.
        permutations: for p_permutation; none when left out.

    Raises:
        ValueError: counts or populations of another number than the areas.

    Source: R. Assuncao and E. Reis (1999), Statistics in Medicine 18:2147-2162.
    """
    rates = global_rates(count, population)
    field = field_of(standardised_rates(rates), neighbours, rates.reason, fewest=4)
    return _judged(_whole(field), _moran, _moran_moments, permutations)


def _whole(field: Field, standardise: bool = True) -> Field:
    near = field.neighbours.row_standardised() if standardise else field.neighbours
    return Field(field.values, near, field.place, field.reason, field.left_out)


def _judged(
    field: Field,
    statistic: Callable[[FloatArray, Neighbours], float],
    moments: Callable[[FloatArray, _Sums], tuple[float, float]],
    permutations: Permutations | None,
) -> GlobalAssociation:
    from baken.methods.hotspots._normal import two_sided, upper_tail

    islands = int(field.neighbours.islands.sum())
    reason = _reason(field)
    if reason:
        return GlobalAssociation(*[np.nan] * 7, field.areas, islands, reason)
    found = statistic(field.values, field.neighbours)
    expected, variance = moments(field.values, _sums(field.neighbours))
    z = (found - expected) / np.sqrt(variance) if variance > 1e-14 * expected**2 else np.nan
    if statistic is _geary:
        z = -z
    p = _permuted(field, statistic, found, permutations) if permutations else np.nan
    tails = float(upper_tail(z)), float(two_sided(z))
    return GlobalAssociation(found, expected, variance, float(z), *tails, p, field.areas, islands, reason)


def _reason(field: Field) -> Reason:
    """Why there is no statistic: for all areas together what most weighs for each."""
    of_areas = field.reason[field.place] if field.areas else field.reason
    for one in (Reason.ONE_AREA, Reason.NO_VARIATION, Reason.NEGATIVE):
        if (of_areas == one).any():
            return one
    if not field.areas:
        return Reason(int(of_areas[0])) if len(of_areas) else Reason.ONE_AREA
    return Reason.NO_NEIGHBOURS if field.neighbours.islands.all() else Reason.JUDGED


def _permuted(
    field: Field,
    statistic: Callable[[FloatArray, Neighbours], float],
    found: float,
    permutations: Permutations,
) -> float:
    random, values = np.random.default_rng(permutations.seed), field.values.copy()
    low, high, hair = 0, 0, 1e-12 * abs(found)
    for _ in range(permutations.draws):
        random.shuffle(values)
        drawn = statistic(values, field.neighbours)
        low += drawn <= found + hair
        high += drawn >= found - hair
    return min(1.0, 2 * (min(low, high) + 1) / (permutations.draws + 1))


def _sums(near: Neighbours) -> _Sums:
    own, weight, areas = near.owner, near.weight, near.areas
    there, back = own * areas + near.index, near.index * areas + own
    at = np.minimum(np.searchsorted(there, back), len(there) - 1)
    other_way = np.where(there[at] == back, weight[at], 0.0)
    both = np.bincount(own, weight, areas) + np.bincount(near.index, weight, areas)
    return _Sums(float(weight.sum()), float((weight**2 + weight * other_way).sum()), float((both**2).sum()))


def _moran(values: FloatArray, near: Neighbours) -> float:
    z = values - values.mean()
    return float(len(z) / near.weight.sum() * (z * near.sums(z)).sum() / (z**2).sum())


def _geary(values: FloatArray, near: Neighbours) -> float:
    z = values - values.mean()
    apart = (near.weight * (z[near.owner] - z[near.index]) ** 2).sum()
    return float((len(z) - 1) * apart / (2 * near.weight.sum() * (z**2).sum()))


def _getis(values: FloatArray, near: Neighbours) -> float:
    x = values / values.max()
    return float((x * near.sums(x)).sum() / (x.sum() ** 2 - (x**2).sum()))


def _kurtosis(values: FloatArray) -> float:
    z = values - values.mean()
    return float((z**4).mean() / (z**2).mean() ** 2)


def _moran_moments(values: FloatArray, sums: _Sums) -> tuple[float, float]:
    n, k = len(values), _kurtosis(values)
    s0, s1, s2 = sums
    first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0**2)
    second = k * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0**2)
    expected = -1 / (n - 1)
    return expected, (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0**2) - expected**2


def _geary_moments(values: FloatArray, sums: _Sums) -> tuple[float, float]:
    n, k = len(values), _kurtosis(values)
    s0, s1, s2 = sums
    variance = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k)
    variance -= (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k) / 4
    variance += s0**2 * (n * n - 3 - (n - 1) ** 2 * k)
    return 1.0, variance / (n * (n - 2) * (n - 3) * s0**2)


def _getis_moments(values: FloatArray, sums: _Sums) -> tuple[float, float]:
    n, (s0, s1, s2) = len(values), sums
    x = values / values.max()
    m1, m2, m3, m4 = (float((x**power).sum()) for power in (1, 2, 3, 4))
    square = ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0**2) * m2**2
    square -= ((n * n - n) * s1 - 2 * n * s2 + 6 * s0**2) * m4
    square -= (2 * n * s1 - (n + 3) * s2 + 6 * s0**2) * m1**2 * m2
    square += (4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0**2) * m1 * m3
    square += (s1 - s2 + s0**2) * m1**4
    expected = s0 / (n * (n - 1))
    square /= (m1**2 - m2) ** 2 * n * (n - 1) * (n - 2) * (n - 3)
    return expected, square - expected**2
