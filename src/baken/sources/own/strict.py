# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The strict layout of a table of figures, found in a text file or among the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baken.documents.sheets import Cell, CellKind, Sheet
from baken.model.errors import InputError
from baken.sources.figure_table import COLUMNS, REQUIRED
from baken.sources.own.layout import column_of
from baken.sources.own.periods import read_period

Rows = Iterator[tuple[str, dict[str, str]]]
# Explaining words may stand above the table.
_DEEPEST_HEADER = 50


def find_strict(sheets: Sequence[Sheet], name: str, file: str) -> tuple[Sheet, int] | None:
    """The sheet in the strict layout and the row of its header; nothing where no sheet is so.

    Raises:
        InputError: more than one sheet is so, and none was named.

    """
    if name and not (len(sheets) == 1 and sheets[0].is_text):
        asked = [sheet for sheet in sheets if sheet.name == name]
    else:
        asked = [sheet for sheet in sheets if not sheet.is_hidden]
    found = [(sheet, row) for sheet in asked for row in _header(sheet)]
    if len(found) > 1:
        names = ", ".join(sheet.place(row) for sheet, row in found)
        raise InputError(
            f"more than one table has the columns of figures: {names}.", where=file, do="Name the sheet."
        )
    return next(iter(found), None)


def _header(sheet: Sheet) -> list[int]:
    return [
        row
        for row, cells in enumerate(sheet.rows[:_DEEPEST_HEADER])
        if set(REQUIRED) <= {column_of(cell.text) for cell in cells}
    ]


def strict_rows(sheet: Sheet, header: int, file: str) -> Rows:
    """The rows below the header, each with its place and its texts by column.

    Raises:
        InputError: a column is unknown or stands twice, or a cell does not fit in the layout.

    """
    names = [cell.text for cell in sheet.rows[header]]
    while names and not names[-1]:
        names.pop()
    columns = [column_of(name) for name in names]
    unknown = next((name for name, one in zip(names, columns, strict=True) if _is_wrong(one, columns)), None)
    if unknown is not None:
        raise InputError(
            f"the column '{unknown}' is not known, or stands there twice.",
            where=f"{file}, {sheet.place(header)}",
            do=f"Known: {', '.join(COLUMNS)}.",
        )
    for row in range(header + 1, len(sheet.rows)):
        cells = sheet.rows[row]
        if not any(cell.kind is not CellKind.EMPTY for cell in cells):
            continue
        check_width(sheet, row, len(names), file)
        texts = {}
        for column, name in enumerate(columns):
            if not name:
                continue
            try:
                texts[name] = _text(cells[column] if column < len(cells) else Cell(), name)
            except InputError as error:
                place = f"{file}, {sheet.place(row, column)}"
                raise InputError(error.what, where=place, do=error.do) from error
        yield sheet.place(row), texts


def _is_wrong(column: str | None, columns: Sequence[str | None]) -> bool:
    """Whether nobody knows a column, or it stands there twice; what only explains may."""
    return column is None or (column != "" and columns.count(column) > 1)


def check_width(sheet: Sheet, row: int, expected: int, file: str) -> None:
    """Refuse a row that has other cells than the header: in a text file more or fewer, in a sheet beyond it.

    Raises:
        InputError: names the row.

    """
    cells = sheet.rows[row]
    beyond = any(cell.kind is not CellKind.EMPTY for cell in cells[expected:])
    if beyond or (sheet.is_text and len(cells) < expected):
        raise InputError(
            f"{len(cells)} cells where {expected} are expected.",
            where=f"{file}, {sheet.place(row)}",
            do="A decimal comma or an unquoted separator splits a cell; put quotation marks around it.",
        )


def _text(cell: Cell, name: str) -> str:
    if cell.kind is CellKind.ERROR:
        raise InputError(f"the cell holds an error ({cell.text}).", do="Correct it in the file.")
    if cell.covered:
        raise InputError("this is a hidden part of a merged cell.", do="Split the cell.")
    if cell.kind is CellKind.DATE and name == "period":
        return read_period(cell, "month", {})
    if cell.kind is CellKind.DATE and name not in ("literal", "annotation"):
        raise InputError(
            f"a date ({cell.text}) stands in column '{name}'.", do="Type the cell again as text."
        )
    if cell.percent and name == "value":
        return cell.text.removesuffix("%")
    return cell.text
