# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The moments of a cycle, single moments and their status, timers, tasks and releases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.cycle_rules import load_cycle_rules
from baken.council.fuzzy_dates import Bound
from baken.cycle.calendar.duties import duty_moment, timer_on
from baken.cycle.calendar.generate import cycle_of, halfway, own_moments
from baken.cycle.calendar.moments import DONE, Basis, Moment, MomentKind, Status, status_on
from baken.cycle.calendar.questions import answer_due
from baken.cycle.calendar.releases import (
    Release,
    Rhythm,
    days_late,
    next_release,
    release_findings,
    release_moment,
)
from baken.cycle.calendar.tasks import due_day, task_set
from baken.cycle.calendar.terms import Term
from baken.cycle.calendar.words import said, timed
from baken.cycle.flows import DOCUMENT_FLOW, DocumentStatus
from baken.model.errors import InputError, UsageError
from baken.model.text import Text

RULES = load_cycle_rules()
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
TITLE = Text("titel", "title")


def moment(
    earliest: date | None = None,
    latest: date | None = None,
    realised: date | None = None,
    kind: MomentKind = MomentKind.PLAN,
) -> Moment:
    return Moment(
        id="m", kind=kind, title=TITLE, basis=Basis.RULE, earliest=earliest, latest=latest, realised=realised
    )


@pytest.mark.requirement("CYC-01", "CYC-05", "CYC-06", "CYC-09", "CYC-15")
def test_the_cycle_of_2027_to_2030_holds_every_moment() -> None:
    found = {one.id: one for one in cycle_of(date(2027, 1, 1), date(2030, 12, 31), RULES)}
    years = (2027, 2028, 2029, 2030)
    yearly = {f"2027-2030/{kind}/{year}" for kind in ("plan", "plan-evaluation") for year in years}
    ahead = {
        f"2027-2030/{kind}/{year}"
        for kind in ("kadernota", "begroting", "bestuursrapportage")
        for year in years
    }
    back = {f"2027-2030/jaarstukken/{year + 1}" for year in years}
    waves = {"survey/veiligheidsmonitor/2027", "survey/veiligheidsmonitor/2029"}
    tasks = {f"2031-2034/task/{one.id}" for one in RULES.tasks.steps}
    once = {"2027-2030/adoption", "2027-2030/interim-evaluation"}
    assert set(found) == yearly | ahead | back | waves | tasks | once
    half = found["2027-2030/interim-evaluation"]
    assert (half.words, half.earliest, half.latest) == (
        "31 december 2028/begin 2029",
        date(2028, 12, 31),
        date(2029, 3, 31),
    )
    assert found["2027-2030/adoption"].latest == date(2026, 12, 31)
    assert found["2027-2030/jaarstukken/2031"].title.nl == "Jaarstukken 2030"
    assert not any(one.checked for one in found.values())
    assert all(one.source for one in found.values())


@pytest.mark.requirement("CYC-05")
def test_a_municipality_with_plans_of_two_years_has_half_as_many() -> None:
    rules = replace(RULES, plan=replace(RULES.plan, years=2))
    found = [
        one for one in cycle_of(date(2027, 1, 1), date(2031, 12, 31), rules) if one.kind is MomentKind.PLAN
    ]
    assert [one.id.rsplit("/")[-1] for one in found] == ["2027-2028", "2029-2030", "2031"]
    assert found[0].title.nl == "Uitvoeringsplan 2027-2028 vaststellen"


@pytest.mark.parametrize(
    ("start", "end", "half", "words"),
    [
        (date(2023, 1, 1), date(2026, 12, 31), date(2024, 12, 31), "31 december 2024/begin 2025"),
        (date(2027, 1, 1), date(2029, 12, 31), date(2028, 6, 30), "30 juni 2028 - 30 september 2028"),
        (date(2027, 1, 1), date(2027, 1, 31), date(2027, 1, 31), "31 januari 2027 - 30 april 2027"),
    ],
)
@pytest.mark.requirement("CYC-09")
def test_half_of_a_term(start: date, end: date, half: date, words: str) -> None:
    assert halfway(start, end) == half
    found = [one.words for one in own_moments(start, end, RULES, "x") if one.id == "x/interim-evaluation"]
    assert found == [words]


def test_a_term_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError, match="ends on 2026-12-31, before it begins on 2027-01-01"):
        cycle_of(date(2027, 1, 1), date(2026, 12, 31), RULES)
    with pytest.raises(InputError, match="the moment 'm' would be from 2027-01-02 up to 2027-01-01"):
        moment(date(2027, 1, 2), date(2027, 1, 1))


@given(st.integers(2000, 2060), st.integers(1, 8))
def test_each_moment_of_a_cycle_has_a_day_and_an_id_of_its_own(first: int, years: int) -> None:
    found = cycle_of(date(first, 1, 1), date(first + years - 1, 12, 31), RULES)
    assert len({one.id for one in found}) == len({one.key for one in found}) == len(found)
    assert all(one.earliest or one.latest for one in found)
    assert sum(one.kind is MomentKind.PLAN_EVALUATION for one in found) == years
    assert abs(sum(one.kind is MomentKind.SURVEY for one in found) - years / 2) <= 0.5


