# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a paper for the council holds beside the blocks of a book: points to decide, and places to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from baken.model.text import Language
from baken.publications.book.model import Bullets, Facts, Paragraph, words_of
from baken.publications.report_model import Table


@dataclass(frozen=True, slots=True)
class Point:
    """One point that the council is asked to decide. Proposal and decision show the same object."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """The points to decide, in order."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A place that a person fills in: its name, who does so, and what is known already.

    Without ``named`` the name stands before it on the same line.
    """

    name: str
    who: str
    filled: str = ""
    named: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words and places to fill in, such as the head of a decision."""

    parts: tuple[str | Field, ...]


Block = Paragraph | Bullets | Facts | Table | Points | Field | Line


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands below it. ``level`` is 1 for sections; ``page`` begins it on a new page."""

    title: str
    blocks: tuple[Block, ...] = ()
    level: int = 1
    page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper in one language. The day is the edition's, never a clock's."""

    language: Language
    title: str
    author: str
    day: date
    head: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()

    def texts(self) -> Iterator[str]:
        """Everything that is said in words, for whoever looks for terms."""
        for block in self.head:
            yield from _words(block)
        for part in self.parts:
            yield part.title
            for block in part.blocks:
                yield from _words(block)


def _words(block: Block) -> Iterator[str]:
    match block:
        case Points():
            yield from (one.words for one in block.points)
        case Line():
            yield from (one for one in block.parts if isinstance(one, str))
        case Field():
            yield block.filled
        case _:
            yield from words_of(block)
