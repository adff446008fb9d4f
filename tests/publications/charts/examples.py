# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Example charts, and a reader for what was drawn."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from baken.publications.charts import (
    AreaMap,
    AreaShape,
    Bar,
    BarChart,
    Chart,
    Effort,
    LineChart,
    Mark,
    Moment,
    Panel,
    Point,
    RefLine,
    Series,
    Slope,
    SlopeChart,
    SlopeRow,
    SlopeWords,
    SmallMultiples,
    Span,
    Tile,
    TileMap,
)
from baken.publications.charts.canvas import Box
from baken.publications.charts.lettering import text_width

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (640, 340)


def dutch(decimals: int) -> Callable[[float], str]:
    def write(value: float) -> str:
        return f"{value:,.{decimals}f}".replace(",", "_").replace(".", ",").replace("_", ".")

    return write


def yearly(
    values: Mapping[int, float | None], margin: float = 0.0, reason: str = "niet gemeten"
) -> tuple[Point, ...]:
    points = []
    for year, value in values.items():
        if value is None:
            points.append(Point(str(year), year, None, text=reason))
        elif margin:
            points.append(Point(str(year), year, value, value * (1 - margin), value * (1 + margin)))
        else:
            points.append(Point(str(year), year, value))
    return tuple(points)


FIVE_YEARS = LineChart(
    "five", "Woninginbraken", "Een dalende lijn.",
    yearly({2020: 4.1, 2021: 3.2, 2022: 2.9, 2023: 3.4, 2024: 2.6}, 0.12), "per 1.000 inwoners", dutch(1),
    label="Maastricht",
    reference=Series("Nederland", yearly({2020: 3.0, 2021: 2.4, 2022: 2.5, 2023: 2.4, 2024: 2.2})),
    shaded=(Span(2020, 2021, "coronajaren"),),
)  # fmt: skip
LONG = LineChart(
    "long", "Misdrijven", "Een lijn met een breuk.",
    yearly({2010 + i: v for i, v in enumerate(
        [12.4, 12.9, 13.3, 12.7, 11.8, 10.9, 10.2, 9.1, 8.7, 8.9, 7.4, None, 9.9, 9.4, 9.0])}),
    "misdrijven per 1.000 inwoners", dutch(1), label="Maastricht",
    breaks=(Mark(2021, "nieuwe registratie"),), shaded=(Span(2020, 2021, "coronajaren"),),
)  # fmt: skip
SURVEY = LineChart(
    "survey", "Onveilig gevoel", "Drie metingen.",
    yearly({2017: 33.1, 2018: None, 2019: 31.0, 2020: None, 2021: 38.2}, 0.07),
    "% voelt zich onveilig", dutch(0),
    breaks=(Mark(2021, "nieuwe vragenlijst"),),
)  # fmt: skip
CONTROLS = LineChart(
    "controls", "Rijden onder invloed", "Met de inspanning eronder.",
    yearly({2020: 150, 2021: None, 2022: 260, 2023: 281}), "processen-verbaal", dutch(0),
    effort=Effort("alcoholcontroles", yearly({2020: 12, 2021: None, 2022: 55, 2023: 60}), dutch(0)),
)  # fmt: skip
CUT = LineChart(
    "cut", "Leefbaarheid", "Twee definities.",
    yearly({2018: 71.5, 2019: 72.3, 2020: 74.0}), "score", dutch(1),
    label="nieuw", others=(Series("oude definitie", yearly({2015: 68.0, 2016: 69.0, 2017: 69.9})),),
    zero_based=False,
)  # fmt: skip
NAMES = ("Maastricht", "Heerlen", "Venlo", "'s-Hertogenbosch", "Leeuwarden", "Alphen aan den Rijn")
BARS = BarChart(
    "bars", "Vergelijking", "Maastricht is de tweede.",
    tuple(
        Bar(name, None, text="geen gegevens") if name == "Leeuwarden"
        else Bar(name, 40.0 - 4 * i, 36.0 - 4 * i, 44.0 - 4 * i, emphasised=name == "Maastricht")
        for i, name in enumerate(NAMES)
    ),
    dutch(1), "per 1.000 inwoners", RefLine("Nederland", 29.7), dutch(0),
)  # fmt: skip
PANELS = SmallMultiples(
    "panels", "Delicten", "Vijf kleine grafieken.",
    tuple(
        Panel(name, yearly(
            {2018 + j: None if j == k else 3.0 + (j * 7 + k) % 5 for j in range(7)}, 0.1, "te weinig"),
            (Mark(2023, "andere telling"),) if k == 4 else ())
        for k, name in enumerate(["Inbraak", "Fietsendiefstal", "Mishandeling", "Vernieling", "Fraude"])
    ),
    "per 1.000 inwoners", dutch(1), shaded=(Span(2020, 2021, "coronajaren"),), breaks=(Mark(2022, "nieuw"),),
)  # fmt: skip
TILES = TileMap(
    "tiles", "Buurten", "Zestien buurten.",
    tuple(
        Tile(f"BU{i:02}", f"Boschstraatkwartier {i}", 700.0 * (i % 4), 500.0 * (i // 4) + 31 * (i % 3),
             float(i) if i % 5 else None, i % 5 - 1 if i % 5 else None, f"{i},0" if i % 5 else "",
             f"/buurt/{i}/")
        for i in range(16)
    ),
    ("0 tot 5", "5 tot 10", "10 tot 15", "15 of meer"), "geen gegevens", "per 1.000 woningen",
)  # fmt: skip


def block(column: float, row: float, wide: float = 1.0, high: float = 1.0) -> tuple[tuple[float, float], ...]:
    """An upright rectangle on a grid of 700 m, its corner in the south-west at a column and a row."""
    west, south, east, north = (700 * one for one in (column, row, column + wide, row + high))
    return (west, south), (east, south), (east, north), (west, north)


AREAS = AreaMap(
    "areas", "Buurten", "Zestien buurten in vier stadsdelen.",
    tuple(
        AreaShape(f"BU{i:02}", f"Boschstraatkwartier {i}", (block(i % 4, i // 4),),
                  float(i) if i % 5 else None, i % 5 - 1 if i % 5 else None, f"{i},0" if i % 5 else "",
                  f"/buurt/{i}/", ("Noord-West", "Oost", "Zuid-West", "Oud-Zuid")[i % 4 // 2 + i // 8 * 2])
        for i in range(16)
    ),
    ("0 tot 5", "5 tot 10", "10 tot 15", "15 of meer"), "geen gegevens", "per 1.000 woningen",
    "Grenzen: verzonnen, 2026",
)  # fmt: skip
SLOPES = SlopeChart(
    "slopes", "Overlast per stadsdeel", "Vijf stadsdelen en de gemeente.", ("2022", "2025"),
    (
        SlopeRow("Voorbeeldstad", Moment(16.6, 16.0, 17.2), Moment(16.0, 15.4, 16.6), Slope.SAME,
                 emphasised=True),
        SlopeRow("Centrum", Moment(20.6), Moment(20.9), Slope.SAME),
        SlopeRow("Noord en de haven", Moment(17.0), Moment(12.9), Slope.CHANGED, "▼ lager"),
        SlopeRow("Oost", Moment(16.8), Moment(16.6), Slope.OPEN),
        SlopeRow("West", Moment(12.3), Moment(15.1), Slope.SAME),
        SlopeRow("Zuid", Moment(None), Moment(15.2), said="niet gemeten (2022)"),
    ),
    dutch(1), "per 1.000 inwoners",
    SlopeWords("meer dan toeval", "ongeveer gelijk", "niet beoordeeld", "Voorbeeldstad"),
)  # fmt: skip
ALL: tuple[Chart, ...] = (FIVE_YEARS, LONG, SURVEY, CONTROLS, CUT, BARS, PANELS, SLOPES, TILES, AREAS)


@dataclass(frozen=True)
class Word:
    """A text as drawn, with the place it takes by the project's own estimate."""

    text: str
    kind: str
    box: Box


def parse(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def having(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


def numbers(path: ET.Element) -> list[tuple[float, float]]:
    """The corners of a path of the form Mx yLx y..."""
    pairs = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path.get("d", ""))
    return [(float(x), float(y)) for x, y in pairs]


def words(root: ET.Element) -> list[Word]:
    result: list[Word] = []

    def walk(element: ET.Element, size: float) -> None:
        size = float(element.get("font-size", size))
        if element.tag == f"{SVG}text" and element.get("transform") is None:
            result.append(_word(element, size))
        for child in element:
            walk(child, size)

    walk(root, 13.0)
    return result


def _word(element: ET.Element, size: float) -> Word:
    text = element.text or ""
    # The estimate without its reserve: what an ordinary sans serif takes.
    width = text_width(text, size, bold=element.get("font-weight") == "bold") / 1.08
    x, y = float(element.get("x", "nan")), float(element.get("y", "nan"))
    left = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor", ""), 0.0)
    return Word(text, element.get("class", ""), Box(left, y - size * 0.75, left + width, y + size * 0.2))
