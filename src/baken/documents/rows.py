# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of one table of figures: from the line below its header to where the table ends.

Where tables begin, and what they are called, is found in `figure_tables`.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from baken.model.errors import InputError

from .cells import find_definition, find_stray_cell, is_whole_number, split_cells
from .lines import SourceLine, join_text

__all__ = ["FigureRow", "TableTextError", "read_rows"]

# Longer than this it is no longer the text of a row, but what follows the table.
_LABEL_WORDS = 40
_ROW_WORDS = 150
_ROW_CHARACTERS = 5000


class TableTextError(InputError):
    """The text of a table cannot be read as rows; the message is one line that names the source line."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row: its label, its definition (None without one) and the literal text of each cell ("28,6", "GM").

    `lines` are its first and last source line, 1-based and both included.
    """

    label: str
    definition: str | None
    cells: tuple[str, ...]
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines from one row to the next; `flaw` tells what is wrong with the last, "" when it is a row."""

    lines: tuple[SourceLine, ...]
    label: str
    definition: str | None
    is_defined: bool
    cells: tuple[str, ...]
    flaw: str

    @property
    def is_loose(self) -> bool:
        """Tell a text with more sentences of which none defines a term, as in prose."""
        return self.definition is not None and not self.is_defined

    def may_be_row(self) -> bool:
        """Tell the text of a row from the text behind the table by its length."""
        label, rest = len(self.label.split()), len((self.definition or "").split())
        return label <= _LABEL_WORDS and label + rest <= _ROW_WORDS


def read_rows(
    lines: Sequence[SourceLine], columns: Sequence[str], marks: Collection[str]
) -> tuple[tuple[FigureRow, ...], int]:
    """Give the rows that the lines below a header begin with, and how many lines they take.

    Raises TableTextError for a row with too many or too few cells and for one without a label.
    """
    rows: list[FigureRow] = []
    used = widest = 0
    loose = False
    blocks = list(_blocks(lines, len(columns), marks))
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        first, last = block.lines[0], block.lines[-1]
        # Near the row above: on the same page, with no more blank lines between than seen so far.
        near = not rows or (first.gap <= widest and not first.new_page)
        if not block.may_be_row() or (block.is_loose and not near and not loose):
            break
        if block.flaw and not near and not (following and following.may_be_row() and not following.flaw):
            break
        _check(block, columns)
        widest, loose = max(widest, first.gap), loose or block.is_loose
        used += len(block.lines)
        rows.append(FigureRow(block.label, block.definition, block.cells, (first.number, last.number)))
    return tuple(rows), used


def _check(block: _Block, columns: Sequence[str]) -> None:
    where = f"line {block.lines[-1].number}"
    if block.flaw:
        raise TableTextError(f"{where}: {block.flaw}; expected {len(columns)} cells, for {' '.join(columns)}")
    if not block.label:
        raise TableTextError(
            f"{where}: a row of figures without a label; expected a label above or before it"
        )


def _blocks(lines: Sequence[SourceLine], count: int, marks: Collection[str]) -> Iterator[_Block]:
    """Cut the lines behind each row, also behind one that has the wrong number of cells."""
    held: list[SourceLine] = []
    text, starts = "", list[int]()
    for line in lines:
        held.append(line)
        words, cells = split_cells(line.text, marks, text)
        flaw = ""
        if len(cells) != count:
            in_definition = len(cells) == 1 and find_definition(text, starts) is not None
            flaw = _find_flaw(words, cells, count, marks, in_definition)
        if len(cells) != count and not flaw:
            words = line.text
        if words:
            text = join_text(text, words)
            starts.append(len(text) - len(words))
        if len(cells) == count or flaw:
            yield _block(held, text, starts, cells, flaw)
            held, text, starts = [], "", []
        if len(text) > _ROW_CHARACTERS:  # the table has ended; reading on would only take time
            return


def _block(held: list[SourceLine], text: str, starts: list[int], cells: tuple[str, ...], flaw: str) -> _Block:
    found = find_definition(text, starts)
    if found is None:
        return _Block(tuple(held), text, None, False, cells, flaw)
    at, is_defined = found
    return _Block(tuple(held), text[:at].rstrip(), text[at:], is_defined, cells, flaw)


def _find_flaw(
    words: str, cells: tuple[str, ...], count: int, marks: Collection[str], in_definition: bool
) -> str:
    """Tell what is wrong with a line that ends with another number of cells; "" when it is plain text."""
    if not cells:
        stray = find_stray_cell(words, count, marks)
        return f'"{stray}" is not a figure nor one of {", ".join(marks)}' if stray else ""
    if len(cells) == 1 and in_definition and words and is_whole_number(cells[0]):
        return ""
    return f"{len(cells)} cell{'s' if len(cells) > 1 else ''} ({' '.join(cells)})"
