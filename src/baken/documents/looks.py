# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the reader of workbooks does not tell of a cell: errors, percent signs, decimals shown, merging.

It gives an empty cell where a formula failed, and 0.125 where a person sees 12.5%. So the sheets are
looked through first, here and in ``looks_excel`` and ``looks_ods``. That also finds cells so far off that
laying out the sheet would take all memory.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from baken.documents.sheets import letters
from baken.model.errors import InputError

MOST_CELLS = 1_000_000
Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of one cell. ``filled``: it holds something, so it may not come out empty."""

    filled: bool = False
    percent: bool = False
    decimals: int = 0
    shown: str = ""
    error: str = ""


@dataclass(slots=True)
class SheetLook:
    """What was seen of one sheet; places are row and column, counted from 0."""

    where: str
    cells: dict[tuple[int, int], Look] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0
    last_row: int = -1
    last_column: int = -1

    def reach(self, row: int, column: int) -> None:
        """Note that the sheet has a cell there.

        Raises:
            InputError: the sheet would be larger than any table is.

        """
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)
        if (self.last_row + 1) * (self.last_column + 1) > MOST_CELLS:
            raise InputError(
                f"the sheet reaches as far as cell {letters(self.last_column)}{self.last_row + 1}.",
                where=self.where,
                do="Remove what stands far from the table, or split the table.",
            )


Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def look_through(
    data: bytes, where: str, start: Start, end: End | None = None, text: Text | None = None
) -> None:
    """Walk through a part of a workbook; names come without their namespace.

    Raises:
        InputError: it is not well-formed, or it defines entities, which no workbook needs.

    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise InputError("the file is damaged: it defines entities.", where=where, do="Save it again.")

    def started(name: str, attributes: dict[str, str]) -> None:
        start(_local(name), {_local(key): value for key, value in attributes.items()})

    def ended(name: str) -> None:
        if end:
            end(_local(name))

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged(where) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def damaged(where: str) -> InputError:
    """The refusal of a workbook that cannot be read."""
    return InputError(
        "the file is damaged, or not a workbook.",
        where=where,
        do="Open it, and save it again as .xlsx or .ods.",
    )


def whole(text: str, where: str, lowest: int = 0) -> int:
    """A whole number as it stands in a workbook.

    Raises:
        InputError: it is something else.

    """
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= lowest):
        raise damaged(where)
    return int(text)
