# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Invented documents of all kinds, checked whole: other wording, other votes, other tables, other forms."""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx import Document as NewWord
from pptx import Presentation

from baken.documents.document import Document, read_document, text_document
from baken.model.claim import ClaimVerdict
from baken.picture.checked import CheckedDocument
from baken.picture.document_check import check_document
from baken.picture.document_compare import compare_documents
from baken.picture.material import load_material
from baken.picture.picture import SafetyPicture

from .helpers import EXAMPLE, TODAY, picture

ON = date(2026, 5, 1)
SOURCES = Path(__file__).resolve().parents[2] / "src" / "baken"
SUPPORTED, PARTLY, CONTRADICTED, OPEN, CAUSE, GENERAL = (
    ClaimVerdict.SUPPORTED,
    ClaimVerdict.PARTLY,
    ClaimVerdict.CONTRADICTED,
    ClaimVerdict.NOT_JUDGEABLE,
    ClaimVerdict.CAUSE_WITHOUT_SOURCE,
    ClaimVerdict.TOO_GENERAL,
)


@cache
def bare() -> SafetyPicture:
    """A municipality with its areas and definitions and not one figure."""
    return SafetyPicture(load_material(EXAMPLE, TODAY, snapshots=()))


def check(text: str) -> CheckedDocument:
    return check_document(text_document(text), picture(EXAMPLE, ON))


def said(found: CheckedDocument) -> list[tuple[str, ClaimVerdict]]:
    """The first words of the sentence of each claim, and its verdict."""
    return [(" ".join(one.claim.sentence.of(found.shown).split()[:4]), one.verdict) for one in found.claims]


def rules(found: CheckedDocument) -> list[str]:
    return [one.rule for one in found.remarks]


OUTLINE = """Veiligheid in beeld 2026

Hoofdpunten

- Woninginbraken: al jaren dalend
- Geweld blijft op hetzelfde peil
- Overlast van jongeren neemt toe in Noord
- Wij scoren vaak lager dan het landelijk gemiddelde
- In 2027 willen wij de overlast halveren
- 3 nieuwe boa's en 14 camera's
- Op 12 maart 2026 was er een bijeenkomst met 85 inwoners van 18 jaar en ouder
- De winkeldiefstal is gedaald dankzij de zelfscankassa's

Thema's

- Jeugd en zorg
- Winkelgebied
- Digitale weerbaarheid
"""


def test_an_outline_with_short_items() -> None:
    found = check(OUTLINE)
    assert said(found) == [
        ("Woninginbraken: al jaren dalend", OPEN),
        ("Geweld blijft op hetzelfde", SUPPORTED),
        ("Overlast van jongeren neemt", OPEN),
        ("Wij scoren vaak lager", GENERAL),
        ("De winkeldiefstal is gedaald", CAUSE),
    ]
    assert found.claims[2].claim.area == "SD9999-noord"
    assert not any(one.claim.states_figure for one in found.claims)


VOTE = """Openbare besluitenlijst van de raad van Voorbeeldstad, 14 april 2026

Agendapunt 7.2 Integraal veiligheidsplan 2026-2029

Uitslag van de stemming: {stated} voor, 8 tegen.
Voor: de fracties van Lokaal Belang (7), CDA (5), VVD (3) en D66 (3).
Tegen: de fracties van PvdA/GroenLinks (6) en SP (2).
Het voorstel is aangenomen.
"""


@pytest.mark.parametrize(("stated", "wrong"), [(18, False), (17, True)])
def test_a_vote_by_faction(stated: int, wrong: bool) -> None:
    found = check(VOTE.format(stated=stated))
    assert ("vote-totals" in rules(found)) is wrong
    lines = [line.nl for one in found.listings if one.id == "votes" for line in one.lines]
    assert lines == [
        "1. 14 april 2026, agendapunt 7.2, voorstel, aangenomen",
        "voor (18): Lokaal Belang 7, CDA 5, VVD 3, D66 3",
        "tegen (8): PvdA/GroenLinks 6, SP 2",
    ]
    assert found.said == date(2026, 4, 14)
    assert found.claims == ()


ANNUAL = """Jaarverslag 2025 gemeente Voorbeeldstad

Programma Veiligheid

Indicator | Realisatie 2023 | Realisatie 2024 | Begroting 2025
Winkeldiefstallen per 1.000 inwoners | 2,9 | 3,1 | 2,5
Geweldsmisdrijven per 1.000 inwoners | 5,6 | 5,6 | 5,0

Wat hebben we bereikt?

Het programma kostte 2,4 miljoen euro en er werkten 12,5 fte aan. In 2025 hielden onze boa's 1.245 controles.
Het aantal winkeldiefstallen steeg in 2025 ten opzichte van 2024. De veiligheidsbeleving is verbeterd ten
opzichte van 2023. Wij zijn trots op de goede resultaten van de wijkaanpak. Uit de evaluatie van bureau
Voorbeeld (2024) blijkt dat door de wijkaanpak de overlast is gedaald.
"""


