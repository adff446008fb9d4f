# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Votes in tables and in other words, of councils that do not exist."""

from __future__ import annotations

import pytest

from baken.council.citations import check_citations, read_citations
from baken.council.proposal_sections import SectionRule, missing_sections
from baken.council.reconcile import reconcile
from baken.council.roll_call import read_votes
from baken.council.vote import Manner, Outcome, Side, Vote

Totals = dict[str, dict[str, int | None]]
CONCLUDED = "\nHet voorstel is daarmee aangenomen."


def totals(vote: Vote) -> Totals:
    return {str(side): found for side in Side if (found := vote.faction_totals(side))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fractie | Voor | Tegen | Onthouden\nNu | 7 | 0 | 0\nA & B | 4 | 2 | -\n"
            "M:OOI | | 5 |\n50PLUS | 0 | 0 | 1",
            {"for": {"Nu": 7, "A & B": 4}, "against": {"A & B": 2, "M:OOI": 5}, "abstained": {"50PLUS": 1}},
        ),
        (
            "Partij | Voorstemmers | Tegenstemmers\nLokaal | De Boer, Jansen, van der Velde |\n"
            "CDA | Smit | Pietersen",
            {"for": {"Lokaal": 3, "CDA": 1}, "against": {"CDA": 1}},
        ),
        (
            "Naam | Fractie | Voor | Tegen\ndhr. Jansen | VVD | x |\nmw. De Vries | SP | | x",
            {"for": {"VVD": 1}, "against": {"SP": 1}},
        ),
        (
            "Fractie | Leden | Stem\nVVD | Jansen, De Vries | voor\nSP | Bakker | tegen",
            {"for": {"VVD": 2}, "against": {"SP": 1}},
        ),
        (
            "| Fractie | Zetels | Stem |\n|---|---|---|\n| VVD | 5 | voor |\n| SP | 2 | tegen |",
            {"for": {"VVD": 5}, "against": {"SP": 2}},
        ),
        ("Jansen | VVD | voor\nDe Vries | SP | tegen", {"for": {"VVD": 1}, "against": {"SP": 1}}),
        ("VVD | Jansen | voor\nSP | De Vries | afwezig", {"for": {"VVD": 1}, "absent": {"SP": 1}}),
        ("Voor:\nVVD | 5\nCDA | 4", {"for": {"VVD": 5, "CDA": 4}}),
    ],
)  # fmt: skip
def test_a_table_of_a_vote(text: str, expected: Totals) -> None:
    (vote,) = read_votes(text + CONCLUDED)
    assert (totals(vote), vote.outcome) == (expected, Outcome.ADOPTED)


def test_the_last_row_states_the_totals_and_is_held_against_the_rows() -> None:
    table = "Fractie | Voor | Tegen\nVVD | 5 | 0\nSP | 0 | 2\nTotaal | {total} | 2" + CONCLUDED
    (right,), (wrong,) = (read_votes(table.format(total=total)) for total in (5, 6))
    assert reconcile(right) == ()
    assert [one.rule for one in reconcile(wrong)] == ["vote-totals"]


@pytest.mark.parametrize(
    "text",
    [
        "Argument | Voor | Tegen\nCamera's | zij helpen bij opsporing | zij kosten veel geld en tijd",
        "Jaar | Voor | Tegen\n2023 | 12 | 14\n2024 | 13 | 15",
        "Fractie | Zetels\nVVD | 5\nSP | 2",
        "Maatregel | Stand\nLampen | klaar\nPaaltjes | loopt",
        "a | b\n|\n||\n| | |",
    ],
)
def test_another_table_is_no_vote(text: str) -> None:
    assert read_votes(text) == ()


def test_who_leaves_or_takes_no_part_is_counted_on_no_side() -> None:
    (vote,) = read_votes(
        "Het voorstel wordt bij handopsteken aangenomen met 21 stemmen voor en 8 tegen. De heer De Wit (Nu) "
        "verlaat de vergadering voor de stemming; mevrouw Bos (D66) onthoudt zich van stemming. Mevrouw Aker "
        "(SP) neemt niet deel aan de stemming. De leden Vos (VVD) en Bakker (D66) hebben de zaal verlaten."
    )
    assert totals(vote) == {"abstained": {"D66": 1}, "absent": {"Nu": 1, "SP": 1, "VVD": 1, "D66": 1}}
    assert {one.side: one.count for one in vote.stated} == {Side.FOR: 21, Side.AGAINST: 8}


def test_someone_who_goes_home_makes_no_vote() -> None:
    assert (
        read_votes("De heer De Wit (Nu) verlaat de vergadering om 21.30 uur. Mevrouw Bos (D66) is afwezig.")
        == ()
    )


def test_both_sides_in_one_sentence_with_the_number_of_all() -> None:
    (vote,) = read_votes(
        "Het amendement A2 is verworpen. Voor stemmen VVD, CDA en M:ENS (11 stemmen), tegen de overige "
        "fracties (18 stemmen)."
    )
    assert totals(vote) == {"for": {"VVD": None, "CDA": None, "M:ENS": None}}
    assert {one.side: one.count for one in vote.stated} == {Side.FOR: 11, Side.AGAINST: 18}
    assert (vote.number, vote.outcome) == ("A2", Outcome.REJECTED)


def test_acclamation_and_the_mark_of_a_motion_in_its_heading() -> None:
    first, second = read_votes(
        "4.2 Motie M3 Cameratoezicht\nDe motie wordt met algemene stemmen aangenomen.\n4.3 Benoeming\n"
        "Bij acclamatie wordt zij benoemd."
    )
    assert (first.number, first.manner) == ("M3", Manner.UNANIMOUS)
    assert (second.number, second.manner, second.outcome) == ("", Manner.WITHOUT_VOTE, Outcome.ADOPTED)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Artikel 38b Politiewet 2012 geldt. Volgens art. 38b lid 1 van de Politiewet.", 1),
        ("Artikel 38b Politiewet 2012 geldt. Volgens artikel 38b, eerste lid, Politiewet 2012.", 0),
        ("Artikel 5:32 van de Algemene wet bestuursrecht (Awb) en artikel 5:32 Awb.", 0),
        ("Artikel 172 Gemeentewet en artikel 13b Opiumwet en artikel 5.", 0),
    ],
)
def test_a_law_that_goes_by_two_names(text: str, names: int) -> None:
    found = check_citations(read_citations(text))
    assert [one.rule for one in found] == ["law-two-names"] * names
    assert all(len(one.places) == 2 for one in found)


def test_what_a_proposal_lacks_by_its_text_or_its_headings() -> None:
    order = tuple(
        SectionRule(name=name, others=others)
        for name, others in (("Besluit", ("Gevraagd besluit",)), ("Aanleiding", ("Waarom",)), ("Kosten", ()))
    )
    text = "Raadsvoorstel\nWaarom dit voorstel?\nDaarom.\nGevraagd besluit\n1. Vaststellen."
    headings = ["Waarom dit voorstel?", "2. Gevraagd besluit"]
    assert [one.message.nl for one in missing_sections(text, headings, order)] == [
        "Het onderdeel 'Kosten' ontbreekt."
    ]
    assert missing_sections(text, [*headings, "3 Kosten en dekking"], order) == ()
    assert missing_sections(text.replace("Raadsvoorstel", "Verslag"), headings, order) == ()
