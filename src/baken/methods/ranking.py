# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The place of one unit among others, and how many lie above a reference."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray, series


@dataclass(frozen=True, slots=True)
class Rank:
    """Place ``rank`` of ``measured`` units; ``tied`` others share it, ``missing`` units are left out.

    ``rank`` is None when the unit itself is missing; ``tied`` is then 0.
    """

    rank: int | None
    tied: int
    measured: int
    missing: int


@dataclass(frozen=True, slots=True)
class AgainstReference:
    """Units above, below and equal to a reference; the missing are counted apart.

    The last three are None without intervals. With intervals, ``undecided`` are the measured units
    whose interval holds the reference or is unknown.
    """

    above: int
    below: int
    equal: int
    missing: int
    certainly_above: int | None = None
    certainly_below: int | None = None
    undecided: int | None = None

    @property
    def measured(self) -> int:
        """The m of "n of m above the reference"."""
        return self.above + self.below + self.equal


def rank_of(values: ArrayLike, unit: int, *, highest_first: bool = True) -> Rank:
    """Return the place of one unit: 1 + the number of units strictly ahead of it (ties share a place).

    Args:
        values: one value per unit, shape (units,); NaN is missing.
        unit: position of the unit in ``values``, from 0.
        highest_first: True when the highest value is in first place.

    Raises:
        ValueError: an empty or not one-dimensional ``values``, an infinite value, or no such unit.

    Source: standard competition ranking; Goldstein & Spiegelhalter (1996), Journal of the Royal
    Statistical Society A 159:385-443, on its limits.
    """
    row = series(values, "values")
    if not 0 <= unit < row.size:
        raise ValueError(f"unit must be a position from 0 to {row.size - 1}; got {unit}")
    missing = int(np.isnan(row).sum())
    if np.isnan(row[unit]):
        return Rank(None, 0, row.size - missing, missing)
    ahead = row > row[unit] if highest_first else row < row[unit]
    return Rank(1 + int(ahead.sum()), int((row == row[unit]).sum()) - 1, row.size - missing, missing)


def against_reference(
    values: ArrayLike,
    reference: float,
    lower: ArrayLike | None = None,
    upper: ArrayLike | None = None,
) -> AgainstReference:
    """Count the units above, below and equal to a reference, and how many are so with certainty.

    Certainly above means that the lower limit exceeds the reference; certainly below likewise.

    Args:
        values: one value per unit, shape (units,); NaN is missing.
        reference: the value to compare with, in the same unit, taken as known.
        lower: lower limit per unit, same shape; NaN when unknown. Give both limits or neither.
        upper: upper limit per unit, same shape.

    Raises:
        ValueError: a missing or infinite reference, one limit without the other, shapes that differ, or
            a lower limit above its upper limit.

    Source: Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159:385-443.
    """
    row = series(values, "values")
    if not np.isfinite(reference):
        raise ValueError(f"reference must be a measured number; got {reference}")
    above, below = int((row > reference).sum()), int((row < reference).sum())
    equal = int((row == reference).sum())
    missing = row.size - above - below - equal
    if lower is None and upper is None:
        return AgainstReference(above, below, equal, missing)
    low, high = _limits(row, lower, upper)
    measured = ~np.isnan(row) & ~np.isnan(low) & ~np.isnan(high)
    surely_above = int((measured & (low > reference)).sum())
    surely_below = int((measured & (high < reference)).sum())
    undecided = above + below + equal - surely_above - surely_below
    return AgainstReference(above, below, equal, missing, surely_above, surely_below, undecided)


def _limits(
    row: FloatArray, lower: ArrayLike | None, upper: ArrayLike | None
) -> tuple[FloatArray, FloatArray]:
    if lower is None or upper is None:
        raise ValueError("give both lower and upper limits, or neither")
    # An unbounded limit (inf) is legitimate here, unlike in the values.
    low, high = np.asarray(lower, dtype=np.float64), np.asarray(upper, dtype=np.float64)
    if low.shape != row.shape or high.shape != row.shape:
        raise ValueError(f"values and limits differ in shape: {row.shape}, {low.shape}, {high.shape}")
    if (low > high).any():
        raise ValueError("a lower limit lies above its upper limit")
    return low, high
