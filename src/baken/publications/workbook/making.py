# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook of an edition, from its picture. Nothing is computed here."""

from __future__ import annotations

import io

from openpyxl import Workbook

from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.office.package import settled
from baken.publications.workbook import explaining, readme, words
from baken.publications.workbook.figures import figures
from baken.publications.workbook.model import TableSheet
from baken.publications.workbook.overview import budget, overview
from baken.publications.workbook.writing import SheetWriter


def workbook_of(safety: SafetyPicture, language: Language) -> bytes:
    """The edition as a workbook of Excel (.xlsx); the same picture gives the same bytes.

    Args:
        safety: the picture of public material.
        language: the language of sheets, headings and sentences.

    """
    name, title = safety.material.municipality.name, readme.title(safety, language)
    sheets = _sheets(safety, language)
    footer = f"{title} ({safety.material.on.isoformat()})"
    book = Workbook()
    book.remove(book.active)
    writer, facts = SheetWriter(book, footer), readme.facts(safety, sheets, language)
    writer.write_facts(words.README.in_(language), f"{title}. {readme.about(safety, language)}", facts)
    for sheet in sheets:
        writer.write_table(sheet)
    book.properties.title, book.properties.creator = title, name
    book.properties.language, book.properties.lastModifiedBy = language.value, name
    saved = io.BytesIO()
    book.save(saved)
    return settled(saved.getvalue(), safety.material.on)


def _sheets(safety: SafetyPicture, language: Language) -> list[TableSheet]:
    budgeted = budget(safety, language)
    sheets = [
        overview(safety, language),
        *([budgeted] if budgeted else []),
        figures(safety, language),
        explaining.definitions(safety, language),
        explaining.caveats(safety, language),
        explaining.sources(safety, language),
    ]
    # Most texts stand on many rows.
    texts = dict.fromkeys(text for sheet in sheets for text in sheet.texts())
    return [*sheets, explaining.short_words(safety, tuple(texts), language)]
