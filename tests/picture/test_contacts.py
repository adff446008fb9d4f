# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where to go: roles and desks that somebody checked, and never a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken.model.communication import Communication, DistrictContact, Reach
from baken.model.errors import InputError
from baken.model.text import Text
from baken.picture.contacts import contacts_for, directory_of, district_contact
from baken.picture.own_contacts import check_contacts

from .helpers import EXAMPLE, MAASTRICHT, bare, held

TEAM = DistrictContact(
    area="SD9999-oost",
    role=Text("wijkteam Oost", "district team Oost"),
    reach=Reach(mailbox="wijkteam-oost@voorbeeldstad.example"),
    source="gids",
    checked=date(2026, 3, 10),
)


def _check(one: DistrictContact) -> None:
    material = held(EXAMPLE)
    check_contacts(
        replace(material.municipality, communication=Communication(districts=(one,))), material.register
    )


@pytest.mark.requirement("COM-03")
def test_the_directory_goes_by_issue_and_holds_the_municipality_too() -> None:
    for code, phone in ((MAASTRICHT, "14 043"), (EXAMPLE, "14 0999")):
        shown = {
            one.issue.id: [each.reach.phone for each in one.contacts] for one in directory_of(held(code))
        }
        assert shown["danger"] == ["112"]
        assert shown["police"] == ["0900-8844"]
        assert shown["street"] == shown["policy"] == shown["error"] == [phone]


def test_what_nobody_checked_is_left_out() -> None:
    ids = {one.id for one in held(EXAMPLE).municipality.communication.contacts}
    assert "youth-desk" in ids
    assert [one.id for one in contacts_for(held(EXAMPLE), "youth")] == ["children"]


def test_an_issue_for_the_municipality_stays_where_nobody_wrote_down_how_to_reach_it() -> None:
    silent = replace(bare(), municipality=replace(bare().municipality, communication=Communication()))
    shown = {one.issue.id: one.contacts for one in directory_of(silent)}
    assert shown["street"] == ()
    assert shown["danger"]


@pytest.mark.requirement("AREA-07")
def test_a_neighbourhood_has_the_contact_of_its_district() -> None:
    material = held(EXAMPLE)
    own = district_contact(material, "SD9999-oost")
    assert own is not None
    assert own.reach.mailbox == "wijkteam-oost@voorbeeldstad.example"
    assert district_contact(material, "BU99990200") == own
    assert district_contact(held(MAASTRICHT), "SD0935-centrum") is None
    unchecked = replace(
        material.municipality, communication=Communication(districts=(replace(TEAM, checked=None),))
    )
    assert district_contact(replace(material, municipality=unchecked), "SD9999-oost") is None


def test_a_role_with_a_desk_passes() -> None:
    _check(TEAM)


@pytest.mark.requirement("AREA-07")
@pytest.mark.parametrize(
    "reach",
    [
        Reach(mailbox="piet.verzinsel@voorbeeldstad.example"),
        Reach(mailbox="p.verzinsel@voorbeeldstad.example"),
        Reach(mailbox="wijkteam-verzinsel@voorbeeldstad.example"),
        Reach(mailbox="wijkteam7@voorbeeldstad.example"),
        Reach(phone="06-12345678"),
        Reach(phone="010-5550123"),
    ],
)
def test_a_mailbox_or_telephone_that_may_be_of_a_person_is_refused(reach: Reach) -> None:
    with pytest.raises(
        InputError, match=r"contact 'SD9999-oost' (holds personal data|has a mailbox)"
    ) as found:
        _check(replace(TEAM, reach=reach))
    assert "verzinsel" not in str(found.value)
    assert "555" not in str(found.value)


@pytest.mark.requirement("AREA-07")
def test_a_name_in_the_place_of_a_role_is_refused() -> None:
    named = Text("wijkregisseur mevrouw Anna Verzinsel", "district manager")
    with pytest.raises(InputError, match="holds personal data"):
        _check(replace(TEAM, role=named))


def test_a_contact_for_an_area_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InputError, match="for the unknown area 'SD9999-maan'"):
        _check(replace(TEAM, area="SD9999-maan"))
