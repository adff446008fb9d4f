# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The first attacker: every equation narrows the bounds of its cells, until no equation narrows any more.

What a clerk with a pencil finds. Its bounds hold always; they are not always the narrowest, because each
equation is looked at alone (see ``linear``). Source: Davis, "Constraint propagation with interval labels",
Artificial Intelligence 32 (1987), with bounds rounded to whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import Found, Knowledge, Values

_VISITS = 2_000
"""So often may each row be looked at, on average: cells without an upper bound can creep for ever."""


class Contradiction(ValueError):  # noqa: N818
    """What is told cannot be true: no whole number is left for ``cell`` (-1: it is not known for which)."""

    def __init__(self, cell: int, because: str) -> None:
        super().__init__(because)
        self.cell = cell


@dataclass(frozen=True, slots=True, eq=False)
class Narrowing:
    """Bounds and where they come from: ``lower_from`` and ``upper_from`` name an equation, or -1: told."""

    lower: Values
    upper: Values
    lower_from: Values
    upper_from: Values
    complete: bool

    @property
    def found(self) -> Found:
        """The bounds alone."""
        return Found(self.lower, self.upper, self.complete)


class Propagation:
    """Equations prepared for narrowing again and again: after each new bound only what it touches.

    Args:
        equations: the equations between the cells.
        cells: how many cells there are.

    """

    def __init__(self, equations: Equations, cells: int) -> None:
        self.equations = equations
        lengths = np.diff(equations.start)
        self._rows = (
            np.ascontiguousarray(equations.start),
            np.ascontiguousarray(equations.index),
            np.ascontiguousarray(equations.sign),
        )
        order = np.argsort(equations.index, kind="stable")
        counts = np.bincount(equations.index, minlength=cells) if len(order) else np.zeros(cells, np.int64)
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
        self._uses = (starts, np.repeat(np.arange(equations.rows), lengths)[order])

    def rows_of(self, cells: Values) -> Values:
        """The equations in which any of these cells stands, ascending."""
        start, rows = self._uses
        if not len(cells):
            return np.zeros(0, np.int64)
        return np.unique(np.concatenate([rows[start[cell] : start[cell + 1]] for cell in cells.tolist()]))

    def narrow(self, lower: Values, upper: Values, changed: Values | None = None) -> Narrowing:
        """Narrow these bounds; the arrays given stay as they are.

        ``changed`` names the cells whose bounds are new since the bounds were last narrowed; None means all.

        Raises:
            Contradiction: the bounds of a cell cross.

        """
        from baken.disclosure.attack._propagation_kernel import propagate

        first = np.arange(self.equations.rows) if changed is None else self.rows_of(changed)
        told = np.full(len(lower), -1, np.int64)
        bounds = (lower.astype(np.int64), upper.astype(np.int64), told, told.copy())
        visits = 10_000 + _VISITS * self.equations.rows
        left, crossed = propagate(self._rows, self._uses, first, bounds, visits)
        if crossed >= 0:
            raise Contradiction(
                crossed,
                f"what is told of cell {crossed} cannot all be true: it would be at least "
                f"{bounds[0][crossed]} and at most {bounds[1][crossed]}.",
            )
        return Narrowing(*bounds, complete=left >= 0)


def narrowed(knowledge: Knowledge) -> Found:
    """Return the bounds that follow when each equation is looked at alone, again and again.

    Raises:
        Contradiction: what is told cannot all be true.

    """
    return Propagation(knowledge.equations, knowledge.cells).narrow(knowledge.lower, knowledge.upper).found
