# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The invented figures of Voorbeeldstad as observations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from baken.catalogue.catalogue import Catalogue
from baken.model.number import half_up
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.sources.voorbeeldstad import rates, truths
from baken.sources.voorbeeldstad.generator import Counts, Series, generate, poisson, population, stream
from baken.sources.voorbeeldstad.rates import FIRST, YEARS
from baken.sources.voorbeeldstad.town import CITY, LAND

_PLACES = (CITY, LAND)
_LAST_CBS_TOTAL = 2021
_CELLS = dict.fromkeys(truths.SUPPRESSED, Presence.SUPPRESSED) | dict.fromkeys(
    truths.MISSING, Presence.MISSING
)
# By series first: there are 34,000 cells, and comparing texts is faster than comparing periods.
_WITHHELD = {
    (measure, area): {cell[2]: why for cell, why in _CELLS.items() if cell[:2] == (measure, area)}
    for measure, area, _ in _CELLS
}
_NOTES = {
    Presence.SUPPRESSED: "Onderdrukt: het aantal is te klein (verzonnen).",
    Presence.MISSING: "Niet geleverd (verzonnen).",
}


def observations(catalogue: Catalogue, snapshot: str = "") -> tuple[Observation, ...]:
    """All invented observations of a snapshot, in a fixed order; the same on every call."""
    counts = generate()
    others = (
        *_people(),
        *_cbs_totals(counts),
        *_rates(counts, catalogue),
        *_checks(),
        *_survey(catalogue),
    )
    return (
        *_counted(counts.months, PeriodKind.MONTH, snapshot),
        *_counted(counts.years, PeriodKind.YEAR, snapshot),
        *(replace(one, snapshot=snapshot) for one in others),
    )


def _counted(found: Series, kind: PeriodKind, snapshot: str) -> Iterator[Observation]:
    # These are so many that each is made with its snapshot at once.
    for series, numbers in found.items():
        for day, number in numbers.items():
            yield _count(series, _period(kind, day), number, snapshot=snapshot)


@cache
def _period(kind: PeriodKind, day: date) -> Period:
    return Period(kind, day.year, day.month if kind is PeriodKind.MONTH else 0)


@cache
def _decimal(number: int) -> Decimal:
    return Decimal(number)


def _count(
    series: tuple[str, str], period: Period, number: int, unit: str = "count", snapshot: str = ""
) -> Observation:
    """A count of a measure in an area, or why it is withheld."""
    withheld = _WITHHELD.get(series)
    measure, area = series
    if withheld and period in withheld:
        presence = withheld[period]
        return Observation(
            indicator=measure,
            area=area,
            period=period,
            presence=presence,
            precision=Precision.COUNT,
            unit=unit,
            annotation=_NOTES[presence],
            snapshot=snapshot,
        )
    return Observation(
        indicator=measure,
        area=area,
        period=period,
        presence=Presence.VALUE,
        life=_life(measure, period.year),
        precision=Precision.COUNT,
        value=_decimal(number),
        unit=unit,
        literal=str(number),
        count=number,
        snapshot=snapshot,
    )


def _life(name: str, year: int) -> Life:
    """Registrations of the newest year are provisional; inhabitants and the town's own checks are final."""
    if year != truths.PROVISIONAL_YEAR or name.startswith(("bevolking/", "handhaving/")):
        return Life.FINAL
    return Life.PROVISIONAL


def _people() -> Iterator[Observation]:
    for area, years in population().items():
        for year, people in years.items():
            period = _period(PeriodKind.YEAR, date(year, 1, 1))
            yield _count(("bevolking/inwoners", area), period, people, "inhabitants")
    for area in _PLACES:
        for year in population()[area]:
            period = _period(PeriodKind.YEAR, date(year, 1, 1))
            yield _count(("bevolking/12-17", area), period, _youth(area, year), "inhabitants")


def _youth(area: str, year: int) -> int:
    return population()[area][year] * rates.YOUTH_PER_1000[area] // 1000


def _to_five(number: float) -> int:
    """CBS rounds its counts to five."""
    return 5 * round(number / 5)


def _cbs_totals(counts: Counts) -> Iterator[Observation]:
    for area in _PLACES:
        for day, number in counts.years[rates.OFFENCES_TOTAL, area].items():
            if day.year <= _LAST_CBS_TOTAL:
                count = _to_five(number * rates.CBS_SHARE)
                yield _count(("cbs-misdrijven/T", area), _period(PeriodKind.YEAR, day), count)


def _rates(counts: Counts, catalogue: Catalogue) -> Iterator[Observation]:
    """The indicators that are published as a rate."""
    for (name, area), expected in rates.RATES.items():
        draw = stream(name, area)
        for year in YEARS:
            rate = expected[year - FIRST]
            if name == "halt":
                # Not drawn: an indicator that is exactly the same in two years has to exist.
                youth = _youth(area, year)
                yield _rate(catalogue, name, area, year, (round(youth * rate / 1000), youth))
            else:
                people = population()[area][year]
                number = _to_five(poisson(draw, people * rate / 1000))
                yield _rate(catalogue, name, area, year, (number, people))
    for area in _PLACES:
        for day, number in counts.years["politie-misdrijven/1.1.1", area].items():
            parts = (_to_five(number * rates.CBS_SHARE), population()[area][day.year])
            yield _rate(catalogue, "diefstal-uit-woning", area, day.year, parts)


def _rate(catalogue: Catalogue, name: str, area: str, year: int, parts: tuple[int, int]) -> Observation:
    count, denominator = parts
    period = _period(PeriodKind.YEAR, date(year, 1, 1))
    indicator = catalogue.indicator(name, period.end)
    factor = catalogue.unit_of(indicator).factor
    value = half_up(Decimal(count) * factor / denominator, indicator.decimals)
    revised = (name, area, period) == truths.REVISED
    return Observation(
        indicator=name,
        area=area,
        period=period,
        presence=Presence.VALUE,
        life=Life.REVISED if revised else _life(name, year),
        precision=Precision.COUNT,
        value=value,
        unit=indicator.unit,
        literal=str(value),
        count=count,
        denominator=denominator,
        annotation=f"Herzien: eerder {count - truths.REVISED_BY} registraties (verzonnen)."
        if revised
        else "",
    )


def _checks() -> Iterator[Observation]:
    for year, checks in truths.DRUG_CHECKS.checks.items():
        period = _period(PeriodKind.YEAR, date(year, 1, 1))
        yield _count(("handhaving/controles-drugs", CITY), period, checks)


def _survey(catalogue: Catalogue) -> Iterator[Observation]:
    for (name, area), waves in rates.SURVEY.items():
        for year in YEARS:
            value, respondents = waves.get(year, (None, None))
            yield Observation(
                indicator=name,
                area=area,
                period=Period(PeriodKind.WAVE, year),
                presence=Presence.VALUE if value else Presence.NOT_MEASURED,
                precision=Precision.SURVEY_WITH_MARGINS,
                value=Decimal(value) if value else None,
                unit=catalogue.indicator(name).unit,
                literal=value or "GM",
                respondents=respondents,
            )
