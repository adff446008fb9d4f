# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Ten actions from a spreadsheet to the board, and back without loss."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from baken.accounts.models import AuditEntry
from baken.cycle.models import ActionRecord, Document, Goal, Theme
from baken.cycle.plain import plain_action
from baken.model.action import ActionStatus

from .test_recording_a_vote import made

UPLOAD = "/werk/acties/overnemen/"


def workbook(rows: list[dict[str, object]]) -> bytes:
    """A sheet as somebody would make it by hand."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Acties"
    headings = list(rows[0])
    sheet.append(headings)
    for row in rows:
        sheet.append([row.get(one) for one in headings])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ten(goal: str) -> list[dict[str, object]]:
    """Ten actions, some with little in them."""
    return [
        {
            "Actie": f"Actie {number}",
            "Wat": "Controleren van panden",
            "Trekker": "THOR" if number % 2 else "Veiligheid en Leefbaarheid",
            "Doel": goal,
            "Thema": "Ondermijning",
            "Klaar": "Q2 2027" if number % 2 else "uiterlijk begin 2028",
            "Monitoring": "jaarlijkse telling",
            "Geld": "1.250,50" if number == 1 else None,
            "Soort geld": "structureel" if number == 1 else None,
            "Kleur van de map": "geel" if number == 3 else None,
            "Status": "in uitvoering" if number > 8 else None,
            "Reden": "al begonnen" if number > 8 else None,
        }
        for number in range(1, 11)
    ]


def sent(browser: Client, plan: str, data: bytes, **further: str) -> tuple[int, str]:
    """Send a file; the status and the page."""
    file = SimpleUploadedFile("acties.xlsx", data)
    answer = browser.post(UPLOAD, {"plan": plan, "file": file, **further})
    return answer.status_code, answer.content.decode()


@pytest.fixture
def plan(signed_in: Callable[[str], Client]) -> str:
    """A plan with the goal and theme that the actions name."""
    adviser = signed_in("adviser")
    programme = made(adviser, "documenten", kind="programme", title="MJP", held="held", visibility="council")
    own = made(
        adviser, "documenten", kind="implementation-plan", title="Plan", held="held", visibility="internal"
    )
    made(adviser, "relaties", source=own, relation="implements", target=programme)
    made(adviser, "themas", code="ondermijning", name="Ondermijning", kind="theme")
    made(
        adviser,
        "doelen",
        document=programme,
        kind="frame",
        title="Weerbare panden",
        not_measurable="nog geen telling",
    )
    return own


def test_ten_actions_are_seen_first_and_then_taken_over(
    signed_in: Callable[[str], Client], plan: str
) -> None:
    adviser = signed_in("adviser")
    data = workbook(ten("Weerbare panden"))
    status, page = sent(adviser, plan, data)
    assert status == 200, page
    assert "Actie 10" in page
    assert not ActionRecord.objects.exists()
    status, page = sent(adviser, plan, data, take="1")
    assert status == 302, page
    actions = {one.title: one for one in ActionRecord.objects.all()}
    assert len(actions) == 10
    first = actions["Actie 1"]
    assert (first.lead and first.lead.name, str(first.money), first.end) == (
        "THOR",
        "1250.50",
        date(2027, 6, 30),
    )
    assert first.goal == Goal.objects.get()
    assert first.theme == Theme.objects.get()
    assert actions["Actie 3"].extra == {"Kleur van de map": "geel"}
    assert actions["Actie 9"].status == ActionStatus.IN_PROGRESS
    assert actions["Actie 9"].reason == "al begonnen"
    assert AuditEntry.objects.filter(kind="cycle.actionrecord", act="step:begin").count() == 2
    board = adviser.get("/werk/acties/?op=2027-08-01").content.decode()
    assert "Actie 1" in board


def test_no_reason_or_name_of_a_file_brings_a_person_into_the_trail(
    signed_in: Callable[[str], Client], plan: str
) -> None:
    adviser = signed_in("adviser")
    rows = ten("Weerbare panden")
    rows[9]["Reden"] = "gebeld met Fleur Jansen"
    status, page = sent(adviser, plan, workbook(rows), take="1")
    assert status == 422
    assert "rij 11" in page
    assert "Fleur Jansen" not in page
    assert not ActionRecord.objects.exists()
    file = SimpleUploadedFile("Acties van Fleur Jansen.xlsx", workbook(ten("Weerbare panden")))
    taken = adviser.post(UPLOAD, {"plan": plan, "file": file, "take": "1"})
    assert taken.status_code == 302, taken.content.decode()
    assert ActionRecord.objects.count() == 10
    assert not AuditEntry.objects.filter(why__contains="Jansen").exists()


def test_what_goes_out_comes_back_unchanged(signed_in: Callable[[str], Client], plan: str) -> None:
    adviser = signed_in("adviser")
    sent(adviser, plan, workbook(ten("Weerbare panden")), take="1")
    before = [plain_action(one) for one in ActionRecord.objects.order_by("title")]
    out = adviser.get(f"/werk/acties/download/?plan={plan}").content
    status, page = sent(adviser, plan, out)
    assert status == 200
    assert 'name="take"' not in page
    assert [plain_action(one) for one in ActionRecord.objects.order_by("title")] == before


def test_a_file_with_a_fault_changes_nothing_and_says_where(
    signed_in: Callable[[str], Client], plan: str
) -> None:
    adviser = signed_in("adviser")
    rows = ten("Weerbare panden")
    rows[4]["Thema"] = "Ondermijnig"
    status, page = sent(adviser, plan, workbook(rows), take="1")
    assert status == 422
    assert not ActionRecord.objects.exists()
    status, page = sent(adviser, plan, workbook(rows))
    assert "rij 6" in page.lower()
    assert "Ondermijning" in page
    status, page = sent(adviser, plan, b"no spreadsheet")
    assert "acties.xlsx" in page


def test_who_may_not_add_actions_cannot_send_a_file(signed_in: Callable[[str], Client], plan: str) -> None:
    for role in ("clerk", "council-member", "area-team", "administrator"):
        status, _ = sent(signed_in(role), plan, workbook(ten("x")), take="1")
        assert status == 403
    assert Document.objects.count() == 2
