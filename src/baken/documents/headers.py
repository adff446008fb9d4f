# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The headers of tables of figures: which lines of years open a table, and which do not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .cells import split_cells, year_columns
from .lines import SourceLine
from .rows import TableTextError

__all__ = ["PREFACE", "Header", "find_headers", "is_source"]

# Lines above a header that may hold its heading and source, or the label of a row that it cuts in two.
PREFACE = 8


@dataclass(frozen=True, slots=True)
class Header:
    """The place of a header among the lines, and its years."""

    index: int
    columns: tuple[str, ...]


def find_headers(
    lines: Sequence[SourceLine], marks: Collection[str]
) -> tuple[tuple[SourceLine, ...], list[Header]]:
    """Give the lines without the headers that a next page repeats, and the place of the other headers."""
    kept: list[SourceLine] = []
    headers: list[Header] = []
    new_page = False
    for line in lines:
        columns = year_columns(line.text)
        if columns and headers:
            open_text = _open_text(kept, headers[-1], marks)
            if columns == headers[-1].columns and _is_repeated(line, open_text):
                new_page = new_page or line.new_page
                continue
            _refuse_doubtful(line, columns, headers[-1].columns, open_text)
        if columns:
            headers.append(Header(len(kept), columns))
        kept.append(replace(line, new_page=True) if new_page else line)
        new_page = False
    return tuple(kept), headers


def _open_text(lines: Sequence[SourceLine], header: Header, marks: Collection[str]) -> list[SourceLine]:
    """Give the lines read since the last row of the table that is open."""
    start = len(lines)
    while start > header.index + 1 and len(split_cells(lines[start - 1].text, marks)[1]) != len(
        header.columns
    ):
        start -= 1
    return list(lines[start:])


def _is_repeated(line: SourceLine, open_text: Sequence[SourceLine]) -> bool:
    """Tell a header that stands again on top of a page or between two rows; a new table has text above."""
    return not open_text or (line.new_page and _may_be_label(open_text))


def _refuse_doubtful(
    line: SourceLine, columns: tuple[str, ...], open_columns: tuple[str, ...], open_text: Sequence[SourceLine]
) -> None:
    """Refuse years that may be counts: as many as the open table has columns, behind a likely label."""
    steps = {int(right) - int(left) for left, right in pairwise(columns)}
    regular = columns == open_columns or (len(columns) > 2 and len(steps) == 1)
    if len(columns) == len(open_columns) and open_text and _may_be_label(open_text) and not regular:
        raise TableTextError(
            f'line {line.number}: "{line.text}" may be a header of years or a row of figures; expected '
            'a line that begins with "Bron" above a header, or the label on the line of the figures'
        )


def _may_be_label(open_text: Sequence[SourceLine]) -> bool:
    return len(open_text) <= PREFACE and not any(is_source(above) for above in open_text)


def is_source(line: SourceLine) -> bool:
    """Tell a line that names where a table comes from."""
    return line.text.split()[0].rstrip(":") in {"Bron", "Bronnen"}
