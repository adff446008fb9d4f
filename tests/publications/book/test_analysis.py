# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The book says what the picture says: its sentences, its figures, and why a figure is not there."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.publications.book.analysis import analysis_book
from baken.publications.book.model import Book, Bullets, Facts, Figure, Paragraph, Section
from baken.publications.report_model import Table
from picture.helpers import EXAMPLE, MAASTRICHT, made_up, measured, published


def blocks(book: Book) -> list[object]:
    return [block for chapter in book.chapters for block in chapter.all_blocks()]


def sections(section: Section) -> list[Section]:
    return [section, *(below for one in section.sections for below in sections(one))]


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_of_the_picture_stands_in_it_word_for_word(code: str, language: Language) -> None:
    safety = published(code)
    texts = [one.text for one in blocks(analysis_book(safety, language)) if isinstance(one, Paragraph)]
    themed = {name for theme in safety.material.municipality.themes for name in theme.indicators}
    said = [one for one in safety.records if one.indicator.id in themed and one.sentence]
    assert len(said) > 5
    for record in said:
        assert record.sentence is not None
        assert record.sentence.in_(language) in texts


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_every_figure_of_a_record_has_a_row(code: str) -> None:
    safety = published(code)
    book = analysis_book(safety, Language.NL)
    tables = {
        one.drawing.table.caption: one.drawing.table
        for one in blocks(book)
        if isinstance(one, Figure) and one.drawing.table is not None
    }
    assert tables
    for record in safety.records:
        table = tables.get(f"{record.indicator.name.nl}: {record.unit.label.nl}")
        if table is None:
            continue
        rows = {row[0].text: row for row in table.rows}
        for one in record.figures:
            cell = rows[str(one.observation.period)][1]
            assert cell.missing == (one.value is None)
            assert cell.text not in {"", "0"} or one.value == 0


def test_abbreviations_and_terms_are_those_that_the_text_uses() -> None:
    book = analysis_book(published(MAASTRICHT), Language.NL)
    *others, last = book.chapters
    assert last.title == "Afkortingen"
    (facts,) = last.blocks
    assert isinstance(facts, Facts)
    words = " ".join(text for chapter in others for one in sections(chapter) for text in _texts(one))
    listed = [short for short, _ in facts.pairs]
    assert "HIC" in listed
    assert listed == sorted(listed, key=str.casefold)
    assert [short for short in listed if short not in words] == []
    held = {one.short for one in published(MAASTRICHT).material.catalogue.abbreviations}
    assert held - set(listed), "some abbreviations are not used, so are not listed"


def _texts(section: Section) -> list[str]:
    found = [section.title]
    for block in section.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += block.lines
        elif isinstance(block, Facts):
            found += [word for pair in block.pairs for word in pair]
        elif isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row]
        elif isinstance(block, Figure):
            found += [block.drawing.chart.title, block.drawing.measure, block.source]
    return found


def test_a_theme_of_which_nothing_is_known_says_so() -> None:
    book = analysis_book(published(MAASTRICHT), Language.NL)
    theme = next(one for one in book.chapters if one.title == "Gedigitaliseerde criminaliteit")
    said = [block for one in sections(theme) for block in one.blocks if isinstance(block, Paragraph)]
    assert sum(one.voice.value == "missing" for one in said) >= 2


def test_the_districts_of_an_invented_town_stand_in_it_with_protected_figures() -> None:
    book = analysis_book(published(EXAMPLE), Language.NL)
    chapter = next(one for one in book.chapters if one.title == "Stadsdelen")
    assert len(chapter.sections) > 3
    assert any(isinstance(one, Paragraph) and "afgerond" in one.text for one in chapter.blocks)


def test_it_says_which_edition_it_is_and_that_it_is_no_final_one() -> None:
    book = analysis_book(published(EXAMPLE), Language.NL)
    assert book.stamp[0] == "Editie van 21 november 2026"
    assert "werkversie" in book.stamp[1]
    assert "verzonnen" in book.stamp[2]


def test_a_picture_without_any_figure_is_a_book_that_says_so() -> None:
    safety = made_up([])
    book = analysis_book(safety, Language.EN)
    texts = list(book.texts())
    assert "There are no figures for this theme yet." in texts
    assert "Nothing stands out by the rules." in texts


def test_one_figure_alone_is_a_book() -> None:
    book = analysis_book(made_up([measured("hic", 2024, "3.4")]), Language.NL)
    assert any(isinstance(one, Figure) for one in blocks(book))
