# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as a Word document with real headings, lists and tables."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from baken.publications.book.model import Bullets, Facts, Paragraph, Voice
from baken.publications.charts.looks import GROUND, RULE, SERIES
from baken.publications.office.package import settled
from baken.publications.office.texts import part, plain, tag_of
from baken.publications.report_model import Table
from baken.publications.word import parts, words
from baken.publications.word.house import colour_of, house_of
from baken.publications.word.model import Block, Field, Line, Paper, Part, Points
from baken.publications.word.widths import column_widths

_CELL = 9.0
_HANGING = 18.0
_ENDS = (".", "?", "!", ":")


def document_of(paper: Paper, template: Path | None) -> bytes:
    """The paper as a file. The same paper and template give the same bytes."""
    document = house_of(template, paper.language, paper.author)
    writer = _Writer(document, paper)
    document.add_paragraph(plain(paper.title), style="Title")
    for block in paper.head:
        writer.add(block)
    for one in paper.parts:
        writer.part(one)
    writer.hold()
    told = document.core_properties
    told.title, told.author, told.last_modified_by = (
        plain(paper.title),
        plain(paper.author),
        plain(paper.author),
    )
    told.language, told.comments, told.keywords, told.subject = tag_of(paper.language), "", "", ""
    told.revision = 1
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue(), paper.day)


class _Writer:
    """Adds the blocks of a paper to a document."""

    def __init__(self, document: Any, paper: Paper) -> None:  # noqa: ANN401 - the library's document
        self.document, self.language = document, paper.language
        self.controls = 0
        self.points: tuple[str, ...] = ()
        self.heading = ""

    def part(self, one: Part) -> None:
        """Add a heading and what stands below it."""
        self.heading = plain(one.title)
        heading = self.document.add_paragraph(self.heading, style=f"Heading {one.level}")
        heading.paragraph_format.page_break_before = one.page or None
        for block in one.blocks:
            self.add(block)

    def add(self, block: Block) -> None:
        """Add one block."""
        match block:
            case Paragraph():
                self._paragraph(block)
            case Bullets():
                for line in block.lines:
                    self.document.add_paragraph(plain(line), style="List Bullet")
            case Facts():
                for name, said in block.pairs:
                    paragraph = self.document.add_paragraph()
                    paragraph.add_run(plain(name)).bold = True
                    paragraph.add_run(f": {plain(said)}")
            case Points():
                self._points(block)
            case Field():
                self._field(self.document.add_paragraph(), block)
            case Line():
                self._line(block)
            case Table():
                self._table(block)

    def hold(self) -> None:
        """Keep the points to decide in the file, once for both places."""
        if self.points:
            parts.hold_points(self.document, self.points)

    def _next(self) -> int:
        self.controls += 1
        return self.controls

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(plain(block.text))
        run.italic = True if block.voice in (Voice.NOTE, Voice.MISSING) else None
        if block.voice is Voice.LEAD:
            run.bold = True
            paragraph.paragraph_format.keep_with_next = True

    def _points(self, block: Points) -> None:
        """Numbers as text: a number that Word keeps is not in the words that are decided."""
        self.points = tuple(one.words for one in block.points)
        for one in block.points:
            paragraph = self.document.add_paragraph()
            form = paragraph.paragraph_format
            form.left_indent, form.first_line_indent = Pt(_HANGING), Pt(-_HANGING)
            paragraph.add_run(f"{one.number}. ")
            name = words.POINT.in_(self.language).format(number=one.number)
            parts.bound(paragraph, name, one.words, self._next(), one.number)

    def _field(self, paragraph: Any, block: Field) -> None:  # noqa: ANN401
        if block.filled:
            parts.filled(paragraph, block.name, block.filled, self._next())
            return
        form = words.FILL if block.named else words.FILL_HERE
        text = form.in_(self.language).format(name=block.name, who=block.who)
        parts.empty(paragraph, block.name, text, self._next())

    def _line(self, block: Line) -> None:
        paragraph = self.document.add_paragraph()
        for one in block.parts:
            if isinstance(one, Field):
                self._field(paragraph, one)
            else:
                paragraph.add_run(part(one))

    def _table(self, block: Table) -> None:
        self._caption(plain(block.caption))
        table = self.document.add_table(rows=1, cols=len(block.headers))
        if "Table Grid" in {one.name for one in self.document.styles}:
            table.style = "Table Grid"
        looks = table._tbl.tblPr
        _lined(looks)
        parts.below(looks, "w:tblCaption", val=plain(block.caption))
        parts.below(looks, "w:tblDescription", val=plain("; ".join(block.headers)))
        self._row(table.rows[0], block.headers, block, head=True)
        for row in block.rows:
            self._row(table.add_row(), tuple(cell.text for cell in row), block, head=False)
        self._wide(table, block)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _caption(self, said: str) -> None:
        """What the table shows, unless that is the heading above it."""
        if said == self.heading:
            return
        caption = self.document.add_paragraph()
        caption.paragraph_format.keep_with_next = True
        caption.add_run(said if said.endswith(_ENDS) else f"{said}:").bold = True

    def _wide(self, table: Any, block: Table) -> None:  # noqa: ANN401
        section = self.document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        table.autofit = False
        widths = column_widths(block, Emu(room).pt, _CELL)
        for column, points in zip(table.columns, widths, strict=True):
            column.width = Pt(points)
            for cell in column.cells:
                cell.width = Pt(points)

    def _row(self, row: Any, texts: tuple[str, ...], block: Table, *, head: bool) -> None:  # noqa: ANN401
        looks = row._tr.get_or_add_trPr()
        parts.below(looks, "w:cantSplit")
        if head:
            parts.below(looks, "w:tblHeader")
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            run = paragraph.add_run(plain(text))
            run.font.size = Pt(_CELL)
            if place in block.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if head:
                run.bold = True
                run.font.color.rgb = colour_of(GROUND)
                ground = SERIES[0][1:]
                parts.below(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=ground)


def _lined(looks: Any) -> None:  # noqa: ANN401
    """Thin grey lines around the cells, whatever the style of the table."""
    borders = parts.new("w:tblBorders")
    # A program that keeps to the rules minds the order of these properties.
    looks.find(qn("w:tblLook")).addprevious(borders)
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        parts.below(borders, f"w:{side}", val="single", sz="4", space="0", color=RULE[1:])
