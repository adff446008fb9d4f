# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened between two periods, and whether the figures carry a direction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from baken.catalogue.catalogue import Catalogue
from baken.methods.rates.rate_change import rate_change
from baken.methods.rates.rounded_rate_change import rounded_rate_change
from baken.methods.survey.share_change import share_change
from baken.model.figure import Change, Figure, Interval, NotJudged, Supported
from baken.model.indicator import Break, ChangeScale, Indicator, Unit
from baken.model.number import half_up
from baken.model.observation import Observation, Precision
from baken.model.period import Period
from baken.picture.counts_behind import counts_behind, widest_ratio
from baken.picture.series import exact_value

WINDOW = 5


def change(catalogue: Catalogue, indicator: Indicator, start: Figure, end: Figure) -> Change:
    """The change between two measured figures of one indicator in one area.

    Raises:
        ValueError: one of the two has no value.

    """
    unit = catalogue.unit_of(indicator)
    before, after = exact_value(start, unit), exact_value(end, unit)
    breaks = breaks_between(catalogue, indicator, start.observation.period, end.observation.period)
    pandemic = catalogue.country.pandemic_years
    periods = (start.observation.period, end.observation.period)
    base = Change(
        start=periods[0],
        end=periods[1],
        observed_change=half_up(after - before, indicator.decimals),
        percent=half_up((after - before) / before * 100, 1) if before else None,
        scale=unit.change,
        breaks=tuple(one.id for one in breaks),
        pandemic_years=tuple(period.year for period in periods if period.year in pandemic),
    )
    return _judged(base, _interval(start, end, indicator, unit), breaks, start)


def breaks_between(
    catalogue: Catalogue, indicator: Indicator, start: Period, end: Period
) -> tuple[Break, ...]:
    """The series breaks that lie between the middles of two periods, oldest first."""
    return _between(breaks_of(catalogue, indicator), start, end)


def breaks_of_measure_between(
    catalogue: Catalogue, measure: str, start: Period, end: Period
) -> tuple[Break, ...]:
    """The same for one counted measure, such as ``politie-overlast/E35``."""
    system, _, code = measure.partition("/")
    found = tuple(one for one in catalogue.breaks if one.concerns(measure, system, {code}))
    return _between(found, start, end)


def _between(breaks: tuple[Break, ...], start: Period, end: Period) -> tuple[Break, ...]:
    low, high = _middle(start), _middle(end)
    found = [one for one in breaks if low < one.date <= high]
    return tuple(sorted(found, key=lambda one: one.date))


def breaks_of(catalogue: Catalogue, indicator: Indicator) -> tuple[Break, ...]:
    """All series breaks that concern an indicator in any of its versions.

    A break names indicators, or codes of a counting system, or a whole counting system.
    """
    versions = catalogue.indicators[indicator.id]
    return tuple(
        one
        for one in catalogue.breaks
        if any(one.concerns(each.id, each.system, {*each.numerator, *each.covers}) for each in versions)
    )


