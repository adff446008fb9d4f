# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A pattern of hidden cells, with for each cell that must stay unknown the moves that show that it is."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.suppression._circuits import Circuits, Move, Prices
from baken.disclosure.suppression._windows import Windows

Flags = NDArray[np.bool_]
Reals = NDArray[np.float64]
Steps = tuple[tuple[float, ...], ...]
"""Ways in which a cell can be protected; each is a set of amounts by which it must be able to move."""
_HIDDEN = 1e-2
"""What a cell that is hidden already costs beside one that is not: among free moves the shortest is best."""
_BORROWED = 4.0
"""Moves rather go through sensitive cells than through secondary ones: those may then be published again."""
_NOISE = 0.3
_LENGTH = 60
"""A search with a budget allows for so many hidden cells beside the new ones."""
_REDRAWN = 6
_DRAWS = 8
"""So many windows are tried before a search that leaves nothing unfinished, which is slow."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What stays the same during a search over m cells that may move.

    ``cost`` is what hiding a cell costs, ``room`` how far each can move if it is hidden (2 m: up, then down),
    ``steps`` the ways in which each demand can be met. A demand is a sensitive cell that must stay unknown,
    or (from m on) the same against an owner: ``extra`` has its cell, the owner and the cells the owner knows.
    """

    circuits: Circuits
    cost: Reals
    room: Reals
    sensitive: Flags
    steps: dict[int, Steps]
    windows: Windows | None = None
    extra: dict[int, tuple[int, int, NDArray[np.int64]]] = field(default_factory=dict)

    def cell(self, demand: int) -> int:
        """The cell that a demand speaks of."""
        return self.extra[demand][0] if demand in self.extra else demand

    def ask(self, cell: int, owner: int, still: NDArray[np.int64]) -> int:
        """Ask that a cell stays unknown to an owner; return the number of the demand."""
        demand = len(self.cost) + len(self.extra)
        self.extra[demand] = (cell, owner, still)
        self.steps[demand] = self.steps[cell]
        return demand

    def left_of(self, room: Reals, demand: int) -> Reals:
        """The room without that of the cells that an owner knows."""
        if demand not in self.extra:
            return room
        still, room = self.extra[demand][2], room.copy()
        room[still] = room[still + len(self.cost)] = 0.0
        return room


@dataclass(frozen=True, slots=True, eq=False)
class Saved:
    """A pattern as it was."""

    hidden: Flags
    witness: dict[int, tuple[Move, ...]]
    users: dict[int, set[int]]


