# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The change between two rates of which only the rounded, published figures are known."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import denominator_pair, pair
from baken.methods.rates.implied_count import ImpliedCount, implied_count
from baken.methods.rates.rate_change import RateChange, change_between, check_change, rate_change


@dataclass(frozen=True, slots=True)
class RoundedRateChange:
    """The change between two printed rates, and the counts that each can stand for (None if missing)."""

    change: RateChange
    counts_before: ImpliedCount | None
    counts_after: ImpliedCount | None


def rounded_rate_change(  # noqa: PLR0913 - rate, its two companions and three settings; all plain numbers
    rate: Iterable[float | None],
    denominator: Iterable[float | None],
    decimals: int,
    *,
    factor: float = 1000,
    level: float = 0.95,
    overdispersion: float = 1.0,
) -> RoundedRateChange:
    """Return the change between two printed rates with the widest interval their rounding allows.

    The difference, ratio and percentage are those of the printed rates. The interval is the envelope of
    the ``rate_change`` intervals over all implied counts: lower from (highest before, lowest after),
    upper from (lowest before, highest after). Not judged: a missing figure, or both rates printed as 0.

    Args:
        rate: pair (before, after) of printed rates per ``factor``; None or NaN is missing.
        denominator: pair (before, after) above 0; None or NaN is missing.
        decimals: decimals printed; ``factor``: the rates are per so many; ``level``: between 0 and 1.
        overdispersion: phi >= 1, as in ``rate_change``.

    Raises:
        ValueError: as in ``rate_change`` and ``implied_count``.

    Source: those of ``rate_change`` and ``implied_count``.
    """
    check_change(factor, level, overdispersion)
    rates = pair(rate, "rate")
    people = denominator_pair(denominator)
    before = implied_count(rates[0], people[0], factor, decimals)
    after = implied_count(rates[1], people[1], factor, decimals)
    limits = (math.nan, math.nan)
    if before and after:
        # Both limits fall with the count before and rise with the count after: two corners are enough.
        low = rate_change((before.high, after.low), people, factor, level, overdispersion)
        high = rate_change((before.low, after.high), people, factor, level, overdispersion)
        # A corner with both counts 0 sets no limit at all.
        limits = (low.ratio_lower if low.judged else 0.0, high.ratio_upper if high.judged else math.inf)
    return RoundedRateChange(change_between(rates, limits, level, overdispersion), before, after)