def _middle(period: Period) -> date:
    return period.start + timedelta(days=(period.end - period.start).days // 2)


def _interval(start: Figure, end: Figure, indicator: Indicator, unit: Unit) -> Interval | NotJudged:
    """The interval of the change: of the percentage for rates, of the difference for shares."""
    first, last = start.observation, end.observation
    if indicator.is_survey:
        return _share_interval(start, end, unit)
    if first.denominator is None or last.denominator is None or unit.denominator is None:
        return NotJudged.NO_INTERVAL
    people = (first.denominator, last.denominator)
    if first.spread or last.spread:
        return _protected_interval(first, last, people) or NotJudged.NO_INTERVAL
    if first.count is not None and last.count is not None:
        result = rate_change((first.count, last.count), people, unit.factor)
        method = "exact conditional"
    elif Precision.RATE_ONLY in (first.precision, last.precision) and first.value and last.value:
        rates = (float(first.value), float(last.value))
        result = rounded_rate_change(rates, people, indicator.decimals, factor=unit.factor).change
        method = "exact conditional, widest over the rounding of the published rates"
    else:
        return NotJudged.NO_INTERVAL
    if not result.judged:
        return NotJudged.NO_INTERVAL
    return Interval(result.percent_lower, result.percent_upper, method)


def _protected_interval(first: Observation, last: Observation, people: tuple[int, int]) -> Interval | None:
    """The interval that holds for all counts that may lie behind two protected ones."""
    before, after = counts_behind(first), counts_behind(last)
    found = widest_ratio(before, after, people) if before and after else None
    if found is None:
        return None
    lower, upper = (100 * (one - 1) for one in found)
    return Interval(lower, upper, "exact conditional, widest over the protected counts")


def _share_interval(start: Figure, end: Figure, unit: Unit) -> Interval | NotJudged:
    first, last = start.observation, end.observation
    if not (first.respondents and last.respondents) or start.value is None or end.value is None:
        return NotJudged.NO_RESPONDENTS
    if unit.change is not ChangeScale.PERCENTAGE_POINTS:
        return NotJudged.NO_INTERVAL
    shares = (float(start.value) / 100, float(end.value) / 100)
    result = share_change(shares, (first.respondents, last.respondents))
    return Interval(result.lower * 100, result.upper * 100, "Newcombe")


def _judged(base: Change, interval: Interval | NotJudged, breaks: tuple[Break, ...], start: Figure) -> Change:
    """Give a direction only where the interval excludes no change and no break stands in the way."""
    # Only a start that was converted to the newest method can be held against a later figure.
    converted = start.observation.recalculated
    stops = [one for one in breaks if one.severity == "stop" and not converted]
    if stops:
        found = interval if isinstance(interval, Interval) else None
        return replace(base, interval=found, reason=NotJudged.BREAK)
    if isinstance(interval, NotJudged):
        return replace(base, reason=interval)
    direction = Supported.UP if interval.lower > 0 else Supported.DOWN if interval.upper < 0 else None
    if direction is None:
        return replace(base, interval=interval, reason=NotJudged.INSIDE_INTERVAL)
    # A break that pushes the figures one way may be the whole of a change that way.
    if any(one.severity == "caution" and one.bias == direction for one in breaks):
        return replace(base, interval=interval, reason=NotJudged.BREAK)
    return replace(base, interval=interval, supported_direction=direction)


def main_change(catalogue: Catalogue, indicator: Indicator, figures: tuple[Figure, ...]) -> Change | None:
    """The change up to the newest figure: from the oldest of the last five years.

    A start that is comparable (no break that stops) goes before an older one that is not, and an ordinary
    year goes before a pandemic year.
    """
    measured = [one for one in figures if one.value is not None]
    if len(measured) < 2:
        return None
    end = measured[-1]
    newest = end.observation.period.year
    starts = [one for one in measured[:-1] if one.observation.period.year > newest - WINDOW]
    candidates = [change(catalogue, indicator, start, end) for start in starts]
    comparable = [one for one in candidates if one.reason is not NotJudged.BREAK] or candidates
    marked = catalogue.country.pandemic_years
    ordinary = [one for one in comparable if one.start.year not in marked]
    return next(iter(ordinary or comparable), None)


def change_without_pandemic(
    catalogue: Catalogue, indicator: Indicator, figures: tuple[Figure, ...], main: Change
) -> Change | None:
    """The same change between the nearest ordinary years, or nothing where there are no two of them."""
    if not main.pandemic:
        return None
    ordinary = [
        one
        for one in figures
        if one.value is not None
        and main.start.year <= one.observation.period.year <= main.end.year
        and one.observation.period.year not in catalogue.country.pandemic_years
    ]
    return change(catalogue, indicator, ordinary[0], ordinary[-1]) if len(ordinary) > 1 else None
