# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws a chart of signals, and small ones side by side."""

from collections.abc import Sequence

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.counts import Manner, count_axis, draw_counts, frame_of, in_order, key_of
from baken.publications.charts.headers import draw_headers, place_headers, rows
from baken.publications.charts.keys import draw_key
from baken.publications.charts.labels import around
from baken.publications.charts.lettering import shorten, text_width, wrap
from baken.publications.charts.linechart import make_headers, shaded_ends
from baken.publications.charts.obstacles import Obstacles
from baken.publications.charts.plot import break_position, draw_shading, draw_x_axis, draw_y_axis
from baken.publications.charts.scales import Frame
from baken.publications.charts.signalmodel import SignalChart, SignalPanel, SignalPanels, SignalPoint, Tick

_PLOT_HEIGHT = 200.0
_PANEL_HEIGHT = 84.0
_BETWEEN = 16.0
_MOST_LINES = 3


def signal_chart(chart: SignalChart, width: int) -> str:
    """Draw a chart of signals."""
    canvas = Canvas(chart.id, width)
    axis = count_axis(chart.points, 4 if canvas.narrow else 5, chart.number_format)
    unit = wrap(chart.unit_label, canvas.size, width - 4)
    for index, line in enumerate(unit):
        canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
    left = max((text_width(label, canvas.size) for label in axis.labels), default=0.0) + 10
    flat = frame_of(chart.points, Box(left, 0, width - 6.0, 1), axis)
    positions = [point.position for point in chart.points]
    step = flat.step(positions)
    ends = shaded_ends(flat, chart.shaded, step)
    shading = list(zip(chart.shaded, ends, strict=True))
    headers = place_headers(
        make_headers(flat, chart.breaks, shading, positions), canvas.size, (left - 4, width - 2.0)
    )
    top = 14 + canvas.row * (len(unit) + rows(headers))
    frame = frame_of(chart.points, Box(left, top, width - 6.0, top + _PLOT_HEIGHT), axis)
    draw_shading(canvas, frame, ends)
    draw_y_axis(canvas, frame, axis)
    alarms = draw_counts(canvas, frame, chart.points, Manner(chart.words, chart.number_format))
    draw_x_axis(canvas, frame, _ticks(chart.ticks, chart.points))
    draw_headers(canvas, headers, frame.box)
    _draw_words(canvas, frame, chart, alarms)
    bottom = draw_key(canvas, key_of(chart.points, chart.words), frame.box.bottom + canvas.size + 16)
    return canvas.document(chart.title, chart.description, bottom + 2)


def _ticks(ticks: Sequence[Tick], points: Sequence[SignalPoint]) -> list[Tick]:
    return list(ticks) or [(point.position, point.label) for point in in_order(points)]


def _draw_words(
    canvas: Canvas, frame: Frame, chart: SignalChart, alarms: list[tuple[SignalPoint, Box]]
) -> None:
    """Write word and period at each alarm where there is room, the latest first."""
    # Over hatching a word stays legible, over columns it does not; so hatching is avoided only if it can be.
    free, over_gaps = (_taken(canvas, frame, chart, alarms, gaps=gaps) for gaps in (True, False))
    for point, box in reversed(alarms):
        middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        for taken in (free, over_gaps):
            text = f"{chart.words.alarm} {point.label}"
            width = text_width(text, canvas.size, bold=True) + 2
            place = taken.first_free(around(middle, width, canvas.size))
            if place is not None:
                for one in (free, over_gaps):
                    one.add_box(place)
                at = ((place.left + place.right) / 2, place.bottom - canvas.size * 0.15)
                canvas.text("value-strong", at, text, "middle")
                break


def _taken(
    canvas: Canvas, frame: Frame, chart: SignalChart, alarms: list[tuple[SignalPoint, Box]], *, gaps: bool
) -> Obstacles:
    """Where no word may stand: on columns and marks, and on gaps if they count."""
    taken = Obstacles(Box(frame.box.left, frame.box.top - 2, canvas.width - 2.0, frame.box.bottom))
    for point in chart.points:
        x = frame.x(point.position)
        if point.observed is not None:
            taken.add_box(Box(x - 1, frame.y(max(point.observed, 0.0)), x + 1, frame.box.bottom))
        elif gaps:
            taken.add_box(Box(x - 5, frame.box.top, x + 5, frame.box.bottom))
    for _, box in alarms:
        taken.add_box(box)
    return taken


