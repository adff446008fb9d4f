# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Makers of small workbooks, shared by the tests of reading tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import openpyxl

Rows = Iterable[Sequence[object]]
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
_KIND = "application/vnd.oasis.opendocument.spreadsheet"


def excel(path: Path, sheets: Mapping[str, Rows], change: Callable[[Any], object] | None = None) -> Path:
    """An Excel workbook; ``change`` does more to it before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change:
        change(book)
    book.save(path)
    return path


def ods(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """An OpenDocument workbook; a text that begins with ``<`` is taken as a cell in XML."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>{''.join(map(_row, rows))}</table:table>"
        for name, rows in sheets.items()
    )
    return ods_of(path, tables)


def ods_of(path: Path, tables: str, manifest: str = "") -> Path:
    """An OpenDocument workbook with these tables in XML."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.3">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    spaces = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _KIND, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml", f"<manifest:manifest {spaces}>{manifest}</manifest:manifest>"
        )
    return path


def _row(cells: Sequence[object]) -> str:
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str) and value.startswith("<table:"):
        return value
    if isinstance(value, str):
        return _filled('office:value-type="string"', escape(value))
    if isinstance(value, date):
        return _filled(f'office:value-type="date" office:date-value="{value}"', "x")
    return number_in_ods("float", f"{value}", f"{value}".replace(".", ","))


def number_in_ods(kind: str, value: str, shown: str) -> str:
    """A cell of an OpenDocument workbook with a number, and what a person sees of it."""
    return _filled(f'office:value-type="{kind}" office:value="{value}"', shown)


def _filled(attributes: str, shown: str) -> str:
    return f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"


def delimited(path: Path, rows: Rows, separator: str = ";", encoding: str = "utf-8") -> Path:
    """A text file as Excel writes it in Dutch: a decimal comma, and quotes where they are needed."""
    lines = [separator.join(_quoted(_shown(value), separator) for value in row) for row in rows]
    path.write_bytes("\r\n".join((*lines, "")).encode(encoding))
    return path


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value}".replace(".", ",")
    return "" if value is None else str(value)


def _quoted(text: str, separator: str) -> str:
    return f'"{text}"' if separator in text else text


def repacked(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The same workbook with its parts changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            new.writestr(one.filename, change(one.filename, old.read(one)))
    path.write_bytes(packed.getvalue())
    return path
