# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The accounts of a demonstration: one for each role, with names that say that they are nobody.

They have no password: whoever opens a demonstration chooses one of them. So they are made in a
demonstration only, which listens to this machine and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from baken.accounts import districts
from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked, create
from baken.accounts.models import Account, Assignment
from baken.catalogue.cycle_records import load_cycle_records
from baken.catalogue.governance import load_governance
from baken.cycle.setup import Filled
from baken.cycle.setup.decisions import slug
from baken.model.errors import UsageError
from baken.model.governance import BY_AREA, Role

SINCE = date(2020, 1, 1)
_WHY = Asked(by=SYSTEM, why="Account van de demonstratie; er hoort geen persoon bij")
_FACTIONS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """One account of the demonstration with its one role."""

    username: str
    name: str
    role: Role
    area: str = ""
    faction: str = ""
    department: str = ""


def demo_people(code: str) -> Iterator[DemoPerson]:
    """Who there is: one of each role, the council with members of its largest factions.

    Roles of one district get the first district of the municipality; an action owner gets the first
    department that the records name. Without district, faction or department such a role is left out: it
    could do nothing.
    """
    rules = load_governance()
    district = next(iter(districts.districts()), ("", ""))
    for role in Role:
        name = f"Demo {rules.role(role).name.nl}"
        if role in BY_AREA:
            if district[0]:
                yield DemoPerson(
                    username=f"demo-{role.value}", name=f"{name} {district[1]}", role=role, area=district[0]
                )
        elif role is Role.COUNCIL_MEMBER:
            for faction in _factions(code):
                username = f"demo-{role.value}-{slug(faction)}"[:150]
                yield DemoPerson(username=username, name=f"{name} {faction}", role=role, faction=faction)
        elif role is Role.ACTION_OWNER:
            if department := _department(code):
                yield DemoPerson(
                    username=f"demo-{role.value}",
                    name=f"{name} {department}",
                    role=role,
                    department=department,
                )
        else:
            yield DemoPerson(username=f"demo-{role.value}", name=name, role=role)


def make_demo_accounts(code: str) -> Filled:
    """Make the accounts that are not there yet.

    Raises:
        UsageError: this is no demonstration, or real people have accounts here.

    """
    if not settings.BAKEN_DEMO:
        raise UsageError("accounts that anybody can use are for a demonstration.", do="Start it with --demo.")
    if Account.objects.exclude(username__startswith="demo-").exists():
        raise UsageError(
            "people have accounts in this workspace, and a demonstration lets anybody sign in as them.",
            do="Leave out --demo, or use another workspace.",
        )
    made: Counter[str] = Counter()
    for one in demo_people(code):
        if Account.objects.filter(username=one.username).exists():
            continue
        account = create(Account, {"username": one.username, "name": one.name}, _WHY)
        values = {
            "account": account,
            "role": one.role.value,
            "area": one.area,
            "faction": one.faction,
            "department": one.department,
            "start": SINCE,
        }
        create(Assignment, values, _WHY)
        made.update(["Account", "Assignment"])
    return Filled(counts=dict(made), changed={}, left_alone=())


def _factions(code: str) -> list[str]:
    """The factions with the most votes in what is told, the largest first."""
    votes = Counter(
        voter.faction
        for decision in load_cycle_records(code).decisions.decisions
        for voter in (*decision.favour, *decision.against)
    )
    return [name for name, _ in votes.most_common(_FACTIONS)]


def _department(code: str) -> str:
    """The department that leads most actions, or else the first that is told."""
    work = load_cycle_records(code).work
    names = [one.name for one in work.parties if one.kind == "department"]
    leads = Counter(one.lead for one in work.actions if one.lead in names)
    return next((name for name, _ in leads.most_common(1)), names[0] if names else "")
