# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of every municipality of the country, with a folder of its own or without."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from baken.areas.load import country_areas, find_area, load_register
from baken.catalogue.catalogue import DATA, load_catalogue
from baken.catalogue.frame import checked
from baken.catalogue.lexicon_places import load_municipality_names
from baken.catalogue.municipality import load_municipality, municipalities, municipality_names
from baken.catalogue.profile import listed, profiled
from baken.model.area import AreaLevel
from baken.model.errors import InputError, UnknownAreaError

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "data" / "geo" / "gemeente_province_2024.csv"


def test_every_municipality_of_the_list_of_names_is_listed_and_no_other() -> None:
    names = load_municipality_names("nl")
    assert names is not None
    assert set(listed()) == set(names.names)
    assert len(listed()) == 342


def test_the_list_holds_nothing_that_cannot_be() -> None:
    for one in listed().values():
        assert 900 < one.inhabitants < 1_000_000, one
        assert date(1995, 1, 1) <= one.since < date(2026, 1, 1), one
    assert 17_000_000 < sum(one.inhabitants for one in listed().values()) < 19_000_000
    assert len({one.province for one in listed().values()}) == 12


@pytest.mark.skipif(not SHARED.exists(), reason="the open data beside the project is not there")
def test_the_provinces_are_those_of_another_table() -> None:
    with SHARED.open(encoding="utf-8") as handle:
        other = {f"GM{row['municipality_id']}": row["province_lab"] for row in csv.DictReader(handle)}
    differing = [
        one.code for one in listed().values() if one.code in other and other[one.code] != one.province
    ]
    assert len(set(other) & set(listed())) > 330
    assert [listed()[code].name for code in differing if other[code] not in ("Friesland", "Fryslân")] == []


def test_a_municipality_that_was_described_by_hand_has_the_same_beginning_in_the_list() -> None:
    described = {code: one for code, one in country_areas("nl").items() if code in listed()}
    assert len(described) == 13
    assert {code: one.validity.start for code, one in described.items()} == {
        code: listed()[code].since for code in described
    }


def test_one_without_a_folder_has_the_themes_of_the_national_standard_and_twelve_like_it() -> None:
    found = load_municipality("Utrecht")
    assert found.code == "GM0344"
    assert found.programmes == ()
    assert {field for theme in found.themes for field in theme.fields} <= {
        one.id for one in load_catalogue("nl").fields
    }
    assert "GM0344" in found.peers.members
    assert len(found.peers.members) == 13
    checked(found, load_catalogue("nl"))


def test_those_it_is_compared_with_are_nearest_in_inhabitants() -> None:
    own = listed()["GM1680"]
    members = load_municipality("GM1680").peers.members
    ratio = {
        code: max(one.inhabitants, own.inhabitants) / min(one.inhabitants, own.inhabitants)
        for code, one in listed().items()
    }
    farthest = max(ratio[code] for code in members)
    assert farthest <= min(ratio[code] for code in ratio if code not in members)


def test_its_register_holds_itself_the_country_and_those_it_is_compared_with_but_no_parts() -> None:
    register = load_register("GM0344")
    assert set(load_municipality("GM0344").peers.members) <= set(register.areas)
    assert "NL" in register.areas
    assert not register.divided(AreaLevel.DISTRICT, date(2026, 11, 22))
    assert not Counter(one.level for one in register.areas.values())[AreaLevel.NEIGHBOURHOOD]


def test_a_folder_goes_before_the_list() -> None:
    assert load_municipality("GM0935").programmes
    assert set(municipalities()) <= set(municipality_names())
    assert find_area("maastricht") == ("GM0935", "GM0935")


def test_a_municipality_is_found_by_name_without_accents_and_a_slip_gets_advice() -> None:
    assert find_area("sudwest-fryslan") == ("GM1900", "GM1900")
    with pytest.raises(UnknownAreaError, match=r"Utrecht \(GM0344\)"):
        load_municipality("Utrech")


def test_a_code_without_a_name_is_refused_with_its_line(tmp_path: Path) -> None:
    root = tmp_path / "data"
    shutil.copytree(DATA / "nl", root / "nl")
    table = root / "nl" / "municipalities.csv"
    table.write_text(table.read_text("utf-8") + "GM9998,Limburg,1995-01-01,10\n", "utf-8")
    with pytest.raises(InputError, match=r"municipalities.csv, line 344: municipality GM9998 has no name"):
        listed(root)


def test_nobody_knows_a_code_of_no_list() -> None:
    assert profiled("GM9998") is None
    with pytest.raises(UnknownAreaError):
        load_register("GM9998")


def test_where_nobody_can_be_asked_an_outlier_says_that_it_is_not_explained() -> None:
    assert "niet onderzocht" in load_municipality("Utrecht").unexplained
    assert load_municipality("Maastricht").unexplained == ""
