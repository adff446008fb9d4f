# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The local statistics of Getis and Ord and of Moran on the same draws, for values and for rates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.comparison.empirical_bayes import global_rates, local_rates, standardised_rates
from baken.methods.hotspots._drawn import drawn_p
from baken.methods.hotspots._field import field_of
from baken.methods.hotspots.getis_ord import GetisOrd
from baken.methods.hotspots.local_moran import LocalMoran
from baken.methods.hotspots.permutation import Permutations
from baken.methods.neighbours import Neighbours

Smoothing = Literal["raw", "global", "local", "standardised"]


@dataclass(frozen=True, slots=True, eq=False)
class LocalAssociation:
    """G* and local Moran of the same ``values``, with p values from the same draws."""

    values: FloatArray
    getis_ord: GetisOrd
    moran: LocalMoran


@dataclass(frozen=True, slots=True)
class RateOptions:
    """What goes in for a rate, and the draws.

    ``smoothing``: "global" draws each rate towards that of all areas, "local" towards that of the
    neighbourhood, "standardised" divides the difference from the rate of all areas by its standard deviation
    under the model, "raw" takes the rate as it is.
    """

    smoothing: Smoothing = "global"
    permutations: Permutations | None = None

    def __post_init__(self) -> None:
        if self.smoothing not in ("raw", "global", "local", "standardised"):
            raise ValueError(f"smoothing must be raw, global, local or standardised; got {self.smoothing}")


def local_association(
    values: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> LocalAssociation:
    """Return G* and local Moran for values; one set of draws serves both.

    Args:
        values: one for each area; NaN is missing.
        neighbours: the neighbours of these areas.
        permutations: draws for the p values; none when left out.

    Raises:
        ValueError: another number of values than of areas.
    """
    return _both(np.asarray(values, dtype=np.float64), neighbours, None, permutations)


def rate_association(
    count: ArrayLike, population: ArrayLike, neighbours: Neighbours, options: RateOptions | None = None
) -> LocalAssociation:
    """Return G* and local Moran for rates; by default each rate is first drawn towards that of all areas.

    An area without population, or with a count that cannot be one, is left out and has a reason.

    Args:
        count: cases in each area; NaN is missing.
        population: population of each area; NaN is missing.
        neighbours: the neighbours of these areas.
        options: smoothing and draws; global smoothing without draws when left out.

    Raises:
        ValueError: counts or populations of another number than the areas.

    Source: R. Marshall (1991), Journal of the Royal Statistical Society C 40:283-294; R. Assuncao and E. Reis
    (1999), Statistics in Medicine 18:2147-2162.
    """
    chosen = options or RateOptions()
    if chosen.smoothing == "local":
        rates = local_rates(count, population, neighbours)
    else:
        rates = global_rates(count, population)
    values = rates.raw if chosen.smoothing == "raw" else rates.estimate
    if chosen.smoothing == "standardised":
        values = standardised_rates(rates)
    return _both(values, neighbours, rates.reason, chosen.permutations)


def _both(
    values: FloatArray,
    neighbours: Neighbours,
    known: NDArray[np.int8] | None,
    permutations: Permutations | None,
) -> LocalAssociation:
    field = field_of(values, neighbours, known)
    drawn = drawn_p(field, permutations)
    return LocalAssociation(values, GetisOrd.of(field, drawn, include_self=True), LocalMoran.of(field, drawn))
