# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an attacker knows: bounds of whole numbers and equations between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.equations import Equations

Values = NDArray[np.int64]
UNBOUNDED = np.int64(2**40)
"""Stands for "no upper bound": far above any count, far below where sums overflow."""


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Cells x[0..n), each a whole number with ``lower <= x <= upper``, and equations between them.

    All that is published, and all that others have published, goes in here: an exact number is a cell whose
    bounds are equal; a hidden one has bounds apart; another division of the city, or another release, adds
    cells and equations. ``secret`` marks the cells that nobody may learn.

    Raises:
        ValueError: the arrays do not fit each other, a lower bound lies above an upper bound, or an equation
            names a cell twice (the programs need each once).

    """

    lower: Values
    upper: Values
    secret: NDArray[np.bool_]
    equations: Equations

    def __post_init__(self) -> None:
        if not len(self.lower) == len(self.upper) == len(self.secret):
            raise ValueError("the bounds and the secret cells do not have the same length.")
        above = np.flatnonzero(self.lower > self.upper)
        if len(above):
            raise ValueError(
                f"cell {above[0]} is said to be at least {self.lower[above[0]]} and at most "
                f"{self.upper[above[0]]}."
            )
        if len(self.equations.index) and int(self.equations.index.max()) >= len(self.lower):
            raise ValueError("an equation names a cell that is not there.")
        if self.equations.repeats:
            raise ValueError("an equation names a cell twice.")

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self.lower)

    @property
    def known(self) -> NDArray[np.bool_]:
        """The cells whose value is told."""
        return np.asarray(self.lower == self.upper)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What an attacker found out: the bounds of each cell, at least as narrow as those that were told.

    ``complete`` says whether these are the narrowest bounds of the attacker's kind; a search that stopped
    early has found bounds that hold, and may have missed narrower ones.
    """

    lower: Values
    upper: Values
    complete: bool = True

    def recomputed(self, secret: NDArray[np.bool_]) -> Values:
        """The secret cells whose value the attacker now knows."""
        return np.flatnonzero(secret & (self.lower == self.upper))

    def too_narrow(self, secret: NDArray[np.bool_], width: int) -> Values:
        """The secret cells with fewer than ``width`` + 1 possible values: intervals shorter than the rule."""
        return np.flatnonzero(secret & (self.upper - self.lower < width))