class Pattern:
    """Hidden cells and witnesses. Only what is asked for is ever hidden or shown again."""

    def __init__(self, ground: Ground, random: np.random.Generator) -> None:
        self.ground, self._random = ground, random
        m = len(ground.cost)
        self.hidden = ground.sensitive.copy()
        self.witness: dict[int, tuple[Move, ...]] = {}
        self.users: dict[int, set[int]] = {}
        self._noise = 1 + _NOISE * random.random(2 * m)
        self._cost = np.tile(ground.cost, 2) * self._noise
        self._closed = np.zeros(2 * m)
        self._least = float(ground.cost.min(initial=np.inf))
        for cell in np.flatnonzero(self.hidden):
            self._price(int(cell))

    @property
    def secondary(self) -> list[int]:
        """The cells that are hidden for the sake of others."""
        return [int(one) for one in np.flatnonzero(self.hidden & ~self.ground.sensitive)]

    @property
    def price(self) -> float:
        """What the secondary cells cost together."""
        return float(self.ground.cost[self.secondary].sum())

    def saved(self) -> Saved:
        """Keep the pattern to come back to."""
        users = {cell: set(using) for cell, using in self.users.items()}
        return Saved(self.hidden.copy(), dict(self.witness), users)

    def back_to(self, saved: Saved) -> None:
        """Make the pattern what it was."""
        changed = np.flatnonzero(self.hidden != saved.hidden)
        self.hidden, self.witness, self.users = saved.hidden, saved.witness, saved.users
        for cell in changed.tolist():
            self._price(cell)

    def _price(self, cell: int) -> None:
        m = len(self.hidden)
        for side in (cell, cell + m):
            if self.hidden[cell]:
                borrowed = 1.0 if self.ground.sensitive[cell] else _BORROWED
                self._cost[side] = _HIDDEN * borrowed * self._noise[side]
                self._closed[side] = self.ground.room[side]
            else:
                self._cost[side] = self.ground.cost[cell] * self._noise[side]
                self._closed[side] = 0.0

    def hide(self, cell: int) -> None:
        """Hide a cell."""
        self.hidden[cell] = True
        self.users.setdefault(cell, set())
        self._price(cell)

    def show(self, cell: int) -> None:
        """Publish a secondary cell again."""
        self.hidden[cell] = False
        self.users.pop(cell, None)
        self._price(cell)

    def forget(self, cell: int) -> tuple[Move, ...]:
        """Drop the witness of a sensitive cell, and return it."""
        moves = self.witness.pop(cell, ())
        for move in moves:
            for other in move.cells.tolist():
                if other in self.users:
                    self.users[other].discard(cell)
        return moves

    def keep(self, cell: int, moves: tuple[Move, ...]) -> None:
        """Let these moves witness that a cell is unknown; what they use and is published gets hidden."""
        if cell in self.witness:
            self.forget(cell)
        self.witness[cell] = moves
        for move in moves:
            for other in move.cells.tolist():
                if not self.hidden[other]:
                    self.hide(other)
                if not self.ground.sensitive[other]:
                    self.users[other].add(cell)

    def free(self, cell: int) -> tuple[Move, ...] | None:
        """Moves among the hidden cells alone that protect a cell, or None.

        They need not be short, so the costs are drawn at random: that leads to a move in fewer pivots. A wide
        table is looked at through a window.
        """
        windows, room = self.ground.windows, self._closed
        if windows is not None and windows.wide:
            near = windows.around(self.ground.cell(cell), self._random)
            room = np.minimum(room, self._within(near))
        prices = Prices(self._random.random(len(self._cost)) ** 2, room)
        for way in self.ground.steps[cell]:
            moves = self._moves(prices, cell, way)
            if moves is not None:
                return moves
        return None

    def within(self, cell: int, budget: float) -> tuple[Move, ...] | None:
        """Like ``cheapest``, but give up as soon as it is seen to cost more than the budget."""
        circuits = self.ground.circuits
        if budget < self._least:
            return self.free(cell)
        circuits.limit = budget * (1 + _NOISE / 2) + _LENGTH * _HIDDEN
        moves = self.cheapest(cell)
        circuits.limit = np.inf
        return moves

    def cheapest(self, cell: int, *, patient: bool = False) -> tuple[Move, ...] | None:
        """The moves that protect a cell at the least cost of what must be hidden for them, or None.

        A wide table is looked at through a window first. ``patient`` tries harder.
        """
        windows, everywhere = self.ground.windows, Prices(self._cost, self.ground.room)
        if windows is not None and windows.wide and not patient:
            found = self._near(cell, 1)
            if found is not None or self.ground.circuits.limit < np.inf:
                return found
        if patient and (found := self._drawn(cell)) is not None:
            return found
        for patience in (1, 2) if patient else (0,):
            self.ground.circuits.patience = patience
            found = self._cheapest(everywhere, cell)
            self.ground.circuits.patience = 0
            if found is None and patience == 1:
                found = self._near(cell, _DRAWS)
            if found is not None:
                return found
        return None

    def _drawn(self, cell: int) -> tuple[Move, ...] | None:
        """Under other costs another corner is the cheapest: perhaps a whole move where the first is not."""
        for _ in range(_REDRAWN):
            costs = self._cost * (_NOISE + self._random.random(len(self._cost)))
            found = self._cheapest(Prices(costs, self.ground.room), cell)
            if found is not None:
                return found
        return None

    def _near(self, cell: int, draws: int) -> tuple[Move, ...] | None:
        windows = self.ground.windows
        for _ in range(draws):
            if windows is None:
                break
            near = windows.around(self.ground.cell(cell), self._random, wider=True)
            found = self._cheapest(Prices(self._cost, self._within(near)), cell)
            if found is not None:
                return found
        return None

    def _within(self, near: NDArray[np.int64]) -> Reals:
        m, room = len(self.hidden), np.zeros(len(self._cost))
        for side in (near, near + m):
            room[side] = self.ground.room[side]
        return room

    def _cheapest(self, prices: Prices, cell: int) -> tuple[Move, ...] | None:
        best, least = None, np.inf
        for way in self.ground.steps[cell]:
            moves = self._moves(prices, cell, way)
            if moves is not None:
                price = self.new_cost(moves)
                if price < least:
                    best, least = moves, price
                if price < _HIDDEN or self.ground.circuits.patience:
                    break
        return best

    def _moves(self, prices: Prices, cell: int, way: tuple[float, ...]) -> tuple[Move, ...] | None:
        moves, own = [], Prices(prices.cost, self.ground.left_of(prices.room, cell))
        for amount in way:
            move = self.ground.circuits.cheapest(own, self.ground.cell(cell), amount)
            if move is None:
                return None
            moves.append(move)
        return tuple(moves)

    def new_cost(self, moves: tuple[Move, ...]) -> float:
        """What must be paid to hide what the moves use, and a trifle for their length."""
        touched = np.unique(np.concatenate([move.cells for move in moves]))
        length = _HIDDEN * len(touched) / len(self.hidden)
        return float(self.ground.cost[touched[~self.hidden[touched]]].sum() + length)

    def near(self, cell: int) -> list[int]:
        """The other secondary cells that share a witness or an equation with a secondary cell."""
        found = {
            other for user in self.users[cell] for move in self.witness[user] for other in move.cells.tolist()
        }
        found.update(self.ground.circuits.beside(cell).tolist())
        return sorted(found.intersection(self.users) - {cell})

    def shake(self) -> None:
        """Draw new noise on all costs, so that ties fall otherwise."""
        self._noise = 1 + _NOISE * self._random.random(len(self._noise))
        for cell in range(len(self.hidden)):
            self._price(cell)
