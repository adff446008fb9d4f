# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws areas with their intervals, sorted: what stands clear of the reference, and what does not."""

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.keys import DIAMOND, DISC, Entry, Swatch, draw_key
from baken.publications.charts.lettering import shorten, text_width, wrap
from baken.publications.charts.rankmodel import RankChart, RankRow
from baken.publications.charts.scales import Axis, nice_axis, thin

_PITCH, _PITCH_NARROW = 19.0, 22.0
_WIDEST_NAME = 0.34


class _Composer:
    """Works out the places of one chart at one width, then draws it."""

    def __init__(self, chart: RankChart, width: int) -> None:
        self.chart = chart
        self.canvas = Canvas(chart.id, width)
        self.rows = sorted(chart.rows, key=lambda row: (row.value is None, -(row.value or 0.0), row.label))
        size = self.canvas.size
        widest = max(text_width(row.label, size, bold=row.emphasised) for row in self.rows)
        self.left = min(widest, width * _WIDEST_NAME) + 12
        texts = [row.text for row in self.rows if row.value is not None] + [chart.text_label]
        self.right = width - min(max(text_width(text, size) for text in texts) + 12, width * 0.36)
        self.axis = self._axis()
        self.pitch = _PITCH_NARROW if self.canvas.narrow else _PITCH

    def _axis(self) -> Axis:
        numbers = [n for row in self.rows for n in (row.value, row.lower, row.upper) if n is not None]
        numbers += [self.chart.reference.value] if self.chart.reference else []
        if not numbers:
            return Axis(0.0, 1.0, (), ())
        form = self.chart.axis_format or self.chart.number_format
        return nice_axis(
            min(0.0, *numbers), max(0.0, *numbers), 3 if self.canvas.narrow else 6, form, outward=False
        )

    def x(self, value: float) -> float:
        """Place a value."""
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.left + share * (self.right - self.left - 6)

    def draw(self) -> str:
        """Draw everything, from back to front."""
        canvas, chart = self.canvas, self.chart
        unit = wrap(chart.unit_label, canvas.size, canvas.width - 4) if chart.unit_label else ()
        for index, line in enumerate(unit):
            canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
        top = 8 + canvas.row * (len(unit) + bool(chart.reference or chart.text_label))
        bottom = top + self.pitch * len(self.rows) + 6
        for tick in self.axis.ticks:
            canvas.line("grid", (self.x(tick), top), (self.x(tick), bottom))
        if chart.reference is not None:
            at = self.x(chart.reference.value)
            canvas.line("ref", (at, top), (at, bottom))
        for index, row in enumerate(self.rows):
            self._draw_row(row, top + 3 + self.pitch * (index + 0.5))
        canvas.line("axis", (self.left, bottom), (self.right, bottom))
        self._draw_head(top)
        self._draw_ticks(bottom)
        return canvas.document(chart.title, chart.description, self._draw_key(bottom + canvas.size + 12) + 2)

    def _draw_row(self, row: RankRow, y: float) -> None:
        canvas = self.canvas
        name = shorten(row.label, canvas.size * (1.07 if row.emphasised else 1.0), self.left - 10)
        baseline = y + canvas.size * 0.36
        canvas.text("strong" if row.emphasised else "label", (self.left - 9, baseline), name, "end")
        if row.value is None:
            self._draw_missing(row, y)
            return
        canvas.open("bk-row", self._title(row, row.value))
        apart = self._apart(row)
        if row.lower is not None and row.upper is not None:
            look = "span-apart" if apart else "span"
            canvas.line(look, (self.x(row.lower), y), (self.x(row.upper), y))
        canvas.path("dot-own", f"M{self.x(row.value):.1f} {y:.1f}{DIAMOND if apart else DISC}")
        canvas.close()
        if row.text:
            text = shorten(row.text, canvas.size, canvas.width - self.right - 6)
            canvas.text("value-strong" if row.emphasised else "value", (self.right + 6, baseline), text)

    def _draw_missing(self, row: RankRow, y: float) -> None:
        canvas = self.canvas
        box = Box(self.left, y - 7, self.right, y + 7)
        canvas.hatch(box, f"{row.label}: {row.text}")
        text = shorten(row.text, canvas.size, box.right - box.left - 20)
        if text:
            canvas.rect(
                "plate", Box(box.left + 6, y - 8, box.left + 14 + text_width(text, canvas.size), y + 8)
            )
            canvas.text("missing-label", (box.left + 10, y + canvas.size * 0.36), text)

    def _apart(self, row: RankRow) -> bool:
        """Whether the reference lies outside the interval."""
        if self.chart.reference is None or row.lower is None or row.upper is None:
            return False
        return not row.lower <= self.chart.reference.value <= row.upper

    def _title(self, row: RankRow, value: float) -> str:
        form = self.chart.number_format
        said = f"{row.label}: {form(value)}"
        if row.lower is not None and row.upper is not None:
            said += f" ({form(row.lower)}–{form(row.upper)})"
        return f"{said}, {row.text}" if row.text else said

    def _draw_head(self, top: float) -> None:
        """Write what the texts are, and the reference over its line."""
        canvas, reference = self.canvas, self.chart.reference
        head = (
            shorten(self.chart.text_label, canvas.size, canvas.width * 0.36) if self.chart.text_label else ""
        )
        wide = text_width(head, canvas.size)
        if head:
            canvas.text("tick", (min(self.right + 6, canvas.width - 2 - wide), top - 5), head)
        if reference is not None:
            said = f"{reference.label} {self.chart.number_format(reference.value)}".strip()
            free = canvas.width - 4 - (wide + 10 if head else 0)
            text = shorten(said, canvas.size * 1.07, free)
            half = text_width(text, canvas.size, bold=True) / 2
            middle = min(max(self.x(reference.value), half + 2), free - half)
            canvas.text("ref-label", (middle, top - 5), text, "middle")

    def _draw_ticks(self, bottom: float) -> None:
        places = [self.x(tick) for tick in self.axis.ticks]
        for index in thin(places, self.axis.labels, self.canvas.size):
            at = (places[index], bottom + self.canvas.size + 3)
            self.canvas.text("tick", at, self.axis.labels[index], "middle")

    def _draw_key(self, top: float) -> float:
        shown = [row for row in self.rows if row.lower is not None]
        entries: list[Entry] = []
        if any(not self._apart(row) for row in shown):
            entries.append((_interval("span", DISC), self.chart.words.interval))
        if any(self._apart(row) for row in shown):
            entries.append((_interval("span-apart", DIAMOND), self.chart.words.apart))
        return draw_key(self.canvas, entries, top)


def _interval(look: str, form: str) -> Swatch:
    def draw(canvas: Canvas, box: Box) -> None:
        y = (box.top + box.bottom) / 2
        canvas.line(look, (box.left, y), (box.right, y))
        canvas.path("dot-own", f"M{(box.left + box.right) / 2:.1f} {y:.1f}{form}")

    return draw


def rank_chart(chart: RankChart, width: int) -> str:
    """Draw areas with their intervals, sorted."""
    return _Composer(chart, width).draw()
