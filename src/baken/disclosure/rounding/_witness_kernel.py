# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Another original for a cell: a few counts moved by one, so that all that is told stays true.

A move takes the corners of a box: one inner cell, and those with other places along one or more dimensions,
raised and lowered in turn. Sums over a dimension of the box then stay as they are. A move is a proof: the
counts after it are whole numbers that fit everything told, and the cell has another value in them.
"""

import numpy as np
from numpy.typing import NDArray

from baken.methods._compiled import compiled

Indices = NDArray[np.int64]
Numbers = NDArray[np.int32]
Rows = tuple[Indices, Numbers]
Grid = tuple[Indices, Indices, Indices]
State = tuple[Indices, Indices, Indices, Indices]


@compiled("int64(Tuple((int64[::1], int32[::1])), UniTuple(int64[::1], 4), int64[:, ::1], int64)")
def _changes(cells: Rows, state: State, corners: Indices, count: int) -> int:
    """Fill the net change of each cell that the corners touch; the answer is how many cells they touch.

    ``state`` is the room below, the room above, the change (zero at first) and the cells that were touched.
    """
    start, index = cells
    change, touched = state[2], state[3]
    seen = 0
    for corner in range(count):
        item, step = corners[corner, 0], corners[corner, 1]
        for at in range(start[item], start[item + 1]):
            cell = np.int64(index[at])
            change[cell] += step
            touched[seen] = cell
            seen += 1
    return seen


@compiled("boolean(Tuple((int64[::1], int32[::1])), UniTuple(int64[::1], 4), int64[:, ::1], int64, int64)")
def _fits(cells: Rows, state: State, corners: Indices, count: int, target: int) -> bool:
    """Whether all told stays true and the target changes."""
    below, above, change, touched = state
    seen = _changes(cells, state, corners, count)
    fine = bool(change[target] != 0)
    for at in range(seen):
        cell = touched[at]
        fine = fine and bool(-below[cell] <= change[cell] <= above[cell])
    for at in range(seen):
        change[touched[at]] = 0
    return fine


@compiled("boolean(UniTuple(int64[::1], 3), int64, int64, UniTuple(int64[::1], 2), int64, int64[:, ::1])")
def _box(
    grid: Grid, item: int, axes: int, places: tuple[Indices, Indices], sign: int, corners: Indices
) -> bool:
    """Fill the corners of the box along the axes of a bit mask; false where a corner is no free count."""
    shape, _, item_at = grid
    own, other = places
    filled = 0
    for choice in range(2 ** len(shape)):
        if choice & ~axes:
            continue
        number, step = 0, sign
        for axis in range(len(shape)):
            place = own[axis]
            if choice & (1 << axis):
                place = other[axis]
                step = -step
            number = number * shape[axis] + place
        at = item_at[number]
        if at < 0:
            return False
        corners[filled, 0], corners[filled, 1] = at, step
        filled += 1
    return True


@compiled("boolean(int64[::1], int64, UniTuple(int64[::1], 2))")
def _next(shape: Indices, axes: int, places: tuple[Indices, Indices]) -> bool:
    """Move to the next places along the axes of the mask, never the own place; false after the last."""
    own, other = places
    for axis in range(len(shape)):
        if not axes & (1 << axis):
            continue
        other[axis] = (other[axis] + 1) % shape[axis]
        if other[axis] != own[axis]:
            return True
        other[axis] = (own[axis] + 1) % shape[axis]
    return False


@compiled(
    "int64(UniTuple(int64[::1], 3), Tuple((int64[::1], int32[::1])), UniTuple(int64[::1], 4),"
    " UniTuple(int64, 4), int64[:, ::1])"
)
def _move(grid: Grid, cells: Rows, state: State, aim: tuple[int, int, int, int], corners: Indices) -> int:
    """Look for a move of an item that changes the target: the number of corners, or 0.

    ``aim`` is the item, the target, the mask of axes and how many boxes may be tried.
    """
    shape = grid[0]
    item, target, axes, tries = aim
    own = np.empty(len(shape), np.int64)
    other = np.empty(len(shape), np.int64)
    number = grid[1][item]
    for axis in range(len(shape) - 1, -1, -1):
        own[axis] = number % shape[axis]
        other[axis] = (own[axis] + 1) % shape[axis]
        number //= shape[axis]
        if axes & (1 << axis) and shape[axis] < 2:
            return 0
    count = 1
    for axis in range(len(shape)):
        if axes & (1 << axis):
            count *= 2
    for _ in range(tries):
        for sign in (1, -1):
            if _box(grid, item, axes, (own, other), sign, corners) and _fits(
                cells, state, corners, count, target
            ):
                return count
        if not _next(shape, axes, (own, other)):
            break
    return 0


@compiled(
    "int64(UniTuple(int64[::1], 3), UniTuple(Tuple((int64[::1], int32[::1])), 2), UniTuple(int64[::1], 4),"
    " Tuple((int64, int64[::1], int64)), int64[:, ::1])"
)
def _search(
    grid: Grid, rows: tuple[Rows, Rows], state: State, aim: tuple[int, Indices, int], corners: Indices
) -> int:
    """Look for a move of any item of the target, smallest boxes first: the number of corners, or 0."""
    cells, items = rows
    target, masks, tries = aim
    for place in range(len(masks)):
        mask = int(masks[place])
        for use in range(items[0][target], items[0][target + 1]):
            box = (int(items[1][use]), target, mask, tries)
            count = _move(grid, cells, state, box, corners)
            if count:
                # What served here will serve the next target too: it is tried first.
                for at in range(place, 0, -1):
                    masks[at] = masks[at - 1]
                masks[0] = mask
                return count
    return 0


@compiled(
    "void(UniTuple(int64[::1], 3), UniTuple(Tuple((int64[::1], int32[::1])), 2), UniTuple(int64[::1], 4),"
    " Tuple((int64[::1], int64[::1], int64)), int64[:, :, ::1])"
)
def witnesses(
    grid: Grid,
    rows: tuple[Rows, Rows],
    state: State,
    aims: tuple[Indices, Indices, int],
    moves: Indices,
) -> None:
    """Fill for each target a move that changes it: (item, step) of each corner; item -1 after the last.

    Args:
        grid: the inner shape, the inner number of each item, the item of each inner number (-1: none).
        rows: the cells of each item, and the items of each cell.
        state: room below and above of each cell, and two scratch arrays (see ``_changes``).
        aims: the targets (cell numbers), the masks of axes to try (reordered here), how many boxes of each.
        moves: what is filled, shape (targets, corners, 2), all -1 at first.

    """
    targets, masks, tries = aims
    change, touched = state[2], state[3]
    corners = np.empty((moves.shape[1], 2), np.int64)
    place = np.full(len(change), -1, np.int64)
    place[targets] = np.arange(len(targets))
    for at in range(len(targets)):
        if moves[at, 0, 0] >= 0:
            continue
        count = _search(grid, rows, state, (targets[at], masks, tries), corners)
        # The same move serves every other target that it changes.
        seen = _changes(rows[0], state, corners, count)
        for touch in range(seen):
            served = place[touched[touch]]
            if change[touched[touch]] != 0 and served >= 0 and moves[served, 0, 0] < 0:
                moves[served, :count] = corners[:count]
        for touch in range(seen):
            change[touched[touch]] = 0
