# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where an indicator goes over all comparable years together, with how certain that is."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from baken.methods.reason import Reason
from baken.methods.trend.annual_trend import AnnualTrend, annual_trend
from baken.model.figure import Figure, Supported
from baken.model.indicator import Break
from baken.model.period import Period, PeriodKind

LONGEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTrend:
    """The change per year over the years from ``start`` to ``end``, in percent with its 95 % limits.

    ``direction`` is given only where the limits leave out no change and no bias of a break explains it;
    ``biased`` says that such a break is why there is none.
    ``reason`` says why the trend cannot be judged; its figures are then None. ``ordinary`` is the same
    without the pandemic years, where there are any. ``stopped`` is the break that the trend begins after.
    """

    start: Period
    end: Period
    percent: float | None = None
    lower: float | None = None
    upper: float | None = None
    direction: Supported | None = None
    biased: bool = False
    dispersion: float | None = None
    reason: Reason = Reason.JUDGED
    ordinary: IndicatorTrend | None = None
    stopped: Break | None = None


def trend_of(
    figures: tuple[Figure, ...], breaks: tuple[Break, ...], pandemic: Set[int]
) -> IndicatorTrend | None:
    """The trend of at most ten years up to the newest figure, after the last break that stops one.

    Nothing where the figures are not yearly rates with a population: shares and marks of surveys have
    waves, not years, and what is known of them is in their changes.
    """
    chosen, stopped = _comparable(_yearly(figures), breaks)
    if not chosen:
        return None
    whole = _fitted(chosen, breaks, frozenset())
    marked = {one for one in chosen if one in pandemic}
    ordinary = _fitted(chosen, breaks, marked) if marked else None
    return replace(whole, ordinary=ordinary, stopped=stopped)


def _yearly(figures: tuple[Figure, ...]) -> dict[int, tuple[float, float]]:
    """The count (the most likely one behind a rounded rate) and population of each year that has both."""
    found = {}
    for one in figures:
        seen = one.observation
        count = sum(one.implied) // 2 if one.implied and not seen.spread else seen.count
        if one.value is None or seen.period.kind is not PeriodKind.YEAR or not seen.denominator:
            continue
        if count is not None and seen.respondents is None:
            found[seen.period.year] = (float(count), float(seen.denominator))
    return found


def _comparable(
    years: dict[int, tuple[float, float]], breaks: tuple[Break, ...]
) -> tuple[dict[int, tuple[float, float]], Break | None]:
    """The newest years that no break cuts off, and the break that did."""
    if not years:
        return {}, None
    last, first = max(years), max(years) - LONGEST + 1
    # A break on 1 January leaves its own year whole; later in the year it spoils it.
    stops = [
        (one.date.year + (one.date.timetuple().tm_yday > 1), one) for one in breaks if one.severity == "stop"
    ]
    within = [pair for pair in stops if first < pair[0] <= last and min(years) < pair[0]]
    start, stopped = max(within, key=lambda pair: pair[0], default=(first, None))
    return {year: pair for year, pair in years.items() if year >= start}, stopped


def _fitted(
    years: dict[int, tuple[float, float]], breaks: tuple[Break, ...], excluded: Set[int]
) -> IndicatorTrend:
    left = [year for year in years if year not in excluded] or list(years)
    first, last = min(left), max(left)
    row = range(first, last + 1)
    base = IndicatorTrend(start=Period(PeriodKind.YEAR, first), end=Period(PeriodKind.YEAR, last))
    found = annual_trend(
        [years[year][0] if year in years else None for year in row],
        [years[year][1] if year in years else None for year in row],
        [year in excluded for year in row],
    )
    if found.reason is not Reason.JUDGED:
        return replace(base, reason=found.reason)
    change, biased = found.per_year, _pushed(found, breaks, row)
    carried = Supported(found.direction) if found.direction and not biased else None
    return replace(
        base,
        percent=change.percent,
        lower=change.lower,
        upper=change.upper,
        dispersion=found.phi,
        direction=carried,
        biased=biased,
    )


def _pushed(found: AnnualTrend, breaks: tuple[Break, ...], years: range) -> bool:
    """Whether a break within the years pushes the figures the way that they went."""
    within = [one for one in breaks if years[0] < one.date.year <= years[-1] and one.severity == "caution"]
    return found.direction is not None and any(one.bias == found.direction for one in within)
