# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How many there are when two sources each see a part: bounds in place of a point."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import check_level, floats
from baken.methods._quantiles import normal_quantile
from baken.methods.comparison._figures import count_reason, first_reason
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True)
class SeenBounds:
    """How many different cases two sources saw together when nobody knows which are the same."""

    fewest: float
    most: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class TotalBounds:
    """Bounds on the total, seen and unseen, over a range of dependence between the sources.

    ``seen`` is how many were seen at all, a certain lower bound. ``fewest`` and ``most`` are the totals at
    the two ends of the range of the odds ratio; ``lower`` and ``upper`` also allow for chance.
    ``independent`` is Chapman's estimate, which holds only if the sources are independent; NaN when the
    range leaves that out. When no case is in both sources there is no upper bound: ``most`` and ``upper``
    are inf, ``fewest`` and ``lower`` are what was seen, and the reason is TOO_FEW_CASES.
    """

    seen: float
    fewest: float
    most: float
    lower: float
    upper: float
    independent: float
    level: float
    reason: Reason


def seen_bounds(first: float | None, second: float | None) -> SeenBounds:
    """Return max(n1, n2) to n1 + n2: how many different cases two unlinked sources saw.

    Args:
        first: whole number seen by one source; None or NaN is missing.
        second: whole number seen by the other.

    Source: Frechet (1951), Annales de l'Universite de Lyon A 14:53-77 (bounds from two margins).
    """
    one, other = floats((first, second), "first and second")
    reason = first_reason(count_reason(one), count_reason(other))
    if reason:
        return SeenBounds(math.nan, math.nan, reason)
    return SeenBounds(max(one, other), one + other, Reason.JUDGED)


def total_bounds(
    counts: Iterable[float | None], odds_ratio: Iterable[float], level: float = 0.95
) -> TotalBounds:
    """Return bounds on the total for a stated range of dependence between two linked sources.

    With b in both, f only in the first and s only in the second, the unseen number is r f s / b when the odds
    ratio between being in the one and being in the other is r; r = 1 is independence, r > 1 that the sources
    see the same cases. At each end the interval for chance is that of the transformed logit, with halves
    added: seen - 1/2 + r (f + 1/2)(s + 1/2) / (b + 1/2) exp(+- z d), d^2 the sum of one over each of the four
    cells. Chapman: (f + b + 1)(s + b + 1) / (b + 1) - 1.

    Args:
        counts: (in the first, in the second, in both), whole numbers; None or NaN is missing.
        odds_ratio: (lowest, highest) that is thought possible, above 0.
        level: confidence level between 0 and 1.

    Returns:
        Not judged without the number in both (``MISSING``; see ``seen_bounds`` then), and with more in both
        than in one of them (``NEGATIVE``: fewer than none would be in the one only).

    Raises:
        ValueError: not three counts, or a range that does not go up from above 0.

    Source: Chapman (1951), University of California Publications in Statistics 1:131-160; Sadinle (2009),
    Communications in Statistics B 38:1909-1924 (interval); Gerritse, van der Heijden & Bakker (2015),
    Journal of Official Statistics 31:357-379 (odds ratio as sensitivity).
    """
    check_level(level)
    low, high = _range(odds_ratio)
    numbers = floats(counts, "counts")
    if len(numbers) != 3:
        raise ValueError(f"counts must be (first, second, both); got {len(numbers)} values")
    first, second, both = numbers
    cells = (first - both, second - both, both)
    reason = first_reason(*map(count_reason, (*numbers, *cells)))
    if reason:
        return TotalBounds(*(math.nan,) * 6, level, reason)
    seen = sum(cells)
    if not both:
        return TotalBounds(seen, seen, math.inf, seen, math.inf, math.nan, level, Reason.TOO_FEW_CASES)
    chapman = (first + 1) * (second + 1) / (both + 1) - 1 if low <= 1 <= high else math.nan
    unseen = cells[0] * cells[1] / both
    lower = max(seen, _limit(cells, low, -normal_quantile(level)))
    upper = _limit(cells, high, normal_quantile(level))
    return TotalBounds(
        seen, seen + low * unseen, seen + high * unseen, lower, upper, chapman, level, Reason.JUDGED
    )


def _limit(cells: tuple[float, float, float], odds_ratio: float, z: float) -> float:
    only_first, only_second, both = (cell + 0.5 for cell in cells)
    unseen = odds_ratio * only_first * only_second / both
    deviation = math.sqrt(1 / only_first + 1 / only_second + 1 / both + 1 / unseen)
    return sum(cells) - 0.5 + unseen * math.exp(z * deviation)


def _range(odds_ratio: Iterable[float]) -> tuple[float, float]:
    numbers = floats(odds_ratio, "odds_ratio")
    if len(numbers) != 2 or not 0 < numbers[0] <= numbers[1] < math.inf:
        raise ValueError(f"odds_ratio must be a range (lowest, highest) above 0; got {numbers}")
    return numbers[0], numbers[1]
