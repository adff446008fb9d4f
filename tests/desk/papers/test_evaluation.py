# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An evaluation with its questions, its effects, and the change of course that follows from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from baken.accounts import audit, changes
from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked
from baken.cycle.models import Document, Evaluation, EvaluationQuestion, Review

from .written import ROOT, Written, changed, made, page, stepped, words_in

ANSWER = "Twee van de drie acties lopen of zijn klaar."


def evaluated(adviser: Client, held: Written) -> tuple[str, str, str]:
    """An interim evaluation with one open question: its document, itself and the question."""
    document = made(
        adviser,
        "documenten",
        kind="interim-evaluation",
        title="Tussentijdse evaluatie",
        held="held",
        visibility="council",
    )
    evaluation = made(
        adviser,
        "evaluaties",
        document=document,
        of=held.programme,
        title="Halverwege",
        start="2027-01-01",
        end="2028-12-31",
    )
    question = made(
        adviser, "evaluatievragen", evaluation=evaluation, number="1", question="Hoe ver zijn wij?"
    )
    return document, evaluation, question


def answered(adviser: Client, evaluation: str, question: str, **further: str) -> int:
    """Answer the question."""
    values = {
        "evaluation": evaluation,
        "number": "1",
        "question": "Hoe ver zijn wij?",
        "answer": ANSWER,
        "seen": "1",
    }
    return changed(adviser, "evaluatievragen", question, **{**values, **further})


def concluded(adviser: Client, held: Written, document: str, evaluation: str, outcome: str) -> int:
    """Write the conclusion and the outcome."""
    return changed(
        adviser,
        "evaluaties",
        evaluation,
        document=document,
        of=held.programme,
        title="Halverwege",
        start="2027-01-01",
        end="2028-12-31",
        conclusion="De aanpak van winkels moet anders.",
        outcome=outcome,
        seen="1",
    )


@pytest.mark.requirement("EVAL-01", "EVAL-05", "LAW-13")
@pytest.mark.parametrize("outcome", ["continue", "adjust", "theme", "stop"])
def test_another_direction_asks_council_and_executive_for_a_decision(
    signed_in: Callable[[str], Client], held: Written, outcome: str
) -> None:
    adviser = signed_in("adviser")
    document, evaluation, question = evaluated(adviser, held)
    assert concluded(adviser, held, document, evaluation, outcome) == 302
    status, said = stepped(adviser, "evaluaties", evaluation, "close")
    assert status == 422
    assert "1" in said
    assert answered(adviser, evaluation, question) == 302
    assert (
        signed_in("reader").post(f"{ROOT}evaluaties/{evaluation}/stap/close/", {"why": "x"}).status_code
        == 403
    )
    assert stepped(adviser, "evaluaties", evaluation, "close")[0] == 302
    assert Document.objects.get(pk=document).status == "completed"
    reviews = list(Review.objects.all())
    if outcome == "continue":
        assert not reviews
    else:
        assert [(one.cause, one.bodies, one.status) for one in reviews] == [
            ("evaluation", ["council", "executive"], "open")
        ]
        assert "De aanpak van winkels moet anders." in reviews[0].what
    assert not list(audit.breaks())


def test_a_closed_evaluation_keeps_its_file_and_refuses_changes(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    document, evaluation, question = evaluated(adviser, held)
    concluded(adviser, held, document, evaluation, "continue")
    answered(adviser, evaluation, question)
    assert "concept" in words_in(adviser.get(f"/werk/stuk/{document}/stuk/word/").content).lower()
    assert stepped(adviser, "evaluaties", evaluation, "close")[0] == 302
    data = adviser.get(f"/werk/stuk/{document}/stuk/word/").content
    told = words_in(data)
    assert ANSWER in told
    assert "Ondermijning | 1 | 1 | 1 | 0 | 0 | 3" in told
    for step in ("begin", "finish"):
        stepped(adviser, "acties", held.actions[2], step)
    assert adviser.get(f"/werk/stuk/{document}/stuk/word/").content == data
    assert answered(adviser, evaluation, question, answer="anders") == 403
    for row, change in (
        (EvaluationQuestion.objects.get(), {"answer": "anders"}),
        (Evaluation.objects.get(), {"outcome": "stop"}),
    ):
        with pytest.raises(ValidationError):
            changes.change(row, change, Asked(by=SYSTEM, why="buiten de pagina's om"))
    # The programme can be called evaluated by it, once it is adopted.
    assert page(adviser, f"{ROOT}evaluaties/{evaluation}/")


@pytest.mark.requirement("OBJ-18")
def test_an_effect_is_stated_with_the_way_in_which_it_was_studied(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    document, evaluation, question = evaluated(adviser, held)
    effect = {"effect": "Er is minder gestolen", "indicator": "winkeldiefstal"}
    assert answered(adviser, evaluation, question, **effect) == 422
    assert answered(adviser, evaluation, question, **effect, effect_method="before/after") == 302
    assert "is geen bewijs" in page(adviser, f"{ROOT}evaluaties/{evaluation}/")
    told = words_in(adviser.get(f"/werk/stuk/{document}/stuk/word/").content)
    assert "Er is minder gestolen (hoe onderzocht: voor en na)" in told
    assert "Een vergelijking van voor en na is geen bewijs" in told
    assert answered(adviser, evaluation, question, **effect, effect_method="none", seen="2") == 302
    assert "We weten niet of dit door de aanpak komt" in words_in(
        adviser.get(f"/werk/stuk/{document}/stuk/word/").content
    )


def test_an_answer_that_names_a_cause_closes_with_a_method_only(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    document, evaluation, question = evaluated(adviser, held)
    concluded(adviser, held, document, evaluation, "continue")
    cause = "Het aantal winkeldiefstallen is gedaald dankzij onze aanpak."
    assert answered(adviser, evaluation, question, answer=cause) == 302
    assert stepped(adviser, "evaluaties", evaluation, "close")[0] == 422
    assert (
        answered(
            adviser,
            evaluation,
            question,
            answer=cause,
            effect="Minder diefstal",
            indicator="winkeldiefstal",
            effect_method="none",
            seen="2",
        )
        == 302
    )
    assert stepped(adviser, "evaluaties", evaluation, "close")[0] == 302


def test_nothing_is_closed_where_the_review_cannot_be_made(
    signed_in: Callable[[str], Client], held: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    adviser = signed_in("adviser")
    document, evaluation, question = evaluated(adviser, held)
    concluded(adviser, held, document, evaluation, "stop")
    answered(adviser, evaluation, question)
    monkeypatch.setattr(Review, "clean", lambda self: (_ for _ in ()).throw(ValidationError("not now")))
    assert stepped(adviser, "evaluaties", evaluation, "close")[0] == 422
    assert Evaluation.objects.get().status == "draft"
    assert Document.objects.get(pk=document).status == "preparation"
