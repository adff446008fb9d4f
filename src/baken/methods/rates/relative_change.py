# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether one place changed more than another: the ratio of two changes, from four counts."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import check_level, count_pair
from baken.methods._quantiles import normal_quantile


@dataclass(frozen=True, slots=True)
class RelativeChange:
    """The change in one place divided by the change in another.

    ``change`` and ``other_change`` are after / before of each. Not judged means that a count is missing or
    0: ``ratio`` and its limits are then NaN and ``excludes_no_difference`` is None, which is not the same
    as False.
    """

    change: float
    other_change: float
    ratio: float
    lower: float
    upper: float
    level: float
    judged: bool

    @property
    def excludes_no_difference(self) -> bool | None:
        """True when the interval leaves out a ratio of 1; None when not judged."""
        return (self.lower > 1 or self.upper < 1) if self.judged else None


def relative_change(
    count: Iterable[float | None], other: Iterable[float | None], level: float = 0.95
) -> RelativeChange:
    """Return the ratio of two changes with Woolf's interval on the logarithm.

    With counts x1, x2 in one place and y1, y2 in the other: R = (x2 / x1) / (y2 / y1), and the standard
    error of log R is sqrt(1/x1 + 1/x2 + 1/y1 + 1/y2).

    Args:
        count: pair (before, after) of whole numbers in the place looked at; None or NaN is missing.
        other: the same pair in the place that it is held against.
        level: confidence level between 0 and 1.

    Raises:
        ValueError: not a pair, a negative or fractional count, or an unknown level.

    Source: Woolf (1955), Annals of Human Genetics 19:251-253.
    """
    check_level(level)
    counts = (*count_pair(count, "count"), *count_pair(other, "other"))
    before, after, other_before, other_after = counts
    changes = (_divided(after, before), _divided(other_after, other_before))
    if not all(one > 0 for one in counts):
        return RelativeChange(*changes, math.nan, math.nan, math.nan, level, judged=False)
    ratio = changes[0] / changes[1]
    width = math.exp(normal_quantile(level) * math.sqrt(sum(1 / one for one in counts)))
    return RelativeChange(*changes, ratio, ratio / width, ratio * width, level, judged=True)


def _divided(after: float, before: float) -> float:
    return after / before if before else math.nan
