# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the sheets of a table that a person made: a text file, or a workbook of Excel or OpenDocument.

Nothing of a workbook is run. What cannot be read with certainty is refused, and so is a file that would
take all memory. Sheets that are hidden come along, and say so.
"""

from __future__ import annotations

import math
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from baken.catalogue.files import read_bytes, where
from baken.documents.archive import protected, repack, unpack
from baken.documents.delimited import read_delimited
from baken.documents.looks import Look, Range, SheetLook, damaged
from baken.documents.looks_excel import look_at_excel
from baken.documents.looks_ods import is_protected, look_at_ods
from baken.documents.sheets import EMPTY, Cell, CellKind, Sheet, covered, letters, number_cell, text_cell
from baken.model.errors import InputError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

TEXT_FILES = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NOTHING = Look()


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Read every sheet with cells, in the order of the file.

    Args:
        path: a .csv, .tsv, .txt, .xlsx, .xlsm or .ods file.

    Raises:
        InputError: it is none of these, damaged, too large, protected with a password, or of Excel 97-2003.

    """
    suffix = path.suffix.lower()
    if suffix not in (*TEXT_FILES, *WORKBOOKS, ".xls", ".xlsb"):
        raise InputError(
            f"a file that ends in '{path.suffix}' is no table.",
            where=where(path),
            do=f"Give one of: {', '.join((*TEXT_FILES, *WORKBOOKS))}.",
        )
    data = read_bytes(path)
    if data.startswith(_OLD_OFFICE):
        raise protected(path) if _LOCKED in data else _too_old(path)
    if data.startswith(b"PK"):
        return _workbook(path, data)
    if suffix in TEXT_FILES:
        return (read_delimited(path, data),)
    raise damaged(where(path))


def _too_old(path: Path) -> InputError:
    return InputError(
        "this is a workbook of Excel 97-2003, which does not tell errors from empty cells.",
        where=where(path),
        do="Open it in Excel or LibreOffice and save it as .xlsx.",
    )


def _workbook(path: Path, data: bytes) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    parts = unpack(path, data)
    if "xl/workbook.xml" in parts:
        looks = look_at_excel(parts, where(path))
    elif is_protected(parts, where(path)):
        raise protected(path)
    else:
        looks = look_at_ods(parts, where(path))
    try:
        with CalamineWorkbook.from_filelike(repack(parts)) as book:
            hidden = {one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible}
            if not looks or not set(looks) <= set(book.sheet_names):
                raise damaged(where(path))
            return tuple(
                _sheet(book.get_sheet_by_name(name), looks[name], is_hidden=name in hidden)
                for name in book.sheet_names
                if name in looks
            )
    except (CalamineError, ValueError, OverflowError) as error:
        raise damaged(where(path)) from error


def _sheet(sheet: CalamineSheet, look: SheetLook, *, is_hidden: bool) -> Sheet:
    merged = [*(sheet.merged_cell_ranges or ()), *look.merged]
    values = sheet.to_python(skip_empty_area=False)
    rows = [
        [_cell(value, look, row, column) for column, value in enumerate(line)]
        for row, line in enumerate(values)
    ]
    _check_all_there(rows, look)
    _cover(rows, merged, look.where)
    return Sheet(
        name=text_cell(sheet.name, look.where).text or "without a name",
        rows=tuple(tuple(line) for line in rows),
        is_hidden=is_hidden,
        notes=_notes(look, merged),
    )


def _cell(value: object, sheet: SheetLook, row: int, column: int) -> Cell:
    look = sheet.cells.get((row, column), _NOTHING)
    if look.error or (look.filled and value == ""):
        return Cell(CellKind.ERROR, look.error or "a value that cannot be read")
    if isinstance(value, bool):
        return Cell(CellKind.TEXT, str(value).lower())
    if isinstance(value, int | float):
        if not math.isfinite(value):
            return Cell(CellKind.ERROR, str(value))
        return number_cell(value, look.decimals, percent=look.percent)
    if isinstance(value, date):
        return _date_cell(value)
    return text_cell(str(value), f"{sheet.where}, cell {letters(column)}{row + 1}")


def _date_cell(value: date) -> Cell:
    """A day, or the text of a moment that has a time of day."""
    midnight = not isinstance(value, datetime) or value == datetime(value.year, value.month, value.day)
    day = date(value.year, value.month, value.day) if midnight else None
    return Cell(CellKind.DATE if day else CellKind.TEXT, str(day or value), day=day)


def _check_all_there(rows: list[list[Cell]], look: SheetLook) -> None:
    """Everything that was seen in the sheet must have come out of it."""
    for row, column in look.cells:
        if row >= len(rows) or column >= len(rows[row]):
            width = max(len(rows[0]) if rows else 0, look.last_column + 1)
            rows += [[] for _ in range(row + 1 - len(rows))]
            for line in rows:
                line.extend([EMPTY] * (width - len(line)))
            rows[row][column] = _cell("", look, row, column)


def _cover(rows: list[list[Cell]], merged: list[Range], where: str) -> None:
    """Let every part of a merged cell say what the cell says."""
    taken: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in merged:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if (row, column) in taken:
                    raise damaged(where)
                taken.add((row, column))
                if (row, column) != (top, left):
                    rows[row][column] = covered(rows[top][left])


def _notes(look: SheetLook, merged: list[Range]) -> tuple[str, ...]:
    spots = [
        f"{letters(left)}{top + 1}:{letters(right)}{low + 1}" for (top, left), (low, right) in merged[:5]
    ]
    more = f" and {len(merged) - 5} more" if len(merged) > 5 else ""
    return (
        *([f"hidden rows are read too: {look.hidden_rows}"] if look.hidden_rows else []),
        *(["hidden columns are read too"] if look.hidden_columns else []),
        *([f"merged cells: {', '.join(spots)}{more}"] if spots else []),
    )
