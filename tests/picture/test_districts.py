# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Districts are the sum of their neighbourhoods, and a sum with a part missing is missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from baken.model.errors import CombinationError
from baken.model.observation import Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.derive import counts_by_year, rate
from baken.sources.voorbeeldstad import truths

from .helpers import EXAMPLE, MAASTRICHT, bare, counted, held, made_up, picture

BURGLARY = "politie-misdrijven/1.1.1"
DISTRICT = "SD0935-centrum"
PARTS = tuple(sorted(bare().register.leaves(DISTRICT, "stadsdelen-2022")))


def parts(year: int = 2024, missing: str = "", people: int = 2000) -> list[Observation]:
    """One shoplifting count per neighbourhood of the centre, 1, 2, 3 ..., and its inhabitants."""
    counts = [
        counted("politie-misdrijven/1.2.4", code, year, None if code == missing else n)
        for n, code in enumerate(PARTS, 1)
    ]
    return [*counts, *(counted("bevolking/inwoners", code, year, people) for code in PARTS)]


def test_a_district_is_the_sum_of_its_neighbourhoods() -> None:
    assert len(PARTS) == 7
    record = made_up(parts()).record("zakkenrollerij", DISTRICT)
    assert record.latest
    seen = record.latest.observation
    assert (seen.area, seen.count, seen.denominator) == (DISTRICT, 28, 14_000)
    assert record.latest.value == Decimal("2.0")


@pytest.mark.parametrize("code", PARTS)
def test_one_missing_part_makes_the_district_missing_and_not_smaller(code: str) -> None:
    record = made_up(parts(missing=code)).record("zakkenrollerij", DISTRICT)
    (figure,) = record.figures
    assert (figure.value, figure.status) == (None, "missing")
    assert figure.observation.count is None
    assert record.sentence
    assert record.sentence.nl == "Voor Centrum zijn geen cijfers beschikbaar."


def test_a_part_without_any_row_makes_the_district_missing_too() -> None:
    rows = [one for one in parts() if (one.indicator, one.area) != ("politie-misdrijven/1.2.4", PARTS[0])]
    (figure,) = made_up(rows).record("zakkenrollerij", DISTRICT).figures
    assert (figure.value, figure.status) == (None, "missing")


def test_without_the_inhabitants_of_one_part_there_is_no_rate() -> None:
    rows = [one for one in parts() if (one.indicator, one.area) != ("bevolking/inwoners", PARTS[0])]
    (figure,) = made_up(rows).record("zakkenrollerij", DISTRICT).figures
    assert figure.value is None


def test_a_suppressed_part_says_so_in_the_sum() -> None:
    rows = [
        replace(one, presence=Presence.SUPPRESSED) if one.presence is Presence.MISSING else one
        for one in parts(missing=PARTS[2])
    ]
    (figure,) = made_up(rows).record("zakkenrollerij", DISTRICT).figures
    assert figure.status == "suppressed"


def test_eleven_months_are_no_year() -> None:
    months = [counted(BURGLARY, MAASTRICHT, 2024, 10, month) for month in range(1, 13)]
    whole = counts_by_year(made_up(months).material, BURGLARY, MAASTRICHT)[2024]
    short = counts_by_year(made_up(months[:11]).material, BURGLARY, MAASTRICHT)[2024]
    assert whole.count == 120
    assert (short.value, short.presence) == (None, Presence.MISSING)


def test_months_and_years_in_one_series_are_refused() -> None:
    rows = [counted(BURGLARY, MAASTRICHT, 2024, 120), counted(BURGLARY, MAASTRICHT, 2024, 10, 1)]
    with pytest.raises(CombinationError, match="years and months"):
        counts_by_year(made_up(rows).material, BURGLARY, MAASTRICHT)


def test_a_rate_is_never_divided_by_another_population() -> None:
    catalogue = bare().catalogue
    halt = catalogue.indicator("halt")
    count = counted("halt/verwijzingen", MAASTRICHT, 2024, 100)
    everyone = counted("bevolking/inwoners", MAASTRICHT, 2024, 120_000)
    with pytest.raises(CombinationError, match="bevolking/12-17"):
        rate(halt, catalogue.unit_of(halt), count, everyone)


def test_few_inhabitants_give_no_rate() -> None:
    record = made_up(parts(people=70)).record("zakkenrollerij", DISTRICT)
    (figure,) = record.figures
    assert (figure.shown, figure.value, figure.status) == (False, None, "too_small")
    assert "small-denominator" in [one.rule for one in record.caveats]
    (enough,) = made_up(parts(people=72)).record("zakkenrollerij", DISTRICT).figures
    assert enough.shown


@pytest.mark.parametrize("district", ["SD9999-centrum", "SD9999-zuid", "WK999905"])
def test_districts_of_the_example_town_add_up(district: str) -> None:
    material = held(EXAMPLE)
    division = "cbs-wijken" if district.startswith("WK") else "stadsdelen"
    own = counts_by_year(material, BURGLARY, district)
    assert set(own) == set(range(2018, 2026))
    for year, total in own.items():
        below = [
            one.count
            for code in material.register.leaves(district, division)
            for one in material.holdings.series(BURGLARY, code)
            if one.period.year == year
        ]
        assert total.count == sum(one for one in below if one is not None)
        assert len(below) % 12 == 0


def test_the_districts_of_the_example_town_add_up_to_the_town() -> None:
    material = held(EXAMPLE)
    names = [area.code for area in material.register.children(EXAMPLE, "stadsdelen")]
    for year, town in counts_by_year(material, BURGLARY, EXAMPLE).items():
        districts = [counts_by_year(material, BURGLARY, code)[year].count or 0 for code in names]
        assert sum(districts) == town.count


def test_a_month_that_never_arrived_empties_its_neighbourhood_and_district_and_no_other() -> None:
    _, area, period = truths.MISSING[0]
    shown, register = picture(EXAMPLE), held(EXAMPLE).register
    district = register.parent(area, "stadsdelen")
    assert district
    year = Period(PeriodKind.YEAR, period.year)
    for code in (area, district.code):
        figure = shown.record("overlast", code).at(year)
        assert figure
        assert (figure.value, figure.status) == (None, "missing")
    others = [one.code for one in register.children(EXAMPLE, "stadsdelen") if one.code != district.code]
    for code in others:
        figure = shown.record("overlast", code).at(year)
        assert figure
        assert figure.value is not None


def test_a_withheld_month_is_called_suppressed_in_the_year_and_the_district() -> None:
    shown, register = picture(EXAMPLE), held(EXAMPLE).register
    for _, area, period in truths.SUPPRESSED:
        district = register.parent(area, "stadsdelen")
        assert district
        for code in (area, district.code):
            figure = shown.record("verward-gedrag", code).at(Period(PeriodKind.YEAR, period.year))
            assert figure
            assert (figure.value, figure.status) == (None, "suppressed")
