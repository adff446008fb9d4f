# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions, attachments, sections, programmes, dates and citations, with councils that do not exist."""

from __future__ import annotations

from datetime import date

import pytest

from baken.council.attachments import Held, read_attachments
from baken.council.citations import citations_by_form, read_citations
from baken.council.decision import check_decision, read_decision
from baken.council.fuzzy_dates import Bound, DateEnds, read_dates
from baken.council.membership import Membership, faction_on
from baken.council.programmes import read_frequencies, read_planned_adoptions, read_programmes
from baken.council.proposal_sections import SectionRule, check_sections, read_sections
from baken.council.succession import check_duty, check_frequencies, check_successions, successions

DECISION = """Raadsvergadering: 14 maart 2024
Beslispunten
1. Het veiligheidsplan Hoogdam 2024-2027 vaststellen.
2. Een krediet van 10.000 euro beschikbaar stellen.
1. Aanleiding
Er is veel gebeurd.
Bijlage 1
De raad der gemeente Hoogdam,
gezien het voorstel van burgemeester en wethouders van 6 februari 2024, zaaknummer: Z/24/00123;
besluit:
1. Het veiligheidsplan Hoogdam 2024-2027 vaststellen;
2. Een krediet van {amount} euro beschikbaar stellen.
Aldus vastgesteld in de openbare vergadering van {day}.
de griffier,{clerk}
de voorzitter,{chair}
"""
FILLED = {"amount": "10.000", "day": "14 maart 2024", "clerk": "\nA. Smit", "chair": "\nmr. B. de Wit"}


def rules(**changed: str) -> list[str]:
    return [one.rule for one in check_decision(read_decision(DECISION.format(**{**FILLED, **changed})))]


def test_a_decision_that_agrees_gives_no_remark() -> None:
    decision = read_decision(DECISION.format(**FILLED))
    assert check_decision(decision) == ()
    assert (decision.case_number, decision.public, decision.state) == ("Z/24/00123", True, "signed")
    assert [len(decision.proposed), len(decision.drafted)] == [2, 2]


@pytest.mark.requirement("VOTE-12")
@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"amount": "12.000"}, "decision-point-differs"),
        ({"day": "15 maart 2024"}, "decision-date"),
        ({"clerk": ""}, "decision-unsigned"),
    ],
)
def test_each_fault_of_a_decision_is_found(changed: dict[str, str], rule: str) -> None:
    assert rules(**changed) == [rule]


def test_a_college_proposal_younger_than_the_decision_is_an_error() -> None:
    text = DECISION.format(**FILLED).replace("6 februari 2024", "6 april 2024")
    assert [one.rule for one in check_decision(read_decision(text))] == ["college-date"]


def test_sections_in_an_order_of_their_own() -> None:
    order = tuple(SectionRule(name=name) for name in ("Inleiding", "Voorstel", "Kosten", "Planning"))
    text = "Inleiding\nEr is veel.\n2. Kosten\nGeen.\nVoorstel:\n1. Vaststellen.\n"
    assert [one.name for one in read_sections(text, order)] == ["Inleiding", "Kosten", "Voorstel"]
    assert [one.rule for one in check_sections(text, order)] == ["section-missing", "section-order"]


def test_attachments_are_held_or_referred_to() -> None:
    text = "Bijlage A: Kaart\nBijlage B: Begroting\nZie ook bijlage C.\nBijlage A\n" + "woord " * 20
    read = [(one.number, one.title, one.held) for one in read_attachments(text)]
    assert read == [("A", "Kaart", Held.PRESENT), ("B", "Begroting", Held.REFERRED), ("C", "", Held.REFERRED)]


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "bound"),
    [
        ("uiterlijk begin 2027", None, date(2027, 3, 31), Bound.BY),
        ("Q2 van 2023", date(2023, 4, 1), date(2023, 6, 30), Bound.WITHIN),
        ("eind 2026/begin 2027", date(2026, 10, 1), date(2027, 3, 31), Bound.WITHIN),
        ("voorjaar 2025", date(2025, 3, 1), date(2025, 5, 31), Bound.WITHIN),
        ("medio 2024", date(2024, 5, 1), date(2024, 8, 31), Bound.WITHIN),
        ("voor de zomer", None, date(2023, 6, 30), Bound.BY),
        ("1e kwartaal 2026", date(2026, 1, 1), date(2026, 3, 31), Bound.WITHIN),
        ("januari 2027", date(2027, 1, 1), date(2027, 1, 31), Bound.WITHIN),
        ("31 januari 2023", date(2023, 1, 31), date(2023, 1, 31), Bound.WITHIN),
        ("31-01-2023", date(2023, 1, 31), date(2023, 1, 31), Bound.WITHIN),
        ("d.d.20-12-2022", date(2022, 12, 20), date(2022, 12, 20), Bound.WITHIN),
        ("komende 4 jaar", date(2023, 1, 31), date(2027, 1, 31), Bound.WITHIN),
        ("komende jaren", None, None, Bound.OPEN),
        ("vanaf 1 mei 2024", date(2024, 5, 1), None, Bound.FROM),
        ("winter 2023", date(2023, 12, 1), date(2024, 2, 29), Bound.WITHIN),
    ],
)
def test_dates(words: str, earliest: date | None, latest: date | None, bound: Bound) -> None:
    text = f"Dit gebeurt {words} in Hoogdam."
    (read,) = read_dates(text, on=date(2023, 1, 31))
    assert (read.words, read.earliest, read.latest, read.bound) == (words, earliest, latest, bound)
    assert read.span.of(text) == words


