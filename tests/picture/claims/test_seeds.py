# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The deck of 2026 and the proposal of 2023, checked whole against the picture, where they are at hand."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from baken.documents.document import Document, read_document, text_document
from baken.model.claim import ClaimVerdict, JudgedClaim
from baken.model.remark import Remark
from baken.picture.checked import CheckedDocument
from baken.picture.document_check import check_document
from baken.picture.document_compare import compare_documents

from ..helpers import MAASTRICHT, picture

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the supplied documents are not here")
DECK, PROPOSAL = "000", "004"
OBJECTIVE_DOWN = {"diefstal-uit-woning", "hic", "vermogensdelicten", "geweld", "winkeldiefstal"}


@cache
def document(name: str) -> Document:
    return read_document(next(SEEDS.glob(f"{name}_*.txt")))


@cache
def checked(name: str) -> CheckedDocument:
    return check_document(document(name), picture(MAASTRICHT))


def remarks(found: CheckedDocument, rule: str) -> list[Remark]:
    return [one for one in found.remarks if one.rule == rule]


def at(found: CheckedDocument, remark: Remark) -> list[str]:
    """The words at the places of a remark."""
    return [span.of(found.shown) for span in remark.places]


def claim(name: str, words: str) -> JudgedClaim:
    """The one claim of the first sentence that holds these words."""
    found = checked(name)
    return next(one for one in found.claims if words in one.claim.sentence.of(found.shown))


def listing(name: str, which: str) -> list[str]:
    return [line.nl for one in checked(name).listings if one.id == which for line in one.lines]


# -- the council --------------------------------------------------------------------------------------------


@pytest.mark.requirement("VOTE-05", "TRAP-01")
def test_the_vote_of_29_29_and_31_with_both_places() -> None:
    found = checked(PROPOSAL)
    (remark,) = remarks(found, "vote-totals")
    assert "29 named, 29 stated at the list, 31 concluded" in remark.message.en
    assert at(found, remark)[1:] == ["29", "31"]
    lines = [found.document.place(span).line for span in remark.places[1:]]
    assert lines == [5, 20]


@pytest.mark.requirement("VOTE-06")
def test_votes_per_faction() -> None:
    assert listing(PROPOSAL, "votes") == [
        "1. 31 januari 2023, agendapunt 9, voorstel, aangenomen",
        "voor (29): SPM 4, GroenLinks 3, D66 4, CDA 3, PvdA 3, Partij Veilig Maastricht 2, VVD 3, PvdD 1, "
        "Volt 2, SP 2, PVV 1, M:OED 1",
        "tegen (2): 50PLUS 1, Liberale Partij Maastricht 1",
    ]


def test_the_days_on_which_they_speak() -> None:
    found = [(checked(name).said.isoformat(), checked(name).said_known) for name in (DECK, PROPOSAL)]
    assert found == [("2026-04-04", True), ("2023-01-31", True)]


@pytest.mark.requirement("DOC-10", "DOC-11")
def test_one_attachment_is_there_and_the_other_only_named() -> None:
    found = checked(PROPOSAL)
    (remark,) = remarks(found, "attachment-not-held")
    assert "Bijlage 2" in remark.message.nl
    assert "genoemd, niet aanwezig" in remark.message.nl
    held = [line for line in listing(PROPOSAL, "documents") if line.startswith("bijlage")]
    assert [line.rpartition(": ")[2] for line in held] == ["aanwezig", "genoemd, niet aanwezig"]


@pytest.mark.requirement("DOC-14")
def test_a_changed_word_in_the_decision_is_flagged() -> None:
    assert not remarks(checked(PROPOSAL), "decision-point-differs")
    whole = document(PROPOSAL)
    at_end = whole.text.rindex("Vaststellen van")
    changed = replace(whole, text=whole.text[:at_end] + "Intrekkinge" + whole.text[at_end + 11 :])
    assert len(changed.text) == len(whole.text)
    found = check_document(changed, picture(MAASTRICHT))
    assert remarks(found, "decision-point-differs")


