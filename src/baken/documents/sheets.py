# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A sheet of cells, as it comes out of a text file or a workbook.

Each cell says what kind of thing it holds. A cell with an error is not an empty one, and an empty one is
not zero. What the cells mean is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from baken.catalogue.files import UNREADABLE
from baken.model.errors import InputError


class CellKind(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``text`` is what it says; of a number that is its plain notation, with a decimal point.

    A ``percent`` stands in a cell that is shown with a percent sign; its number is the one that is shown.
    A ``covered`` cell is a hidden part of a merged cell, and says what that cell says.
    """

    kind: CellKind = CellKind.EMPTY
    text: str = ""
    number: Decimal | None = None
    day: date | None = None
    percent: bool = False
    covered: bool = False


EMPTY = Cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of one sheet, row by row; a text file is one sheet without a name.

    ``lines`` are the line numbers of the rows of a text file; the rows of a workbook are counted from 1.
    ``notes`` are what a person who looks at the sheet would not know.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...] = ()
    is_hidden: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether this is a text file."""
        return bool(self.lines) or not self.name

    def number(self, row: int) -> int:
        """The number by which a person knows a row."""
        return self.lines[row] if self.lines else row + 1

    def place(self, row: int, column: int | None = None) -> str:
        """How a row or cell is named in a message: ``sheet 2021, cell D7`` or ``line 7, column 4``."""
        if self.is_text:
            return f"line {self.number(row)}" + ("" if column is None else f", column {column + 1}")
        spot = f"row {row + 1}" if column is None else f"cell {letters(column)}{row + 1}"
        return f"sheet {self.name}, {spot}"


def letters(column: int) -> str:
    """The letters of a column, counted from 0: A, B, ..., Z, AA."""
    name, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def text_cell(text: str, where: str) -> Cell:
    """A cell with a text; white space in it becomes single spaces.

    Raises:
        InputError: the text holds a control character, which nobody can see.

    """
    bare = " ".join(text.replace("\ufeff", "").split())
    found = UNREADABLE.search(bare)
    if found:
        raise InputError(
            f"a cell holds the control character U+{ord(found[0]):04X}.",
            where=where,
            do="Remove it: nobody can see it, and it changes how the text is shown.",
        )
    return Cell(CellKind.TEXT, bare) if bare else EMPTY


def number_cell(value: float, decimals: int = 0, *, percent: bool = False) -> Cell:
    """A cell with a number of at most fifteen digits, which is as far as a spreadsheet keeps them.

    ``decimals`` are those that the cell is shown with: 5 that is shown as 5.0 is known to a tenth.
    """
    exact = Decimal(format(value, ".15g"))
    shown = exact.scaleb(2) if percent else exact
    exponent = shown.as_tuple().exponent
    if isinstance(exponent, int) and (exponent > 0 or -exponent < decimals):
        shown = shown.quantize(Decimal(1).scaleb(-decimals))
    plain = format(shown, "f")
    return Cell(CellKind.NUMBER, f"{plain}%" if percent else plain, number=shown, percent=percent)


def covered(cell: Cell) -> Cell:
    """The same cell as a hidden part of a merged one."""
    return replace(cell, covered=True)
