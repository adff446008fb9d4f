# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Writing sheets with openpyxl: tables with a marked header, real numbers, and texts that stay texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from baken.publications.workbook.model import Column, Number, TableSheet, Value

HEADER_ROW = 3
_LARGEST_TEXT = 32_000
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
_FORMULA = ("=", "+", "-", "@")
_DARK, _LINE = "1F3864", "D0D5DD"
_TITLE = Font(name="Calibri", size=16, bold=True, color=_DARK)
_BODY = Font(name="Calibri", size=11)
_BOLD = Font(name="Calibri", size=11, bold=True)
_LINK = Font(name="Calibri", size=11, underline="single", color="0B5CAD")
_HEADER = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
_FILL = PatternFill("solid", fgColor=_DARK)
_BELOW = Border(bottom=Side(style="thin", color=_LINE))
_PLAIN = Alignment(vertical="top", horizontal="left", indent=1)
_WRAPPED = Alignment(vertical="top", horizontal="left", indent=1, wrap_text=True)
_NUMBER = Alignment(vertical="top", horizontal="right", indent=1)
_HEADING = Alignment(vertical="center", horizontal="left", indent=1, wrap_text=True)
_NUMBER_HEADING = Alignment(vertical="center", horizontal="right", indent=1, wrap_text=True)
_HEADER_LINE, _LINE_HEIGHT = 16.0, 15.0
# So many letters fit in the width of one digit, which columns are measured in; the indent takes two.
_LETTERS, _INDENT = 1.1, 2
_FACT_WIDTHS = (26, 110)
_DATE = "yyyy-mm-dd"
Fact = tuple[str, str, str]


class SheetWriter:
    """Writes the sheets of one workbook. Each has ``footer`` below it on paper.

    The looks of a kind of cell are worked out once: that takes most of the time.
    """

    def __init__(self, book: Workbook, footer: str) -> None:
        """Start on a workbook."""
        self._book = book
        self._footer = footer
        self._looks: dict[tuple[str, bool], Any] = {}

    def write_table(self, sheet: TableSheet) -> None:
        """Add a sheet: title, note, and a table with a fixed header row and a filter on every column."""
        page = self._page(sheet.title, sheet.note)
        for number, column in enumerate(sheet.columns, start=1):
            _write_heading(page.cell(HEADER_ROW, number), column, numeric=sheet.is_numeric(number - 1))
            page.column_dimensions[get_column_letter(number)].width = column.width
        page.row_dimensions[HEADER_ROW].height = _HEADER_LINE * max(2, *map(_lines_of_heading, sheet.columns))
        for down, row in enumerate(sheet.rows, start=HEADER_ROW + 1):
            self._write_row(page, down, row, sheet.columns)
        page.freeze_panes = page.cell(HEADER_ROW + 1, sheet.fixed + 1)
        page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
        if sheet.rows:
            _mark_table(page, sheet)
        if sheet.printed:
            page.print_area = f"A1:{page.cell(HEADER_ROW + len(sheet.rows), sheet.printed).coordinate}"

    def write_facts(self, title: str, note: str, facts: Iterable[Fact]) -> None:
        """Add a sheet with names and what is said of each; the third part names a sheet that it leads to."""
        page = self._page(title, note)
        columns = tuple(Column("", width, wrapped=True) for width in _FACT_WIDTHS)
        for number, column in enumerate(columns, start=1):
            page.column_dimensions[get_column_letter(number)].width = column.width
        for down, (name, text, target) in enumerate(facts, start=HEADER_ROW):
            self._write_row(page, down, (name, text), columns)
            cell = page.cell(down, 1)
            cell.font = _LINK if target else _BOLD
            if target:
                quoted = target.replace("'", "''")
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1", display=name)

    def _page(self, title: str, note: str) -> Worksheet:
        page = self._book.create_sheet(title)
        for cell, text, font in ((page["A1"], title, _TITLE), (page["A2"], note, _BODY)):
            _write_value(cell, text)
            cell.font = font
        page.row_dimensions[1].height = 26
        page.sheet_view.showGridLines = False
        _lay_out(page, self._footer)
        return page

    def _write_row(self, page: Worksheet, down: int, row: Sequence[Value], columns: Sequence[Column]) -> None:
        lines = 1
        for number, (value, column) in enumerate(zip(row, columns, strict=True), start=1):
            cell = page.cell(down, number)
            self._give_look(cell, value, wrapped=column.wrapped)
            _write_value(cell, value)
            if column.wrapped and isinstance(value, str):
                lines = max(lines, len(wrap(value, int((column.width - _INDENT) * _LETTERS))))
        # No program works this out for a file that it opens.
        page.row_dimensions[down].height = _LINE_HEIGHT * lines

    def _give_look(self, cell: Cell, value: Value, *, wrapped: bool) -> None:
        shown = _number_format(value)
        known = self._looks.get((shown, wrapped))
        if known is None:
            cell.font, cell.border, cell.number_format = _BODY, _BELOW, shown
            cell.alignment = _NUMBER if isinstance(value, Number) else _WRAPPED if wrapped else _PLAIN
            self._looks[shown, wrapped] = copy(cell._style)
        else:
            cell._style = copy(known)


def _lines_of_heading(column: Column) -> int:
    return len(wrap(column.heading, column.width - _INDENT))


def _write_heading(cell: Cell, column: Column, *, numeric: bool) -> None:
    _write_value(cell, column.heading)
    cell.font, cell.fill, cell.alignment = _HEADER, _FILL, _NUMBER_HEADING if numeric else _HEADING


def _mark_table(page: Worksheet, sheet: TableSheet) -> None:
    last = page.cell(HEADER_ROW + len(sheet.rows), len(sheet.columns)).coordinate
    table = Table(displayName=sheet.name, ref=f"A{HEADER_ROW}:{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    page.add_table(table)


def _number_format(value: Value) -> str:
    if isinstance(value, Number):
        places = "." + "0" * value.decimals if value.decimals else ""
        return ("#,##0" if value.grouped else "0") + places
    return _DATE if isinstance(value, date) else "General"


def _write_value(cell: Cell, value: Value) -> None:
    """Whatever a text begins with, it is never a formula or an error, also when somebody edits it later."""
    if isinstance(value, Number):
        cell.value = float(value.value) if value.decimals else int(value.value)
    elif not isinstance(value, str):
        cell.value = value
    elif value:
        cell.value = _NOT_SHOWN.sub(" ", value)[:_LARGEST_TEXT]
        cell.data_type = "s"
        if value.startswith(_FORMULA):
            cell.quotePrefix = True


def _lay_out(page: Worksheet, footer: str) -> None:
    """Lying, as wide as the page, with the edition and the page number below."""
    setup: Any = page.page_setup
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.left.text, page.oddFooter.right.text = footer.replace("&", "&&"), "&P / &N"
