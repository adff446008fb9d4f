# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Lines and passages: what is joined, what is not, and the way back to the source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.documents import Passage, read_lines, read_passages

HERE = Path(__file__).parent
SEED = HERE.parents[2] / "shared" / "seeds" / "004_fb015403efaea0b8.txt"


@pytest.fixture
def invented() -> tuple[Passage, ...]:
    return read_passages((HERE / "voorbeeldstad.txt").read_text(encoding="utf-8"))


@pytest.fixture
def seed() -> tuple[Passage, ...]:
    if not SEED.exists():
        pytest.skip(f"the council proposal that this checks is not beside the project ({SEED})")
    return read_passages(SEED.read_text(encoding="utf-8"))


def texts(document: str) -> list[str]:
    return [passage.text for passage in read_passages(document)]


def test_sentences_are_joined_over_lines_and_pages(invented: tuple[Passage, ...]) -> None:
    passage = next(passage for passage in invented if passage.text.startswith("De raad"))
    assert passage.text == (
        "De raad van Voorbeeldstad stelt ten minste eenmaal in de vier jaar vast welke doelen de gemeente op "
        "het terrein van de veiligheid nastreeft. De nota vervangt de Kadernota 2021 – 2024 en is besproken "
        "met de politie, het Zorg- en Veiligheidshuis en dhr. Jansen van de ondernemersvereniging. De "
        "uitkomsten van dat gesprek zijn in deze nota verwerkt, zoals de wens om vaker samen te overleggen. "
        "Daarbij gaat het om:"
    )
    assert passage.lines == (6, 15)


def test_bullets_become_list_items(invented: tuple[Passage, ...]) -> None:
    items = [(passage.text, passage.lines) for passage in invented if passage.is_item]
    assert items == [
        ("- Ondermijning", (17, 17)),
        ("- Woonoverlast en spanningen tussen buren", (19, 21)),
        ("- Verkeer", (23, 23)),
    ]


def test_a_part_of_a_passage_is_led_back_to_its_own_line(invented: tuple[Passage, ...]) -> None:
    passage = next(passage for passage in invented if passage.text.startswith("De raad"))
    assert passage.line_at(0) == 6
    assert passage.line_at(passage.text.index("– 2024")) == 10
    assert passage.line_at(passage.text.index("wens om")) == 14
    assert passage.line_at(len(passage.text) - 1) == 15
    with pytest.raises(IndexError, match="outside a passage"):
        passage.line_at(len(passage.text))


def test_headings_and_rows_of_tables_stand_alone(invented: tuple[Passage, ...]) -> None:
    alone = {passage.text for passage in invented}
    assert {
        "Samenvatting",
        "Verkeer en vervoer",
        "112,4 GM 98,0 101,7",
        "Indicator 2018 2020 2022 2024",
    } <= alone


@pytest.mark.parametrize("bullet", ["\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc", "•", "▪", "◦"])
def test_every_bullet_sign_is_a_list_item(bullet: str) -> None:
    assert texts(f"Thema's:\n {bullet}\tWonen\n{bullet}Verkeer") == ["Thema's:", "- Wonen", "- Verkeer"]


def test_bullets_that_share_a_line_or_stand_alone() -> None:
    passages = read_passages("Thema's: \uf0b7 Wonen \uf0b7 Verkeer\n\uf0b7\nJeugd")
    assert [(passage.text, passage.lines) for passage in passages] == [
        ("Thema's:", (1, 1)),
        ("- Wonen", (1, 1)),
        ("- Verkeer", (1, 1)),
        ("- Jeugd", (2, 3)),
    ]


def test_a_dash_or_number_in_a_sentence_is_no_list_item() -> None:
    text = "Het programma geldt in de jaren 2023\n– 2026 en de raad beslist uiterlijk op\n12. Verder niet."
    assert [passage.is_item for passage in read_passages(text)] == [False]


def test_dashes_and_numbers_that_open_a_line_after_a_full_sentence_are_items() -> None:
    text = "Wij kiezen voor:\n– wonen in een buurt\n– verkeer op alle wegen\n1. Vaststellen.\n2. Uitvoeren."
    assert texts(text) == [
        "Wij kiezen voor:",
        "- wonen in een buurt",
        "- verkeer op alle wegen",
        "1. Vaststellen.",
        "2. Uitvoeren.",
    ]


