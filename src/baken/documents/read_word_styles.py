# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the styles of a Word document say of its paragraphs: which are headings, and which are items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from baken.documents.document import BlockKind

_HEADING = re.compile(r"(?:heading|kop|title|titel|subtitle|ondertitel)\s*\d*", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|inhopg|index)\s", re.IGNORECASE)
_ITEM = re.compile(r"(?:list|lijst)\b", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    level: str
    numbered: str


class Styles:
    """The styles of paragraphs, by their id."""

    def __init__(self, tree: Element | None) -> None:
        self.styles: dict[str, _Style] = {}
        for one in tree.iter("style") if tree is not None else ():
            looks = one.find("pPr")
            self.styles[one.get("styleId", "")] = _Style(
                _value(one, "name"),
                _value(one, "basedOn"),
                _value(looks, "outlineLvl"),
                _numbering(looks),
            )

    def kind(self, looks: Element | None) -> BlockKind:
        """What a paragraph with these looks is. What it says itself goes before what its style says."""
        style = _value(looks, "pStyle")
        level, numbered = _value(looks, "outlineLvl"), _numbering(looks)
        is_item = False
        for _ in range(20):  # a style may be based on itself
            found = self.styles.get(style)
            name = found.name if found else style
            if _CONTENTS.match(name):
                return BlockKind.PARAGRAPH
            if not level and _HEADING.fullmatch(name):
                return BlockKind.HEADING
            is_item = is_item or _ITEM.match(name) is not None
            if found is None:
                break
            level, numbered, style = level or found.level, numbered or found.numbered, found.based_on
        if level.isdigit() and len(level) < 3 and int(level) < _BODY_LEVEL:
            return BlockKind.HEADING
        if numbered == "0":
            return BlockKind.PARAGRAPH
        return BlockKind.ITEM if numbered or is_item else BlockKind.PARAGRAPH


def _value(element: Element | None, name: str) -> str:
    found = element.find(name) if element is not None else None
    return found.get("val", "") if found is not None else ""


def _numbering(looks: Element | None) -> str:
    """The list that a paragraph is of: "" for none, "0" for "no list after all"."""
    return _value(looks.find("numPr"), "numId") if looks is not None else ""
