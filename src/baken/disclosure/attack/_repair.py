# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A table of whole numbers that agrees with everything told, and small changes of it that agree as well."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from baken.disclosure.attack.open_part import OpenPart
from baken.disclosure.knowledge import Values


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """A change of a table after which all equations hold as before: cells (ascending) and steps, not zero."""

    cells: Values
    steps: Values


class Repair:
    """A table over an open part, and its repair by search. Same inputs, same results."""

    def __init__(self, part: OpenPart, values: Values) -> None:
        equations = part.equations
        size, rows = len(part.cells), equations.rows
        order = np.argsort(equations.index, kind="stable")
        counts = np.bincount(equations.index, minlength=size)
        of_row = np.repeat(np.arange(rows), np.diff(equations.start))
        self._rows = (equations.start, equations.index, equations.sign)
        self._uses = (
            np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
            of_row[order],
            equations.sign[order],
        )
        self.values = np.clip(values, part.lower, part.upper).astype(np.int64)
        self._table = (part.lower, part.upper, self.values, equations.left(self.values) + part.constant)
        broken = np.zeros(rows + 1, np.int64)
        place = np.full(rows, -1, np.int64)
        left = np.flatnonzero(self._table[3])
        broken[: len(left)], broken[-1] = left, len(left)
        place[left] = np.arange(len(left))
        zeros = np.zeros(size, np.int64)
        self._work = (broken, place, zeros, zeros.copy(), zeros.copy(), zeros.copy())

    @property
    def holds(self) -> bool:
        """Whether all equations hold."""
        return not self._work[0][-1]

    def settle(self, steps: int, seed: int) -> bool:
        """Change any cells until all equations hold; says whether they do."""
        from baken.disclosure.attack._repair_kernel import repair

        repair(self._rows, self._uses, self._table, self._work, (-1, steps, np.uint64(seed)))
        return self.holds

    def move(self, cell: int, step: int, steps: int, seed: int) -> Move | None:
        """Look for a change of the table that changes this cell by ``step``; the table itself stays."""
        from baken.disclosure.attack._repair_kernel import attempt

        count = attempt(self._rows, self._uses, self._table, self._work, (cell, step, steps, np.uint64(seed)))
        if count == 0:
            return None
        cells = np.sort(self._work[4][:count])
        return Move(cells, self._work[5][cells])
