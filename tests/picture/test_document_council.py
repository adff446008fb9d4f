# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the check of a document says of the council, its articles, its press and its language."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx import Document as NewWord

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.lexicon_language import load_languages
from baken.documents.document import Document, read_document, text_document
from baken.picture.checked import CheckedDocument
from baken.picture.checks.terms import term_search
from baken.picture.checks.written_in import written_in
from baken.picture.document_check import check_document
from baken.picture.document_search import found_words

from .helpers import EXAMPLE, MAASTRICHT, TODAY, picture

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
DECK, PROPOSAL = "000", "004"


def check(text: str) -> CheckedDocument:
    return check_document(text_document(text), picture(EXAMPLE, date(2026, 5, 1)))


def rules(found: CheckedDocument) -> list[str]:
    return [one.rule for one in found.remarks]


def listed(found: CheckedDocument, name: str) -> list[str]:
    return [line.nl for one in found.listings if one.id == name for line in one.lines]


PROPOSED = """Raadsvoorstel Kadernota Veiligheid

Raadsvergadering van 14 maart 2024, agendapunt 9

1. Inleiding

Op grond van artikel 38b van de Politiewet 2012 en art. 38b lid 1 Politiewet stelt de raad doelen vast. Zie
bijlage 2.

2. Gevraagd besluit

1. De kadernota vast te stellen.

3. Kosten

Geen.

Aldus vastgesteld in de openbare vergadering van 14 maart 2024.
de griffier,
de voorzitter,

Bijlage 2 Begroting
"""


def test_a_proposal_is_told_what_it_lacks() -> None:
    found = check(PROPOSED)
    missing = [one.message.nl for one in found.remarks if one.rule == "section-missing"]
    assert missing == ["Het onderdeel 'Argumenten' ontbreekt.", "Het onderdeel 'Vervolg' ontbreekt."]
    assert "section-missing" not in rules(check(PROPOSED.replace("Raadsvoorstel", "Verslag")))


def test_an_attachment_that_is_missing_is_told_once() -> None:
    found = check(PROPOSED)
    told = [one for one in found.remarks if "ijlage 2" in one.message.nl]
    assert [(one.rule, len(one.places)) for one in told] == [("attachment-not-held", 2)]


def test_articles_are_listed_as_not_held_against_the_law() -> None:
    found = check(PROPOSED)
    assert listed(found, "articles") == [
        "artikel 38b Politiewet 2012: niet aan de wet getoetst",
        "artikel 38b lid 1 Politiewet 2012: niet aan de wet getoetst",
    ]
    assert rules(found).count("law-two-names") == 1


@pytest.mark.requirement("VOTE-02", "VOTE-13")
def test_the_agenda_and_the_decision_are_kept_with_the_document() -> None:
    council = check(PROPOSED).council
    assert council is not None
    item = council.agenda.item(date(2024, 3, 14), "9")
    assert item is not None
    assert item.decision is council.decision
    assert council.decision is not None
    assert council.decision.state == "unsigned"
    named = PROPOSED.replace("griffier,", "griffier,\nA. Smit").replace(
        "voorzitter,", "voorzitter,\nB. de Wit"
    )
    signed = check(named)
    assert signed.council is not None
    assert signed.council.decision is not None
    assert signed.council.decision.state == "signed"
    assert "decision-unsigned" not in rules(signed)


def test_items_of_the_press_are_listed_with_their_headline_and_without_names() -> None:
    found = check(
        "In het nieuws\n\nNOS Nieuws, 12 maart 2026, 08:50\n\nInbraken in Voorbeeldstad nemen af\n\n"
        "NOS Nieuws, 13 maart 2026, 09:10\n\nTruus van Voorbeeldsma (72) beroofd in Voorbeeldstad\n\nEinde.\n"
    )
    first, second = listed(found, "media")
    assert first == "NOS Nieuws 2026-03-12 08:50: Inbraken in Voorbeeldstad nemen af"
    assert second.startswith("NOS Nieuws 2026-03-13 09:10: ")
    assert second.endswith("beroofd in Voorbeeldstad")
    assert "Voorbeeldsma" not in second


ENGLISH = (
    "The number of burglaries has fallen by 12 percent since 2023 and this is due to the work of the police. "
    "The council of Voorbeeldstad will decide on the plan, which was written by the mayor for the town."
)
GERMAN = (
    "Die Zahl der Einbrüche ist seit 2023 um 12 Prozent gesunken, und das ist auf die Arbeit der Polizei "
    "zurückzuführen. Der Rat wird über den Plan entscheiden, der nicht von dem Bürgermeister ist."
)
DUTCH = (
    "Het aantal inbraken in de wijk is niet gedaald, maar er zijn ook meldingen bij "
    "van de politie uit het land."
)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de"), (DUTCH, "nl"), ("Kort.", "")])
def test_the_language_of_a_text(text: str, code: str) -> None:
    found = check(text)
    assert (found.language, found.is_foreign) == (code, code in ("en", "de"))
    if found.is_foreign:
        assert not [one for one in rules(found) if one.startswith(("language", "ageing", "near"))]


