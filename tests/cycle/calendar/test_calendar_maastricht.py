# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar of Maastricht on 1 May 2026 and on other days, by what the proposal and the deck say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from baken.catalogue.cycle_rules import load_cycle_rules
from baken.cycle.calendar.collect import CycleFacts
from baken.cycle.calendar.conflicts import Dependency
from baken.cycle.calendar.moments import Basis, Moment, MomentKind, Status
from baken.cycle.calendar.releases import Release, Rhythm
from baken.cycle.calendar.statements import stated_in
from baken.cycle.calendar.terms import Term
from baken.cycle.calendar.view import CalendarView, calendar_on
from baken.cycle.calendar.words import timed
from baken.model.remark import Weight
from baken.model.text import Text

RULES = load_cycle_rules("nl", "GM0935")
DECK = "veiligheidsbeeld 2026"
PROPOSAL = "raadsvoorstel 2023"
DECK_DAY = date(2026, 4, 4)
SEED = Path(__file__).resolve().parents[4] / "shared" / "seeds" / "000_36d56b8d649e8bbe.txt"
MAY = date(2026, 5, 1)


def programme(
    first: int, last: int, adopted: date | None = None, *, prepared: bool = False, known: date | None = None
) -> Term:
    return Term(
        id=f"mjp-{first}-{last}",
        title=Text(f"Meerjarenprogramma Veiligheid {first}-{last}", f"Safety programme {first}-{last}"),
        start=date(first, 1, 1),
        end=date(last, 12, 31),
        adopted=adopted,
        prepared=prepared,
        known_from=known,
    )


def plan(first: int, last: int, *, prepared: bool = False) -> Term:
    return replace(
        programme(first, last, prepared=prepared, known=DECK_DAY),
        id=f"up-{first}-{last}",
        title=Text(f"Uitvoeringsplan veiligheid {first}-{last}", f"Implementation plan {first}-{last}"),
        kind="plan",
    )


def said(name: str, words: str, about: str, place: str, kind: MomentKind = MomentKind.ADOPTION) -> Moment:
    moment = Moment(
        id=name,
        kind=kind,
        title=Text("Vaststellen door de raad", "Adoption by the council"),
        basis=Basis.STATEMENT,
        about=about,
        source=DECK if kind is MomentKind.ADOPTION else PROPOSAL,
        place=place,
        said_on=DECK_DAY if kind is MomentKind.ADOPTION else date(2022, 12, 20),
    )
    return timed(moment, words, RULES.loose)


CHAIN = (
    programme(2015, 2018, date(2015, 3, 31)),
    programme(2019, 2022),
    programme(2023, 2026, date(2023, 1, 31)),
    programme(2027, 2030, prepared=True, known=DECK_DAY),
)
FACTS = CycleFacts(
    terms=(*CHAIN, plan(2025, 2026), plan(2027, 2028, prepared=True)),
    moments=(
        said("deck-15", "uiterlijk begin 2027", "mjp-2027-2030", "regel 15"),
        said("deck-218", "Eind 2026/begin 2027", "mjp-2027-2030", "regel 218"),
        said("interim", "Begin 2025", "mjp-2023-2026", "regel 605", MomentKind.INTERIM_EVALUATION),
    ),
    realised={"interim": date(2024, 12, 17)},
    dependencies=(
        Dependency(
            first="mjp-2027-2030",
            then="up-2027-2028",
            first_title=Text("het meerjarenprogramma 2027-2030", "the programme 2027-2030"),
            then_title=Text("Het uitvoeringsplan 2027-2028", "The plan 2027-2028"),
            source=f"{DECK}, regel 220",
        ),
    ),
)


@pytest.fixture(scope="module")
def may() -> CalendarView:
    return calendar_on(MAY, FACTS, RULES)


def on(day: date, facts: CycleFacts = FACTS) -> dict[str, Status]:
    return {one.moment.id: one.status for one in calendar_on(day, facts, RULES).moments}


