# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Linear and integer programs for the cells for which no move was found: the smallest change, or a proof.

With a table x at hand the question for a cell is whether it can be x + step or beyond: the smallest change of
the table (the sum of all changes without sign) that has at least this step. When no numbers do, the cell lies
on this side of x + step. The programs differ in one bound only, so that each starts where the last one ended.
When the smallest change is not whole, an integer program decides.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from baken.disclosure.attack._highs import bound, solution, solved, solver
from baken.disclosure.attack._repair import Move
from baken.disclosure.attack.witness import Witnesses
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import UNBOUNDED, Values

Attacker = Literal["propagation", "linear", "integer"]


class Probe:
    """Programs over the changes of the table of some witnesses: one column up and one down for each cell."""

    def __init__(self, witnesses: Witnesses, nodes: int) -> None:
        part, table = witnesses.part, witnesses.table
        self._witnesses, self._nodes, self._size = witnesses, nodes, len(table)
        room = np.concatenate([_room(part.upper, table), _room(-part.lower, -table)])
        self._room = bound(room)
        equations = _both_ways(part.equations, self._size)
        self._highs = solver(
            np.ones(2 * self._size),
            (np.zeros(2 * self._size), self._room),
            (equations.index, equations.sign),
            (equations.start, np.zeros(equations.rows, np.int64)),
        )
        self._highs.setOptionValue("presolve", "off")

    def decide(self, cell: int, width: int) -> Attacker | None:
        """Add moves until the cell is shown to be so far apart, or narrow its bounds until it cannot be.

        The answer is the strongest attacker that was needed for the bounds, or None: nothing was narrowed.
        """
        found = self._witnesses
        strongest: Attacker | None = None
        tried: set[int] = set()
        while found.highest[cell] - found.lowest[cell] < width:
            steps = [step for step in found.steps(cell, width) if step not in tried]
            if not steps:
                return strongest
            tried.add(steps[0])
            by = self._probe(cell, steps[0])
            strongest = "integer" if "integer" in (by, strongest) else by or strongest
        return strongest

    def _probe(self, cell: int, step: int) -> Attacker | None:
        self._push(cell, step)
        outcome = solved(self._highs)
        by: Attacker | None = "linear"
        if outcome == "optimal" and not self._take():
            outcome, by = self._whole(), "integer"
        self._free(cell)
        if outcome != "infeasible":
            return None
        reached = int(self._witnesses.table[cell]) + step
        if step > 0:
            self._witnesses.most[cell] = min(int(self._witnesses.most[cell]), reached - 1)
        else:
            self._witnesses.least[cell] = max(int(self._witnesses.least[cell]), reached + 1)
        return by

    def _take(self) -> bool:
        """Add the solution as a move, if it holds exactly in whole numbers."""
        found, columns = self._witnesses, solution(self._highs)
        if len(columns) != 2 * self._size:
            return False
        change = np.rint(columns[: self._size] - columns[self._size :]).astype(np.int64)
        table = found.table + change
        if (table < found.part.lower).any() or (table > found.part.upper).any():
            return False
        if found.part.equations.left(change).any():
            return False
        cells = np.flatnonzero(change)
        found.add(Move(cells, change[cells]))
        return True

    def _whole(self) -> str:
        from highspy import HighsVarType

        columns = np.arange(2 * self._size, dtype=np.int32)
        count = len(columns)
        highs = self._highs
        highs.setOptionValue("mip_max_nodes", self._nodes)
        highs.setOptionValue("mip_max_improving_sols", 1)
        highs.setOptionValue("presolve", "on")
        highs.changeColsIntegrality(count, columns, np.full(count, HighsVarType.kInteger.value, np.uint8))
        outcome = solved(highs)
        taken = outcome != "infeasible" and self._take()
        highs.changeColsIntegrality(count, columns, np.full(count, HighsVarType.kContinuous.value, np.uint8))
        highs.setOptionValue("presolve", "off")
        return "optimal" if taken else outcome if outcome == "infeasible" else "stopped"

    def _push(self, cell: int, step: int) -> None:
        this, other = (cell, cell + self._size) if step > 0 else (cell + self._size, cell)
        self._highs.changeColBounds(this, float(abs(step)), float(self._room[this]))
        self._highs.changeColBounds(other, 0.0, 0.0)

    def _free(self, cell: int) -> None:
        for column in (cell, cell + self._size):
            self._highs.changeColBounds(column, 0.0, float(self._room[column]))


def _room(most: Values, values: Values) -> Values:
    return np.where(most >= UNBOUNDED, UNBOUNDED, most - values)


def _both_ways(equations: Equations, size: int) -> Equations:
    """The equations over changes up (numbers below ``size``) and changes down (from ``size``)."""
    of_row = np.repeat(np.arange(equations.rows), np.diff(equations.start))
    order = np.argsort(np.concatenate([of_row, of_row]), kind="stable")
    return Equations(
        2 * equations.start,
        np.concatenate([equations.index, equations.index + size])[order],
        np.concatenate([equations.sign, -equations.sign])[order],
    )
