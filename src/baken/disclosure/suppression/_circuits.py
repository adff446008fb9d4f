# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Moves of a table that leave every sum as it is: the program in which the cheapest one is looked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.equations import Equations
from baken.disclosure.suppression._highs import Solver

Indices = NDArray[np.int64]
Reals = NDArray[np.float64]
_PIVOTS = 400
"""Longer searches are left to HiGHS, which factorises anew."""
_FILL = 500_000
_NONE, _BROKEN, _DEAR = -1, -3, -4
_NOTHING = 1e-6
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """Cells and by how much each goes up or down; the wanted cell comes first."""

    cells: Indices
    amounts: Reals


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """What it costs to move a cell by one, and how far it can go: up first, then down; shape (2 m,).

    Costs are never negative. A cell with room 0 on both sides stays where it is.
    """

    cost: Reals
    room: Reals


class Circuits:
    """The equations among m cells, ready for many searches.

    Args:
        equations: equations over all cells.
        cells: the numbers of the cells that may move at all; a search speaks of them as 0..m-1.
        total: how many cells the equations speak of.
        whole: whether only moves of whole numbers count.

    ``limit`` ends a search that sees that every move costs more; ``patience`` says how hard to try when the
    short search fails.

    """

    def __init__(self, equations: Equations, cells: Indices, total: int, *, whole: bool) -> None:
        self.cells, self.whole = cells, whole
        self.patience, self.limit = 0, np.inf
        self._model = _model(equations, cells, total)
        rows, m = len(self._model[0]) - 1, len(cells)

        def zeros(length: int) -> Indices:
            return np.zeros(length, np.int64)

        self._whole = tuple(map(zeros, (rows, 2 * m, rows, rows, rows, rows, m, m, _PIVOTS)))
        self._real = tuple(np.zeros(length) for length in (rows, rows, rows, m, 2 * m, rows))
        self._eta = (zeros(_PIVOTS), zeros(_PIVOTS), zeros(_FILL))
        self._factor = np.zeros(_FILL)
        self._solver: Solver | None = None
        self._out = (zeros(m + 1), np.zeros(m + 1))

    def beside(self, cell: int) -> Indices:
        """The cells that stand in an equation with a cell."""
        start, cells, _, column_start, rows, _ = self._model
        lines = rows[column_start[cell] : column_start[cell + 1]]
        parts = [cells[start[line] : start[line + 1]] for line in lines]
        return np.unique(np.concatenate(parts)) if parts else np.zeros(0, np.int64)

    def cheapest(self, prices: Prices, cell: int, amount: float) -> Move | None:
        """The cheapest move in which ``cell`` goes up (or down: a negative amount) by at least the amount.

        None where there is none, or no whole one.
        """
        if abs(amount) > prices.room[cell if amount > 0 else cell + len(self.cells)]:
            return None
        if self.whole:
            return self._found(prices, cell, amount)
        # In units of the amount, so that tolerances mean the same for cells of any size.
        unit = abs(amount)
        move = self._found(Prices(prices.cost, prices.room / unit), cell, amount / unit)
        return None if move is None else Move(move.cells, move.amounts * unit)

    def _found(self, prices: Prices, cell: int, amount: float) -> Move | None:
        length = self._by_pivots(prices, cell, amount)
        if length == _BROKEN:
            length = self._halved(Prices(prices.cost, np.floor(prices.room / 2)), cell, amount)
        if length >= 0:
            return Move(self._out[0][:length].copy(), self._out[1][:length].copy())
        if length in {_NONE, _DEAR} or self.patience == 0:
            return None
        return self._by_solver(prices, cell, amount)

    def _halved(self, prices: Prices, cell: int, amount: float) -> int:
        """Twice a move within half the room is whole where the move itself comes in halves."""
        length = self._by_pivots(prices, cell, amount)
        return length if length >= 0 else _BROKEN

    def _by_pivots(self, prices: Prices, cell: int, amount: float) -> int:
        from baken.disclosure.suppression._circuit_kernel import cheapest

        length = cheapest(
            self._model,
            (prices.cost, prices.room),
            (cell, amount, self.whole, self.limit),
            self._whole,
            self._real,
            self._eta,
            self._factor,
            self._out,
        )
        return int(length)

    def _by_solver(self, prices: Prices, cell: int, amount: float) -> Move | None:
        """By HiGHS; where its move is no whole one other costs are tried, and at last whole numbers asked."""
        if self._solver is None:
            self._solver = Solver(self._model)
        cost, random = prices.cost, np.random.default_rng(cell)
        for attempt in range(_ATTEMPTS + 2 * max(self.patience - 1, 0)):
            # Where no whole move has the amount itself, one may have twice the amount.
            times, whole = max(attempt - _ATTEMPTS + 1, 1), attempt >= _ATTEMPTS
            moved = None
            if times * abs(amount) <= prices.room[cell if amount > 0 else cell + len(self.cells)]:
                moved = self._solver.cheapest(cost, prices.room, (cell, times * amount), whole=whole)
            if moved is None and not whole:
                return None
            if moved is None:
                continue
            cells = np.concatenate([[cell], np.setdiff1d(np.flatnonzero(np.abs(moved) > _NOTHING), [cell])])
            amounts = moved[cells]
            if not self.whole:
                return Move(cells, amounts)
            if np.abs(amounts - np.round(amounts)).max() <= _NOTHING:
                return Move(cells, np.round(amounts))
            cost = prices.cost * (1 + random.random(len(cost)))
        return None


def _model(equations: Equations, cells: Indices, total: int) -> tuple[Indices, ...]:
    """Rows and columns of the equations among the cells; equations that say nothing more are left out."""
    place = np.full(total, -1, np.int64)
    place[cells] = np.arange(len(cells))
    row = np.repeat(np.arange(equations.rows), np.diff(equations.start))
    column, sign = place[equations.index], equations.sign
    kept = column >= 0
    row, column, sign = row[kept], column[kept], sign[kept]
    used, row = np.unique(row, return_inverse=True)
    starts = np.searchsorted(row, np.arange(len(used) + 1)).astype(np.int64)
    order = np.argsort(column, kind="stable")
    column_starts = np.searchsorted(column[order], np.arange(len(cells) + 1)).astype(np.int64)
    return (starts, column, sign, column_starts, row[order].astype(np.int64), sign[order])
