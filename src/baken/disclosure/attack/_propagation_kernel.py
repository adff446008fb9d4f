# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Bound propagation over equations: each equation narrows the bounds of its cells, until nothing moves.

A row says ``sum of sign * x == 0``. The rest of the row at its lowest bounds a term from above, the rest at
its highest from below. Bounds at or beyond ``ENDLESS`` stand for no bound: they are counted, never added.
"""

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.equations import Indices
from baken.methods._compiled import compiled

ENDLESS = 2**40
"""``baken.disclosure.knowledge.UNBOUNDED``, as a number that kernels can hold."""

Rows = tuple[Indices, Indices, Indices]
"""Start, index and sign of the rows of ``Equations``."""
Bounds = tuple[Indices, Indices, Indices, Indices]
"""Of each cell the lower and the upper bound, and the row that gave each; -1 where it was told."""


@compiled("UniTuple(int64, 4)(Tuple((int64[::1], int64[::1], int64[::1])), UniTuple(int64[::1], 4), int64)")
def _reach(rows: Rows, bounds: Bounds, row: int) -> tuple[int, int, int, int]:
    """The lowest and the highest sum of a row's bounded terms, and how many have no such bound."""
    start, index, sign = rows
    lowest = highest = endless_low = endless_high = 0
    for term in range(start[row], start[row + 1]):
        low, high = bounds[0][index[term]], bounds[1][index[term]]
        if sign[term] < 0:
            low, high = high, low
        if -ENDLESS < low < ENDLESS:
            lowest += sign[term] * low
        else:
            endless_low += 1
        if -ENDLESS < high < ENDLESS:
            highest += sign[term] * high
        else:
            endless_high += 1
    return lowest, highest, endless_low, endless_high


@compiled("UniTuple(int64, 2)(int64, UniTuple(int64, 2), UniTuple(int64, 4))")
def _implied(sign: int, own: tuple[int, int], reach: tuple[int, int, int, int]) -> tuple[int, int]:
    """The bounds of a cell that the rest of its row leaves."""
    lowest, highest, endless_low, endless_high = reach
    low, high = own
    if sign < 0:
        low, high = high, low
    if -ENDLESS < low < ENDLESS:
        lowest -= sign * low
    else:
        endless_low -= 1
    if -ENDLESS < high < ENDLESS:
        highest -= sign * high
    else:
        endless_high -= 1
    # sign * x lies between -highest and -lowest. // rounds down and -(a // b) rounds -a / b up.
    least, most = -ENDLESS, ENDLESS
    if sign > 0:
        if endless_high == 0:
            least = -(highest // sign)
        if endless_low == 0:
            most = (-lowest) // sign
    else:
        if endless_low == 0:
            least = -((-lowest) // -sign)
        if endless_high == 0:
            most = highest // -sign
    return least, most


@compiled("boolean(UniTuple(int64[::1], 4), int64, UniTuple(int64, 2), int64)")
def _tighten(bounds: Bounds, cell: int, implied: tuple[int, int], row: int) -> bool:
    """Narrow the bounds of a cell to what a row implies; says whether they moved."""
    least, most = implied
    moved = False
    if least > bounds[0][cell]:
        bounds[0][cell], bounds[2][cell], moved = least, row, True
    if most < bounds[1][cell]:
        bounds[1][cell], bounds[3][cell], moved = most, row, True
    return moved


@compiled("void(int64, boolean[::1], int64[::1])")
def _push(row: int, queued: NDArray[np.bool_], queue: Indices) -> None:
    """Put a row at the end of the queue, a ring whose last two numbers are its head and its tail."""
    if queued[row]:
        return
    ring = len(queue) - 2
    tail = queue[ring + 1]
    queued[row] = True
    queue[tail] = row
    queue[ring + 1] = 0 if tail == ring - 1 else tail + 1


@compiled("int64(int64[::1], boolean[::1])")
def _pop(queue: Indices, queued: NDArray[np.bool_]) -> int:
    """Take the row at the head of the queue, or -1 when it is empty."""
    ring = len(queue) - 2
    head = queue[ring]
    if head == queue[ring + 1]:
        return -1
    row = queue[head]
    queued[row] = False
    queue[ring] = 0 if head == ring - 1 else head + 1
    return int(row)


@compiled(
    "Tuple((int64, int64))(Tuple((int64[::1], int64[::1], int64[::1])), UniTuple(int64[::1], 2),"
    " int64[::1], UniTuple(int64[::1], 4), int64)"
)
def propagate(
    rows: Rows, uses: tuple[Indices, Indices], first: Indices, bounds: Bounds, visits: int
) -> tuple[int, int]:
    """Narrow the bounds in place, beginning with the rows of ``first``, for at most so many visits of rows.

    ``uses`` gives the rows of each cell: start and rows. The answer is how many visits are left (below zero
    when they ran out before the end), and a cell whose bounds crossed, or -1.
    """
    start, index, sign = rows
    queue = np.zeros(len(start) + 2, np.int64)
    queued = np.zeros(len(start), np.bool_)
    for row in first:
        _push(row, queued, queue)
    while visits >= 0:
        row = _pop(queue, queued)
        if row < 0:
            return visits, -1
        visits -= 1
        reach = _reach(rows, bounds, row)
        again = False
        for term in range(start[row], start[row + 1]):
            cell = index[term]
            implied = _implied(sign[term], (bounds[0][cell], bounds[1][cell]), reach)
            if not _tighten(bounds, cell, implied, row):
                continue
            if bounds[0][cell] > bounds[1][cell]:
                return visits, cell
            # Rounding can make a row narrow its own cells once more.
            again = again or abs(sign[term]) != 1
            for use in range(uses[0][cell], uses[0][cell + 1]):
                if uses[1][use] != row:
                    _push(uses[1][use], queued, queue)
        if again:
            _push(row, queued, queue)
    return visits, -1
