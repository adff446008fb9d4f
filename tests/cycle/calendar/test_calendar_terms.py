# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which programme holds on a day, gaps and phases, and moments that cannot all be true."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.cycle_rules import load_cycle_rules
from baken.cycle.calendar.conflicts import (
    Dependency,
    differing,
    in_recess,
    outside_term,
    refusal,
    wrong_order,
)
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.cycle.calendar.phase import PhaseKind, phase_on
from baken.cycle.calendar.plans import frequency_findings, plans_not_held
from baken.cycle.calendar.said import gap_text, overlap_findings
from baken.cycle.calendar.terms import (
    Term,
    gaps_on,
    in_force_on,
    overlaps,
    timeline,
)
from baken.cycle.calendar.words import timed
from baken.model.errors import InputError
from baken.model.remark import Weight
from baken.model.text import Text

RULES = load_cycle_rules()
DAY = timedelta(days=1)
DAYS = st.dates(date(2014, 1, 1), date(2034, 12, 31))


def years(
    first: int, last: int, adopted: date | None = None, *, prepared: bool = False, kind: str = "programme"
) -> Term:
    return Term(
        id=f"{kind}-{first}-{last}",
        title=Text(f"MJP {first}-{last}", f"Programme {first}-{last}"),
        start=date(first, 1, 1),
        end=date(last, 12, 31),
        adopted=adopted,
        prepared=prepared,
        kind=kind,
    )


CHAIN = (
    years(2015, 2018, date(2015, 3, 31)),
    years(2019, 2022),
    years(2023, 2026, date(2023, 1, 31)),
    years(2027, 2030, prepared=True),
)


def stated(
    words: str, about: str = "programme-2027-2030", kind: MomentKind = MomentKind.ADOPTION, name: str = "m"
) -> Moment:
    title = Text("Vaststellen", "Adopt")
    moment = Moment(id=name, kind=kind, title=title, basis=Basis.STATEMENT, about=about, source="stuk")
    return timed(moment, words, RULES.loose)


@pytest.mark.requirement("DOC-15")
def test_the_timeline_says_which_programme_holds_on_any_day() -> None:
    found = [(one.start, one.end, one.term.name if one.term else "") for one in timeline(CHAIN)]
    assert found == [
        (date(2015, 1, 1), date(2015, 3, 31), ""),
        (date(2015, 4, 1), date(2018, 12, 31), "2015-2018"),
        (date(2019, 1, 1), date(2022, 12, 31), "2019-2022"),
        (date(2023, 1, 1), date(2023, 1, 31), ""),
        (date(2023, 2, 1), date(2026, 12, 31), "2023-2026"),
        (date(2027, 1, 1), date(2030, 12, 31), ""),
    ]
    assert timeline(()) == ()


@pytest.mark.requirement("DOC-15")
def test_overlaps_are_reported() -> None:
    assert overlaps(CHAIN) == ()
    (found,) = overlap_findings(overlaps((years(2019, 2022), years(2022, 2025))))
    assert (found.rule, found.about) == ("programme-overlap", ("2019-2022", "2022-2025"))
    assert "365 days" in found.message.en
    newest = in_force_on((years(2019, 2022), years(2022, 2025)), date(2022, 6, 1))
    assert newest is not None
    assert newest.name == "2022-2025"


@pytest.mark.requirement("TRAP-23")
def test_the_gap_of_2023_is_history() -> None:
    (gap,) = gaps_on(CHAIN, date(2025, 6, 1))
    assert (gap.start, gap.until, gap.least, gap.most) == (date(2023, 1, 1), date(2023, 1, 31), 31, 31)
    assert gap_text(gap).en == "31 days without a programme in 2023 (1 January 2023 to 31 January 2023)."


