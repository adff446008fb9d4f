# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Funnel limits: how far an area may lie from a target by chance, given its size."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from baken.methods._checks import Row, check_level, check_positive, floats
from baken.methods.comparison._dispersion import Dispersion, dispersion
from baken.methods.comparison._figures import count_reason, exposure_reason, first_reason
from baken.methods.comparison._poisson_quantile import chance_limits
from baken.methods.reason import Reason

Kind = Literal["multiplicative", "additive"]
Limits = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FunnelOptions:
    """Settings of a funnel.

    ``target`` is the rate to compare with, per ``factor``; None takes all areas together. ``winsorise`` is
    the part of the areas at either end whose deviation is pulled in before the dispersion is estimated.
    ``published`` leaves out the correction for that pulling in, as in the article.
    """

    target: float | None = None
    factor: float = 1000
    levels: tuple[float, ...] = (0.95, 0.998)
    kind: Kind = "multiplicative"
    winsorise: float = 0.1
    published: bool = False


@dataclass(frozen=True, slots=True)
class FunnelArea:
    """One area. Rates and limits are per ``factor``; one pair (lower, upper) for each level.

    ``limits`` allow for chance alone, ``wide_limits`` also for the overdispersion. ``place`` says how many
    levels the area is outside of: 2 above both, -1 below the first only, 0 inside. It is None when not
    judged. ``wide_place`` says the same for the wide limits, and is None when there are too few areas to
    estimate the overdispersion.
    """

    rate: float
    deviation: float
    limits: Limits
    wide_limits: Limits
    place: int | None
    wide_place: int | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Funnel:
    """The areas in the order given, the target per ``factor``, and the overdispersion.

    ``phi`` and ``tau`` (the standard deviation between areas, per ``factor``) are NaN when fewer than three
    areas are judged.
    """

    areas: tuple[FunnelArea, ...]
    target: float
    phi: float
    tau: float
    options: FunnelOptions


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """The limits at one denominator, for drawing."""

    denominator: float
    limits: Limits
    wide_limits: Limits


def funnel(
    count: Iterable[float | None],
    denominator: Iterable[float | None],
    options: FunnelOptions | None = None,
) -> Funnel:
    """Return funnel limits for each area, with and without overdispersion.

    With target rate t, denominator d and expected count m = t d, the exact limits for the count are the
    interpolated Poisson quantiles (see the page). The wide limits lie w times as far from m, with
    w = sqrt(phi) (multiplicative) or w = sqrt(1 + tau^2 d / t) (additive); below 0 becomes 0.

    Args:
        count: one whole number per area; None or NaN is missing.
        denominator: population or other exposure per area.
        options: see ``FunnelOptions``.

    Returns:
        One item per area; an area that cannot be judged has a ``reason``, NaN limits and no place.

    Raises:
        ValueError: rows of different length, or a wrong setting.

    Source: Spiegelhalter (2005), Statistics in Medicine 24:1185-1202; DerSimonian & Laird (1986),
    Controlled Clinical Trials 7:177-188.
    """
    settings = options or FunnelOptions()
    _check(settings)
    counts, people = floats(count, "count"), floats(denominator, "denominator")
    if len(counts) != len(people):
        raise ValueError(f"count and denominator differ in length: {len(counts)} and {len(people)}")
    reasons = [first_reason(count_reason(x), exposure_reason(d)) for x, d in zip(counts, people, strict=True)]
    target = _target(counts, people, reasons, settings)
    if not target > 0:
        without = Reason.ALL_ZERO if target == 0 else Reason.MISSING
        unknown = tuple(_unjudged(reason or without) for reason in reasons)
        return Funnel(unknown, target * settings.factor, math.nan, math.nan, settings)
    spread = _spread(counts, people, reasons, target, settings)
    areas = tuple(
        _unjudged(reason) if reason else _area(x, d, target, spread, settings)
        for x, d, reason in zip(counts, people, reasons, strict=True)
    )
    tau = math.sqrt(spread.tau_squared) * settings.factor
    return Funnel(areas, target * settings.factor, spread.phi, tau, settings)


