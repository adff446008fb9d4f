# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The other papers of the cycle as a page and as a Word file, for who may see what is not decided yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from .written import ROOT, Written, made, page, stepped, words_in


def word(browser: Client, document: str, name: str = "stuk") -> str:
    """The words of a Word file."""
    answer = browser.get(f"/werk/stuk/{document}/{name}/word/")
    assert answer.status_code == 200, answer.content.decode()
    assert "attachment" in answer["Content-Disposition"]
    return words_in(answer.content)


def test_a_plan_as_a_paper_holds_goals_actions_and_what_is_missing(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    told = word(adviser, held.plan)
    assert "(concept)" in told
    for words in ("MJP 2027-2030", "Weerbare winkels", "Winkels bezoeken", "nog geen telling"):
        assert words in told
        assert words in page(adviser, f"/werk/stuk/{held.plan}/stuk/")
    assert "Gesprekken voeren: nog niet ingevuld is" in told


@pytest.mark.requirement("EVAL-03", "EVAL-04")
def test_the_page_of_a_plan_says_how_many_actions_have_a_measure_of_impact(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    shown = page(signed_in("adviser"), f"{ROOT}documenten/{held.plan}/")
    assert "1 van de 3, dat is 33 %" in shown
    assert "Ondermijning" in shown
    # Of a plan that is not decided a member of the council sees neither.
    assert signed_in("council-member").get(f"{ROOT}documenten/{held.plan}/").status_code == 404


@pytest.mark.requirement("EVAL-08")
def test_a_programme_as_a_paper_tells_the_life_of_its_themes_and_who_was_consulted(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    for step in ("pick-up", "hold"):
        assert stepped(adviser, "themas", held.theme, step)[0] == 302
    made(
        adviser,
        "bijdragen",
        about=held.programme,
        party=held.party,
        how="Gesprek",
        result="Aandacht voor jeugd",
        when_words="voorjaar 2026",
        no_change="Het stond er al.",
    )
    told = word(adviser, held.programme)
    assert "Meerjarenprogramma" in told or "MJP 2027-2030" in told
    assert "vastpakken sinds" in told
    assert "vasthouden sinds" in told
    assert "volgens afspraak" in told
    assert "THOR" in told
    assert "Het stond er al." in told
    assert signed_in("council-member").get(f"/werk/stuk/{held.programme}/stuk/").status_code == 404


def test_a_proposal_and_its_decision_repeat_the_same_points(
    signed_in: Callable[[str], Client], held: Written
) -> None:
    adviser = signed_in("adviser")
    proposal = made(
        adviser,
        "documenten",
        kind="proposal",
        title="Raadsvoorstel MJP",
        held="held",
        visibility="council",
        alternatives="N.v.t.",
        note="De termijn loopt af.",
    )
    made(adviser, "relaties", source=proposal, relation="proposes", target=held.programme)
    point = "Het MJP 2027-2030 vaststellen."
    made(adviser, "beslispunten", proposal=proposal, number="1", text=point)
    first, second = word(adviser, proposal), word(adviser, proposal, "besluit")
    assert first.count(point) == 2
    assert point in second
    assert "N.v.t." in first
    assert "De termijn loopt af." in first
    assert point in page(adviser, f"/werk/stuk/{proposal}/besluit/")


def test_a_document_without_its_term_says_what_to_fill_in(signed_in: Callable[[str], Client]) -> None:
    adviser = signed_in("adviser")
    plan = made(
        adviser, "documenten", kind="implementation-plan", title="Plan", held="held", visibility="internal"
    )
    for address in (f"/werk/stuk/{plan}/stuk/", f"/werk/stuk/{plan}/stuk/word/"):
        answer = adviser.get(address)
        assert answer.status_code == 422
        assert "Plan" in answer.content.decode()


def test_there_is_no_paper_of_what_is_none(signed_in: Callable[[str], Client], held: Written) -> None:
    adviser = signed_in("adviser")
    agenda = made(
        adviser, "documenten", kind="national-agenda", title="Agenda", held="named", visibility="public"
    )
    assert adviser.get(f"/werk/stuk/{agenda}/stuk/").status_code == 404
    assert adviser.get(f"/werk/stuk/{held.plan}/besluit/").status_code == 404
    assert adviser.get("/werk/stuk/nothing/stuk/").status_code == 404
