# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages show of communication with residents: where to go, what was done, how they were heard."""

from __future__ import annotations

from typing import Any

from baken.model.area import AreaLevel
from baken.model.policy import Theme
from baken.picture import accountability as account
from baken.picture.contacts import contacts_for, directory_of, district_contact
from baken.picture.participation import participation
from baken.picture.picture import SafetyPicture
from baken.web import words

Context = dict[str, Any]


def where_to_go(safety: SafetyPicture) -> Context:
    """The directory by issue, and who to go to in each district."""
    material = safety.material
    districts = [one for one in safety.local_areas if one.level is AreaLevel.DISTRICT]
    shown = directory_of(material)
    return {
        "issues": shown,
        "checked": max(
            (each.checked for one in shown for each in one.contacts if each.checked), default=None
        ),
        "districts": [(area, district_contact(material, area.code)) for area in districts],
        "role": material.municipality.communication.district_role,
        "danger": next(iter(contacts_for(material, "danger")), None),
    }


def in_area(safety: SafetyPicture, code: str) -> Context:
    """Who to go to in an area, and the municipality itself where nobody is known."""
    material = safety.material
    return {
        "contact": district_contact(material, code),
        "role": material.municipality.communication.district_role if _has_districts(safety) else None,
        "fallback": next(iter(contacts_for(material, "policy")), None),
        "danger": next(iter(contacts_for(material, "danger")), None),
    }


def _has_districts(safety: SafetyPicture) -> bool:
    return any(one.level is AreaLevel.DISTRICT for one in safety.local_areas)


def on_theme(safety: SafetyPicture, theme: Theme) -> Context:
    """Done, result and next of a theme, and how residents were heard on it."""
    found = account.accountability(safety, theme)
    return {
        "account": found,
        "own_done": [one for one in found.done if not one.general],
        "general_done": [one for one in found.done if one.general],
        "outcomes": [
            (account.OUTCOMES[which], [(one, account.is_looked_for(one)) for one in records])
            for which, records in found.outcomes
        ],
        "looked_for": account.LOOKED_FOR,
        "participation": participation(safety, theme.id),
    }


def plans(safety: SafetyPicture) -> Context:
    """The plan for communication, whether annual plans have a part on it, and how residents were heard."""
    municipality = safety.material.municipality
    papers = {one.id: one for one in municipality.references}
    annual = [one for one in municipality.communication.annual if not one.is_report]
    return {
        "plan": municipality.communication.plan,
        "annual": [(one, papers[one.document], words.PLAN_STATE[one.state]) for one in annual],
        "participation": participation(safety),
    }
