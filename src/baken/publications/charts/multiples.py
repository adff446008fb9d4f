# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws small multiples: panels side by side with one shared y axis."""

from collections.abc import Sequence

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.gaps import draw_strips
from baken.publications.charts.labels import draw_values
from baken.publications.charts.lettering import shorten, text_width, wrap
from baken.publications.charts.linechart import shaded_ends, unlabelled, x_ticks
from baken.publications.charts.linemodel import Panel, SmallMultiples
from baken.publications.charts.obstacles import Obstacles
from baken.publications.charts.plot import (
    break_position,
    draw_bands,
    draw_line,
    draw_shading,
    draw_x_axis,
    draw_y_axis,
    joints,
    known,
    segments,
    value_range,
)
from baken.publications.charts.scales import Axis, Frame, nice_axis

_HEIGHT = 92.0
_BETWEEN = 14.0


class _Composer:
    """Works out the places of the panels at one width, then draws them."""

    def __init__(self, chart: SmallMultiples, width: int) -> None:
        self.chart = chart
        self.canvas = Canvas(chart.id, width)
        self.points = [point for panel in chart.panels for point in panel.points]
        self.axis = self._axis()
        self.ticks = x_ticks(self.points)
        self.columns = min(len(chart.panels), 2 if self.canvas.narrow else 4)
        self.left = max((text_width(t, self.canvas.size) for t in self.axis.labels), default=0.0) + 10
        room = width - self.left - 4 - _BETWEEN * (self.columns - 1)
        self.wide = room / self.columns
        self.names = [wrap(panel.label, self.canvas.size * 1.07, self.wide - 2)[:2] for panel in chart.panels]

    def _axis(self) -> Axis:
        low, high = value_range(self.points)
        axis = nice_axis(
            min(low, 0.0), max(high * 1.1, 0.0), 3, self.chart.axis_format or self.chart.number_format
        )
        return axis if known(self.points) else unlabelled(axis)

    def draw(self) -> str:
        """Draw row after row, and under them what hatching and shading mean."""
        canvas, columns = self.canvas, self.columns
        unit = wrap(self.chart.unit_label, canvas.size, canvas.width - 4)
        for index, line in enumerate(unit):
            canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
        top = 6 + canvas.row * len(unit)
        for start in range(0, len(self.chart.panels), columns):
            names = self.names[start : start + columns]
            plot_top = top + canvas.row * max(len(name) for name in names) + 10
            for column, panel in enumerate(self.chart.panels[start : start + columns]):
                left = self.left + column * (self.wide + _BETWEEN)
                box = Box(left, plot_top, left + self.wide, plot_top + _HEIGHT)
                self._draw_panel(panel, names[column], box, labelled=column == 0)
            top = plot_top + _HEIGHT + canvas.size + 18
        return canvas.document(self.chart.title, self.chart.description, self._draw_key(top))

    def _draw_panel(self, panel: Panel, name: Sequence[str], box: Box, *, labelled: bool) -> None:
        canvas, chart = self.canvas, self.chart
        longest = max(text_width(self.ticks[0][1], canvas.size), text_width(self.ticks[-1][1], canvas.size))
        pad = min(longest / 2, self.wide * 0.3)
        frame = Frame(box, self.ticks[0][0], self.ticks[-1][0], self.axis.low, self.axis.high, pad)
        for index, line in enumerate(reversed(name)):
            canvas.text("strong", (box.left, box.top - 9 - canvas.row * index), line)
        step = frame.step([position for position, _ in self.ticks])
        draw_shading(canvas, frame, shaded_ends(frame, chart.shaded, step))
        draw_y_axis(canvas, frame, self.axis, labelled=labelled)
        gaps = draw_strips(canvas, frame, panel.points, step)
        taken = Obstacles(Box(box.left, box.top + 1, box.right, box.bottom - 1))
        breaks = (*chart.breaks, *panel.breaks)
        for mark in breaks:
            x = frame.x(break_position(mark, [position for position, _ in self.ticks]))
            canvas.line("break", (x, box.top), (x, box.bottom))
            taken.add_box(Box(x - 1, box.top, x + 1, box.bottom))
        pieces = segments(panel.points, breaks)
        for bar in draw_bands(canvas, frame, pieces):
            taken.add_box(bar)
        draw_line(canvas, frame, pieces, 1, chart.number_format)
        for piece in pieces:
            taken.add_path(joints(frame, piece))
        for hatched, _ in gaps:
            taken.add_box(hatched)
        draw_values(canvas, frame, panel.points, chart.number_format, taken)
        # Only the ends of the axis: the panels share it and have no room for more.
        draw_x_axis(canvas, frame, [self.ticks[0], self.ticks[-1]][: len(self.ticks)])

    def _draw_key(self, top: float) -> float:
        """Explain hatching, shading and breaks once; the answer is where the key ends."""
        canvas = self.canvas
        reasons = dict.fromkeys(p.text for p in self.points if p.value is None and p.text)
        entries = [("missing", reason) for reason in reasons]
        entries += [("shaded", span.label) for span in self.chart.shaded]
        marks = (*self.chart.breaks, *(mark for panel in self.chart.panels for mark in panel.breaks))
        entries += [("break", label) for label in dict.fromkeys(mark.label for mark in marks)]
        for index, (kind, label) in enumerate(entries):
            y = top + index * (canvas.row + 2)
            box = Box(2, y, 20, y + 13)
            if kind == "missing":
                canvas.hatch(box)
            elif kind == "shaded":
                canvas.rect("shaded", box)
                canvas.line("shaded-edge", (box.left, box.top), (box.right, box.top))
            else:
                canvas.line("break", (11, box.top - 2), (11, box.bottom + 2))
            canvas.text("label", (28, y + 11), shorten(label, canvas.size, canvas.width - 32))
        return top + len(entries) * (canvas.row + 2)


def small_multiples(chart: SmallMultiples, width: int) -> str:
    """Draw small multiples."""
    return _Composer(chart, width).draw()
