# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Looking through the sheets of an OpenDocument workbook (.ods) before its cells are read."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from baken.documents.looks import MOST_CELLS, Look, SheetLook, damaged, look_through, whole

_CONTENT = "content.xml"
_CELLS = ("table-cell", "covered-table-cell")
_VALUES = {"float": "value", "percentage": "value", "currency": "value", "date": "date-value"}
_NOT_DIGITS = re.compile(r"[^0-9]", re.ASCII)
_MOST_DECIMALS = 15


def look_at_ods(parts: dict[str, bytes], where: str) -> dict[str, SheetLook]:
    """What there is to see in each sheet, by its name.

    Raises:
        InputError: the workbook is damaged or too large.

    """
    if _CONTENT not in parts:
        raise damaged(where)
    scan = _Scan(where)
    look_through(parts[_CONTENT], where, scan.start, scan.end, scan.text)
    return scan.sheets


def is_protected(parts: dict[str, bytes], where: str) -> bool:
    """Whether the parts are locked with a password."""
    found: list[str] = []
    manifest = parts.get("META-INF/manifest.xml")
    if manifest:
        look_through(manifest, where, lambda name, _: found.append(name))
    return "encryption-data" in found


class _Scan:
    """Walks through the sheets of a workbook; rows and cells may stand for many equal ones."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.sheets: dict[str, SheetLook] = {}
        self.inside: list[str] = []
        self.row = self.column = self.copies = self.repeats = 0
        self.attributes: dict[str, str] = {}
        self.words: list[str] = []

    @property
    def look(self) -> SheetLook:
        """The sheet that is being walked through."""
        if not self.sheets:
            raise damaged(self.where)
        return list(self.sheets.values())[-1]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.inside.append(name)
        if name == "table":
            self._sheet(attributes)
        elif name == "table-row" and "table" in self.inside:
            self.column, self.copies = 0, whole(attributes.get("number-rows-repeated", "1"), self.where, 1)
            if attributes.get("visibility") in ("collapse", "filter") and self.copies < MOST_CELLS:
                self.look.hidden_rows += self.copies
        elif name in _CELLS and "table-row" in self.inside:
            self.attributes, self.words = attributes, []
            self.repeats = whole(attributes.get("number-columns-repeated", "1"), self.where, 1)

    def _sheet(self, attributes: dict[str, str]) -> None:
        title = attributes.get("name", "")
        if title in self.sheets or self.inside.count("table") > 1:
            raise damaged(self.where)
        self.sheets[title] = SheetLook(f"{self.where}, sheet {title}")
        self.row = 0

    def text(self, text: str) -> None:
        if "p" in self.inside and "annotation" not in self.inside:
            self.words.append(text)

    def end(self, name: str) -> None:
        self.inside.pop()
        if name in _CELLS and "table-row" in self.inside:
            self._seen()
            self.column += self.repeats
        elif name == "table-row":
            self.row += self.copies

    def _seen(self) -> None:
        shown = " ".join("".join(self.words).split())
        self._merged()
        seen = _look(self.attributes, shown, self.where)
        if seen is None:
            return
        look = self.look
        look.reach(self.row + self.copies - 1, self.column + self.repeats - 1)
        for row in range(self.row, self.row + self.copies):
            for column in range(self.column, self.column + self.repeats):
                look.cells[row, column] = seen

    def _merged(self) -> None:
        across = whole(self.attributes.get("number-columns-spanned", "1"), self.where, 1)
        down = whole(self.attributes.get("number-rows-spanned", "1"), self.where, 1)
        if across > 1 or down > 1:
            last = self.row + down - 1, self.column + across - 1
            self.look.merged.append(((self.row, self.column), last))


def _look(attributes: dict[str, str], shown: str, where: str) -> Look | None:
    # Two attributes say the kind; the second one, of newer programs, also knows errors.
    kind = attributes.get("value-type", "")
    if kind == "error":
        return Look(error=shown or "an error")
    if not kind:
        return Look(error="a text without a kind") if shown else None
    needed = _VALUES.get(kind)
    if needed and not attributes.get(needed):
        return Look(error="a value that is not there")
    if needed != "value":
        return Look(filled=bool(shown), shown=shown)
    percent = kind == "percentage"
    try:
        value = Decimal(attributes["value"]).scaleb(2 * percent)
    except InvalidOperation:
        raise damaged(where) from None
    return Look(filled=True, percent=percent, decimals=_decimals(value, shown), shown=shown)


def _decimals(value: Decimal, shown: str) -> int:
    """With how many decimals a number is shown: as many as give the same digits."""
    digits = _NOT_DIGITS.sub("", shown)
    if not digits or not value.is_finite() or abs(value.adjusted()) > _MOST_DECIMALS:
        return 0
    fitting = (n for n in range(_MOST_DECIMALS) if _NOT_DIGITS.sub("", f"{value:.{n}f}") == digits)
    return next(fitting, 0)
