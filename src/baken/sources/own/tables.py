# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Finding the sheet and the columns that a table of one's own stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baken.documents.sheets import Cell, Sheet, letters
from baken.model.errors import InputError
from baken.sources.own.texts import normal

_LETTER = re.compile(r"\[([A-Z]{1,2})\]", re.ASCII)


def choose_sheet(sheets: Sequence[Sheet], name: str, file: str) -> Sheet:
    """The sheet by its name, or the only one that can be seen.

    Raises:
        InputError: there is none of that name, or there are more.

    """
    if name and not (len(sheets) == 1 and sheets[0].is_text):
        found = [sheet for sheet in sheets if normal(sheet.name) == normal(name)]
    else:
        found = [sheet for sheet in sheets if not sheet.is_hidden]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"'{sheet.name}'" for sheet in sheets)
    what = f"there is no sheet '{name}'" if name else "there is not exactly one sheet to read"
    raise InputError(f"{what}; the file has: {names}.", where=file, do="Name the sheet.")


def hidden_notes(sheets: Sequence[Sheet], used: Sheet) -> tuple[str, ...]:
    """Which sheets are hidden, and what is special about the one that is read."""
    return (
        *(
            f"sheet '{sheet.name}' is hidden and is not read"
            for sheet in sheets
            if sheet.is_hidden and sheet is not used
        ),
        *(f"sheet '{used.name}' is hidden" for _ in range(used.is_hidden)),
        *(f"sheet '{used.name}': {note}" for note in used.notes),
    )


@dataclass(frozen=True, slots=True)
class Header:
    """The header row of a table: the row (counted from 0) and the column of each text in it."""

    sheet: Sheet
    row: int
    file: str

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the header row."""
        return self.sheet.rows[self.row]

    def column(self, name: str) -> int:
        """The column with a header, or with a letter.

        Raises:
            InputError: there is none, or there are two.

        """
        letter = _LETTER.fullmatch(name)
        width = max(len(cells) for cells in self.sheet.rows)
        if letter:
            found = [column for column in range(width) if letters(column) == letter[1]]
        else:
            found = [
                column
                for column, cell in enumerate(self.cells)
                if not cell.covered and cell.text and normal(cell.text) == normal(name)
            ]
        if len(found) == 1:
            return found[0]
        raise InputError(
            f"the column '{name}' {'stands there more than once' if found else 'is not there'}.",
            where=f"{self.file}, {self.sheet.place(self.row)}",
            do="Correct the mapping, or the number of the row with headers.",
        )


def find_header(sheet: Sheet, number: int, file: str) -> Header:
    """The header row by the number that a person knows it by.

    Raises:
        InputError: there is no such row.

    """
    for row in range(len(sheet.rows)):
        if sheet.number(row) == number and any(cell.text for cell in sheet.rows[row]):
            return Header(sheet, row, file)
    raise InputError(f"row {number} holds no headers.", where=file, do="Correct 'header' in the mapping.")


def repeats(header: Sequence[Cell], cells: Sequence[Cell], spots: Sequence[int]) -> bool:
    """Whether a row is the header once more, as above the second part of a table."""
    return all(
        column < len(cells)
        and column < len(header)
        and cells[column].text != ""
        and normal(cells[column].text) == normal(header[column].text)
        for column in spots
    )
