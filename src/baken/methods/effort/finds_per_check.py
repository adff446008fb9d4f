# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is found by looking, set against how much was looked: finds per check, and its change."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import check_level, check_positive, floats
from baken.methods._gamma import gamma_quantile
from baken.methods.comparison._figures import count_reason, exposure_reason, first_reason
from baken.methods.rates.rate_change import check_change, odds_limits
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True)
class FindsPerCheck:
    """Finds per ``per`` checks with exact limits; NaN when not judged."""

    finds: float
    checks: float
    rate: float
    lower: float
    upper: float
    per: float
    level: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class FindsChange:
    """The change in finds per check, ``ratio`` = after / before, and what happened to its two parts.

    ``finds_ratio`` and ``checks_ratio`` are after / before of the finds and of the checks themselves. Not
    judged: the ratio and its limits are NaN and ``changed`` is None; the ratios of the parts are given where
    they are known.
    """

    ratio: float
    lower: float
    upper: float
    finds_ratio: float
    checks_ratio: float
    level: float
    overdispersion: float
    reason: Reason

    @property
    def changed(self) -> bool | None:
        """True when the interval of the ratio leaves out 1; None when not judged."""
        return None if self.reason else self.lower > 1 or self.upper < 1


def finds_per_check(
    finds: float | None, checks: float | None, per: float = 100, level: float = 0.95
) -> FindsPerCheck:
    """Return the finds per so many checks with the exact (Garwood) limits.

    A check can bring more than one find, so that finds are a Poisson count with the checks as exposure.

    Args:
        finds: whole number; None or NaN is missing.
        checks: number of checks, hours or controls; None, NaN or 0 is not known.
        per: express the rate per so many checks.
        level: confidence level between 0 and 1.

    Returns:
        Without checks the finds are given and nothing is judged (``NO_CHECKS``).

    Raises:
        ValueError: a level outside (0, 1), or ``per`` not above 0.

    Source: Garwood (1936), Biometrika 28:437-442.
    """
    check_level(level)
    check_positive(per, "per")
    count, effort = floats((finds, checks), "finds and checks")
    reason = first_reason(_checks_reason(effort), count_reason(count))
    if reason:
        return FindsPerCheck(count, effort, math.nan, math.nan, math.nan, per, level, reason)
    tail, scale = (1 - level) / 2, per / effort
    lower = gamma_quantile(count, tail) if count else 0.0
    upper = gamma_quantile(count + 1, tail, upper=True)
    return FindsPerCheck(
        count, effort, count * scale, lower * scale, upper * scale, per, level, Reason.JUDGED
    )


def finds_change(
    finds: Iterable[float | None],
    checks: Iterable[float | None],
    level: float = 0.95,
    overdispersion: float = 1.0,
) -> FindsChange:
    """Return the change in finds per check between two periods, with the exact conditional interval.

    More finds with as many more checks is a ratio of 1: more looking, not more to find.

    Args:
        finds: pair (before, after) of whole numbers; None or NaN is missing.
        checks: pair (before, after); None, NaN or 0 is not known.
        level: confidence level between 0 and 1.
        overdispersion: phi >= 1; divides the counts inside the interval.

    Returns:
        Without the checks of both periods nothing is judged (``NO_CHECKS``).

    Raises:
        ValueError: not pairs, or a wrong setting.

    Source: Przyborowski & Wilenski (1940), Biometrika 31:313-323; see ``rate_change``.
    """
    check_change(1, level, overdispersion)
    counts, efforts = floats(finds, "finds"), floats(checks, "checks")
    if len(counts) != 2 or len(efforts) != 2:
        raise ValueError(
            f"finds and checks must be pairs (before, after); got {len(counts)} and {len(efforts)} values"
        )
    count_reasons, effort_reasons = map(count_reason, counts), map(_checks_reason, efforts)
    finds_reason, checks_reason = first_reason(*count_reasons), first_reason(*effort_reasons)
    reason = first_reason(checks_reason, finds_reason)
    if not reason and not any(counts):
        reason = Reason.ALL_ZERO
    parts = (_ratio(counts, finds_reason), _ratio(efforts, checks_reason))
    if reason:
        return FindsChange(math.nan, math.nan, math.nan, *parts, level, overdispersion, reason)
    exposure = efforts[0] / efforts[1]
    lower, upper = odds_limits(counts[0] / overdispersion, counts[1] / overdispersion, level)
    return FindsChange(
        parts[0] * exposure,
        lower * exposure,
        upper * exposure,
        *parts,
        level,
        overdispersion,
        Reason.JUDGED,
    )


def _checks_reason(value: float) -> Reason:
    reason = exposure_reason(value, Reason.NO_CHECKS)
    if value < 0:
        return Reason.NEGATIVE
    return Reason.NO_CHECKS if reason is Reason.MISSING else reason


def _ratio(values: tuple[float, ...], reason: Reason) -> float:
    before, after = values
    if reason or not (before or after):
        return math.nan
    return after / before if before else math.inf
