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
from baken.publications.book.model import Block, Figure, Paragraph, Section, Voice
from baken.publications.book.records import source_of
from baken.publications.book.words import NO_DATA, SOURCE, sign
from baken.publications.neighbourhoods import neighbourhood_map
from baken.publications.report_model import Cell, Drawing, Table
from baken.publications.slopes import slope_drawing
from baken.publications.small_charts import district_multiples

_AREAS = Text("Stadsdelen", "Districts")
_NONE = Text("Van de stadsdelen zijn geen cijfers openbaar.", "No figures about the districts are public.")
_TABLE = Text(
    "De cijfers van de buurten staan als tabel in het spreadsheet van deze editie",
    "The figures of the neighbourhoods stand as a table in the spreadsheet of this edition",
)
_MAP_SHARE = 0.75
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
    blocks = (*_note(safety, held, areas, language), *_drawn(safety, language))
    yield Section(_AREAS.in_(language), blocks, tuple(held))


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


def _drawn(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    """The map of the neighbourhoods, and the course of what it shows in each district."""
    shown = neighbourhood_map(safety, language)
    if shown is None or shown.record is None:
        return
    source = SOURCE.in_(language).format(source=source_of(safety, shown.record))
    drawing = Drawing(shown.drawn, f"{shown.unit}. {shown.reading}")
    yield Figure(drawing, f"{source}. {_TABLE.in_(language)}", share=_MAP_SHARE)
    courses = district_multiples(safety, shown.record, language)
    if courses is not None:
        yield Figure(Drawing(courses, shown.unit), source)
    slopes = slope_drawing(safety, shown.record, language)
    if slopes is not None:
        yield Figure(slopes, source)


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
