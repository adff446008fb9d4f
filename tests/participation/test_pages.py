# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of participation: what each role sees and does there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from baken.accounts.changes import create
from baken.cycle.models import Document, Faction, Theme
from baken.participation.models import CouncilInput, Question, ThemeCode
from baken.participation.seed import fill
from people import SET_UP

In = Callable[[str], Client]


@pytest.fixture
def given_answer(programme: Document, factions: tuple[Faction, Faction]) -> CouncilInput:
    values = {"about": programme, "question": 1, "faction": factions[0], "answer": "Meer licht"}
    return create(CouncilInput, values, SET_UP)


@pytest.mark.requirement("PART-08")
def test_a_member_answers_in_the_browser_and_no_other_faction_is_taken(
    programme: Document, factions: tuple[Faction, Faction], signed_in: In
) -> None:
    browser = signed_in("council-member")
    create_at = "/werk/register/raadsinbreng/nieuw/"
    Document.objects.filter(pk=programme.pk).update(visibility="council")
    asked = browser.get(create_at).content.decode()
    assert "Wat wilt u ons meegeven?" in asked
    form = {"about": programme.pk, "question": "3", "faction": factions[0].pk, "answer": "Meer licht"}
    assert browser.post(create_at, form).status_code == 302
    refused = browser.post(create_at, {**form, "faction": factions[1].pk})
    assert refused.status_code == 403
    assert CouncilInput.objects.get().faction == factions[0]


@pytest.mark.requirement("PART-10")
def test_an_adviser_says_how_an_answer_was_used(
    given_answer: CouncilInput, programme: Document, signed_in: In
) -> None:
    browser, place = signed_in("adviser"), f"/werk/register/raadsinbreng/{given_answer.pk}/"
    assert "INVALID" not in browser.get(place).content.decode()
    asked = browser.get(f"{place}stap/use/").content.decode()
    assert 'name="used_in"' in asked
    refused = browser.post(f"{place}stap/use/", {"why": "overgenomen", "seen": "1"})
    assert refused.status_code == 422
    form = {"why": "overgenomen", "seen": "1", "used_in": programme.pk, "place": "paragraaf 3"}
    assert browser.post(f"{place}stap/use/", form).status_code == 302
    told = signed_in("council-member").get(place).content.decode()
    assert "overgenomen" in told
    assert "paragraaf 3" in told
    assert signed_in("clerk").get(f"{place}stap/set-aside/").status_code == 403


def test_an_answer_is_set_aside_with_its_reason_and_opened_again(
    given_answer: CouncilInput, signed_in: In
) -> None:
    browser, place = signed_in("adviser"), f"/werk/register/raadsinbreng/{given_answer.pk}/"
    assert browser.post(f"{place}stap/set-aside/", {"why": "is aan het Rijk", "seen": "1"}).status_code == 302
    assert "is aan het Rijk" in browser.get(place).content.decode()
    assert browser.post(f"{place}stap/reopen/", {"why": "toch", "seen": "2"}).status_code == 302
    given_answer.refresh_from_db()
    assert given_answer.status == "open"


@pytest.mark.requirement("PART-11")
def test_a_late_question_is_flagged_in_the_list_and_on_its_page(
    factions: tuple[Faction, Faction], signed_in: In
) -> None:
    values = {"faction": factions[0], "text": "Waar blijft het antwoord?", "asked": date(2026, 3, 1)}
    held = create(Question, values, SET_UP)
    browser, page = signed_in("adviser"), f"/werk/register/raadsvragen/{held.pk}/"
    assert "<strong>" not in browser.get("/werk/register/raadsvragen/?op=2026-03-31").content.decode()
    late = browser.get("/werk/register/raadsvragen/?op=2026-04-01").content.decode()
    assert "<strong>" in late
    assert "notice warning" in browser.get(page).content.decode()
    form = {"answer": "Hier", "answered_on": "2026-04-20", "why": "antwoord", "seen": "1"}
    assert browser.post(f"{page}stap/answer/", form).status_code == 302
    assert "notice warning" not in browser.get(page).content.decode()
    assert "Hier" in signed_in("council-member").get(page).content.decode()


def test_the_list_of_questions_is_narrowed(factions: tuple[Faction, Faction], signed_in: In) -> None:
    for faction, text in zip(factions, ("Over licht", "Over groen"), strict=True):
        create(Question, {"faction": faction, "text": text, "asked": date(2026, 3, 1)}, SET_UP)
    shown = signed_in("clerk").get(f"/werk/register/raadsvragen/?faction={factions[0].pk}").content.decode()
    assert "Over licht" in shown
    assert "Over groen" not in shown


@pytest.mark.requirement("PART-01", "PART-09", "ROLE-09")
def test_the_overview_shows_the_log_the_counts_and_what_waits(
    given_answer: CouncilInput, themes: tuple[Theme, Theme], signed_in: In
) -> None:
    values = {
        "kind": "programme",
        "title": "MJP 2023-2026",
        "start": date(2023, 1, 1),
        "end": date(2026, 12, 31),
    }
    create(Document, values, SET_UP)
    fill("GM0935", SET_UP)
    create(ThemeCode, {"input": given_answer, "theme": themes[0]}, SET_UP)
    page = signed_in("adviser").get("/werk/participatie/").content.decode()
    assert "INVALID" not in page
    assert "Stichting Trajekt" in page
    assert str(given_answer.pk) in page
    assert "<td>1</td><td>0</td><td>0</td><td>1</td>" in page


def test_the_tables_are_of_one_faction_where_that_is_asked(given_answer: CouncilInput, signed_in: In) -> None:
    del given_answer
    browser = signed_in("clerk")
    table = browser.get("/werk/participatie/raadsinbreng.csv")
    assert "Meer licht" in table.content.decode()
    assert (
        "Meer licht" not in browser.get("/werk/participatie/raadsinbreng.csv?fractie=Andere").content.decode()
    )
    assert browser.get("/werk/participatie/raadsinbreng.xlsx").content.startswith(b"PK")


@pytest.mark.parametrize("role", ["administrator", "area-team", "facilitator"])
def test_who_has_no_part_in_it_sees_none_of_it(signed_in: In, role: str) -> None:
    browser = signed_in(role)
    for place in ("participatie/", "participatie/raadsinbreng.csv", "participatie/raadsinbreng.xlsx"):
        assert browser.get(f"/werk/{place}").status_code == 403
    for slug in ("bijdragen", "raadsinbreng", "raadsvragen"):
        assert browser.get(f"/werk/register/{slug}/").status_code == 404
