# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The indicators as tables: one row for each, one column for each year."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.figure import Figure
from baken.model.indicator import Indicator, IndicatorKind
from baken.model.number import format_number
from baken.model.observation import Life
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.book.words import NO_DATA, STATUS
from baken.publications.report_model import Cell, Table
from baken.publications.word import words

_MOST = 6
"""So many years stand beside each other on a page."""
_KINDS = {
    IndicatorKind.OBJECTIVE: words.OBJECTIVE,
    IndicatorKind.SUBJECTIVE: words.SUBJECTIVE,
    IndicatorKind.CONTEXT: words.CONTEXT,
}


def indicator_tables(safety: SafetyPicture, language: Language) -> Iterator[Table]:
    """A table for each kind of indicator, with the newest years for which any of them has a figure."""
    catalogue = safety.material.catalogue
    wanted = [catalogue.indicator(name) for name in safety.material.indicators]
    for kind, title in _KINDS.items():
        found = [one for one in wanted if one.kind is kind]
        years = _years(safety, found)
        if found and years:
            headers = (words.INDICATOR.in_(language), *map(str, years))
            rows = tuple(_row(safety, one, years, language) for one in found)
            numeric = frozenset(range(1, len(headers)))
            yield Table(title.in_(language), headers, rows, numeric)


def _figures(safety: SafetyPicture, indicator: Indicator) -> dict[int, Figure]:
    code = safety.material.municipality.code
    return {one.observation.period.year: one for one in safety.record(indicator.id, code).figures}


def _years(safety: SafetyPicture, indicators: list[Indicator]) -> list[int]:
    found = {
        year for one in indicators for year, held in _figures(safety, one).items() if held.value is not None
    }
    return list(range(min(found), max(found) + 1))[-_MOST:] if found else []


def _row(
    safety: SafetyPicture, indicator: Indicator, years: list[int], language: Language
) -> tuple[Cell, ...]:
    held = _figures(safety, indicator)
    unit = safety.material.catalogue.unit_of(indicator).label.in_(language)
    name = Cell(f"{indicator.name.in_(language)}, {unit}")
    return (name, *(_cell(held.get(year), indicator.decimals, language) for year in years))


def _cell(one: Figure | None, decimals: int, language: Language) -> Cell:
    """A value, marked where it is provisional, or why there is none."""
    if one is None or one.value is None:
        status = one.status if one else "missing"
        return Cell(STATUS.get(status, NO_DATA).in_(language), missing=True)
    text = format_number(one.value, decimals, language)
    mark = f" {words.MARK.in_(language)}" if one.observation.life is Life.PROVISIONAL else ""
    return Cell(text + mark, numeric=True)


def is_provisional(table: Table, language: Language) -> bool:
    """Whether any value of a table is marked as provisional."""
    mark = f" {words.MARK.in_(language)}"
    return any(cell.text.endswith(mark) for row in table.rows for cell in row[1:])