def test_an_annual_report_with_a_table_of_its_own() -> None:
    found = check(ANNUAL)
    assert said(found) == [
        ("Het aantal winkeldiefstallen steeg", SUPPORTED),
        ("De veiligheidsbeleving is verbeterd", OPEN),
        ("Wij zijn trots op", GENERAL),
        ("Uit de evaluatie van", OPEN),
    ]
    assert not any(one.claim.states_figure for one in found.claims)


LETTER = """Geachte raad,

Al jaren woon ik in het centrum van Voorbeeldstad. Elke nacht is er overlast en de politie komt nooit.
De heer P.J. Hoekstra van hiernaast durft niet meer naar buiten. Waarom doet u niets tegen het geweld?
Ik hoop dat er minder overlast komt. Het geweld is in 2025 verdubbeld!

Met vriendelijke groet,

een bewoner
Dorpsstraat 12, 1234 AB Voorbeeldstad
06-12345678
"""


def test_a_letter_of_a_resident() -> None:
    found = check(LETTER)
    assert said(found) == [("Elke nacht is er", GENERAL), ("Het geweld is in", CONTRADICTED)]
    for secret in ("Hoekstra", "Dorpsstraat 12", "1234 AB", "06-12345678"):
        assert secret in found.document.text
        assert secret not in found.shown
    assert {"personal-name", "personal-phone", "personal-address"} <= {one.rule for one in found.errors}


def word_proposal(path: Path) -> Document:
    """A proposal as a municipality types it: styles, a list, a table and a decision."""
    word = NewWord()
    word.add_heading("Raadsvoorstel Kadernota Integrale Veiligheid 2026-2029", 1)
    word.add_paragraph("Raadsvergadering van 11 juni 2026, agendapunt 5")
    word.add_heading("Inleiding", 2)
    word.add_paragraph(
        "Tussen 2022 en 2025 is het aantal winkeldiefstallen met 36,8 procent gestegen. In Noord is het "
        "geweld toegenomen. In 2025 voelde 18,9 procent van de inwoners zich wel eens onveilig in de buurt. "
        "Vernieling en beschadiging namen tussen 2022 en 2025 toe."
    )
    word.add_heading("Kernthema's", 2)
    for theme in ("Jeugd en zorg", "Winkelgebied", "Ondermijning"):
        word.add_paragraph(theme, style="List Bullet")
    table = word.add_table(rows=2, cols=3)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Effectindicator", "nulmeting", "doel 2029", "Winkeldiefstal per 1.000", "3,9", "3,0"),
        strict=True,
    ):
        cell.text = words
    word.add_heading("Voorgesteld besluit", 2)
    word.add_paragraph("1. De Kadernota Integrale Veiligheid 2026-2029 vast te stellen.")
    word.save(str(path))
    return read_document(path)


def test_a_proposal_from_a_word_processor(tmp_path: Path) -> None:
    document = word_proposal(tmp_path / "voorstel.docx")
    found = check_document(document, picture(EXAMPLE, TODAY))
    assert said(found) == [
        ("Tussen 2022 en 2025", SUPPORTED),
        ("In Noord is het", OPEN),
        ("In 2025 voelde 18,9", SUPPORTED),
        ("Vernieling en beschadiging namen", CONTRADICTED),
    ]
    assert [one.claim.states_figure for one in found.claims] == [True, False, True, False]


def slides(path: Path) -> Document:
    """A deck with bullets and a speaker note."""
    deck = Presentation()
    for title, items, note in (
        ("Stand van zaken", ("Meer drugshandel", "Minder vernielingen"), "Cijfers volgen in juni."),
        ("Beleidsthema's", ("Winkelgebied", "Zorg en jeugd"), "In 2030 halveren we de overlast."),
    ):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(items)
        slide.notes_slide.notes_text_frame.text = note
    deck.save(str(path))
    return read_document(path)


def test_a_deck_of_slides(tmp_path: Path) -> None:
    found = check_document(slides(tmp_path / "dia.pptx"), picture(EXAMPLE, ON))
    assert said(found) == [("Meer drugshandel", OPEN), ("Minder vernielingen", SUPPORTED)]


def test_themes_of_a_proposal_and_a_deck_side_by_side(tmp_path: Path) -> None:
    first, second = word_proposal(tmp_path / "voorstel.docx"), slides(tmp_path / "dia.pptx")
    found = compare_documents(first, second, picture(EXAMPLE, ON))
    assert found.themes is not None
    assert not found.themes.same_order
    assert {"themes-renamed", "themes-gone", "themes-number"} <= {one.rule for one in found.remarks}
    without = compare_documents(first, text_document("Geen lijst."), picture(EXAMPLE, ON))
    assert without.themes is None
    assert [one.message.nl for one in without.remarks] == ["document 2 heeft geen lijst van thema's."]
    assert not compare_documents(first, first, picture(EXAMPLE, ON)).remarks


