# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where residents can go: with which issue, and in which district. Only what somebody checked is shown."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.area import AreaLevel
from baken.model.communication import Contact, DistrictContact, Issue
from baken.picture.material import Material


@dataclass(frozen=True, slots=True)
class ShownIssue:
    """An issue with where to go; without contacts it is for the municipality and nobody knows how yet."""

    issue: Issue
    contacts: tuple[Contact, ...]


def directory_of(material: Material) -> tuple[ShownIssue, ...]:
    """The issues in their order, those of the municipality included where it has no contact for them."""
    directory, own = material.catalogue.directory, material.municipality.communication.contacts
    held = [one for one in (*own, *directory.contacts) if one.is_checked]
    found = [
        ShownIssue(issue, tuple(one for one in held if issue.id in one.issues)) for issue in directory.issues
    ]
    return tuple(one for one in found if one.contacts or one.issue.local)


def contacts_for(material: Material, issue: str) -> tuple[Contact, ...]:
    """Where to go with one issue; none where nothing is known or checked."""
    return next((one.contacts for one in directory_of(material) if one.issue.id == issue), ())


def district_contact(material: Material, area: str) -> DistrictContact | None:
    """Who to go to in a district; of a neighbourhood that of its district on the day of the picture."""
    register, code = material.register, area
    if register[area].level is not AreaLevel.DISTRICT and register.divided(AreaLevel.DISTRICT, material.on):
        division = register.division_of(AreaLevel.DISTRICT, material.on)
        above = register.parent(area, division.id)
        code = above.code if above else area
    held = material.municipality.communication.districts
    return next((one for one in held if one.area == code and one.is_checked), None)
