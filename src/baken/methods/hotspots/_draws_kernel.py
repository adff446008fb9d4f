# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How often areas drawn afresh in the place of an area's neighbours sum to as much, or as little.

An area has a slot for each neighbour and a last one for itself. ``seen[j] == mark`` says that area j cannot
be drawn any more in this draw; a new draw has a new mark, so nothing has to be wiped.
"""

import math

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods._compiled import compiled
from baken.methods._random_kernel import after, below, mixed, stream, uniform
from baken.methods.neighbours import IntArray

_HALF = np.uint64(32)


@compiled("Tuple((float64, uint64))(float64[::1], float64[::1], int64[::1], int64, int64, uint64)")
def _sum_with(
    slots: FloatArray, values: FloatArray, seen: IntArray, mark: int, area: int, state: np.uint64
) -> tuple[float, np.uint64]:
    """Put the area in one slot, chosen by chance, and draw other areas for the other slots."""
    state = after(state)
    kept, total = below(mixed(state), len(slots)), 0.0
    seen[area] = mark
    for place in range(len(slots)):
        one = area
        while place != kept and seen[one] == mark:
            state = after(state)
            one = below(mixed(state), len(values))
        seen[one] = mark
        total += slots[place] * values[one]
    return total, state


@compiled("float64[::1](float64[::1], int64)")
def _distances(values: FloatArray, area: int) -> FloatArray:
    """The square of the difference of each area from this one."""
    result: FloatArray = (values - values[area]) ** 2
    return result


@compiled("int64(float64, uint64)")
def _wait(chance: float, number: np.uint64) -> int:
    """The number of draws until something with this chance happens: 1 or more."""
    return 1 + int(min(math.log(1.0 - uniform(number)) / math.log1p(-chance), 1e15))


@compiled(
    "void(UniTuple(int64, 2), Tuple((int64[::1], float64[::1], float64[::1])), float64[:, ::1],"
    " Tuple((int64, uint64, boolean, boolean)), int64[:, ::1])"
)
def count_extremes(
    rows: tuple[int, int],
    layout: tuple[IntArray, FloatArray, FloatArray],
    cuts: FloatArray,
    plan: tuple[int, np.uint64, bool, bool],
    found: IntArray,
) -> None:
    """Count the draws at or below a low and at or above a high cut: without, then with the area's own slot.

    Without: the other areas in the slots of the neighbours. With: all areas in all slots; or, with repeats,
    the other areas in all slots.

    Args:
        rows: the first area and the one after the last.
        layout: where the slots of each area begin, the weights of the slots, the values of the areas.
        cuts: low and high without, low and high with the own slot; shape (areas, 4).
        plan: number of draws, seed, whether an area may be drawn again in the same draw, and whether what
            counts is not the value but the square of its difference from the area's value.
        found: the four counts; shape (areas, 4).
    """
    start, weight, values = layout
    draws, seed, repeats, apart = plan
    mark = 0
    seen = np.zeros(len(values), dtype=np.int64)
    for area in range(rows[0], rows[1]):
        slots = weight[start[area] : start[area + 1]]
        last = len(slots) - 1
        figures = _distances(values, area) if apart else values
        chance = len(slots) / len(values)
        state = after(stream(seed, np.uint64(area)))
        until = 0 if repeats else _wait(chance, mixed(state))
        low = high = low_with = high_with = 0
        for draw in range(1, draws + 1):
            mark += 1
            seen[area] = mark
            total, number = 0.0, np.uint64(0)
            for place in range(last + 1):
                if place == last:
                    low += total <= cuts[area, 0]
                    high += total >= cuts[area, 1]
                    if draw == until:
                        break
                if place & 1:  # one random number serves two draws
                    number = number << _HALF
                else:
                    state = after(state)
                    number = mixed(state)
                one = below(number, len(values))
                while seen[one] == mark:
                    state = after(state)
                    one = below(mixed(state), len(values))
                if not repeats:
                    seen[one] = mark
                total += slots[place] * figures[one]
            if draw == until:
                # The area itself is one of those drawn, which happens with chance slots / areas.
                mark += 1
                total, state = _sum_with(slots, figures, seen, mark, area, state)
                state = after(state)
                until += _wait(chance, mixed(state))
            low_with += total <= cuts[area, 2]
            high_with += total >= cuts[area, 3]
        found[area, 0], found[area, 1] = low, high
        found[area, 2], found[area, 3] = low_with, high_with
