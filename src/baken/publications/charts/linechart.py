# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Composes a line chart from its parts."""

from collections.abc import Iterable

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.gaps import draw_reason, draw_strips
from baken.publications.charts.headers import Header, Placed, draw_headers, place_headers, rows
from baken.publications.charts.labels import draw_early_names, draw_names, draw_values, end_name, name_width
from baken.publications.charts.lettering import text_width, wrap
from baken.publications.charts.linemodel import Effort, LineChart, Mark, Point, Series, Span
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
    ordered,
    segments,
    value_range,
)
from baken.publications.charts.scales import Axis, Frame, nice_axis

_PLOT_HEIGHT = 210.0
_EFFORT_HEIGHT = 66.0


def x_ticks(points: Iterable[Point]) -> list[tuple[float, str]]:
    """Give the labels of the x axis, one for each position."""
    labels: dict[float, str] = {}
    for point in points:
        labels.setdefault(point.position, point.label)
    return sorted(labels.items())


def shaded_ends(frame: Frame, spans: Iterable[Span], step: float) -> list[tuple[float, float]]:
    """Place shaded periods, half a step wider on both sides and cut off at the plot."""
    low, high = frame.box.left, frame.box.right
    ends = [(frame.x(span.start) - step / 2, frame.x(span.end) + step / 2) for span in spans]
    return [(min(max(left, low), high), max(min(right, high), low)) for left, right in ends]


def make_headers(
    frame: Frame,
    breaks: Iterable[Mark],
    shading: Iterable[tuple[Span, tuple[float, float]]],
    positions: list[float],
) -> list[Header]:
    """Turn breaks and shaded periods that are in view into labels."""
    low, high = frame.box.left, frame.box.right
    places = [(frame.x(break_position(mark, positions)), mark.label) for mark in breaks]
    stems = [Header(x, label, stem=True) for x, label in places if low <= x <= high]
    spans = [
        Header((left + right) / 2, span.label, stem=False) for span, (left, right) in shading if right > left
    ]
    return stems + spans


def _lines_of(chart: LineChart) -> list[tuple[int, Series]]:
    """Give all lines with their number: 1 is the main one, 2 the reference."""
    lines = [(1, Series(chart.label, chart.points))]
    if chart.reference is not None:
        lines.append((2, chart.reference))
    return lines + [(index, series) for index, series in enumerate(chart.others, start=3)]


def main_axis(chart: LineChart, lines: Iterable[tuple[int, Series]], *, narrow: bool) -> Axis:
    """Choose the y axis: from zero, unless the caller asked for a cut axis."""
    low, high = value_range(point for _, series in lines for point in series.points)
    # Room above the highest point for its label.
    room = (high - (min(low, 0.0) if chart.zero_based else low)) * 0.06
    low, high = (min(low, 0.0), max(high + room, 0.0)) if chart.zero_based else (low - room, high + room)
    return nice_axis(low, high, 4 if narrow else 5, chart.axis_format or chart.number_format)


def has_values(lines: Iterable[tuple[int, Series]]) -> bool:
    """Whether there is any figure at all."""
    return any(known(series.points) for _, series in lines)


def unlabelled(axis: Axis) -> Axis:
    """Give an axis without ticks: a scale for no figures would be made up."""
    return Axis(axis.low, axis.high, (), ())


def draw_cut(canvas: Canvas, frame: Frame) -> None:
    """Draw the zigzag that says that the axis does not begin at zero."""
    x, y = frame.box.left, frame.box.bottom
    canvas.rect("plate", Box(x - 6, y - 13, x + 6, y - 1))
    canvas.path("axis", f"M{x:.1f} {y:.1f}v-2l-5 -3l10 -4l-5 -3v-4")


