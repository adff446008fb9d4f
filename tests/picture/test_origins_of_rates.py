# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Published rates and rates computed from counts meet only where a known year allows it, and it is said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.model.indicator import KnownYear
from baken.model.observation import Observation
from baken.picture.derive import indicator_series, reproduces
from baken.picture.material import Material, load_material
from baken.picture.origins import origins_of
from baken.picture.picture import SafetyPicture
from baken.picture.series import Origins
from support import CITY, DECK, carried, inhabitants, material, measured, record, year

HIC = {"1.1.1": 60, "1.4.6": 30, "1.4.7": 10}


def counted(in_year: int, area: str = CITY) -> list[Observation]:
    """A hundred offences among 100,000 people: 1.0 per 1,000."""
    rows = [measured(f"politie-misdrijven/{code}", year(in_year), count) for code, count in HIC.items()]
    return [replace(one, area=area) for one in (*rows, inhabitants(100_000, in_year))]


def published(value: str, in_year: int) -> Observation:
    return measured("hic", year(in_year), value, "per_1000_inhabitants")


def knowing(held: Material, *known: KnownYear) -> Material:
    """The same material with other known years for HIC."""
    catalogue = load_catalogue()
    version = replace(catalogue.indicators["hic"][-1], known=known)
    return replace(held, catalogue=replace(catalogue, indicators=catalogue.indicators | {"hic": (version,)}))


def values(held: Material) -> dict[str, str]:
    return {str(one.period): str(one.value) for one in indicator_series(held, "hic", CITY)}


def rules(held: Material) -> set[str]:
    return {one.rule for one in SafetyPicture(held).record("hic", CITY).caveats}


def test_a_year_held_both_ways_that_agrees_joins_the_series() -> None:
    held = material([published("1.0", 2021), *counted(2021), *counted(2022)])
    assert values(held) == {"2021": "1.0", "2022": "1.0"}
    assert origins_of(held, "hic", CITY) is Origins.CHECKED
    assert "computed-checked" in rules(held)


def test_a_year_held_both_ways_that_differs_keeps_the_computed_years_out() -> None:
    held = material([published("1.1", 2021), *counted(2021), *counted(2022)])
    assert values(held) == {"2021": "1.1"}
    assert origins_of(held, "hic", CITY) is Origins.REFUSED
    assert "computed-refused" in rules(held)


def test_without_a_known_year_the_series_is_joined_and_says_that_it_was_not_checked() -> None:
    held = knowing(material([published("1.1", 2021), *counted(2022)]))
    assert values(held) == {"2021": "1.1", "2022": "1.0"}
    assert origins_of(held, "hic", CITY) is Origins.UNCHECKED
    assert "computed-unchecked" in rules(held)


@pytest.mark.parametrize(("value", "expected"), [("1.0", Origins.CHECKED), ("1.2", Origins.REFUSED)])
def test_a_year_that_the_definition_knows_decides(value: str, expected: Origins) -> None:
    known = KnownYear(area="NL", period="2023", value=Decimal(value), source="test")
    held = knowing(material([published("1.1", 2021), *counted(2022), *counted(2023, "NL")]), known)
    assert origins_of(held, "hic", CITY) is expected
    assert ("2022" in values(held)) is (expected is Origins.CHECKED)


def test_a_known_year_whose_counts_are_not_held_checks_nothing() -> None:
    known = KnownYear(area="NL", period="2023", value=Decimal("9.9"), source="test")
    held = knowing(material([published("1.1", 2021), *counted(2022)]), known)
    assert reproduces(held, "hic", CITY) == ()
    assert origins_of(held, "hic", CITY) is Origins.UNCHECKED


def test_figures_of_one_origin_need_no_word_about_it() -> None:
    assert origins_of(material([published("1.1", 2021)]), "hic", CITY) is Origins.ONE
    assert origins_of(material(counted(2022)), "hic", CITY) is Origins.ONE
    assert not [rule for rule in rules(material(counted(2022))) if rule.startswith("computed")]


@pytest.mark.parametrize(
    ("name", "national", "expected"),
    [
        ("vermogensdelicten", "7.8", Origins.CHECKED),
        ("hic", "1.5", Origins.CHECKED),
        ("overlast", "18.8", Origins.UNCHECKED),
    ],
)
def test_the_national_figure_of_2021_stands_beside_that_of_the_city(
    name: str, national: str, expected: Origins
) -> None:
    found = record(name, carried(DECK))
    assert found.comparison
    assert (str(found.comparison.period), str(found.comparison.reference_value)) == ("2021", national)
    assert found.origins is expected
    assert str(found.reference[-1].observation.period) == "2023"


def test_every_known_year_of_the_catalogue_is_reproduced_by_the_counts_that_are_carried() -> None:
    held = carried(DECK).material
    known = {name: one[-1].known for name, one in held.catalogue.indicators.items() if one[-1].known}
    assert set(known) == {"vermogensdelicten", "hic", "drugshandel", "zakkenrollerij", "verward-gedrag"}
    for name in known:
        assert reproduces(held, name, "NL") == (True,)


@pytest.mark.requirement("CASE-05")
@pytest.mark.parametrize("code", ["GM0935", "GM9999"])
def test_every_rate_says_that_people_from_outside_are_no_inhabitants(code: str) -> None:
    picture = SafetyPicture(load_material(code, DECK))
    local = [found for area in picture.local_areas for found in picture.local(area.code)]
    assert bool(local) is (code == "GM9999")
    for found in (*picture.records, *local):
        rate = found.unit.denominator is not None and not found.indicator.is_survey
        assert ("border" in {one.rule for one in found.caveats}) is rate