def test_broken_words() -> None:
    assert texts(
        "Wij werken aan veilig\u00ad\nheid met de politie-\neenheid en het Zorg-\nen Veiligheidshuis"
    ) == ["Wij werken aan veiligheid met de politie-eenheid en het Zorg- en Veiligheidshuis"]


def test_blank_line_ends_a_paragraph_only_where_lines_are_not_spaced() -> None:
    assert texts("De eerste alinea loopt door\nop de tweede regel\n\nDe tweede alinea volgt dan") == [
        "De eerste alinea loopt door op de tweede regel",
        "De tweede alinea volgt dan",
    ]
    assert texts("De eerste alinea loopt door\n\nop de tweede regel en\n\nDe Heeg hoort daar ook bij") == [
        "De eerste alinea loopt door op de tweede regel en De Heeg hoort daar ook bij"
    ]


def test_lines_are_numbered_as_an_editor_does() -> None:
    lines = read_lines("\ufeffa\r\n\r\n\u00a0b\u2028c \t d\fe\rf\x85g\n")
    assert [(line.number, line.text, line.gap, line.new_page) for line in lines] == [
        (1, "a", 0, False),
        (3, "b c d", 1, False),
        (3, "e", 0, True),
        (4, "f g", 0, False),
    ]


@pytest.mark.parametrize("number", ["1", "- 1 -", "Pagina 7", "pagina 7 van 12", "blz. 7/12", "1/12"])
def test_page_numbers_are_left_out(number: str) -> None:
    assert texts(f"Een zin die\n{number}\n\fdoorloopt") == ["Een zin die doorloopt"]
    assert texts(f"{number}\nEen zin die\n\fdoorloopt") == ["Een zin die doorloopt"]


def test_a_bare_number_is_a_page_number_only_if_it_counts_along() -> None:
    assert texts("Een zin met\n8\n\fin plaats van\n9\n\fniets") == ["Een zin met in plaats van niets"]
    assert texts("Een zin met\n8\n\fen 7 en dan\n8\n\fniets") == ["Een zin met 8 en 7 en dan 8 niets"]
    assert texts("Een zin over de 24/7\n\fdienst van Halt") == ["Een zin over de 24/7 dienst van Halt"]


@pytest.mark.parametrize("empty", ["", "\n\n", " \f \n", "\u200b"])
def test_an_empty_document_has_no_passages(empty: str) -> None:
    assert read_passages(empty) == ()


@given(st.text(alphabet="aA1 .:-–\n\f\r\t\uf0b7•\u00ad", max_size=80))
def test_nothing_but_signs_is_lost_and_every_character_has_a_line(text: str) -> None:
    passages = read_passages("woord " + text + " woord")
    letters = [char for passage in passages for char in passage.text if char in "aA"]
    assert letters == [char for char in text if char in "aA"]
    last = 1 + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    numbers = [number for passage in passages for _, number in passage.origins]
    assert numbers == sorted(numbers)
    assert {1, last} <= set(numbers) <= set(range(1, last + 1))
    for passage in passages:
        assert passage.text == " ".join(passage.text.split())
        assert passage.origins[0][0] == 0
        assert passage.line_at(len(passage.text) - 1) <= passage.lines[1]


@pytest.mark.requirement("TRAP-32")
def test_seed_sentences_are_joined_and_bullets_converted(seed: tuple[Passage, ...]) -> None:
    by_start = {passage.lines[0]: passage for passage in seed}
    assert (
        "vraagstukken zoals de aanpak van criminaliteit, de aanpak van drugs en dergelijke. "
        in by_start[140].text
    )
    assert (
        "in de begroting 2023 voor het Programma Veiligheid toegekende" in by_start[533].text
    )  # over a page
    assert [(by_start[line].text, by_start[line].is_item) for line in (61, 63, 65, 67)] == [
        ("- Ondermijnende criminaliteit", True),
        ("- Veiligheidsgerelateerde overlast/veiligheidsbeleving", True),
        ("- Veelvoorkomende criminaliteit/HIC", True),
        ("- Verbinding zorg en veiligheid", True),
    ]
    assert not any("\ue000" <= char <= "\uf8ff" for passage in seed for char in passage.text)
