# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the files of an edition state, piece by piece, each with what it stands under."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from publications.pdf_tables import elements, marks_of, text_of
from web.dom import Node, parse

_PIECES = {"p", "li", "tr", "dt", "dd", "figure", "td"}
_HEADS = {"h1", "h2", "h3", "h4"}
_NAMING = {"indicator", "finding", "subject"}
_READ = ("/P", "/LBody", "/TR", "/Caption", "/H1", "/H2", "/H3", "/Figure")


@dataclass(frozen=True)
class Piece:
    """A paragraph, a row, a drawing or a value: what it says, and what it stands under."""

    under: str
    says: str


def of_pdf(content: bytes) -> Iterator[Piece]:
    """Paragraphs, rows and descriptions of drawings, each below its heading."""
    marks = marks_of(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        numbers = {one.obj.objgen: number for number, one in enumerate(pdf.pages)}
        under = ""
        for one in elements(pdf.Root.StructTreeRoot):
            kind = str(one.S)
            says = str(one.get("/Alt", "")) if kind == "/Figure" else text_of(one, marks, numbers)
            under = says if kind in {"/H1", "/H2", "/H3"} else under
            if kind in _READ:
                yield Piece(under, says)


def of_slides(content: bytes) -> Iterator[Piece]:
    """Paragraphs, rows and data of charts, each below the title of its slide; notes too."""
    for slide in Presentation(io.BytesIO(content)).slides:
        title = next((one.text_frame.text for one in slide.shapes if one.has_text_frame), "")
        for shape in slide.shapes:
            yield from (Piece(title, one) for one in _shape(shape))
        if slide.has_notes_slide:
            lines = slide.notes_slide.notes_text_frame.text.split("\n")
            yield from (Piece(title, one) for one in lines)


def _shape(shape: Any) -> Iterator[str]:
    if shape.has_text_frame:
        yield from (one.text for one in shape.text_frame.paragraphs)
    elif shape.has_table:
        yield from (" | ".join(cell.text for cell in row.cells) for row in shape.table.rows)
    elif shape.has_chart:
        yield from (f"{one.name} {list(one.values)}" for one in shape.chart.plots[0].series)


def of_paper(content: bytes) -> Iterator[Piece]:
    """Paragraphs below their headings, and the rows of tables."""
    paper, under = Document(io.BytesIO(content)), ""
    for one in paper.paragraphs:
        under = one.text if str(one.style and one.style.name).startswith("Heading") else under
        yield Piece(under, one.text)
    for table in paper.tables:
        yield from (Piece("", " | ".join(cell.text for cell in row.cells)) for row in table.rows)


def of_workbook(content: bytes) -> Iterator[Piece]:
    """The rows of every sheet."""
    book = load_workbook(io.BytesIO(content), read_only=True)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            yield Piece(sheet.title, " | ".join("" if one is None else str(one) for one in row))


def of_table(content: bytes) -> Iterator[Piece]:
    """The rows of a table."""
    for row in csv.reader(io.StringIO(content.decode(), newline="")):
        yield Piece("", " | ".join(row))


def of_json(content: bytes) -> Iterator[Piece]:
    """Every value, below the words of the innermost record that names an indicator."""
    yield from _values(json.loads(content), "")


def _values(value: Any, under: str) -> Iterator[Piece]:
    if isinstance(value, dict):
        words = [str(one) for one in value.values() if isinstance(one, str)]
        under = " ".join(words) if _NAMING & value.keys() else under
        for name, one in value.items():
            yield from _values(one, under or (name if isinstance(one, dict) else ""))
    elif isinstance(value, list):
        for one in value:
            yield from _values(one, under)
    else:
        yield Piece(under, str(value))


def of_page(content: bytes) -> Iterator[Piece]:
    """The outermost paragraphs, rows, items and figures of a page, each below its heading."""
    yield from _page(parse(content.decode()), [""])


def _page(node: Node, under: list[str]) -> Iterator[Piece]:
    if node.tag in _HEADS:
        under[0] = node.text
    if node.tag in _PIECES or node.tag in _HEADS or node.tag == "title":
        yield Piece(under[0], _whole(node))
        return
    for one in node.children:
        if isinstance(one, Node):
            yield from _page(one, under)
        elif one.strip():
            yield Piece(under[0], " ".join(one.split()))


def _whole(node: Node) -> str:
    """What an element says and draws: its text and the attributes of all that is in it."""
    drawn = (value for one in node for name, value in one.attrs.items() if name != "class")
    return " ".join((node.text, *drawn))


PIECES: dict[str, Callable[[bytes], Iterator[Piece]]] = {
    "pdf": of_pdf,
    "pptx": of_slides,
    "docx": of_paper,
    "xlsx": of_workbook,
    "csv": of_table,
    "json": of_json,
    "jsonld": of_json,
    "html": of_page,
}


def changed(one: bytes, two: bytes, ending: str) -> list[tuple[Piece, Piece]]:
    """The pieces of a file that are not the same in two editions; both must have as many."""
    before, after = list(PIECES[ending](one)), list(PIECES[ending](two))
    return [(a, b) for a, b in zip(before, after, strict=True) if a.says != b.says]
