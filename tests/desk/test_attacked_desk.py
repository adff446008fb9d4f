# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The desk under attack: by whoever guesses, sends what no form offers, or writes markup into a field."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from baken.accounts.changes import Asked, NotAllowedError, change, create
from baken.accounts.models import Account, AuditEntry
from baken.cycle.models import ActionRecord, Document
from baken.desk.registers import ALL, Register
from baken.model.governance import Role
from desk.roles_asking import ROOT
from desk.roles_town import Town, town
from people import own_district

__all__ = ["town"]
pytestmark = pytest.mark.django_db
NUL = "a\x00b"
ODD = (
    NUL,
    "' OR 1=1 --",
    '"; DROP TABLE cycle_document; --',
    "%",
    "\\",
    "²",
    "٣",
    "9" * 400,
    "-1",
    "1e9",
    "\ud7ff\uffff",
    "x" * 20_000,
    "../../etc/passwd",
    "{{ 7|add:7 }}",
    "a\r\nSet-Cookie: x=1",
)


def filled(register: Register, browser: Client, record_id: str) -> dict[str, str]:
    """What the form of a record holds when it is opened."""
    form = browser.get(f"{ROOT}{register.slug}/{record_id}/wijzigen/").context["form"]
    held = {name: form[name].value() for name in form.fields}
    return {
        name: str(value)
        for name, value in held.items()
        if isinstance(value, str | int) and value not in ("", None)
    }


def answers_well(answer: Any) -> bool:
    """No fault of the server, and no header that somebody else wrote."""
    return answer.status_code < 500 and "x=1" not in str(answer.cookies) + str(answer.headers)


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_whatever_stands_in_an_address_is_no_fault(town: Town, value: str) -> None:
    browser = town.browser(Role.ADVISER)
    for register in ALL:
        for name in (*register.filters, "q"):
            shown = browser.get(f"{ROOT}{register.slug}/", {name: value, "page": value})
            assert answers_well(shown), (register.slug, name)
        assert answers_well(
            browser.get(f"{ROOT}{register.slug}/nieuw/", dict.fromkeys(register.fields, value))
        )
    for page in (
        "acties/",
        "acties/download/",
        "kalender/",
        "participatie/",
        "aanmelden/",
        "spoor/",
        "bevoegdheden/",
    ):
        for name in ("plan", "op", "next", "fractie", "q", "page", "jaar"):
            assert answers_well(browser.get(f"/werk/{page}", {name: value})), (page, name)


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_whatever_stands_in_a_form_is_no_fault(town: Town, value: str) -> None:
    browsers: dict[Role, Client] = {}
    for register in ALL:
        role = min(register.model.rights.add, default=Role.ADVISER)
        browser = browsers.setdefault(role, town.browser(role))
        sent = {**dict.fromkeys(register.fields, value), "why": value, "seen": value}
        assert answers_well(browser.post(f"{ROOT}{register.slug}/nieuw/", sent)), register.slug
    place = f"{ROOT}documenten/document-own/"
    browser = town.browser(Role.ADVISER)
    for page in ("wijzigen/", "intrekken/", "stap/submit/"):
        assert answers_well(browser.post(place + page, {"why": value, "seen": value, "title": value})), page
    assert answers_well(
        browser.post("/werk/aanmelden/", {"username": value, "password": value, "next": value})
    )
    assert answers_well(browser.post("/werk/taal/", {"language": value, "next": value}))
    assert answers_well(browser.post("/werk/stemming/decision-own/", {"text": value}))
    assert answers_well(
        browser.post("/werk/acties/overnemen/", {"plan": value, "kept": value, "name": value})
    )


def test_ids_that_somebody_guesses_lead_nowhere(town: Town) -> None:
    team = town.browser(Role.AREA_TEAM)
    for guess in ("1", "0", "document-own", "action", "None", "null", "document-own%20", "a" * 500):
        for page in ("", "wijzigen/", "intrekken/", "geschiedenis/", "stap/submit/"):
            assert team.get(f"{ROOT}documenten/{guess}/{page}").status_code == 404, (guess, page)
    # What exists and what does not looks the same.
    there, none = team.get(f"{ROOT}documenten/document-own/"), team.get(f"{ROOT}documenten/none/")
    assert there.content.replace(b"document-own", b"none") == none.content


def test_nobody_moves_a_record_into_or_out_of_his_district(town: Town) -> None:
    manager = town.browser(Role.AREA_MANAGER)
    own, other = (
        ActionRecord.objects.get(pk="actionrecord-own"),
        ActionRecord.objects.get(pk="actionrecord-other"),
    )
    form = {"title": own.title, "area": other.area, "why": "x", "seen": "1"}
    # Another district is not offered, and who asks for it past the form is refused as well.
    assert manager.post(f"{ROOT}acties/{own.pk}/wijzigen/", form).status_code == 422
    by = Account.objects.get(pk=manager.session["_auth_user_id"]).actor()
    with pytest.raises(NotAllowedError):
        change(own, {"area": other.area, "plan": None}, Asked(by=by, why="x"))
    assert manager.post(f"{ROOT}acties/{other.pk}/wijzigen/", {**form, "area": own.area}).status_code == 403
    assert manager.post(f"{ROOT}acties/nieuw/", form).status_code == 422
    with pytest.raises(NotAllowedError):
        create(ActionRecord, {"title": "Elders", "area": other.area}, Asked(by=by, why="x"))
    assert ActionRecord.objects.get(pk=own.pk).area == own_district()
    assert ActionRecord.objects.get(pk=other.pk).area == other.area
    assert not ActionRecord.objects.filter(area=other.area, version__gt=1).exists()


