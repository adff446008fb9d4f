# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What every register keeps to, so that its pages work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from baken.cycle.models import (
    ActionRecord,
    Ambition,
    Document,
    DocumentLink,
    Goal,
    Party,
    Review,
    SteeringIndicator,
    Theme,
)
from baken.desk.forms import OWN_FIELDS
from baken.desk.registers import ALL, REGISTERS, Register

FEW, MANY = 10, 40


@pytest.mark.parametrize("register", ALL, ids=lambda one: one.slug)
def test_a_register_names_fields_of_its_model_that_a_form_can_ask(register: Register) -> None:
    held = {one.name for one in register.model._meta.get_fields()}
    assert set(register.fields) <= held
    assert set(register.columns) <= held
    assert set(register.filters) <= held
    # The form asks these itself: a field of the record of that name would be hidden behind it.
    assert not set(register.fields) & OWN_FIELDS
    assert all(one.register in REGISTERS for one in register.below)


def test_every_slug_and_model_has_one_register() -> None:
    assert len({one.slug for one in ALL}) == len({one.model for one in ALL}) == len(ALL)


@pytest.mark.requirement("CYC-10")
def test_a_review_is_added_by_hand(signed_in: Callable[[str], Client]) -> None:
    made = signed_in("adviser").post(
        "/werk/register/heroverwegingen/nieuw/",
        {
            "title": "Explosies in twee buurten",
            "cause": "signal",
            "what": "Drie in een maand.",
            "noticed": "2026-05-01",
            "bodies": ["council", "executive"],
        },
    )
    assert made.status_code == 302, made.content.decode()
    review = Review.objects.get()
    assert (str(review.noticed), review.bodies) == ("2026-05-01", ["council", "executive"])


def asked_of_the_database(browser: Client, address: str) -> int:
    """How many questions a page asks; the second time, when all that is kept between pages is there."""
    asked: list[str] = []

    def count(execute: Callable[..., object], sql: str, *others: object) -> object:
        asked.append(sql)
        return execute(sql, *others)

    assert browser.get(address).status_code == 200
    with connection.execute_wrapper(count):
        assert browser.get(address).status_code == 200
    return len(asked)


def add_to(plan: Document, programme: Document, start: int, end: int) -> None:
    """Actions of a plan, each with a theme, lead, co-owners, goal and ambition of its own."""
    for n in range(start, end):
        theme = Theme.objects.create(code=f"thema-{n}", name=f"Thema {n}")
        lead = Party.objects.create(name=f"Partij {n}", kind="department")
        ambition = Ambition.objects.create(title=f"Ambitie {n}")
        Ambition.objects.create(title=f"Losse ambitie {n}")
        goal = Goal.objects.create(title=f"Doel {n}", document=programme, theme=theme, ambition=ambition)
        goal.indicators.add(SteeringIndicator.objects.create(code=f"cijfer-{n}", name=f"Cijfer {n}"))
        action = ActionRecord.objects.create(
            title=f"Actie {n}", plan=plan, goal=goal, theme=theme, lead=lead, end_words="2027"
        )
        action.co_owners.add(lead)


@pytest.mark.parametrize("role", ["adviser", "action-owner", "council-member", "area-team"])
def test_a_page_asks_the_database_as_much_of_many_actions_as_of_few(
    signed_in: Callable[[str], Client], role: str
) -> None:
    programme = Document.objects.create(
        title="MJP",
        kind="programme",
        visibility="public",
        status="adopted",
        start="2027-01-01",
        end="2030-12-31",
    )
    plan = Document.objects.create(
        title="Plan", kind="implementation-plan", visibility="public", status="adopted"
    )
    DocumentLink.objects.create(source=plan, relation="implements", target=programme)
    add_to(plan, programme, 0, FEW)
    pages = [
        f"/werk/register/documenten/{plan.pk}/",
        f"/werk/register/documenten/{programme.pk}/",
        "/werk/register/acties/",
        "/werk/register/doelen/",
        "/werk/acties/",
        f"/werk/doelenboom/?programma={programme.pk}",
    ]
    browser = signed_in(role)
    seen = [one for one in pages if browser.get(one).status_code == 200]
    assert "/werk/acties/" in seen
    few = {one: asked_of_the_database(browser, one) for one in seen}
    add_to(plan, programme, FEW, MANY)
    many = {one: asked_of_the_database(browser, one) for one in seen}
    assert many == few
