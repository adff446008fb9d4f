# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A series through time as a chart of the office program: its numbers can be edited there.

A missing year is a gap and a break in the series is an empty place on the axis, so no line runs across it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt

from baken.model.text import Language
from baken.publications.charts import LineChart, Point
from baken.publications.charts.looks import BAND_EDGE, GRID
from baken.publications.office.texts import plain
from baken.publications.slides import words
from baken.publications.slides.parts import (
    OTHER,
    OWN,
    QUIET,
    SMALL,
    below,
    colour,
    letters,
    moved,
    new,
    painted,
    placed,
)
from baken.publications.slides.workbook import Print, numbers_of

KIND = XL_CHART_TYPE.LINE_MARKERS
_NEAR = 0.1
_APART = 0.045
_LABEL = 13.0
_WHOLE = 5


@dataclass(frozen=True, slots=True)
class _Place:
    """One place on the axis: a year, or the empty place of a break."""

    label: str
    own: Point | None
    reference: Point | None

    def is_joined(self, other: _Place) -> bool:
        """Whether a line would run from here to the next place."""
        pairs = ((self.own, other.own), (self.reference, other.reference))
        return any(all(one is not None and one.value is not None for one in pair) for pair in pairs)


def line_numbers(chart: LineChart, form: Print) -> Any:  # noqa: ANN401 - the library has no types here
    """The table behind the chart: own series, reference, and the lower and upper end of the margin."""
    language = form.language
    places = _places(chart, language)
    table = numbers_of([one.label for one in places], form)
    own = [one.own for one in places]
    table.add_series(plain(chart.label), [form.of(one.value) if one else None for one in own])
    if chart.reference is not None:
        values = [form.of(one.reference.value) if one.reference else None for one in places]
        table.add_series(plain(chart.reference.label), values)
    if any(one.lower is not None for one in chart.points):
        name = words.MARGIN.in_(language)
        lower, upper = ("onder", "boven") if language is Language.NL else ("lower", "upper")
        ends = (
            (lower, [one.lower if one else None for one in own]),
            (upper, [one.upper if one else None for one in own]),
        )
        for end, values in ends:
            table.add_series(
                f"{name}, {end}", [form.margin.of(one) for one in values], number_format=form.margin.code
            )
    return table


def _places(chart: LineChart, language: Language) -> list[_Place]:
    reference = {one.label: one for one in chart.reference.points} if chart.reference else {}
    stops = [one.position for one in chart.breaks if one.stops_line]
    found: list[_Place] = []
    for point in chart.points:
        here = _Place(point.label, point, reference.get(point.label))
        before = found[-1] if found else None
        stopped = before and before.own and any(before.own.position < one <= point.position for one in stops)
        # Where a year is missing no line runs across the break anyway.
        if stopped and before and before.is_joined(here):
            found.append(_Place(words.BREAK.in_(language), None, None))
        found.append(here)
    return found


def draw_line(drawn: Any, chart: LineChart, form: Print) -> None:  # noqa: ANN401 - the library's chart
    """The look of the chart: lines named at their ends, with the first and the last value."""
    drawn.has_legend = drawn.has_title = False
    drawn.font.size = Pt(SMALL)
    placed(drawn, 0.07, 0.05, 0.7, 0.83)
    _axes(drawn, chart, form)
    series = list(drawn.plots[0].series)
    _own(series[0])
    margins = series[1:]
    if chart.reference is not None:
        _other(series[1])
        margins = series[2:]
    for one in margins:
        _margin(one)
    _labels(series[: 2 if chart.reference else 1], form)


def _axes(drawn: Any, chart: LineChart, form: Print) -> None:  # noqa: ANN401
    value, category = drawn.value_axis, drawn.category_axis
    known = [
        number
        for one in (*chart.points, *(chart.reference.points if chart.reference else ()))
        for number in (one.value, one.lower, one.upper)
        if number is not None
    ]
    if chart.zero_based:
        value.minimum_scale = 0
    else:
        value.minimum_scale, value.maximum_scale = math.floor(min(known)), math.ceil(max(known))
    value.has_major_gridlines = True
    painted(value.major_gridlines.format.line.fill, GRID)
    value.format.line.fill.background()
    digits = 0 if chart.zero_based and max(known) >= _WHOLE else 1
    value.tick_labels.number_format = Print(digits, form.language).code
    value.tick_labels.number_format_is_linked = False
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    for axis in (value, category):
        letters(axis.tick_labels.font, SMALL, QUIET)
    colour(category.format.line.fill, QUIET)


