# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a fall went together with a rise nearby: never a cause, and a gap is never a zero."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from baken.areas.outlines import Outline
from baken.model.area import AreaLevel
from baken.model.errors import UsageError
from baken.model.observation import Observation
from baken.picture.displacement import Counts, Displacement, Finding, Unknown, displacement
from baken.picture.displacement_words import displacement_sentence
from baken.picture.material import Material, with_outlines, with_snapshots
from baken.picture.nearby import Nearby, surroundings
from baken.sources.voorbeeldstad.truths import BURGLARY_WAVE, YOUTH_WORK
from outlines import maastricht, outline, square

from .helpers import EXAMPLE, MAASTRICHT, counted, held, measured, snapshot

OWN, NEAR, FAR = "BU99990101", ("BU99990100", "BU99990103"), ("BU99990300", "BU99990301")
MEASURE = "politie-misdrijven/1.2.3"
CAUSAL = re.compile(
    r"\b(?:door|doordat|dankzij|veroorzaak\w*|oorza\w+|gevolg\w*|effect\w*|because|caus\w+|due|led)\b", re.I
)


def on_a_grid(material: Material) -> dict[str, Outline]:
    """A square for each neighbourhood of Voorbeeldstad, at its own place."""
    living = material.register.of_level(AreaLevel.NEIGHBOURHOOD, material.on)
    return {
        one.code: outline(one.code, square(round((one.x or 0) / 700), round((one.y or 0) / 700)))
        for one in living
    }


def with_counts(numbers: Mapping[str, tuple[int | None, int | None]], measure: str = MEASURE) -> Material:
    """Voorbeeldstad with these counts of 2023 and 2025 and, everywhere else, 50 in both years."""
    base = held(EXAMPLE)
    codes = [one.code for one in base.register.of_level(AreaLevel.NEIGHBOURHOOD, base.on)]
    rows = [
        counted(measure, code, year, number)
        for code in codes
        for year, number in zip((2023, 2025), numbers.get(code, (50, 50)), strict=True)
    ]
    return with_snapshots(base, (snapshot(rows),))


def asked(
    numbers: Mapping[str, tuple[int | None, int | None]], measure: str = MEASURE, area: str = OWN
) -> Displacement:
    material = with_counts(numbers, measure)
    return displacement(with_outlines(material, on_a_grid(material)), measure, area, 2023, 2025)


def edited(material: Material, rows: Iterable[Observation]) -> Material:
    """The material with some observations in the place of its own."""
    new = {(one.indicator, one.area, one.period): one for one in rows}
    return with_snapshots(
        material,
        tuple(
            replace(
                one,
                observations=tuple(
                    new.get((seen.indicator, seen.area, seen.period), seen) for seen in one.observations
                ),
            )
            for one in material.holdings.snapshots
        ),
    )


def said(found: Displacement) -> str:
    text = displacement_sentence(found)
    assert not CAUSAL.search(text.nl.replace("Waardoor het komt, zeggen deze cijfers niet", ""))
    assert not CAUSAL.search(text.en)
    assert "{" not in text.nl + text.en
    return text.nl


@pytest.mark.requirement("CASE-05")
def test_a_rise_in_the_areas_that_touch_is_held_against_the_rest() -> None:
    found = asked({OWN: (100, 50), "BU99990100": (50, 90), "BU99990103": (50, 95)})
    assert found.finding is Finding.RISE_NEARBY
    assert found.reason is None
    assert found.kind is Nearby.TOUCHING
    # Its square touches four others with an edge; those that share a corner are the rest.
    assert found.near == ("BU99990002", "BU99990100", "BU99990102", "BU99990103")
    assert found.own_counts == Counts(100, 50)
    assert found.near_counts == Counts(200, 285)
    assert found.rest_counts == Counts(950, 950)
    assert found.relative
    assert found.relative.ratio == pytest.approx(1.425)
    assert (round(found.relative.lower, 2), round(found.relative.upper, 2)) == (1.16, 1.74)
    assert said(found) == (
        "Diefstal van brom-, snor-, fietsen in Proefakker: 100 in 2023 en 50 in 2025. "
        "In de buurten die eraan grenzen waren het er samen 200 en 285, "
        "in de rest van de gemeente 950 en 950. "
        "Bij hetzelfde verloop als in de rest is de verhouding 1; hier is die 1,43 "
        "(95%-marge 1,16 tot 1,74). Dat kan samenhangen met de daling in Proefakker. "
        "Waardoor het komt, zeggen deze cijfers niet."
    )


