# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the factions answered and asked: who writes what, what was done with it, and what waits."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError, change, create, move
from baken.cycle.models import ActionRecord, Document, Faction, Meeting, Theme
from baken.model.errors import UsageError
from baken.model.governance import ProductKind
from baken.participation.asked import questions
from baken.participation.counting import residents_in_actions, theme_counts, uncoded
from baken.participation.export import _title, as_csv, as_workbook
from baken.participation.handling import check_input_handled, open_input
from baken.participation.models import CouncilInput, Question, ThemeCode
from people import SET_UP

Who = Callable[[str], Actor]


def give(
    programme: Document, faction: Faction, number: int = 1, answer: str = "Meer groen", by: Asked = SET_UP
) -> CouncilInput:
    values = {"about": programme, "question": number, "faction": faction, "answer": answer}
    return create(CouncilInput, values, by)


@pytest.mark.requirement("PART-08")
def test_the_three_questions_are_those_of_the_deck() -> None:
    assert [one.nl for one in questions()] == [
        "Wat valt u op aan het veiligheidsbeeld?",
        "Wat vindt u belangrijk voor een veilige stad?",
        "Wat wilt u ons meegeven?",
    ]


@pytest.mark.requirement("PART-08")
def test_a_member_writes_for_the_own_faction_only_and_the_clerk_for_all(
    programme: Document, factions: tuple[Faction, Faction], actor: Who
) -> None:
    own, other = factions
    member, clerk = (Asked(by=actor(role), why="raad") for role in ("council-member", "clerk"))
    mine = give(programme, own, by=member)
    with pytest.raises(NotAllowedError):
        give(programme, other, by=member)
    assert CouncilInput.objects.count() == 1
    theirs = give(programme, other, 2, by=clerk)
    with pytest.raises(NotAllowedError):
        change(theirs, {"answer": "anders"}, member)
    with pytest.raises(NotAllowedError):
        change(mine, {"faction": other}, member)
    assert change(mine, {"answer": "Meer licht"}, member).answer == "Meer licht"


def test_an_adviser_handles_an_answer_and_never_touches_its_words(
    programme: Document, factions: tuple[Faction, Faction], actor: Who
) -> None:
    held = give(programme, factions[0])
    adviser = Asked(by=actor("adviser"), why="verwerkt")
    with pytest.raises(NotAllowedError):
        change(held, {"answer": "iets anders"}, adviser)
    for role in ("council-member", "clerk", "analyst", "mayor"):
        with pytest.raises(NotAllowedError):
            move(held, "set-aside", Asked(by=actor(role), why="x"), {"reason": "x"})


def test_one_faction_has_one_answer_to_a_question(
    programme: Document, factions: tuple[Faction, Faction]
) -> None:
    give(programme, factions[0])
    with pytest.raises(ValidationError, match=r"[Tt]his faction|[Dd]eze fractie"):
        give(programme, factions[0])
    give(programme, factions[0], 2)


def test_a_question_that_was_not_put_has_no_answer(
    programme: Document, factions: tuple[Faction, Faction]
) -> None:
    with pytest.raises(ValidationError, match="question"):
        give(programme, factions[0], 4)


def test_an_answer_is_given_in_the_council(
    programme: Document, factions: tuple[Faction, Faction], meeting: Meeting
) -> None:
    values = {"about": programme, "question": 1, "faction": factions[0], "answer": "a"}
    other = create(Meeting, {"body": "executive", "dated": date(2026, 5, 12)}, SET_UP)
    with pytest.raises(ValidationError, match="meeting"):
        create(CouncilInput, {**values, "meeting": other}, SET_UP)
    assert create(CouncilInput, {**values, "meeting": meeting}, SET_UP).meeting == meeting


@pytest.mark.requirement("PART-10")
def test_used_needs_reason_and_place_and_not_used_needs_a_reason(
    programme: Document, factions: tuple[Faction, Faction], actor: Who
) -> None:
    held, adviser = give(programme, factions[0]), Asked(by=actor("adviser"), why="verwerkt")
    with pytest.raises(UsageError, match="reason"):
        move(held, "use", adviser)
    with pytest.raises(UsageError, match="where in the text"):
        move(held, "use", adviser, {"reason": "overgenomen"})
    used = move(held, "use", adviser, {"reason": "overgenomen", "used_in": programme, "place": "3.1"})
    assert (used.status, used.reason, used.place) == ("used", "overgenomen", "3.1")
    other = give(programme, factions[1])
    with pytest.raises(UsageError, match="reason"):
        move(other, "set-aside", adviser, {"reason": " "})
    assert move(other, "set-aside", adviser, {"reason": "is aan het Rijk"}).status == "not-used"


@pytest.mark.requirement("PART-10")
def test_a_programme_is_not_submitted_while_an_answer_for_it_waits(
    programme: Document, factions: tuple[Faction, Faction]
) -> None:
    check_input_handled(programme, "submit")
    held = give(programme, factions[0])
    assert open_input(programme) == (held,)
    with pytest.raises(UsageError, match="SPM: ") as refused:
        check_input_handled(programme, "submit")
    assert "1" in str(refused.value)
    check_input_handled(programme, "consult")
    move(held, "set-aside", SET_UP, {"reason": "past niet"})
    check_input_handled(programme, "submit")