def funnel_curve(result: Funnel, denominators: Iterable[float]) -> tuple[FunnelPoint, ...]:
    """Return the limits at the denominators given, for drawing the funnel.

    Raises:
        ValueError: a denominator that is not above 0, or a funnel without a target.
    """
    settings = result.options
    check_positive(result.target, "target")
    spread = Dispersion(result.phi, (result.tau / settings.factor) ** 2)
    points = []
    for size in denominators:
        check_positive(size, "denominator")
        points.append(FunnelPoint(size, *_limits(size, result.target / settings.factor, spread, settings)))
    return tuple(points)


def _check(settings: FunnelOptions) -> None:
    check_positive(settings.factor, "factor")
    for level in settings.levels:
        check_level(level)
    if not settings.levels or list(settings.levels) != sorted(settings.levels):
        raise ValueError(f"levels must go up, such as (0.95, 0.998); got {settings.levels}")
    if settings.kind not in get_args(Kind):
        raise ValueError(f"kind must be 'multiplicative' or 'additive'; got {settings.kind!r}")
    if not 0 <= settings.winsorise < 0.5:
        raise ValueError(f"winsorise must be from 0 to below 0.5; got {settings.winsorise:g}")
    if settings.target is not None:
        check_positive(settings.target, "target")


def _target(counts: Row, people: Row, reasons: list[Reason], settings: FunnelOptions) -> float:
    """The target per one; NaN when there is nothing to take it from."""
    if settings.target is not None:
        return settings.target / settings.factor
    exposure = math.fsum(d for d, reason in zip(people, reasons, strict=True) if not reason)
    cases = math.fsum(x for x, reason in zip(counts, reasons, strict=True) if not reason)
    return cases / exposure if exposure else math.nan


def _spread(
    counts: Row, people: Row, reasons: list[Reason], target: float, settings: FunnelOptions
) -> Dispersion:
    judged = [(x, d) for x, d, reason in zip(counts, people, reasons, strict=True) if not reason]
    deviations = [_deviation(x, d, target) for x, d in judged]
    estimated = settings.target is None and not settings.published
    return dispersion(
        deviations,
        [d / target for _, d in judged],
        settings.winsorise,
        corrected=not settings.published,
        estimated=int(estimated),
    )


def _deviation(count: float, denominator: float, target: float) -> float:
    expected = target * denominator
    return (count - expected) / math.sqrt(expected)


def _area(
    count: float, denominator: float, target: float, spread: Dispersion, settings: FunnelOptions
) -> FunnelArea:
    limits, wide = _limits(denominator, target, spread, settings)
    rate = count / denominator * settings.factor
    return FunnelArea(
        rate,
        _deviation(count, denominator, target),
        limits,
        wide,
        _place(rate, limits),
        None if math.isnan(spread.phi) else _place(rate, wide),
        Reason.JUDGED,
    )


def _limits(
    denominator: float, target: float, spread: Dispersion, settings: FunnelOptions
) -> tuple[Limits, Limits]:
    expected, scale = target * denominator, settings.factor / denominator
    if settings.kind == "additive":
        width = math.sqrt(1 + spread.tau_squared * denominator / target)
    else:
        width = math.sqrt(spread.phi)
    exact = [chance_limits(expected, level) for level in settings.levels]
    wide = [tuple(max(0.0, one + (width - 1) * (one - expected)) for one in pair) for pair in exact]
    return (
        tuple((low * scale, high * scale) for low, high in exact),
        tuple((low * scale, high * scale) for low, high in wide),
    )


def _place(rate: float, limits: Limits) -> int:
    return sum((rate > high) - (rate < low) for low, high in limits)


def _unjudged(reason: Reason) -> FunnelArea:
    return FunnelArea(math.nan, math.nan, (), (), None, None, reason)
