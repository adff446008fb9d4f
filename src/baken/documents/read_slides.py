# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""PowerPoint presentations (.pptx): titles, texts, tables, groups, diagrams, speaker notes and links.

The words of charts and pictures are not read, nor the dates and footers that stand on every slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from baken.catalogue.files import where
from baken.documents.document import BlockKind, Document, Form
from baken.documents.read_package import Package, Relation
from baken.documents.read_pieces import Draft, Piece, Spot, Target, joined
from baken.documents.read_source import Kind, not_of_kind
from baken.model.errors import InputError

MOST_SLIDES = 2000
_TITLES = ("title", "ctrTitle")
_ON_EVERY_SLIDE = ("dt", "ftr", "sldNum", "hdr", "sldImg")
_LISTS = ("body", "obj", "half", "")
_BULLETS = ("buChar", "buAutoNum", "buBlip")


def read_slides(path: Path, data: bytes) -> Document:
    """A presentation; pages are its slides, hidden ones too.

    Raises:
        InputError: damaged, protected, of another kind, too large, or without text.

    """
    package = Package(path, data, Kind.SLIDES)
    main = package.main()
    tree = package.tree(main)
    if tree.tag != "presentation":
        raise not_of_kind(path, Kind.SLIDES)
    relations = package.relations(main)
    slides = [
        relations[key].target for one in tree.iter("sldId") if (key := one.get("r:id", "")) in relations
    ]
    if len(slides) > MOST_SLIDES:
        raise InputError(
            f"the presentation has more than {MOST_SLIDES:,} slides.", where=where(path), do="Split it."
        )
    numbers = {part: number for number, part in enumerate(slides, 1)}
    draft = Draft(path.name, Form.SLIDES, where(path))
    for number, part in enumerate(slides, 1):
        _Slide(package, part, numbers, draft, Spot(page=number)).read()
    return draft.filled(len(slides), anchors=(f"slide={number}" for number in numbers.values()))


