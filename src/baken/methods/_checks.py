# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of plain numbers: one clear ValueError per mistake. No numpy, whose import takes half a second."""

import math
from collections.abc import Iterable

Row = tuple[float, ...]


def number(value: float | None) -> float:
    """Return the value as a float, None as NaN."""
    return math.nan if value is None else float(value)


def floats(values: Iterable[float | None], name: str) -> Row:
    """Return the values as floats, None as NaN; anything else than one row of numbers raises."""
    try:
        return tuple(map(number, values))
    except TypeError as error:
        raise ValueError(f"{name} must be one row of numbers; got {values!r}") from error


def series(values: Iterable[float | None], name: str, at_least: int = 1) -> Row:
    """Return a row of at least so many periods or units; infinity raises, NaN is missing."""
    numbers = floats(values, name)
    if len(numbers) < at_least:
        raise ValueError(f"{name} must be one row of at least {at_least} values; got {len(numbers)}")
    _check_finite(numbers, name)
    return numbers


def pair(values: Iterable[float | None], name: str) -> tuple[float, float]:
    """Return (before, after) as floats, None as NaN; another number of values or infinity raises."""
    numbers = floats(values, name)
    if len(numbers) != 2:
        raise ValueError(f"{name} must be a pair (before, after); got {len(numbers)} values")
    _check_finite(numbers, name)
    return numbers[0], numbers[1]


def count_pair(values: Iterable[float | None], name: str = "count") -> tuple[float, float]:
    """Return a pair of counts; negative or fractional counts raise, NaN is missing."""
    numbers = pair(values, name)
    for one in numbers:
        if one < 0:
            raise ValueError(f"{name} must not be negative; got {one:g}")
        if not (math.isnan(one) or one.is_integer()):
            raise ValueError(f"{name} must be whole numbers; got {one:g} (is this a rate?)")
    return numbers


def denominator_pair(values: Iterable[float | None], name: str = "denominator") -> tuple[float, float]:
    """Return a pair of denominators; zero or negative raises, NaN is missing."""
    numbers = pair(values, name)
    for one in numbers:
        if one <= 0:
            raise ValueError(f"{name} must be positive; got {one:g}")
    return numbers


def check_positive(value: float, name: str) -> None:
    """Raise ValueError unless the value is finite and above zero."""
    if not (math.isfinite(value) and value > 0):
        raise ValueError(f"{name} must be a positive number; got {value:g}")


def check_level(level: float) -> None:
    """Raise ValueError unless the confidence level lies strictly between 0 and 1."""
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, such as 0.95; got {level:g}")


def check_share(share: float, name: str = "share") -> None:
    """Raise ValueError unless the share is a fraction 0..1 or NaN."""
    if share < 0 or share > 1:
        raise ValueError(f"{name} must be a fraction from 0 to 1; got {share:g} (a percentage?)")


def check_decimals(decimals: int) -> None:
    """Raise ValueError unless the number of decimals is a whole number from 0 to 12."""
    if decimals != int(decimals) or not 0 <= decimals <= 12:
        raise ValueError(f"decimals must be a whole number from 0 to 12; got {decimals}")


def _check_finite(numbers: Row, name: str) -> None:
    if any(map(math.isinf, numbers)):
        raise ValueError(f"{name} must be finite or NaN (missing); got an infinite value")
