# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws two moments with a line for each area, named at its end; names never lie over one another."""

from typing import NamedTuple

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.keys import DISC, Entry, draw_key, stroke
from baken.publications.charts.labels import spread
from baken.publications.charts.lettering import shorten, text_width, wrap
from baken.publications.charts.plot import SQUARE
from baken.publications.charts.scales import Axis, nice_axis
from baken.publications.charts.slopemodel import Moment, Slope, SlopeChart, SlopeRow

_HEIGHT = 250.0
_AWAY, _LEADER = 8.0, 16.0
_WIDEST_NAME = 0.46
_BOLD = 1.07


class _Line(NamedTuple):
    """An area with both figures: the heights of its ends, and the lines of its name."""

    row: SlopeRow
    start: float
    end: float
    name: tuple[str, ...]


class _Composer:
    """Works out the places of one chart at one width, then draws it."""

    def __init__(self, chart: SlopeChart, width: int) -> None:
        self.chart = chart
        self.canvas = canvas = Canvas(chart.id, width)
        self.whole = [row for row in chart.rows if row.is_whole]
        values = [chart.number_format(row.start.value or 0.0) for row in self.whole]
        self.left = max((text_width(text, canvas.size, bold=True) for text in values), default=0.0)
        self.left += _AWAY + _LEADER + 2
        heads = sum(text_width(text, canvas.size, bold=True) for text in chart.moments)
        # The two moments stand above the lines, so the names leave room for both.
        room = width - self.left - heads - 2 * _AWAY - _LEADER - 2
        self.widest = min(width * _WIDEST_NAME, room)
        names = [self._name(row) for row in self.whole]
        widest = max((text_width(line, canvas.size, bold=True) for name in names for line in name), default=0)
        self.right = width - widest - _AWAY - _LEADER - 2
        unit = wrap(chart.unit_label, canvas.size, width - 4) if chart.unit_label else ()
        self.unit = tuple(unit)
        self.top = 8 + canvas.row * (len(unit) + 1) + 8
        tall = sum(canvas.row * len(name) for name in names)
        self.bottom = self.top + max(_HEIGHT, tall + 12) if self.whole else self.top
        self.axis = self._axis()
        self.lines = [self._line(row, name) for row, name in zip(self.whole, names, strict=True)]

    def _axis(self) -> Axis:
        """From zero, so that a small difference does not look like a large one."""
        ends = [one for row in self.whole for one in (row.start.value, row.end.value) if one is not None]
        return nice_axis(
            min(0.0, *ends, 0.0), max(0.0, *ends, 0.0), 4, self.chart.number_format, outward=False
        )

    def _name(self, row: SlopeRow) -> tuple[str, ...]:
        """The last figure with the name, in a few short lines, and what is said of the change."""
        size, widest = self.canvas.size * _BOLD, self.widest
        lines = wrap(f"{self.chart.number_format(row.end.value or 0.0)} {row.label}", size, widest)
        return tuple(shorten(line, size, widest) for line in (*lines, *([row.said] if row.said else [])))

    def _line(self, row: SlopeRow, name: tuple[str, ...]) -> _Line:
        return _Line(row, self._y(row.start), self._y(row.end), name)

    def _y(self, moment: Moment) -> float:
        share = ((moment.value or 0.0) - self.axis.low) / (self.axis.high - self.axis.low)
        return self.bottom - share * (self.bottom - self.top - 10)

    def draw(self) -> str:
        """Draw everything, from back to front."""
        canvas, chart = self.canvas, self.chart
        for index, line in enumerate(self.unit):
            canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
        end = self.bottom
        if self.lines:
            self._draw_moments()
            for one in sorted(self.lines, key=lambda line: _ORDER[_look(line.row)]):
                self._draw_line(one)
            self._draw_values()
            self._draw_names()
            end = self._draw_key(self.bottom + canvas.size + 10)
        return canvas.document(chart.title, chart.description, self._draw_missing(end + 4) + 4)

    def _draw_moments(self) -> None:
        canvas = self.canvas
        for x, label, anchor in zip(
            (self.left, self.right), self.chart.moments, ("start", "end"), strict=True
        ):
            canvas.line("axis", (x, self.top - 4), (x, self.bottom))
            canvas.text("strong", (x, self.top - 9), label, anchor)
        zero = self._y(Moment(0.0))
        canvas.line("axis", (self.left, zero), (self.right, zero))
        canvas.text("tick", ((self.left + self.right) / 2, zero + canvas.size + 2), "0", "middle")

    def _draw_line(self, one: _Line) -> None:
        canvas, look = self.canvas, _look(one.row)
        canvas.open("bk-row", self._title(one.row))
        canvas.path(_LINES[look], f"M{self.left:.1f} {one.start:.1f}L{self.right:.1f} {one.end:.1f}")
        mark, form = _MARKS[look]
        for x, y in ((self.left, one.start), (self.right, one.end)):
            canvas.path(mark, f"M{x:.1f} {y:.1f}{form}")
        canvas.close()

    def _title(self, row: SlopeRow) -> str:
        said = f"{row.label}: {self._told(row.start)} → {self._told(row.end)}"
        return f"{said}, {row.said}" if row.said else said

    def _told(self, moment: Moment) -> str:
        form = self.chart.number_format
        if moment.value is None:
            return "…"
        if moment.lower is None or moment.upper is None:
            return form(moment.value)
        return f"{form(moment.value)} ({form(moment.lower)}–{form(moment.upper)})"

    def _draw_values(self) -> None:
        canvas, wanted = self.canvas, sorted(self.lines, key=lambda line: line.start)
        tops = spread([one.start for one in wanted], [canvas.row] * len(wanted), (self.top, self.bottom))
        for one, top in zip(wanted, tops, strict=True):
            middle = top + canvas.row / 2
            if abs(middle - one.start) > 3:
                canvas.line("leader", (self.left - 5, one.start), (self.left - _LEADER, middle))
            text = self.chart.number_format(one.row.start.value or 0.0)
            at = (self.left - _LEADER - _AWAY + 4, middle + canvas.size * 0.36)
            canvas.text("strong" if _is_strong(one.row) else "label", at, text, "end")

    def _draw_names(self) -> None:
        canvas, wanted = self.canvas, sorted(self.lines, key=lambda line: line.end)
        heights = [canvas.row * len(one.name) for one in wanted]
        tops = spread([one.end for one in wanted], heights, (self.top, self.bottom))
        for one, top, high in zip(wanted, tops, heights, strict=True):
            middle = top + high / 2
            if abs(middle - one.end) > 3:
                canvas.line("leader", (self.right + 5, one.end), (self.right + _LEADER, middle))
            for index, text in enumerate(one.name):
                baseline = top + canvas.row * index + canvas.size
                look = _NAMES[_look(one.row)]
                canvas.text(look, (self.right + _LEADER + _AWAY - 4, baseline), text)

    def _draw_key(self, top: float) -> float:
        """What the kinds of line mean, those that are in the chart."""
        words = self.chart.words
        said = {"own": words.own, "changed": words.changed, "same": words.same, "open": words.open}
        shown = {_look(one.row) for one in self.lines}
        entries: list[Entry] = [(stroke(_LINES[look]), said[look]) for look in said if look in shown]
        return draw_key(self.canvas, entries, top)

    def _draw_missing(self, top: float) -> float:
        """The areas without a line, each with the reason."""
        canvas, y = self.canvas, top
        for row in self.chart.rows:
            if row.is_whole:
                continue
            canvas.hatch(Box(2, y + 2, 24, y + 16), f"{row.label}: {row.said}")
            text = shorten(f"{row.label}: {row.said}", canvas.size, canvas.width - 34)
            canvas.text("label", (30, y + 9 + canvas.size * 0.36), text)
            y += canvas.row + 4
        return y


def _look(row: SlopeRow) -> str:
    return "own" if row.emphasised else row.slope.value


def _is_strong(row: SlopeRow) -> bool:
    return row.emphasised or row.slope is Slope.CHANGED


_LINES = {"own": "line-2", "changed": "line-1", "same": "slope-same", "open": "slope-open"}
_MARKS = {
    "own": ("marker-2", SQUARE),
    "changed": ("marker-1", DISC),
    "same": ("dot-hollow", DISC),
    "open": ("dot-hollow", DISC),
}
_NAMES = {"own": "name-2", "changed": "name-1", "same": "label", "open": "label"}
_ORDER = {"same": 0, "open": 1, "own": 2, "changed": 3}


def slope_chart(chart: SlopeChart, width: int) -> str:
    """Draw two moments with a line for each area."""
    return _Composer(chart, width).draw()
