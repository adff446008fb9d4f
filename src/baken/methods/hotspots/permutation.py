# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How often chance alone gives an area such neighbours: other areas drawn in their place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.hotspots._drawn import drawn_p
from baken.methods.hotspots._field import field_of
from baken.methods.neighbours import Neighbours


@dataclass(frozen=True, slots=True)
class Permutations:
    """How to draw: ``draws`` fresh draws for every area, from a stream of random numbers for seed and area.

    With ``up_to`` an area with fewer than ten draws in a tail gets more, until it has ten or so many draws:
    small p values are then known as well as large ones, for little more work. ``repeats`` lets an area come
    twice in one draw, as some software does; a permutation never does. The answer does not depend on
    ``threads`` (None: as many as there are processors).

    Raises:
        ValueError: draws or threads below 1, up_to below draws, or a negative seed.
    """

    draws: int = 999
    seed: int = 0
    repeats: bool = False
    threads: int | None = None
    up_to: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.draws < 2**31:
            raise ValueError(f"draws must be 1 or more; got {self.draws}")
        if self.up_to is not None and not self.draws <= self.up_to < 2**31:
            raise ValueError(f"up_to must not be below draws; got {self.up_to}")
        if not 0 <= self.seed < 2**63:
            raise ValueError(f"seed must lie from 0 to 2**63 - 1; got {self.seed}")
        if self.threads is not None and self.threads < 1:
            raise ValueError(f"threads must be 1 or more; got {self.threads}")

    @property
    def most(self) -> int:
        """The largest number of draws that an area can get."""
        return self.up_to or self.draws

    @property
    def smallest_p(self) -> float:
        """The smallest two-sided p value that so many draws can give."""
        return min(1.0, 2 / (self.most + 1))


@dataclass(frozen=True, slots=True, eq=False)
class NeighbourP:
    """Two-sided p values, one for each area: of its neighbours, and of the area with its neighbours.

    ``reason`` says why an area is not judged (its p values are NaN); ``left_out`` counts its neighbours
    that have no value.
    """

    around: FloatArray
    with_self: FloatArray
    reason: NDArray[np.int8]
    left_out: NDArray[np.int64]


def permutation_p(
    values: ArrayLike, neighbours: Neighbours, permutations: Permutations | None = None
) -> NeighbourP:
    """Return how unusual the weighted sum of the neighbours' values is, if values were dealt out by chance.

    With L draws at or below the observed sum and H at or above it, of R: p = 2 (min(L, H) + 1) / (R + 1), at
    most 1. In the slots of the neighbours come other areas. With the area itself there is one slot more, of
    the mean weight of its neighbours, and all areas may come in all slots.

    Args:
        values: one for each area; NaN is missing.
        neighbours: the neighbours of these areas.
        permutations: how many draws, and how; 999 when left out.

    Raises:
        ValueError: another number of values than of areas.

    Source: L. Anselin (1995), Geographical Analysis 27:93-115 (conditional permutation); B. Phipson and G.
    Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9:39 (the ones that are added);
    J. Besag and P. Clifford (1991), Biometrika 78:301-304 (drawing on until the tail is filled).
    """
    field = field_of(values, neighbours)
    drawn = drawn_p(field, permutations or Permutations())
    return NeighbourP(
        field.over_all(drawn.around), field.over_all(drawn.with_self), field.reason, field.left_out
    )
