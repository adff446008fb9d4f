# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The book as data for its layout: words as JSON, charts as drawings beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from baken.model.text import Text
from baken.publications.book.model import Block, Book, Bullets, Facts, Figure, Paragraph, Section
from baken.publications.charts import render
from baken.publications.pdf.letters import broken, readable
from baken.publications.report_model import Table
from baken.publications.report_words import typeset

Record = dict[str, object]

_CONTENTS = Text("Inhoud", "Contents")
_WIDTH = 640
_NARROWEST, _WIDEST = 6, 26
"""A column gets a share of the width by its longest word and usual text, within these numbers of letters."""


@dataclass(frozen=True, slots=True)
class _Charts:
    """The drawings so far, by their file; ``width`` is that of a drawing before it is scaled."""

    width: int
    files: dict[str, bytes] = field(default_factory=dict)


def content_of(book: Book, width: int = _WIDTH) -> dict[str, bytes]:
    """The files that the layout reads: ``book.json`` and the charts, drawn at a width in pixels."""
    charts = _Charts(width)
    record = {
        "language": book.language.value,
        "title": typeset(book.title),
        "subtitle": typeset(book.subtitle),
        "author": book.author,
        "day": [book.day.year, book.day.month, book.day.day],
        "stamp": [typeset(one) for one in book.stamp],
        "contents": _CONTENTS.in_(book.language),
        "chapters": [_section(one, charts) for one in book.chapters],
    }
    book_record = broken(readable(msgspec.json.encode(record).decode()))
    drawn = {name: readable(data.decode()).encode() for name, data in charts.files.items()}
    return {"book.json": book_record.encode(), **drawn}


def _section(section: Section, charts: _Charts) -> Record:
    return {
        "title": typeset(section.title),
        "blocks": [_block(one, charts) for one in section.blocks],
        "sections": [_section(one, charts) for one in section.sections],
    }


def _block(block: Block, charts: _Charts) -> Record:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "voice": block.voice.value, "text": typeset(block.text)}
        case Bullets():
            lines = [typeset(one) for one in block.lines]
            return {"kind": "bullets", "lines": lines, "ordered": block.ordered}
        case Facts():
            pairs = [[typeset(name), typeset(said)] for name, said in block.pairs]
            return {"kind": "facts", "pairs": pairs}
        case Figure():
            return _figure(block, charts)
        case Table():
            return _table(block)


def _figure(figure: Figure, charts: _Charts) -> Record:
    drawing = figure.drawing
    name = f"chart-{len(charts.files)}.svg"
    charts.files[name] = render(drawing.chart, charts.width).encode()
    return {
        "kind": "figure",
        "image": name,
        "share": figure.share,
        "title": typeset(drawing.chart.title),
        "measure": typeset(drawing.measure),
        "alt": drawing.chart.description or drawing.chart.title,
        "source": typeset(figure.source),
        "table": _table(drawing.table) if drawing.table else None,
    }


def _table(table: Table) -> Record:
    return {
        "kind": "table",
        "caption": typeset(table.caption),
        "headers": [typeset(one) for one in table.headers],
        "numeric": sorted(table.numeric),
        "widths": list(_widths(table)),
        "rows": [
            [
                {
                    "text": typeset(one.text),
                    "numeric": one.numeric,
                    "missing": one.missing,
                    "strong": one.strong,
                }
                for one in row
            ]
            for row in table.rows
        ],
    }


def _widths(table: Table) -> Iterator[int]:
    for at, header in enumerate(table.headers):
        texts = [header, *(row[at].text for row in table.rows)]
        longest_word = max((len(word) for text in texts for word in text.split()), default=0)
        usual = sum(map(len, texts)) // len(texts)
        yield min(max(longest_word, usual, _NARROWEST), _WIDEST)