@pytest.mark.requirement("TRAP-22")
def test_the_gap_to_come_is_told_at_its_earliest_and_latest() -> None:
    day = date(2026, 5, 1)
    gap = gaps_on(CHAIN, day, [stated("uiterlijk begin 2027")])[-1]
    assert (gap.start, gap.least, gap.most, gap.until) == (date(2027, 1, 1), 0, 90, date(2027, 3, 31))
    gap = gaps_on(CHAIN, day, [stated("februari 2027")])[-1]
    assert (gap.least, gap.most) == (32, 59)
    assert "32 to 59 days" in gap_text(gap).en
    gap = gaps_on(CHAIN, day, [stated("vanaf 1 maart 2027")])[-1]
    assert (gap.least, gap.most) == (60, None)
    gap = gaps_on(CHAIN, day)[-1]
    assert (gap.least, gap.most) == (0, None)
    assert "niet bekend hoe lang" in gap_text(gap).nl
    # Half 2026 is in time: there is no gap.
    assert [one.settled for one in gaps_on(CHAIN, day, [stated("juni 2026")])] == [True]


def test_a_programme_without_a_successor_ends_in_a_gap_that_nobody_can_close() -> None:
    line = CHAIN[:3]
    assert len(gaps_on(line, date(2025, 12, 31))) == 1
    (_, gap) = gaps_on(line, date(2026, 1, 1))
    assert (gap.after, gap.start, gap.least, gap.most) == (None, date(2027, 1, 1), 0, None)
    assert "a new programme" in gap_text(gap).en


def test_a_programme_that_ends_early_leaves_no_gap_beside_one_that_runs_on() -> None:
    line = (years(2019, 2026), years(2020, 2021), years(2027, 2030))
    assert gaps_on(line, date(2025, 1, 1)) == ()


@st.composite
def lines(draw: st.DrawFn) -> tuple[Term, ...]:
    """Programmes of one to five years with gaps and overlaps between them; the last may be prepared."""
    found, first = [], 2015
    for _ in range(draw(st.integers(1, 4))):
        last = first + draw(st.integers(0, 4))
        adopted = draw(st.none() | st.dates(date(first - 1, 1, 1), date(last, 12, 31)))
        found.append(years(first, last, adopted))
        first = max(first + 1, last + draw(st.integers(0, 2)))
    if draw(st.booleans()):
        found[-1] = replace(found[-1], adopted=None, prepared=True)
    return tuple(found)


@given(lines(), DAYS, st.lists(st.tuples(DAYS, st.integers(0, 400)), max_size=2))
def test_no_gap_is_negative_and_it_only_grows_while_nobody_decides(
    line: tuple[Term, ...], day: date, planned: list[tuple[date, int]]
) -> None:
    moments = [
        Moment(
            id=str(number),
            kind=MomentKind.ADOPTION,
            title=Text("", ""),
            basis=Basis.STATEMENT,
            about=line[-1].id,
            earliest=start,
            latest=start + timedelta(days=length),
        )
        for number, (start, length) in enumerate(planned)
    ]
    today, later = gaps_on(line, day, moments), gaps_on(line, day + 30 * DAY, moments)
    for gap in (*today, *later):
        assert gap.least >= 0
        assert gap.most is None or gap.most >= max(gap.least, 1)
        assert not gap.settled or gap.least == gap.most
    by_start = {(one.before.id, one.after and one.after.id): one for one in later}
    for gap in today:
        after = by_start.get((gap.before.id, gap.after and gap.after.id))
        if after is not None and not after.settled:
            assert after.least >= gap.least


@given(lines())
def test_the_timeline_is_without_holes_and_agrees_with_each_day(line: tuple[Term, ...]) -> None:
    found = timeline(line)
    assert (found[0].start, found[-1].end) == (line[0].start, max(one.end for one in line))
    for one, following in itertools.pairwise(found):
        assert one.end + DAY == following.start
        assert one.term != following.term
    for one in found:
        assert one.start <= one.end
        assert in_force_on(line, one.start) == in_force_on(line, one.end) == one.term


