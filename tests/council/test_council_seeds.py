# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The proposal of 2023 and the deck of 2026, where they are at hand."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from baken.council.attachments import Held, read_attachments
from baken.council.citations import citations_by_form, read_citations
from baken.council.decision import check_decision, read_decision
from baken.council.programmes import read_frequencies, read_planned_adoptions, read_programmes
from baken.council.proposal_sections import check_sections
from baken.council.reconcile import reconcile
from baken.council.roll_call import read_votes
from baken.council.succession import check_duty, check_frequencies, check_planned, successions
from baken.council.validity import Council, read_outcomes
from baken.council.vote import Outcome, Side, Title, Vote

SHARED = Path(__file__).resolve().parents[3] / "shared"
PROPOSAL = SHARED / "seeds" / "004_fb015403efaea0b8.txt"
DECK = SHARED / "seeds" / "000_36d56b8d649e8bbe.txt"
VOTES = SHARED / "domain" / "vote_2023-01-31_item9.csv"
pytestmark = pytest.mark.skipif(not PROPOSAL.exists(), reason="the reference documents are not at hand")
COUNCIL = Council(seats=39)


@pytest.fixture(scope="module")
def text() -> str:
    return PROPOSAL.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def vote(text: str) -> Vote:
    (found,) = read_votes(text)
    return found


@pytest.mark.requirement("VOTE-01")
def test_meeting_and_item(vote: Vote) -> None:
    assert (vote.meeting.on, vote.meeting.item) == (date(2023, 1, 31), "9")


@pytest.mark.requirement("VOTE-03", "VOTE-04", "VOTE-07", "VOTE-08")
def test_every_name_is_read(vote: Vote) -> None:
    with VOTES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for side, word in ((Side.FOR, "voor"), (Side.AGAINST, "tegen")):
        expected = [(row["surname"], row["faction"]) for row in rows if row["vote"] == word]
        assert [(one.name, one.faction) for one in vote.voters(side)] == expected
    titles = [[one.title for one in vote.voters(side)] for side in (Side.FOR, Side.AGAINST)]
    assert [(one.count(Title.SIR), one.count(Title.MADAM)) for one in titles] == [(21, 8), (1, 1)]


@pytest.mark.requirement("VOTE-05", "TRAP-01")
def test_the_totals_contradict_and_both_places_are_named(text: str, vote: Vote) -> None:
    (remark,) = reconcile(vote, COUNCIL)
    assert remark.rule == "vote-totals"
    assert "29 named, 29 stated at the list, 31 concluded" in remark.message.en
    assert "29+2=31 equals votes cast" in remark.message.en
    assert [span.of(text) for span in remark.places[1:]] == ["29", "31"]


@pytest.mark.requirement("VOTE-06")
def test_votes_per_faction(vote: Vote) -> None:
    assert vote.faction_totals(Side.FOR) == {
        "SPM": 4, "GroenLinks": 3, "D66": 4, "CDA": 3, "PvdA": 3, "Partij Veilig Maastricht": 2, "VVD": 3,
        "PvdD": 1, "Volt": 2, "SP": 2, "PVV": 1, "M:OED": 1,
    }  # fmt: skip
    assert vote.faction_totals(Side.AGAINST) == {"50PLUS": 1, "Liberale Partij Maastricht": 1}


@pytest.mark.requirement("VOTE-11")
def test_quorum_and_majority_under_every_reading(vote: Vote) -> None:
    readings = read_outcomes(vote, COUNCIL)
    assert [(one.favour, one.cast, one.quorum, one.majority) for one in readings] == [
        (29, 31, 20, 16),
        (29, 31, 20, 16),
        (31, 33, 20, 17),
    ]
    assert {(one.outcome, one.quorate) for one in readings} == {(Outcome.ADOPTED, True)}


@pytest.mark.requirement("DOC-14", "VOTE-14")
def test_the_decision(text: str) -> None:
    decision = read_decision(text)
    assert [one.rule for one in check_decision(decision)] == ["decision-unsigned"]
    assert decision.proposed[0].words == decision.drafted[0].words
    assert decision.decided is not None
    assert decision.college is not None
    assert decision.college.on == date(2022, 12, 20) < decision.decided.on == date(2023, 1, 31)
    assert (decision.body, decision.public) == ("raad", True)
    assert (decision.case_number, decision.department) == ("2022.18345", "Veiligheid en Leefbaarheid")
    head, found, tail = text.rpartition("1. Vaststellen van")
    changed = head + found.replace("Vaststellen", "Intrekken") + tail
    assert "decision-point-differs" in {one.rule for one in check_decision(read_decision(changed))}
    late = text.replace("20-12-2022", "20-12-2023")
    assert "college-date" in {one.rule for one in check_decision(read_decision(late))}


@pytest.mark.requirement("DOC-10", "DOC-11")
def test_attachments(text: str) -> None:
    first, second = read_attachments(text)
    assert (first.number, first.title, first.held) == ("1", "Raadsbesluit", Held.PRESENT)
    assert (second.number, second.held) == ("2", Held.REFERRED)
    assert second.title.startswith("Concept Meerjarenprogramma Veiligheid")
    assert check_sections(text) == ()


@pytest.mark.requirement("LAW-06")
def test_both_spellings_of_the_law_are_one(text: str) -> None:
    forms = citations_by_form(read_citations(text))
    assert {form: len(found) for form, found in forms.items()} == {
        "artikel 38b lid 1 Politiewet 2012": 3,
        "artikel 39 lid 1 Politiewet 2012": 1,
    }


@pytest.mark.requirement("TRAP-23")
def test_the_gap_before_the_running_programme(text: str) -> None:
    adopted = {"2023-2026": date(2023, 1, 31)}
    (gap,) = successions(read_programmes(text), adopted)
    assert (gap.gap_days, gap.gap_start, gap.gap_end) == (31, date(2023, 1, 1), date(2023, 1, 31))


@pytest.mark.requirement("CYC-03")
def test_the_successor_is_announced_for_after_the_duty() -> None:
    deck = DECK.read_text(encoding="utf-8")
    first, second = read_planned_adoptions(deck)
    assert (first.when.words, first.when.latest) == ("uiterlijk begin 2027", date(2027, 3, 31))
    assert (second.when.earliest, second.when.latest) == (date(2026, 10, 1), date(2027, 3, 31))
    assert [one.rule for one in check_planned((first, second))] == ["planned-dates"]
    remark = check_duty(date(2023, 1, 31), first)
    assert remark is not None
    assert "uiterlijk op 31 januari 2027" in remark.message.nl
    assert "by 31 January 2027" in remark.message.en
    gaps = [
        one
        for one in successions(read_programmes(deck), {"2027-2030": first.when})
        if one.before.kind == "programme"
    ]
    assert [(one.gap_days, one.gap_start) for one in gaps] == [(90, date(2027, 1, 1))]


@pytest.mark.requirement("TRAP-24")
def test_plans_of_two_years_deviate_from_the_yearly_rule(text: str) -> None:
    plans = read_programmes(DECK.read_text(encoding="utf-8"))
    found = check_frequencies(read_frequencies(text), plans)
    assert ["2025-2026" in one.message.nl or "2027-2028" in one.message.nl for one in found] == [True, True]
