# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What differs between countries is data: rules of counting, factor, plan, language. And it is all there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from baken.areas.load import country_areas
from baken.catalogue.catalogue import DATA, Catalogue, load_catalogue
from baken.model.errors import InputError
from baken.model.text import Text
from support import copied_data, edit

COUNTRIES = sorted(path.parent.name for path in DATA.glob("*/country.yaml"))


def test_there_are_profiles_of_three_countries() -> None:
    assert COUNTRIES == ["de", "gb-eng", "nl"]


@pytest.mark.parametrize("code", COUNTRIES)
def test_a_profile_says_how_crime_is_counted_in_two_languages(code: Any) -> None:
    country = load_catalogue(code).country
    rules = country.counting
    assert country.code == code
    assert country.languages
    said = (rules.unit, rules.moment, rules.place, rules.denominator, rules.suppression, rules.source)
    for text in (*said, country.duty):
        assert isinstance(text, Text)
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en


def per(catalogue: Catalogue) -> int | None:
    rate = catalogue.country.counting.rate
    return catalogue.units[rate].factor if rate else None


def test_countries_differ_in_factor_plan_and_language_and_none_of_it_is_code() -> None:
    held = {code: load_catalogue(code) for code in COUNTRIES}
    assert {code: per(one) for code, one in held.items()} == {"nl": 1000, "de": 100_000, "gb-eng": None}
    plans = {code: one.country.plan_years for code, one in held.items()}
    assert plans == {"nl": 4, "de": None, "gb-eng": 3}
    assert {one.country.languages for one in held.values()} == {("nl",), ("de",), ("en",)}
    assert len({one.country.counting.moment.en for one in held.values()}) == 3


def test_the_german_moment_is_the_transfer_to_the_prosecutor() -> None:
    moment = load_catalogue("de").country.counting.moment
    assert "openbaar ministerie" in moment.nl
    assert "prosecutor" in moment.en


def test_the_types_of_a_system_stand_in_the_file_that_the_system_names() -> None:
    assert load_catalogue("de").registration("pks", "------").is_total
    assert len(load_catalogue("gb-eng").registrations) == 14
    assert not any(one.is_total for one in load_catalogue("gb-eng").registrations.values())
    assert load_catalogue("nl").registration("politie-overlast", "0.0.0").is_total


def test_the_region_of_aachen_is_four_kreise() -> None:
    assert {code: area.name for code, area in country_areas("de").items()} == {
        "05334": "Städteregion Aachen",
        "05358": "Düren",
        "05366": "Euskirchen",
        "05370": "Heinsberg",
    }


def test_a_rate_in_an_unknown_unit_is_refused(tmp_path: Path) -> None:
    root = copied_data(tmp_path)
    edit(root / "de/country.yaml", "rate: per_100000_inhabitants", "rate: per_head")
    with pytest.raises(InputError, match="the rules of counting name the unknown unit 'per_head'"):
        load_catalogue("de", root)


def test_a_profile_without_rules_of_counting_is_refused(tmp_path: Path) -> None:
    root = copied_data(tmp_path)
    edit(root / "de/country.yaml", "counting:", "teller:")
    with pytest.raises(InputError, match=r"de/country\.yaml, line"):
        load_catalogue("de", root)
