# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is still open after bounds were narrowed: the cells that may differ, and what binds them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import Found, Knowledge, Values


@dataclass(frozen=True, slots=True, eq=False)
class OpenPart:
    """The cells with bounds apart, numbered anew, and the equations in which one of them stands.

    ``cells`` and ``rows`` are the numbers in the whole. ``equations`` are over the new numbers, without the
    cells whose value is known; their sum in row r is ``constant[r]``: ``equations.left(x) + constant == 0``.
    """

    cells: Values
    rows: Values
    lower: Values
    upper: Values
    equations: Equations
    constant: Values

    def selected(self, cells: Values) -> OpenPart:
        """The part of these open cells (new numbers, ascending), which share no row with other open cells."""
        place = np.full(len(self.cells), -1, np.int64)
        place[cells] = np.arange(len(cells))
        terms = place[self.equations.index] >= 0
        of_row = np.repeat(np.arange(self.equations.rows), np.diff(self.equations.start))
        rows = np.unique(of_row[terms])
        return OpenPart(
            self.cells[cells],
            self.rows[rows],
            self.lower[cells],
            self.upper[cells],
            _kept(self.equations, terms, rows, place),
            self.constant[rows],
        )


def open_part(knowledge: Knowledge, found: Found) -> OpenPart:
    """Return what bounds that were found leave open."""
    free = found.lower < found.upper
    equations = knowledge.equations
    of_row = np.repeat(np.arange(equations.rows), np.diff(equations.start))
    terms = free[equations.index]
    constant = np.zeros(equations.rows, np.int64)
    np.add.at(constant, of_row[~terms], (equations.sign * found.lower[equations.index])[~terms])
    rows = np.unique(of_row[terms])
    cells = np.flatnonzero(free)
    place = np.full(knowledge.cells, -1, np.int64)
    place[cells] = np.arange(len(cells))
    kept = _kept(equations, terms, rows, place)
    return OpenPart(cells, rows, found.lower[cells], found.upper[cells], kept, constant[rows])


def components(part: OpenPart) -> list[OpenPart]:
    """The parts that share no equation, by their first cell; cells without an equation are in none."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    equations = part.equations
    if not equations.rows:
        return []
    first = np.repeat(equations.index[equations.start[:-1]], np.diff(equations.start))
    size = len(part.cells)
    links = csr_array((np.ones(len(first), np.int8), (first, equations.index)), shape=(size, size))
    count, label = connected_components(links, directed=False)
    bound = np.zeros(size, bool)
    bound[equations.index] = True
    order = np.argsort(label, kind="stable")
    edges = np.searchsorted(label[order], np.arange(count + 1))
    groups = (order[edges[one] : edges[one + 1]] for one in range(count))
    return [part.selected(cells) for cells in groups if bound[cells[0]]]


def _kept(equations: Equations, terms: NDArray[np.bool_], rows: Values, place: Values) -> Equations:
    of_row = np.repeat(np.arange(equations.rows), np.diff(equations.start))
    lengths = np.bincount(of_row[terms], minlength=equations.rows)[rows]
    start = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
    return Equations(start, place[equations.index[terms]], equations.sign[terms])
