# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From observation to figure: its interval, the counts behind a rounded rate, and whether it may be shown."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from baken.methods.rates.implied_count import implied_count
from baken.methods.rates.poisson_limits import poisson_limits
from baken.methods.survey.share_interval import share_interval
from baken.methods.trend.outlier import flag_jumps
from baken.model.figure import Figure, Interval
from baken.model.indicator import ChangeScale, Unit
from baken.model.number import decimals_of
from baken.model.observation import Observation
from baken.picture.counts_behind import counts_behind
from baken.picture.derive import indicator_series
from baken.picture.material import Material


def indicator_figures(material: Material, name: str, area: str) -> tuple[Figure, ...]:
    """All figures of an indicator in an area, oldest first, outliers marked and annotations added.

    Only periods that were over on the day of the picture: from an earlier day nothing later is seen.
    """
    catalogue, minimum = material.catalogue, material.catalogue.country.minimum_denominator
    found = []
    for one in indicator_series(material, name, area):
        if one.period.end > material.on:
            continue
        indicator = catalogue.indicator(name, one.period.end)
        found.append(figure(one, catalogue.unit_of(indicator), minimum))
    return _annotated(material, _with_outliers(tuple(found))) if found else ()


def _with_outliers(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    flags = flag_jumps([math.nan if one.value is None else float(one.value) for one in figures]).flagged
    return tuple(replace(one, outlier=bool(flag)) for one, flag in zip(figures, flags, strict=True))


def _annotated(material: Material, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Add what the municipality wrote beside its own figures."""
    municipality = material.municipality
    notes = {(one.indicator, one.period): one.text.nl for one in municipality.annotations}
    return tuple(
        replace(one, observation=replace(one.observation, annotation=note))
        if one.observation.area == municipality.code and (note := _note(one, notes, municipality.unexplained))
        else one
        for one in figures
    )


def _note(figure: Figure, notes: Mapping[tuple[str, str], str], unexplained: str) -> str:
    """What stands beside a figure; beside an outlier at least that nobody explained it."""
    seen = figure.observation
    note = notes.get((seen.indicator, str(seen.period)), "")
    return note or (unexplained if figure.outlier and not seen.annotation else "")


def figure(observation: Observation, unit: Unit, minimum_denominator: int) -> Figure:
    """The publishable figure of one observation.

    Args:
        observation: what was observed.
        unit: the unit of the indicator.
        minimum_denominator: below so many inhabitants no rate is shown.

    """
    people = observation.denominator
    too_small = unit.denominator is not None and people is not None and people < minimum_denominator
    if observation.value is None or too_small:
        return Figure(observation=observation, shown=not too_small)
    if observation.respondents is not None and unit.change is ChangeScale.PERCENTAGE_POINTS:
        return Figure(observation=observation, interval=_share(observation, observation.respondents))
    if people is None or unit.factor == 1:
        return Figure(observation=observation)
    if observation.spread and observation.count is not None:
        return _from_protected_count(observation, people, unit)
    if observation.count is not None:
        exact = _rate(observation.count, people, unit, "exact Poisson")
        return Figure(observation=observation, interval=exact)
    return _from_rounded_rate(observation, observation.value, people, unit)


def _from_protected_count(observation: Observation, people: int, unit: Unit) -> Figure:
    """The figure of a count that was changed to protect people: its interval holds for all counts behind."""
    low, high = counts_behind(observation) or (0, 0)
    method = "exact Poisson, widest over the protected count"
    lower, upper = _rate(low, people, unit, method).lower, _rate(high, people, unit, method).upper
    return Figure(observation=observation, interval=Interval(lower, upper, method), implied=(low, high))


def _from_rounded_rate(observation: Observation, value: Decimal, people: int, unit: Unit) -> Figure:
    """The figure of a rate that was published without its count; it is as precise as it was printed."""
    try:
        implied = implied_count(float(value), people, unit.factor, decimals_of(value))
    except ValueError:
        # No whole count gives this rate, as when other inhabitants were counted: nothing can be said of it.
        implied = None
    if implied is None:
        return Figure(observation=observation)
    interval = _rate(implied.central, people, unit, "exact Poisson, count implied by the rounded rate")
    return Figure(observation=observation, interval=interval, implied=(implied.low, implied.high))


def _rate(count: int, people: int, unit: Unit, method: str) -> Interval:
    lower, upper = poisson_limits(count)
    scale = unit.factor / people
    return Interval(lower * scale, upper * scale, method)


def _share(observation: Observation, respondents: int) -> Interval:
    limits = share_interval(float(observation.value or Decimal(0)) / 100, respondents)
    return Interval(limits.lower * 100, limits.upper * 100, "Wilson")


def mean_of_measured(figures: tuple[Figure, ...]) -> tuple[Decimal, int] | None:
    """The mean of the values that exist and how many they are; what is missing takes no part."""
    values = [one.value for one in figures if one.value is not None]
    return (sum(values, Decimal(0)) / len(values), len(values)) if values else None