@pytest.mark.requirement("CYC-02", "CYC-03", "LAW-02", "TRAP-22", "TRAP-23")
def test_the_calendar_says_what_is_due_in_four_sentences(may: CalendarView) -> None:
    assert [one.en for one in may.summary] == [
        "Safety programme 2023-2026: last year, 8 months left.",
        "Successor due 31 January 2027 on a literal reading of the law (artikel 38b lid 1 Politiewet 2012, "
        "not checked), against 'uiterlijk begin 2027' and 'Eind 2026/begin 2027' (veiligheidsbeeld 2026).",
        "No programme in force from 1 January 2027 until the council has adopted Safety programme 2027-2030: "
        "at most 90 days (to 31 March 2027), and none if the council decides before.",
        "31 days without a programme in 2023 (1 January 2023 to 31 January 2023).",
    ]
    assert [one.nl for one in may.summary] == [
        "Meerjarenprogramma Veiligheid 2023-2026: laatste jaar, nog 8 maanden.",
        "Opvolger uiterlijk op 31 januari 2027 bij een letterlijke lezing van de wet (artikel 38b lid 1 "
        "Politiewet 2012, niet gecontroleerd), tegenover 'uiterlijk begin 2027' en 'Eind 2026/begin 2027' "
        "(veiligheidsbeeld 2026).",
        "Geen programma van kracht vanaf 1 januari 2027 totdat de raad Meerjarenprogramma Veiligheid "
        "2027-2030 heeft vastgesteld: hoogstens 90 dagen (tot en met 31 maart 2027), en geen als de raad "
        "eerder besluit.",
        "31 dagen zonder programma in 2023 (1 januari 2023 tot en met 31 januari 2023).",
    ]


@pytest.mark.requirement("CYC-03", "CYC-04", "CYC-05", "TRAP-24")
def test_what_does_not_fit_is_found_with_its_places(may: CalendarView) -> None:
    found = [(one.rule, one.weight, one.about) for one in may.findings]
    assert found == [
        ("duty-conflict", Weight.WARNING, ("deck-15",)),
        ("duty-conflict", Weight.WARNING, ("deck-218",)),
        ("programme-gap", Weight.WARNING, ("mjp-2023-2026", "mjp-2027-2030")),
        ("plan-frequency", Weight.WARNING, ("up-2025-2026",)),
        ("plan-frequency", Weight.WARNING, ("up-2027-2028",)),
        ("duty-unknown", Weight.NOTE, ("regional-police-plan",)),
        ("programme-gap", Weight.NOTE, ("mjp-2019-2022", "mjp-2023-2026")),
        ("planned-dates", Weight.NOTE, ("deck-15", "deck-218")),
        ("plan-not-held", Weight.NOTE, ("mjp-2023-2026",)),
    ]
    first, differ = may.findings[0], may.findings[7]
    assert "59 days later" in first.message.en
    assert first.sources == ("veiligheidsbeeld 2026, regel 15",)
    assert differ.sources == ("veiligheidsbeeld 2026, regel 15", "veiligheidsbeeld 2026, regel 218")
    assert "every year" in may.findings[3].message.en
    assert may.findings[8].message.nl == "Van 2023, 2024 is geen uitvoeringsplan bekend."


@pytest.mark.requirement("TRAP-22")
def test_a_sentence_for_the_transition_is_proposed(may: CalendarView) -> None:
    assert [one.nl for one in may.notes] == [
        "Meerjarenprogramma Veiligheid 2023-2026 blijft van kracht totdat de raad Meerjarenprogramma "
        "Veiligheid 2027-2030 heeft vastgesteld, uiterlijk tot en met 31 maart 2027."
    ]
    coming, was = may.gaps[1], may.gaps[0]
    assert (coming.start, coming.least, coming.most, coming.settled) == (date(2027, 1, 1), 0, 90, False)
    assert (was.start, was.until, was.least, was.most) == (date(2023, 1, 1), date(2023, 1, 31), 31, 31)