class _Slide:
    """Reads one slide, and then its speaker notes."""

    def __init__(
        self, package: Package, part: str, numbers: dict[str, int], draft: Draft, spot: Spot
    ) -> None:
        self.package, self.part, self.numbers, self.draft, self.spot = package, part, numbers, draft, spot
        self.relations = package.relations(part)

    def read(self) -> None:
        """Add what stands on the slide: the title first, the rest in the order of the slide."""
        shapes = list(_shapes(self.package.tree(self.part)))
        for shape in sorted(shapes, key=lambda one: _placeholder(one) not in _TITLES):
            if shape.tag == "graphicFrame":
                self._frame(shape)
            else:
                self._shape(shape)
        for one in self.relations.values():
            if one.kind == "notesSlide" and not one.outside and one.target in self.package:
                self._notes(one.target)

    def _shape(self, shape: Element) -> None:
        place = _placeholder(shape)
        body = shape.find("txBody")
        if body is None or place in _ON_EVERY_SLIDE:
            return
        around = self._target(shape.find("nvSpPr/cNvPr/hlinkClick"))
        for paragraph in body.findall("p"):
            kind = _kind(place, paragraph)
            # The link of a shape is a link of each of its blocks.
            target = Target(around.address) if around else None
            for pieces in _parted(self._pieces(paragraph, target)):
                self.draft.add(pieces, kind, self.spot)

    def _frame(self, frame: Element) -> None:
        for row in frame.iter("tr"):
            cells: list[list[Piece]] = []
            for cell in row.findall("tc"):
                if cell.get("hMerge") in ("1", "true"):
                    cells.append([])
                    continue
                pieces: list[Piece] = []
                for paragraph in cell.iter("p"):
                    pieces += [*self._pieces(paragraph, None), Piece(" ")]
                cells.append([Piece(" ") if piece.text == "\n" else piece for piece in pieces])
            if any(piece.text.strip() for cell_pieces in cells for piece in cell_pieces):
                self.draft.add(joined(cells), BlockKind.ROW, self.spot)
        for ids in frame.iter("relIds"):
            found = self.relations.get(ids.get("r:dm", ""))
            if found and not found.outside and found.target in self.package:
                self._diagram(found)

    def _diagram(self, found: Relation) -> None:
        for paragraph in self.package.tree(found.target).iter("p"):
            for pieces in _parted(self._pieces(paragraph, None)):
                self.draft.add(pieces, BlockKind.ITEM, self.spot)

    def _notes(self, part: str) -> None:
        relations, self.relations = self.relations, self.package.relations(part)
        for shape in _shapes(self.package.tree(part)):
            if _placeholder(shape) in _ON_EVERY_SLIDE:
                continue
            for paragraph in shape.findall("txBody/p"):
                for pieces in _parted(self._pieces(paragraph, None)):
                    self.draft.add(pieces, BlockKind.NOTE, self.spot)
        self.relations = relations

    def _pieces(self, paragraph: Element, around: Target | None) -> list[Piece]:
        pieces: list[Piece] = []
        last: Element | None = None
        target: Target | None = None
        for run in _runs(paragraph):
            if run.tag == "br":
                pieces.append(Piece("\n", around))
                continue
            link = run.find("rPr/hlinkClick")
            if link is None or last is None or link.attrib != last.attrib:
                target = self._target(link)  # equal links side by side are one
            last = link
            words = "".join(part.text or "" for part in run.iter("t"))
            pieces.append(Piece(words.replace("\v", "\n"), target or around))
        return pieces

    def _target(self, link: Element | None) -> Target | None:
        if link is None:
            return None
        found = self.relations.get(link.get("r:id", ""))
        if found is None:
            return Target("" if not link.get("action") or link.get("r:id") else _jump(link.get("action", "")))
        if found.outside:
            return Target(found.target)
        number = self.numbers.get(found.target)
        return Target(f"#slide={number}" if number else found.target)


def _jump(action: str) -> str:
    """A link that goes to the next or the first slide, or nowhere at all."""
    return f"#{action.partition('jump=')[2]}" if "jump=" in action else ""


def _shapes(parent: Element) -> Iterator[Element]:
    """The shapes of a slide in its order, with those in groups."""
    for child in parent:
        if child.tag in ("sp", "graphicFrame"):
            yield child
        elif child.tag != "Fallback":
            yield from _shapes(child)


def _placeholder(shape: Element) -> str | None:
    """Which place of the layout a shape fills; None for a shape of its own."""
    found = shape.find("nvSpPr/nvPr/ph")
    return None if found is None else found.get("type", "")


def _kind(place: str | None, paragraph: Element) -> BlockKind:
    if place in _TITLES:
        return BlockKind.HEADING
    looks = paragraph.find("pPr")
    if looks is not None and looks.find("buNone") is not None:
        return BlockKind.PARAGRAPH
    has_bullet = looks is not None and any(looks.find(bullet) is not None for bullet in _BULLETS)
    return BlockKind.ITEM if has_bullet or place in _LISTS else BlockKind.PARAGRAPH


def _runs(paragraph: Element) -> Iterator[Element]:
    for child in paragraph:
        if child.tag == "fld" and child.get("type", "").startswith("slidenum"):
            continue
        if child.tag in ("r", "br", "fld", "m"):
            yield child
        elif child.tag in ("AlternateContent", "Choice"):
            yield from _runs(child)


def _parted(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Part a paragraph at breaks where the words before have ended; a title over two lines stays one."""
    part: list[Piece] = []
    for piece in pieces:
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                ended = "".join(one.text for one in part[-3:]).rstrip()[-1:] in ".!?:;"
                if ended:
                    yield part
                    part = []
                else:
                    part.append(Piece(" ", piece.target))
            part.append(Piece(line, piece.target))
    yield part
