# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts, a map and a schematic tile map as accessible SVG text: plain values in, one string out.

No style attributes, scripts or outside references, so that a strict content security policy holds.
"""

from baken.publications.charts.areamap import area_map
from baken.publications.charts.areamodel import AreaMap, AreaShape
from baken.publications.charts.barchart import bar_chart
from baken.publications.charts.barmodel import Bar, BarChart, RefLine
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
from baken.publications.charts.tilelayout import tile_layout
from baken.publications.charts.tilemap import tile_map
from baken.publications.charts.tilemodel import Tile, TileMap

Chart = LineChart | BarChart | SmallMultiples | TileMap | AreaMap

_NARROWEST = 280


def render(chart: Chart, width: int = 640) -> str:
    """Draw a chart at a width in px; 640 and 340 are the widths that a page offers together."""
    if width < _NARROWEST:
        raise ValueError(f"a chart needs a width of at least {_NARROWEST} px to stay legible")
    if isinstance(chart, LineChart):
        return line_chart(chart, width)
    if isinstance(chart, BarChart):
        return bar_chart(chart, width)
    if isinstance(chart, SmallMultiples):
        return small_multiples(chart, width)
    if isinstance(chart, AreaMap):
        return area_map(chart, width)
    return tile_map(chart, width)


__all__ = [
    "AreaMap",
    "AreaShape",
    "Bar",
    "BarChart",
    "Chart",
    "Effort",
    "LineChart",
    "Mark",
    "Panel",
    "Point",
    "RefLine",
    "Series",
    "SmallMultiples",
    "Span",
    "Tile",
    "TileMap",
    "render",
    "tile_layout",
]
