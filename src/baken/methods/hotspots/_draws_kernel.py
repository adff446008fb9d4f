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
ENOUGH = 10
"""So many draws in each tail fix a p value well enough."""


@compiled("Tuple((int64, uint64))(uint64, int64[::1], int64, uint64)")
def _free(number: np.uint64, seen: IntArray, mark: int, state: np.uint64) -> tuple[int, np.uint64]:
    """The area that a random number stands for, or the next in the stream that may still be drawn."""
    one = below(number, len(seen))
    while seen[one] == mark:
        state = after(state)
        one = below(mixed(state), len(seen))
    return one, state


@compiled("Tuple((float64, uint64))(float64[::1], float64[::1], int64[::1], UniTuple(int64, 2), uint64)")
def _sum_with(
    slots: FloatArray, values: FloatArray, seen: IntArray, own: tuple[int, int], state: np.uint64
) -> tuple[float, np.uint64]:
    """Put an area (the first of ``own``, the second is the mark) in a slot by chance, others in the rest."""
    area, mark = own
    state = after(state)
    kept, total = below(mixed(state), len(slots)), 0.0
    seen[area] = mark
    for place in range(len(slots)):
        one = area
        if place != kept:
            state = after(state)
            one, state = _free(mixed(state), seen, mark, state)
        seen[one] = mark
        total += slots[place] * values[one]
    return total, state


@compiled("int64(float64, uint64)")
def _wait(chance: float, number: np.uint64) -> int:
    """The number of draws until something with this chance happens: 1 or more."""
    return 1 + int(min(math.log(1.0 - uniform(number)) / math.log1p(-chance), 1e15))


@compiled(
    "void(int64, Tuple((float64[::1], float64[::1], int64[::1])), float64[::1],"
    " Tuple((int64, int64, uint64, boolean, boolean)), int64[::1])"
)
def _count(
    area: int,
    arrays: tuple[FloatArray, FloatArray, IntArray],
    cuts: FloatArray,
    plan: tuple[int, int, np.uint64, bool, bool],
    found: IntArray,
) -> None:
    """Count for one area."""
    slots, values, seen = arrays
    draws, up_to, seed, repeats, _ = plan
    last, chance = len(slots) - 1, len(slots) / len(values)
    state = after(stream(seed, np.uint64(area)))
    until = 0 if repeats else _wait(chance, mixed(state))
    low = high = low_with = high_with = 0
    mark, done = 1 + 2 * up_to * area, 0
    for draw in range(1, up_to + 1):
        mark, done = mark + 1, draw
        seen[area] = mark
        total, place = 0.0, 0
        while place < last:
            state = after(state)
            number = mixed(state)
            one, state = _free(number, seen, mark, state)
            if not repeats:
                seen[one] = mark
            total += slots[place] * values[one]
            place += 1
            if place < last:  # the other half of the random number
                one, state = _free(number << _HALF, seen, mark, state)
                if not repeats:
                    seen[one] = mark
                total += slots[place] * values[one]
                place += 1
        low += total <= cuts[0]
        high += total >= cuts[1]
        state = after(state)
        if draw == until:
            # The area itself is one of those drawn, which happens with chance slots / areas.
            until += _wait(chance, mixed(state))
            mark += 1
            total, state = _sum_with(slots, values, seen, (area, mark), state)
        else:
            one, state = _free(mixed(state), seen, mark, state)
            total += slots[last] * values[one]
        low_with += total <= cuts[2]
        high_with += total >= cuts[3]
        if draw >= draws and min(low, high, low_with, high_with) >= ENOUGH:
            break
    found[0], found[1], found[2], found[3], found[4] = low, high, low_with, high_with, done


@compiled(
    "void(UniTuple(int64, 2), Tuple((int64[::1], float64[::1], float64[::1])), float64[:, ::1],"
    " Tuple((int64, int64, uint64, boolean, boolean)), int64[:, ::1])"
)
def count_extremes(
    rows: tuple[int, int],
    layout: tuple[IntArray, FloatArray, FloatArray],
    cuts: FloatArray,
    plan: tuple[int, int, np.uint64, bool, bool],
    found: IntArray,
) -> None:
    """Count the draws at or below a low and at or above a high cut: without, then with the area's own slot.

    Without: the other areas in the slots of the neighbours. With: all areas in all slots; or, with repeats,
    the other areas in all slots.

    Args:
        rows: the first area and the one after the last.
        layout: where the slots of each area begin, the weights of the slots, the values of the areas.
        cuts: low and high without, low and high with the own slot; shape (areas, 4).
        plan: fewest and most draws (beyond the fewest only while a count is below ENOUGH), seed, whether an
            area may be drawn again in the same draw, and whether what counts is not the value but the square
            of its difference from the area's value.
        found: the four counts and the number of draws; shape (areas, 5).
    """
    start, weight, values = layout
    seen = np.zeros(len(values), dtype=np.int64)
    for area in range(rows[0], rows[1]):
        slots = weight[start[area] : start[area + 1]]
        figures = (values - values[area]) ** 2 if plan[4] else values
        _count(area, (slots, figures, seen), cuts[area], plan, found[area])