class _Composer:
    """Works out the places of one chart at one width, then draws it from back to front."""

    def __init__(self, chart: LineChart, width: int) -> None:
        self.chart = chart
        self.canvas = Canvas(chart.id, width)
        self.lines = _lines_of(chart)
        self.filled = has_values(self.lines)
        axis = main_axis(chart, self.lines, narrow=self.canvas.narrow)
        self.axis = axis if self.filled else unlabelled(axis)
        self.cut = self.filled and not chart.zero_based and axis.low > 0
        effort = chart.effort.points if chart.effort else ()
        self.all_points = [point for _, series in self.lines for point in series.points] + list(effort)
        self.ticks = x_ticks(self.all_points)
        self.effort_axis = self._effort_axis(chart.effort)
        self.names = [end_name(self.canvas, n, s.label, s.points) for n, s in self.lines if s.label.strip()]
        self.unit = self._unit_lines()
        self.headers: list[Placed] = []
        self.frame = self._frame()

    def _effort_axis(self, effort: Effort | None) -> Axis:
        if effort is None or not known(effort.points):
            return Axis(0.0, 1.0, (), ())
        low, high = value_range(effort.points)
        return nice_axis(min(low, 0.0), max(high, 0.0), 2, effort.number_format)

    def _unit_lines(self) -> tuple[str, ...]:
        note = f" ({self.chart.truncated_text})" if self.cut else ""
        said = (self.chart.unit_label + note).strip()
        return wrap(said, self.canvas.size, self.canvas.width - 4) if said else ()

    def _frame(self) -> Frame:
        """Lay out the main panel: margins first, then the headers, which decide where the plot begins."""
        size, row, width = self.canvas.size, self.canvas.row, self.canvas.width
        ticks = self.axis.labels + self.effort_axis.labels
        left = max((text_width(label, size) for label in ticks), default=0.0) + 10
        right = width - (name_width(self.names, size) + 10 if self.names else 6)
        halves = [text_width(label, size) / 2 for _, label in (self.ticks[0], self.ticks[-1])]
        air = (right - left) / (len(self.ticks) * 3 + 8)
        pad = min(max(13.0, halves[0] - left, halves[1] - (width - right), air), (right - left) * 0.3)
        flat = self._framed(Box(left, 0, right, 1), pad)
        step = flat.step([position for position, _ in self.ticks])
        ends = shaded_ends(flat, self.chart.shaded, step)
        shading = list(zip(self.chart.shaded, ends, strict=True))
        headers = make_headers(flat, self.chart.breaks, shading, [position for position, _ in self.ticks])
        self.headers = place_headers(headers, size, (left - 4, width - 2.0))
        top = 4 + row * len(self.unit) + row * rows(self.headers) + 10
        return self._framed(Box(left, top, right, top + _PLOT_HEIGHT), pad)

    def _framed(self, box: Box, pad: float) -> Frame:
        return Frame(box, self.ticks[0][0], self.ticks[-1][0], self.axis.low, self.axis.high, pad)

    def draw(self) -> str:
        """Draw everything, from back to front."""
        canvas, frame, chart = self.canvas, self.frame, self.chart
        for index, line in enumerate(self.unit):
            canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
        step = frame.step([position for position, _ in self.ticks])
        draw_shading(canvas, frame, shaded_ends(frame, chart.shaded, step))
        draw_y_axis(canvas, frame, self.axis)
        gaps = draw_strips(canvas, frame, chart.points, step)
        draw_x_axis(canvas, frame, self.ticks)
        if self.cut:
            draw_cut(canvas, frame)
        draw_headers(canvas, self.headers, frame.box)
        taken = Obstacles(Box(frame.box.left, frame.box.top + 2, frame.box.right + 6, frame.box.bottom - 2))
        self._draw_lines(taken)
        for gap in gaps:
            draw_reason(canvas, gap, step, taken)
            taken.add_box(gap[0])
        names = draw_early_names(canvas, frame, self.names, taken)
        draw_values(canvas, frame, chart.points, chart.number_format, taken)
        draw_names(canvas, frame, names)
        height = frame.box.bottom + canvas.size + 14
        if chart.effort is not None:
            height = self._draw_effort(chart.effort, height, step)
        return canvas.document(chart.title, chart.description, height)

    def _draw_lines(self, taken: Obstacles) -> None:
        """Draw the main line last, on top of the others."""
        for header in self.headers:
            if header.header.stem:
                x = header.header.x
                taken.add_box(Box(x - 1, self.frame.box.top, x + 1, self.frame.box.bottom))
        for number, series in reversed(self.lines):
            pieces = segments(series.points, self.chart.breaks)
            if number == 1:
                for bar in draw_bands(self.canvas, self.frame, pieces):
                    taken.add_box(bar)
            draw_line(self.canvas, self.frame, pieces, number, self.chart.number_format)
            for piece in pieces:
                taken.add_path(joints(self.frame, piece))

    def _draw_effort(self, effort: Effort, top: float, step: float) -> float:
        """Draw the second panel, with columns and an axis of its own; the answer is where it ends."""
        canvas, main = self.canvas, self.frame
        label = wrap(effort.label, canvas.size, canvas.width - 4)
        for index, line in enumerate(label):
            canvas.text("label", (2, top + canvas.row * (index + 1)), line)
        start = top + canvas.row * len(label) + 14
        box = Box(main.box.left, start, main.box.right, start + _EFFORT_HEIGHT)
        frame = Frame(box, main.first, main.last, self.effort_axis.low, self.effort_axis.high, main.pad)
        draw_shading(canvas, frame, shaded_ends(frame, self.chart.shaded, step))
        draw_y_axis(canvas, frame, self.effort_axis)
        gaps = draw_strips(canvas, frame, effort.points, step)
        half = min(step * 0.6, 26) / 2
        taken = Obstacles(box)
        for point, value in known(ordered(effort.points)):
            x, y = frame.x(point.position), sorted((frame.y(value), frame.y(0.0)))
            canvas.open("bk-point", f"{point.label}: {point.text or effort.number_format(value)}")
            canvas.rect("column", Box(x - half, y[0], x + half, y[1]))
            canvas.close()
            taken.add_box(Box(x - half, y[0], x + half, y[1]))
        # A reason that the main panel gives right above is not repeated.
        told = {(point.position, point.text) for point in self.chart.points if point.value is None}
        for gap in gaps:
            if any((p.position, p.text) not in told for p in effort.points if p.value is None):
                draw_reason(canvas, gap, step, taken)
        draw_x_axis(canvas, frame, self.ticks)
        return box.bottom + canvas.size + 14


def line_chart(chart: LineChart, width: int) -> str:
    """Draw a line chart."""
    return _Composer(chart, width).draw()


__all__ = ["line_chart", "main_axis", "make_headers", "shaded_ends", "x_ticks"]
