# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Proposing a mapping for a table that nobody described yet. A person fills in and checks what it says."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from baken.catalogue.catalogue import Catalogue
from baken.catalogue.files import where
from baken.documents.sheets import Cell, CellKind, Sheet
from baken.documents.spreadsheets import read_sheets
from baken.model.area import Area, AreaLevel
from baken.model.errors import InputError
from baken.sources.own.cells import read_value
from baken.sources.own.headings import Found, column_name, find_long, find_wide
from baken.sources.own.labels import place_area, place_indicator
from baken.sources.own.mapping import UNKNOWN, Columns, Fixed, Mapping, Meaning
from baken.sources.own.tables import choose_sheet, repeats
from baken.sources.own.texts import is_number_like


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed mapping, and what a person must check of it, by place (``indicators / Geweld``)."""

    mapping: Mapping
    remarks: dict[str, str] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether nothing has to be filled in."""
        return not any(meaning == UNKNOWN for meaning in _meanings(self.mapping))


def _meanings(mapping: Mapping) -> Iterator[str]:
    yield from (mapping.fixed.area, mapping.fixed.indicator, mapping.fixed.period, mapping.columns.value)
    for part in (mapping.indicators, mapping.areas, mapping.marks):
        yield from part.values()


def suggest(path: Path, catalogue: Catalogue, areas: AnyMapping[str, Area], *, sheet: str = "") -> Suggestion:
    """Propose how to read a file.

    Args:
        path: a text file or a workbook.
        catalogue: the indicators that labels are held against.
        areas: the areas that codes and names are held against.
        sheet: the sheet to read; without one the first in which a table is recognised.

    Raises:
        InputError: the file cannot be read, or nothing in it looks like a table of figures.

    """
    sheets = read_sheets(path)
    chosen = (choose_sheet(sheets, sheet, where(path)),) if sheet else sheets
    seen = [one for one in chosen if sheet or not one.is_hidden]
    tables = [(one, found) for one in seen if (found := find_wide(one) or find_long(one))]
    if not tables:
        raise InputError(
            "no row of headers is recognised.",
            where=where(path),
            do="Put above the columns what they hold, such as: gebied, indicator, jaar, waarde.",
        )
    used, found = tables[0]
    suggested = _Suggesting(used, found, catalogue, dict(areas)).suggestion()
    others = ", ".join(f"'{one.name}'" for one, _ in tables[1:])
    if others:
        suggested.remarks["sheet"] = f"sheets that look like tables too, each needs its own mapping: {others}"
    return suggested


class _Suggesting:
    """Gathers a proposal for one table."""

    def __init__(self, sheet: Sheet, found: Found, catalogue: Catalogue, areas: dict[str, Area]) -> None:
        self.sheet, self.found, self.catalogue, self.areas = sheet, found, catalogue, areas
        self.remarks: dict[str, str] = {}
        self.values = list(found.periods) or [found.roles["value"]]
        below = sheet.rows[found.row + 1 :]
        self.rows = [cells for cells in below if not repeats(sheet.rows[found.row], cells, self.values)]
        self.ignored: list[str] = []

    def suggestion(self) -> Suggestion:
        roles = dict(self.found.roles)
        names = {role: column_name(self.sheet, self.found.row, column) for role, column in roles.items()}
        indicators = self._indicators()
        numbers, marks = self._notation(), self._marks()
        header = self.sheet.rows[self.found.row]
        mapping = Mapping(
            layout="wide" if self.found.periods else "long",
            sheet="" if self.sheet.is_text else self.sheet.name,
            header=self.sheet.number(self.found.row),
            columns=Columns(**names),
            fixed=self._fixed(),
            periods={header[column].text: period for column, period in self.found.periods.items()},
            indicators=indicators,
            areas=self._areas(),
            numbers=numbers,
            marks=marks,
            ignore=tuple(self.ignored),
        )
        return Suggestion(mapping, self.remarks)

    def _labels(self, role: str) -> Iterator[tuple[str, bool]]:
        """Each label of a column once, and whether a row of it has figures."""
        column = self.found.roles.get(role)
        filled: dict[str, bool] = {}
        for cells in self.rows if column is not None else ():
            text = cells[column].text if column is not None and column < len(cells) else ""
            if text:
                filled[text] = filled.get(text, False) or any(self._in(cells))
        yield from filled.items()

    def _in(self, cells: tuple[Cell, ...]) -> Iterator[bool]:
        return (cells[column].kind is not CellKind.EMPTY for column in self.values if column < len(cells))

    def _indicators(self) -> dict[str, str]:
        found = {}
        for label, filled in self._labels("indicator"):
            name, remark = place_indicator(label, self.catalogue)
            if name == UNKNOWN and not filled:
                self.ignored.append(label)
                continue
            found[label] = name
            self._remark(f"indicators / {label}", remark)
        return found

    def _areas(self) -> dict[str, str]:
        found = {}
        for label, _ in self._labels("area"):
            code, remark = place_area(label, self.areas)
            if code != label and label not in self.ignored:
                found[label] = code
                self._remark(f"areas / {label}", remark)
        return found

    def _fixed(self) -> Fixed:
        """What no column says: the area is the municipality whose areas these are, if that is plain."""
        roles = self.found.roles
        area = "" if "area" in roles else self._municipality()
        indicator = "" if "indicator" in roles else UNKNOWN
        period = "" if self.found.periods or "period" in roles else UNKNOWN
        if area:
            self._remark("fixed / area", "check that all figures are about this area")
        return Fixed(area=area, indicator=indicator, period=period)

    def _municipality(self) -> str:
        """The one municipality of which the register holds parts: others are only compared with."""
        codes = [area.code for area in self.areas.values() if area.level is AreaLevel.MUNICIPALITY]
        parts = {code[2:6] for code in self.areas if code not in codes}
        own = [code for code in codes if code[2:6] in parts] or codes
        return own[0] if len(own) == 1 else UNKNOWN

    def _texts(self) -> Iterator[str]:
        """The texts in the place of figures."""
        for cells in self.rows:
            for column in self.values:
                if column < len(cells) and cells[column].kind is CellKind.TEXT:
                    yield cells[column].text

    def _notation(self) -> Literal["nl", "en"]:
        """The notation in which most of the numbers that were typed as text can be read."""
        texts = [text.removesuffix("%").strip() for text in self._texts() if is_number_like(text)]
        dutch = sum("," in text for text in texts)
        english = sum("." in text and "," not in text for text in texts)
        if texts:
            self._remark("numbers", "check: nl is 1.000,5 and en is 1,000.5")
        return "en" if english > dutch else "nl"

    def _marks(self) -> dict[str, Meaning]:
        """Every text that is no number and has no meaning of its own."""
        found: dict[str, Meaning] = {}
        probe = Mapping(layout="long", header=1, columns=Columns())
        for text in self._texts():
            if is_number_like(text) or text in found or any(letter.isdigit() for letter in text):
                continue
            try:
                read_value(Cell(CellKind.TEXT, text), probe, percentages=True)
            except InputError:
                found[text] = "?"
                self._remark(f"marks / {text}", "missing, zero, suppressed, not_measured or impossible")
        return found

    def _remark(self, place: str, remark: str) -> None:
        if remark:
            self.remarks[place] = remark