class _Panels:
    """Works out the places of the panels at one width, then draws them."""

    def __init__(self, chart: SignalPanels, width: int) -> None:
        self.chart = chart
        self.canvas = Canvas(chart.id, width)
        self.columns = min(len(chart.panels), 2 if self.canvas.narrow else 3)
        self.wide = (width - 4 - _BETWEEN * (self.columns - 1)) / self.columns

    def draw(self) -> str:
        """Draw row after row, and the key under them."""
        canvas, chart = self.canvas, self.chart
        unit = wrap(chart.unit_label, canvas.size, canvas.width - 4)
        for index, line in enumerate(unit):
            canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
        top = 10 + canvas.row * len(unit)
        for start in range(0, len(chart.panels), self.columns):
            row = chart.panels[start : start + self.columns]
            heads = [self._head(panel) for panel in row]
            high = max(len(names) for names in heads)
            for column, (panel, names) in enumerate(zip(row, heads, strict=True)):
                left = 2 + column * (self.wide + _BETWEEN)
                self._draw_head(panel, names, (left, top))
                plot_top = top + canvas.row * (high + (1 if any(one.note for one in row) else 0)) + 14
                self._draw_panel(panel, Box(left, plot_top, left + self.wide, plot_top + _PANEL_HEIGHT))
            top = plot_top + _PANEL_HEIGHT + canvas.size + 22
        points = [point for panel in chart.panels for point in panel.points]
        return canvas.document(
            chart.title, chart.description, draw_key(canvas, key_of(points, chart.words), top)
        )

    def _head(self, panel: SignalPanel) -> tuple[str, ...]:
        lines = wrap(panel.label, self.canvas.size * 1.07, self.wide - 2)
        if len(lines) <= _MOST_LINES:
            return lines
        rest = shorten(" ".join(lines[_MOST_LINES - 1 :]), self.canvas.size * 1.07, self.wide - 2)
        return (*lines[: _MOST_LINES - 1], rest)

    def _draw_head(self, panel: SignalPanel, names: Sequence[str], corner: tuple[float, float]) -> None:
        canvas, (left, top) = self.canvas, corner
        for index, line in enumerate(names):
            canvas.text("strong", (left, top + canvas.row * (index + 0.8)), line)
        if panel.note:
            note = shorten(panel.note, canvas.size, self.wide - 2)
            canvas.text("tick", (left, top + canvas.row * (len(names) + 0.8)), note)

    def _draw_panel(self, panel: SignalPanel, box: Box) -> None:
        canvas, chart = self.canvas, self.chart
        axis = count_axis(panel.points, 2, chart.number_format)
        room = max((text_width(label, canvas.size) for label in axis.labels), default=0.0) + 9
        inside = Box(box.left + room, box.top, box.right, box.bottom)
        frame = frame_of(panel.points, inside, axis)
        draw_y_axis(canvas, frame, axis)
        draw_counts(canvas, frame, panel.points, Manner(chart.words, chart.number_format, brief=True))
        positions = [point.position for point in panel.points]
        for place in chart.breaks:
            x = frame.x(break_position(place, positions))
            if inside.left <= x <= inside.right:
                canvas.line("break", (x, inside.top), (x, inside.bottom))
        ticks = _ticks(chart.ticks, panel.points)
        self._draw_ends(frame, [ticks[0], ticks[-1]][: len(ticks)])

    def _draw_ends(self, frame: Frame, ticks: Sequence[Tick]) -> None:
        """The first and the last label only, each kept under its own panel."""
        canvas, box = self.canvas, frame.box
        canvas.line("axis", (box.left, box.bottom), (box.right, box.bottom))
        free = box.right
        for position, label in reversed(ticks):
            text = shorten(label, canvas.size, (box.right - box.left) / 2)
            half = text_width(text, canvas.size) / 2
            x = min(max(frame.x(position), box.left + half - 4), box.right - half)
            if x + half > free:
                continue
            free = x - half - 6
            canvas.line("axis", (frame.x(position), box.bottom), (frame.x(position), box.bottom + 5))
            canvas.text("tick", (x, box.bottom + canvas.size + 7), text, "middle")


def signal_panels(chart: SignalPanels, width: int) -> str:
    """Draw small charts of signals side by side."""
    return _Panels(chart, width).draw()
