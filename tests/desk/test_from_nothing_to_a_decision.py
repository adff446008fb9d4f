# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From an empty database to a frozen report and a recorded decision, by three roles."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import docx
import pytest
from django.test import Client

from baken.accounts.audit import breaks
from baken.accounts.models import AuditEntry
from baken.cycle.models import ActionRecord, Decision, Document, Report

from .test_actions_in_a_spreadsheet import sent, ten, workbook
from .test_recording_a_vote import ROOT, made, stepped


@pytest.mark.requirement("DOC-06", "DOC-22", "EVAL-04")
def test_three_roles_end_with_a_frozen_report_and_the_decision_of_the_council(
    signed_in: Callable[[str], Client],
) -> None:
    assert not Document.objects.exists()
    adviser, secretary, clerk = signed_in("adviser"), signed_in("secretary"), signed_in("clerk")
    term = {"start": "2023-01-01", "end": "2026-12-31", "held": "held", "visibility": "council"}
    programme = made(adviser, "documenten", kind="programme", title="MJP 2023-2026", **term)
    plan = made(adviser, "documenten", kind="implementation-plan", title="Uitvoeringsplan", **term)
    made(adviser, "relaties", source=plan, relation="implements", target=programme)
    made(adviser, "themas", code="ondermijning", name="Ondermijning", kind="theme")
    made(
        adviser,
        "doelen",
        document=programme,
        kind="frame",
        title="Weerbare panden",
        not_measurable="nog geen telling",
    )

    # Ten actions from a spreadsheet.
    status, page = sent(adviser, plan, workbook(ten("Weerbare panden")), take="1")
    assert status == 302, page
    actions = list(ActionRecord.objects.order_by("title"))
    assert len(actions) == 10
    for one in actions[:3]:
        assert stepped(adviser, "acties", one.pk, "finish" if one.status == "in-progress" else "begin") == 302
    counted = {
        one: ActionRecord.objects.filter(status=one).count() for one in ("done", "in-progress", "not-started")
    }

    # The progress report is made from them, a person adds a text, and it is frozen as a Word file.
    report = made(
        adviser,
        "documenten",
        kind="progress-report",
        title="Voortgangsrapportage 2026",
        held="held",
        visibility="council",
    )
    paper = made(
        adviser,
        "rapportages",
        kind="progress",
        document=report,
        plan=plan,
        start="2026-01-01",
        end="2026-06-30",
    )
    text = made(adviser, "teksten", report=paper, position="1", text="De controles verlopen naar wens.")
    assert stepped(adviser, "rapportages", paper, "close") == 422
    signed = adviser.post(f"/werk/ondertekenen/{text}/", {"seen": "1"})
    assert signed.status_code == 302, signed.content.decode()
    assert stepped(adviser, "rapportages", paper, "close") == 302
    frozen = Report.objects.get(pk=paper)
    first = adviser.get(f"/werk/stuk/{report}/stuk/word/").content
    assert sha256(first).hexdigest() == frozen.digest
    words = "\n".join(
        cell.text
        for table in docx.Document(io.BytesIO(first)).tables
        for row in table.rows
        for cell in row.cells
    )
    assert all(one.title in words for one in actions)
    assert "De controles verlopen naar wens." in "\n".join(
        one.text for one in docx.Document(io.BytesIO(first)).paragraphs
    )
    assert sum(counted.values()) == 10

    # The executive sends it and the council takes note: each is recorded by whoever records for that body.
    meeting = made(clerk, "vergaderingen", body="council", dated="2026-09-15", public="on", seats="39")
    item = made(clerk, "agendapunten", meeting=meeting, number="4", title="Voortgang", proposal=report)
    decision = made(
        clerk,
        "besluiten",
        title="Kennisgenomen van de voortgang",
        body="council",
        item=item,
        about=report,
        taken="2026-09-15",
        outcome="noted",
        evidence="Besluitenlijst raad 15-09-2026",
    )
    refused = secretary.post(
        f"{ROOT}besluiten/nieuw/",
        {
            "title": "x",
            "body": "council",
            "about": report,
            "taken": "2026-09-15",
            "outcome": "noted",
            "evidence": "x",
        },
    )
    assert refused.status_code == 403
    assert Decision.objects.get(pk=decision).taken == date(2026, 9, 15)
    told = AuditEntry.objects.get(kind="cycle.decision", act="create")
    assert told.roles == "clerk"

    # What happens to the actions later changes nothing of what was frozen.
    assert stepped(adviser, "acties", actions[-1].pk, "finish") == 302
    assert adviser.get(f"/werk/stuk/{report}/stuk/word/").content == first
    assert list(breaks()) == []
