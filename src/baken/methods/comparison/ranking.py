# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The place of one unit among others, and how many lie above a reference."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import Row, floats, series


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


def rank_of(values: Iterable[float | None], unit: int, *, highest_first: bool = True) -> Rank:
    """Return the place of one unit: 1 + the number of units strictly ahead of it (ties share a place).

    Args:
        values: one value per unit; None or NaN is missing.
        unit: position of the unit in ``values``, from 0.
        highest_first: True when the highest value is in first place.

    Raises:
        ValueError: ``values`` empty or not one row of numbers, an infinite value, or no such unit.

    Source: standard competition ranking; Goldstein & Spiegelhalter (1996), Journal of the Royal
    Statistical Society A 159:385-443, on its limits.
    """
    row = series(values, "values")
    if not 0 <= unit < len(row):
        raise ValueError(f"unit must be a position from 0 to {len(row) - 1}; got {unit}")
    own = row[unit]
    higher, lower, equal = _split(row, own)
    measured = sum(not math.isnan(value) for value in row)
    missing = len(row) - measured
    if math.isnan(own):
        return Rank(None, 0, measured, missing)
    return Rank(1 + (higher if highest_first else lower), equal - 1, measured, missing)


def against_reference(
    values: Iterable[float | None],
    reference: float,
    lower: Iterable[float | None] | None = None,
    upper: Iterable[float | None] | None = None,
) -> AgainstReference:
    """Count the units above, below and equal to a reference, and how many are so with certainty.

    Certainly above means that the lower limit exceeds the reference; certainly below likewise.

    Args:
        values: one value per unit; None or NaN is missing.
        reference: the value to compare with, in the same unit, taken as known.
        lower: lower limit per unit; None or NaN when unknown. Give both limits or neither.
        upper: upper limit per unit.

    Raises:
        ValueError: a missing or infinite reference, one limit without the other, another number of
            limits than of values, or a lower limit above its upper limit.

    Source: Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159:385-443.
    """
    row = series(values, "values")
    if not math.isfinite(reference):
        raise ValueError(f"reference must be a measured number; got {reference}")
    above, below, equal = _split(row, reference)
    missing = len(row) - above - below - equal
    if lower is None and upper is None:
        return AgainstReference(above, below, equal, missing)
    limits = [
        (low, high)
        for value, low, high in zip(row, *_limits(row, lower, upper), strict=True)
        if not any(map(math.isnan, (value, low, high)))
    ]
    surely_above = sum(low > reference for low, _ in limits)
    surely_below = sum(high < reference for _, high in limits)
    undecided = above + below + equal - surely_above - surely_below
    return AgainstReference(above, below, equal, missing, surely_above, surely_below, undecided)


def _split(row: Row, reference: float) -> tuple[int, int, int]:
    """How many values lie above, below and at the reference; NaN does none of these."""
    above = sum(value > reference for value in row)
    below = sum(value < reference for value in row)
    return above, below, sum(value == reference for value in row)


def _limits(
    row: Row, lower: Iterable[float | None] | None, upper: Iterable[float | None] | None
) -> tuple[Row, Row]:
    if lower is None or upper is None:
        raise ValueError("give both lower and upper limits, or neither")
    # An unbounded limit (inf) is legitimate here, unlike in the values.
    low, high = floats(lower, "lower"), floats(upper, "upper")
    if len(low) != len(row) or len(high) != len(row):
        raise ValueError(f"values and limits differ in shape: {len(row)}, {len(low)} and {len(high)} values")
    if any(one > other for one, other in zip(low, high, strict=True)):
        raise ValueError("a lower limit lies above its upper limit")
    return low, high
