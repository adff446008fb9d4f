# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures as the book, the slides and the papers say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from docx import Document
from pptx import Presentation

from .pdf_tables import tables_of
from .said import Edition, Said, number

BOOKS = {"nl": "veiligheidsanalyse.pdf", "en": "en/safety-analysis.pdf"}
SLIDES = {"nl": "presentatie.pptx", "en": "en/slides.pptx"}
PAPERS = ("raadsvoorstel.docx", "indicatoren.docx")
_NEWEST = ("Periode", "Period")


def text_of(data: bytes) -> str:
    """The lines of a PDF. A word that was broken at the end of a line is whole again."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [one.get_textpage().get_text_range() for one in document]
    finally:
        document.close()
    return "\n".join(pages).replace("\r\n", "\n").replace("\ufffe", "").replace("\u00a0", " ")


def in_book(edition: Edition, language: str) -> Iterator[Said]:
    """The tables of figures of the book: the caption names the indicator."""
    names, areas = edition.names(language), edition.areas(language)
    for table in tables_of(edition.files[BOOKS[language]]):
        name = names.get(table.caption.partition(": ")[0])
        heads, *rows = table.rows
        if name is None or heads[0] not in _NEWEST:
            continue
        columns = [(place, areas[head]) for place, head in enumerate(heads) if head in areas]
        for row in rows:
            for place, area in columns:
                yield Said("book", (name, area, row[0]), number(row[place], language))


def in_book_areas(edition: Edition, language: str) -> Iterator[Said]:
    """The tables of the districts: the caption names the district."""
    names, areas = edition.names(language), edition.areas(language)
    for table in tables_of(edition.files[BOOKS[language]]):
        for row in table.rows:
            if table.caption in areas and row[0] in names:
                place = (names[row[0]], areas[table.caption], row[3])
                yield Said("book, districts", place, number(row[1], language))


def _shapes(edition: Edition, language: str) -> Iterator[tuple[str, Any]]:
    for slide in Presentation(BytesIO(edition.files[SLIDES[language]])).slides:
        lines = [one.text_frame.text for one in slide.shapes if one.has_text_frame]
        yield from ((lines[0], one) for one in slide.shapes)


def in_slide_charts(edition: Edition, language: str) -> Iterator[Said]:
    """The numbers behind the charts of the slides: a line for an area, or a bar for each municipality."""
    names, areas = edition.names(language), edition.areas(language)
    for title, shape in _shapes(edition, language):
        if not shape.has_chart:
            continue
        name = max((one for one in names if title.startswith(one)), key=len)
        plot = shape.chart.plots[0]
        labels = [str(one) for one in plot.categories]
        for series in plot.series:
            for label, value in zip(labels, series.values, strict=True):
                if series.name in areas and re.fullmatch(r"\d{4}", label):
                    place = (names[name], areas[series.name], label)
                elif label in areas:
                    place = (names[name], areas[label], _year(title))
                else:
                    continue
                yield Said("slides", place, None if value is None else Decimal(repr(value)), printed=False)


def _year(title: str) -> str:
    """The year that the title of a slide names."""
    return max(re.findall(r"(?<!\d)20\d\d(?!\d)", title), default="")


def in_slide_tables(edition: Edition, language: str) -> Iterator[Said]:
    """The tables of the districts: a column for each indicator."""
    names, areas = edition.names(language), edition.areas(language)
    for _, shape in _shapes(edition, language):
        if not shape.has_table:
            continue
        heads, *rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
        for row in rows:
            for head, cell in zip(heads[1:], row[1:], strict=True):
                name, period = head.split(", ")[0], head[-4:]
                if name in names and row[0] in areas:
                    value, _, own = cell.partition(" (")
                    place = (names[name], areas[row[0]], own.removesuffix(")") or period)
                    yield Said("slides, table", place, number(value, language))


def notes(edition: Edition, language: str) -> str:
    """What stands under the slides for whoever speaks."""
    slides = Presentation(BytesIO(edition.files[SLIDES[language]])).slides
    return "\n".join(one.notes_slide.notes_text_frame.text for one in slides if one.has_notes_slide)


def in_papers(edition: Edition, path: str) -> Iterator[Said]:
    """The tables of indicators in the papers for the council: a column for each year."""
    names = edition.names("nl")
    for table in Document(BytesIO(edition.files[path])).tables:
        heads, *rows = [[cell.text for cell in row.cells] for row in table.rows]
        for row in rows:
            name = row[0].partition(", ")[0]
            for head, cell in zip(heads[1:], row[1:], strict=True):
                if name in names and re.fullmatch(r"\d{4}", head):
                    # "v" says that a figure is provisional.
                    value = number(cell.removesuffix(" v"), "nl")
                    yield Said(path, (names[name], edition.town, head), value)


def words_of_paper(data: bytes) -> str:
    """Every paragraph of a paper."""
    return "\n".join(one.text for one in Document(BytesIO(data)).paragraphs)
