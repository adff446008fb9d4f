# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The second attacker: the lowest and highest value of each secret cell that all equations together allow.

Two linear programs per cell, after propagation, component by component; each starts at the corner where the
last one ended. A cell whose bounds are both met by a table of whole numbers needs no program.
Source: Fischetti and Salazar, "Models and algorithms for optimizing cell suppression in tabular data with
linear constraints", Journal of the American Statistical Association 95 (2000).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from baken.disclosure.attack._highs import Numbers, program, solution, solved
from baken.disclosure.attack.open_part import OpenPart, components, open_part
from baken.disclosure.attack.propagation import Contradiction, narrowed
from baken.disclosure.knowledge import Found, Knowledge, Values

if TYPE_CHECKING:
    from highspy import Highs

_SLACK = 1e-6


class Corners:
    """The corners of all that is possible of a part, walked from one to the next."""

    def __init__(self, part: OpenPart) -> None:
        self.part = part
        self.least, self.most = part.lower.copy(), part.upper.copy()
        self._highs: Highs | None = None
        # The lowest and highest whole numbers met in a table that holds exactly.
        self._lowest, self._highest = part.upper.copy(), part.lower.copy()

    def narrow(self, cell: int) -> None:
        """Narrow the bounds of a cell as far as linear programs can.

        Raises:
            Contradiction: no table is possible.

        """
        if self._lowest[cell] > self.least[cell]:
            low = self.outermost(cell, 1)
            self.least[cell] = max(self.least[cell], np.ceil(low - _slack(low)))
        if self._highest[cell] < self.most[cell]:
            high = self.outermost(cell, -1)
            self.most[cell] = min(self.most[cell], np.floor(high + _slack(high)))
        if self.least[cell] > self.most[cell]:
            number = int(self.part.cells[cell])
            raise Contradiction(number, f"what is told of cell {number} leaves no whole number.")

    def outermost(self, cell: int, sign: int) -> float:
        """The lowest (sign 1) or highest (sign -1) value of a cell, which may be endless.

        Raises:
            Contradiction: no table is possible.

        """
        highs = self._program()
        highs.changeColCost(cell, float(sign))
        outcome = solved(highs)
        highs.changeColCost(cell, 0.0)
        if outcome == "infeasible":
            raise Contradiction(-1, "what is told cannot all be true: no table agrees with it.")
        if outcome != "optimal":
            return float("-inf") if sign > 0 else float("inf")
        values = solution(highs)
        self._met(values)
        return float(values[cell])

    def duals(self, cell: int, sign: int) -> dict[int, float]:
        """The weight of each equation (a row of the part) in the bound of a cell, where it has one."""
        highs = self._program()
        highs.changeColCost(cell, float(sign))
        solved(highs)
        weights = np.asarray(highs.getSolution().row_dual, dtype=np.float64)
        highs.changeColCost(cell, 0.0)
        return {int(row): float(weights[row]) for row in np.flatnonzero(np.abs(weights) > _SLACK)}

    def _program(self) -> Highs:
        if self._highs is None:
            self._highs = program(self.part)
            solved(self._highs)
            self._highs.setOptionValue("presolve", "off")
        return self._highs

    def _met(self, values: Numbers) -> None:
        table = np.rint(values).astype(np.int64)
        part = self.part
        if (table < part.lower).any() or (table > part.upper).any():
            return
        if not (part.equations.left(table) + part.constant).any():
            np.minimum(self._lowest, table, out=self._lowest)
            np.maximum(self._highest, table, out=self._highest)


def linear(knowledge: Knowledge) -> Found:
    """Return the narrowest bounds of linear programs, rounded to whole numbers, for the secret cells.

    The other cells keep the bounds of propagation.

    Raises:
        Contradiction: what is told cannot all be true.

    """
    found = narrowed(knowledge)
    lower, upper = found.lower.copy(), found.upper.copy()
    for part in components(open_part(knowledge, found)):
        _narrow(part, knowledge.secret[part.cells].nonzero()[0], lower, upper)
    return Found(lower, upper)


def _narrow(part: OpenPart, cells: Values, lower: Values, upper: Values) -> None:
    corners = Corners(part)
    for cell in cells.tolist():
        corners.narrow(cell)
    lower[part.cells], upper[part.cells] = corners.least, corners.most


def _slack(value: float) -> float:
    return _SLACK * max(1.0, abs(value)) if np.isfinite(value) else 0.0
