# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""People of every role, for the tests of the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from django.test import Client

from baken.accounts import changes, districts
from baken.accounts.actor import SYSTEM, Actor
from baken.accounts.changes import Asked
from baken.accounts.models import Account, Assignment
from baken.desk.access import BY_PROVIDER
from baken.model.governance import BY_AREA, Role

BACKEND = "django.contrib.auth.backends.ModelBackend"
DEPARTMENT = "Veiligheid en Leefbaarheid"
FACTION = "SPM"
SET_UP = Asked(by=SYSTEM, why="set up for a test")


def own_district() -> str:
    """The district of those who have one: the first."""
    return districts.districts()[0][0]


def make_person(role: Role, name: str = "") -> Account:
    """An account with one role."""
    account = changes.create(
        Account, {"username": name or role.value, "name": f"Test {name or role.value}"}, SET_UP
    )
    assignment = {
        "account": account,
        "role": role.value,
        "start": date(2020, 1, 1),
        "area": own_district() if role in BY_AREA else "",
        "faction": FACTION if role is Role.COUNCIL_MEMBER else "",
        "department": DEPARTMENT if role is Role.ACTION_OWNER else "",
    }
    changes.create(Assignment, assignment, SET_UP)
    return account


@pytest.fixture
def people(db: None) -> Mapping[str, Account]:
    """One person with each role, by role."""
    del db
    return {role.value: make_person(role) for role in Role}


@pytest.fixture
def actor(people: Mapping[str, Account]) -> Callable[[str], Actor]:
    """Who acts, by role."""
    return lambda role: people[role].actor()


@pytest.fixture
def signed_in(people: Mapping[str, Account]) -> Callable[[str], Client]:
    """A browser in which somebody with a role has signed in."""

    def browser(role: str) -> Client:
        client = Client(HTTP_HOST="localhost")
        client.force_login(people[role], backend=BACKEND)
        session = client.session
        session[BY_PROVIDER] = True
        session.save()
        return client

    return browser