@pytest.mark.requirement("CYC-03", "CYC-04", "DOC-18")
def test_loose_words_are_kept_with_the_days_that_they_allow() -> None:
    by, between, quarter = (
        said(words, RULES.loose) for words in ("uiterlijk begin 2027", "Eind 2026/begin 2027", "Q2 2023")
    )
    assert (by.words, by.earliest, by.latest) == ("uiterlijk begin 2027", None, date(2027, 3, 31))
    assert (between.earliest, between.latest) == (date(2026, 10, 1), date(2027, 3, 31))
    assert (quarter.earliest, quarter.latest) == (date(2023, 4, 1), date(2023, 6, 30))
    shorter = replace(RULES.loose, begin=(1, 2))
    assert said("uiterlijk begin 2027", shorter).latest == date(2027, 2, 28)
    assert said("als het kan", RULES.loose).bound is Bound.OPEN
    with pytest.raises(InputError, match="names 2 dates"):
        said("in maart 2026 en daarna vanaf juni 2027", RULES.loose)


@pytest.mark.requirement("DOC-18")
def test_a_quarter_is_overdue_on_the_day_after_it() -> None:
    due = timed(moment(), "Q2 van 2023", RULES.loose)
    assert [status_on(due, date(2023, *day)) for day in ((5, 30), (5, 31), (6, 30), (7, 1))] == [
        Status.PLANNED,
        Status.DUE_SOON,
        Status.DUE_SOON,
        Status.OVERDUE,
    ]


@pytest.mark.requirement("CYC-08")
def test_early_on_time_and_late() -> None:
    early = timed(moment(realised=date(2024, 12, 17)), "Begin 2025", RULES.loose)
    assert status_on(early, date(2026, 5, 1)) is Status.EARLY
    assert status_on(early, date(2024, 12, 16)) is Status.PLANNED
    assert status_on(replace(early, realised=date(2025, 3, 31)), date(2026, 1, 1)) is Status.ON_TIME
    assert status_on(replace(early, realised=date(2025, 4, 1)), date(2026, 1, 1)) is Status.LATE
    assert status_on(moment(realised=date(2025, 1, 1)), date(2026, 1, 1)) is Status.DELIVERED
    by = timed(moment(realised=date(2020, 1, 1)), "uiterlijk begin 2027", RULES.loose)
    assert status_on(by, date(2026, 1, 1)) is Status.ON_TIME


ORDER = [
    {Status.NO_DATE, Status.PLANNED},
    {Status.OPEN, Status.DUE_SOON},
    {Status.OVERDUE, Status.PASSED},
    set(DONE),
]


@given(
    st.tuples(DAYS | st.none(), DAYS | st.none(), DAYS | st.none()),
    st.sampled_from(MomentKind),
    st.lists(DAYS, min_size=2, max_size=8),
)
def test_a_moment_never_goes_back_as_days_pass(
    ends: tuple[date | None, date | None, date | None], kind: MomentKind, days: list[date]
) -> None:
    earliest, latest, realised = ends
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    one = moment(earliest, latest, realised, kind)
    seen = [status_on(one, day) for day in sorted(days)]
    ranks = [next(rank for rank, held in enumerate(ORDER) if status in held) for status in seen]
    assert ranks == sorted(ranks)
    assert (seen[-1] in DONE) == (realised is not None and realised <= max(days))
    assert (Status.OVERDUE in seen) <= (latest is not None and max(days) > latest)


def term(start: date, end: date, adopted: date | None = None, kind: str = "programme") -> Term:
    return Term(id=f"t-{start.year}", title=TITLE, start=start, end=end, adopted=adopted, kind=kind)


@pytest.mark.requirement("LAW-02")
def test_the_duty_warns_twelve_six_and_three_months_before() -> None:
    held = term(date(2023, 1, 1), date(2026, 12, 31), date(2023, 1, 31))
    timer = timer_on(RULES.renewal[0], [held], date(2026, 5, 1))
    assert (timer.due, timer.left, timer.overdue) == (date(2027, 1, 31), 275, False)
    assert [(one.months, one.day, one.passed) for one in timer.warnings] == [
        (12, date(2026, 1, 31), True),
        (6, date(2026, 7, 31), False),
        (3, date(2026, 10, 31), False),
    ]
    assert timer.reached == timer.warnings[0]
    passed = [
        sum(one.passed for one in timer_on(RULES.renewal[0], [held], day).warnings)
        for day in (date(2026, 1, 30), date(2026, 7, 31), date(2026, 10, 31))
    ]
    assert passed == [0, 2, 3]
    last = [timer_on(RULES.renewal[0], [held], day).overdue for day in (date(2027, 1, 31), date(2027, 2, 1))]
    assert last == [False, True]