@pytest.mark.requirement("CYC-06", "CYC-08")
def test_moments_stand_in_order_with_their_status(may: CalendarView) -> None:
    status = {one.moment.id: one.status for one in may.moments}
    assert status["interim"] is Status.EARLY
    # The document's words take the place of the rule's.
    assert "mjp-2023-2026/interim-evaluation" not in status
    assert status["mjp-2023-2026/adoption"] is Status.LATE
    assert status["mjp-2023-2026/plan-evaluation/2025"] is Status.OVERDUE
    assert status["mjp-2023-2026/plan-evaluation/2026"] is Status.PLANNED
    assert status["mjp-2023-2026/kadernota/2024"] is Status.PASSED
    assert status["mjp-2023-2026/kadernota/2026"] is Status.DUE_SOON
    assert status["survey/veiligheidsmonitor/2025"] is Status.OPEN
    assert status["up-2025-2026/adoption"] is Status.NO_DATE
    assert "mjp-2023-2026/plan/2025" not in status
    lasts = [one.moment.latest for one in may.moments if one.moment.latest]
    assert lasts == sorted(lasts)
    assert {one.id for one in may.with_status(Status.EARLY, Status.LATE)} == {
        "interim",
        "mjp-2023-2026/adoption",
    }


@pytest.mark.requirement("CYC-06")
def test_an_evaluation_that_is_missing_is_overdue_in_the_next_year_also_after_the_programme() -> None:
    name = "mjp-2023-2026/plan-evaluation/2026"
    assert (on(date(2026, 12, 31))[name], on(date(2027, 1, 1))[name]) == (Status.DUE_SOON, Status.OVERDUE)
    done = replace(FACTS, realised={name: date(2027, 2, 1)})
    assert on(date(2027, 1, 31), done)[name] is Status.OVERDUE
    assert on(date(2027, 2, 1), done)[name] is Status.LATE


def test_the_gap_runs_until_the_council_decides() -> None:
    view = calendar_on(date(2027, 2, 15), FACTS, RULES)
    assert (view.phase.kind, view.in_force) == ("gap", None)
    assert view.phase.text.en == (
        "no programme in force since 1 January 2027 (day 46); Safety programme 2027-2030 follows"
    )
    assert "46 to 90 days" in view.summary[2].en
    assert view.findings[0].rule == "duty-overdue"
    assert "15 dagen te laat" in view.findings[0].message.nl


def test_after_the_statements_have_passed_nobody_can_say_how_long() -> None:
    view = calendar_on(date(2027, 4, 1), FACTS, RULES)
    assert (view.gaps[-1].least, view.gaps[-1].most) == (91, None)
    assert "at least 91 days" in view.summary[2].en
    assert "with a last day that is yet to be chosen" in view.notes[0].en


def test_once_adopted_the_gap_is_settled_and_the_timer_starts_again() -> None:
    adopted = programme(2027, 2030, date(2027, 2, 9), known=DECK_DAY)
    facts = replace(FACTS, terms=(*CHAIN[:3], adopted))
    view = calendar_on(date(2027, 2, 10), facts, RULES)
    assert view.in_force == adopted
    assert (view.gaps[-1].settled, view.gaps[-1].most) == (True, 40)
    assert (view.timers[0].due, view.notes) == (date(2031, 2, 9), ())
    status = {one.moment.id: one.status for one in view.moments}
    assert (status["deck-15"], status["deck-218"]) == (Status.ON_TIME, Status.ON_TIME)
    assert "duty-conflict" not in {one.rule for one in view.findings}


def test_what_documents_say_later_is_not_known_before() -> None:
    view = calendar_on(date(2023, 1, 15), FACTS, RULES)
    assert [one.after.id for one in view.gaps if one.after] == ["mjp-2023-2026"]
    assert {one.moment.id for one in view.moments} & {"deck-15", "up-2025-2026/adoption"} == set()
    # On which day 2019-2022 was adopted is told nowhere: so nobody can say when the duty was due.
    assert (view.timers[0].due, view.findings[-1].rule) == (None, "duty-unknown")


@pytest.mark.requirement("CYC-15")
def test_the_tasks_towards_the_next_programme_begin_a_year_before_it_is_due() -> None:
    def tasks(day: date) -> list[str]:
        return [name for name in on(day) if name.startswith("mjp-2027-2030/task/")]

    facts = calendar_on(date(2025, 12, 30), FACTS, RULES)
    assert not [one for one in facts.moments if one.moment.kind is MomentKind.TASK]
    before = replace(FACTS, terms=CHAIN[:3])
    named = [name for name in on(date(2025, 12, 31), before) if "/task/" in name]
    assert len(named) == 10
    assert all(name.startswith("after-mjp-2023-2026/task/") for name in named)
    assert len(tasks(MAY)) == 10
    assert on(MAY)["mjp-2027-2030/task/raad"] is Status.PLANNED
    assert on(MAY)["mjp-2027-2030/task/veiligheidsbeeld"] is Status.OVERDUE


