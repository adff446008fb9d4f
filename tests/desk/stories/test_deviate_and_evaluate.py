# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Leaving a plan for a time, evaluating it, and changing course outside the calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .desk import Desk

AREA = "GM9999"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-course")]


def test_an_acute_issue_leads_to_a_deviation_with_its_decision(sign_in: Callable[..., Desk]) -> None:
    adviser, secretary = sign_in("demo-adviser"), sign_in("demo-secretary")
    plan = adviser.find("documenten", "Uitvoeringsplan+Veiligheid+2026")
    decision = secretary.add(
        "besluiten",
        title="Inzet na explosies",
        body="executive",
        about=plan,
        taken="2026-04-20",
        outcome="adopted",
        evidence="Besluitenlijst college 20-04-2026",
    )
    told = {
        "plan": plan,
        "title": "Toezicht na explosies",
        "reason": "Vier explosies in een week bij woningen",
        "start": "2026-04-20",
    }
    # Without an end or a decision it would not be for a time, or not be decided.
    before = adviser.open("/werk/register/afwijkingen/").count("Toezicht na explosies")
    adviser.refused("afwijkingen", **told, decision=decision)
    adviser.refused("afwijkingen", **told, end="2026-06-01")
    adviser.refused("afwijkingen", **told | {"reason": ""}, end="2026-06-01", decision=decision)
    assert adviser.open("/werk/register/afwijkingen/").count("Toezicht na explosies") == before == 0
    adviser.add("afwijkingen", **told, end="2026-06-01", decision=decision)
    document = adviser.add("documenten", kind="progress-report", title="Voortgang met afwijking")
    adviser.add(
        "rapportages", kind="progress", document=document, plan=plan, start="2026-01-01", end="2026-06-30"
    )
    paper = adviser.open(f"/werk/stuk/{document}/stuk/")
    for said in ("Toezicht na explosies", "Vier explosies in een week", "Inzet na explosies"):
        assert said in paper


@pytest.mark.requirement("EVAL-01", "EVAL-05", "EVAL-06")
def test_an_evaluation_closes_with_answers_and_leads_to_a_tailored_proposal(
    sign_in: Callable[..., Desk],
) -> None:
    adviser = sign_in("demo-adviser")
    plan = adviser.find("documenten", "Uitvoeringsplan+Veiligheid+2025")
    evaluation = adviser.add(
        "evaluaties",
        of=plan,
        title="Evaluatie toezicht",
        method="gesprekken en cijfers",
        start="2025-01-01",
        end="2025-12-31",
        conclusion="De aanpak moet gerichter",
        outcome="adjust",
    )
    first = {"evaluation": evaluation, "number": "1", "question": "Is gedaan wat was afgesproken?"}
    adviser.add("evaluatievragen", **first, answer="Ja, op twee acties na")
    second = adviser.add(
        "evaluatievragen", evaluation=evaluation, number="2", question="Merken inwoners het?"
    )
    assert not adviser.step("evaluaties", evaluation, "close")
    assert "2" in adviser.words
    adviser.change("evaluatievragen", second, answer="Dat is niet gemeten")
    assert adviser.step("evaluaties", evaluation, "close"), adviser.words
    reviews = adviser.open("/werk/register/heroverwegingen/")
    assert "Evaluatie toezicht" in reviews
    link = adviser.page.locator("tbody th a", has_text="Evaluatie toezicht")
    review_address = str(link.get_attribute("href"))
    review = adviser.open(review_address)
    assert "gemeenteraad" in review.lower()
    assert "college" in review.lower()
    assert "te beoordelen" in review

    # It becomes a proposal outside the calendar; nobody decides on it by signing in.
    review_key = review_address.rstrip("/").rpartition("/")[2]
    assert adviser.step("heroverwegingen", review_key, "propose"), adviser.words
    proposal = adviser.find("documenten", "Evaluatie+toezicht")
    assert "voorstel op maat" in adviser.open(f"/werk/register/documenten/{proposal}/")
    for one in ("demo-clerk", "demo-secretary"):
        assert not sign_in(one).step("heroverwegingen", review_key, "decide")
    assert "voorstel gemaakt" in adviser.open(review_address)
