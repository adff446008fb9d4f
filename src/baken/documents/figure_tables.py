# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of figures, rebuilt from the plain text of a document.

A line of years opens a table and tells how many cells each row has. Text gathers until a line ends with
that many cells; that text is then the row's label, and its definition if it has one. What the rows mean, and
turning cells into numbers, is done elsewhere. What can be read in two ways is refused rather than guessed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from .headers import PREFACE, find_headers, is_source
from .lines import SourceLine, join_text, read_lines
from .rows import FigureRow, TableTextError, read_rows

__all__ = ["FigureRow", "FigureTable", "TableTextError", "read_figure_tables"]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table as it stands in the document; each row has as many cells as there are `columns` (years).

    `heading` and `source_text` (from "Bron" on) are "" when the document has none.
    """

    heading: str
    source_text: str
    columns: tuple[str, ...]
    rows: tuple[FigureRow, ...]


def read_figure_tables(text: str, *, marks: Collection[str] = ("GM",)) -> tuple[FigureTable, ...]:
    """Give the tables of figures in a plain-text document, in order; a document without any gives ().

    `marks` are the words that may stand in a cell in place of a number, such as "GM" (not measured). Raises
    TableTextError, in one line with the source line's number, for a row with too many or too few cells, a row
    without a label and a line of years that may be a header as well as a row.
    """
    lines, headers = find_headers(read_lines(text), marks)
    tables: list[FigureTable] = []
    since = 0
    for header, following in zip_longest(headers, headers[1:]):
        end = following.index if following else len(lines)
        rows, used = read_rows(lines[header.index + 1 : end], header.columns, marks)
        if rows:
            heading, source = _read_preface(lines[max(since, header.index - PREFACE) : header.index])
            since = header.index + 1 + used
            if not source:
                source, taken = _source_below(lines[since:end])
                since += taken
            tables.append(FigureTable(heading, source, header.columns, rows))
    return tuple(tables)


def _read_preface(lines: Sequence[SourceLine]) -> tuple[str, str]:
    """Give the heading and the source of a table from the lines above its header."""
    at = next((index for index in range(len(lines) - 1, -1, -1) if is_source(lines[index])), len(lines))
    start = at - 1
    while start > 0 and lines[start].text[0].islower():  # the second half of a heading
        start -= 1
    heading = _joined(lines[max(start, 0) : at])
    return "" if heading.endswith(".") else heading, _joined(lines[at:])


def _source_below(lines: Sequence[SourceLine]) -> tuple[str, int]:
    """Give the source that stands right below a table, and how many lines it takes."""
    if not lines or not is_source(lines[0]):
        return "", 0
    count = 1
    while count < len(lines) and lines[count].text[0].islower():
        count += 1
    return _joined(lines[:count]), count


def _joined(lines: Sequence[SourceLine]) -> str:
    text = ""
    for line in lines:
        text = join_text(text, line.text)
    return text