@pytest.mark.requirement("CASE-05")
def test_without_outlines_the_other_neighbourhoods_of_the_district_stand_in_and_the_answer_says_so() -> None:
    found = displacement(with_counts({OWN: (100, 50)}), MEASURE, OWN, 2023, 2025)
    assert found.kind is Nearby.DISTRICT
    assert found.near == ("BU99990100", "BU99990102", "BU99990103", "BU99990500")
    assert found.finding is Finding.NO_SIGN
    assert "In de andere buurten van het stadsdeel waren het er samen 200 en 200" in said(found)


def test_what_happens_everywhere_is_no_sign_and_rules_nothing_out() -> None:
    everywhere = {one.code: (50, 80) for one in held(EXAMPLE).register.of_level(AreaLevel.NEIGHBOURHOOD)}
    found = asked(everywhere | {OWN: (100, 50)})
    assert found.finding is Finding.NO_SIGN
    assert found.relative
    assert found.relative.ratio == pytest.approx(1)
    assert said(found).endswith("Dat is geen teken van verplaatsing. Het sluit verplaatsing ook niet uit.")


@pytest.mark.parametrize("numbers", [(100, 90), (100, 100), (50, 100)])
def test_without_a_fall_beyond_chance_nothing_is_looked_for(numbers: tuple[int, int]) -> None:
    found = asked({OWN: numbers, "BU99990100": (50, 200)})
    assert (found.finding, found.reason, found.relative) == (Finding.NO_FALL, None, None)
    assert "geen daling die groter is dan toeval" in said(found)


@pytest.mark.parametrize("missing", [OWN, NEAR[0], FAR[0]])
@pytest.mark.parametrize("year", [0, 1])
def test_a_missing_count_is_never_zero(missing: str, year: int) -> None:
    numbers: dict[str, tuple[int | None, int | None]] = {OWN: (100, 50), NEAR[0]: (50, 150), FAR[0]: (50, 50)}
    kept = numbers[missing]
    numbers[missing] = (None, kept[1]) if year == 0 else (kept[0], None)
    found = asked(numbers)
    assert (found.finding, found.reason) == (Finding.UNKNOWN, Unknown.MISSING)
    assert said(found).endswith("is niet te zeggen. Een of meer aantallen ontbreken.")


def test_counts_below_the_minimum_are_kept_back() -> None:
    assert held(EXAMPLE).catalogue.country.minimum_count == 5
    found = asked({OWN: (40, 4)})
    assert (found.finding, found.reason) == (Finding.UNKNOWN, Unknown.FEW)
    assert found.own_counts == Counts(few=True)
    assert not re.search(r"\b(?:40|4)\b", said(found))
    assert asked({OWN: (40, 5)}).finding is Finding.NO_SIGN
    few = dict.fromkeys(("BU99990002", "BU99990100", "BU99990102", "BU99990103"), (1, 1))
    assert asked(few | {OWN: (100, 50)}).reason is Unknown.FEW


def test_a_smaller_fall_nearby_than_elsewhere_is_no_rise() -> None:
    everywhere = {one.code: (50, 20) for one in held(EXAMPLE).register.of_level(AreaLevel.NEIGHBOURHOOD)}
    near = dict.fromkeys(("BU99990002", "BU99990100", "BU99990102", "BU99990103"), (50, 45))
    found = asked(everywhere | near | {OWN: (100, 50)})
    assert found.relative
    assert found.relative.lower > 1
    assert (found.finding, found.reason) == (Finding.UNKNOWN, Unknown.FELL_LESS)
    assert "nam eromheen niet toe" in said(found)