@pytest.mark.requirement("LAW-04")
def test_the_regional_plan_has_a_timer_of_its_own() -> None:
    rule = RULES.renewal[1]
    region = term(date(2023, 7, 1), date(2027, 6, 30), date(2023, 6, 15), kind="regional")
    programme = term(date(2023, 1, 1), date(2026, 12, 31), date(2023, 1, 31))
    timer = timer_on(rule, [programme, region], date(2026, 5, 1))
    assert (timer.adopted, timer.due) == (date(2023, 6, 15), date(2027, 6, 15))
    due = duty_moment(timer, "regio")
    assert (due.kind, due.basis, due.latest, due.checked) == (
        MomentKind.REGIONAL,
        Basis.DUTY,
        date(2027, 6, 15),
        False,
    )
    unknown = timer_on(rule, [programme], date(2026, 5, 1))
    assert (unknown.due, unknown.warnings, unknown.overdue) == (None, (), False)
    assert "niet bekend wanneer" in unknown.text.nl


@given(DAYS, DAYS)
def test_a_timer_counts_down_and_its_warnings_pass_in_order(adopted: date, day: date) -> None:
    held = term(adopted, date(2090, 1, 1), adopted)
    timer = timer_on(RULES.renewal[0], [held], day)
    assert (timer.due is None) == (adopted > day)
    passed = [one.passed for one in timer.warnings]
    assert passed == sorted(passed, reverse=True)
    if timer.due and timer.overdue:
        assert all(passed)


@pytest.mark.requirement("CYC-15")
def test_tasks_are_counted_back_from_the_day_that_is_due_first() -> None:
    closing = term(date(2023, 1, 1), date(2026, 12, 31))
    assert due_day(closing, None) == due_day(closing, date(2027, 1, 31)) == date(2026, 12, 31)
    assert due_day(closing, date(2026, 6, 30)) == date(2026, 6, 30)
    tasks = task_set("next", date(2026, 12, 31), RULES)
    assert [one.title.en for one in tasks] == [
        "Starting note",
        "Safety analysis and safety picture",
        "Consult partners",
        "Consult residents",
        "Draft programme",
        "Agree in the triangle",
        "Proposal by the executive",
        "Decision of the council",
        "Implementation plan",
        "Public edition and communication",
    ]
    assert (tasks[0].earliest, tasks[0].latest) == (date(2025, 12, 31), date(2026, 1, 31))
    assert (tasks[7].latest, tasks[8].latest) == (date(2026, 12, 31), date(2027, 6, 30))


@pytest.mark.requirement("CYC-07")
def test_a_plan_is_not_adjusted_before_it_was_evaluated() -> None:
    with pytest.raises(UsageError, match="'adjust' is no step from the state 'adopted'"):
        DOCUMENT_FLOW.step("adjust", DocumentStatus.ADOPTED)
    assert DOCUMENT_FLOW.step("evaluate", DocumentStatus.ADOPTED).target is DocumentStatus.EVALUATED
    assert DOCUMENT_FLOW.step("adjust", DocumentStatus.EVALUATED).target is DocumentStatus.ADJUSTED


@pytest.mark.requirement("CYC-14")
def test_the_next_release_of_an_indicator_and_those_that_are_late() -> None:
    day = date(2026, 5, 1)
    monthly = Release(indicator="a", title=TITLE, rhythm=Rhythm.MONTHLY, last=date(2026, 3, 31))
    named = replace(monthly, indicator="b", expected=date(2026, 6, 5))
    unknown = Release(indicator="c", title=TITLE)
    late = Release(indicator="d", title=TITLE, rhythm=Rhythm.YEARLY, last=date(2025, 3, 1), source="CBS")
    assert [next_release(one, day) for one in (monthly, named, unknown, late)] == [
        date(2026, 4, 30),
        date(2026, 6, 5),
        None,
        date(2026, 3, 1),
    ]
    assert [days_late(one, day, RULES) for one in (monthly, named, unknown, late)] == [0, 0, 0, 61]
    assert [days_late(monthly, date(2026, 5, number), RULES) for number in (14, 15)] == [0, 15]
    (found,) = release_findings((monthly, named, unknown, late), day, RULES)
    assert (found.about, found.sources) == (("d",), ("CBS",))
    assert found.message.en == "title: expected on 1 March 2026, 61 days late."
    status = [status_on(release_moment(one, day, RULES), day) for one in (monthly, unknown, late)]
    assert status == [Status.DUE_SOON, Status.NO_DATE, Status.OVERDUE]


@given(DAYS, st.sampled_from(Rhythm), DAYS | st.none(), DAYS)
def test_figures_are_late_exactly_when_their_moment_is_overdue(
    last: date, rhythm: Rhythm, expected: date | None, day: date
) -> None:
    one = Release(indicator="a", title=TITLE, rhythm=rhythm, last=last, expected=expected)
    late = days_late(one, day, RULES)
    assert (late > 0) == (status_on(release_moment(one, day, RULES), day) is Status.OVERDUE)
    due = next_release(one, day)
    assert due is not None
    assert due > last or last > day


def test_an_answer_to_the_council_has_a_last_day() -> None:
    assert answer_due(date(2026, 5, 1), RULES) == date(2026, 5, 1) + timedelta(days=30)