def _own(series: Any) -> None:  # noqa: ANN401
    series.smooth = False
    colour(series.format.line.fill, OWN)
    series.format.line.width = Pt(3)
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    colour(series.marker.format.fill, OWN)
    colour(series.marker.format.line.fill, OWN)


def _other(series: Any) -> None:  # noqa: ANN401
    series.smooth = False
    colour(series.format.line.fill, OTHER)
    series.format.line.width = Pt(2)
    series.format.line.dash_style = MSO_LINE.DASH
    series.marker.style, series.marker.size = XL_MARKER_STYLE.SQUARE, 6
    painted(series.marker.format.fill, "#ffffff")
    colour(series.marker.format.line.fill, OTHER)


def _margin(series: Any) -> None:  # noqa: ANN401
    series.smooth = False
    painted(series.format.line.fill, BAND_EDGE)
    series.format.line.width = Pt(1)
    series.format.line.dash_style = MSO_LINE.ROUND_DOT
    series.marker.style = XL_MARKER_STYLE.NONE


def _labels(series: list[Any], form: Print) -> None:
    """The first and the last value of each line, and its name behind it; never one on top of the other."""
    ends = [_ends(one) for one in series]
    every = [value for one in series for value in one.values if value is not None]
    for place, (one, end) in enumerate(zip(series, ends, strict=True)):
        if end is None:
            continue
        others = [other for number, other in enumerate(ends) if number != place and other]
        first, last = end
        above = _above(one.values[first], [one.values for one in series if one is not series[place]], first)
        shift = 0.0
        near = others and _close(one.values[last], series[1 - place].values[others[0][1]], every)
        if near:
            upper = one.values[last] >= series[1 - place].values[others[0][1]]
            tied = one.values[last] == series[1 - place].values[others[0][1]]
            upper = place == 0 if tied else upper
            shift = -_APART if upper else _APART
        if first != last:
            _label(
                one,
                first,
                (form, place, False),
                XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.BELOW,
            )
        _label(one, last, (form, place, True), XL_LABEL_POSITION.RIGHT)
        if shift:
            moved(one.points[last].data_label._get_or_add_dLbl(), shift)


def _ends(series: Any) -> tuple[int, int] | None:  # noqa: ANN401
    known = [place for place, value in enumerate(series.values) if value is not None]
    return (known[0], known[-1]) if known else None


def _above(value: float, others: list[tuple[float | None, ...]], place: int) -> bool:
    """Whether a value lies above the other line at its place."""
    beside = [one[place] for one in others if one[place] is not None]
    return all(value >= other for other in beside if other is not None)


def _close(one: float, other: float, every: list[float]) -> bool:
    reach = max(every) - min(0.0, *every)
    return reach > 0 and abs(one - other) < _NEAR * reach


def _label(series: Any, place: int, how: tuple[Print, int, bool], side: XL_LABEL_POSITION) -> None:  # noqa: ANN401
    """A label that follows the number of its point; the name of the line stands with the last one."""
    form, line, named = how
    label = series.points[place].data_label
    label.position = side
    letters(label.font, _LABEL, OWN if line == 0 else OTHER, bold=True)
    element = label._get_or_add_dLbl()
    _shows(element, form, named=named)


def _shows(element: Any, form: Print, *, named: bool) -> None:  # noqa: ANN401
    for name, value in (("showVal", "1"), ("showSerName", "1" if named else "0"), ("showLegendKey", "0")):
        element.find(qn(f"c:{name}")).set("val", value)
    code = new("c:numFmt")
    code.set("formatCode", form.code)
    code.set("sourceLinked", "0")
    element.find(qn("c:idx")).addnext(code)
    if named:
        separator = below(element, "c:separator")
        separator.text = " "
