# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A deck as a presentation file: each slide on the layout that suits it, in the order in which it is read."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from baken.model.text import Language
from baken.publications.cards.drawing import pictures_of
from baken.publications.charts import LineChart
from baken.publications.office.package import settled
from baken.publications.office.texts import plain, tag_of
from baken.publications.slides import fitting, measure, words
from baken.publications.slides.barchart import KIND as BARS
from baken.publications.slides.barchart import bar_numbers, draw_bars
from baken.publications.slides.linechart import KIND as LINES
from baken.publications.slides.linechart import draw_line, line_numbers
from baken.publications.slides.model import Charted, Cover, Deck, Mapped, Points, Slide, Tabled
from baken.publications.slides.parts import QUIET, colour, described, in_language, spoken
from baken.publications.slides.template import House, Room, house_of, places, title_points
from baken.publications.slides.workbook import Print

_LANGUAGES = {Language.NL: MSO_LANGUAGE_ID.DUTCH, Language.EN: MSO_LANGUAGE_ID.ENGLISH_UK}
_BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_INSET, _INDENT = 14.4, 27.0
_CHART_SHARE, _BETWEEN = 0.6, 20.0
_FIRST_LINES = 4.0


def presentation_of(deck: Deck, template: Path | None) -> bytes:
    """The deck as a file. The same deck and template give the same bytes."""
    house = house_of(template)
    writer = _Writer(house, deck.language)
    for one in deck.slides:
        writer.add(one)
    told = house.shown.core_properties
    told.title, told.author, told.last_modified_by = plain(deck.title), plain(deck.author), plain(deck.author)
    told.language, told.subject, told.keywords, told.comments = tag_of(deck.language), "", "", ""
    told.revision = 1
    out = BytesIO()
    house.shown.save(out)
    return settled(out.getvalue(), deck.day)