def test_the_moments_of_planning_and_control_stand_in_every_year(may: CalendarView) -> None:
    in_2026 = [
        one.moment.title.nl
        for one in may.moments
        if one.moment.kind is MomentKind.PLANNING and one.moment.year == 2026
    ]
    assert in_2026 == [
        "Kadernota 2027",
        "Jaarstukken 2025",
        "Programmabegroting 2027",
        "Bestuursrapportage 2026",
    ]


@pytest.mark.requirement("CYC-14")
def test_the_next_release_of_each_indicator_stands_in_the_calendar() -> None:
    releases = tuple(
        Release(indicator=name, title=Text(name, name), rhythm=rhythm, last=last)
        for name, rhythm, last in (
            ("misdrijven-totaal", Rhythm.MONTHLY, date(2026, 4, 15)),
            ("halt", Rhythm.YEARLY, date(2025, 3, 1)),
            ("rapportcijfer-veiligheid", None, None),
        )
    )
    view = calendar_on(MAY, replace(FACTS, releases=releases), RULES)
    found = {one.moment.about: one for one in view.moments if one.moment.kind is MomentKind.RELEASE}
    assert {name: (one.moment.earliest, one.status) for name, one in found.items()} == {
        "misdrijven-totaal": (date(2026, 5, 15), Status.DUE_SOON),
        "halt": (date(2026, 3, 1), Status.OVERDUE),
        "rapportcijfer-veiligheid": (None, Status.NO_DATE),
    }
    assert [one.about for one in view.findings if one.rule == "release-late"] == [("halt",)]


def test_nothing_known_gives_an_empty_calendar_that_says_so() -> None:
    view = calendar_on(MAY, CycleFacts(), RULES)
    assert [one.nl for one in view.summary] == ["Geen programma bekend."]
    assert {one.rule for one in view.findings} == {"duty-unknown"}
    assert {one.status for one in view.moments} == {Status.NO_DATE}


WORDS = (
    "Het veiligheidsbeeld vormt de inhoudelijke basis voor het op te stellen Meerjarenprogramma Veiligheid "
    "2027 - 2030. Dit wordt uiterlijk begin 2027 ter vaststelling voorgelegd aan de raad.\n\n"
    "Eind 2026/begin 2027 nieuw meerjarenprogramma ter vaststelling naar de raad\n"
)


@pytest.mark.requirement("CYC-03", "CYC-04")
def test_what_a_document_says_is_read_as_moments() -> None:
    first, second = stated_in(WORDS, DECK, FACTS.terms, RULES, DECK_DAY)
    assert (first.words, first.about, first.place) == ("uiterlijk begin 2027", "mjp-2027-2030", "regel 1")
    assert (second.earliest, second.latest, second.place) == (date(2026, 10, 1), date(2027, 3, 31), "regel 3")
    assert second.about == "mjp-2027-2030"
    # Where more than one programme is prepared, nobody can say which one is meant.
    two = (*FACTS.terms, programme(2031, 2034, prepared=True))
    assert stated_in(WORDS, DECK, two, RULES)[1].about == ""


@pytest.mark.skipif(not SEED.exists(), reason="the reference documents are not at hand")
@pytest.mark.requirement("CYC-03", "CYC-04")
def test_the_deck_itself_gives_the_same_calendar(may: CalendarView) -> None:
    read = stated_in(SEED.read_text(encoding="utf-8"), DECK, FACTS.terms, RULES, DECK_DAY)
    assert [(one.words, one.place) for one in read] == [
        ("uiterlijk begin 2027", "regel 15"),
        ("Eind 2026/begin 2027", "regel 218"),
    ]
    view = calendar_on(MAY, replace(FACTS, moments=(*read, FACTS.moments[2])), RULES)
    assert (view.summary, view.gaps, view.notes) == (may.summary, may.gaps, may.notes)
