# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Do areas as a whole resemble their neighbours: Moran, Geary, Getis and Ord, and Moran for rates."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods.comparison.empirical_bayes import global_rates, standardised_rates
from baken.methods.hotspots._field import Field, field_of
from baken.methods.hotspots._global_moments import GEARY, GETIS_ORD, MORAN, Statistic
from baken.methods.hotspots._normal import two_sided, upper_tail
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
    return _judged(_whole(field_of(values, neighbours, fewest=4)), MORAN, permutations)


def gearys_c(
    values: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> GlobalAssociation:
    """Return Geary's C: the mean squared difference of neighbours over twice the variance; 1 is expected.

    z is that of 1 - C, so that above 0 means alike. Arguments, weights and errors as for Moran.

    Source: R. Geary (1954), The Incorporated Statistician 5:115-146; A. Cliff and J. Ord (1981), Spatial
    Processes, chapter 2.
    """
    return _judged(_whole(field_of(values, neighbours, fewest=4)), GEARY, permutations)


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
    return _judged(field, GETIS_ORD, permutations)


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
    return _judged(_whole(field), MORAN, permutations)


def _whole(field: Field, standardise: bool = True) -> Field:
    near = field.neighbours.row_standardised() if standardise else field.neighbours
    return Field(field.values, near, field.place, field.reason, field.left_out)


def _judged(field: Field, statistic: Statistic, permutations: Permutations | None) -> GlobalAssociation:
    islands, none = int(field.neighbours.islands.sum()), math.nan
    reason = _reason(field)
    if reason:
        return GlobalAssociation(none, none, none, none, none, none, none, field.areas, islands, reason)
    found, expected, variance = statistic.judge(field.values, field.neighbours)
    z = statistic.sign * (found - expected) / math.sqrt(variance) if variance > 0 else none
    p = _permuted(field, statistic, found, permutations) if permutations else none
    tail, both = float(upper_tail(np.array(z))), float(two_sided(np.array(z)))
    if math.isnan(z):
        reason = Reason.NO_VARIATION
    return GlobalAssociation(found, expected, variance, z, tail, both, p, field.areas, islands, reason)


def _reason(field: Field) -> Reason:
    """Why there is no statistic: for all areas together what most weighs for each."""
    of_areas = field.reason[field.place] if field.areas else field.reason
    for one in (Reason.ONE_AREA, Reason.NO_VARIATION, Reason.NEGATIVE):
        if (of_areas == one).any():
            return one
    if not field.areas:
        return Reason(int(of_areas[0])) if len(of_areas) else Reason.ONE_AREA
    return Reason.NO_NEIGHBOURS if field.neighbours.islands.all() else Reason.JUDGED


def _permuted(field: Field, statistic: Statistic, found: float, permutations: Permutations) -> float:
    random, values = np.random.default_rng(permutations.seed), field.values.copy()
    low, high, hair = 0, 0, 1e-12 * abs(found)
    for _ in range(permutations.draws):
        random.shuffle(values)
        drawn = statistic.value(values, field.neighbours)
        low += drawn <= found + hair
        high += drawn >= found - hair
    return min(1.0, 2 * (min(low, high) + 1) / (permutations.draws + 1))
