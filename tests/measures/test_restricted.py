# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What only the mayor and the order officer see appears for nobody else, on whichever page."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from openpyxl import load_workbook

from baken.accounts import changes
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError
from baken.accounts.models import AuditEntry
from baken.accounts.rights import INSIDE
from baken.measures.models import Measure, MeasureCount, PowerUse, ProtectedNumber
from baken.model.governance import Role
from people import SET_UP, own_district

Browser = Callable[[str], Client]
SECRET = 8675309
ADDRESS, DETAIL = "Geheimestraat 12", "hennepkwekerij op zolder"
USES, NUMBERS = "/werk/register/bevoegdheidsgebruik/", "/werk/register/beschermde-aantallen/"
KEEPERS = {Role.MAYOR, Role.ORDER_OFFICER}
OTHERS = sorted(set(Role) - KEEPERS)
SHOWN_TO = sorted(INSIDE - KEEPERS)


@pytest.fixture
def number(make: Callable[..., Measure]) -> ProtectedNumber:
    """A protected number with one change in its history."""
    values = {
        "measure": make(kind="radicalisation"),
        "period": "2026-Q1",
        "what": "lopende zaken",
        "value": 4,
    }
    held = changes.create(ProtectedNumber, values, SET_UP)
    return changes.change(held, {"value": SECRET}, SET_UP)


@pytest.fixture
def use(make: Callable[..., Measure]) -> PowerUse:
    """A closure with its address."""
    measure = make(kind="closure", act="closure", power="opiumwet-13b", body="mayor", title="Drugspanden")
    values = {
        "dated": date(2026, 2, 3),
        "measure": measure,
        "act": "closure",
        "power": "opiumwet-13b",
        "body": "mayor",
        "area": own_district(),
        "address": ADDRESS,
        "detail": DETAIL,
    }
    return changes.create(PowerUse, values, SET_UP)


def _digits(page: str) -> str:
    """A page without what stands between groups of digits."""
    return page.replace(".", "").replace("\xa0", "").replace(",", "")


def _pages(register: str, key: str, measure: str) -> list[str]:
    found = [register, f"{register}?address=Geheim", "/werk/spoor/"]
    found += [f"{register}{key}/{page}" for page in ("", "wijzigen/", "intrekken/", "geschiedenis/")]
    area = f"/werk/gebieden/{own_district()}/"
    return [
        *found,
        f"{register}nieuw/",
        f"/werk/register/maatregelen/{measure}/",
        "/werk/bevoegdheden/",
        area,
    ]


@pytest.mark.requirement("MEAS-10")
def test_a_protected_number_is_nowhere_for_others(signed_in: Browser, number: ProtectedNumber) -> None:
    for role in OTHERS:
        browser = signed_in(role)
        for page in _pages(NUMBERS, number.pk, str(number.measure_id)):
            answer = browser.get(page).content.decode()
            assert str(SECRET) not in _digits(answer), (role, page)
            assert 'name="value"' not in answer, (role, page)


@pytest.mark.requirement("MEAS-10", "MEAS-04")
def test_the_trail_tells_that_hidden_fields_changed_and_not_what_they_were(
    signed_in: Browser, number: ProtectedNumber, use: PowerUse
) -> None:
    for entry in AuditEntry.objects.all():
        kept = entry.changes + entry.title
        assert str(SECRET) not in kept
        assert ADDRESS not in kept
        assert DETAIL not in kept
    assert signed_in("mayor").get(f"{NUMBERS}{number.pk}/geschiedenis/").content.count(b"<article") == 2
    assert signed_in("mayor").get(f"{USES}{use.pk}/geschiedenis/").content.count(b"<article") == 1


@pytest.mark.requirement("MEAS-10")
@pytest.mark.parametrize("role", sorted(KEEPERS))
def test_the_mayor_and_the_order_officer_see_it(
    signed_in: Browser, number: ProtectedNumber, role: str
) -> None:
    browser = signed_in(role)
    for page in (NUMBERS, f"{NUMBERS}{number.pk}/", f"{NUMBERS}{number.pk}/wijzigen/")[
        : 2 + (role != "mayor")
    ]:
        assert str(SECRET) in _digits(browser.get(page).content.decode())


@pytest.mark.requirement("MEAS-10")
def test_nobody_gets_round_the_protection(
    make: Callable[..., Measure], actor: Callable[[str], Actor]
) -> None:
    measure = make(kind="radicalisation")
    values = {"measure": measure, "period": "2026-Q1", "what": "lopende zaken", "value": 3}
    with pytest.raises(ValidationError) as refused:
        changes.create(MeasureCount, values, SET_UP)
    assert "measure" in refused.value.message_dict
    with pytest.raises(ValidationError):
        make(kind="radicalisation", area=own_district())
    for role in [*OTHERS, Role.MAYOR]:
        with pytest.raises(NotAllowedError):
            changes.create(ProtectedNumber, values, Asked(by=actor(role), why=""))
    assert changes.create(ProtectedNumber, values, Asked(by=actor("order-officer"), why="")).value == 3


