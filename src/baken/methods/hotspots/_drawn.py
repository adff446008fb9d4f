# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Two-sided p values of sums over neighbours, from fresh draws for every area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods._threads import in_blocks
from baken.methods.hotspots._field import Field
from baken.methods.neighbours import IntArray

if TYPE_CHECKING:
    from baken.methods.hotspots.permutation import Permutations

_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """P values of the m areas of a field: of their neighbours, and of the area with its neighbours."""

    around: FloatArray
    with_self: FloatArray


def drawn_p(field: Field, permutations: Permutations | None, apart: bool = False) -> Drawn:
    """Return the p values of the weighted sums; NaN without permutations.

    Args:
        field: values and neighbours.
        permutations: how many draws, and how.
        apart: sum the squared difference from the area's own value instead of the value.
    """
    if permutations is None or field.areas < 3:
        nothing = np.full(field.areas, np.nan)
        return Drawn(nothing, nothing)
    from baken.methods.hotspots._draws_kernel import count_extremes

    found = np.zeros((field.areas, 5), dtype=np.int64)
    start, weight = _slots(field)
    layout = (start, weight, np.ascontiguousarray(field.values))
    few, many = permutations.draws, permutations.most
    plan = (few, many, np.uint64(permutations.seed), permutations.repeats, apart)
    cuts = _cuts(field, weight[start[1:] - 1], apart)

    def block(first: int, last: int) -> None:
        count_extremes((first, last), layout, cuts, plan, found)

    in_blocks(block, field.areas, permutations.threads)
    tail = np.minimum(found[:, 0:4:2], found[:, 1:4:2])
    p = np.minimum(2 * (tail + 1) / (found[:, 4:] + 1), 1.0)
    return Drawn(p[:, 0], p[:, 1])


def own_weight(field: Field) -> FloatArray:
    """The weight of an area among its neighbours: their mean weight, 1 for neighbours of weight 1."""
    counts = field.neighbours.counts
    total = field.neighbours.sums(np.ones(field.areas))
    return np.where(counts > 0, total / np.maximum(counts, 1), 1.0)


def _slots(field: Field) -> tuple[IntArray, FloatArray]:
    """Where the slots of each area begin, and their weights; the last is the area's own."""
    areas, near = field.areas, field.neighbours
    weight = np.empty(len(near.index) + areas)
    weight[near.start[1:] + np.arange(areas)] = own_weight(field)
    weight[np.arange(len(near.index)) + near.owner] = near.weight
    return near.start + np.arange(areas + 1), weight


def _cuts(field: Field, own: FloatArray, apart: bool) -> FloatArray:
    """What counts as at most and at least the observed sums, a hair wide so that ties are ties."""
    near, values = field.neighbours, field.values
    each = (values[near.index] - values[near.owner]) ** 2 if apart else values[near.index]
    sums = np.bincount(near.owner, near.weight * each, minlength=field.areas)
    hair = np.bincount(near.owner, near.weight * np.abs(each), minlength=field.areas) * _ROUNDING
    mine = own * values
    wide = hair + np.abs(mine) * _ROUNDING
    # What is not asked is always both at most and at least: it then needs no more draws.
    wide[near.islands | apart] = np.inf
    return np.column_stack([sums + hair, sums - hair, sums + mine + wide, sums + mine - wide])