def test_fields_that_a_form_does_not_offer_cannot_be_set(town: Town) -> None:
    """Whatever is sent along: the id, the version, whether it was withdrawn, its state, its signature."""
    for register in ALL:
        form = {one.name for one in register.model._meta.concrete_fields} - set(register.fields)
        record = town.world.made[register.model]["own"]
        role = next(iter(sorted((register.model.rights.change or register.model.rights.add), key=str)), None)
        if role is None:
            continue
        browser = town.browser(role)
        shown = browser.get(f"{ROOT}{register.slug}/{record.pk}/wijzigen/")
        if shown.status_code != 200:
            continue
        before = {name: getattr(record, name) for name in form if name != "version"}
        sent = {
            **dict.fromkeys(form, "1"),
            "status": "adopted",
            "withdrawn": "on",
            "version": "99",
            "why": "x",
        }
        browser.post(
            f"{ROOT}{register.slug}/{record.pk}/wijzigen/", {**filled(register, browser, record.pk), **sent}
        )
        now = register.model._default_manager.get(pk=record.pk)
        for name, value in before.items():
            if (
                name not in {"since", "since_latest", "reading_level"}
                and not register.model._meta.get_field(name).is_relation
            ):
                held = getattr(now, name)
                assert (bytes(held) if isinstance(held, memoryview) else held) == value, (register.slug, name)
        assert now.version <= record.version + 1


def test_a_person_gives_himself_no_role_and_no_password(town: Town) -> None:
    reader = town.people[Role.READER]
    for role in Role:
        if role is Role.ADMINISTRATOR:
            continue
        browser = town.browser(role)
        sent = {"account": reader.pk, "role": "administrator", "start": "2020-01-01", "why": "x"}
        assert browser.post(f"{ROOT}rollen/nieuw/", sent).status_code in {403, 404}
        assert browser.post(f"{ROOT}accounts/{reader.pk}/wijzigen/", {"password": "x"}).status_code in {
            403,
            404,
        }
    administrator = town.browser(Role.ADMINISTRATOR)
    sent = {"username": "reader", "name": "R", "password": "x", "why": "x", "seen": "1", "is_superuser": "1"}
    administrator.post(f"{ROOT}accounts/{reader.pk}/wijzigen/", sent)
    assert Account.objects.get(pk=reader.pk).password == reader.password


@pytest.mark.parametrize(
    "there",
    [
        "//evil.example/",
        "https://evil.example/werk/",
        "/werk//evil.example/",
        "/\\evil.example",
        "/werk/\\evil.example",
        "javascript:alert(1)",
        "/werk/\r\nSet-Cookie: x=1",
        "werk/",
        "///evil.example/werk/",
        "/werk/../../evil",
    ],
)
def test_no_page_leads_out_of_the_desk(town: Town, there: str) -> None:
    account = town.people[Role.READER]
    account.set_password("een lang wachtwoord")
    account.save()
    nobody = Client(HTTP_HOST="localhost")
    signed = nobody.post(
        "/werk/aanmelden/", {"username": "reader", "password": "een lang wachtwoord", "next": there}
    )
    spoken = nobody.post("/werk/taal/", {"language": "en", "next": there})
    for answer in (signed, spoken):
        assert answer.status_code == 302
        led = urlsplit(answer["Location"])
        assert (led.scheme, led.netloc) == ("", ""), answer["Location"]
        assert led.path.startswith("/werk/"), answer["Location"]
        assert "\\" not in answer["Location"]
        assert "x=1" not in str(answer.cookies)
    shown = Client(HTTP_HOST="localhost").get("/werk/aanmelden/", {"next": there}).content.decode()
    assert "evil.example" not in shown or there.startswith("/werk/")


@pytest.mark.parametrize(
    "header", ["HTTP_X_HTTP_METHOD_OVERRIDE", "HTTP_X_METHOD_OVERRIDE", "HTTP_X_HTTP_METHOD"]
)
def test_a_method_in_a_header_or_a_field_is_none(town: Town, header: str) -> None:
    browser: Any = town.browser(Role.ADVISER)
    before = AuditEntry.objects.count()
    place = f"{ROOT}documenten/document-own/wijzigen/"
    assert (
        browser.get(place, {"_method": "POST", "title": "x", "why": "x"}, **{header: "POST"}).status_code
        == 200
    )
    for method in ("put", "patch", "delete", "options", "trace"):
        assert getattr(browser, method)(place, **{header: "POST"}).status_code == 405
    assert AuditEntry.objects.count() == before


def test_the_host_of_a_request_is_one_that_is_known() -> None:
    assert Client(HTTP_HOST="evil.example").get("/werk/aanmelden/").status_code == 400


def test_a_message_about_a_record_is_words_too(town: Town) -> None:
    browser = town.browser(Role.ADVISER)
    sent = {"kind": "programme", "title": "<img src=x onerror=1>", "held": "held", "visibility": "internal"}
    made = browser.post(f"{ROOT}documenten/nieuw/", sent)
    seen = {**sent, "title": "<b>another</b>", "why": "<i>why</i>", "seen": "1"}
    browser.post(f"{made['Location']}wijzigen/", seen)
    for page in (
        browser.post(f"{made['Location']}wijzigen/", seen),
        browser.get(f"{made['Location']}geschiedenis/"),
    ):
        text = page.content.decode()
        assert not [one for one in ("<img src=x", "<b>another", "<i>why") if one in text]
    assert Document.objects.filter(title="<b>another</b>").count() == 1
