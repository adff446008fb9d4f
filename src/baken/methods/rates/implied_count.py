# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole counts that a rounded published rate can stand for."""

import math
from dataclasses import dataclass
from fractions import Fraction

from baken.methods._checks import check_decimals, check_positive, number


@dataclass(frozen=True, slots=True)
class ImpliedCount:
    """Counts consistent with a printed rate; ``low <= central <= high``, all whole numbers."""

    central: int
    low: int
    high: int


def implied_count(
    rate: float | None, denominator: float | None, factor: float = 1000, decimals: int = 1
) -> ImpliedCount | None:
    """Return the counts whose rate, rounded half up, is the printed rate.

    With printed rate r, half a printed step h = 0.5 * 10^-decimals, denominator D and factor F, a count
    c fits when r - h <= c * F / D < r + h. So low = ceil((r - h) D / F), at least 0;
    high = ceil((r + h) D / F) - 1; central = r D / F rounded half up, kept within low..high.

    Args:
        rate: printed rate per ``factor``; None or NaN is missing and implies no count: None.
        denominator: population (or other exposure) above 0; None or NaN is missing.
        factor: the rate is per so many; ``decimals``: decimals printed, 0 to 12.

    Raises:
        ValueError: an argument out of range, more decimals than printed, or a rate no whole count gives.

    Source: Brown & Heathers (2017), The GRIM Test, Social Psychological and Personality Science 8:363-369.
    """
    check_positive(factor, "factor")
    check_decimals(decimals)
    rate, denominator = number(rate), number(denominator)
    if rate < 0 or rate == math.inf:
        raise ValueError(f"rate must be finite and not negative; got {rate:g}")
    if denominator <= 0 or denominator == math.inf:
        raise ValueError(f"denominator must be a positive number; got {denominator:g}")
    if math.isnan(rate) or math.isnan(denominator):
        return None
    # Exact fractions, because a float error of 1e-16 can move a limit by a whole incident.
    printed = _exact(rate)
    if (printed * 10**decimals).denominator != 1:
        raise ValueError(f"rate {rate!r} has more than the {decimals} decimals printed")
    per_unit = _exact(denominator) / _exact(factor)
    half_step = Fraction(1, 2 * 10**decimals)
    low = max(0, math.ceil((printed - half_step) * per_unit))
    high = math.ceil((printed + half_step) * per_unit) - 1
    if low > high:
        raise ValueError(f"no whole count over {denominator:g} gives a rate of {rate:g} per {factor:g}")
    central = math.floor(printed * per_unit + Fraction(1, 2))
    return ImpliedCount(min(max(central, low), high), low, high)


def _exact(value: float) -> Fraction:
    """Read a number as it is written (12.8 is 128/10), not as its binary neighbour."""
    return Fraction(repr(float(value)))
