# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Certificates: one table that agrees with everything published, and changes of it that agree as well.

A secret cell with different values in two such tables cannot be known by anybody, whatever the method: both
could be the truth. Neither need be; tables are made from what is public alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from baken.disclosure.knowledge import Knowledge, Values


@dataclass(frozen=True, slots=True, eq=False)
class Certificates:
    """A table, moves of it in compressed rows, and for each certified cell the two tables that differ.

    Attributes:
        made_for: the fingerprint of the knowledge that they are about.
        width: how far the two values of each cell are apart, at least.
        table: a value for each cell.
        start: of each move the place of its first change; one number more than there are moves.
        cell: the cells that a move changes.
        step: by how much, beside ``cell``.
        cells: the certified cells, ascending.
        low: of each certified cell the move with its low value; -1 is the table itself.
        high: the same for its high value.

    """

    made_for: str
    width: int
    table: Values
    start: Values
    cell: Values
    step: Values
    cells: Values
    low: Values
    high: Values

    @property
    def moves(self) -> int:
        """How many moves there are."""
        return len(self.start) - 1

    def alternative(self, move: int) -> Values:
        """The whole table after a move; -1 is the table itself."""
        table = self.table.copy()
        if move >= 0:
            span = slice(self.start[move], self.start[move + 1])
            table[self.cell[span]] += self.step[span]
        return table


def fingerprint(knowledge: Knowledge) -> str:
    """A hash of all that is public: the bounds, which cells are secret, and the equations."""
    whole = sha256(b"baken knowledge 1\n")
    equations = knowledge.equations
    for numbers in (knowledge.lower, knowledge.upper, knowledge.secret, equations.start, equations.index):
        whole.update(len(numbers).to_bytes(8, "little") + np.asarray(numbers).astype("<i8").tobytes())
    whole.update(np.asarray(equations.sign).astype("<i8").tobytes())
    return whole.hexdigest()
