# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a part that is a table of separated values, by the names of its columns and line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from baken.model.errors import InputError
from baken.sources.protocols.replies import AGAIN

Row = dict[str, str]


def read_separated(
    data: bytes,
    part: str,
    *,
    encoding: str = "utf-8-sig",
    delimiter: str = ",",
    is_header: Callable[[list[str]], bool] = bool,
) -> Iterator[tuple[int, Row]]:
    """Yield (line number, row) below the header; columns without a name are left out.

    Args:
        data: the bytes of the part.
        part: its name, for messages.
        encoding: what the bytes are.
        delimiter: what stands between two cells.
        is_header: tells the header from lines above it.

    Raises:
        InputError: the bytes are no such text, there is no header or no row, or a row is of another length.

    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"the bytes are not {encoding} text.", where=part, do=AGAIN) from error
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    rows = 0
    try:
        for cells in reader:
            if not header:
                header = [cell.strip() for cell in cells] if is_header(cells) else []
            elif len(cells) != len(header):
                raise _short(len(cells), len(header), part, reader.line_num)
            else:
                rows += 1
                pairs = zip(header, cells, strict=True)
                yield reader.line_num, {name: cell.strip() for name, cell in pairs if name}
    except csv.Error as error:
        raise InputError(f"line {reader.line_num} is no row: {error}.", where=part, do=AGAIN) from error
    if not rows:
        raise InputError(f"the table has no {'rows' if header else 'header'}.", where=part, do=AGAIN)


def _short(found: int, expected: int, part: str, line: int) -> InputError:
    return InputError(f"line {line} has {found} cells where {expected} are expected.", where=part, do=AGAIN)


def column(names: Row, wanted: tuple[str, ...], part: str) -> str:
    """The name that a column has in this row, of the names that it had over the years.

    Raises:
        InputError: it has none of them; says which it should have.

    """
    for name in wanted:
        if name in names:
            return name
    raise InputError(f"there is no column '{wanted[0]}'.", where=part, do="The layout may have changed.")