def test_what_loose_words_mean_can_be_set_and_no_day_is_made_up() -> None:
    (read,) = read_dates("begin 2027", ends=DateEnds(begin=(1, 1)))
    assert read.latest == date(2027, 1, 31)
    assert read_dates("31 februari 2023") == ()
    (open_end,) = read_dates("voor de zomer")
    assert (open_end.bound, open_end.latest) == (Bound.OPEN, None)


@pytest.mark.requirement("DOC-18")
def test_a_quarter_is_overdue_on_the_day_after_it() -> None:
    (read,) = read_dates("Q2 2023")
    assert (read.earliest, read.latest) == (date(2023, 4, 1), date(2023, 6, 30))
    assert not read.overdue(date(2023, 6, 30))
    assert read.overdue(date(2023, 7, 1))


def test_programmes_their_gaps_and_overlaps() -> None:
    text = (
        "Het Integraal Veiligheidsplan Hoogdam 2018 – 2021 en het Integraal "
        "Veiligheidsplan 2021-2024. Het nieuwe "
        "integraal veiligheidsplan 2026 t/m 2029 volgt. De kadernota 2025. Actieplan jeugd 2024-25."
    )
    found = read_programmes(text)
    assert [(one.kind, one.term) for one in found] == [
        ("plan", "2024-2025"),
        ("programme", "2018-2021"),
        ("programme", "2021-2024"),
        ("programme", "2026-2029"),
    ]
    first, second = successions(found)
    assert (first.overlap_days, first.gap_days) == (365, 0)
    assert (second.overlap_days, second.gap_days) == (0, 365)
    assert [one.rule for one in check_successions((first, second))] == ["programme-overlap", "programme-gap"]


def test_a_duty_warns_only_where_the_words_allow_a_day_too_late() -> None:
    late, in_time = read_dates("uiterlijk medio 2028 en uiterlijk 1 maart 2028")
    remark = check_duty(date(2024, 3, 14), late)
    assert remark is not None
    assert remark.rule == "duty-conflict"
    assert check_duty(date(2024, 3, 14), in_time) is None


def test_planned_adoptions_and_frequencies() -> None:
    text = (
        "Het Meerjarenplan Veiligheid 2028-2031 komt eraan. Dit wordt medio 2027 ter vaststelling aangeboden."
    )
    (planned,) = read_planned_adoptions(text)
    assert planned.programme is not None
    assert (planned.programme.term, planned.when.latest) == ("2028-2031", date(2027, 8, 31))
    said = read_frequencies(
        "De raad werkt met jaarlijkse actieplannen. Elk jaar wordt het actieplan geëvalueerd."
    )
    held = read_programmes("Actieplan Veilig 2024-2025 en Actieplan Veilig 2026.")
    assert [(one.kind, one.years) for one in said] == [("plan", 1)]
    assert [one.rule for one in check_frequencies(said, held)] == ["plan-frequency"]


def test_citations_have_one_form() -> None:
    text = (
        "Art. 13b Opiumwet, de artikelen 172, 172a en 174 van de Gemeentewet, artikel "
        "5:32, lid 1, Awb en artikel "
        "5:32, eerste lid, van de Algemene wet bestuursrecht; het tweede lid van artikel "
        "2 van de Wet tijdelijk "
        "huisverbod is van kracht. Het artikel in de krant telt niet."
    )
    forms = citations_by_form(read_citations(text))
    assert list(forms) == [
        "artikel 13b Opiumwet",
        "artikel 172 Gemeentewet",
        "artikel 172a Gemeentewet",
        "artikel 174 Gemeentewet",
        "artikel 5:32 lid 1 Algemene wet bestuursrecht",
        "artikel 2 lid 2 Wet tijdelijk huisverbod",
    ]
    assert len(forms["artikel 5:32 lid 1 Algemene wet bestuursrecht"]) == 2


@pytest.mark.requirement("VOTE-10")
def test_membership_of_a_faction_is_dated() -> None:
    held = (
        Membership(member="Kok", faction="PVV", start=date(2022, 3, 30), end=date(2023, 6, 30)),
        Membership(member="Kok", faction="Groep Kok", start=date(2023, 7, 1)),
    )
    assert faction_on(held, "Kok", date(2023, 1, 31)) == "PVV"
    assert faction_on(held, "Kok", date(2024, 1, 1)) == "Groep Kok"
    assert faction_on(held, "Kok", date(2020, 1, 1)) is None
    with pytest.raises(ValueError, match="ends before"):
        Membership(member="Kok", faction="X", start=date(2023, 1, 1), end=date(2022, 1, 1))