NUMBERED = """Wijkplan Noord

1. Aanleiding
De wijk telt 4.312 inwoners, waarvan 23 procent jonger is dan 18 jaar. In 2025 zijn 120 woningen gebouwd.

2. Feiten
De overlast door zwerfafval en fietsen is toegenomen. De drugshandel verschuift naar online. Het aantal
verwijzingen naar Halt is gelijk gebleven. Van de inwoners ervaart 1 op de 5 overlast van buren.

3. Aanpak
Er komen 2 camera's en 1,5 fte bij. Doel is 10 procent minder overlast in 2028. Artikel 172 Gemeentewet geldt.
"""


def test_numbers_of_something_else_and_nuisance_of_another_kind() -> None:
    found = check(NUMBERED)
    verdicts = dict(said(found))
    assert verdicts["De overlast door zwerfafval"] is OPEN
    assert verdicts["De drugshandel verschuift naar"] is OPEN
    assert verdicts["Het aantal verwijzingen naar"] is SUPPORTED
    sure = [one for one in found.claims if one.verdict in (SUPPORTED, CONTRADICTED, PARTLY)]
    assert len(sure) == 1
    assert not any(one.claim.states_figure for one in sure)


DOCUMENTS = {
    "outline": OUTLINE,
    "vote": VOTE.format(stated=18),
    "annual report": ANNUAL,
    "letter": LETTER,
    "plan": NUMBERED,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_without_figures_nothing_is_borne_out_or_refuted(name: str) -> None:
    found = check_document(text_document(DOCUMENTS[name]), bare())
    assert {one.verdict for one in found.claims} <= {OPEN, CAUSE, GENERAL}
    assert len(found.claims) == len(check(DOCUMENTS[name]).claims)
    assert not [figure for one in found.claims for figure in one.figures]


# What no correct document may be told.
ALARMS = ("vote-", "link-", "personal-", "language-", "decision-", "programme-", "duty-", "summary-")


@pytest.mark.parametrize("name", ["outline", "vote", "annual report", "plan"])
def test_no_false_alarm_about_form_or_council(name: str) -> None:
    wrong = [rule for rule in rules(check(DOCUMENTS[name])) if rule.startswith(ALARMS)]
    assert wrong == []


def test_ages_in_brackets_are_masked_before_claims_are_read() -> None:
    found = check(
        "Het aantal inbraken steeg, volgens Truus van Dam (72), met 4 procent ten opzichte van 2023."
    )
    (one,) = found.claims
    assert one.claim.number is not None
    assert (str(one.claim.number.value), one.claim.number.unit) == ("4", "percent")


# -- no rule knows one municipality -------------------------------------------------------------------------


@cache
def _sources() -> list[tuple[str, str]]:
    """Every module, and all data of the country that is not of one municipality."""
    found = [*SOURCES.rglob("*.py"), *(SOURCES / "catalogue" / "data").rglob("*.yaml")]
    return [
        (str(path.relative_to(SOURCES)), path.read_text(encoding="utf-8"))
        for path in found
        if "municipalities" not in path.parts
    ]


def _files_with(names: set[str]) -> dict[str, set[str]]:
    hits = {
        path: {name for name in names if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}
        for path, text in _sources()
    }
    return {path: found for path, found in hits.items() if found}


def test_no_rule_knows_the_neighbourhoods_of_one_city() -> None:
    path = SOURCES / "catalogue" / "data" / "nl" / "municipalities" / "GM0935" / "areas.csv"
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "neighbourhood"]
    # Names that are words of the language or of other places stand for themselves.
    names = {row["name"] for row in rows} - {"Binnenstad", "Campagne", "Villapark", "Heer", "Zuid"}
    assert len(names) > 30
    assert _files_with(names) == {}


VOTES = Path(__file__).resolve().parents[3] / "shared" / "domain" / "vote_2023-01-31_item9.csv"


@pytest.mark.skipif(not VOTES.exists(), reason="the vote is not here")
def test_no_rule_knows_the_members_or_local_parties_of_one_council() -> None:
    with VOTES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    local = {"SPM", "Partij Veilig Maastricht", "M:OED", "Liberale Partij Maastricht"}
    assert local <= {row["faction"] for row in rows}
    # A surname that is a common word, name or firm says nothing by itself.
    surnames = {row["surname"] for row in rows if " " in row["surname"] or len(row["surname"]) > 6}
    found = _files_with(local | surnames)
    # A list of the commonest surnames of the country is no rule about a council.
    found.pop("catalogue/data/nl/names.yaml", None)
    assert found == {}


def test_no_message_and_no_list_repeats_a_name_that_is_masked() -> None:
    found = check(
        "Bijlagen\n\nbijlage 3 Klacht van mevrouw Truus Voorbeeldsma (72) over overlast\n\n"
        'Het rapport "Gesprek met mevrouw Truus Voorbeeldsma (72)" uit 2024 gaat over overlast.'
    )
    said = [text for one in found.remarks for text in (one.message, one.settle) if text is not None]
    said += [line for one in found.listings for line in one.lines]
    assert "personal-name" in rules(found)
    assert not [one for one in said if "Voorbeeldsma" in one.nl + one.en]
