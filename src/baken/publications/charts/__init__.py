# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts, maps and a schematic tile map as accessible SVG text: plain values in, one string out.

No style attributes, scripts or outside references, so that a strict content security policy holds.
"""

from baken.publications.charts.areamap import area_map
from baken.publications.charts.areamodel import AreaMap, AreaShape
from baken.publications.charts.barchart import bar_chart
from baken.publications.charts.barmodel import Bar, BarChart, RefLine
from baken.publications.charts.classmap import class_map
from baken.publications.charts.classmodel import ClassMap, ClassShape, MapClass
from baken.publications.charts.funnelchart import funnel_chart
from baken.publications.charts.funnelmodel import FunnelChart, FunnelLimit, FunnelPoint, FunnelWords
from baken.publications.charts.linechart import line_chart
from baken.publications.charts.linemodel import (
    Effort,
    LineChart,
    Mark,
    Panel,
    Point,
    Series,
    SmallMultiples,
    Span,
)
from baken.publications.charts.multiples import small_multiples
from baken.publications.charts.rankchart import rank_chart
from baken.publications.charts.rankmodel import RankChart, RankRow, RankWords
from baken.publications.charts.signalchart import signal_chart, signal_panels
from baken.publications.charts.signalmodel import (
    SignalChart,
    SignalPanel,
    SignalPanels,
    SignalPoint,
    SignalWords,
)
from baken.publications.charts.slopechart import slope_chart
from baken.publications.charts.slopemodel import Moment, Slope, SlopeChart, SlopeRow, SlopeWords
from baken.publications.charts.tilelayout import tile_layout
from baken.publications.charts.tilemap import tile_map
from baken.publications.charts.tilemodel import Tile, TileMap
from baken.publications.charts.trendchart import trend_chart
from baken.publications.charts.trendmodel import Fitted, TrendChart, TrendPoint, TrendWords

Picture = LineChart | BarChart | SmallMultiples | SlopeChart | TileMap | AreaMap
"""What the pages of the site draw."""
Analysed = FunnelChart | SignalChart | SignalPanels | TrendChart | RankChart | ClassMap
"""What an answer of a method is drawn with."""
Chart = Picture | Analysed

_NARROWEST = 280


def render(chart: Chart, width: int = 640) -> str:
    """Draw a chart at a width in px; 640 and 340 are the widths that a page offers together."""
    if width < _NARROWEST:
        raise ValueError(f"a chart needs a width of at least {_NARROWEST} px to stay legible")
    if isinstance(chart, Analysed):
        return _analysed(chart, width)
    if isinstance(chart, LineChart):
        return line_chart(chart, width)
    if isinstance(chart, BarChart):
        return bar_chart(chart, width)
    if isinstance(chart, SmallMultiples):
        return small_multiples(chart, width)
    return _mapped(chart, width)


def _mapped(chart: SlopeChart | TileMap | AreaMap, width: int) -> str:
    if isinstance(chart, SlopeChart):
        return slope_chart(chart, width)
    if isinstance(chart, AreaMap):
        return area_map(chart, width)
    return tile_map(chart, width)


def _analysed(chart: Analysed, width: int) -> str:
    if isinstance(chart, FunnelChart):
        return funnel_chart(chart, width)
    if isinstance(chart, SignalChart):
        return signal_chart(chart, width)
    if isinstance(chart, SignalPanels):
        return signal_panels(chart, width)
    if isinstance(chart, TrendChart):
        return trend_chart(chart, width)
    if isinstance(chart, RankChart):
        return rank_chart(chart, width)
    return class_map(chart, width)


__all__ = [
    "AreaMap",
    "AreaShape",
    "Bar",
    "BarChart",
    "Chart",
    "ClassMap",
    "ClassShape",
    "Effort",
    "Fitted",
    "FunnelChart",
    "FunnelLimit",
    "FunnelPoint",
    "FunnelWords",
    "LineChart",
    "MapClass",
    "Mark",
    "Moment",
    "Panel",
    "Point",
    "RankChart",
    "RankRow",
    "RankWords",
    "RefLine",
    "Series",
    "SignalChart",
    "SignalPanel",
    "SignalPanels",
    "SignalPoint",
    "SignalWords",
    "Slope",
    "SlopeChart",
    "SlopeRow",
    "SlopeWords",
    "SmallMultiples",
    "Span",
    "Tile",
    "TileMap",
    "TrendChart",
    "TrendPoint",
    "TrendWords",
    "render",
    "tile_layout",
]
