# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every address of the desk against every role: nothing is reached or shown that is not meant to be."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from baken.accounts.actor import Actor
from baken.accounts.models import Account, AuditEntry, Record
from baken.accounts.rights import Act, covered
from baken.desk.registers import ALL
from baken.model.governance import Role
from desk import roles_expected as expected
from desk.roles_asking import ROOT, SAFE, everything, routes
from desk.roles_matching import covers
from desk.roles_town import Town, town, undone

__all__ = ["town"]
pytestmark = pytest.mark.django_db
MARK = re.compile(r"zz\d+zz")
SECRET = re.compile(r"hh\d+hh|91\d\d\d\d")
LINK = re.compile(r'<th scope="row"><a href="/werk/register/([\w-]+)/([\w-]+)/"')


def test_every_address_has_an_entry() -> None:
    known = {*expected.OPEN, *expected.FIRST_FACTOR, *expected.PAGES, *expected.REGISTERS}
    there = {route for route, _ in routes()}
    assert there - known == set(), "say in tests/desk/roles_expected.py who sees these"
    assert known - there == set(), "these are gone"


def test_the_open_addresses_are_these_and_no_others() -> None:
    marked = {route for route, one in routes() if getattr(one.callback, "open_to_all", False)}
    assert marked == set(expected.OPEN)
    first = {route for route, one in routes() if getattr(one.callback, "first_factor_only", False)}
    assert first == set(expected.FIRST_FACTOR)


@pytest.mark.parametrize("role", Role)
def test_every_page_answers_as_its_rights_say(town: Town, role: Role) -> None:
    actor, browser = town.people[role].actor(), town.browser(role)
    wrong, leaks = [], set()
    for ask in everything(town.world, actor):
        shown = browser.get(ask.address)
        if shown.status_code not in ask.get:
            wrong.append(("GET", ask.address, shown.status_code, set(ask.get)))
        leaks |= {(ask.address, *one) for one in _leaks(ask.address, shown, town, actor)}
        # Pages that only show refuse every form before anything else: looked at once.
        if (
            ask.post == SAFE
            and ask.address.startswith(ROOT)
            and not ask.address.startswith(f"{ROOT}documenten/")
        ):
            continue
        answered = browser.post(ask.address, {})
        if answered.status_code not in ask.post:
            wrong.append(("POST", ask.address, answered.status_code, set(ask.post)))
        leaks |= {(ask.address, *one) for one in _leaks(ask.address, answered, town, actor)}
    assert not wrong, "\n".join(map(str, wrong))
    assert not leaks, "\n".join(map(str, sorted(leaks)))


def _leaks(address: str, answer: Any, town: Town, actor: Actor) -> set[tuple[str, str]]:
    """What a page shows that this person may not read: a record by its words, or a hidden field."""
    if not answer.get("Content-Type", "").startswith("text/"):
        return set()
    said = answer.content.decode()
    found = {
        (town.world.marks[one].pk, "record")
        for one in (set() if address in expected.NAMED else set(MARK.findall(said)))
        if not covers(town.world.marks[one].rights.read, actor, town.world.marks[one])
    }
    for one in set(SECRET.findall(said)) & set(town.world.secrets):
        kind, name = town.world.secrets[one]
        if kind.rights.hides(name, actor):
            found.add((name, "hidden field"))
    return found


@pytest.mark.parametrize("role", Role)
def test_the_database_finds_exactly_the_records_that_the_rights_name(town: Town, role: Role) -> None:
    """Object by object, of every kind in every form, for reading, adding, changing and every step."""
    actor = town.people[role].actor()
    for kind, forms in town.world.made.items():
        tables = {act.value: kind.rights.table(act) for act in Act} | dict(kind.rights.steps)
        for name, table in tables.items():
            found = set(covered(kind._default_manager.all(), table, actor).values_list("pk", flat=True))
            made = {one.pk: one for one in forms.values()}
            right = {pk for pk, one in made.items() if covers(table, actor, one)}
            assert found & set(made) == right, (kind.__name__, name)


