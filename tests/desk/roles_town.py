# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The database of a whole module: a town with every kind of record and a person of every role, made once."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from baken.accounts.models import Account
from baken.desk.access import BY_PROVIDER
from baken.model.governance import Role
from desk.roles_world import World
from people import BACKEND, make_person


@dataclass(frozen=True, kw_only=True)
class Town:
    """The records, and the people with their browsers."""

    world: World
    people: Mapping[Role, Account]

    def browser(self, role: Role, *, both: bool = True, checks: bool = False) -> Client:
        """A browser in which somebody signed in; not ``both``: with the first factor only."""
        client = Client(HTTP_HOST="localhost", enforce_csrf_checks=checks)
        client.force_login(self.people[role], backend=BACKEND)
        if both:
            session = client.session
            session[BY_PROVIDER] = True
            session.save()
        return client


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is undone."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


def made(words: str = "zz") -> Town:
    """A town, in the transaction that is open."""
    people = {role: make_person(role) for role in Role}
    world = World(words=words)
    world.fill()
    return Town(world=world, people=people)


@contextmanager
def standing(blocker: DjangoDbBlocker, words: str = "zz") -> Iterator[Town]:
    """A town for as long as a module runs."""
    with blocker.unblock(), transaction.atomic():
        yield made(words)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    """A town with plain words."""
    del django_db_setup
    # Every refusal would be a line of the log: thousands here.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    with standing(django_db_blocker) as found:
        yield found
    logging.getLogger("django.request").setLevel(logging.NOTSET)
