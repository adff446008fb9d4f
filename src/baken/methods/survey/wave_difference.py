# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The difference between two survey waves, with what the sample design allows one to say."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import check_level, check_positive, check_share, floats
from baken.methods._quantiles import normal_quantile
from baken.methods.reason import Reason
from baken.methods.survey.share_change import share_change

_HALVINGS = 50


@dataclass(frozen=True, slots=True)
class WaveDifference:
    """The difference after - before in fractions (0.018 is 1.8 percentage points).

    ``share`` and ``n`` are the pairs that were given; ``n`` and ``design_effect`` (the one used) are NaN for
    published margins, which hold the design effect already. Not judged: limits are NaN and ``significant``
    is None.
    """

    difference: float
    lower: float
    upper: float
    level: float
    design_effect: float
    share: tuple[float, ...]
    n: tuple[float, ...]
    reason: Reason

    @property
    def significant(self) -> bool | None:
        """True when the interval leaves out no change; None when not judged."""
        return None if self.reason else self.lower > 0 or self.upper < 0

    @property
    def largest_design_effect(self) -> float:
        """The design effect up to which the difference is significant; NaN when it is at none, or unknown."""
        known = not self.reason and not any(map(math.isnan, self.n))
        return _largest(self.share, self.n, self.level) if known else math.nan


def wave_difference(
    share: Iterable[float | None],
    n: Iterable[float | None],
    level: float = 0.95,
    design_effect: float = 1.0,
) -> WaveDifference:
    """Return the difference of two waves from their shares and numbers of respondents.

    The interval is that of ``share_change`` (Newcombe) with n / design effect respondents.

    Args:
        share: pair (before, after) of fractions 0..1; None or NaN is missing.
        n: pair (before, after) of respondents; None, NaN or 0 is unknown.
        level: confidence level between 0 and 1.
        design_effect: variance of the design over that of a simple random sample, above 0.

    Returns:
        Without both numbers of respondents the difference is given and not judged.

    Raises:
        ValueError: not pairs, a share outside 0..1, a negative or infinite n, or a wrong setting.

    Source: Newcombe (1998), Statistics in Medicine 17:873-890 (method 10); Kish (1965), Survey Sampling,
    8.2, for the design effect.
    """
    check_level(level)
    check_positive(design_effect, "design_effect")
    shares, sizes = _pair(share, "share"), _pair(n, "n")
    sizes = tuple(math.nan if size == 0 else size for size in sizes)
    found = share_change(shares, sizes, level, design_effect)
    reason = _reason(shares, sizes)
    return WaveDifference(
        found.difference, found.lower, found.upper, level, design_effect, shares, sizes, reason
    )


def difference_of_margins(
    share: Iterable[float | None],
    margin: Iterable[float | None],
    level: float = 0.95,
    margin_level: float = 0.95,
) -> WaveDifference:
    """Return the difference of two waves from published margins (plus or minus), as fractions.

    With standard errors s = margin / z(margin level): d +- z(level) sqrt(s1^2 + s2^2). Published margins
    hold weighting and design already.

    Args:
        share: pair (before, after) of fractions; None or NaN is missing.
        margin: pair of half-widths as fractions; None or NaN is unknown, and so is 0, which is a rounded
            margin and not certainty.
        level: confidence level of the result.
        margin_level: confidence level of the margins.

    Raises:
        ValueError: not pairs, a share outside 0..1, a negative or infinite margin, or an unknown level.

    Source: Cochran (1977), Sampling Techniques, 2.10 (difference of two independent samples).
    """
    check_level(level)
    check_level(margin_level)
    shares, margins = _pair(share, "share"), _pair(margin, "margin")
    for one in shares:
        check_share(one)
    if any(one < 0 or math.isinf(one) for one in margins):
        raise ValueError(f"margin must be 0 or more and finite; got {margins[0]:g} and {margins[1]:g}")
    margins = tuple(one or math.nan for one in margins)
    half = math.hypot(*margins) * normal_quantile(level) / normal_quantile(margin_level)
    difference, reason = shares[1] - shares[0], _reason(shares, margins)
    half = math.nan if reason else half
    nothing = (math.nan, math.nan)
    return WaveDifference(
        difference, difference - half, difference + half, level, math.nan, shares, nothing, reason
    )


def _reason(shares: tuple[float, ...], sizes: tuple[float, ...]) -> Reason:
    if any(map(math.isnan, shares)):
        return Reason.MISSING
    return Reason.NO_RESPONDENTS if any(map(math.isnan, sizes)) else Reason.JUDGED


def _largest(shares: tuple[float, ...], sizes: tuple[float, ...], level: float) -> float:
    """Bisect, on the logarithm, for the design effect at which the interval starts to hold 0."""
    low, high = math.log(1e-6), math.log(1e6)

    def significant(log_effect: float) -> bool:
        return share_change(shares, sizes, level, math.exp(log_effect)).excludes_zero is True

    if not significant(low):
        return math.nan
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if significant(middle) else (low, middle)
    return math.exp(low)


def _pair(values: Iterable[float | None], name: str) -> tuple[float, ...]:
    numbers = floats(values, name)
    if len(numbers) != 2:
        raise ValueError(f"{name} must be a pair (before, after); got {len(numbers)} values")
    return numbers
