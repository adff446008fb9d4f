# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Repairing a table of whole numbers cell by cell until all its equations hold again.

A search in the manner of WalkSAT: take a broken equation by chance, change the cell of it that leaves the
least broken in all equations together, and let no cell change again within a few steps. Source: Selman,
Kautz and Cohen, "Noise strategies for improving local search", AAAI 1994.
"""

import numpy as np

from baken.disclosure.equations import Indices
from baken.methods._compiled import compiled
from baken.methods._random_kernel import after, below, mixed, stream

Rows = tuple[Indices, Indices, Indices]
"""Start, cell and sign of the terms of each row."""
Uses = tuple[Indices, Indices, Indices]
"""Start, row and sign of the uses of each cell."""
Table = tuple[Indices, Indices, Indices, Indices]
"""Of each cell the lowest value, the highest value and the value; of each row what is left of it."""
Work = tuple[Indices, Indices, Indices, Indices, Indices, Indices]
"""Broken rows; place of each row among them, or -1; of each cell the step until which it rests, and whether
it was touched; the cells that were touched; of each cell how much it was changed. The last number of the
first is how many rows are broken."""

_MOST = 128
"""So many cells of a broken row are weighed, from a place by chance."""
_REST = 6


@compiled("void(UniTuple(int64[::1], 3), UniTuple(int64[::1], 4), UniTuple(int64[::1], 6), int64, int64)")
def shift(uses: Uses, table: Table, work: Work, cell: int, step: int) -> None:
    """Change a cell and keep what is left of its rows, and the list of broken rows."""
    broken, place = work[0], work[1]
    residual = table[3]
    last = len(broken) - 1
    table[2][cell] += step
    for use in range(uses[0][cell], uses[0][cell + 1]):
        row = uses[1][use]
        was = residual[row]
        residual[row] = was + uses[2][use] * step
        if was == 0 and residual[row] != 0:
            place[row] = broken[last]
            broken[broken[last]] = row
            broken[last] += 1
        elif was != 0 and residual[row] == 0:
            broken[last] -= 1
            moved = broken[broken[last]]
            broken[place[row]] = moved
            place[moved] = place[row]
            place[row] = -1


@compiled("int64(UniTuple(int64[::1], 3), UniTuple(int64[::1], 4), int64, int64)")
def _gain(uses: Uses, table: Table, cell: int, step: int) -> int:
    """How much more is left of all rows together after a change: the lower the better."""
    residual, worse = table[3], np.int64(0)
    for use in range(uses[0][cell], uses[0][cell + 1]):
        was = residual[uses[1][use]]
        worse += abs(was + uses[2][use] * step) - abs(was)
    return int(worse)


@compiled("int64(UniTuple(int64[::1], 4), int64, int64, int64)")
def _step(table: Table, cell: int, sign: int, left: int) -> int:
    """The change of a cell that brings a row nearest to zero, within the bounds of the cell."""
    size = max(abs(left) // abs(sign), 1)
    if (left > 0) == (sign > 0):
        return int(-min(size, table[2][cell] - table[0][cell]))
    return int(min(size, table[1][cell] - table[2][cell]))


@compiled(
    "UniTuple(int64, 2)(UniTuple(int64[::1], 3), UniTuple(int64[::1], 3), UniTuple(int64[::1], 4),"
    " UniTuple(int64[::1], 6), Tuple((int64, int64, int64, uint64)))"
)
def _best(
    rows: Rows, uses: Uses, table: Table, work: Work, now: tuple[int, int, int, np.uint64]
) -> tuple[int, int]:
    """The cell of a row that leaves the least, with its change; -1 when none can change.

    ``now`` is the row, the cell that may not change, the step and a random number.
    """
    row, held, moment, number = now
    begin, length = rows[0][row], rows[0][row + 1] - rows[0][row]
    first = below(number, length)
    found, change, least = -1, 0, 2**62
    for offset in range(min(length, _MOST)):
        term = begin + (first + offset) % length
        cell = rows[1][term]
        if cell == held or work[2][cell] > moment:
            continue
        step = _step(table, cell, rows[2][term], table[3][row])
        if step == 0:
            continue
        worse = _gain(uses, table, cell, step)
        if worse < least:
            found, change, least = cell, step, worse
    return found, change


@compiled(
    "int64(UniTuple(int64[::1], 3), UniTuple(int64[::1], 3), UniTuple(int64[::1], 4),"
    " UniTuple(int64[::1], 6), Tuple((int64, int64, uint64)))"
)
def repair(rows: Rows, uses: Uses, table: Table, work: Work, told: tuple[int, int, np.uint64]) -> int:
    """Change cells until no row is broken, or the steps run out; the answer is how many were touched.

    ``told`` is the cell that may not change (-1: any may), the most steps, and the seed. Before and after
    no cell rests or is marked.
    """
    held, steps, seed = told
    broken, rest, marked, touched = work[0], work[2], work[3], work[4]
    state, count, moment = stream(seed, np.uint64(held + 1)), 0, 0
    while broken[len(broken) - 1] > 0 and moment < steps:
        moment += 1
        state = after(state)
        row = broken[below(mixed(state), broken[len(broken) - 1])]
        state = after(state)
        cell, change = _best(rows, uses, table, work, (row, held, moment, mixed(state)))
        if cell < 0:
            continue
        shift(uses, table, work, cell, change)
        work[5][cell] = change if marked[cell] == 0 else work[5][cell] + change
        state = after(state)
        rest[cell] = moment + 1 + below(mixed(state), _REST)
        if marked[cell] == 0:
            marked[cell] = 1
            touched[count] = cell
            count += 1
    for place in range(count):
        rest[touched[place]] = 0
        marked[touched[place]] = 0
    return count


@compiled(
    "int64(UniTuple(int64[::1], 3), UniTuple(int64[::1], 3), UniTuple(int64[::1], 4),"
    " UniTuple(int64[::1], 6), Tuple((int64, int64, int64, uint64)))"
)
def attempt(rows: Rows, uses: Uses, table: Table, work: Work, told: tuple[int, int, int, np.uint64]) -> int:
    """Change a cell by a step, repair the rest, and put the table back as it was.

    ``told`` is the cell, the step, the most steps of the repair and the seed. The answer is how many cells
    differ, their numbers in the list of touched cells and their changes beside it; 0 when no repair was
    found.
    """
    cell, step, steps, seed = told
    touched, change = work[4], work[5]
    shift(uses, table, work, cell, step)
    count = repair(rows, uses, table, work, (cell, steps, seed))
    holds = work[0][len(work[0]) - 1] == 0
    touched[count] = cell
    change[cell] = step
    kept = 0
    for place in range(count + 1):
        one = touched[place]
        if change[one] != 0:
            shift(uses, table, work, one, -change[one])
            touched[kept] = one
            kept += 1
    return kept if holds else 0
