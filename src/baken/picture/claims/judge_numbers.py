# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a number in a sentence is that of the figures, rounded as it is written and as exact as it says."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from baken.model.claim import Exactness, StatedNumber
from baken.model.figure import Figure
from baken.model.indicator import Unit
from baken.model.number import half_up
from baken.picture.series import exact_value

# How far from a number "about", "almost" and "more than" may be: a tenth of it.
_TENTH = Decimal("0.1")
_TWO, _HALF = Decimal(2), Decimal("0.5")
_RELATIVE = ("percent", "times")


def fits(actual: Decimal, number: StatedNumber, stated: Decimal | None = None) -> bool:
    """Whether a value is the stated one: rounded as written, or within a tenth on the side that is said."""
    target = abs(number.value if stated is None else stated)
    size = abs(actual)
    if number.exactness is Exactness.EXACT:
        return half_up(size, number.decimals) == target
    low, high = _band(target, number.exactness)
    return low <= half_up(size, max(1, number.decimals)) <= high


def _band(target: Decimal, exactness: Exactness) -> tuple[Decimal, Decimal]:
    wide = target * _TENTH
    low = target if exactness is Exactness.AT_LEAST else target - wide
    high = target if exactness is Exactness.AT_MOST else target + wide
    return low, high


def fits_ratio(ratio: Decimal, number: StatedNumber) -> bool:
    """Whether "times" fits: doubled is +90 to +110 %, halved is -45 to -55 %, others within a tenth.

    "More than halved" is on the side of the larger fall, "almost halved" on the other.
    """
    target = number.value
    if number.exactness in (Exactness.EXACT, Exactness.ABOUT):
        wide = {_TWO: _TENTH, _HALF: _TENTH / 2}.get(target, target * _TENTH)
        return abs(ratio - target) <= wide
    further = number.exactness is Exactness.AT_LEAST
    up = further if target >= 1 else not further
    wide = target * _TENTH
    return target <= ratio <= target + wide if up else target - wide <= ratio <= target


def _is_of_unit(number: StatedNumber, unit: str) -> bool:
    """Whether a number can be of a unit: "one in five inhabitants" says nothing of a rate per 1,000."""
    asked = {"share": "percent", "percent": "percent", "mark": "mark"}.get(number.unit)
    return unit.startswith(asked) if asked else not unit.startswith(("percent", "mark"))


def level_fits(one: Figure, unit: Unit, number: StatedNumber, stated: Decimal | None = None) -> bool | None:
    """Whether a stated level is that of a figure; nothing where it is a number that is not held."""
    if number.unit == "count":
        held = one.observation.count
        return None if held is None else fits(Decimal(held), number, stated)
    if not _is_of_unit(number, one.observation.unit):
        return None
    return any(fits(value, number, stated) for value in values(one, unit))


def values(one: Figure, unit: Unit) -> tuple[Decimal, ...]:
    """The value of a figure as printed and before rounding."""
    return () if one.value is None else (one.value, exact_value(one, unit))


def change_fits(ends: tuple[Figure, Figure], unit: Unit, number: StatedNumber) -> bool | None:
    """Whether the numbers of a stated change are those of two figures; nothing where they are not held.

    "From .. to .." gives both levels. One level is the last one, or the difference of the two.
    """
    start, end = ends
    if number.before is not None:
        first = level_fits(start, unit, number, number.before)
        last = level_fits(end, unit, number)
        return None if first is None or last is None else first and last
    if number.unit in _RELATIVE:
        return relative_fits(_pairs(start, end, unit), number)
    if number.unit == "count":
        counts = (start.observation.count, end.observation.count)
        if counts[0] is None or counts[1] is None:
            return None
        return fits(Decimal(counts[1]), number) or fits(Decimal(counts[1] - counts[0]), number)
    pairs = zip(values(start, unit), values(end, unit), strict=True)
    differs = any(fits(after - before, number) for before, after in pairs)
    return differs or (number.unit != "points" and level_fits(end, unit, number) is True)


def relative_fits(pairs: Iterable[tuple[Decimal, Decimal]], number: StatedNumber) -> bool | None:
    """Whether a percentage or a number of times is that of one of the pairs of values."""
    ratios = [after / before for before, after in pairs if before]
    if not ratios:
        return None
    if number.unit == "times":
        return any(fits_ratio(one, number) for one in ratios)
    return any(fits((one - 1) * 100, number) for one in ratios)


def _pairs(start: Figure, end: Figure, unit: Unit) -> list[tuple[Decimal, Decimal]]:
    """The two values before rounding, and the two counts: a sentence may give the change of either."""
    found = [(exact_value(start, unit), exact_value(end, unit))]
    counts = (start.observation.count, end.observation.count)
    if counts[0] is not None and counts[1] is not None:
        found.append((Decimal(counts[0]), Decimal(counts[1])))
    return found
