# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One period in several municipalities as a chart of the office program, the own one in another colour."""

from __future__ import annotations

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.util import Pt

from baken.publications.charts import Bar, BarChart
from baken.publications.charts.looks import BAR, GRID, INK, TILES
from baken.publications.office.texts import plain
from baken.publications.slides.parts import (
    OWN,
    QUIET,
    SMALL,
    colour,
    error_bars,
    letters,
    painted,
    placed,
)
from baken.publications.slides.workbook import Print, numbers_of

KIND = XL_CHART_TYPE.BAR_CLUSTERED


def bar_numbers(chart: BarChart, form: Print) -> Any:  # noqa: ANN401 - the library has no types here
    """The table behind the chart: one row for each municipality, and empty where there is no figure."""
    table = numbers_of([_name(one) for one in chart.bars], form)
    table.add_series(plain(chart.unit_label), [form.of(one.value) for one in chart.bars])
    return table


def _name(bar: Bar) -> str:
    return bar.label if bar.value is not None else f"{bar.label} ({bar.text})"


def draw_bars(drawn: Any, chart: BarChart, form: Print) -> None:  # noqa: ANN401 - the library's chart
    """The look of the chart: the highest on top, values at the foot of the bars, margins as whiskers."""
    drawn.has_legend = drawn.has_title = False
    drawn.font.size = Pt(SMALL)
    placed(drawn, 0.26, 0.02, 0.7, 0.88)
    value, category = drawn.value_axis, drawn.category_axis
    category.reverse_order = True
    value.minimum_scale = 0
    value.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = (
        Print(0, form.language).code,
        False,
    )
    painted(value.major_gridlines.format.line.fill, GRID)
    value.format.line.fill.background()
    colour(category.format.line.fill, QUIET)
    for axis in (value, category):
        letters(axis.tick_labels.font, SMALL)
    plot = drawn.plots[0]
    plot.gap_width = 35
    series = plot.series[0]
    painted(series.format.fill, TILES[1])
    painted(series.format.line.fill, BAR)
    for place, bar in enumerate(chart.bars):
        if bar.emphasised:
            colour(series.points[place].format.fill, OWN)
    _labels(series, chart, form)
    _whiskers(series, chart, form)


def _labels(series: Any, chart: BarChart, form: Print) -> None:  # noqa: ANN401
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = form.code, False
    labels.position = XL_LABEL_POSITION.INSIDE_BASE
    letters(labels.font, SMALL)
    for place, bar in enumerate(chart.bars):
        if bar.emphasised and bar.value is not None:
            label = series.points[place].data_label
            label.position = XL_LABEL_POSITION.INSIDE_BASE
            label.font.size, label.font.bold = Pt(SMALL), True
            painted(label.font.fill, "#ffffff")


def _whiskers(series: Any, chart: BarChart, form: Print) -> None:  # noqa: ANN401
    if all(one.lower is None for one in chart.bars):
        return
    below: list[float | None] = []
    above: list[float | None] = []
    for one in chart.bars:
        if one.value is None or one.lower is None or one.upper is None:
            below.append(None)
            above.append(None)
            continue
        value = form.of(one.value) or 0.0
        lower, upper = form.margin.of(one.lower) or 0.0, form.margin.of(one.upper) or 0.0
        below.append(round(max(value - lower, 0.0), form.margin.decimals))
        above.append(round(max(upper - value, 0.0), form.margin.decimals))
    error_bars(series, below, above, INK)
