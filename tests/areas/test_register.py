# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas: one root, one parent in every division, districts that cover the city, and no guessed names."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from baken.areas.load import load_register
from baken.areas.register import AreaRegister, checked
from baken.catalogue.municipality import load_municipality
from baken.model.area import AreaLevel, Membership
from baken.model.errors import InputError, UnknownAreaError, UsageError

MAASTRICHT, EXAMPLE = "GM0935", "GM9999"
TODAY = date(2026, 11, 21)
DISTRICTS = "stadsdelen-2022"


def with_memberships(*added: Membership) -> AreaRegister:
    register = load_register(MAASTRICHT)
    return replace(register, memberships=(*register.memberships, *added))


@pytest.mark.requirement("AREA-01")
@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_the_municipality_is_the_root_and_every_other_area_has_one_parent_per_division(code: str) -> None:
    register = load_register(code)
    assert register.root == code
    assert register[code].level is AreaLevel.MUNICIPALITY
    for division in register.divisions:
        children = [member.child for member in register.memberships if member.division == division]
        assert max(Counter(children).values()) == 1
        assert code not in children
        assert register.parent(code, division) is None
        for child in children:
            at, steps = register[child], 0
            while (above := register.parent(at.code, division)) is not None:
                at, steps = above, steps + 1
            assert (at.code, steps <= 2) == (code, True)


@pytest.mark.requirement("AREA-01")
def test_every_area_of_maastricht_hangs_from_the_city_in_some_division() -> None:
    register = load_register(MAASTRICHT)
    below = {member.child for member in register.memberships}
    own = {
        area.code
        for area in register.areas.values()
        if area.code.startswith(("SD0935", "WK0935", "BU0935", "PC62"))
    }
    assert len(own) == 77
    assert below == own


@pytest.mark.requirement("AREA-01")
@pytest.mark.parametrize(
    ("added", "words"),
    [
        (Membership(DISTRICTS, "SD0935-zuid", "BU09350000"), "2 parents"),
        (Membership(DISTRICTS, "SD0935-zuid", "BU00000000"), "no area"),
        (Membership("bedacht", MAASTRICHT, "SD0935-zuid"), "not a division"),
        (Membership("stadsdelen-2007", "SD0935-zuid", "BU09350603"), "does not hang from GM0935"),
    ],
    ids=["two parents", "unknown area", "unknown division", "loose part"],
)
def test_a_register_in_which_an_area_hangs_loose_or_from_two_parents_is_refused(
    added: Membership, words: str
) -> None:
    with pytest.raises(InputError, match=words) as refused:
        checked(with_memberships(added), "memberships.csv")
    assert str(refused.value).startswith("memberships.csv: ")


@pytest.mark.requirement("AREA-01")
def test_areas_that_lie_in_each_other_are_refused() -> None:
    circle = (
        Membership("stadsdelen-2007", "SD0935-zuid", "SD0935-oost"),
        Membership("stadsdelen-2007", "SD0935-oost", "SD0935-zuid"),
    )
    with pytest.raises(InputError, match="does not hang from"):
        checked(with_memberships(*circle), "memberships.csv")


def test_the_root_must_be_among_the_areas() -> None:
    register = load_register(MAASTRICHT)
    others = {code: area for code, area in register.areas.items() if code != MAASTRICHT}
    with pytest.raises(InputError, match="GM0935"):
        checked(replace(register, areas=others), "areas.csv")


@pytest.mark.requirement("AREA-02")
def test_maastricht_has_seven_districts_that_are_disjoint_and_cover_the_city() -> None:
    register = load_register(MAASTRICHT)
    assert register.division_of(AreaLevel.DISTRICT, TODAY).id == DISTRICTS
    districts = register.children(MAASTRICHT, DISTRICTS)
    assert sorted(area.name for area in districts) == [
        *("Centrum", "Noord", "Noord-West", "Oost", "West", "Zuid", "Zuid-West"),
    ]
    assert set(districts) == {*register.of_level(AreaLevel.DISTRICT, TODAY)}
    parts = [register.leaves(area.code, DISTRICTS) for area in districts]
    assert all(not one & two for one, two in combinations(parts, 2))
    everywhere = {area.code for area in register.of_level(AreaLevel.NEIGHBOURHOOD, TODAY)}
    assert frozenset().union(*parts) == everywhere == register.leaves(MAASTRICHT, DISTRICTS)
    assert len(everywhere) == 44


@pytest.mark.requirement("AREA-02")
def test_the_statistical_districts_cover_the_city_too_with_other_borders() -> None:
    register = load_register(MAASTRICHT)
    assert register.leaves(MAASTRICHT, "cbs-wijken") == register.leaves(MAASTRICHT, DISTRICTS)
    assert register.straddling("cbs-wijken", DISTRICTS) == ("WK093502", "WK093503", "WK093504", "WK093506")
    assert len(register.children(MAASTRICHT, "cbs-wijken")) == 7


def test_before_october_2022_another_division_held_and_a_shared_name_is_another_area() -> None:
    register = load_register(MAASTRICHT)
    assert register.division_of(AreaLevel.DISTRICT, date(2022, 10, 12)).id == "stadsdelen-2007"
    assert register.division_of(AreaLevel.DISTRICT, date(2022, 10, 13)).id == DISTRICTS
    old, new = register["SD0935-2007-noord-west"], register["SD0935-noord-west"]
    assert old.name == new.name
    assert register.leaves(old.code, "stadsdelen-2007") != register.leaves(new.code, DISTRICTS)
    assert new in register.of_level(AreaLevel.DISTRICT, TODAY)
    assert old not in register.of_level(AreaLevel.DISTRICT, TODAY)
    with pytest.raises(UsageError, match="1990"):
        register.division_of(AreaLevel.DISTRICT, date(1990, 1, 1))


# AREA-03 is shown on the page: there the words "name to be confirmed" stand.
def test_maastricht_has_two_focus_areas_without_a_name_and_nobody_guessed_one() -> None:
    areas = load_municipality(MAASTRICHT).focus_areas
    assert len(areas) == 2
    for one in areas:
        assert (one.name, one.areas) == ("", ())


def test_a_focus_area_need_not_equal_a_district() -> None:
    register, (named, unnamed) = load_register(EXAMPLE), load_municipality(EXAMPLE).focus_areas
    districts = [
        register.leaves(area.code, "stadsdelen") for area in register.children(EXAMPLE, "stadsdelen")
    ]
    assert named.name
    assert set(named.areas) <= set(register.areas)
    assert frozenset(named.areas) not in districts
    assert (unnamed.name, unnamed.areas) == ("", ())


def test_an_area_or_municipality_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UsageError, match="BU1"):
        load_register(MAASTRICHT)["BU1"]
    with pytest.raises(UnknownAreaError, match="GM0000"):
        load_register("GM0000")
    with pytest.raises(UnknownAreaError, match=r"Maastricht \(GM0935\)"):
        load_municipality("Mastricht")


def test_areas_from_around_stand_beside_the_city_and_not_in_it() -> None:
    register = load_register(MAASTRICHT)
    assert register["RE-LB"].level is AreaLevel.POLICE_UNIT
    assert register["PV31"].level is AreaLevel.PROVINCE
    assert register["NL"].level is AreaLevel.COUNTRY
    inside = {member.child for member in register.memberships}
    assert not inside & {"RE-LB", "PV31", "NL", "GM0983"}
