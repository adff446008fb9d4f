# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws a trend: observations as dots, the fitted line with its band, and where it bends or jumps."""

from collections.abc import Sequence

from baken.publications.charts.canvas import Box, Canvas, polyline
from baken.publications.charts.gaps import draw_reason, draw_strips
from baken.publications.charts.headers import Header, Placed, draw_headers, place_or_number, rows
from baken.publications.charts.keys import (
    DIAMOND,
    DISC,
    RING,
    Entry,
    block,
    draw_key,
    draw_notes,
    hatched,
    mark,
    stroke,
)
from baken.publications.charts.labels import around
from baken.publications.charts.lettering import text_width, wrap
from baken.publications.charts.linechart import make_headers, shaded_ends
from baken.publications.charts.linemodel import Mark, Point
from baken.publications.charts.obstacles import Obstacles
from baken.publications.charts.plot import describe, draw_shading, draw_whisker, draw_x_axis, draw_y_axis
from baken.publications.charts.scales import Axis, Frame, nice_axis
from baken.publications.charts.trendmodel import Fitted, TrendChart, TrendPoint

_PLOT_HEIGHT = 230.0
_JUMP = "m-5 -6h10m-5 0v12m-5 0h10"
# Closer together than this, the intervals of single observations would hide everything else.
_ROOM_FOR_WHISKERS = 14.0


