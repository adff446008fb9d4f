# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A progress report from its actions to the frozen Word file, by the people who may."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from baken.accounts import audit, changes
from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked
from baken.cycle.models import ActionRecord, Document, DocumentLink, Report, ReportText
from baken.cycle.papers import freezing, pictures
from baken.cycle.papers.blocks import words_of
from baken.model.errors import UsageError

from .written import (
    FALSE,
    TRUE,
    Written,
    changed,
    made,
    page,
    report_on,
    stepped,
    words_in,
)

SIGN = "/werk/ondertekenen/"


@pytest.mark.requirement("EVAL-04")
def test_a_report_tells_how_far_the_actions_are_and_page_and_file_say_the_same(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    shown = page(adviser, f"/werk/stuk/{held.document}/stuk/")
    told = words_in(held.file(adviser))
    for words in (
        "Ondermijning",
        "Winkels bezoeken",
        "Panden sluiten",
        "winkeldiefstallen per 1.000 inwoners",
    ):
        assert words in shown
        assert words in told
    assert "Ondermijning | 1 | 1 | 1 | 0 | 0 | 3" in told
    assert "concept" in told.lower()
    assert "veiligheidsbeeld van 1 mei 2027" in told


def test_what_is_still_written_is_for_those_inside(signed_in: Callable[[str], Client], held: Written) -> None:
    for role in ("council-member", "area-team", "administrator", "facilitator"):
        assert signed_in(role).get(f"/werk/stuk/{held.document}/stuk/").status_code == 404
        assert signed_in(role).get(f"/werk/stuk/{held.document}/stuk/word/").status_code == 404
    assert signed_in("reader").get(f"/werk/stuk/{held.document}/stuk/").status_code == 200


def test_a_text_stands_in_the_report_once_it_is_signed(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    text = made(adviser, "teksten", report=held.report, theme=held.theme, position="1", text=TRUE)
    assert TRUE not in words_in(held.file(adviser))
    assert "nog niet ondertekend" in words_in(held.file(adviser))
    assert stepped(adviser, "rapportages", held.report, "close")[0] == 422
    for role in ("reader", "clerk", "action-owner"):
        assert signed_in(role).post(f"{SIGN}{text}/").status_code == 403
    assert signed_in("analyst").post(f"{SIGN}{text}/").status_code == 302
    row = ReportText.objects.get(pk=text)
    assert (row.signed_by, row.signed_on) == ("analyst", date(2027, 5, 1))
    told = words_in(held.file(adviser))
    assert TRUE in told
    assert "veiligheidsanalist, 1 mei 2027" in told
    # Other words are other words: nobody signed these.
    values = {
        "report": held.report,
        "theme": held.theme,
        "position": "1",
        "text": TRUE + " Dat gaat goed.",
        "seen": "2",
    }
    assert changed(adviser, "teksten", text, **values) == 302
    row.refresh_from_db()
    assert (row.signed_by, row.signed_on, row.checked) == ("", None, {})


def test_what_the_figures_contradict_is_changed_or_answered(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    text = made(adviser, "teksten", report=held.report, position="1", text=f"{TRUE} {FALSE}")
    shown = page(adviser, f"{SIGN}{text}/")
    assert "4,9" in shown
    assert "Klopt niet" in shown
    refused = adviser.post(f"{SIGN}{text}/")
    assert refused.status_code == 422
    assert not ReportText.objects.get(pk=text).signed_by
    key = shown.partition('name="antwoord-')[2].partition('"')[0]
    assert adviser.post(f"{SIGN}{text}/", {f"antwoord-{key}": "  "}).status_code == 422
    assert (
        adviser.post(
            f"{SIGN}{text}/", {f"antwoord-{key}": "Dit is de telling van de winkeliers zelf."}
        ).status_code
        == 302
    )
    assert stepped(adviser, "rapportages", held.report, "close")[0] == 302
    told = words_in(held.file(adviser))
    assert "Dit is de telling van de winkeliers zelf." in told
    with pytest.raises(ValidationError):
        changes.change(
            ReportText.objects.get(pk=text), {"text": "anders"}, Asked(by=SYSTEM, why="buiten de pagina's om")
        )


def test_nobody_signs_around_the_check(signed_in: Callable[[str], Client], held: Written) -> None:
    text = ReportText.objects.get(
        pk=made(signed_in("adviser"), "teksten", report=held.report, position="1", text=FALSE)
    )
    with pytest.raises(ValidationError):
        changes.change(
            text, {"signed_by": "adviser", "signed_on": date(2027, 5, 1)}, Asked(by=SYSTEM, why="zo maar")
        )


def test_a_text_with_a_person_in_it_is_refused_without_repeating_it(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    answer = signed_in("adviser").post(
        "/werk/register/teksten/nieuw/",
        {"report": held.report, "position": "1", "text": "De melder is te bereiken op 06-12345678."},
    )
    assert answer.status_code == 422
    assert "telefoonnummer" in answer.content.decode()
    assert not ReportText.objects.exists()


def test_closing_freezes_file_contents_and_document(
    signed_in: Callable[[str], Client], closed: Written
) -> None:
    adviser = signed_in("adviser")
    report = Report.objects.get(pk=closed.report)
    data = closed.file(adviser)
    assert hashlib.sha256(data).hexdigest() == report.digest
    told = words_in(data)
    for words in ("Winkels bezoeken", "Panden sluiten", "Gesprekken voeren", TRUE):
        assert words in told
    assert "concept" not in told.lower()
    assert Document.objects.get(pk=closed.document).status == "completed"
    assert report.frozen is not None
    frozen = json.dumps(report.frozen)
    # What happens afterwards is for the next report.
    for step in ("begin", "finish"):
        assert stepped(adviser, "acties", closed.actions[2], step)[0] == 302
    assert (
        changed(
            adviser,
            "acties",
            closed.actions[1],
            title="Andere naam",
            plan=closed.plan,
            goal=closed.goal,
            theme=closed.theme,
            seen="2",
        )
        == 302
    )
    assert closed.file(adviser) == data
    report.refresh_from_db()
    assert json.dumps(report.frozen) == frozen
    shown = page(adviser, f"/werk/stuk/{closed.document}/stuk/")
    assert "Panden sluiten" in shown
    assert "Andere naam" not in shown
    assert not list(audit.breaks())
    council = signed_in("council-member")
    assert closed.file(council) == data


def test_a_closed_report_refuses_every_change(signed_in: Callable[[str], Client], closed: Written) -> None:
    adviser = signed_in("adviser")
    text = ReportText.objects.get()
    values = {
        "kind": "progress",
        "document": closed.document,
        "plan": closed.plan,
        "start": "2027-01-01",
        "end": "2027-07-31",
    }
    assert changed(adviser, "rapportages", closed.report, **values) == 403
    assert changed(adviser, "teksten", text.pk, report=closed.report, position="1", text="anders") == 403
    added = {"report": closed.report, "position": "2", "text": "nog iets"}
    assert adviser.post("/werk/register/teksten/nieuw/", added).status_code in {403, 422}
    assert adviser.post(f"{SIGN}{text.pk}/").status_code == 403
    assert (
        adviser.post(f"/werk/register/rapportages/{closed.report}/intrekken/", {"why": "weg"}).status_code
        == 403
    )
    assert (
        changed(
            adviser,
            "documenten",
            closed.document,
            kind="progress-report",
            title="x",
            held="held",
            visibility="public",
        )
        == 403
    )
    assert ReportText.objects.count() == 1
    report = Report.objects.get()
    others = {"end": date(2027, 7, 31), "file": b"iets anders", "frozen": {}, "status": "draft"}
    for name, value in others.items():
        with pytest.raises(ValidationError):
            changes.change(report, {name: value}, Asked(by=SYSTEM, why="buiten de pagina's om"))
    with pytest.raises(ValidationError):
        changes.withdraw(report, Asked(by=SYSTEM, why="buiten de pagina's om"))


def test_nothing_is_closed_where_the_file_cannot_be_made(
    signed_in: Callable[[str], Client], held: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(paper: object) -> bytes:
        del paper
        raise UsageError("the template is broken")

    monkeypatch.setattr(freezing, "word_file", refuse)
    status, said = stepped(signed_in("adviser"), "rapportages", held.report, "close")
    assert status == 422
    assert "the template is broken" in said
    report = Report.objects.get()
    assert (report.status, report.digest, report.version) == ("draft", "", 1)
    assert Document.objects.get(pk=held.document).status == "preparation"


def test_nothing_is_closed_where_its_document_cannot_be_completed(
    signed_in: Callable[[str], Client], held: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    from baken.cycle.rules import documents

    def refuse(document: object, step: str) -> None:
        raise UsageError(f"no {step}")

    monkeypatch.setattr(documents, "check_document_step", refuse)
    assert stepped(signed_in("adviser"), "rapportages", held.report, "close")[0] == 422
    assert Report.objects.get().status == "draft"
    assert not list(audit.breaks())


def test_its_document_is_completed_by_closing_only(signed_in: Callable[[str], Client], held: Written) -> None:
    status, _ = stepped(signed_in("adviser"), "documenten", held.document, "complete")
    assert status == 422
    assert Document.objects.get(pk=held.document).status == "preparation"


def test_a_file_that_was_touched_is_not_served(signed_in: Callable[[str], Client], closed: Written) -> None:
    Report.objects.filter(pk=closed.report).update(file=b"something else")
    assert signed_in("adviser").get(f"/werk/stuk/{closed.document}/stuk/word/").status_code == 422


def test_a_mistake_is_put_right_by_a_report_that_replaces_it(
    signed_in: Callable[[str], Client], closed: Written
) -> None:
    adviser = signed_in("adviser")
    before = closed.file(adviser)
    assert signed_in("reader").post(f"/werk/correctie/{closed.report}/", {"why": "fout"}).status_code == 403
    answer = adviser.post(f"/werk/correctie/{closed.report}/", {"why": "Een actie ontbrak."})
    assert answer.status_code == 302
    new = Report.objects.get(status="draft")
    link = DocumentLink.objects.get(relation="replaces")
    assert (link.source_id, link.target_id) == (new.document_id, closed.document)
    assert [one.signed_by for one in new.texts.all()] == [""]
    assert closed.file(adviser) == before
    assert adviser.post(f"/werk/correctie/{closed.report}/", {"why": "nog een"}).status_code == 422
    assert "(correctie)" in page(adviser, f"/werk/register/rapportages/{closed.report}/")


@pytest.mark.requirement("CYC-11")
def test_what_came_in_between_stands_in_the_report(signed_in: Callable[[str], Client], held: Written) -> None:
    adviser, secretary = signed_in("adviser"), signed_in("secretary")
    decision = made(
        secretary,
        "besluiten",
        title="Inzet binnenstad",
        body="executive",
        taken="2027-02-01",
        outcome="agreed",
        evidence="Collegebesluit 1-2-2027",
    )
    for title, start, end in (
        ("Inzet na incident", "2027-02-01", "2027-05-31"),
        ("Vorig jaar", "2026-02-01", "2026-05-31"),
    ):
        made(
            adviser,
            "afwijkingen",
            plan=held.plan,
            title=title,
            reason="Acuut en niet voorzien",
            start=start,
            end=end,
            decision=decision,
        )
    told = words_in(held.file(adviser))
    assert "Inzet na incident | Acuut en niet voorzien" in told
    assert "Inzet binnenstad" in told
    assert "loopt" in told
    assert "Vorig jaar" not in told


def test_without_a_picture_the_report_says_so_and_can_be_closed(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    def nothing() -> object:
        raise UsageError("unknown area")

    pictures.provide(nothing)  # type: ignore[arg-type] # it never returns
    adviser = signed_in("adviser")
    assert "konden niet worden geladen: unknown area" in page(adviser, f"/werk/stuk/{held.document}/stuk/")
    assert stepped(adviser, "rapportages", held.report, "close")[0] == 302
    assert "konden niet worden geladen" in words_in(held.file(adviser))
    assert ActionRecord.objects.count() == 3
    report = Report.objects.get()
    assert report.frozen is not None
    assert "Winkels bezoeken" in "\n".join(words_of(report.frozen["paper"]))


@pytest.mark.requirement("OBJ-21", "EVAL-07")
def test_an_indicator_on_trial_stands_in_drafts_only(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    indicator = made(
        adviser,
        "indicatoren",
        code="samenwerking",
        name="Samenwerking met partners",
        definition="Gemiddelde van de jaarlijkse vragenlijst",
        scale="1 tot 5",
        kind="vragenlijst onder partners",
    )
    told = words_in(held.file(adviser))
    assert (
        "Voorgesteld: Samenwerking met partners (eigen schaal: 1 tot 5; gemeten met vragenlijst onder" in told
    )
    assert stepped(adviser, "indicatoren", indicator, "pilot")[0] == 302
    assert "In proef: Samenwerking met partners" in words_in(held.file(adviser))
    other = report_on(adviser, held)
    assert stepped(adviser, "rapportages", held.report, "close")[0] == 302
    assert "Samenwerking met partners" not in words_in(held.file(adviser))
    assert stepped(adviser, "indicatoren", indicator, "adopt")[0] == 302
    assert stepped(adviser, "rapportages", other.report, "close")[0] == 302
    assert "Samenwerking met partners (eigen schaal: 1 tot 5" in words_in(other.file(adviser))
    assert "Samenwerking met partners" not in words_in(held.file(adviser))
