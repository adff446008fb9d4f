# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Putting a document together: blocks are added in reading order, cleaned, and laid end to end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baken.documents.document import Block, BlockKind, Document, Form, Link, Origin
from baken.model.errors import InputError
from baken.model.remark import Span

MOST_CHARACTERS = 5_000_000
# Marks that nobody sees, control characters, and halves of characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff"
    "\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
)
# Word processors write the bullets of a symbol font as private-use characters U+F020 to U+F0FF.
_BULLET = re.compile("(?:[\uf020-\uf0ff•▪◦‣●○■□➢➤✓✔►▶·]|[-–—*](?= |$))\\s*")
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)])\s+\S")


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """Where one link leads to. All the pieces that hold the same object are one link."""

    address: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a block; ``at`` is its offset in the source text of the block, where there is one."""

    text: str
    target: Target | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block comes from; ``origins`` are offsets in its source text, with page and line."""

    page: int = 0
    line: int = 0
    origins: tuple[Origin, ...] = ()


NOWHERE = Spot()


def clean(text: str) -> str:
    """The text without marks that nobody sees, accents composed; every run of white space one space."""
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text) if "  " in text else text
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text).translate(_LIGATURES))
    return _SPACES.sub(" ", seen)


class Draft:
    """A document that is being read."""

    def __init__(self, name: str, form: Form, where: str = "") -> None:
        self.name, self.form, self.where = name, form, where
        self.texts: list[str] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.origins: list[Origin] = []
        self.length = 0

    def add(self, pieces: Iterable[Piece], kind: BlockKind, spot: Spot = NOWHERE) -> None:
        """Put a block behind the others; one without text is left out.

        A bullet at the start goes; a paragraph that begins with a bullet, a number or a letter is an item.

        Raises:
            InputError: the document becomes longer than any document is.

        """
        laid = _Laid(pieces)
        text, cut = laid.text.rstrip(), 0
        if kind is not BlockKind.ROW and (bullet := _BULLET.match(text)):
            cut = bullet.end()
            kind = BlockKind.ITEM if kind is BlockKind.PARAGRAPH else kind
        elif kind is BlockKind.PARAGRAPH and _NUMBERED.match(text):
            kind = BlockKind.ITEM
        text = text[cut:]
        if not text:
            return
        start = self.length
        self.length += len(text) + 1
        if self.length > MOST_CHARACTERS:
            raise InputError(
                f"the text is longer than {MOST_CHARACTERS:,} characters.",
                where=self.where,
                do="Split the document.",
            )
        self.texts.append(text)
        self.blocks.append(Block(Span(start, start + len(text)), kind, spot.page, spot.line))
        for first, last, target in laid.links:
            span = Span(*(start + min(max(0, at - cut), len(text)) for at in (first, last)))
            if span.start < span.end:
                self.links.append(Link(span, target.address))
        for origin in spot.origins:
            at = min(max(0, laid.place(origin.offset) - cut), len(text) - 1)
            self.origins.append(Origin(start + at, origin.page, origin.line))

    def done(self, pages: int = 0, unread: int = 0, anchors: Iterable[str] = ()) -> Document:
        """The document."""
        return Document(
            name=self.name,
            form=self.form,
            text="\n".join(self.texts),
            blocks=tuple(self.blocks),
            links=tuple(self.links),
            pages=pages,
            unread_pages=unread,
            anchors=frozenset(anchors),
            origins=tuple(self.origins),
        )

    def filled(self, pages: int = 0, unread: int = 0, anchors: Iterable[str] = ()) -> Document:
        """The document, which must hold text.

        Raises:
            InputError: it holds none.

        """
        if not self.blocks:
            raise InputError(
                "the document holds no text.", where=self.where, do="Give the file that holds the words."
            )
        return self.done(pages, unread, anchors)


class _Laid:
    """Pieces laid end to end, cleaned, with the places of their links."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        parts: list[str] = []
        self.links: list[tuple[int, int, Target]] = []
        self.starts: list[tuple[int, int]] = []
        length, open_end = 0, True
        for piece in pieces:
            part = clean(piece.text)
            if open_end:
                part = part.lstrip()
            self.starts.append((piece.at, length))
            if not part:
                continue
            parts.append(part)
            if piece.target:
                self._link(length, length + len(part), piece.target, part)
            length += len(part)
            open_end = part.endswith(" ")
        self.text = "".join(parts)

    def _link(self, start: int, end: int, target: Target, part: str) -> None:
        start += len(part) - len(part.lstrip())
        end -= len(part) - len(part.rstrip())
        if self.links and self.links[-1][2] is target:
            start = self.links.pop()[0]
        self.links.append((start, max(start, end), target))

    def place(self, at: int) -> int:
        """Where the character of the source text that stands at an offset has come to."""
        source, laid = 0, 0
        for begin, place in self.starts:
            if begin > at:
                return min(laid + at - source, place)
            source, laid = begin, place
        return laid + at - source


def joined(cells: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The cells of a row of a table as the pieces of one block."""
    row: list[Piece] = []
    for number, cell in enumerate(cells):
        if number:
            row.append(Piece(" | "))
        row += cell
    return row
