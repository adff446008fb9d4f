# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The slides about the districts: the newest figure of each indicator, one row for each district."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.area import Area, AreaLevel
from baken.model.number import format_number
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.book import areas
from baken.publications.book.model import Paragraph
from baken.publications.book.records import source_of
from baken.publications.book.words import NO_DATA, SOURCE, STATUS
from baken.publications.cards.model import Card
from baken.publications.neighbourhoods import neighbourhood_map
from baken.publications.report_model import Cell, Table
from baken.publications.slides import words
from baken.publications.slides.model import Mapped, Points, Slide, Tabled

_NARROW = 340
_MOST = 4
"""So many indicators stand beside each other on one slide."""


def map_slides(safety: SafetyPicture, language: Language) -> Iterator[Mapped]:
    """The map of the neighbourhoods; none where no figure of one is public."""
    shown = neighbourhood_map(safety, language)
    if shown is None or shown.record is None:
        return
    rows = tuple(f"{area.name}: {cell.text}" for area, cell in shown.rows)
    source = SOURCE.in_(language).format(source=source_of(safety, shown.record))
    alone = Card(
        language=language,
        title="",
        measure="",
        chart=shown.drawn,
        feet=(),
        alternative=shown.drawn.description,
        width=_NARROW,
    )
    yield Mapped(
        title=shown.title,
        measure=shown.unit,
        card=alone,
        said=(shown.said, f"{shown.reading}."),
        source=source,
        notes=(shown.said, *rows, source),
    )


def district_slides(safety: SafetyPicture, language: Language) -> Iterator[Slide]:
    """The districts in tables; where nothing of them is public a slide that says so."""
    for section in areas.chapter(safety, language):
        notes = " ".join(one.text for one in section.blocks if isinstance(one, Paragraph))
        if not section.sections:
            yield Points(title=section.title, lines=(notes,))
            return
        districts = [one for one in safety.local_areas if one.level is AreaLevel.DISTRICT]
        names = _names(safety, districts)
        for start in range(0, len(names), _MOST):
            part = names[start : start + _MOST]
            title = (
                f"{section.title}: {words.NEWEST.in_(language)[:1].lower()}{words.NEWEST.in_(language)[1:]}"
            )
            yield Tabled(title=title, table=_table(safety, districts, part, language), note=notes)


def _names(safety: SafetyPicture, districts: list[Area]) -> list[str]:
    """The indicators that have a figure in at least one of the districts, in the order of the themes."""
    held = {one.indicator.id for area in districts for one in safety.local(area.code) if one.latest}
    return [name for name in safety.material.indicators if name in held]


def _table(safety: SafetyPicture, districts: list[Area], names: list[str], language: Language) -> Table:
    columns = [[safety.record(name, area.code) for area in districts] for name in names]
    periods = [max(str(one.latest.observation.period) for one in held if one.latest) for held in columns]
    headers = [
        f"{held[0].indicator.name.in_(language)}, {held[0].unit.label.in_(language)}, {period}"
        for held, period in zip(columns, periods, strict=True)
    ]
    rows = tuple(
        (
            Cell(area.name),
            *(_cell(held[place], period, language) for held, period in zip(columns, periods, strict=True)),
        )
        for place, area in enumerate(districts)
    )
    numeric = frozenset(range(1, len(names) + 1))
    return Table(words.NEWEST.in_(language), (words.AREA.in_(language), *headers), rows, numeric)


def _cell(record: IndicatorPicture, period: str, language: Language) -> Cell:
    """The newest value, with its own period where that is not the one of the column."""
    latest = record.latest
    if latest is None or latest.value is None:
        status = record.figures[-1].status if record.figures else "missing"
        return Cell(STATUS.get(status, NO_DATA).in_(language), missing=True)
    text = format_number(latest.value, record.indicator.decimals, language)
    own = str(latest.observation.period)
    return Cell(text if own == period else f"{text} ({own})", numeric=True)
