# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Looking through the sheets of an Excel workbook (.xlsx, .xlsm) before its cells are read."""

from __future__ import annotations

import re

from baken.documents.looks import Look, SheetLook, damaged, look_through, whole

_BOOK = "xl/workbook.xml"
_BOOK_LINKS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_SPOT = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
# The formats that every workbook knows without defining them: 0, 0.00, #,##0, #,##0.00, 0%, 0.00%.
_KNOWN_FORMATS = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_FIXED_DECIMALS = re.compile(r"[^.]*0(?:\.(0+))?[^0#?.,]*")
_MOST_DECIMALS = 15
_Style = tuple[bool, int]


def look_at_excel(parts: dict[str, bytes], where: str) -> dict[str, SheetLook]:
    """What there is to see in each sheet of cells, by the name of the sheet.

    Raises:
        InputError: the workbook is damaged or too large.

    """
    styles = _styles(parts.get(_STYLES, b""), where)
    targets = _targets(parts.get(_BOOK_LINKS, b""), where)
    found: dict[str, SheetLook] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name != "sheet":
            return
        title, target = attributes.get("name", ""), targets.get(attributes.get("id", ""), "")
        if "sheets/" in target and "worksheets/" not in target:
            return  # a sheet that is a drawing, a dialogue or a macro
        if target not in parts or title in found:
            raise damaged(where)
        look = SheetLook(f"{where}, sheet {title}")
        scan = _Scan(look, styles)
        look_through(parts[target], look.where, scan.start, scan.end, scan.text)
        found[title] = look

    if _BOOK not in parts:
        raise damaged(where)
    look_through(parts[_BOOK], where, start)
    return found


def _targets(data: bytes, where: str) -> dict[str, str]:
    """The part that each link of the workbook leads to."""
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "").removeprefix("/")
            found[attributes.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"

    if data:
        look_through(data, where, start)
    return found


def _styles(data: bytes, where: str) -> list[_Style]:
    """Of each style of cells whether it shows a percent sign, and with how many decimals."""
    formats = dict(_KNOWN_FORMATS)
    found: list[_Style] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(name)
        if name == "numFmt":
            formats[whole(attributes.get("numFmtId", ""), where)] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in inside:
            found.append(_shown(formats.get(whole(attributes.get("numFmtId", "0"), where), "")))

    def end(_: str) -> None:
        inside.pop()

    if data:
        look_through(data, where, start, end)
    return found


def _shown(code: str) -> _Style:
    bare = _QUOTED.sub("", code.partition(";")[0])
    fixed = _FIXED_DECIMALS.fullmatch(bare)
    decimals = len(fixed[1] or "") if fixed else 0
    return "%" in bare, min(decimals, _MOST_DECIMALS)


class _Scan:
    """Walks through one sheet."""

    def __init__(self, look: SheetLook, styles: list[_Style]) -> None:
        self.look, self.styles = look, styles
        self.row = self.column = -1
        self.in_row = self.in_cell = self.in_value = self.has_formula = False
        self.kind, self.style, self.value = "", 0, ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._row(attributes)
        elif name == "c" and self.in_row:
            self._cell(attributes)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.look.hidden_columns += 1
        elif self.in_cell and name == "f":
            self.has_formula = True
        self.in_value = self.in_cell and name == "v"

    def _row(self, attributes: dict[str, str]) -> None:
        row = whole(attributes["r"], self.look.where) - 1 if "r" in attributes else self.row + 1
        if row <= self.row:
            raise damaged(self.look.where)
        self.row, self.column, self.in_row = row, -1, True
        self.look.hidden_rows += attributes.get("hidden") in ("1", "true")

    def _cell(self, attributes: dict[str, str]) -> None:
        row, column = self.row, self.column + 1
        if "r" in attributes:
            row, column = _spot(attributes["r"], self.look.where)
        # A cell that stands twice could be read in two ways.
        if row != self.row or column <= self.column:
            raise damaged(self.look.where)
        self.column, self.in_cell, self.has_formula = column, True, False
        self.kind, self.value = attributes.get("t", "n"), ""
        self.style = whole(attributes.get("s", "0"), self.look.where)

    def text(self, text: str) -> None:
        if self.in_value:
            self.value += text

    def end(self, name: str) -> None:
        self.in_value = False
        if name == "row":
            self.in_row = False
        elif name == "c" and self.in_cell:
            self.in_cell = False
            self._seen()

    def _seen(self) -> None:
        value = self.value.strip()
        spot = self.row, self.column
        if self.kind == "e":
            self.look.cells[spot] = Look(error=value or "an error")
        elif self.has_formula and not value and self.kind != "str":
            self.look.cells[spot] = Look(error="a formula without a result")
        elif self.kind == "n" and value:
            percent, decimals = self.styles[self.style] if self.style < len(self.styles) else (False, 0)
            self.look.cells[spot] = Look(filled=True, percent=percent, decimals=decimals)
        elif self.kind == "n":
            return  # only a style
        self.look.reach(*spot)


def _spot(text: str, where: str) -> tuple[int, int]:
    """Row and column of ``D7``, counted from 0."""
    found = _SPOT.fullmatch(text)
    if not found:
        raise damaged(where)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