def test_only_a_programme_waits_for_the_council(factions: tuple[Faction, Faction]) -> None:
    picture = create(Document, {"kind": ProductKind.SAFETY_PICTURE.value, "title": "beeld"}, SET_UP)
    give(picture, factions[0])
    check_input_handled(picture, "submit")


@pytest.mark.requirement("PART-09")
def test_answers_are_counted_per_theme_and_question(
    programme: Document, factions: tuple[Faction, Faction], themes: tuple[Theme, Theme], actor: Who
) -> None:
    first, second = give(programme, factions[0]), give(programme, factions[1], 2)
    third = give(programme, factions[0], 3)
    analyst = Asked(by=actor("analyst"), why="gelezen")
    for answer, theme in ((first, themes[0]), (second, themes[0]), (second, themes[1])):
        create(ThemeCode, {"input": answer, "theme": theme}, analyst)
    with pytest.raises(ValidationError):
        create(ThemeCode, {"input": first, "theme": themes[0]}, analyst)
    answers = [first, second, third]
    assert [(one.theme, one.per_question, one.total) for one in theme_counts(answers)] == [
        (themes[0], (1, 1, 0), 2),
        (themes[1], (0, 1, 0), 1),
    ]
    assert uncoded(answers) == 1


@pytest.mark.requirement("PART-08")
def test_answers_come_out_per_faction(
    programme: Document, factions: tuple[Faction, Faction], themes: tuple[Theme, Theme]
) -> None:
    held = give(programme, factions[0], answer='=HYPERLINK("x")')
    give(programme, factions[1], answer="Meer licht; en groen")
    create(ThemeCode, {"input": held, "theme": themes[1]}, SET_UP)
    answers = list(CouncilInput.objects.all())
    rows = list(csv.reader(io.StringIO(as_csv(answers).decode())))
    assert {row[0] for row in rows[1:]} == {"SPM", "Andere"}
    assert all(not cell.startswith("=") for row in rows for cell in row)
    book = load_workbook(io.BytesIO(as_workbook(answers)))
    assert book.sheetnames[1:] == ["Andere", "SPM"]
    cell = book["SPM"]["C2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("x")', "s")
    assert book["SPM"]["D2"].value == "Overlast"
    assert [one.value for one in book.worksheets[0][2]] == ["Overlast", 1, 0, 0, 1]


@given(st.text(max_size=60), st.sets(st.text(max_size=31), max_size=4))
def test_every_name_gets_a_sheet_of_its_own(name: str, taken: set[str]) -> None:
    found = _title(name, taken)
    assert 0 < len(found) <= 31
    assert not set(found) & set("[]:*?/\\'")
    assert found.casefold() not in {one.casefold() for one in taken}


def put(faction: Faction, asked: date = date(2026, 3, 1), by: Asked = SET_UP) -> Question:
    return create(
        Question, {"faction": faction, "text": "Hoe staat het met de camera's?", "asked": asked}, by
    )


@pytest.mark.requirement("PART-11")
def test_a_question_is_late_after_thirty_days_until_it_is_answered(
    factions: tuple[Faction, Faction], actor: Who
) -> None:
    held = put(factions[0])
    assert held.due == date(2026, 3, 31)
    assert not held.is_late(held.due)
    assert held.is_late(held.due + timedelta(days=1))
    adviser = Asked(by=actor("adviser"), why="beantwoord")
    with pytest.raises(UsageError, match="answer or its day"):
        move(held, "answer", adviser)
    with pytest.raises(ValidationError, match="older"):
        move(held, "answer", adviser, {"answer": "Goed", "answered_on": date(2026, 2, 1)})
    told = move(held, "answer", adviser, {"answer": "Goed", "answered_on": date(2026, 5, 1)})
    assert not told.is_late(date(2027, 1, 1))
    with pytest.raises(NotAllowedError):
        change(told, {"text": "anders"}, Asked(by=actor("clerk"), why="x"))


def test_the_term_moves_with_the_day_of_the_question(factions: tuple[Faction, Faction]) -> None:
    held = change(put(factions[0]), {"asked": date(2026, 4, 1)}, SET_UP)
    assert held.due == date(2026, 5, 1)


def test_a_member_asks_for_the_own_faction_only(factions: tuple[Faction, Faction], actor: Who) -> None:
    member = Asked(by=actor("council-member"), why="vraag")
    put(factions[0], by=member)
    with pytest.raises(NotAllowedError):
        put(factions[1], by=member)


@pytest.mark.requirement("PART-04")
@pytest.mark.django_db
def test_actions_in_which_residents_have_a_part_are_counted() -> None:
    plan = create(Document, {"kind": "implementation-plan", "title": "Plan 2027-2028"}, SET_UP)
    create(ActionRecord, {"title": "Buurtpreventie", "plan": plan, "residents": "lopen mee"}, SET_UP)
    create(ActionRecord, {"title": "Cameratoezicht", "plan": plan}, SET_UP)
    assert residents_in_actions(plan) == (1, 2)
    assert residents_in_actions() == (1, 2)