@pytest.mark.parametrize("role", Role)
def test_a_list_holds_what_somebody_may_read_and_what_is_in_use(town: Town, role: Role) -> None:
    actor, browser = town.people[role].actor(), town.browser(role)
    for register in ALL:
        if register.model in expected.LISTS.values() or register.model is Account:
            continue
        right = {
            str(one.pk)
            for one in town.world.made[register.model].values()
            if not one.withdrawn and covers(one.rights.read, actor, one)
        }
        shown: set[str] = set()
        for number in range(1, len(right) // 50 + 2):
            page = browser.get(f"{ROOT}{register.slug}/", {"page": number}).content.decode()
            shown |= {key for slug, key in LINK.findall(page) if slug == register.slug}
        others = set(
            register.model._default_manager.exclude(pk__in=_keys(town, register.model)).values_list(
                "pk", flat=True
            )
        )
        assert shown - others == right, register.slug


def _keys(town: Town, kind: type[Record]) -> list[str]:
    return [str(one.pk) for one in town.world.made[kind].values()]


def _addresses(town: Town) -> list[str]:
    actor = Actor(account="x", name="x", posts=())
    return sorted({ask.address for ask in everything(town.world, actor)})


def test_without_signing_in_every_address_leads_to_the_way_in(town: Town) -> None:
    nobody = Client(HTTP_HOST="localhost")
    for address in (*_addresses(town), *(f"/{route}" for route in expected.FIRST_FACTOR)):
        for answer in (nobody.get(address), nobody.post(address, {})):
            assert answer.status_code == 302, address
            assert answer["Location"].split("?")[0] == "/werk/aanmelden/", address


def test_with_the_first_factor_only_every_address_leads_to_the_second(town: Town) -> None:
    half = town.browser(Role.ADVISER, both=False)
    for address in _addresses(town):
        for answer in (half.get(address), half.post(address, {})):
            assert answer.status_code == 302, address
            assert answer["Location"].split("?")[0] == "/werk/tweede-factor/", address
    for route, answers in expected.FIRST_FACTOR.items():
        assert half.get(f"/{route}").status_code in answers["GET"], route
        with undone():
            assert half.post(f"/{route}", {}).status_code in answers["POST"], route
        half = town.browser(Role.ADVISER, both=False)


def test_the_open_addresses_answer_anybody(town: Town) -> None:
    del town
    nobody = Client(HTTP_HOST="localhost")
    for route, answers in expected.OPEN.items():
        address = "/" + route.replace("<str:name>", "none.css").replace("<slug:key>", "none").replace(
            "<slug:token>", "none"
        )
        assert nobody.get(address).status_code in answers["GET"], route
        assert nobody.post(address, {}).status_code in answers["POST"], route


def test_somebody_without_a_role_today_sees_nothing_of_the_municipality(town: Town) -> None:
    with undone():
        town.people[Role.READER].assignments.update(end="2020-01-02")
        browser = town.browser(Role.READER)
        for address in _addresses(town):
            answer = browser.get(address)
            assert answer.status_code in {302, 403}, address
            assert not MARK.search(answer.content.decode("utf-8", "replace")), address


def test_every_form_without_its_token_is_refused(town: Town) -> None:
    """Whoever signed in elsewhere in the same browser cannot be made to send a form."""
    before = AuditEntry.objects.count()
    for role in (Role.ADVISER, Role.ADMINISTRATOR, Role.CLERK):
        browser = town.browser(role, checks=True)
        allowed = [one for one in everything(town.world, town.people[role].actor()) if one.post != {405}]
        for ask in allowed:
            assert browser.post(ask.address, {"why": "x"}).status_code == 403, ask.address
    for route in ("aanmelden/", "aanmelden/demonstratie/", "taal/", "afmelden/"):
        assert browser.post(f"/werk/{route}", {}).status_code == 403, route
    assert AuditEntry.objects.count() == before
