# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Primary suppression: which cells are sensitive in themselves.

Source: Hundepool and others, "Statistical Disclosure Control" (2012), chapter 4. A cell without contributors
is never sensitive: that nothing happened is published.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Contributions:
    """What is known of the contributors of each cell; all arrays are equally long.

    ``largest`` and ``second`` are what the largest and the second largest contributor bring in. Where the
    second is not known, the p% rule takes the worst case: that it brings in all the rest.

    Raises:
        ValueError: arrays differ in length, or a value is negative, missing or does not fit the total.

    """

    count: Numbers
    total: Reals
    largest: Reals
    second: Reals | None = None

    def __post_init__(self) -> None:
        parts = [self.total, self.largest, *([] if self.second is None else [self.second])]
        if any(len(part) != len(self.count) for part in parts):
            raise ValueError("counts, totals and largest contributions do not have the same length.")
        if len(self.count) and (self.count.min() < 0 or not all(_sound(part) for part in parts)):
            raise ValueError("counts, totals and contributions are numbers from 0.")
        if np.any(sum(parts[1:], np.zeros(len(self.count))) > self.total * (1 + 1e-9) + 1e-9):
            raise ValueError("the largest contributions of a cell exceed its total.")


@dataclass(frozen=True, slots=True)
class Threshold:
    """Counts from 1 up to, not including, ``least`` are sensitive; zeros are published.

    Raises:
        ValueError: the threshold is below 2: it would hide nothing.

    """

    least: int

    def __post_init__(self) -> None:
        if self.least < 2:
            raise ValueError("a threshold starts at 2.")

    def sensitive(self, count: Numbers) -> Flags:
        """The cells that the rule hides."""
        return np.asarray((count > 0) & (count < self.least))


@dataclass(frozen=True, slots=True)
class Dominance:
    """The (n, k) rule with n = 1 or 2: the n largest contributors together bring in more than k percent.

    Raises:
        ValueError: n is not 1 or 2, or k no percentage.

    """

    contributors: int
    percent: float

    def __post_init__(self) -> None:
        if self.contributors not in {1, 2} or not 0 < self.percent < 100:
            raise ValueError("dominance takes 1 or 2 contributors and a percentage between 0 and 100.")

    def sensitive(self, cells: Contributions) -> Flags:
        """The cells that the rule hides.

        Raises:
            ValueError: the rule looks at two contributors, and the second is not known.

        """
        return np.asarray((cells.total > 0) & (self._top(cells) > cells.total * self.percent / 100))

    def lacking(self, cells: Contributions) -> Reals:
        """How far above a total its possible values must reach: to where the largest are k percent of it.

        0 where nothing lacks.

        Raises:
            ValueError: the rule looks at two contributors, and the second is not known.

        """
        lack = self._top(cells) * 100 / self.percent - cells.total
        return np.asarray(np.where(cells.total > 0, np.maximum(lack, 0.0), 0.0))

    def _top(self, cells: Contributions) -> Reals:
        if self.contributors == 1:
            return cells.largest
        if cells.second is None:
            raise ValueError("dominance of two contributors needs the second largest.")
        return cells.largest + cells.second


@dataclass(frozen=True, slots=True)
class PPercent:
    """The p% rule: the second contributor could tell the first to within p percent of what it brings in.

    Raises:
        ValueError: p is not positive.

    """

    percent: float

    def __post_init__(self) -> None:
        if not self.percent > 0:
            raise ValueError("the p% rule takes a percentage above 0.")

    def sensitive(self, cells: Contributions) -> Flags:
        """The cells that the rule hides."""
        return np.asarray((cells.total > 0) & (self.lacking(cells) > 0))

    def lacking(self, cells: Contributions) -> Reals:
        """How far above a total its possible values must reach: p% of the largest, less the rest.

        The same distance below is asked (the upper and lower protection level); 0 where nothing lacks.
        """
        second = cells.total - cells.largest if cells.second is None else cells.second
        rest = np.maximum(cells.total - cells.largest - second, 0.0)
        # A single contributor has nobody who knows part of the rest; it is told by its total all the same.
        lack = cells.largest * self.percent / 100 - rest
        return np.asarray(np.where(cells.total > 0, np.maximum(lack, 0.0), 0.0))


def _sound(values: Reals) -> bool:
    return bool(np.all(np.isfinite(values)) and values.min() >= 0)