def test_half_of_each_language_is_neither() -> None:
    assert written_in(f"{ENGLISH} {DUTCH} {DUTCH}", load_languages()) is None
    assert written_in("", ()) is None


@pytest.mark.requirement("TRAP-25")
@pytest.mark.parametrize("asked", ["uitvoeringsplan", "Uitvoeringsprogramma", "uitvoeringsplannen"])
def test_a_search_finds_both_names_of_one_thing(asked: str) -> None:
    text = "Het uitvoeringsplan is er. Alle uitvoeringsprogramma’s en uitvoeringsplannen volgen."
    found = found_words(check(text), load_catalogue("nl").glossary, asked)
    assert [line.nl for line in found.lines] == [
        "uitvoeringsplan (2 keer): regel 1",
        "uitvoeringsprogramma (1 keer): regel 1",
    ]


@pytest.mark.requirement("DOC-23")
@pytest.mark.parametrize("asked", ["IVP", "kadernota", "MJP"])
def test_a_search_by_another_name_finds_the_programme(asked: str) -> None:
    document = text_document("Het Meerjarenprogramma Veiligheid en het integraal veiligheidsplan zijn een.")
    found = term_search(document, load_catalogue("nl").glossary, asked)
    assert [one.name for one in found] == ["Meerjarenprogramma Veiligheid", "integraal veiligheidsplan"]


def test_a_search_for_what_is_not_there_or_in_no_table() -> None:
    found = check("De lampen zijn kapot.")
    glossary = load_catalogue("nl").glossary
    assert [one.nl for one in found_words(found, glossary, "lamp").lines] == ["lamp (1 keer): regel 1"]
    assert [one.nl for one in found_words(found, glossary, "IVP").lines] == ["IVP: staat er niet in"]
    assert [one.nl for one in found_words(found, glossary, " ").lines] == [" : staat er niet in"]


def test_a_word_document_is_searched_by_heading(tmp_path: Path) -> None:
    word = NewWord()
    word.add_heading("Vervolg", 1)
    word.add_paragraph("Het uitvoeringsplan komt in het najaar.")
    word.save(str(tmp_path / "nota.docx"))
    found = check_document(read_document(tmp_path / "nota.docx"), picture(EXAMPLE, TODAY))
    (line,) = found_words(found, load_catalogue("nl").glossary, "uitvoeringsprogramma").lines
    assert line.nl == "uitvoeringsplan (1 keer): onder ‘Vervolg’, alinea 1"
    assert line.en == "uitvoeringsplan (1 time): under ‘Vervolg’, paragraph 1"


@cache
def seed(name: str) -> Document:
    return read_document(next(SEEDS.glob(f"{name}_*.txt")))


@pytest.mark.requirement("TRAP-34")
@pytest.mark.skipif(not SEEDS.exists(), reason="the supplied documents are not here")
def test_the_documents_that_the_two_lean_on_are_listed_as_not_held() -> None:
    lines = [
        line
        for name in (DECK, PROPOSAL)
        for line in listed(check_document(seed(name), picture(MAASTRICHT)), "documents")
    ]
    missing = {line.partition(":")[0].casefold() for line in lines if line.endswith("genoemd, niet aanwezig")}
    assert {
        "veiligheidsanalyse (september 2022)",
        "bijlage 2 concept meerjarenprogramma veiligheid",
        "tussentijdse evaluatie 2023 - 2024",
        "voorgangsrapportage uitvoeringsplan veiligheid 2025-2026",
        "coalitieakkoord",
        "stadsvisie 2040",
    } <= missing


@pytest.mark.requirement("TRAP-25")
@pytest.mark.skipif(not SEEDS.exists(), reason="the supplied documents are not here")
def test_a_search_in_the_two_finds_each_by_the_word_of_the_other() -> None:
    glossary = load_catalogue("nl").glossary
    deck, proposal = (
        {one.name for one in term_search(seed(name), glossary, asked)}
        for name, asked in ((DECK, "uitvoeringsprogramma"), (PROPOSAL, "uitvoeringsplan"))
    )
    assert "uitvoeringsplan" in deck
    assert "uitvoeringsprogramma" in proposal


def test_what_stands_in_a_table_is_no_heading() -> None:
    found = check("Stand\n\nThema | Trekker | Stand\nJeugd | Zorg | loopt\nWinkels | Markt | klaar\n\nEinde.")
    assert [one.kind for one in found.document.blocks][1:4] == ["row"] * 3
