# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables that agree with everything told: a cell that differs between two of them is known to nobody.

One table, and small changes of it ("moves") after which all equations hold as before. A move shows several
cells at once to be open, so that far fewer searches are needed than there are cells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from baken.disclosure.attack._highs import central_table, whole_table
from baken.disclosure.attack._repair import Move, Repair
from baken.disclosure.attack.open_part import OpenPart
from baken.disclosure.knowledge import Values

_SHORT, _LONG = 250, 2_000
"""Steps of a short and of a long search for a move."""
_SEEDS = 3


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to look.

    Attributes:
        width: how far apart the lowest and the highest value of a secret cell must be (at least 1).
        tries: searches for each step of each cell, first short ones and then long ones.
        probes: cells at most for which programs are solved; None means all that need it.
        nodes: the branches at most that an integer program may take.

    """

    width: int = 1
    tries: int = 6
    probes: int | None = None
    nodes: int = 2_000

    def __post_init__(self) -> None:
        if self.width < 1:
            raise ValueError(f"an interval of width {self.width} protects nothing; ask for 1 or more.")


class Witnesses:
    """A table over an open part, its moves, and how far apart they show each cell to be.

    ``lowest`` and ``highest`` are values that were met, ``low_by`` and ``high_by`` the moves that showed
    them, or -1: the table itself. ``least`` and ``most`` are bounds that hold.
    """

    def __init__(self, part: OpenPart, table: Values) -> None:
        self.part = part
        self.table = table
        self.moves: list[Move] = []
        self.lowest, self.highest = table.copy(), table.copy()
        self.low_by = np.full(len(table), -1, np.int64)
        self.high_by = np.full(len(table), -1, np.int64)
        self.least, self.most = part.lower.copy(), part.upper.copy()

    def add(self, move: Move) -> None:
        """Take in a move; one that shows nothing new is left out."""
        values = self.table[move.cells] + move.steps
        lower, higher = values < self.lowest[move.cells], values > self.highest[move.cells]
        if not (lower | higher).any():
            return
        low, high = move.cells[lower], move.cells[higher]
        self.lowest[low], self.low_by[low] = values[lower], len(self.moves)
        self.highest[high], self.high_by[high] = values[higher], len(self.moves)
        self.moves.append(move)

    def wanting(self, cells: Values, width: int) -> Values:
        """Those of the open cells that are not shown to be so far apart yet."""
        return cells[self.highest[cells] - self.lowest[cells] < width]

    def steps(self, cell: int, width: int) -> list[int]:
        """The changes of a cell to try, best first: those that reach the width at once, then smaller ones."""
        low, high = int(self.lowest[cell]), int(self.highest[cell])
        least, most = int(self.least[cell]), int(self.most[cell])
        targets = dict.fromkeys((low + width, high - width, high + 1, low - 1))
        kept = (one for one in targets if least <= one <= most and not low <= one <= high)
        return [one - int(self.table[cell]) for one in kept]


def searched(witnesses: Witnesses, cells: Values, effort: Effort) -> Values:
    """Look for moves of these open cells by repair; return the cells for which none was found."""
    repair = Repair(witnesses.part, witnesses.table)
    for seed in range(effort.tries):
        length = _SHORT if 2 * seed < effort.tries else _LONG
        for cell in witnesses.wanting(cells, effort.width).tolist():
            _search(witnesses, repair, cell, (effort.width, length, seed))
    return witnesses.wanting(cells, effort.width)


def _search(witnesses: Witnesses, repair: Repair, cell: int, wish: tuple[int, int, int]) -> None:
    width, length, seed = wish
    while witnesses.highest[cell] - witnesses.lowest[cell] < width:
        for step in witnesses.steps(cell, width):
            move = repair.move(cell, step, length, seed)
            if move is not None:
                witnesses.add(move)
                break
        else:
            return


def first_table(part: OpenPart, nodes: int) -> Values | None:
    """Return whole numbers for the open cells with which all equations hold, or None when none was found.

    A point in the middle of all that is possible, rounded and repaired: from the middle, cells can move both
    ways. Where repair fails an integer program is tried with so many branches, which can cost minutes.

    Raises:
        Contradiction: no numbers can hold.

    """
    middle = np.rint(central_table(part)).astype(np.int64)
    for seed in range(_SEEDS):
        repair = Repair(part, middle)
        if repair.settle(100 * len(part.cells) + 10_000, seed):
            return repair.values
    return whole_table(part, nodes)
