# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Linear equations between cells, each equal to zero, in compressed rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Equations:
    """``sum(sign[k] * x[index[k]] for k in start[r]..start[r + 1]) == 0`` for each row r.

    ``start`` has one number more than there are rows; ``index`` are cell numbers; ``sign`` whole numbers,
    nearly always 1 or -1. All int64.
    """

    start: Indices
    index: Indices
    sign: Indices

    @property
    def rows(self) -> int:
        """How many equations there are."""
        return len(self.start) - 1

    @classmethod
    def of_rows(cls, index: Indices, sign: Indices) -> Equations:
        """Equations that are all equally long: shapes (rows, terms)."""
        rows, terms = index.shape
        return cls(np.arange(rows + 1) * terms, index.ravel().astype(np.int64), sign.ravel().astype(np.int64))

    @classmethod
    def of_lists(cls, rows: Sequence[Sequence[tuple[int, int]]]) -> Equations:
        """Equations from lists of (cell, sign)."""
        lengths = np.array([0, *map(len, rows)], np.int64)
        terms = np.array([term for row in rows for term in row], np.int64).reshape(-1, 2)
        return cls(np.cumsum(lengths), terms[:, 0].copy(), terms[:, 1].copy())

    @classmethod
    def joined(cls, blocks: Sequence[Equations]) -> Equations:
        """All equations of several sets over the same cells."""
        if not blocks:
            return cls(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64))
        lengths = np.concatenate([np.zeros(1, np.int64), *(np.diff(one.start) for one in blocks)])
        return cls(
            np.cumsum(lengths),
            np.concatenate([one.index for one in blocks]),
            np.concatenate([one.sign for one in blocks]),
        )

    @property
    def repeats(self) -> bool:
        """Whether an equation names a cell twice."""
        if not len(self.index):
            return False
        rows = np.repeat(np.arange(self.rows), np.diff(self.start))
        named = np.sort(rows * (int(self.index.max()) + 1) + self.index)
        return bool((named[1:] == named[:-1]).any())

    def renumbered(self, cells: Indices) -> Equations:
        """The same equations over other cell numbers: cell i becomes ``cells[i]``."""
        return Equations(self.start, cells[self.index], self.sign)

    def left(self, values: Indices) -> Indices:
        """What is left of each equation for values of the cells, shape (rows,): zero where it holds."""
        if not self.rows:
            return np.zeros(0, np.int64)
        running: Indices = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.sign * values[self.index])])
        return np.asarray(running[self.start[1:]] - running[self.start[:-1]])
