# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Kernels: how often the neighbours of an area, drawn afresh from the other areas, sum to so much.

``seen[j] == mark`` says that area j was drawn already in this draw; a new draw is a new mark, so nothing has to
be wiped. One 64-bit number serves two draws.
"""

import math

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods._compiled import compiled
from baken.methods._random_kernel import after, below, mixed, stream, uniform
from baken.methods.neighbours import IntArray

_HALF = np.uint64(32)


@compiled("Tuple((float64, uint64))(float64[::1], float64[::1], int64[::1], int64, uint64)")
def _sum_of_others(
    weight: FloatArray, values: FloatArray, seen: IntArray, mark: int, state: np.uint64
) -> tuple[float, np.uint64]:
    """Draw an area for each weight, none twice and none that is marked; return the weighted sum."""
    total, number = 0.0, np.uint64(0)
    for place in range(len(weight)):
        if place & 1:
            number = number << _HALF
        else:
            state = after(state)
            number = mixed(state)
        area = below(number, len(values))
        while seen[area] == mark:
            state = after(state)
            area = below(mixed(state), len(values))
        seen[area] = mark
        total += weight[place] * values[area]
    return total, state


@compiled("Tuple((float64, uint64))(float64[::1], float64[::1], int64[::1], int64, uint64)")
def _sum_with_repeats(
    weight: FloatArray, values: FloatArray, seen: IntArray, mark: int, state: np.uint64
) -> tuple[float, np.uint64]:
    """The same, but what was drawn may be drawn again."""
    total = 0.0
    for place in range(len(weight)):
        state = after(state)
        area = below(mixed(state), len(values))
        while seen[area] == mark:
            state = after(state)
            area = below(mixed(state), len(values))
        total += weight[place] * values[area]
    return total, state


@compiled("Tuple((int64, uint64))(float64, uint64)")
def _wait(chance: float, state: np.uint64) -> tuple[int, np.uint64]:
    """After how many draws something with this chance happens next; 1 or more."""
    state = after(state)
    return 1 + int(math.log(1.0 - uniform(mixed(state))) / math.log1p(-chance)), state


@compiled(
    "void(UniTuple(int64, 2), Tuple((int64[::1], float64[::1], float64[::1])), float64[:, ::1],"
    " Tuple((int64, uint64, boolean)), int64[:, ::1])"
)
def count_extremes(
    rows: tuple[int, int],
    layout: tuple[IntArray, FloatArray, FloatArray],
    cuts: FloatArray,
    plan: tuple[int, np.uint64, bool],
    found: IntArray,
) -> None:
    """Count draws at or below and at or above two cuts, for the neighbours and for the area with them.

    Args:
        rows: the first area and the one after the last.
        layout: where the slots of each area begin, its weights (the last slot is the area's own), values.
        cuts: low and high cut for the neighbours, low and high cut with the area itself.
        plan: number of draws, seed, whether an area may be drawn twice in one draw.
        found: the four counts for each area.
    """
    start, weight, values = layout
    draws, seed, repeats = plan
    areas, mark = len(values), 0
    seen = np.zeros(areas, dtype=np.int64)
    for area in range(rows[0], rows[1]):
        slots = weight[start[area] : start[area + 1]]
        others, own = slots[:-1], slots[-1:]
        state = stream(seed, np.uint64(area))
        waited, state = _wait(len(slots) / areas, state)
        low = high = low_with = high_with = 0
        for draw in range(1, draws + 1):
            mark += 1
            seen[area] = mark
            if repeats:
                total, state = _sum_with_repeats(others, values, seen, mark, state)
                more, state = _sum_with_repeats(own, values, seen, mark, state)
            else:
                total, state = _sum_of_others(others, values, seen, mark, state)
            low += total <= cuts[area, 0]
            high += total >= cuts[area, 1]
            if not repeats and draw == waited:
                total, state = 0.0, state
            else:
                more, state = _sum_of_others(own, values, seen, mark, state)
                total += more
            low_with += total <= cuts[area, 2]
            high_with += total >= cuts[area, 3]
        found[area] = low, high, low_with, high_with