@pytest.mark.requirement("DOC-13")
def test_a_theme_changed_in_the_body_makes_the_summary_stale() -> None:
    assert not remarks(checked(PROPOSAL), "summary-theme")
    whole = document(PROPOSAL)
    start = whole.text.index("Beslispunten")
    body = whole.text[start:].replace("Ondermijnende", "Ontwrichtende")
    found = check_document(replace(whole, text=whole.text[:start] + body), picture(MAASTRICHT))
    (remark,) = remarks(found, "summary-theme")
    assert "Ondermijnende criminaliteit" in remark.message.nl


@pytest.mark.requirement("TRAP-22")
def test_the_gap_before_the_successor_is_computed_and_the_way_out_proposed() -> None:
    """The programme ends on 31-12-2026, the duty on 31-01-2027; "begin 2027" lasts until 31-03-2027."""
    found = checked(DECK)
    (gap,) = remarks(found, "programme-gap")
    assert "90 dagen" in gap.message.nl
    assert "1 januari 2027 tot en met 31 maart 2027" in gap.message.nl
    assert gap.settle is not None
    assert "leg vast dat het oude zolang blijft gelden" in gap.settle.nl
    first, second = remarks(found, "duty-conflict")
    assert at(found, first) == ["uiterlijk begin 2027"]
    assert at(found, second) == ["Eind 2026/begin 2027"]
    for one in (first, second):
        assert "uiterlijk op 31 januari 2027" in one.message.nl
    (two,) = remarks(found, "planned-dates")
    assert at(found, two) == ["uiterlijk begin 2027", "Eind 2026/begin 2027"]


# -- the claims ---------------------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-15")
def test_visibly_fallen_is_partly_true() -> None:
    found = claim(PROPOSAL, "zichtbaar gedaald")
    assert found.verdict is ClaimVerdict.PARTLY
    assert set(found.agreeing) == OBJECTIVE_DOWN
    assert (found.flat, found.unchanged, found.disagreeing) == (("overlast",), ("halt",), ("vernieling",))
    assert "Wij hebben een nieuwer cijfer" not in found.reason.nl


@pytest.mark.requirement("TRAP-20")
def test_no_claim_of_the_deck_states_a_measured_figure() -> None:
    found = checked(DECK)
    assert len(found.claims) >= 8
    assert not any(one.claim.states_figure for one in found.claims)
    assert found.without_figure == found.claims
    assert remarks(found, "ageing-no-figures")
    said = " ".join(one.claim.words.of(found.shown) for one in found.claims)
    assert not re.search(r"72 uur|\(\d\d\)|\d\d-\d\d-\d{4}|20\d\d ?- ?20\d\d", said)


@pytest.mark.parametrize(
    "words", ["72 uur", "programma 1 Veiligheid", "2027 - 2030", "10-03-2026", "2027-2028", "arrestaties"]
)
def test_numbers_of_something_else_make_no_claim(words: str) -> None:
    found = checked(DECK)
    assert words in found.shown
    assert not [one for one in found.claims if words in one.claim.sentence.of(found.shown)]


@pytest.mark.requirement("TRAP-21", "RULE-08")
def test_often_above_the_average_is_counted() -> None:
    found = claim(DECK, "scoort vaak boven")
    assert found.verdict is ClaimVerdict.TOO_GENERAL
    assert "2 van 4" in found.reason.nl
    assert "2024" in found.reason.nl
    assert "Een gemeente en een provincie zijn twee gebieden" in found.reason.nl
    assert {one.area for one in found.figures} == {MAASTRICHT, "NL"}
    assert found.settle is not None
    assert "welk jaar" in found.settle.nl