def test_a_district_without_outlines_has_no_known_neighbours() -> None:
    material = with_counts({OWN: (400, 50)})
    found = displacement(material, MEASURE, "SD9999-noord", 2023, 2025)
    assert (found.finding, found.reason, found.near) == (Finding.UNKNOWN, Unknown.NEIGHBOURS, ())
    touching = displacement(with_outlines(material, on_a_grid(material)), MEASURE, "SD9999-noord", 2023, 2025)
    assert touching.finding is Finding.NO_SIGN
    assert touching.near == ("BU99990002", "BU99990003", "BU99990201")


def test_outlines_of_some_areas_are_not_enough() -> None:
    material = held(EXAMPLE)
    outlines = on_a_grid(material)
    del outlines[FAR[0]]
    assert surroundings(with_outlines(material, outlines), OWN, material.on).kind is Nearby.DISTRICT


def test_areas_that_were_redrawn_are_not_held_against_each_other() -> None:
    base = held(EXAMPLE)
    living = {
        year: base.register.of_level(AreaLevel.NEIGHBOURHOOD, date(year, 12, 31)) for year in (2021, 2023)
    }
    fallen = {("BU99990301", 2023), ("BU99990102", 2023)}
    rows = [
        counted(MEASURE, one.code, year, 10 if (one.code, year) in fallen else 50)
        for year, areas in living.items()
        for one in areas
    ]
    material = with_snapshots(base, (snapshot(rows),))
    gridded = with_outlines(material, on_a_grid(material))
    beside = displacement(gridded, MEASURE, "BU99990301", 2021, 2023)
    assert (beside.finding, beside.reason) == (Finding.UNKNOWN, Unknown.AREAS)
    assert "kregen in die jaren andere grenzen" in said(beside)
    far = displacement(gridded, MEASURE, "BU99990102", 2021, 2023)
    assert far.finding is Finding.NO_SIGN
    assert far.left_out == ("BU99990304", "BU99990305")
    assert far.rest_counts == Counts(50 * 18, 50 * 17 + 10)


def test_a_fall_along_a_change_in_counting_is_not_judged() -> None:
    # Since April 2017 fewer of these thefts are registered for a reason of counting alone.
    measure, years, base = "politie-misdrijven/1.1.2", (2016, 2018), held(EXAMPLE)
    codes = [one.code for one in base.register.of_level(AreaLevel.NEIGHBOURHOOD, base.on)]
    rows = [counted(measure, code, year, 50) for code in codes for year in years]
    material = with_snapshots(base, (snapshot(rows),))
    fallen = edited(material, [counted(measure, OWN, years[1], 10)])
    assert displacement(fallen, measure, OWN, *years).reason is Unknown.BREAK
    assert displacement(material, measure, OWN, *years).finding is Finding.NO_FALL


def test_a_break_that_stops_every_comparison_stops_this_one() -> None:
    found = displacement(held(EXAMPLE), "misdrijven-totaal", OWN, 2021, 2023)
    assert (found.finding, found.reason) == (Finding.UNKNOWN, Unknown.BREAK)
    assert said(found).endswith("Er is in die jaren anders geteld.")


def test_an_indicator_is_counted_as_its_picture_counts_it_and_a_bare_rate_answers_nothing() -> None:
    found = displacement(held(EXAMPLE), "hic", "BU99990301", 2024, 2025)
    assert found.own_counts.before == sum(
        count_of(held(EXAMPLE), f"politie-misdrijven/{code}", "BU99990301", 2024)
        for code in held(EXAMPLE).catalogue.indicator("hic").numerator
    )
    rates = [measured("hic", year, "4.0", area=OWN, rounded=True) for year in (2023, 2025)]
    bare = with_snapshots(held(EXAMPLE), (snapshot(rates),))
    assert displacement(bare, "hic", OWN, 2023, 2025).reason is Unknown.MISSING


