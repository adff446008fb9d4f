# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The uncertainty of a share from a survey: Wilson interval, margin and respondents needed."""

import math
from dataclasses import dataclass

from baken.methods._checks import check_level, check_positive, check_share, number
from baken.methods._quantiles import normal_quantile


@dataclass(frozen=True, slots=True)
class ShareInterval:
    """A share (fraction 0..1) with its limits.

    Without the number of respondents there is no interval: ``judged`` is then False and the limits and
    ``effective_n`` are NaN.
    """

    share: float
    lower: float
    upper: float
    effective_n: float
    level: float
    judged: bool


def share_interval(
    share: float | None, n: float | None, level: float = 0.95, design_effect: float = 1.0
) -> ShareInterval:
    """Return the Wilson score interval of a share.

    With p the share, m = n / design effect and z the normal quantile:
    (p + z^2/(2m) +- z sqrt(p(1 - p)/m + z^2/(4m^2))) / (1 + z^2/m).

    Args:
        share: fraction from 0 to 1; None or NaN is missing.
        n: number of respondents, above 0; None or NaN when unknown.
        level: confidence level between 0 and 1.
        design_effect: variance of the design over that of a simple random sample, above 0.

    Returns:
        The interval; ``judged`` is False when the share or n is unknown.

    Raises:
        ValueError: a share outside 0..1 (a percentage, for instance), n, level or design effect out of range.

    Source: Wilson (1927), JASA 22:209-212; Newcombe (1998), Statistics in Medicine 17:857-872 (method 3);
    Kish (1965), Survey Sampling, 8.2, for the design effect.
    """
    share = number(share)
    m = _effective_respondents(share, n, level, design_effect)
    if math.isnan(share) or math.isnan(m):
        return ShareInterval(share, math.nan, math.nan, math.nan, level, judged=False)
    z2 = normal_quantile(level) ** 2
    centre = (share + z2 / (2 * m)) / (1 + z2 / m)
    half = math.sqrt(z2 * (share * (1 - share) / m + z2 / (4 * m * m))) / (1 + z2 / m)
    # At 0 and 1 the outer limit equals the share; the bounds keep float noise from crossing it.
    lower, upper = min(max(0.0, centre - half), share), max(min(1.0, centre + half), share)
    return ShareInterval(share, lower, upper, m, level, judged=True)


def margin(share: float | None, n: float | None, level: float = 0.95, design_effect: float = 1.0) -> float:
    """Return the half-width z sqrt(p(1 - p) / m) of the simple normal interval, as a fraction.

    For planning and for the usual "plus or minus" note; report ``share_interval``. Arguments and errors
    are those of ``share_interval``; NaN when the share or n is unknown.

    Source: Cochran (1977), Sampling Techniques, 3.
    """
    share = number(share)
    m = _effective_respondents(share, n, level, design_effect)
    return normal_quantile(level) * math.sqrt(share * (1 - share) / m)


def respondents_needed(share1: float, share2: float, level: float = 0.95, design_effect: float = 1.0) -> int:
    """Return the respondents per wave from which two observed shares differ significantly.

    Smallest n with abs(p1 - p2) >= z sqrt((p1(1 - p1) + p2(1 - p2)) / m), m = n / design effect (unpooled
    two-proportion z). It takes the two shares as observed; it is not a power calculation.

    Args:
        share1: fraction from 0 to 1.
        share2: fraction from 0 to 1, not equal to ``share1``.
        level: confidence level between 0 and 1.
        design_effect: above 0, the same in both waves.

    Raises:
        ValueError: a missing or equal share, or a value out of range.

    Source: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., 3-4.
    """
    for share in (share1, share2):
        _effective_respondents(share, None, level, design_effect)
    if math.isnan(share1) or math.isnan(share2) or share1 == share2:
        raise ValueError(f"two different shares are needed; got {share1:g} and {share2:g}")
    variance = share1 * (1 - share1) + share2 * (1 - share2)
    needed = design_effect * variance * (normal_quantile(level) / (share1 - share2)) ** 2
    return max(1, math.ceil(needed))


def _effective_respondents(share: float, n: float | None, level: float, design_effect: float) -> float:
    """Check the arguments of a share and return n / design effect; NaN when n is unknown."""
    check_share(share)
    check_level(level)
    check_positive(design_effect, "design_effect")
    if n is None or math.isnan(n):
        return math.nan
    check_positive(n, "n")
    return n / design_effect
