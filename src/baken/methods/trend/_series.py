# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One checked series of counts with its exposure: what is used of it, and why nothing is."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import Row, floats
from baken.methods.reason import Reason

LEAST_PERIODS = 4
# Whole numbers above this are not all floats.
_EXACT = 2.0**53


@dataclass(frozen=True, slots=True)
class Series:
    """Counts and exposure per period, which periods are used, and the reason when none can be."""

    counts: Row
    exposure: Row
    used: tuple[bool, ...]
    reason: Reason

    @property
    def places(self) -> list[int]:
        """The places of the periods that are used."""
        return [place for place, used in enumerate(self.used) if used]


def checked_series(
    counts: Iterable[float | None],
    exposure: Iterable[float | None] | None = None,
    excluded: Iterable[bool] | None = None,
    first: int = 0,
) -> Series:
    """Return the series with the periods that are used: measured, not excluded and from ``first`` on.

    A missing count or exposure leaves out its period. Any other figure that cannot be right condemns the
    series: nobody knows what its other figures are worth.

    Raises:
        ValueError: rows of different length, or not rows of numbers.
    """
    row = floats(counts, "counts")
    people = (1.0,) * len(row) if exposure is None else floats(exposure, "exposure")
    out = (False,) * len(row) if excluded is None else tuple(map(bool, excluded))
    if not len(row) == len(people) == len(out):
        raise ValueError(f"one per period is needed; got {len(row)}, {len(people)} and {len(out)}")
    asked = tuple(not left_out and place >= first for place, left_out in enumerate(out))
    known = [not math.isnan(count + size) for count, size in zip(row, people, strict=True)]
    used = tuple(wanted and there for wanted, there in zip(asked, known, strict=True))
    pairs = [(row[place], people[place]) for place, one in enumerate(used) if one]
    return Series(row, people, used, _reason(pairs, sum(asked), first))


def _reason(pairs: list[tuple[float, float]], asked: int, first: int) -> Reason:
    for count, size in pairs:
        if wrong := _wrong(count, size):
            return wrong
    if len(pairs) < LEAST_PERIODS:
        if asked >= LEAST_PERIODS:
            return Reason.MISSING
        return Reason.AFTER_BREAK if first else Reason.TOO_FEW_PERIODS
    return Reason.JUDGED if any(count for count, _ in pairs) else Reason.ALL_ZERO


def _wrong(count: float, size: float) -> Reason:
    tests = (
        (math.isinf(count) or math.isinf(size), Reason.INFINITE),
        (count < 0, Reason.NEGATIVE),
        (size <= 0, Reason.NO_POPULATION),
        (count > _EXACT, Reason.TOO_LARGE),
        (count % 1 != 0, Reason.FRACTIONAL),
    )
    return next((reason for wrong, reason in tests if wrong), Reason.JUDGED)
