# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws a funnel plot: rates against population, between limits that narrow as populations grow."""

from collections.abc import Sequence

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.funnelmodel import FunnelChart, FunnelLimit, FunnelPoint
from baken.publications.charts.generalise import path_data, simplify
from baken.publications.charts.keys import (
    DISC,
    DOWN,
    LARGE_DISC,
    RING,
    UP,
    Entry,
    draw_key,
    draw_notes,
    mark,
    stroke,
)
from baken.publications.charts.labels import around
from baken.publications.charts.lettering import text_width, wrap
from baken.publications.charts.obstacles import Obstacles
from baken.publications.charts.plane import Across, Plane, across
from baken.publications.charts.scales import Axis, nice_axis, thin

_PLOT_HEIGHT = 300.0
# From here on the areas between the limits are one crowd of small dots: no reader points at one of them.
_CROWD = 1000
_SPECK = "h0"
# How far a limit may lie from where it is, in tenths of a px.
_SEEN = 2.5
# More names than this are no longer read; the table of the answer has them all.
_MOST_NAMES = 60
_MARKS = {0: ("dot", DISC), 1: ("mark-high", UP), -1: ("mark-low", DOWN)}
# How far from its mark a name may stand, with a line between the two.
_AWAY = (
    (0, 0),
    (26, -18),
    (26, 18),
    (-26, -18),
    (-26, 18),
    (0, -34),
    (0, 34),
    (48, -30),
    (-48, -30),
    (48, 30),
)


