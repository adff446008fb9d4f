# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An area against the rest of its city: the ratio and the difference of two rates, with uncertainty."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._gamma import gamma_quantile
from baken.methods.comparison._figures import count_reason, exposure_reason, first_reason
from baken.methods.rates.rate_change import check_change, odds_limits
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True)
class AreaAgainstRest:
    """Rates and differences per ``factor``; ``ratio`` is the area over the rest.

    Not judged: the ratio, the difference and their limits are NaN, and ``differs`` is None.
    """

    rate: float
    rest: float
    difference: float
    difference_lower: float
    difference_upper: float
    ratio: float
    ratio_lower: float
    ratio_upper: float
    factor: float
    level: float
    overdispersion: float
    reason: Reason

    @property
    def differs(self) -> bool | None:
        """True when the interval of the ratio leaves out 1; None when not judged."""
        return None if self.reason else self.ratio_lower > 1 or self.ratio_upper < 1


def area_against_rest(
    area: Iterable[float | None],
    city: Iterable[float | None],
    factor: float = 1000,
    level: float = 0.95,
    overdispersion: float = 1.0,
) -> AreaAgainstRest:
    """Return how the rate of an area compares with that of the rest of the city.

    The rest is the city less the area, so that the area is not compared with itself. The ratio has the
    exact conditional interval of ``rate_change``; the difference d = r1 - r2 has the square-and-add interval
    of the exact Poisson limits: d - sqrt((r1 - l1)^2 + (u2 - r2)^2), d + sqrt((u1 - r1)^2 + (r2 - l2)^2).

    Args:
        area: pair (count, denominator) of the area; None or NaN is missing.
        city: the same pair for the whole city, the area included.
        factor: express the rates per so many.
        level: confidence level between 0 and 1.
        overdispersion: phi >= 1; divides the counts inside the intervals.

    Raises:
        ValueError: not a pair, or a wrong setting.

    Source: Przyborowski & Wilenski (1940), Biometrika 31:313-323; Zou & Donner (2008), Statistics in
    Medicine 27:1693-1702; Li, Tang & Wong (2014), Computational Statistics 29:869-889.
    """
    check_change(factor, level, overdispersion)
    (count, people), (city_count, city_people) = _pair(area, "area"), _pair(city, "city")
    rest_count, rest_people = city_count - count, city_people - people
    own = first_reason(count_reason(count), exposure_reason(people))
    reason = first_reason(own, count_reason(rest_count), exposure_reason(rest_people, Reason.ONE_AREA))
    rate = math.nan if own else count / people * factor
    if not reason and city_count == 0:
        return _unjudged(rate, (factor, level, overdispersion), Reason.ALL_ZERO)
    if reason:
        return _unjudged(rate, (factor, level, overdispersion), reason)
    lower, upper = odds_limits(rest_count / overdispersion, count / overdispersion, level)
    exposure = rest_people / people
    rest = rest_count / rest_people * factor
    below, above = _difference_limits((count, people), (rest_count, rest_people), level, overdispersion)
    return AreaAgainstRest(
        rate=rate,
        rest=rest,
        difference=rate - rest,
        difference_lower=rate - rest - below * factor,
        difference_upper=rate - rest + above * factor,
        ratio=rate / rest if rest else math.inf,
        ratio_lower=lower * exposure,
        ratio_upper=upper * exposure,
        factor=factor,
        level=level,
        overdispersion=overdispersion,
        reason=Reason.JUDGED,
    )


def _pair(values: Iterable[float | None], name: str) -> tuple[float, float]:
    numbers = [math.nan if one is None else float(one) for one in values]
    if len(numbers) != 2:
        raise ValueError(f"{name} must be a pair (count, denominator); got {len(numbers)} values")
    return numbers[0], numbers[1]


def _difference_limits(
    area: tuple[float, float], rest: tuple[float, float], level: float, overdispersion: float
) -> tuple[float, float]:
    """How far the difference may lie below and above, per one."""
    (down, up), (rest_down, rest_up) = (_arms(*one, level, overdispersion) for one in (area, rest))
    return math.hypot(down, rest_up), math.hypot(up, rest_down)


def _arms(count: float, people: float, level: float, overdispersion: float) -> tuple[float, float]:
    """How far the exact limits of a rate lie below and above it."""
    tail, shape = (1 - level) / 2, count / overdispersion
    lower = gamma_quantile(shape, tail) if shape else 0.0
    upper = gamma_quantile(shape + 1, tail, upper=True)
    scale = overdispersion / people
    return (shape - lower) * scale, (upper - shape) * scale


def _unjudged(rate: float, settings: tuple[float, float, float], reason: Reason) -> AreaAgainstRest:
    nothing = (math.nan,) * 7
    return AreaAgainstRest(rate, *nothing, *settings, reason)