def count_of(material: Material, measure: str, area: str, year: int) -> int:
    series = material.holdings.series(measure, area)
    return sum(one.count or 0 for one in series if one.period.year == year)


@pytest.mark.requirement("CASE-05")
def test_the_fall_of_nuisance_by_youth_that_was_planted_went_together_with_no_rise_nearby() -> None:
    material = held(EXAMPLE)
    gridded = with_outlines(material, on_a_grid(material))
    east = material.register.parent(YOUTH_WORK.areas[0], "stadsdelen")
    assert east
    found = displacement(gridded, YOUTH_WORK.measure, east.code, 2022, 2024)
    assert found.fall
    assert found.fall.ratio_upper < 1
    assert found.finding is Finding.NO_SIGN
    before = sum(count_of(material, YOUTH_WORK.measure, code, 2022) for code in YOUTH_WORK.areas)
    assert found.own_counts.before == before


def test_no_rise_nearby_is_found_where_none_was_planted() -> None:
    material = held(EXAMPLE)
    gridded = with_outlines(material, on_a_grid(material))
    found = [
        displacement(gridded, measure, area, start, 2025).finding
        for measure in (YOUTH_WORK.measure, BURGLARY_WAVE.measure)
        for area in gridded.outlines
        for start in (2022, 2023, 2024)
    ]
    assert set(found) == {Finding.NO_FALL, Finding.NO_SIGN, Finding.UNKNOWN}


@pytest.mark.requirement("CASE-05")
def test_where_what_left_the_district_is_put_nearby_the_rise_is_found() -> None:
    material = held(EXAMPLE)
    gridded = with_outlines(material, on_a_grid(material))
    asked_of = (YOUTH_WORK.measure, "SD9999-oost", 2022, 2024)
    plain = displacement(gridded, *asked_of)
    before, after = plain.own_counts.pair
    assert before is not None
    assert after is not None
    months = 12 * len(plain.near)
    moved = [
        replace(one, value=one.value + share, count=(one.count or 0) + share)
        for code in plain.near
        for one in material.holdings.series(YOUTH_WORK.measure, code)
        if one.period.year == 2024 and one.value is not None
        for share in [(before - after) // months + 1]
    ]
    assert len(moved) == months
    found = displacement(edited(gridded, moved), *asked_of)
    assert found.finding is Finding.RISE_NEARBY
    assert found.rest_counts == plain.rest_counts


def test_from_an_earlier_day_a_year_that_is_not_over_is_missing() -> None:
    early = replace(held(EXAMPLE), on=date(2025, 6, 1))
    found = displacement(early, YOUTH_WORK.measure, "BU99990200", 2022, 2025)
    assert (found.finding, found.reason) == (Finding.UNKNOWN, Unknown.MISSING)


def test_the_neighbours_of_a_real_neighbourhood() -> None:
    material = with_outlines(held(MAASTRICHT), maastricht())
    found = surroundings(material, "BU09350000", material.on)
    names = {material.register[code].name for code in found.near}
    assert found.kind is Nearby.TOUCHING
    assert names == {"Jekerkwartier", "Kommelkwartier", "Statenkwartier", "Boschstraatkwartier", "Wyck"}
    assert len(found.own | found.near | found.rest) == 44
    assert displacement(material, MEASURE, "BU09350000", 2023, 2024).reason is Unknown.MISSING


def test_wrong_questions_are_refused() -> None:
    material = held(EXAMPLE)
    with pytest.raises(UsageError, match="2025 does not lie before 2023"):
        displacement(material, MEASURE, OWN, 2025, 2023)
    with pytest.raises(UsageError, match=r"has no code '9\.9\.9'"):
        displacement(material, "politie-misdrijven/9.9.9", OWN, 2023, 2025)
    with pytest.raises(UsageError, match="'BU0' is not in the register"):
        displacement(material, MEASURE, "BU0", 2023, 2025)
    with pytest.raises(UsageError, match="'GM9999' is no district or neighbourhood"):
        displacement(material, MEASURE, EXAMPLE, 2023, 2025)
