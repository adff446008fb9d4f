# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The quarterly question to area teams, and sources that are due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from baken.accounts import changes, districts
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError
from baken.cycle.models import Task
from baken.evidence.queue import by_hand, plan, reminders, source_tasks
from baken.model.text import Text
from baken.sources.description import Rhythm, SourceFile
from people import SET_UP


def _source(name: str, rhythm: Rhythm | None) -> SourceFile:
    return SourceFile(
        id=name,
        table=name,
        title=Text(f"Bron {name}", f"Source {name}"),
        publisher="iemand",
        licence="CC0",
        note=Text("", ""),
        rhythm=rhythm,
    )


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_each_team_is_asked_once_in_each_quarter_by_its_last_day(on: date) -> None:
    held = reminders([("A", "Noord"), ("B", "Zuid")], on)
    assert [one.area for one in held] == ["A", "B"]
    for one in held:
        assert on <= one.due
        assert (one.due.year, (one.due.month + 2) // 3) == (on.year, (on.month + 2) // 3)
        assert date.fromordinal(one.due.toordinal() + 1).day == 1
        assert len(one.key) <= 60


@pytest.mark.requirement("SRC-06")
def test_the_question_is_a_task_of_every_area_team_and_comes_once(actor: Callable[[str], Actor]) -> None:
    asked = Asked(by=actor("analyst"), why="kwartaal")
    day = date(2026, 5, 1)
    made = plan(reminders(districts.districts(day), day), asked)
    assert len(made) == 7
    assert {(one.kind, one.role, one.due) for one in made} == {("reminder", "area-team", date(2026, 6, 30))}
    changes.withdraw(made[0], asked)
    assert plan(reminders(districts.districts(day), date(2026, 6, 30)), asked) == ()
    assert len(plan(reminders(districts.districts(day), date(2026, 7, 1)), asked)) == 7


@pytest.mark.requirement("SRC-18")
def test_a_source_is_due_by_its_rhythm_and_otherwise_planned_by_hand() -> None:
    yearly = _source("jaarlijks", Rhythm(every=12, day=31, month=3))
    loose, never = _source("los", None), _source("nooit", Rhythm(every=12))
    last = {"jaarlijks": date(2025, 4, 1), "los": date(2025, 4, 1)}
    (due,) = source_tasks((yearly, loose, never), last)
    assert (due.source, due.due) == ("jaarlijks", date(2026, 3, 31))
    assert by_hand((yearly, loose, never), last) == (loose, never)


def test_who_may_make_no_tasks_plans_nothing(actor: Callable[[str], Actor]) -> None:
    with pytest.raises(NotAllowedError):
        plan(reminders([("A", "Noord")], date(2026, 5, 1)), Asked(by=actor("reader"), why=""))
    assert not Task.objects.exists()


@pytest.mark.requirement("SRC-18")
def test_the_queue_shows_what_is_late_first(signed_in: Callable[[str], Client]) -> None:
    for name, due in (("Oude bron ophalen", date(2020, 1, 1)), ("Nieuwe bron ophalen", date(2090, 1, 1))):
        values = {"kind": "source", "title": name, "role": "analyst", "due": due}
        changes.create(Task, values, SET_UP)
    browser = signed_in("analyst")
    page = browser.get("/werk/wachtrij/").content.decode()
    assert page.index("Oude bron ophalen") < page.index("Nieuwe bron ophalen")
    late = page[page.index("Oude bron ophalen") : page.index("Nieuwe bron ophalen")]
    assert "<strong>" in late
    assert "<strong>" not in page[page.index("Nieuwe bron ophalen") :].split("</tr>")[0]


@pytest.mark.requirement("SRC-06", "SRC-18")
def test_planning_makes_tasks_for_sources_and_for_each_district(signed_in: Callable[[str], Client]) -> None:
    browser = signed_in("analyst")
    assert browser.get("/werk/wachtrij/plannen/").status_code == 405
    assert browser.post("/werk/wachtrij/plannen/").status_code == 302
    assert Task.objects.filter(kind="reminder").count() == 7
    assert Task.objects.filter(kind="source", source="cbs_83648ned", role="analyst").count() == 1
    browser.post("/werk/wachtrij/plannen/")
    assert Task.objects.filter(kind="reminder").count() == 7


@pytest.mark.parametrize("role", ["reader", "area-team", "council-member", "mayor", "administrator"])
def test_the_queue_is_for_analysts_and_advisers(signed_in: Callable[[str], Client], role: str) -> None:
    browser = signed_in(role)
    assert browser.get("/werk/wachtrij/").status_code == 403
    assert browser.post("/werk/wachtrij/plannen/").status_code == 403
    assert not Task.objects.exists()
