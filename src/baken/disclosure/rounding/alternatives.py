# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""For each secret cell other originals that fit all that is told: proof that it cannot be recomputed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding._incidence import Indices, cells_of
from baken.disclosure.rounding.knowledge import Told

_AXES = 3
"""A move is a box along at most so many dimensions."""
_TRIES = 1_000
"""So many boxes are tried for each cell and choice of dimensions."""


@dataclass(frozen=True, slots=True, eq=False)
class Alternatives:
    """For each of some cells a few inner counts that could be one more or one less.

    Row i belongs to cell number ``cells[i]``: its moves are (inner number, step), shape (cells, corners, 2);
    an inner number of -1 is no move. Where the first is -1 no alternative was found.
    """

    cells: Indices
    moves: Counts

    @property
    def missing(self) -> Indices:
        """The cells for which no alternative was found."""
        return self.cells[self.moves[:, 0, 0] < 0]

    def original(self, row: int, counts: Counts) -> Counts:
        """The inner counts after the moves of a row: another table that could have been the original."""
        other = counts.ravel().copy()
        moves = self.moves[row]
        moves = moves[moves[:, 0] >= 0]
        other[moves[:, 0]] += moves[:, 1]
        return other.reshape(counts.shape)


def alternatives(told: Told, full: Counts, cells: Indices, bounded: bool = True) -> Alternatives:
    """Look for an alternative for each of some cells (flat numbers).

    Args:
        told: what an outsider is told.
        full: the true counts of all cells, shape of the layout.
        cells: the cells that nobody may learn.
        bounded: the outsider also knows the largest error.

    An alternative found is a proof. One not found is none: the cell may still be safe, by a more involved
    exchange than a box.

    Raises:
        ValueError: the true counts do not fit what is told.

    """
    return within(full, cells, Room(told.layout, told.free, *told.bounds(bounded)))


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """The inner cells that may be other numbers (inner shape) and the bounds of all cells, flat."""

    layout: Layout
    free: NDArray[np.bool_]
    lower: Counts
    upper: Counts


def within(full: Counts, cells: Indices, room: Room) -> Alternatives:
    """As ``alternatives``, for any bounds.

    Raises:
        ValueError: the true counts lie outside the bounds.

    """
    from baken.disclosure.rounding._witness_kernel import witnesses

    layout, lower, upper = room.layout, room.lower, room.upper
    true, numbers = full.ravel(), np.flatnonzero(room.free.ravel())
    if np.any((true < lower) | (true > upper)):
        raise ValueError("what is told of the rounded cube contradicts the true counts.")
    incidence = cells_of(layout, numbers)
    items = incidence.turned(layout.cells)
    item_at = np.full(len(layout.inner), -1, np.int64)
    item_at[numbers] = np.arange(len(numbers))
    touched = np.zeros(8 * int(np.diff(incidence.start).max(initial=0)), np.int64)
    moves = np.full((len(cells), 2**_AXES, 2), -1, np.int64)
    witnesses(
        (np.array(layout.inner_shape, np.int64), numbers, item_at),
        ((incidence.start, incidence.index), (items.start, items.index)),
        (true - lower, upper - true, np.zeros(layout.cells, np.int64), touched),
        (cells.astype(np.int64), _masks(len(layout.shape)), _TRIES),
        moves,
    )
    return Alternatives(cells, _by_number(moves, numbers))


def _masks(dimensions: int) -> NDArray[np.int64]:
    """The choices of dimensions as bit masks, fewest first; the empty one is a single count."""
    chosen = (one for size in range(_AXES + 1) for one in combinations(range(dimensions), size))
    return np.array([sum(1 << axis for axis in axes) for axes in chosen], np.int64)


def _by_number(moves: Counts, numbers: Indices) -> Counts:
    named = moves.copy()
    there = moves[:, :, 0] >= 0
    named[there, 0] = numbers[moves[there, 0]]
    return named
