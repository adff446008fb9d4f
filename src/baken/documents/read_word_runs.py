# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of one paragraph of a Word document, with their links and notes.

Words stand in runs; links around runs, or in fields that begin in one run and end in another. Removed and
hidden words are left out; what is told twice, for older programs, is read once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from baken.documents.read_package import Relation
from baken.documents.read_pieces import Piece, Target

# What stands in the words but is not of them: removed text, choices of the form, sizes, notes of the margin.
SKIPPED = frozenset(
    {"del", "moveFrom", "delText", "Fallback", "pPr", "rPr", "sdtPr", "fldData", "ruby", "binData", "sectPr"}
)
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-", "softHyphen": ""}
_HYPERLINK = re.compile(r"\s*HYPERLINK\b(.*)", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"(\\[lotm]\s*)?\"([^\"]*)\"|(\\[lotm])\s+([^\s\"\\]+)|([^\s\"\\]+)", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class _Field:
    """A field that has begun: what it says it does, and once its words come, where they lead."""

    order: list[str] = field(default_factory=list)
    shows: bool = False
    target: Target | None = None


@dataclass(slots=True)
class Words:
    """Gathers the words of one paragraph. A new line in ``pieces`` stands for a break of the line.

    ``notes`` are the kinds and ids of the notes that are referred to, ``boxes`` the text boxes that hang on
    the paragraph, ``bookmarks`` the names of places in it; ``bold`` tells that all words are.
    """

    relations: Mapping[str, Relation]
    fields: list[_Field] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    bold: bool = True

    def walk(self, element: Element, target: Target | None = None) -> None:
        """Take all that stands in an element."""
        for child in element:
            name = child.tag
            if name == "r":
                self._run(child, target)
            elif name == "hyperlink":
                self.walk(child, Target(_address(child, self.relations)))
            elif name == "fldSimple":
                self.walk(child, _field_target(child.get("instr", "")) or target)
            elif name == "bookmarkStart":
                self.bookmarks.append(child.get("name", ""))
            elif name == "txbxContent":
                self.boxes.append(child)
            elif name == "t":  # of a formula
                self._say(child.text or "", target)
            elif name not in SKIPPED:
                self.walk(child, target)

    def _run(self, run: Element, target: Target | None) -> None:
        looks = run.find("rPr")
        if _is_on(looks, "vanish"):
            return
        before = len(self.pieces)
        for child in run:
            self._part(child, target)
        if any(piece.text.strip() for piece in self.pieces[before:]) and not _is_on(looks, "b"):
            self.bold = False

    def _part(self, part: Element, target: Target | None) -> None:
        name = part.tag
        if name == "t":
            self._say(part.text or "", target)
        elif name in ("br", "cr"):
            self._say("\n", target)
        elif name in _SIGNS:
            self._say(_SIGNS[name], target)
        elif name == "fldChar":
            self._field(part.get("fldCharType", ""))
        elif name == "instrText" and self.fields:
            self.fields[-1].order.append(part.text or "")
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes.append((name.removesuffix("Reference"), part.get("id", "")))
        elif name not in SKIPPED and len(part):
            self.walk(part, target)

    def _field(self, step: str) -> None:
        if step == "begin":
            self.fields.append(_Field())
        elif step == "separate" and self.fields:
            self.fields[-1].shows = True
            self.fields[-1].target = _field_target("".join(self.fields[-1].order))
        elif step == "end" and self.fields:
            self.fields.pop()

    def _say(self, text: str, target: Target | None) -> None:
        if all(one.shows for one in self.fields):
            around = next((one.target for one in reversed(self.fields) if one.target), None)
            self.pieces.append(Piece(text, target or around))


def _is_on(looks: Element | None, name: str) -> bool:
    found = looks.find(name) if looks is not None else None
    return found is not None and found.get("val", "1") not in _OFF


def _address(link: Element, relations: Mapping[str, Relation]) -> str:
    relation = relations.get(link.get("r:id", ""))
    address = relation.target if relation else ""
    anchor = link.get("anchor", "")
    return f"{address}#{anchor}" if anchor else address


def _field_target(order: str) -> Target | None:
    """Where a field leads: ``HYPERLINK "address" \\l "place"``; None for any other field."""
    found = _HYPERLINK.match(order[:5000])
    if not found:
        return None
    address, place = "", ""
    for part in _QUOTED.finditer(found[1]):
        switch = (part[1] or part[3] or "").strip().casefold()
        words = next((one for one in (part[2], part[4], part[5]) if one is not None), "")
        if switch == "\\l":
            place = words
        elif not switch and not address:
            address = words
    return Target(f"{address}#{place}" if place else address)
