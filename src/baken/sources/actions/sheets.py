# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheets of a file that was handed in, with every text exactly as it was typed, line ends included.

``baken.documents.spreadsheets`` makes one line of the text of a cell, which suits labels of figures and not
texts of people. The guards against damaged, protected and far too large files are those of that room.
"""

from __future__ import annotations

import csv
import io
import math
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from baken.catalogue.files import LARGEST
from baken.documents.archive import protected, repack, unpack
from baken.documents.delimited import decoded
from baken.documents.looks import Look, SheetLook, damaged
from baken.documents.looks_excel import look_at_excel
from baken.documents.looks_ods import is_protected, look_at_ods
from baken.documents.sheets import EMPTY, Cell, CellKind, Sheet, covered, number_cell
from baken.model.errors import InputError
from baken.sources.actions.layout import HEADINGS
from baken.sources.actions.values import tidy
from baken.sources.own.texts import words

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NO_SHEET = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_DEEPEST = 50
_NOTHING = Look()


def sheets_of(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Every sheet of a workbook (.xlsx, .xlsm, .ods), or the one of a text file (.csv), told by its content.

    Args:
        data: the whole file.
        name: what the file is called, for messages only.

    Raises:
        InputError: no table, damaged, too large, protected with a password, or of Excel 97-2003.

    """
    path = Path(Path(name).name)
    if len(data) > LARGEST:
        raise InputError(f"the file is larger than {LARGEST // 2**20} MiB.", where=str(path), do="Give less.")
    if data.startswith(_OLD_OFFICE):
        raise protected(path) if _LOCKED in data else _no_table(path)
    if data.startswith(b"PK"):
        return _workbook(path, data)
    if data.startswith(_NO_SHEET) or not data.strip():
        raise _no_table(path)
    return (_text_sheet(path, data),)


def _no_table(path: Path) -> InputError:
    return InputError(
        "this is no spreadsheet that can be read.", where=str(path), do="Save it as .xlsx, .ods or .csv."
    )


def _workbook(path: Path, data: bytes) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    parts = unpack(path, data)
    if "xl/workbook.xml" in parts:
        looks = look_at_excel(parts, str(path))
    elif "content.xml" not in parts:
        raise _no_table(path)
    elif is_protected(parts, str(path)):
        raise protected(path)
    else:
        looks = look_at_ods(parts, str(path))
    try:
        with CalamineWorkbook.from_filelike(repack(parts)) as book:
            hidden = {one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible}
            if not looks or not set(looks) <= set(book.sheet_names):
                raise damaged(str(path))
            return tuple(
                _sheet(book.get_sheet_by_name(one), looks[one], is_hidden=one in hidden)
                for one in book.sheet_names
                if one in looks
            )
    except (CalamineError, ValueError, OverflowError) as error:
        raise damaged(str(path)) from error


def _sheet(sheet: CalamineSheet, look: SheetLook, *, is_hidden: bool) -> Sheet:
    values = sheet.to_python(skip_empty_area=False)
    rows = [
        [_cell(value, look.cells.get((row, column), _NOTHING)) for column, value in enumerate(line)]
        for row, line in enumerate(values)
    ]
    _fill_out(rows, look)
    for (top, left), (bottom, right) in (*(sheet.merged_cell_ranges or ()), *look.merged):
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if (row, column) != (top, left):
                    rows[row][column] = covered(rows[top][left])
    return Sheet(name=" ".join(sheet.name.split()) or "?", rows=tuple(map(tuple, rows)), is_hidden=is_hidden)


def _fill_out(rows: list[list[Cell]], look: SheetLook) -> None:
    """Everything that was seen in the sheet is there, also an error at its edge that no value came of."""
    for (row, column), seen in look.cells.items():
        rows += [[] for _ in range(row + 1 - len(rows))]
        missing = column + 1 - len(rows[row])
        if missing > 0:
            rows[row] += [EMPTY] * missing
            rows[row][column] = _cell("", seen)


def _cell(value: object, look: Look) -> Cell:
    if look.error or (look.filled and value == ""):
        return Cell(CellKind.ERROR, look.error or "a value that cannot be read")
    if isinstance(value, bool):
        return Cell(CellKind.TEXT, str(value).lower())
    if isinstance(value, int | float):
        known = math.isfinite(value)
        return number_cell(value, look.decimals, percent=look.percent) if known else Cell(CellKind.ERROR, "?")
    if isinstance(value, datetime):
        whole = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        day = value.date() if whole else None
        return Cell(CellKind.DATE if day else CellKind.TEXT, str(day or value), day=day)
    if isinstance(value, date):
        return Cell(CellKind.DATE, value.isoformat(), day=value)
    return _text(str(value))


def _text(value: str) -> Cell:
    text = tidy(value)
    return Cell(CellKind.TEXT, text) if text else EMPTY


def _text_sheet(path: Path, data: bytes) -> Sheet:
    """The separator is the one by which most headings are known."""
    text = decoded(data)
    if text is None:
        raise _no_table(path)
    tried = [_rows(path, text, one) for one in (";", ",", "\t")]
    rows = max(tried, key=_known)
    return Sheet(
        name="",
        lines=tuple(line for line, _ in rows),
        rows=tuple(tuple(map(_text, cells)) for _, cells in rows),
    )


def _known(rows: list[tuple[int, list[str]]]) -> int:
    return max((sum(words(cell) in HEADINGS for cell in cells) for _, cells in rows[:_DEEPEST]), default=0)


def _rows(path: Path, text: str, separator: str) -> list[tuple[int, list[str]]]:
    """The rows with the line of the file that each begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"not a valid row: {error}.", where=f"{path}, line {line}") from error
    return rows