@pytest.mark.requirement("CYC-02")
@pytest.mark.parametrize(
    ("day", "kind", "nl", "en"),
    [
        (date(2026, 5, 1), PhaseKind.LAST_YEAR, "laatste jaar, nog 8 maanden", "last year, 8 months left"),
        (date(2026, 5, 2), PhaseKind.LAST_YEAR, "laatste jaar, nog 7 maanden", "last year, 7 months left"),
        (date(2026, 12, 1), PhaseKind.LAST_YEAR, "laatste jaar, nog 1 maand", "last year, 1 month left"),
        (date(2026, 12, 31), PhaseKind.LAST_YEAR, "laatste jaar, nog 1 dag", "last year, 1 day left"),
        (
            date(2025, 12, 31),
            PhaseKind.RUNNING,
            "jaar 3 van 4, nog 12 maanden",
            "year 3 of 4, 12 months left",
        ),
        (date(2023, 2, 1), PhaseKind.RUNNING, "jaar 1 van 4, nog 47 maanden", "year 1 of 4, 47 months left"),
        (
            date(2023, 1, 31),
            PhaseKind.GAP,
            "geen programma van kracht sinds 1 januari 2023 (dag 31); MJP 2023-2026 volgt",
            "no programme in force since 1 January 2023 (day 31); Programme 2023-2026 follows",
        ),
        (
            date(2015, 1, 1),
            PhaseKind.BEFORE,
            "MJP 2015-2018 is nog niet van kracht; de looptijd begint op 1 januari 2015",
            "Programme 2015-2018 is not in force yet; its term begins on 1 January 2015",
        ),
        (
            date(2031, 1, 1),
            PhaseKind.AFTER,
            "MJP 2027-2030 eindigde op 31 december 2030; een opvolger is niet bekend",
            "Programme 2027-2030 ended on 31 December 2030; no successor is known",
        ),
    ],
)
def test_phases(day: date, kind: PhaseKind, nl: str, en: str) -> None:
    phase = phase_on(CHAIN, day)
    assert (phase.kind, phase.text) == (kind, Text(nl, en))


def test_before_the_first_programme_and_without_any() -> None:
    assert phase_on(CHAIN[1:2], date(2018, 1, 1)).text.en == (
        "before the first programme, which begins on 1 January 2019"
    )
    assert phase_on((), date(2026, 5, 1)).kind is PhaseKind.NONE


@given(lines(), DAYS)
def test_what_is_left_gets_less_and_a_phase_runs_only_while_a_programme_holds(
    line: tuple[Term, ...], day: date
) -> None:
    phase, following = phase_on(line, day), phase_on(line, day + DAY)
    held = in_force_on(line, day)
    assert (phase.kind in {PhaseKind.RUNNING, PhaseKind.LAST_YEAR}) == (held is not None)
    if held is not None:
        assert 1 <= phase.year <= phase.years
        assert phase.days >= 1
        if following.term == held and following.days:
            assert (phase.days - following.days, following.months <= phase.months) == (1, True)


def test_a_term_that_cannot_be_is_refused() -> None:
    with pytest.raises(InputError, match="before it begins"):
        years(2023, 2022)
    with pytest.raises(InputError, match="still prepared and was adopted"):
        years(2023, 2026, date(2023, 1, 31), prepared=True)


@pytest.mark.requirement("CYC-04")
def test_two_statements_that_differ_are_linked() -> None:
    first, second = stated("uiterlijk begin 2027", name="a"), stated("Eind 2026/begin 2027", name="b")
    (found,) = differing((first, second))
    assert (found.rule, found.about) == ("planned-dates", ("a", "b"))
    assert differing((first, replace(first, id="c"))) == ()
    assert differing((first, replace(second, about="programme-2031-2034"))) == ()
    assert differing((first, replace(second, basis=Basis.RULE))) == ()


@pytest.mark.parametrize(
    ("words", "count"), [("Begin 2025", 0), ("begin 2027", 1), ("eind 2022", 1), ("uiterlijk 2022", 0)]
)
def test_an_evaluation_outside_the_term_is_found(words: str, count: int) -> None:
    one = stated(words, "programme-2023-2026", MomentKind.INTERIM_EVALUATION)
    found = outside_term((one,), CHAIN)
    assert [finding.rule for finding in found] == ["outside-term"] * count
    assert outside_term((replace(one, kind=MomentKind.ADOPTION),), CHAIN) == ()


