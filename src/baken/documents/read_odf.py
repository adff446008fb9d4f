# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""OpenDocument texts and presentations (.odt, .odp)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from baken.catalogue.files import where
from baken.documents.archive import protected
from baken.documents.document import BlockKind, Document, Form
from baken.documents.read_package import Package
from baken.documents.read_pieces import NOWHERE, Draft, Piece, Spot, Target, joined
from baken.documents.read_slides import MOST_SLIDES
from baken.documents.read_source import Kind, not_of_kind
from baken.model.errors import InputError

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "note-citation", "desc"}
    | {"title", "ruby-text", "deletion", "date-time", "footer", "header"}
)
_BOOKMARKS = ("bookmark", "bookmark-start", "reference-mark", "reference-mark-start")
_SIGNS = {"s": " ", "tab": " ", "line-break": " "}
_MOST_SPANNED = 60


def read_odf(path: Path, data: bytes) -> Document:
    """A text or a presentation.

    Raises:
        InputError: damaged, protected, of another kind, too large, or without text.

    """
    kind = Kind.OPEN_SLIDES if path.suffix.casefold() in (".odp", ".otp") else Kind.OPEN_TEXT
    package = Package(path, data, kind)
    manifest = "META-INF/manifest.xml"
    if manifest in package and any(True for _ in package.tree(manifest).iter("encryption-data")):
        raise protected(path)
    if "content.xml" not in package:
        raise not_of_kind(path, kind)
    tree = package.tree("content.xml")
    if kind is Kind.OPEN_TEXT:
        return _text(path, tree)
    return _presentation(path, tree)


def _text(path: Path, tree: Element) -> Document:
    body = tree.find("body/text")
    if body is None:
        raise not_of_kind(path, Kind.OPEN_TEXT)
    reader = _Reader(Draft(path.name, Form.WORD, where(path)))
    reader.blocks(body, BlockKind.PARAGRAPH)
    return reader.draft.filled(anchors=reader.anchors)


def _presentation(path: Path, tree: Element) -> Document:
    body = tree.find("body/presentation")
    if body is None:
        raise not_of_kind(path, Kind.OPEN_SLIDES)
    slides = body.findall("page")
    if len(slides) > MOST_SLIDES:
        raise InputError(
            f"the presentation has more than {MOST_SLIDES:,} slides.", where=where(path), do="Split it."
        )
    reader = _Reader(Draft(path.name, Form.SLIDES, where(path)))
    for number, slide in enumerate(slides, 1):
        reader.spot = Spot(page=number)
        reader.anchors.add(slide.get("name", ""))
        notes = [child for child in slide if child.tag == "notes"]
        shapes = [child for child in slide if child.tag != "notes"]
        for shape in sorted(shapes, key=lambda one: one.get("class") != "title"):
            reader.blocks([shape], BlockKind.PARAGRAPH)
        reader.blocks(notes, BlockKind.NOTE)
    return reader.draft.filled(len(slides), anchors=reader.anchors)


class _Reader:
    """Walks through a document. Notes and text boxes come behind the paragraph they hang on."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.anchors: set[str] = set()
        self.spot = NOWHERE

    def blocks(self, parent: Element | list[Element], kind: BlockKind) -> None:
        """Add all that stands in an element; ``kind`` is what a plain paragraph in it is."""
        for child in parent:
            if child.tag in ("p", "h"):
                self._paragraph(child, BlockKind.HEADING if child.tag == "h" else kind)
            elif child.tag == "table":
                self._table(child)
            elif child.tag in ("list-item", "list-header"):
                self.blocks(child, BlockKind.ITEM if kind is BlockKind.PARAGRAPH else kind)
            elif child.tag in _BOOKMARKS:
                self.anchors.add(child.get("name", ""))
            elif child.tag not in _SKIPPED or child.get("class") == "title":
                self.blocks(child, BlockKind.HEADING if child.get("class") == "title" else kind)

    def _paragraph(self, paragraph: Element, kind: BlockKind) -> None:
        hanging: list[Element] = []
        self.draft.add(list(self._pieces(paragraph, None, hanging)), kind, self.spot)
        self._hanging(hanging)

    def _hanging(self, hanging: list[Element]) -> None:
        for one in hanging:
            if one.tag == "note":
                pieces: list[Piece] = []
                for paragraph in one.iter("p"):
                    pieces += [*self._pieces(paragraph, None, []), Piece(" ")]
                self.draft.add(pieces, BlockKind.NOTE, self.spot)
            else:
                self.blocks(one, BlockKind.PARAGRAPH)

    def _pieces(self, parent: Element, target: Target | None, hanging: list[Element]) -> Iterator[Piece]:
        yield Piece(parent.text or "", target)
        for child in parent:
            name = child.tag
            if name in ("note", "frame", "custom-shape"):
                hanging.append(child)
            elif name == "a":
                yield from self._pieces(child, Target(child.get("href", "")), hanging)
            elif name in _SIGNS:
                yield Piece(_SIGNS[name], target)
            elif name in _BOOKMARKS:
                self.anchors.add(child.get("name", ""))
            elif name not in _SKIPPED:
                yield from self._pieces(child, target, hanging)
            yield Piece(child.tail or "", target)

    def _table(self, table: Element) -> None:
        for row in table.iter("table-row"):
            cells: list[list[Piece]] = []
            hanging: list[Element] = []
            for cell in row:
                if cell.tag in ("table-cell", "covered-table-cell"):
                    words = self._cell(cell, hanging) if cell.tag == "table-cell" else []
                    cells += [words] * _repeated(cell)
            if any(piece.text.strip() for pieces in cells for piece in pieces):
                self.draft.add(joined(cells), BlockKind.ROW, self.spot)
            self._hanging(hanging)

    def _cell(self, cell: Element, hanging: list[Element]) -> list[Piece]:
        pieces: list[Piece] = []
        for paragraph in cell.iter():
            if paragraph.tag in ("p", "h"):
                pieces += [*self._pieces(paragraph, None, hanging), Piece(" ")]
        return pieces


def _repeated(cell: Element) -> int:
    told = cell.get("number-columns-repeated", "1")
    return int(told) if told.isdecimal() and len(told) < 4 and 0 < int(told) <= _MOST_SPANNED else 1