class _Composer:
    """Works out the places of one plot at one width, then draws it from back to front."""

    def __init__(self, chart: FunnelChart, width: int) -> None:
        self.chart = chart
        self.canvas = Canvas(chart.id, width)
        self.unit = wrap(chart.unit_label, self.canvas.size, width - 4)
        self.plane = self._plane()
        self.unnamed: list[str] = []

    def _plane(self) -> Plane:
        canvas = self.canvas
        up, along = self._up(), self._along()
        left = max((text_width(label, canvas.size) for label in up.labels), default=0.0) + 10
        top = 12 + canvas.row * len(self.unit)
        return Plane(Box(left, top, canvas.width - 10.0, top + _PLOT_HEIGHT), along, up)

    def _up(self) -> Axis:
        """The y axis spans the areas, not the limits, which for a few people lie far away."""
        values = [point.value for point in self.chart.points] + [self.chart.mean]
        form = self.chart.axis_format or self.chart.number_format
        return nice_axis(min(0.0, *values), max(values) * 1.12, 5, form)

    def _along(self) -> Across:
        populations = [point.population for point in self.chart.points]
        return across(populations, 4 if self.canvas.narrow else 7, self.chart.population_format)

    def draw(self) -> str:
        """Draw everything."""
        canvas, chart, plane = self.canvas, self.chart, self.plane
        for index, line in enumerate(self.unit):
            canvas.text("label", (2, 2 + canvas.size + canvas.row * index), line)
        self._draw_axes()
        taken = Obstacles(Box(plane.box.left + 1, plane.box.top, canvas.width - 2.0, plane.box.bottom - 1))
        self._draw_crowd(taken)
        for limit in sorted(chart.limits, key=lambda one: not one.thin):
            self._draw_limit(limit, taken)
        mean = plane.y(chart.mean)
        canvas.line("mean", (plane.box.left, mean), (plane.box.right, mean))
        taken.add_path([(plane.box.left, mean), (plane.box.right, mean)])
        apart = [one for one in chart.points if not self._crowded(one)]
        for point in sorted(apart, key=lambda one: (one.emphasised, abs(one.beyond), one.name)):
            self._draw_point(point, taken)
        self._draw_names(taken)
        return canvas.document(chart.title, chart.description, self._draw_foot())

    def _draw_axes(self) -> None:
        canvas, plane = self.canvas, self.plane
        box = plane.box
        for tick, label in zip(plane.up.ticks, plane.up.labels, strict=True):
            canvas.line("grid", (box.left, plane.y(tick)), (box.right, plane.y(tick)))
            canvas.text("tick", (box.left - 7, plane.y(tick) + canvas.size * 0.35), label, "end")
        canvas.line("axis", (box.left, box.bottom), (box.right, box.bottom))
        places = [plane.x(tick) for tick in plane.across.ticks]
        for index in thin(places, plane.across.labels, canvas.size):
            x, label = places[index], plane.across.labels[index]
            canvas.line("axis", (x, box.bottom), (x, box.bottom + 5))
            half = text_width(label, canvas.size) / 2
            canvas.text("tick", (min(x, canvas.width - half), box.bottom + canvas.size + 7), label, "middle")

    def _draw_limit(self, limit: FunnelLimit, taken: Obstacles) -> None:
        look = "limit-thin" if limit.thin else "limit-outer" if limit.outer else "limit"
        for ends in (limit.lower, limit.upper):
            for piece in self.plane.pieces(limit.population, ends):
                self.canvas.path(look, _smooth(piece))
                taken.add_line(piece)

    def _crowded(self, point: FunnelPoint) -> bool:
        return len(self.chart.points) >= _CROWD and not point.beyond and not point.emphasised

    def _draw_crowd(self, taken: Obstacles) -> None:
        """Draw the areas between the limits of a plot of very many areas, in one path under all lines."""
        places = {
            (round(self.plane.x(one.population), 1), round(self.plane.y(one.value), 1))
            for one in self.chart.points
            if self._crowded(one)
        }
        if not places:
            return
        self.canvas.path("crowd", "".join([f"M{x:.1f} {y:.1f}{_SPECK}" for x, y in sorted(places)]))
        for x, y in places:
            taken.add_box(Box(x - 2, y - 2, x + 2, y + 2))

    def _draw_point(self, point: FunnelPoint, taken: Obstacles) -> None:
        canvas, chart = self.canvas, self.chart
        x, y = self.plane.x(point.population), self.plane.y(point.value)
        look, form = (
            ("dot-own", LARGE_DISC) if point.emphasised and not point.beyond else _MARKS[point.beyond]
        )
        said = (
            f"{point.name}: {chart.number_format(point.value)} ({chart.population_format(point.population)})"
        )
        canvas.open("bk-point", said)
        canvas.path(look, f"M{x:.1f} {y:.1f}{form}")
        if point.emphasised and point.beyond:
            canvas.path("ring", f"M{x:.1f} {y:.1f}{RING}")
        canvas.close()
        half = 8 if point.emphasised else 6 if point.beyond else 4
        taken.add_box(Box(x - half, y - half, x + half, y + half))

    def _draw_names(self, taken: Obstacles) -> None:
        """Name the own area first, then those beyond the limits in the order given."""
        points = self.chart.points
        named = [one for one in points if one.emphasised] + [
            one for one in points if one.beyond and not one.emphasised
        ]
        for point in named:
            if not self._place_name(point, taken) and not point.emphasised:
                self.unnamed.append(f"{point.name} ({self.chart.number_format(point.value)})")

    def _place_name(self, point: FunnelPoint, taken: Obstacles) -> bool:
        canvas = self.canvas
        x, y = self.plane.x(point.population), self.plane.y(point.value)
        width, height = text_width(point.name, canvas.size, bold=point.emphasised) + 2, canvas.size
        for over_lines in (False, True):
            for dx, dy in _AWAY:
                box = taken.first_free(around((x + dx, y + dy), width, height), over_lines=over_lines)
                if box is None:
                    continue
                taken.add_box(box)
                if dx or dy:
                    near = (min(max(x, box.left), box.right), box.top if box.top > y else box.bottom)
                    canvas.line("leader", (x, y), near)
                look = "value-strong" if point.emphasised else "value"
                middle = ((box.left + box.right) / 2, box.bottom - height * 0.15)
                canvas.text(look, middle, point.name, "middle")
                return True
        return False

    def _draw_foot(self) -> float:
        canvas, chart, words = self.canvas, self.chart, self.chart.words
        y = self.plane.box.bottom + canvas.size + 7
        for line in wrap(chart.population_label, canvas.size, canvas.width - 4):
            y += canvas.row
            canvas.text("label", (canvas.width - 10, y), line, "end")
        between = mark("crowd", _SPECK) if any(map(self._crowded, chart.points)) else mark("dot", DISC)
        entries: list[Entry] = [(between, words.between)]
        entries += [(mark("mark-high", UP), words.above)] if any(p.beyond > 0 for p in chart.points) else []
        entries += [(mark("mark-low", DOWN), words.below)] if any(p.beyond < 0 for p in chart.points) else []
        own = [point for point in chart.points if point.emphasised]
        look = ("ring", RING) if any(point.beyond for point in own) else ("dot-own", LARGE_DISC)
        entries += [(mark(*look), own[0].name)] if len(own) == 1 else []
        entries += [(stroke("mean"), f"{words.mean}: {chart.number_format(chart.mean)}")]
        entries += _limit_entries(chart.limits)
        y = draw_key(canvas, entries, y + 8)
        return draw_notes(canvas, self._notes(), y)

    def _notes(self) -> list[str]:
        said = []
        if self.unnamed:
            said.append(f"{self.chart.words.unnamed}: {self._listed(self.unnamed)}.")
        if self.chart.not_judged:
            said.append(f"{self.chart.words.not_judged}: {self._listed(self.chart.not_judged)}.")
        return said

    def _listed(self, names: Sequence[str]) -> str:
        """The names; of very many only the first, with how many are left out and where they are."""
        left = len(names) - _MOST_NAMES
        more = [self.chart.words.more.format(number=self.chart.population_format(left))] if left > 0 else []
        return ", ".join([*names[:_MOST_NAMES], *more])


def _smooth(piece: Sequence[tuple[float, float]]) -> str:
    """The path data of a limit, without the points that nobody can tell from the line without them."""
    dots = tuple((round(10 * x), round(10 * y)) for x, y in piece)
    return path_data(simplify(dots, _SEEN), closed=False)


def _limit_entries(limits: Sequence[FunnelLimit]) -> list[Entry]:
    """One entry for each label."""
    found = {limit.label: limit for limit in limits}
    return [
        (stroke("limit-thin" if one.thin else "limit-outer" if one.outer else "limit"), label)
        for label, one in found.items()
    ]


def funnel_chart(chart: FunnelChart, width: int) -> str:
    """Draw a funnel plot."""
    return _Composer(chart, width).draw()
