# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from baken.catalogue.lexicon_language import load_language
from baken.documents.document import Document, read_document
from baken.model.remark import Remark
from baken.picture.checks.language import language_remarks
from baken.picture.checks.near_misses import distance, near_miss_remarks

from .seeds import needs_seeds, of, said, seed

CORRECT = Path(__file__).with_name("correct_dutch.md")


def check(document: Document) -> tuple[Remark, ...]:
    return language_remarks(document, load_language()) + near_miss_remarks(document, load_language())


@pytest.mark.requirement("TRAP-27", "DEV-12", "DOC-08")
@needs_seeds
def test_the_language_errors_of_the_deck_are_found_and_few_others() -> None:
    found = said(check(seed("000")), seed("000"))
    assert {"dan", "Drugspannen", "Voorgangsrapportage", "Sterkte"} <= set(found)
    assert set(found) - {"dan", "Drugspannen", "Voorgangsrapportage", "Sterkte"} == {"handhavingcapaciteit"}


@needs_seeds
def test_the_proposal_has_true_errors_only() -> None:
    found = said(check(seed("004")), seed("004"))
    assert sorted(found) == ["mee", "sterkte", "vraag", "welke", "wetenschappelijk"]


def test_correct_text_gives_at_most_one_remark_per_thousand_words() -> None:
    document = read_document(CORRECT)
    words = len(document.text.split())
    assert words > 3_000
    assert len(check(document)) <= words / 1_000


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("De cijfers laten zien dan de aanpak werkt.", "dan"),
        ("Het aantal ligt hoger als in 2021.", "als"),
        ("De overlast is minder dat vorig jaar.", "dat"),
        ("Dit vraag om een keuze.", "vraag"),
        ("De aanpak leid tot resultaat.", "leid"),
        ("Dit is vaker gebeurt in het centrum.", "gebeurt"),
        ("Zij weten niet wat er gebeurd als de lamp uitgaat.", "gebeurd"),
        ("Bewoners weten veel. Hun hebben de sleutel.", "Hun"),
        ("Wij spreken met hun.", "hun"),
        ("Zij kennen hen buurt.", "hen"),
        ("Er is een grootte stijging te zien.", "grootte"),
        ("Bewoners van van de wijk klagen.", "van van"),
        ("De inzet (politie en gemeente is vergroot.", "("),
        ("Een groei van de jeugdovelast.", "jeugdovelast"),
        ("Het aantal geregistreerte diefstallen.", "geregistreerte"),
        ("Het werd niet geregistreert door de politie.", "geregistreert"),
        ("De veiligheidmonitor toont dit.", "veiligheidmonitor"),
    ],
)  # fmt: skip
def test_an_error_is_found_where_it_stands(sentence: str, wrong: str) -> None:
    document = of(sentence)
    assert said(check(document), document) == [wrong]


@pytest.mark.parametrize(
    "sentence",
    [
        "Als de monitor dat laat zien dan volgt een gesprek.",
        "De cijfers laten meer zien dan verwacht.",
        "De vraag om hulp groeit.",
        "Op basis van de toelichting vind je meer.",
        "Wat er gebeurd is, weet niemand.",
        "Ik weet dat dat niet kan, en wie dat is is bekend.",
        "De sterkte van de politie neemt toe.",
        "Zij geven om hun buurt, en dat hoort bij hen.",
        "Voor a) de wijk en b) de buurt geldt hetzelfde.",
        "„Dit klopt”, zei hij, “en dat ook”.",
        "Buurtpreventieteams en drugspanden, wijkveiligheidsplannen.",
        "Deze thema’s volgen uit het onderzoek.",
    ],
)
def test_what_is_right_is_left_alone(sentence: str) -> None:
    assert check(of(sentence)) == ()


def test_a_quotation_may_run_over_paragraphs() -> None:
    assert check(of("Hij zei: “Dit is het begin.", "En dit is het eind.”")) == ()


def test_distance_counts_a_swap_as_one() -> None:
    assert distance("overlast", "ovrelast", 2) == 1
    assert distance("overlast", "onderwijs", 2) == 3
