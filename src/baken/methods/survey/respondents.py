# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How many respondents are needed to show a difference, and which difference a number can show."""

import math
from dataclasses import dataclass
from statistics import NormalDist

from baken.methods._checks import check_level, check_positive, check_share
from baken.methods._quantiles import normal_quantile

_HALVINGS = 60


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """Settings: confidence ``level`` (two-sided), ``power`` and the ``design_effect`` of both waves."""

    level: float = 0.95
    power: float = 0.8
    design_effect: float = 1.0


def respondents_for_power(share1: float, share2: float, options: PlanOptions | None = None) -> int:
    """Return the respondents per wave with which a true difference shows with the stated power.

    With q = 1 - p, m the mean of both shares, z the normal quantiles of the level and of the power:
    n = D (z1 sqrt(2 m (1 - m)) + z2 sqrt(p1 q1 + p2 q2))^2 / (p1 - p2)^2, D the design effect.

    Args:
        share1: fraction from 0 to 1.
        share2: another fraction.
        options: see ``PlanOptions``.

    Raises:
        ValueError: equal or unknown shares, a share outside 0..1, or a wrong setting.

    Source: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., 4.2.
    """
    settings = _checked(options)
    for share in (share1, share2):
        check_share(share)
    if math.isnan(share1) or math.isnan(share2) or share1 == share2:
        raise ValueError(f"two different shares are needed; got {share1:g} and {share2:g}")
    return max(2, math.ceil(_needed(share1, share2, settings) * settings.design_effect))


def power_of(share1: float, share2: float, n: float, options: PlanOptions | None = None) -> float:
    """Return the chance that a true difference shows with n respondents per wave.

    The power in the options plays no part here.
    power = Phi((abs(p1 - p2) sqrt(n / D) - z1 sqrt(2 m (1 - m))) / sqrt(p1 q1 + p2 q2)).

    Raises:
        ValueError: as ``respondents_for_power``; n not above 0.

    Source: as ``respondents_for_power``.
    """
    settings = _checked(options)
    check_positive(n, "n")
    for share in (share1, share2):
        check_share(share)
    pooled, apart = _spreads(share1, share2)
    reach = abs(share1 - share2) * math.sqrt(n / settings.design_effect)
    reach -= normal_quantile(settings.level) * pooled
    if not apart:
        return 1.0 if reach > 0 else 0.0
    return NormalDist().cdf(reach / apart)


def smallest_difference(share: float, n: float, options: PlanOptions | None = None) -> tuple[float, float]:
    """Return the smallest (fall, rise) from a share that n respondents per wave show with the stated power.

    Args:
        share: fraction from 0 to 1, the level before.
        n: respondents per wave, above 0.
        options: see ``PlanOptions``.

    Returns:
        Two positive fractions; NaN where even a fall to 0 or a rise to 1 would not show.

    Raises:
        ValueError: a share outside 0..1 or unknown, n not above 0, or a wrong setting.

    Source: as ``respondents_for_power``, solved for the second share.
    """
    settings = _checked(options)
    check_share(share)
    check_positive(n, "n")
    if math.isnan(share):
        raise ValueError("share must be known")
    available = n / settings.design_effect
    return _reach(share, 0.0, available, settings), _reach(share, 1.0, available, settings)


def _reach(share: float, end: float, available: float, settings: PlanOptions) -> float:
    if share == end or _needed(share, end, settings) > available:
        return math.nan
    near, far = 0.0, abs(end - share)
    sign = 1 if end > share else -1
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        enough = _needed(share, share + sign * middle, settings) <= available
        near, far = (near, middle) if enough else (middle, far)
    return far


def _needed(share1: float, share2: float, settings: PlanOptions) -> float:
    pooled, apart = _spreads(share1, share2)
    reach = normal_quantile(settings.level) * pooled + NormalDist().inv_cdf(settings.power) * apart
    return (reach / (share1 - share2)) ** 2


def _spreads(share1: float, share2: float) -> tuple[float, float]:
    mean = (share1 + share2) / 2
    pooled = math.sqrt(max(0.0, 2 * mean * (1 - mean)))
    return pooled, math.sqrt(max(0.0, share1 * (1 - share1) + share2 * (1 - share2)))


def _checked(options: PlanOptions | None) -> PlanOptions:
    settings = options or PlanOptions()
    check_level(settings.level)
    check_positive(settings.design_effect, "design_effect")
    if not 0.5 <= settings.power < 1:
        raise ValueError(f"power must be from 0.5 to below 1, such as 0.8; got {settings.power:g}")
    return settings