@pytest.mark.requirement("MEAS-04")
def test_an_address_is_nowhere_for_others(signed_in: Browser, use: PowerUse) -> None:
    for role in OTHERS:
        browser = signed_in(role)
        for page in _pages(USES, use.pk, str(use.measure_id)):
            answer = browser.get(page).content.decode()
            for secret in (ADDRESS, DETAIL, 'name="address"', 'name="detail"'):
                assert secret not in answer, (role, page)
    for role in sorted(KEEPERS):
        assert ADDRESS in signed_in(role).get(f"{USES}{use.pk}/").content.decode()


@pytest.mark.requirement("MEAS-04")
def test_a_conflict_shows_the_address_to_its_keepers_only(signed_in: Browser, use: PowerUse) -> None:
    place = f"{USES}{use.pk}/wijzigen/"
    form = {
        "dated": "2026-02-03",
        "measure": use.measure_id,
        "act": "closure",
        "power": "opiumwet-13b",
        "body": "mayor",
        "area": "",
        "why": "gebied onbekend",
        "seen": "1",
    }
    changes.change(use, {"area": ""}, SET_UP)
    changes.change(use, {"address": ADDRESS + "a"}, SET_UP)
    officer = signed_in("order-officer").post(place, {**form, "address": "Anders 3", "detail": DETAIL})
    assert officer.status_code == 409
    assert ADDRESS in officer.content.decode()
    for role in SHOWN_TO:
        answer = signed_in(role).post(place, {**form, "address": "Anders 3"})
        assert answer.status_code == 403
        assert ADDRESS not in answer.content.decode()
    assert PowerUse.objects.get().address == ADDRESS + "a"


def test_who_records_for_another_body_does_not_change_a_use(signed_in: Browser, use: PowerUse) -> None:
    for role in ("secretary", "adviser", "mayor"):
        assert signed_in(role).get(f"{USES}{use.pk}/wijzigen/").status_code == 403
    assert signed_in("order-officer").get(f"{USES}{use.pk}/wijzigen/").status_code == 200


@pytest.mark.requirement("MEAS-04", "LAW-10")
def test_the_spreadsheet_counts_per_quarter_and_holds_no_address(signed_in: Browser, use: PowerUse) -> None:
    again = {"dated": date(2026, 3, 30), "act": "closure", "power": "opiumwet-13b", "body": "mayor"}
    changes.create(PowerUse, again, SET_UP)
    ban = {"dated": date(2026, 4, 1), "act": "area-ban", "power": "gemeentewet-172a", "body": "mayor"}
    changes.create(PowerUse, ban, SET_UP)
    file = signed_in("order-officer").get("/werk/bevoegdheden/download/")
    book = load_workbook(io.BytesIO(file.content))
    cells = [[str(cell.value or "") for cell in row] for sheet in book for row in sheet.iter_rows()]
    text = " ".join(value for row in cells for value in row)
    assert ADDRESS not in text
    assert DETAIL not in text
    rows = [row for row in cells if row[0] == "2026"]
    assert [(row[1], row[-1]) for row in rows] == [("1", "2"), ("2", "1")]
    assert "13b" in rows[0][2]
    assert "172a" in rows[1][2]
    assert all(row[3] in {"niet gecontroleerd", "not checked"} for row in rows)
    assert signed_in("council-member").get("/werk/bevoegdheden/download/").status_code == 403


@pytest.mark.requirement("LAW-10")
def test_the_report_counts_by_article_and_marks_what_nobody_checked(
    signed_in: Browser, use: PowerUse
) -> None:
    page = signed_in("adviser").get("/werk/bevoegdheden/").content.decode()
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert "13b" in table
    assert "<td>1</td>" in table
    assert 'class="status"' in table
    changes.withdraw(use, Asked(by=SET_UP.by, why="dubbel"))
    assert "<tbody>" not in signed_in("adviser").get("/werk/bevoegdheden/").content.decode()


@pytest.mark.requirement("LAW-09", "LAW-10")
def test_a_use_is_recorded_for_the_body_that_holds_the_power(actor: Callable[[str], Actor], db: None) -> None:
    del db
    values = {"dated": date(2026, 2, 3), "act": "closure", "power": "opiumwet-13b", "body": "mayor"}
    with pytest.raises(NotAllowedError):
        changes.create(PowerUse, values, Asked(by=actor("secretary"), why=""))
    with pytest.raises(ValidationError) as refused:
        changes.create(PowerUse, {**values, "body": "executive"}, Asked(by=actor("secretary"), why=""))
    assert "body" in refused.value.message_dict
    with pytest.raises(ValidationError) as refused:
        changes.create(PowerUse, {**values, "power": ""}, Asked(by=actor("order-officer"), why=""))
    assert "power" in refused.value.message_dict
    assert changes.create(PowerUse, values, Asked(by=actor("order-officer"), why="")).pk


def test_an_address_field_takes_an_address_and_no_person(db: None) -> None:
    del db
    values = {"dated": date(2026, 2, 3), "act": "closure", "power": "opiumwet-13b", "body": "mayor"}
    for wrong in ({"address": "mevrouw Pietersen"}, {"detail": "BSN 111222333"}, {"detail": ADDRESS}):
        with pytest.raises(ValidationError) as refused:
            changes.create(PowerUse, {**values, **wrong}, SET_UP)
        assert set(refused.value.message_dict) == set(wrong)
    assert changes.create(PowerUse, {**values, "address": ADDRESS}, SET_UP).address == ADDRESS
