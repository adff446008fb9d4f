# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Text files with a table: comma, semicolon or tab between the cells, in the encodings that Excel writes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice
from pathlib import Path

from baken.catalogue.files import where
from baken.documents.sheets import Sheet, text_cell
from baken.model.errors import InputError

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# So many rows tell which separator a file has.
_LOOKED_AT = 200
_Rows = list[tuple[int, list[str]]]


def read_delimited(path: Path, data: bytes) -> Sheet:
    """Read the bytes of a text file as one sheet, blank lines left out.

    Raises:
        InputError: it is not text, a quote stays open, or two separators are as likely.

    """
    text = decoded(data)
    if text is None:
        raise InputError(
            "the file is not readable text.", where=where(path), do="Save it again as CSV in UTF-8."
        )
    said, skipped = _said_separator(text)
    if skipped:
        text = text.partition("\n")[2]
    separator = said or _separator(path, text)
    rows = _rows(path, text, separator, skipped)
    return Sheet(
        name="",
        lines=tuple(line for line, _ in rows),
        rows=tuple(tuple(text_cell(cell, where(path, line)) for cell in cells) for line, cells in rows),
    )


def decoded(data: bytes) -> str | None:
    """UTF-8 if it can be, with or without a mark; else the code page of Western Windows. None: no text."""
    mark = next((name for start, name in _BYTE_ORDER_MARKS.items() if data.startswith(start)), "")
    for encoding in (mark,) if mark else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return None


def _said_separator(text: str) -> tuple[str, int]:
    """The separator that a first line ``sep=;`` names, as Excel understands it, and the lines to skip."""
    first = text.partition("\n")[0].rstrip("\r")
    said = first[4:] if first.lower().startswith("sep=") else ""
    return (said, 1) if said in _SEPARATORS else ("", 0)


def _separator(path: Path, text: str) -> str:
    """The separator that gives most rows the same number of cells, and then the most cells.

    Decimal commas cut rows too, but not the row with the names of the columns.
    """
    scores = {one: _score(text, one) for one in _SEPARATORS}
    best = max(scores.values())
    if best == (0, 0):
        return ","
    found = [one for one, score in scores.items() if score == best]
    if len(found) > 1:
        raise InputError(
            f"the cells may be separated by {' or by '.join(_SEPARATORS[one] for one in found)}.",
            where=where(path),
            do=f"Put a first line 'sep={found[-1]}' above the table, with the right one.",
        )
    return found[0]


def _score(text: str, separator: str) -> tuple[int, int]:
    """How many rows have the usual number of cells above one, and that number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    widths: Counter[int] = Counter()
    try:
        widths.update(len(cells) for cells in islice(reader, _LOOKED_AT) if len(cells) > 1)
    except csv.Error:
        return 0, 0
    width, count = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return count, width


def _rows(path: Path, text: str, separator: str, skipped: int) -> _Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [(reader.line_num + skipped, cells) for cells in reader if any(map(str.strip, cells))]
    except csv.Error as error:
        raise InputError(
            f"not a valid row: {error}.", where=where(path, reader.line_num + skipped)
        ) from error
