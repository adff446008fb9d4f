# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The change between two periods, as the ratio of two Poisson rates."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._beta import beta_log_odds
from baken.methods._checks import check_level, check_positive, count_pair, denominator_pair


@dataclass(frozen=True, slots=True)
class RateChange:
    """The change from before to after.

    Rates and ``difference`` are per ``factor``; ``ratio`` is after / before. Not judged means that a
    figure is missing or that both counts are 0: the ratio and its limits are then NaN and
    ``excludes_no_change`` is None, which is not the same as False.
    """

    rate_before: float
    rate_after: float
    difference: float
    ratio: float
    ratio_lower: float
    ratio_upper: float
    level: float
    overdispersion: float
    judged: bool

    @property
    def percent(self) -> float:
        """The change in percent of the rate before; inf from zero."""
        return _percent(self.ratio)

    @property
    def percent_lower(self) -> float:
        """The lower limit of the change in percent; -100 when the count after is 0."""
        return _percent(self.ratio_lower)

    @property
    def percent_upper(self) -> float:
        """The upper limit of the change in percent; inf when the count before is 0."""
        return _percent(self.ratio_upper)

    @property
    def excludes_no_change(self) -> bool | None:
        """True when the interval leaves out a ratio of 1; None when not judged."""
        return (self.ratio_lower > 1 or self.ratio_upper < 1) if self.judged else None


def rate_change(
    count: Iterable[float | None],
    denominator: Iterable[float | None],
    factor: float = 1000,
    level: float = 0.95,
    overdispersion: float = 1.0,
) -> RateChange:
    """Return the change between two rates with an exact conditional interval for their ratio.

    Given the total x1 + x2, the count after is binomial with p = R D2 / (D1 + R D2), R the rate ratio.
    With Clopper-Pearson limits for p from beta quantiles B:
    p_lower = B(a/2; x2, x1 + 1), p_upper = B(1 - a/2; x2 + 1, x1), and R = p / (1 - p) * D1 / D2.
    Lower is 0 when x2 = 0; upper is inf when x1 = 0; with both 0, or one missing, nothing is judged.
    Overdispersion phi divides the counts inside the interval, which multiplies the variance of log R.

    Args:
        count: pair (before, after) of whole numbers; None or NaN is missing.
        denominator: pair (before, after) above 0; None or NaN is missing.
        factor: express the rates per so many.
        level: confidence level between 0 and 1.
        overdispersion: phi >= 1; 1 is pure Poisson.

    Raises:
        ValueError: not a pair, a negative or fractional count, a denominator or factor not above 0, an
            unknown level, or overdispersion below 1.

    Source: Przyborowski & Wilenski (1940), Biometrika 31:313-323; Clopper & Pearson (1934), Biometrika
    26:404-413; McCullagh & Nelder (1989), Generalized Linear Models, 6.2.
    """
    check_change(factor, level, overdispersion)
    before, after = count_pair(count)
    people_before, people_after = denominator_pair(denominator)
    rates = (before / people_before * factor, after / people_after * factor)
    lower, upper = math.nan, math.nan
    if before + after > 0:
        exposure = people_before / people_after
        shrunk = (before / overdispersion, after / overdispersion)
        lower, upper = (exposure * limit for limit in odds_limits(*shrunk, level))
    return change_between(rates, (lower, upper), level, overdispersion)


def check_change(factor: float, level: float, overdispersion: float) -> None:
    """Raise ValueError for settings that no change can be computed with."""
    check_positive(factor, "factor")
    check_level(level)
    if not 1 <= overdispersion < math.inf:
        raise ValueError(f"overdispersion must be 1 or more; got {overdispersion:g}")


def odds_limits(before: float, after: float, level: float) -> tuple[float, float]:
    """Return limits for after / before at equal exposure: 0 and inf where the counts set none."""
    tail = (1 - level) / 2
    # The upper limit is one over the lower limit of before / after. Strong overdispersion leaves next to
    # nothing, too little for a float: the limit is then open too.
    mirrored = _lower_odds(before, after, tail)
    return _lower_odds(after, before, tail), 1 / mirrored if mirrored else math.inf


def _lower_odds(count: float, other: float, tail: float) -> float:
    return math.exp(beta_log_odds(count, other + 1, tail)) if count > 0 else 0.0


def change_between(
    rates: tuple[float, float], limits: tuple[float, float], level: float, overdispersion: float
) -> RateChange:
    """Put together a change from two rates and the limits of their ratio; NaN gives ``judged`` False."""
    before, after = rates
    judged = not any(math.isnan(number) for number in (*rates, *limits)) and before + after > 0
    ratio = math.nan
    if judged:
        ratio = after / before if before > 0 else math.inf
    lower, upper = limits if judged else (math.nan, math.nan)
    return RateChange(before, after, after - before, ratio, lower, upper, level, overdispersion, judged)


def _percent(ratio: float) -> float:
    return 100 * (ratio - 1)