@pytest.mark.parametrize(
    ("words", "count"),
    [("15 juli 2026", 1), ("augustus 2026", 1), ("zomer 2026", 0), ("uiterlijk augustus 2026", 0)],
)
def test_a_vote_that_can_only_be_in_the_recess_is_found(words: str, count: int) -> None:
    assert [one.rule for one in in_recess((stated(words),), RULES.loose)] == ["vote-in-recess"] * count
    winter = replace(RULES.loose, recess=((12, 20), (1, 5)))
    assert len(in_recess((stated("2 januari 2027"), stated("28 december 2026")), winter)) == 2
    assert in_recess((stated("15 juli 2026"),), winter) == ()


ORDER = Dependency(
    first="programme-2027-2030",
    then="plan-2027-2028",
    first_title=Text("het MJP 2027-2030", "the programme 2027-2030"),
    then_title=Text("Het uitvoeringsplan 2027-2028", "The plan 2027-2028"),
    source="veiligheidsbeeld 2026, regel 220",
)


def test_a_plan_cannot_be_adopted_before_its_programme() -> None:
    day = date(2027, 2, 1)
    refused = refusal(ORDER, {}, day)
    assert refused is not None
    assert refused.nl == (
        "Het uitvoeringsplan 2027-2028 kan nog niet worden vastgesteld: eerst moet het MJP 2027-2030 zijn "
        "vastgesteld."
    )
    assert refusal(ORDER, {ORDER.first: date(2027, 2, 2)}, day) is not None
    assert refusal(ORDER, {ORDER.first: day}, day) is None


@pytest.mark.parametrize(
    ("programme", "plan", "weights"),
    [
        ("uiterlijk begin 2027", "Q2 2027", []),
        ("uiterlijk begin 2027", "februari 2027", [Weight.WARNING]),
        ("maart 2027", "februari 2027", [Weight.ERROR]),
        ("ooit", "februari 2027", []),
    ],
)
def test_plans_in_the_wrong_order_are_found(programme: str, plan: str, weights: list[Weight]) -> None:
    moments = (
        stated(programme, ORDER.first, name="a"),
        stated(plan, ORDER.then, MomentKind.PLAN, name="b"),
        # What the rule asks for in each year is no document.
        replace(stated("januari 2020", ORDER.then, MomentKind.PLAN, name="c"), year=2020),
    )
    found = wrong_order((ORDER,), moments, date(2026, 5, 1))
    assert [one.weight for one in found] == weights
    done = (moments[0], replace(moments[1], realised=date(2026, 4, 1)))
    (early,) = wrong_order((ORDER,), done, date(2026, 5, 1))
    assert (early.weight, early.about) == (Weight.ERROR, ("b", "a"))
    assert early.sources == ("stuk", "veiligheidsbeeld 2026, regel 220")
    # Before that day nobody knows that it will be done.
    assert [one.weight for one in wrong_order((ORDER,), done, date(2026, 3, 31))] == weights
    both = (replace(moments[0], realised=date(2026, 4, 1)), done[1])
    assert wrong_order((ORDER,), both, date(2026, 5, 1)) == ()


@pytest.mark.requirement("TRAP-24", "CYC-05")
def test_plans_of_two_years_against_the_own_rule() -> None:
    plans = (years(2024, 2024, kind="plan"), years(2025, 2026, kind="plan"))
    (found,) = frequency_findings(plans, RULES.plan)
    assert found.about == ("plan-2025-2026",)
    assert found.message.nl.endswith("de eigen regel is '(jaarlijkse) uitvoeringsprogramma’s' (elk jaar).")
    assert frequency_findings(plans, replace(RULES.plan, years=2)) == ()
    missing = plans_not_held(CHAIN[2], plans, date(2026, 5, 1))
    assert missing is not None
    assert missing.message.en == "No implementation plan is known of 2023."
    assert plans_not_held(CHAIN[2], (*plans, years(2023, 2023, kind="plan")), date(2026, 5, 1)) is None
    assert plans_not_held(CHAIN[3], plans, date(2026, 5, 1)) is None
