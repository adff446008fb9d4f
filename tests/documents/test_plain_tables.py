# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables in plain text, with bars or tabs between the cells, and places in documents without pages."""

from __future__ import annotations

import pytest

from baken.documents.document import BlockKind, Document, Form, text_document
from baken.documents.figure_tables import read_figure_tables
from baken.documents.read_pieces import Draft, Piece
from baken.documents.whereabouts import Whereabouts
from baken.model.remark import Span


def kinds(text: str) -> list[tuple[BlockKind, int, str]]:
    found = text_document(text)
    return [(one.kind, one.line, one.span.of(found.text)) for one in found.blocks]


ROW, ITEM, HEADING, PARAGRAPH = BlockKind.ROW, BlockKind.ITEM, BlockKind.HEADING, BlockKind.PARAGRAPH


def test_bars_make_rows_and_the_line_of_dashes_goes() -> None:
    text = (
        "Stand\n\nThema | Trekker | Jaar\n--- | --- | ---\nJeugd | Zorg | 2024\nWinkel | | 2025\n\nEn verder."
    )
    assert kinds(text) == [
        (HEADING, 1, "Stand"),
        (ROW, 3, "Thema | Trekker | Jaar"),
        (ROW, 5, "Jeugd | Zorg | 2024"),
        (ROW, 6, "Winkel | | 2025"),
        (PARAGRAPH, 8, "En verder."),
    ]
    assert [one[2] for one in kinds("| a | b |\n|---|---|\n| c | d |")] == ["a | b", "c | d"]


def test_tabs_make_rows() -> None:
    text = "Fractie\tVoor\tTegen\nVVD\t5\t\nSP\t\t2\n"
    assert [one[2] for one in kinds(text)] == ["Fractie | Voor | Tegen", "VVD | 5 |", "SP | | 2"]
    assert {one[0] for one in kinds(text)} == {ROW}
    assert [one[0] for one in kinds("VVD\t5\nCDA\t4\nSP\t2\n")] == [ROW] * 3


@pytest.mark.parametrize(
    "text",
    [
        "1.\tInleiding\n2.\tDoel\n3.\tKosten\n4.\tVervolg",
        "Datum:\t12 mei 2025\nPlaats:\tHier\nTijd:\t20.00\nZaal:\t3",
        "Gemeente Voorbeeldstad | Raadsvoorstel\n\nDit is een zin die doorloopt over de regel.",
        "\tIngesprongen tekst die\n\tdoorloopt tot de punt.",
        "Een zin met een | streep.\nEen zin zonder, en nog een.",
    ],
)
def test_words_with_a_tab_or_one_bar_are_no_table(text: str) -> None:
    assert ROW not in {one[0] for one in kinds(text)}


def test_the_words_around_a_table_stay_whole() -> None:
    text = "Dit is een zin die\ndoorloopt\nA | 1\nB | 2\nen verder gaat."
    assert [one[2] for one in kinds(text)][1:3] == ["A | 1", "B | 2"]


def test_tables_of_figures_are_read_as_before() -> None:
    (table,) = read_figure_tables("Inbraken\n2023\t2024\nWoningen\t3,4\t3,1\nBedrijven\t1,2\t1,0\n")
    assert [row.cells for row in table.rows] == [("3,4", "3,1"), ("1,2", "1,0")]


def document(*blocks: tuple[BlockKind, str], page: int = 0) -> Document:
    draft = Draft("nota", Form.WORD)
    for kind, words in blocks:
        draft.add([Piece(words)], kind)
    return draft.done(pages=page)


def test_a_place_without_page_or_line_is_told_by_its_heading() -> None:
    found = document(
        (PARAGRAPH, "Vooraf."),
        (HEADING, "Aanleiding"),
        (PARAGRAPH, "Een."),
        (ITEM, "Punt."),
        (ROW, "a | b"),
        (PARAGRAPH, "Twee."),
        (HEADING, "Zeer " * 20 + "lang"),
    )
    where = Whereabouts(found)
    said = [where.place(one.span).words for one in found.blocks]
    assert [one.nl for one in said[:-1]] == [
        "alinea 1",
        "kop ‘Aanleiding’",
        "onder ‘Aanleiding’, alinea 1",
        "onder ‘Aanleiding’, punt 1",
        "onder ‘Aanleiding’, tabelrij 1",
        "onder ‘Aanleiding’, alinea 2",
    ]
    assert said[5].en == "under ‘Aanleiding’, paragraph 2"
    assert len(said[-1].nl) < 70


def test_what_is_shown_of_a_heading_is_masked_and_pages_go_first() -> None:
    found = document((HEADING, "Klacht van Truus"), (PARAGRAPH, "Er is overlast."))
    where = Whereabouts(found, found.text.replace("Truus", "█████"))
    assert where.place(found.blocks[1].span).words.nl == "onder ‘Klacht van █████’, alinea 1"
    plain = text_document("Kop\n\nEen zin.")
    assert Whereabouts(plain).place(Span(5, 6)).words.nl == "regel 3"
    with pytest.raises(IndexError):
        where.place(Span(len(found.text), len(found.text)))
