# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a rate would be with visitors in the denominator, and what under-registration could turn round."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import check_positive, floats
from baken.methods.comparison._figures import count_reason, exposure_reason, first_reason
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True)
class VisitorRange:
    """Rates per ``factor``: per inhabitant, and with the fewest and the most visitors present.

    ``lowest`` goes with the most visitors. ``break_even`` is the number of visitors present per inhabitant
    that would bring the rate down to ``reference``: 0 when it is there already, NaN when no reference was
    given, inf for a reference of 0. Not judged: NaN.
    """

    per_inhabitant: float
    lowest: float
    highest: float
    reference: float
    break_even: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class RegisteredRange:
    """How many cases may lie behind those registered, when only a part is reported."""

    registered: float
    fewest: float
    most: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Tipping:
    """How different reporting must be between two areas to turn their order round.

    ``ratio``, the tipping ratio, is the registered rate of the first over that of the second: the true rates
    are equal when the share reported in the first is that many times the share in the second. ``possible``
    is the widest ratio of two shares in the range that was given. ``can_turn`` says whether it reaches the
    tipping ratio; None when not judged. ``turns_at`` is the share in the area with the lower rate at which
    the order turns, when the share in the other is at the top of the range.
    """

    ratio: float
    possible: float
    can_turn: bool | None
    turns_at: float
    reason: Reason


def visitor_range(
    figures: Iterable[float | None],
    visitors: Iterable[float | None],
    reference: float | None = None,
    factor: float = 1000,
) -> VisitorRange:
    """Return the range of rates when visitors count among the people present.

    With v visitors present per inhabitant on average, rate = count / (inhabitants (1 + v)) * factor, and
    the rate equals the reference at v = rate per inhabitant / reference - 1.

    Args:
        figures: pair (count, inhabitants); None or NaN is missing.
        visitors: pair (fewest, most) of visitors present per inhabitant, on average over the day.
        reference: the rate to bring it down to, per ``factor``; None is no reference.
        factor: express the rates per so many.

    Raises:
        ValueError: not pairs, fewer than 0 visitors, the fewest above the most, a reference below 0, or a
            factor not above 0.

    Source: Boggs (1965), American Sociological Review 30:899-908; Andresen (2006), Canadian Journal of
    Criminology and Criminal Justice 48:487-509.
    """
    check_positive(factor, "factor")
    count, inhabitants = _two(figures, "figures", "(count, inhabitants)")
    fewest, most = _two(visitors, "visitors", "(fewest, most)")
    if not 0 <= fewest <= most < math.inf:
        raise ValueError(f"visitors must go up from 0 or more; got {fewest:g} to {most:g}")
    aim = math.nan if reference is None else float(reference)
    if aim < 0 or math.isinf(aim):
        raise ValueError(f"reference must be a rate of 0 or more; got {aim:g}")
    reason = first_reason(count_reason(count), exposure_reason(inhabitants))
    if reason:
        return VisitorRange(math.nan, math.nan, math.nan, aim, math.nan, reason)
    rate = count / inhabitants * factor
    return VisitorRange(
        rate, rate / (1 + most), rate / (1 + fewest), aim, _break_even(rate, aim), Reason.JUDGED
    )


def registered_range(count: float | None, reporting: Iterable[float]) -> RegisteredRange:
    """Return the range of cases behind a registered count: count / highest share to count / lowest share.

    Args:
        count: the registered number; None or NaN is missing.
        reporting: pair (lowest, highest) of the share that is registered, above 0 and at most 1.

    Raises:
        ValueError: not a pair, or shares out of range.

    Source: Skogan (1977), Crime and Delinquency 23:41-50, on the dark figure; the bounds are those of
    Manski (2003), Partial Identification of Probability Distributions, 1.
    """
    low, high = _shares(reporting)
    reason = count_reason(count)
    if reason or count is None:
        return RegisteredRange(math.nan, math.nan, math.nan, reason)
    return RegisteredRange(float(count), count / high, count / low, Reason.JUDGED)


def tipping(
    first: Iterable[float | None], second: Iterable[float | None], reporting: Iterable[float]
) -> Tipping:
    """Return how different reporting must be between two areas for the order of their rates to turn round.

    True rate = registered rate / share reported. The order turns when share1 / share2 passes the ratio of
    the registered rates. Within a range [lo, hi] that ratio lies between lo / hi and hi / lo.

    Args:
        first: pair (count, denominator) of one area; None or NaN is missing.
        second: the same pair of the other area.
        reporting: pair (lowest, highest) share that is registered, the same range for both areas.

    Returns:
        Not judged when a figure is missing or impossible, or when a count is 0: no reporting ratio can then
        turn the order round, or it is open already.

    Raises:
        ValueError: not pairs, or shares out of range.

    Source: the tipping-point analysis of Rosenbaum (2002), Observational Studies, 4, with the reporting
    share as the only bias; Levitt (1998), Journal of Quantitative Criminology 14:61-81.
    """
    low, high = _shares(reporting)
    areas = [_two(one, name, "(count, denominator)") for one, name in ((first, "first"), (second, "second"))]
    reason = first_reason(*(count_reason(x) for x, _ in areas), *(exposure_reason(d) for _, d in areas))
    if not reason and not all(x for x, _ in areas):
        reason = Reason.ALL_ZERO if not any(x for x, _ in areas) else Reason.TOO_FEW_CASES
    possible = high / low
    if reason:
        return Tipping(math.nan, possible, None, math.nan, reason)
    ratio = (areas[0][0] / areas[0][1]) / (areas[1][0] / areas[1][1])
    # The area with the lower rate is the one whose share must lie below that of the other.
    widest = max(ratio, 1 / ratio)
    return Tipping(ratio, possible, possible >= widest, high / widest, Reason.JUDGED)


def _break_even(rate: float, reference: float) -> float:
    if reference == 0:
        return math.inf if rate else 0.0
    # A NaN reference stays NaN: max() would hide it behind the 0.
    return reference if math.isnan(reference) else max(0.0, rate / reference - 1)


def _shares(reporting: Iterable[float]) -> tuple[float, float]:
    low, high = _two(reporting, "reporting", "(lowest, highest)")
    if not 0 < low <= high <= 1:
        raise ValueError(f"reporting must be shares above 0 up to 1, lowest first; got {low:g} and {high:g}")
    return low, high


def _two(values: Iterable[float | None], name: str, parts: str) -> tuple[float, float]:
    numbers = floats(values, name)
    if len(numbers) != 2:
        raise ValueError(f"{name} must be a pair {parts}; got {len(numbers)} values")
    return numbers[0], numbers[1]