class _Composer:
    """Works out the places of one chart at one width, then draws it from back to front."""

    def __init__(self, chart: TrendChart, width: int) -> None:
        self.chart = chart
        self.canvas = Canvas(chart.id, width)
        self.points = sorted(chart.points, key=lambda point: point.position)
        self.positions = [point.position for point in self.points]
        self.pieces = (*chart.season, *chart.fitted)
        self.fitted = [one for piece in chart.fitted for one in piece]
        self.axis = self._axis()
        self.unit = wrap(chart.unit_label, self.canvas.size, width - 4)
        self.headers: list[Placed] = []
        self.notes: list[str] = []
        self.frame = self._frame()
        self.step = self.frame.step(self.positions)

    def _axis(self) -> Axis:
        ends = [(p.value, p.lower, p.upper) for p in self.points]
        ends += [(one.value, one.lower, one.upper) for piece in self.pieces for one in piece]
        numbers = [number for triple in ends for number in triple if number is not None]
        if not numbers:
            return Axis(0.0, 1.0, (), ())
        high = max(numbers)
        form = self.chart.axis_format or self.chart.number_format
        return nice_axis(min(0.0, *numbers), max(high * 1.06, 0.0), 4 if self.canvas.narrow else 5, form)

    def _frame(self) -> Frame:
        """Lay out the plot: margins first, then the headers, which decide where it begins."""
        canvas, chart = self.canvas, self.chart
        left = max((text_width(label, canvas.size) for label in self.axis.labels), default=0.0) + 10
        right = canvas.width - 8.0
        pad = min(max(14.0, (right - left) / (len(self.points) * 3 + 8)), (right - left) * 0.3)
        flat = self._framed(Box(left, 0, right, 1), pad)
        ends = shaded_ends(flat, chart.shaded, flat.step(self.positions))
        headers = make_headers(flat, chart.breaks, list(zip(chart.shaded, ends, strict=True)), self.positions)
        headers += [Header(flat.x(one.position), one.label, stem=True) for one in self._bends(flat)]
        limits = (left - 4, canvas.width - 2.0)
        self.headers, self.notes = place_or_number(headers, canvas.size, limits)
        top = 14 + canvas.row * (len(self.unit) + rows(self.headers))
        return self._framed(Box(left, top, right, top + _PLOT_HEIGHT), pad)

    def _framed(self, box: Box, pad: float) -> Frame:
        return Frame(box, self.positions[0], self.positions[-1], self.axis.low, self.axis.high, pad)

    def _bends(self, frame: Frame) -> list[Mark]:
        both = (*self.chart.changes, *self.chart.shifts)
        return [one for one in both if frame.box.left <= frame.x(one.position) <= frame.box.right]

    def draw(self) -> str:
        """Draw everything."""
        canvas, chart, frame = self.canvas, self.chart, self.frame
        for index, line in enumerate(self.unit):
            canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
        draw_shading(canvas, frame, shaded_ends(frame, chart.shaded, self.step))
        draw_y_axis(canvas, frame, self.axis)
        plain = [Point(p.label, p.position, p.value, text=p.text) for p in self.points]
        gaps = draw_strips(canvas, frame, plain, self.step)
        draw_x_axis(canvas, frame, list(chart.ticks) or [(p.position, p.label) for p in self.points])
        draw_headers(canvas, self.headers, frame.box)
        taken = Obstacles(Box(frame.box.left, frame.box.top + 2, canvas.width - 2.0, frame.box.bottom - 2))
        self._draw_fit(taken)
        self._draw_points(taken)
        self._draw_bends(taken)
        for gap in gaps:
            draw_reason(canvas, gap, self.step, taken)
        self._draw_labels(taken)
        bottom = draw_key(canvas, self._key(), frame.box.bottom + canvas.size + 16)
        bottom = draw_notes(canvas, self.notes, bottom)
        return canvas.document(chart.title, chart.description, bottom + 2)

    def _draw_fit(self, taken: Obstacles) -> None:
        for piece in self.pieces:
            band = [one for one in piece if one.lower is not None and one.upper is not None]
            if len(band) > 1:
                self.canvas.path(
                    "band", polyline(self._edge(band, "upper") + self._edge(band, "lower")[::-1]) + "Z"
                )
        for piece in self.chart.season:
            self.canvas.path("limit-thin", polyline(self._edge(piece, "value")))
        for piece in self.chart.fitted:
            places = self._edge(piece, "value")
            if len(places) > 1:
                self.canvas.path("line-1", polyline(places))
                taken.add_line(places)

    def _edge(self, piece: Sequence[Fitted], name: str) -> list[tuple[float, float]]:
        return [(self.frame.x(one.position), self.frame.y(getattr(one, name))) for one in piece]

    def _draw_points(self, taken: Obstacles) -> None:
        canvas, frame = self.canvas, self.frame
        for point in self.points:
            if point.value is None:
                continue
            x, y = frame.x(point.position), frame.y(point.value)
            canvas.open("bk-point", self._say(point, point.value))
            if point.lower is not None and point.upper is not None and self.step >= _ROOM_FOR_WHISKERS:
                draw_whisker(canvas, x, frame.y(point.lower), frame.y(point.upper))
            canvas.path("dot-hollow" if point.excluded else "dot-own", f"M{x:.1f} {y:.1f}{DISC}")
            if point.outlier:
                canvas.path("ring", f"M{x:.1f} {y:.1f}{RING}")
            canvas.close()
            half = 6 if point.outlier else 4
            taken.add_box(Box(x - half, y - half, x + half, y + half))
            if point.lower is not None and point.upper is not None and self.step >= _ROOM_FOR_WHISKERS:
                taken.add_box(Box(x - 4, frame.y(point.upper), x + 4, frame.y(point.lower)))

    def _say(self, point: TrendPoint, value: float) -> str:
        plain = Point(point.label, point.position, value, point.lower, point.upper, point.text)
        said = [describe(plain, value, self.chart.number_format)]
        said += [self.chart.words.excluded] if point.excluded else []
        said += [self.chart.words.outlier] if point.outlier else []
        return ", ".join(said)

    def _draw_bends(self, taken: Obstacles) -> None:
        for marks, look, form in (
            (self.chart.changes, "dot-hollow", DIAMOND),
            (self.chart.shifts, "whisker", _JUMP),
        ):
            for one in marks:
                height = self._height(one.position)
                if height is not None and self.axis.low <= height <= self.axis.high:
                    x, y = self.frame.x(one.position), self.frame.y(height)
                    self.canvas.path(look, f"M{x:.1f} {y:.1f}{form}")
                    taken.add_box(Box(x - 7, y - 7, x + 7, y + 7))

    def _height(self, position: float) -> float | None:
        """The fitted value at the nearest fitted position."""
        nearest = min(self.fitted, key=lambda one: abs(one.position - position), default=None)
        return nearest.value if nearest else None

    def _draw_labels(self, taken: Obstacles) -> None:
        """Name the outliers, and write the figure of the last and the first observation."""
        figures = [(p, p.value) for p in self.points if p.value is not None]
        chosen = [*figures[-1:], *figures[:1], *[one for one in figures if one[0].outlier]]
        for point, value in {one[0].position: one for one in chosen}.values():
            text = point.text or self.chart.number_format(value)
            text = f"{text} ({self.chart.words.outlier} {point.label})" if point.outlier else text
            place = (self.frame.x(point.position), self.frame.y(value))
            width = text_width(text, self.canvas.size, bold=True) + 2
            box = taken.first_free(around(place, width, self.canvas.size))
            if box is not None:
                taken.add_box(box)
                at = ((box.left + box.right) / 2, box.bottom - self.canvas.size * 0.15)
                self.canvas.text("value-strong", at, text, "middle")

    def _key(self) -> list[Entry]:
        chart, words = self.chart, self.chart.words
        entries: list[tuple[bool, Entry]] = [
            (True, (mark("dot-own", DISC), words.observed)),
            (any(p.excluded for p in chart.points), (mark("dot-hollow", DISC), words.excluded)),
            (any(p.outlier for p in chart.points), (mark("ring", RING), words.outlier)),
            (bool(self.fitted), (stroke("line-1"), words.fitted)),
            (bool(chart.season), (stroke("limit-thin"), words.model)),
            (
                any(one.lower is not None for piece in self.pieces for one in piece),
                (block("band"), words.band),
            ),
            (bool(chart.changes), (mark("dot-hollow", DIAMOND), words.change)),
            (bool(chart.shifts), (mark("whisker", _JUMP), words.shift)),
            (any(p.value is None for p in chart.points), (hatched, words.missing)),
        ]
        return [entry for shown, entry in entries if shown]


def trend_chart(chart: TrendChart, width: int) -> str:
    """Draw a trend."""
    return _Composer(chart, width).draw()
