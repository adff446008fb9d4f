# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as plain values: what is frozen, and what a page shows, so that page and Word say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from baken.publications.book.model import Bullets, Facts, Paragraph
from baken.publications.report_model import Cell, Table
from baken.publications.word.model import Block, Field, Line, Paper, Points


def plain_paper(paper: Paper) -> dict[str, Any]:
    """Title, head and parts of a paper; each block is a mapping with its ``kind``."""
    return {
        "language": paper.language.value,
        "title": paper.title,
        "author": paper.author,
        "day": paper.day.isoformat(),
        "head": [_block(one) for one in paper.head],
        "parts": [
            {"title": one.title, "level": one.level, "blocks": [_block(block) for block in one.blocks]}
            for one in paper.parts
        ],
    }


def words_of(plain: dict[str, Any]) -> Iterator[str]:
    """All words of a plain paper, for whoever looks for something in it."""
    yield plain["title"]
    for part in ({"title": "", "blocks": plain["head"]}, *plain["parts"]):
        yield part["title"]
        for block in part["blocks"]:
            yield from _strings(block)


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for name, one in value.items():
                if name not in {"kind", "voice"}:
                    yield from _strings(one)
        case list():
            for one in value:
                yield from _strings(one)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "text": block.text, "voice": block.voice.value}
        case Bullets():
            return {"kind": "bullets", "lines": list(block.lines), "ordered": block.ordered}
        case Facts():
            return {"kind": "facts", "pairs": [list(one) for one in block.pairs]}
        case Points():
            return {"kind": "points", "points": [one.words for one in block.points]}
        case Table():
            return _table(block)
    return _field(block) if isinstance(block, Field) else _line(block)


def _table(block: Table) -> dict[str, Any]:
    numeric = block.numeric
    rows = [[_cell(one, place in numeric) for place, one in enumerate(row)] for row in block.rows]
    return {"kind": "table", "caption": block.caption, "headers": list(block.headers), "rows": rows}


def _line(block: Line) -> dict[str, Any]:
    parts = [_field(one) if isinstance(one, Field) else {"kind": "words", "text": one} for one in block.parts]
    return {"kind": "line", "parts": parts}


def _field(block: Field) -> dict[str, Any]:
    return {"kind": "field", "name": block.name, "who": block.who, "filled": block.filled}


def _cell(cell: Cell, numeric: bool) -> dict[str, Any]:
    return {
        "text": cell.text,
        "numeric": numeric or cell.numeric,
        "missing": cell.missing,
        "strong": cell.strong,
    }