class _Writer:
    """Adds slides to a presentation."""

    def __init__(self, house: House, language: Language) -> None:
        self.house, self.language, self.room = house, language, house.room

    def add(self, one: Slide) -> None:
        """Add one slide, or as many as its content needs."""
        match one:
            case Cover():
                self._cover(one)
            case Points():
                short = self._short(one.title)
                lines = one.lines if short == one.title else (one.title, *one.lines)
                self._points(replace(one, title=short, lines=lines))
            case Charted():
                short = self._short(one.title)
                said = one.said if short == one.title else (one.title, *one.said)
                self._charted(replace(one, title=short, said=said))
            case Mapped():
                self._mapped(replace(one, title=self._short(one.title)))
            case Tabled():
                short = self._short(one.title)
                note = one.note if short == one.title else f"{one.title} {one.note}".strip()
                self._tabled(replace(one, title=short, note=note))

    def _short(self, title: str) -> str:
        """A title that fits; what is too long stands on the slide in full below it."""
        place = next(each for each in places(self.house.plain) if each.placeholder_format.idx == 0)
        return fitting.short_title(title, place.width.pt - _INSET, place.height.pt - _INSET / 2)

    def _slide(self, layout: Any, title: str, notes: Iterable[str]) -> Any:  # noqa: ANN401
        slide = self.house.shown.slides.add_slide(layout)
        self._title(slide, title)
        said = list(notes)
        if said:
            frame = slide.notes_slide.notes_text_frame
            self._say(frame, said)
        return slide

    def _title(self, slide: Any, title: str) -> None:  # noqa: ANN401
        shape = slide.shapes.title
        wide, high = shape.width.pt - _INSET, shape.height.pt - _INSET / 2
        self._say(shape.text_frame, [title])
        largest = title_points(slide.slide_layout)
        size = fitting.title_size(title, wide, high, largest) or fitting.TITLE[-1]
        if size != largest:
            shape.text_frame.paragraphs[0].runs[0].font.size = Pt(size)

    def _say(self, frame: Any, lines: Iterable[str], size: float | None = None) -> None:  # noqa: ANN401
        """Put paragraphs of plain words in a frame, in the language of the deck."""
        for place, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = plain(line)
            run.font.language_id = _LANGUAGES[self.language]
            if size is not None:
                run.font.size = Pt(size)
                paragraph.space_before, paragraph.space_after = Pt(0), Pt(fitting.GAP)

    def _finish(self, slide: Any) -> None:  # noqa: ANN401
        """Take away places that stayed empty, and number the slide where its layout does."""
        for one in places(slide):
            if one.has_text_frame and not one.text_frame.text:
                one._element.getparent().remove(one._element)
        for one in places(slide.slide_layout):
            if one.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER:
                number = copy.deepcopy(one._element)
                number.nvSpPr.cNvPr.set("id", str(max(each.shape_id for each in slide.shapes) + 1))
                slide.shapes._spTree.append(number)
        spoken(slide._element, tag_of(self.language))

    def _cover(self, one: Cover) -> None:
        short = self._short(one.title)
        slide = self._slide(self.house.cover, short, ())
        below = next((each for each in places(slide) if each.placeholder_format.idx != 0), None)
        if below is not None:
            self._say(below.text_frame, [one.subtitle])
            top = below.top.pt + below.height.pt + _BETWEEN
            left, wide = below.left.pt, below.width.pt
            lines = one.lines
        else:
            top, left, wide = self.room.top, self.room.left, self.room.wide
            lines = (one.subtitle, *one.lines)
        if short != one.title:
            lines = (one.title, *lines)
        high = measure.height(lines, wide - _INSET, fitting.POINT, fitting.GAP)
        lowest = Emu(self.house.shown.slide_height or 0).pt - high - _BETWEEN
        place = Room(left + _INSET / 2, min(top, lowest), wide - _INSET, high)
        self._box(slide, place, lines, fitting.POINT)
        self._finish(slide)

    def _box(self, slide: Any, room: Room, lines: Iterable[str], size: float, *, quiet: bool = False) -> None:  # noqa: ANN401
        """A box with words and without edges of its own."""
        box = slide.shapes.add_textbox(Pt(room.left), Pt(room.top), Pt(room.wide), Pt(room.high))
        frame = box.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self._say(frame, lines, size)
        if quiet:
            for paragraph in frame.paragraphs:
                for run in paragraph.runs:
                    colour(run.font.fill, QUIET)

    def _points(self, one: Points) -> None:
        room = self._body_room()
        wide, high = room.wide - _INSET - _INDENT, room.high - _INSET / 2
        for part, start in fitting.spread(one, wide, high, self.language):
            slide = self._slide(self.house.points, part.title, part.notes)
            size = fitting.LARGE if part.large else fitting.POINT
            body = next((each for each in places(slide) if each.placeholder_format.type in _BODIES), None)
            if body is None:
                self._box(slide, room, part.lines, size)
            else:
                self._say(body.text_frame, part.lines, size)
                self._bulleted(body.text_frame, part, start)
            self._finish(slide)

    def _body_room(self) -> Room:
        for one in places(self.house.points):
            if one.placeholder_format.type in _BODIES:
                return Room(one.left.pt, one.top.pt, one.width.pt, one.height.pt)
        return self.room

    def _bulleted(self, frame: Any, part: Points, start: int) -> None:  # noqa: ANN401
        """Numbers before the points of an order, and no bullets before a single text."""
        for paragraph in frame.paragraphs:
            look = paragraph._p.get_or_add_pPr()
            if part.ordered:
                number = look.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod", "startAt": str(start)})
                look.append(number)
            elif part.large or len(part.lines) == 1:
                look.set("marL", "0")
                look.set("indent", "0")
                look.append(look.makeelement(qn("a:buNone"), {}))

    def _charted(self, one: Charted) -> None:
        room = self.room
        slide = self._slide(self.house.plain, one.title, one.notes)
        head = measure.height([one.measure], room.wide, fitting.BESIDE) + fitting.GAP
        self._box(
            slide, Room(room.left, room.top, room.wide, head), [one.measure], fitting.BESIDE, quiet=True
        )
        foot = measure.height([one.source], room.wide, fitting.FOOT)
        middle = Room(
            room.left, room.top + head + _FIRST_LINES, room.wide, room.high - head - foot - 3 * _FIRST_LINES
        )
        self._chart(slide, one, middle)
        left = room.left + room.wide * _CHART_SHARE + _BETWEEN
        beside = Room(left, middle.top, room.left + room.wide - left, middle.high)
        first, *others = fitting.pages(one.said, beside.wide, beside.high, fitting.BESIDE)
        self._box(slide, beside, first, fitting.BESIDE)
        below = Room(room.left, room.top + room.high - foot, room.wide, foot)
        self._box(slide, below, [one.source], fitting.FOOT, quiet=True)
        self._finish(slide)
        if others:
            rest = tuple(line for page in others for line in page)
            title = words.MORE.in_(self.language).format(title=one.title)
            self.add(Points(title=title, lines=rest, notes=one.notes))

    def _chart(self, slide: Any, one: Charted, room: Room) -> None:  # noqa: ANN401
        place = (Pt(room.left), Pt(room.top), Pt(room.wide * _CHART_SHARE), Pt(room.high))
        form = Print(one.decimals, self.language)
        if isinstance(one.chart, LineChart):
            frame = slide.shapes.add_chart(LINES, *place, line_numbers(one.chart, form))
            draw_line(frame.chart, one.chart, form)
        else:
            frame = slide.shapes.add_chart(BARS, *place, bar_numbers(one.chart, form))
            draw_bars(frame.chart, one.chart, form)
        in_language(frame.chart, tag_of(self.language))
        described(frame, plain(one.chart.title), plain(f"{one.chart.title}. {one.measure}. {one.said[0]}"))

    def _mapped(self, one: Mapped) -> None:
        room = self.room
        slide = self._slide(self.house.plain, one.title, one.notes)
        head = measure.height([one.measure], room.wide, fitting.BESIDE) + fitting.GAP
        foot = measure.height([one.source], room.wide, fitting.FOOT)
        top, high = room.top + head, room.high - head - foot - 2 * _FIRST_LINES
        said = Room(room.left, room.top, room.wide, head)
        self._box(slide, said, [one.measure], fitting.BESIDE, quiet=True)
        (picture,) = pictures_of([one.card])
        frame = slide.shapes.add_picture(BytesIO(picture), Pt(room.left), Pt(top), height=Pt(high))
        widest = room.wide * _CHART_SHARE
        if frame.width.pt > widest:
            frame.height, frame.width = Pt(frame.height.pt * widest / frame.width.pt), Pt(widest)
        described(frame, plain(one.title), plain(one.card.alternative))
        left = room.left + frame.width.pt + _BETWEEN
        self._box(slide, Room(left, top, room.left + room.wide - left, high), one.said, fitting.BESIDE)
        below = Room(room.left, room.top + room.high - foot, room.wide, foot)
        self._box(slide, below, [one.source], fitting.FOOT, quiet=True)
        self._finish(slide)

    def _tabled(self, one: Tabled) -> None:
        room = self.room
        note = measure.height([one.note], room.wide, fitting.BESIDE, fitting.GAP) if one.note else 0.0
        for part in fitting.spread_table(one, room.wide, room.high - note - fitting.GAP, self.language):
            slide = self._slide(self.house.plain, part.title, part.notes)
            if one.note:
                top = Room(room.left, room.top, room.wide, note)
                self._box(slide, top, [one.note], fitting.BESIDE, quiet=True)
            self._table(slide, part, room.top + note)
            self._finish(slide)

    def _table(self, slide: Any, one: Tabled, top: float) -> None:  # noqa: ANN401
        table = one.table
        widths = fitting.column_widths(table, self.room.wide)
        texts = [list(table.headers), *([cell.text for cell in row] for row in table.rows)]
        heights = [fitting.row_height(row, widths, bold=not place) for place, row in enumerate(texts)]
        frame = slide.shapes.add_table(
            len(texts), len(widths), Pt(self.room.left), Pt(top), Pt(self.room.wide), Pt(sum(heights))
        )
        for column, wide in zip(frame.table.columns, widths, strict=True):
            column.width = Pt(wide)
        for place, (row, high) in enumerate(zip(texts, heights, strict=True)):
            frame.table.rows[place].height = Pt(high)
            for number, text in enumerate(row):
                cell = frame.table.cell(place, number).text_frame
                self._say(cell, [text], fitting.CELL)
                paragraph = cell.paragraphs[0]
                paragraph.space_after = Pt(0)
                if number in table.numeric:
                    paragraph._p.get_or_add_pPr().set("algn", "r")
        described(frame, plain(one.title), plain(f"{table.caption}. {'; '.join(table.headers)}"))
