# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a book holds: chapters, sections and blocks. Plain values in one language, no markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.text import Language
from baken.publications.report_model import Drawing, Table


class Voice(StrEnum):
    """How a paragraph is meant: plainly, as the message, as a note, or as the word for what is not there."""

    PLAIN = "plain"
    LEAD = "lead"
    NOTE = "note"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str
    voice: Voice = Voice.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """Lines without an order, or with one."""

    lines: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what is said of each."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its measure, where its figures come from, and what share of the width it takes."""

    drawing: Drawing
    source: str = ""
    share: float = 1.0


Block = Paragraph | Bullets | Facts | Figure | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; ``sections`` come after the blocks."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    def all_blocks(self) -> Iterator[Block]:
        """Every block, in the order in which they are read."""
        yield from self.blocks
        for one in self.sections:
            yield from one.all_blocks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A whole book. ``stamp`` says which edition this is; the day is the edition's, never a clock's."""

    language: Language
    title: str
    subtitle: str
    author: str
    day: date
    stamp: tuple[str, ...]
    chapters: tuple[Section, ...]

    def texts(self) -> Iterator[str]:
        """Everything that is said in words, for whoever looks for terms."""
        for chapter in self.chapters:
            yield from texts_of(chapter)


def texts_of(section: Section) -> Iterator[str]:
    """Everything that is said in a section and those below it, headings included."""
    yield section.title
    for block in section.blocks:
        yield from words_of(block)
    for one in section.sections:
        yield from texts_of(one)


def words_of(block: Block) -> Iterator[str]:
    """Everything that a block says in words."""
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.lines
        case Facts():
            yield from (word for pair in block.pairs for word in pair)
        case Figure():
            yield from (block.drawing.chart.title, block.drawing.measure, block.source)
            if block.drawing.table is not None:
                yield from words_of(block.drawing.table)
        case Table():
            yield from (block.caption, *block.headers)
            yield from (cell.text for row in block.rows for cell in row)
