# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The chapter about the districts: the newest figure of each indicator in each of them."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.area import Area, AreaLevel
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.book.model import Block, Paragraph, Section, Voice
from baken.publications.book.words import NO_DATA, sign
from baken.publications.report_model import Cell, Table

_AREAS = Text("Stadsdelen", "Districts")
_NONE = Text("Van de stadsdelen zijn geen cijfers openbaar.", "No figures about the districts are public.")
_HEADERS = (
    Text("Indicator", "Indicator"),
    Text("Waarde", "Value"),
    Text("Eenheid", "Unit"),
    Text("Periode", "Period"),
    Text("Verandering", "Change"),
)


def chapter(safety: SafetyPicture, language: Language) -> Iterator[Section]:
    """The districts, each with a table; nothing where the municipality has none."""
    areas = [one for one in safety.local_areas if one.level is AreaLevel.DISTRICT]
    if not areas:
        return
    sections = [_district(safety, area, language) for area in areas]
    held = [one for one in sections if one is not None]
    yield Section(_AREAS.in_(language), tuple(_note(safety, held, areas, language)), tuple(held))


def _note(
    safety: SafetyPicture, held: list[Section], areas: list[Area], language: Language
) -> Iterator[Block]:
    if not held:
        yield Paragraph(_NONE.in_(language), Voice.MISSING)
        return
    said = (one for area in areas for record in safety.local(area.code) for one in record.caveats)
    protected = next((one for one in said if one.rule == "protected"), None)
    if protected is not None:
        yield Paragraph(protected.text.in_(language), Voice.NOTE)


def _district(safety: SafetyPicture, area: Area, language: Language) -> Section | None:
    records = [one for one in safety.local(area.code) if one.latest]
    if not records:
        return None
    rows = tuple(_row(one, language) for one in records)
    headers = tuple(one.in_(language) for one in _HEADERS)
    return Section(area.name, (Table(area.name, headers, rows, frozenset({1})),))


def _row(record: IndicatorPicture, language: Language) -> tuple[Cell, ...]:
    latest = record.latest
    value = latest.value if latest else None
    text = (
        NO_DATA.in_(language) if value is None else format_number(value, record.indicator.decimals, language)
    )
    return (
        Cell(record.indicator.name.in_(language)),
        Cell(text, numeric=value is not None, missing=value is None),
        Cell(record.unit.label.in_(language)),
        Cell(str(latest.observation.period) if latest else ""),
        Cell(sign(record.change, record.tone, language)),
    )