@pytest.mark.requirement("RULE-07")
def test_in_parts_needs_the_list_of_parts() -> None:
    found = claim(DECK, "op onderdelen")
    assert found.verdict is ClaimVerdict.TOO_GENERAL
    assert found.settle is not None
    assert "Noem de delen" in found.settle.nl
    assert found.carried is not None
    assert "Vernieling en beschadiging: van 6,4 in 2017 naar 6,6" in found.carried.nl
    assert "Geweldsmisdrijven: van 6,4 in 2017 naar 5,0" in found.carried.nl


@pytest.mark.requirement("DEV-08")
def test_more_violence_and_vandalism() -> None:
    found = claim(DECK, "Toename van geweld en vernielingen")
    assert found.verdict is ClaimVerdict.PARTLY
    assert (found.agreeing, found.disagreeing) == (("vernieling",), ("geweld",))
    assert found.carried is not None
    assert "−21,9 %" in found.carried.nl
    assert "+3,1 %" in found.carried.nl
    assert "een nieuwere meting is nodig" in found.reason.nl


@pytest.mark.requirement("RULE-16")
def test_words_of_success_ask_for_evidence_and_period() -> None:
    found = checked(PROPOSAL)
    results = [one for one in found.claims if one.verdict is ClaimVerdict.TOO_GENERAL]
    assert len(results) == 2
    for one in results:
        assert "goede resultaten" in one.claim.sentence.of(found.shown)
        assert one.settle is not None
        assert "tussen welke jaren" in one.settle.nl


@pytest.mark.requirement("RULE-17")
def test_a_cause_without_a_study_is_named() -> None:
    found = claim(PROPOSAL, "Zo verlaagt bestaanszekerheid")
    assert found.verdict is ClaimVerdict.CAUSE_WITHOUT_SOURCE
    assert "onderbouwing ontbreekt" in found.reason.nl
    assert "substantiation is missing" in found.reason.en
    assert found.settle is not None
    assert "Noem het met jaar" in found.settle.nl


@pytest.mark.requirement("RULE-10")
def test_going_together_is_no_cause_and_causing_is() -> None:
    found = checked(DECK)
    assert not [one for one in found.claims if "hangt samen met" in one.claim.sentence.of(found.shown)]
    text = document(DECK).text.replace("hangt samen met:", "is veroorzaakt door jongeren.")
    shown = picture(MAASTRICHT)
    flagged = check_document(
        text_document(f"{text}\n\nDe overlast daalde, veroorzaakt door de inzet."), shown
    )
    assert flagged.verdicts[ClaimVerdict.CAUSE_WITHOUT_SOURCE] == 1


# -- the form -----------------------------------------------------------------------------------------------


@pytest.mark.requirement("DOC-07")
def test_two_links_lead_nowhere() -> None:
    found = checked(DECK)
    dead = remarks(found, "link-empty")
    dates = [found.document.block_at(one.places[0].start).span.of(found.shown)[:10] for one in dead]
    assert dates == ["17-12-2024", "10-03-2026"]


@pytest.mark.requirement("DOC-09")
def test_the_eleven_activities_name_no_report() -> None:
    assert len(remarks(checked(DECK), "activity-not-traceable")) == 11


@pytest.mark.requirement("TRAP-27", "DOC-08")
def test_the_four_errors_of_language() -> None:
    found = checked(DECK)
    wrong = {at(found, one)[0] for one in found.remarks if one.rule.startswith("language-")}
    assert {"dan", "Drugspannen", "Voorgangsrapportage", "Sterkte"} <= wrong
    assert len(wrong) <= 6


@pytest.mark.requirement("DEV-20", "TRAP-29")
def test_persons_are_masked() -> None:
    """The names are read from their places in the deck; none stands here."""
    found = checked(DECK)
    lines = next(SEEDS.glob(f"{DECK}_*.txt")).read_text(encoding="utf-8").splitlines()
    suspect = re.search(r"([A-Z]\w+ [A-Z]\.) \((\d\d)\)", lines[125])
    assert suspect is not None
    bylines = [re.split(r" \d", lines[number - 1])[0] for number in (108, 110, 130)]
    names = [part.strip() for line in bylines for part in line.split("&")]
    assert len(names) == 4
    for name in (suspect[1], f"({suspect[2]})", *names):
        assert name in found.document.text
        assert name not in found.shown
    assert len(found.shown) == len(found.document.text)
    messages = " ".join(one.message.nl + one.message.en for one in found.remarks)
    reasons = " ".join(one.reason.nl + str(one.carried) for one in found.claims)
    assert not [name for name in (suspect[1], *names) if name in messages + reasons]
    assert {one.rule for one in found.errors} >= {"personal-name", "personal-author"}


