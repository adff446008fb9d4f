# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Loose cells: sums that bind nothing, set aside before the search and put back afterwards.

A cell that is not secret, stands in one equation only and has bounds no narrower than that equation gives it
tells nothing: a year so far that nobody published is one. Without it its equation goes as well.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.attack.open_part import OpenPart
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import UNBOUNDED, Values

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Loosened:
    """A part without its loose cells.

    ``part`` is what stays, ``kept`` its cells in the whole part; ``rounds`` are the loose cells of the whole
    part and their equations in the order in which they were set aside.
    """

    whole: OpenPart
    part: OpenPart
    kept: Values
    rounds: tuple[tuple[Values, Values], ...]

    def table(self, values: Values) -> Values:
        """A table of the whole part from one of what stays."""
        full = np.zeros(len(self.whole.cells), np.int64)
        full[self.kept] = values
        for cells, rows in reversed(self.rounds):
            full[cells] = 0
            left = self.whole.equations.left(full) + self.whole.constant
            full[cells] = -self._sign(cells, rows) * left[rows]
        return full

    def moves(self, start: Values, cell: Values, step: Values) -> tuple[Values, Values, Values]:
        """Moves of the whole part, in compressed rows, from moves of what stays."""
        from scipy.sparse import csr_array

        whole, equations = self.whole, self.whole.equations
        size = (len(start) - 1, len(whole.cells))
        if not self.rounds:
            return start, self.kept[cell], step
        moves = csr_array((step, self.kept[cell], start), shape=size)
        binding = csr_array(
            (equations.sign, equations.index, equations.start), shape=(equations.rows, len(whole.cells))
        )
        for cells, rows in reversed(self.rounds):
            left = (moves @ binding[rows].T).tocoo()
            sign = -self._sign(cells, rows)[left.col]
            moves = csr_array(moves + csr_array((sign * left.data, (left.row, cells[left.col])), shape=size))
        moves.eliminate_zeros()
        moves.sort_indices()
        return moves.indptr.astype(np.int64), moves.indices.astype(np.int64), moves.data.astype(np.int64)

    def _sign(self, cells: Values, rows: Values) -> Values:
        equations = self.whole.equations
        of_row = np.repeat(np.arange(equations.rows), np.diff(equations.start))
        wanted = np.full(equations.rows, -1, np.int64)
        wanted[rows] = cells
        hits = np.flatnonzero(wanted[of_row] == equations.index)
        signs = np.zeros(equations.rows, np.int64)
        signs[of_row[hits]] = equations.sign[hits]
        return np.asarray(signs[rows])


def loosened(part: OpenPart, secret: Mask) -> Loosened:
    """Set aside what is loose, again and again until nothing is; ``secret`` marks open cells to keep."""
    equations = part.equations
    of_row = np.repeat(np.arange(equations.rows), np.diff(equations.start))
    row_stays = np.ones(equations.rows, bool)
    gone = np.zeros(len(part.cells), bool)
    free = ~secret & _wide(part, of_row)
    rounds: list[tuple[Values, Values]] = []
    while True:
        terms = np.flatnonzero(row_stays[of_row] & ~gone[equations.index])
        uses = np.bincount(equations.index[terms], minlength=len(part.cells))
        cells = equations.index[terms]
        fit = terms[free[cells] & (uses[cells] == 1) & (np.abs(equations.sign[terms]) == 1)]
        rows, first = np.unique(of_row[fit], return_index=True)
        if not len(rows):
            break
        taken = equations.index[fit[first]]
        rounds.append((taken, rows))
        gone[taken], row_stays[rows] = True, False
    kept = np.flatnonzero(~gone)
    return Loosened(part, _without(part, kept, row_stays, of_row), kept, tuple(rounds))


def _wide(part: OpenPart, of_row: Values) -> Mask:
    """Whether the bounds of a cell are no narrower than each of its equations gives them."""
    equations = part.equations
    low, high = part.lower[equations.index], part.upper[equations.index]
    turned = equations.sign < 0
    low, high = np.where(turned, high, low), np.where(turned, low, high)
    least, most = equations.sign * low, equations.sign * high
    lowest, highest = part.constant.copy(), part.constant.copy()
    np.add.at(lowest, of_row, least)
    np.add.at(highest, of_row, most)
    # What the rest of the row leaves: sign * x between -(highest - most) and -(lowest - least).
    below, above = -(highest[of_row] - most), -(lowest[of_row] - least)
    inside = (below >= least) & (above <= most)
    inside |= (high >= UNBOUNDED) & (below >= least) & ~turned
    narrow = np.zeros(len(part.cells), bool)
    narrow[equations.index[~inside]] = True
    return ~narrow


def _without(part: OpenPart, kept: Values, row_stays: Mask, of_row: Values) -> OpenPart:
    place = np.full(len(part.cells), -1, np.int64)
    place[kept] = np.arange(len(kept))
    rows = np.flatnonzero(row_stays)
    terms = row_stays[of_row]
    lengths = np.diff(part.equations.start)[rows]
    equations = Equations(
        np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
        place[part.equations.index[terms]],
        part.equations.sign[terms],
    )
    return OpenPart(
        part.cells[kept], part.rows[rows], part.lower[kept], part.upper[kept], equations, part.constant[rows]
    )
