# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws the counts of Voorbeeldstad: every series from its own stream of random numbers.

Only ``Random(seed).random()`` is used: of all that the module offers, Python keeps that the same between
its versions. A stream is seeded with the name of its series, so that a change in one moves no other.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate
from random import Random

from baken.sources.voorbeeldstad import rates, truths
from baken.sources.voorbeeldstad.rates import FIRST, PROCESSES, YEARS, Process
from baken.sources.voorbeeldstad.town import BY_CODE, CITY, LAND, NEIGHBOURHOODS, Neighbourhood, inhabitants

SEED = "voorbeeldstad 9999"
MONTHS = tuple(date(year, month, 1) for year in YEARS for month in range(1, 13))
_CHUNK = 32
_TOTALS = {
    rates.OFFENCES_TOTAL: tuple(p.measure for p in PROCESSES if p.measure.startswith("politie-misdrijven/")),
    rates.NUISANCE_TOTAL: tuple(p.measure for p in PROCESSES if p.measure.startswith("politie-overlast/")),
}
_HIDDEN = (rates.OFFENCES_REST, rates.NUISANCE_REST)
_PLANTED = {
    truths.BURGLARY_WAVE.measure,
    truths.YOUTH_WORK.measure,
    *(hotspot.measure for hotspot in truths.HOTSPOTS),
}
Series = dict[tuple[str, str], dict[date, int]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What happened, withheld cells included: per month in neighbourhoods, per year in town and land."""

    months: Series
    years: Series


def stream(*names: str) -> Callable[[], float]:
    """The random numbers from 0 up to 1 that belong to a name."""
    return Random(" ".join((SEED, *names))).random  # noqa: S311 - reproducible is what is wanted


def poisson(draw: Callable[[], float], mean: float) -> int:
    """A Poisson number by inversion; a large mean as the sum of smaller ones."""
    found = 0
    while mean > _CHUNK:
        found += bisect_left(_cumulative(), draw())
        mean -= _CHUNK
    probability = below = math.exp(-mean)
    left, number = draw(), 0
    while left > below and probability > 0:
        number += 1
        probability *= mean / number
        below += probability
    return found + number


@cache
def _cumulative() -> tuple[float, ...]:
    """The distribution function of a Poisson number with mean ``_CHUNK``, up to where it is all but one."""
    numbers = range(1, 5 * _CHUNK)
    return tuple(accumulate(accumulate(numbers, lambda p, k: p * _CHUNK / k, initial=math.exp(-_CHUNK))))


@cache
def population() -> dict[str, dict[int, int]]:
    """Inhabitants on 1 January by area and year, the year after the last included."""
    found: dict[str, dict[int, int]] = {code: {} for code in (*BY_CODE, CITY, LAND)}
    for year in (*YEARS, rates.LAST + 1):
        living = inhabitants(year)
        for code, people in living.items():
            found[code][year] = people
        found[CITY][year] = sum(living.values())
        found[LAND][year] = rates.LAND_PEOPLE + rates.LAND_GROWTH * (year - FIRST)
    return found


@cache
def generate() -> Counts:
    """Draw everything. The same on every call and every machine."""
    months: Series = {}
    for process in PROCESSES:
        usual = [_usual(process, day) * process.rate / 12_000 for day in MONTHS]
        for one in NEIGHBOURHOODS:
            months[process.measure, one.code] = _drawn(process, one, usual)
    for total, parts in _TOTALS.items():
        for one in NEIGHBOURHOODS:
            series = [months[part, one.code] for part in parts]
            months[total, one.code] = {day: sum(part[day] for part in series) for day in series[0]}
    years = _city(months) | _land()
    for measure in _HIDDEN:
        for code in (*BY_CODE, CITY, LAND):
            (months if code in BY_CODE else years).pop((measure, code))
    return Counts(months, years)


def _usual(process: Process, day: date) -> float:
    """What year, season, registration and checks do to a measure, everywhere alike."""
    factor = process.years[day.year - FIRST] * process.season[day.month - 1]
    if process.measure == truths.DRUG_CHECKS.measure:
        factor *= truths.DRUG_CHECKS.factor(day.year)
    return factor * _registered(process.measure, day)


def _registered(measure: str, day: date) -> float:
    planted = truths.ONLINE_REPORTS
    return planted.factor if measure in planted.measures and day >= planted.start else 1.0


def _local(measure: str, code: str, day: date) -> float:
    """What was planted in one neighbourhood only."""
    factor = 1.0
    wave, work = truths.BURGLARY_WAVE, truths.YOUTH_WORK
    if measure == wave.measure and code in wave.areas and wave.start <= day <= wave.end:
        factor *= wave.factor
    if measure == work.measure and code in work.areas and day >= work.start:
        factor *= work.factor
    for hotspot in truths.HOTSPOTS:
        if (measure, code) == (hotspot.measure, hotspot.area):
            factor *= hotspot.factor
    return factor


def _drawn(process: Process, one: Neighbourhood, usual: list[float]) -> dict[date, int]:
    draw, kind, lived = stream(process.measure, one.code), process.kinds[one.kind], one.validity
    people, planted = population()[one.code], process.measure in _PLANTED
    found: dict[date, int] = {}
    for day, factor in zip(MONTHS, usual, strict=True):
        if lived.holds_on(day):
            local = _local(process.measure, one.code, day) if planted else 1.0
            found[day] = poisson(draw, people[day.year] * factor * kind * local)
    return found


def _city(months: Series) -> Series:
    """The years of the municipality: what its neighbourhoods add up to, and what only it has."""
    found: Series = {}
    for (measure, _), series in months.items():
        years = found.setdefault((measure, CITY), {date(year, 1, 1): 0 for year in YEARS})
        for day, count in series.items():
            years[date(day.year, 1, 1)] += count
    found[rates.SEXUAL.measure, CITY] = _yearly(rates.SEXUAL, CITY, rates.SEXUAL.rate)
    return found


def _land() -> Series:
    found = {(p.measure, LAND): _yearly(p, LAND, p.land) for p in (*PROCESSES, rates.SEXUAL)}
    for total, parts in _TOTALS.items():
        series = [found[part, LAND] for part in parts]
        found[total, LAND] = {day: sum(part[day] for part in series) for day in series[0]}
    return found


def _yearly(process: Process, area: str, rate: float) -> dict[date, int]:
    draw, people, found = stream(process.measure, area), population()[area], {}
    for year in YEARS:
        day = date(year, 1, 1)
        factor = process.years[year - FIRST] * _registered(process.measure, day)
        found[day] = poisson(draw, people[year] * factor * rate / 1000)
    return found
