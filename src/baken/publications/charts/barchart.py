# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws horizontal bars from zero."""

from baken.publications.charts.barmodel import Bar, BarChart, RefLine
from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.lettering import shorten, text_width, wrap
from baken.publications.charts.scales import Axis, nice_axis, thin

_BAR = 15.0
_GAP = 9.0
_CAP = 4.0
_WHOLE_LABEL = 0.34


class _Composer:
    """Works out the places of one chart at one width, then draws it."""

    def __init__(self, chart: BarChart, width: int) -> None:
        self.chart = chart
        self.canvas = Canvas(chart.id, width)
        size = self.canvas.size
        values = [self._text(bar) for bar in chart.bars if bar.value is not None]
        self.room = max((text_width(text, size, bold=True) for text in values), default=0.0) + 12
        labels = [text_width(bar.label, size, bold=bar.emphasised) for bar in chart.bars]
        # On a small screen the labels stand above the bars, which then have the full width.
        self.left = 4.0 if self.canvas.narrow else min(max(labels), width * _WHOLE_LABEL) + 10
        self.right = width - self.room
        self.axis = self._axis()

    def _text(self, bar: Bar) -> str:
        if bar.text is not None or bar.value is None:
            return bar.text or ""
        return self.chart.number_format(bar.value)

    def _axis(self) -> Axis:
        numbers = [n for bar in self.chart.bars for n in (bar.value, bar.lower, bar.upper) if n is not None]
        if self.chart.reference is not None:
            numbers.append(self.chart.reference.value)
        if not numbers:
            return Axis(0.0, 1.0, (), ())
        low, high = min(0.0, *numbers), max(0.0, *numbers)
        form = self.chart.axis_format or self.chart.number_format
        return nice_axis(low, high, 4 if self.canvas.narrow else 6, form, outward=False)

    def x(self, value: float) -> float:
        """Place a value."""
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.left + share * (self.right - self.left)

    def draw(self) -> str:
        """Draw everything, from back to front."""
        canvas, chart = self.canvas, self.chart
        unit = wrap(chart.unit_label, canvas.size, canvas.width - 4) if chart.unit_label else ()
        for index, line in enumerate(unit):
            canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
        top = 6 + canvas.row * (len(unit) + (1 if chart.reference else 0))
        tops = [top + 6]
        for bar in chart.bars:
            tops.append(tops[-1] + self._height(bar))
        bottom = tops[-1]
        for tick in self.axis.ticks:
            canvas.line("grid", (self.x(tick), top), (self.x(tick), bottom))
        for bar, start in zip(chart.bars, tops, strict=False):
            self._draw_bar(bar, start)
        canvas.line("axis", (self.x(0.0), top), (self.x(0.0), bottom))
        if chart.reference is not None:
            self._draw_reference(chart.reference, top, bottom)
        for bar, start in zip(chart.bars, tops, strict=False):
            self._draw_texts(bar, start)
        self._draw_ticks(bottom)
        return canvas.document(chart.title, chart.description, bottom + canvas.size + 12)

    def _label_lines(self, bar: Bar) -> tuple[str, ...]:
        room = self.canvas.width - 8 if self.canvas.narrow else self.left - 10
        return wrap(bar.label, self.canvas.size * (1.07 if bar.emphasised else 1.0), room)[:3]

    def _height(self, bar: Bar) -> float:
        lines = len(self._label_lines(bar)) * self.canvas.row
        return lines + _BAR + _GAP if self.canvas.narrow else max(_BAR, lines) + _GAP

    def _box(self, bar: Bar, start: float) -> Box:
        """Give the place of a bar; one without a value has the whole width, unlike any bar with a value."""
        lines = len(self._label_lines(bar)) * self.canvas.row
        top = start + (lines if self.canvas.narrow else max(0.0, (lines - _BAR) / 2))
        ends = (self.left, self.right) if bar.value is None else sorted((self.x(0.0), self.x(bar.value)))
        return Box(ends[0], top, ends[1], top + _BAR)

    def _draw_bar(self, bar: Bar, start: float) -> None:
        box = self._box(bar, start)
        if bar.value is None:
            self.canvas.hatch(box, f"{bar.label}: {self._text(bar)}")
            return
        self.canvas.open("bk-row", self._title(bar))
        self.canvas.rect("bar-own" if bar.emphasised else "bar", box)
        if bar.lower is not None and bar.upper is not None:
            low, high, y = self.x(bar.lower), self.x(bar.upper), (box.top + box.bottom) / 2
            caps = f"{y - _CAP:.1f}V{y + _CAP:.1f}"
            data = f"M{low:.1f} {caps}M{low:.1f} {y:.1f}H{high:.1f}M{high:.1f} {caps}"
            self.canvas.path("whisker-under", data)
            self.canvas.path("whisker", data)
        self.canvas.close()

    def _title(self, bar: Bar) -> str:
        said = f"{bar.label}: {self._text(bar)}"
        if bar.lower is None or bar.upper is None:
            return said
        form = self.chart.number_format
        return f"{said} ({form(bar.lower)}–{form(bar.upper)})"

    def _draw_texts(self, bar: Bar, start: float) -> None:
        """Write name and figure, on top of all lines."""
        canvas, box = self.canvas, self._box(bar, start)
        look = "strong" if bar.emphasised else "label"
        lines = self._label_lines(bar)
        high = canvas.row * len(lines)
        first = start + canvas.size if canvas.narrow else (box.top + box.bottom - high) / 2 + canvas.size
        at, anchor = (self.left, "start") if canvas.narrow else (self.left - 8, "end")
        for index, line in enumerate(lines):
            canvas.text(look, (at, first + canvas.row * index), line, anchor)
        baseline = box.top + _BAR / 2 + canvas.size * 0.36
        if bar.value is None:
            self._draw_reason(bar, box, baseline)
        else:
            canvas.text(
                "value-strong" if bar.emphasised else "value", (self._end(bar), baseline), self._text(bar)
            )

    def _draw_reason(self, bar: Bar, box: Box, baseline: float) -> None:
        text = shorten(self._text(bar), self.canvas.size, box.right - box.left - 20)
        if text:
            width = text_width(text, self.canvas.size) + 8
            self.canvas.rect("plate", Box(box.left + 6, box.top - 1, box.left + 6 + width, box.bottom + 1))
            self.canvas.text("missing-label", (box.left + 10, baseline), text)

    def _end(self, bar: Bar) -> float:
        """Say where a figure begins: after its bar and interval, and clear of the reference line."""
        numbers = [n for n in (0.0, bar.value, bar.upper) if n is not None]
        start = self.x(max(numbers)) + 6
        if self.chart.reference is None:
            return start
        line = self.x(self.chart.reference.value)
        width = text_width(self._text(bar), self.canvas.size, bold=bar.emphasised)
        moved = line + 5
        return moved if start - 4 < line < start + width + 3 and moved + width < self.canvas.width else start

    def _draw_reference(self, reference: RefLine, top: float, bottom: float) -> None:
        x, size = self.x(reference.value), self.canvas.size
        self.canvas.line("ref", (x, top), (x, bottom))
        said = f"{reference.label} {self.chart.number_format(reference.value)}"
        text = shorten(said, size * 1.07, self.canvas.width - 8)
        half = text_width(text, size, bold=True) / 2
        middle = min(max(x, half + 2), self.canvas.width - half - 2)
        self.canvas.text("ref-label", (middle, top - 4), text, "middle")

    def _draw_ticks(self, bottom: float) -> None:
        places = [self.x(tick) for tick in self.axis.ticks]
        for index in thin(places, self.axis.labels, self.canvas.size):
            half = text_width(self.axis.labels[index], self.canvas.size) / 2
            at = max(places[index], half + 1)
            self.canvas.text("tick", (at, bottom + self.canvas.size + 3), self.axis.labels[index], "middle")


def bar_chart(chart: BarChart, width: int) -> str:
    """Draw a bar chart."""
    return _Composer(chart, width).draw()
