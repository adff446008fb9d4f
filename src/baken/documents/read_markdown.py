# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Markdown as a document: headings, items, tables and notes; blocks of code are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from baken.documents.document import BlockKind, Document, Form, Origin
from baken.documents.read_inline import markdown_pieces
from baken.documents.read_pieces import MOST_CHARACTERS, Draft, Piece, Spot, joined
from baken.model.errors import InputError

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|(\d{1,9}[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?){1,20}")
_DEFINED = re.compile(r" {0,3}\[([^\[\]^][^\[\]]{0,200})\]:[ \t]*<?([^\s<>]{0,2000})>?")
_NOTE = re.compile(r" {0,3}\[\^[^\[\]\s]{1,50}\]:[ \t]*")
_DIVIDER = re.compile(r"[ \t]*:?-+:?[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_NOT_IN_SLUG = re.compile(r"[^\w\- ]")


def markdown_document(text: str, name: str, place: str = "") -> Document:
    """A text in Markdown.

    Raises:
        InputError: it is longer than any document is.

    """
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            f"the text is longer than {MOST_CHARACTERS:,} characters.", where=place, do="Split the document."
        )
    lines = re.split(r"\r\n|\r|\n|\f", _without_comments(text))
    references = {found[1].casefold(): found[2] for line in lines if (found := _DEFINED.match(line))}
    reader = _Reader(Draft(name, Form.MARKDOWN, place), references)
    for number, line in enumerate(lines[_front_matter(lines) :], _front_matter(lines) + 1):
        reader.take(number, line)
    reader.flush()
    return reader.draft.done(anchors=reader.anchors)


def _without_comments(text: str) -> str:
    """The text without HTML comments; their line ends stay, so that lines keep their number."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join([*parts, text[at:]])


def _front_matter(lines: list[str]) -> int:
    """How many lines at the start hold settings between two lines of dashes."""
    if lines[0].rstrip() != "---":
        return 0
    ends = (number for number, line in enumerate(lines[1:200], 1) if line.rstrip() in ("---", "..."))
    return next(ends, -1) + 1


@dataclass(slots=True)
class _Reader:
    """Takes the lines one by one; the lines of one block wait until it ends."""

    draft: Draft
    references: dict[str, str]
    anchors: set[str] = field(default_factory=set)
    fence: str = ""
    waiting: list[tuple[int, str]] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    in_table: bool = False

    def take(self, number: int, line: str) -> None:
        """Read one more line."""
        if self.fence:
            if line.strip().startswith(self.fence) and not line.strip().strip(self.fence[0]):
                self.fence = ""
            return
        if found := _FENCE.match(line):
            self.flush()
            self.fence = found[1]
            return
        if quoted := _QUOTE.match(line):
            line = line[quoted.end() :]
        if not line.strip():
            self.flush()
        elif not (self._takes_table(number, line) or self._takes_heading(number, line)):
            self._takes_text(number, line)

    def _takes_table(self, number: int, line: str) -> bool:
        cells = _cells(line)
        if self.in_table and _PIPE.search(line):
            self._row(number, cells)
            return True
        is_divider = _PIPE.search(line) and all(_DIVIDER.match(cell) for cell in cells)
        if is_divider and len(self.waiting) == 1 and len(_cells(self.waiting[0][1])) == len(cells):
            head, words = self.waiting.pop()
            self._row(head, _cells(words))
            self.in_table = True
            return True
        return False

    def _row(self, number: int, cells: list[str]) -> None:
        pieces = [markdown_pieces(cell.replace("\\|", "|").strip(), self.references) for cell in cells]
        if any(piece.text.strip() for cell in pieces for piece in cell):
            self.draft.add(joined(pieces), BlockKind.ROW, Spot(line=number))

    def _takes_heading(self, number: int, line: str) -> bool:
        if found := _HEADING.match(line):
            self.flush()
            words = line[found.end() :].rstrip()
            closed = words.rstrip("#")
            self._start(BlockKind.HEADING, number, closed if closed.endswith((" ", "\t")) else words)
            self.flush()
            return True
        if self.waiting and self.kind is BlockKind.PARAGRAPH and _UNDERLINE.match(line):
            self.kind = BlockKind.HEADING
            self.flush()
            return True
        if _RULE.match(line):
            self.flush()
            return True
        return False

    def _takes_text(self, number: int, line: str) -> None:
        if _DEFINED.match(line) and not self.waiting:
            return
        if found := _NOTE.match(line):
            self._start(BlockKind.NOTE, number, line[found.end() :])
        elif found := _ITEM.match(line):
            number_of_item = f"{found[1]} " if found[1] else ""
            self._start(BlockKind.ITEM, number, number_of_item + line[found.end() :])
        else:
            if self.in_table or not self.waiting:
                self._start(BlockKind.PARAGRAPH, number, line)
                return
            self.waiting.append((number, line))

    def _start(self, kind: BlockKind, number: int, words: str) -> None:
        self.flush()
        self.kind = kind
        self.waiting.append((number, words))

    def flush(self) -> None:
        """End the block that waits."""
        self.in_table = False
        if not self.waiting:
            return
        text, origins = "", []
        parts: list[str] = []
        length = 0
        for number, line in self.waiting:
            words = line.strip().removesuffix("\\")
            origins.append(Origin(length, 0, number))
            parts.append(words)
            length += len(words) + 1
        text = " ".join(parts)
        pieces = markdown_pieces(text, self.references)
        self.draft.add(pieces, self.kind, Spot(line=self.waiting[0][0], origins=tuple(origins)))
        if self.kind is BlockKind.HEADING:
            self.anchors.add(_slug(pieces))
        self.waiting.clear()
        self.kind = BlockKind.PARAGRAPH


def _slug(pieces: list[Piece]) -> str:
    """The name by which links lead to a heading."""
    words = "".join(piece.text for piece in pieces).strip().casefold()
    return _NOT_IN_SLUG.sub("", words).replace(" ", "-")


def _cells(line: str) -> list[str]:
    inside = line.strip()
    if inside.startswith("|"):
        inside = inside[1:]
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return _PIPE.split(inside)
