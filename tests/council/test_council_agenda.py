# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Items by meeting and number, names of factions kept as they are, and decisions until they are signed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.council.agenda import agenda_of, segment
from baken.council.decision import check_decision, read_decision
from baken.council.meeting import read_meetings
from baken.council.roll_call import read_votes
from baken.council.signing import Role, Signature, missing_of, signing_state
from baken.council.vote import Side
from baken.council.vote_table import faction_rows, side_rows
from baken.model.remark import Span

PROPOSAL = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "004_fb015403efaea0b8.txt"
SEEDS = pytest.mark.skipif(not PROPOSAL.exists(), reason="the reference documents are not at hand")
MINUTES = """Besluitenlijst van de raad van Hoogdam
Raadsvergadering van 14 maart 2024
8. Begroting
Het voorstel is zonder hoofdelijke stemming aangenomen.
9. Veiligheidsplan 2024-2027
Voor: VVD (5), M:ENS (3) en PvdA/GroenLinks (4). Tegen: Hart & Ziel (2).
Het voorstel is aangenomen.
Raadsvergadering van 11 april 2024
9.a Motie M2 Straatverlichting
Voor: VVD (5). Tegen: M:ENS (3), PvdA/GroenLinks (4) en Hart & Ziel (2). De motie is verworpen.
"""


@pytest.mark.requirement("VOTE-02")
def test_an_item_is_found_by_meeting_and_number() -> None:
    votes = read_votes(MINUTES)
    agenda = agenda_of((one for _, one in read_meetings(MINUTES)), votes)
    nine = agenda.item(date(2024, 3, 14), "9")
    assert nine is not None
    assert (nine.path, len(nine.votes)) == ("2024-03-14/9", 1)
    assert nine.votes[0].faction_totals(Side.AGAINST) == {"Hart & Ziel": 2}
    for written in ("9a", "9.a", "9.A", "09a."):
        found = agenda.item(date(2024, 4, 11), written)
        assert found is not None
        assert (found.number, found.votes[0].number) == ("9.a", "M2")
    assert agenda.item(date(2024, 4, 11), "9") is None
    assert agenda.item(date(2024, 3, 15), "9") is None


@SEEDS
@pytest.mark.requirement("VOTE-02")
def test_item_9_of_the_meeting_of_31_january_2023() -> None:
    text = PROPOSAL.read_text("utf-8")
    decision = read_decision(text)
    agenda = agenda_of((one for _, one in read_meetings(text)), read_votes(text), decision)
    item = agenda.item(date(2023, 1, 31), "9")
    assert item is not None
    assert item.decision is decision
    assert sum(row.votes or 0 for row in faction_rows(item.votes)) == 31


def test_a_number_with_a_dot_between_digits_is_its_own() -> None:
    text = "Raadsvergadering van 14 maart 2024\nAgendapunt 1.12 Kaders\nAgendapunt 11.2 Geld\n"
    agenda = agenda_of(one for _, one in read_meetings(text))
    found = [agenda.item(date(2024, 3, 14), number) for number in ("1.12", "11.2", "112")]
    assert [one and one.number for one in found] == ["1.12", "11.2", None]


@pytest.mark.requirement("VOTE-09")
def test_the_name_of_a_faction_is_kept_in_records_and_addresses() -> None:
    rows = [row for row in faction_rows(read_votes(MINUTES)) if row.side is Side.FOR]
    assert [row.faction for row in rows] == ["VVD", "M:ENS", "PvdA/GroenLinks", "VVD"]
    assert [row.path for row in rows[:3]] == ["2/for/VVD", "2/for/M:ENS", "2/for/PvdA%2FGroenLinks"]


@SEEDS
@pytest.mark.requirement("VOTE-09")
def test_a_faction_of_the_proposal_with_a_colon_in_its_name() -> None:
    (row,) = [row for row in faction_rows(read_votes(PROPOSAL.read_text("utf-8"))) if ":" in row.faction]
    assert (row.faction, row.path) == ("M:OED", "1/for/M:OED")


@given(st.text(min_size=1, max_size=40))
def test_an_address_gives_the_name_back_and_holds_no_part_of_another(name: str) -> None:
    name = name.encode("utf-8", "ignore").decode()
    assert unquote(segment(name)) == name
    assert not set(segment(name)) & set("/?# %") - {"%"}


def test_sides_count_what_is_named_or_else_stated() -> None:
    votes = read_votes("Het voorstel is aangenomen met 21 stemmen voor en 8 stemmen tegen.")
    assert [(row.side, row.named, row.concluded, row.count) for row in side_rows(votes)] == [
        (Side.FOR, None, 21, 21),
        (Side.AGAINST, None, 8, 8),
    ]
    assert faction_rows(votes) == ()


DECISION = """De raad van de gemeente Hoogdam besluit het plan vast te stellen.
Aldus vastgesteld in de openbare vergadering van 14 maart 2024.
de griffier,{clerk}
de voorzitter,{chair}
"""


@pytest.mark.requirement("VOTE-13")
@pytest.mark.parametrize(
    ("clerk", "chair", "state", "lacks"),
    [
        ("", "", "unsigned", 2),
        ("\nA. Smit", "", "unsigned", 1),
        ("", "\nmr. B. de Wit", "unsigned", 1),
        ("\nA. Smit", "\nmr. B. de Wit, 18 maart 2024", "signed", 0),
    ],
)
def test_a_decision_stays_unsigned_until_both_have_signed(
    clerk: str, chair: str, state: str, lacks: int
) -> None:
    decision = read_decision(DECISION.format(clerk=clerk, chair=chair))
    assert decision.state == state
    assert len(missing_of(decision.signatures)) == lacks
    assert [one.rule for one in check_decision(decision)] == ["decision-unsigned"] * (lacks > 0)


@pytest.mark.requirement("VOTE-13")
def test_a_name_without_a_day_is_not_enough() -> None:
    place, day = Span(0, 1), date(2024, 3, 14)
    clerk = Signature(role=Role.CLERK, span=place, name=place, on=day)
    dateless = Signature(role=Role.CHAIR, span=place, name=place)
    nameless = Signature(role=Role.CHAIR, span=place, on=day)
    whole = Signature(role=Role.CHAIR, span=place, name=place, on=day)
    assert signing_state((clerk,)) == signing_state((clerk, dateless)) == "unsigned"
    assert signing_state((clerk, dateless, nameless)) == "unsigned"
    assert [one.nl for one in missing_of((clerk, dateless))] == ["de datum van de voorzitter"]
    assert [one.en for one in missing_of((clerk, nameless))] == ["the name of the chair"]
    assert signing_state((clerk, dateless, whole)) == "signed"
    assert signing_state(()) == "unsigned"


@SEEDS
@pytest.mark.requirement("VOTE-13")
def test_the_decision_of_the_proposal_is_unsigned() -> None:
    decision = read_decision(PROPOSAL.read_text("utf-8"))
    assert decision.state == "unsigned"
    assert len(missing_of(decision.signatures)) == 2


def test_a_list_behind_the_places_to_sign_is_no_name() -> None:
    text = DECISION.format(clerk=" De voorzitter", chair="").replace("de voorzitter,", "Bijlage 1 Begroting")
    decision = read_decision(text.replace("griffier, De", "griffier De"))
    assert len(decision.signatures) == 2
    assert decision.state == "unsigned"