# -- items of the press -------------------------------------------------------------------------------------


def item_rules(words: str) -> set[str]:
    found = checked(DECK)
    return {one.rule for one in found.remarks if one.rule.startswith("media-") and words in at(found, one)[0]}


@pytest.mark.requirement("DEV-17")
def test_no_headline_counts_as_a_claim() -> None:
    found = checked(DECK)
    items = remarks(found, "media-illustration")
    assert len(items) == 10
    for one in items:
        (place,) = one.places
        assert not [
            c for c in found.claims if c.claim.words.start < place.end and place.start < c.claim.words.end
        ]


@pytest.mark.requirement("DEV-16")
def test_an_item_with_its_outlet_and_minute() -> None:
    assert listing(DECK, "media")[0].startswith("NOS Nieuws 2025-09-24 08:50: Verscherpt toezicht")


@pytest.mark.requirement("DEV-18", "DEV-19", "DEV-24", "DEV-27")
def test_what_items_lack() -> None:
    assert {"media-figure", "media-population"} <= item_rules("Kwart vrouwen")
    assert {"media-incomplete", "media-direction"} <= item_rules("Overlast door verwarde")
    assert "media-source" in item_rules("femicide-demonstratie")
    assert "media-output" in item_rules("Beruchte drugslinje")
    assert "media-incomplete" in item_rules("Politie opnieuw met")
    assert "media-incident" in item_rules("explosie")


@pytest.mark.requirement("DEV-22", "DEV-23")
def test_a_province_is_not_the_city() -> None:
    assert "media-region" in item_rules("Limburg getroffen")
    assert "media-region" in item_rules("Meer meldingen")
    assert "media-region" not in item_rules("Bewoners")
    said = text_document(
        "Het huiselijk geweld in Limburg is toegenomen. Het geweld in Limburg is toegenomen."
    )
    found = check_document(said, picture(MAASTRICHT))
    assert {one.claim.area for one in found.claims} == {"PV31"}
    assert {one.verdict for one in found.claims} == {ClaimVerdict.NOT_JUDGEABLE}
    assert not [figure for one in found.claims for figure in one.figures]


# -- both together ------------------------------------------------------------------------------------------


@pytest.mark.requirement("TRAP-26", "THEME-06")
def test_the_themes_of_both_side_by_side() -> None:
    found = compare_documents(
        replace(document(PROPOSAL), name="2023"), replace(document(DECK), name="2026"), picture(MAASTRICHT)
    )
    assert found.themes is not None
    pairs = [(one.first and one.first.name, one.second and one.second.name) for one in found.themes.pairs]
    assert pairs == [
        ("Ondermijnende criminaliteit", "Ondermijning"),
        ("Veiligheidsgerelateerde overlast/veiligheidsbeleving", "Veiligheidsgerelateerde overlast"),
        ("Veelvoorkomende criminaliteit/HIC", "Criminaliteit"),
        ("Verbinding zorg en veiligheid", "Zorg en Veiligheid"),
        ("gedigitaliseerde criminaliteit", None),
        ("maatschappelijke onrust/openbare orde", None),
    ]
    rules = [one.rule for one in found.remarks]
    assert rules.count("themes-renamed") == 4
    assert rules.count("themes-gone") == 2
    assert "2023 noemt er 6, 2026 4." in [one.message.nl for one in found.remarks]
    assert any("uitvoeringsprogramma" in one.message.nl for one in found.remarks if one.rule == "term-drift")
