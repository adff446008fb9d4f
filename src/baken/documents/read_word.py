# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Word documents (.docx): paragraphs, headings, items, tables, text boxes and notes.

Numbers that Word itself puts before headings and items are not in the file, and so not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from baken.catalogue.files import where
from baken.documents.document import BlockKind, Document, Form
from baken.documents.read_package import Package, Relation
from baken.documents.read_pieces import Draft, Piece, joined
from baken.documents.read_source import Kind, not_of_kind
from baken.documents.read_word_runs import SKIPPED, Words
from baken.documents.read_word_styles import Styles

_NOTE_KINDS = ("footnote", "endnote")
_MOST_SPANNED = 60
_LONGEST_BOLD_HEADING = 100
_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")
_STARTS_ITEM = re.compile("\\s*(?:[\uf020-\uf0ff•▪◦‣●○■–—-]|\\d{1,2}[.)]|[a-z][.)])\\s*\\S")


def read_word(path: Path, data: bytes) -> Document:
    """A Word document.

    Raises:
        InputError: damaged, protected, of another kind, too large, or without text.

    """
    package = Package(path, data, Kind.WORD)
    main = package.main()
    body = package.tree(main).find("body")
    if body is None:
        raise not_of_kind(path, Kind.WORD)
    reader = _Reader(package, main, Draft(path.name, Form.WORD, where(path)))
    reader.blocks(body)
    return reader.draft.filled(anchors=reader.anchors)


class _Reader:
    """Walks through a document."""

    def __init__(self, package: Package, main: str, draft: Draft) -> None:
        self.draft = draft
        self.anchors: set[str] = set()
        self.relations = package.relations(main)
        parts = {one.kind: one.target for one in self.relations.values() if not one.outside}
        styles = parts.get("styles", "")
        self.styles = Styles(package.tree(styles) if styles in package else None)
        self.notes: dict[tuple[str, str], Element] = {}
        self.note_relations: dict[str, dict[str, Relation]] = {}
        for kind in _NOTE_KINDS:
            part = parts.get(f"{kind}s", "")
            if part in package:
                self.note_relations[kind] = package.relations(part)
                for note in package.tree(part).iter(kind):
                    if not note.get("type", "normal").lower().endswith("separator"):
                        self.notes[kind, note.get("id", "")] = note
        self.words = Words(self.relations)

    def blocks(self, parent: Element) -> None:
        """Add all that stands in the body, in a cell or in a text box."""
        for child in parent:
            if child.tag == "p":
                self._paragraph(child)
            elif child.tag == "tbl":
                self._table(child)
            elif child.tag == "bookmarkStart":
                self.anchors.add(child.get("name", ""))
            elif child.tag not in SKIPPED:
                self.blocks(child)

    def _next(self, paragraph: Element) -> Words:
        """The words of a paragraph. A field may have begun in the one before."""
        self.words = Words(self.relations, self.words.fields)
        self.words.walk(paragraph)
        self.anchors.update(self.words.bookmarks)
        return self.words

    def _paragraph(self, paragraph: Element) -> None:
        words = self._next(paragraph)
        kind = self.styles.kind(paragraph.find("pPr"))
        for pieces in _parted(words.pieces):
            self.draft.add(pieces, _seen_kind(kind, words, pieces))
        self._hanging([words])

    def _hanging(self, read: Sequence[Words]) -> None:
        """Add the notes and text boxes that hang on what was read."""
        for words in read:
            for kind, key in words.notes:
                if (note := self.notes.pop((kind, key), None)) is not None:
                    self._note(kind, note)
            for box in words.boxes:
                self.blocks(box)

    def _note(self, kind: str, note: Element) -> None:
        pieces: list[Piece] = []
        for paragraph in _paragraphs(note):
            words = Words(self.note_relations[kind])
            words.walk(paragraph)
            pieces += [*words.pieces, Piece(" ")]
        self.draft.add(pieces, BlockKind.NOTE)

    def _table(self, table: Element) -> None:
        for row in _inside(table, "tr"):
            cells = list(_inside(row, "tc"))
            filled = [cell for cell in cells if any(text.text for text in cell.iter("t"))]
            if len(filled) == 1 and (len(cells) == 1 or _is_laid_out(filled[0])):
                self.blocks(filled[0])  # a table for the looks of the page
                continue
            read: list[Words] = []
            pieces: list[list[Piece]] = []
            for cell in cells:
                pieces.append(self._cell(cell, read))
                pieces += [[]] * (_spanned(cell) - 1)
            if any(piece.text.strip() for cell_pieces in pieces for piece in cell_pieces):
                self.draft.add(joined(pieces), BlockKind.ROW)
            self._hanging(read)

    def _cell(self, cell: Element, read: list[Words]) -> list[Piece]:
        pieces: list[Piece] = []
        for paragraph in _paragraphs(cell):
            words = self._next(paragraph)
            read.append(words)
            pieces += [*words.pieces, Piece(" ")]
        return pieces


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those in a form or a change that was kept."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag not in SKIPPED and child.tag not in ("tbl", "tc", "p"):
            yield from _inside(child, name)


def _paragraphs(parent: Element) -> Iterator[Element]:
    """The paragraphs of a cell or note, also those of tables in it."""
    for child in parent:
        if child.tag == "p":
            yield child
        elif child.tag not in SKIPPED:
            yield from _paragraphs(child)


def _is_laid_out(cell: Element) -> bool:
    return len(cell.findall("p")) > 1 or cell.find(".//tbl") is not None


def _spanned(cell: Element) -> int:
    span = cell.find("tcPr/gridSpan")
    told = span.get("val", "") if span is not None else ""
    return int(told) if told.isdecimal() and len(told) < 4 and 0 < int(told) <= _MOST_SPANNED else 1


def _seen_kind(kind: BlockKind, words: Words, pieces: Sequence[Piece]) -> BlockKind:
    """A short line all in bold that is no sentence is a heading, whatever its style."""
    if kind is not BlockKind.PARAGRAPH or not words.bold:
        return kind
    text = "".join(piece.text for piece in pieces).strip()
    is_heading = 0 < len(text) <= _LONGEST_BOLD_HEADING and text[-1] not in ".;:,!"
    return BlockKind.HEADING if is_heading else kind


def _parted(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Part a paragraph at the breaks of its lines where a sentence has ended or an item begins."""
    part: list[Piece] = []
    texts = [piece.text for piece in pieces]
    for index, piece in enumerate(pieces):
        if piece.text != "\n":
            part.append(piece)
            continue
        before = "".join(one.text for one in part[-5:])
        after = "".join(texts[index + 1 : index + 6])[:200]
        if _ENDED.search(before[-200:]) or _STARTS_ITEM.match(after):
            yield part
            part = []
        else:
            part.append(Piece(" ", piece.target))
    yield part
