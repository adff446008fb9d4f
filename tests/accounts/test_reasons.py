# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reasons stand in the trail for ever, so no personal data enters them; offices and bodies do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from django.test import Client

from baken.accounts import changes
from baken.accounts.actor import Actor
from baken.accounts.administering import end_sessions, make_link, reset_second_factor
from baken.accounts.changes import Asked
from baken.accounts.models import Account, AuditEntry
from baken.cycle.models import Document, Theme
from baken.cycle.publishing import publish
from baken.model.errors import UsageError
from people import SET_UP

ROOT = "/werk/register/"
PERSON = "Gebeld met Fleur Jansen, 06-12345678"
OFFICES = (
    "Burgemeester Hillenaar heeft dit op 12 mei besloten",
    "Door de raad vastgesteld op 12 mei 2026, zaaknummer 2026-01234",
    "Afgestemd met politie, Openbaar Ministerie en team Handhaving",
    "Op verzoek van het college; motie van D66 en SPM aangenomen",
)


@pytest.fixture
def theme(db: None) -> Theme:
    """A theme that was there before."""
    del db
    return changes.create(Theme, {"code": "ondermijning", "name": "Ondermijning"}, SET_UP)


@pytest.fixture
def adviser(actor: Callable[[str], Actor]) -> Actor:
    """Somebody who may change it."""
    return actor("adviser")


def test_no_change_takes_a_reason_about_a_person(theme: Theme, adviser: Actor) -> None:
    asked = Asked(by=adviser, why=PERSON)
    before = AuditEntry.objects.count()
    acts: tuple[Callable[[], object], ...] = (
        lambda: changes.create(Theme, {"code": "x", "name": "X"}, asked),
        lambda: changes.change(theme, {"name": "Y"}, asked),
        lambda: changes.move(theme, "pick-up", asked),
        lambda: changes.withdraw(theme, asked),
    )
    for act in acts:
        with pytest.raises(UsageError) as refused:
            act()
        # It says what and where, and does not say it again.
        assert "Jansen" not in str(refused.value)
        assert "12345678" not in str(refused.value)
    assert AuditEntry.objects.count() == before
    theme.refresh_from_db()
    assert (theme.name, theme.status, theme.withdrawn) == ("Ondermijning", Theme().status, False)


@pytest.mark.parametrize("why", OFFICES)
def test_offices_bodies_and_case_numbers_are_no_persons(theme: Theme, adviser: Actor, why: str) -> None:
    changes.change(theme, {"name": "Y"}, Asked(by=adviser, why=why))
    assert AuditEntry.objects.order_by("number").last().why == why  # type: ignore[union-attr] # there is one


def test_what_the_software_says_by_itself_is_not_read(theme: Theme, adviser: Actor) -> None:
    changes.change(theme, {"name": "Y"}, Asked(by=SET_UP.by, why=PERSON))
    # A reason that the software has ready names records, whatever these are called.
    changes.change(
        theme, {"name": "Z"}, Asked(by=adviser, why=f"cyclus van '{PERSON}' ingericht", typed=False)
    )
    theme.refresh_from_db()
    assert theme.name == "Z"


def test_setting_up_a_cycle_works_whatever_its_programme_is_called(
    signed_in: Callable[[str], Client],
) -> None:
    values = {
        "kind": "programme",
        "title": "Programma van Fleur Jansen",
        "held": "held",
        "visibility": "internal",
        "start": date(2027, 1, 1),
        "end": date(2030, 12, 31),
    }
    programme = changes.create(Document, values, SET_UP)
    assert signed_in("adviser").post(f"/werk/kalender/cyclus/{programme.pk}/").status_code == 302
    assert AuditEntry.objects.filter(why__contains="Fleur Jansen").exists()


def test_administering_and_publishing_take_no_such_reason_either(
    people: Mapping[str, Account], actor: Callable[[str], Actor]
) -> None:
    asked = Asked(by=actor("administrator"), why=PERSON)
    account = people["reader"]
    before = AuditEntry.objects.count()
    for act in (make_link, reset_second_factor, end_sessions):
        with pytest.raises(UsageError):
            act(account, asked)
    with pytest.raises(UsageError):
        publish(date(2026, 5, 1), Asked(by=actor("adviser"), why=PERSON), None)
    assert AuditEntry.objects.count() == before


def test_forms_refuse_it_beside_the_reason(theme: Theme, signed_in: Callable[[str], Client]) -> None:
    browser = signed_in("adviser")
    place = f"{ROOT}themas/{theme.pk}/"
    values = {"name": "Y", "kind": "theme", "code": theme.code, "why": PERSON}
    for address in (
        f"{place}wijzigen/",
        f"{place}stap/pick-up/",
        f"{place}intrekken/",
        f"{ROOT}themas/nieuw/",
    ):
        answer = browser.post(address, values)
        assert answer.status_code == 422, address
        wrong = answer.context["form"].errors
        assert list(wrong) == ["why"], address
        # What somebody typed stays in its field; the line about it does not repeat it.
        assert PERSON in answer.content.decode()
        assert "Jansen" not in " ".join(wrong["why"])
    again = browser.post(f"{place}wijzigen/", {**values, "why": OFFICES[0]})
    assert again.status_code == 302


def test_a_note_of_an_edition_is_a_reason_too(signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("analyst").post("/werk/edities/nieuw/", {"on": "2026-05-01", "note": PERSON})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["note"]
