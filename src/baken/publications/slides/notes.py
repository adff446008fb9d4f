# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The speaker notes of a slide about an indicator: sentence, figures, caveats and source."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.book.records import figure_table, source_of
from baken.publications.report_model import Table
from baken.publications.slides import words

_SOURCE = Text("Bron", "Source")
_COUNTED = Text("Wat is geteld", "What is counted")


def record_notes(safety: SafetyPicture, record: IndicatorPicture, language: Language) -> tuple[str, ...]:
    """Everything that must be known by who speaks of an indicator."""
    return tuple(_record_notes(safety, record, language))


def _record_notes(safety: SafetyPicture, record: IndicatorPicture, language: Language) -> Iterator[str]:
    said = [one.in_(language) for one in (record.sentence, record.trend_sentence) if one is not None]
    yield f"{words.SAID.in_(language)}: {' '.join(said)}"
    yield f"{_COUNTED.in_(language)}: {record.indicator.definition.in_(language)}"
    if record.measured:
        yield f"{words.NUMBERS.in_(language)}: {record.unit.label.in_(language)}."
        yield from rows_as_lines(figure_table(record, safety.material.reference_name, language))
    if record.caveats:
        yield f"{words.READ_WITH.in_(language)}:"
    yield from (f"- {one.text.in_(language)}" for one in record.caveats)
    yield f"{_SOURCE.in_(language)}: {source_of(safety, record)}"


def rows_as_lines(table: Table) -> Iterator[str]:
    """The rows of a table as lines of text, each cell behind the name of its column."""
    for row in table.rows:
        first, *others = (cell.text for cell in row)
        named = zip(table.headers[1:], others, strict=True)
        yield f"{first}: " + "; ".join(f"{name} {text}" for name, text in named if text)
