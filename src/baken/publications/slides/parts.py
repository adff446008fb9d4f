# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small parts of the drawing language of office files that the library has no words for."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

OWN, OTHER = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2
INK, QUIET = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2
SMALL = 12.0


def new(tag: str) -> Any:  # noqa: ANN401 - elements of the library have no types
    """An element that stands nowhere yet."""
    return OxmlElement(tag)


def below(parent: Any, tag: str) -> Any:  # noqa: ANN401 - as above
    """A new element, the last one in its parent."""
    made = new(tag)
    parent.append(made)
    return made


def colour(fill: Any, theme: MSO_THEME_COLOR) -> None:  # noqa: ANN401 - of many kinds
    """One plain colour of the theme."""
    fill.solid()
    fill.fore_color.theme_color = theme


def painted(fill: Any, code: str) -> None:  # noqa: ANN401 - of many kinds
    """One plain colour such as #bcd3e8."""
    fill.solid()
    made: Any = RGBColor
    fill.fore_color.rgb = made(*bytes.fromhex(code.lstrip("#")))


def letters(font: Any, size: float, theme: MSO_THEME_COLOR = INK, *, bold: bool = False) -> None:  # noqa: ANN401
    """Size, colour and weight of letters."""
    font.size = Pt(size)
    font.bold = bold
    colour(font.fill, theme)


def placed(chart: Any, left: float, top: float, wide: float, high: float) -> None:  # noqa: ANN401
    """Put the plot of a chart on a fixed part of it, so that labels beside it have room."""
    area = chart._chartSpace.find(qn("c:chart")).find(qn("c:plotArea"))
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    layout = new("c:layout")
    manual = below(layout, "c:manualLayout")
    parts = {
        "layoutTarget": "inner",
        "xMode": "edge",
        "yMode": "edge",
        "x": left,
        "y": top,
        "w": wide,
        "h": high,
    }
    for name, value in parts.items():
        below(manual, f"c:{name}").set("val", str(value))
    area.insert(0, layout)


def moved(label: Any, down: float) -> None:  # noqa: ANN401
    """Move a label down by a part of the height of the chart, or up."""
    layout = new("c:layout")
    manual = below(layout, "c:manualLayout")
    for name, value in (("x", 0.0), ("y", down)):
        below(manual, f"c:{name}").set("val", str(value))
    label.find(qn("c:idx")).addnext(layout)


def in_language(chart: Any, tag: str) -> None:  # noqa: ANN401
    """The language in which a program writes the numbers of a chart, if it minds."""
    space = chart._chartSpace
    for old in space.findall(qn("c:lang")):
        space.remove(old)
    one = new("c:lang")
    one.set("val", tag)
    before = space.find(qn("c:date1904"))
    if before is not None:
        before.addnext(one)
    else:
        space.insert(0, one)


def error_bars(series: Any, under: list[float | None], over: list[float | None], code: str) -> None:  # noqa: ANN401
    """Whiskers with a length of their own for each bar; none where nothing is known."""
    bars = new("c:errBars")
    for name, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        below(bars, f"c:{name}").set("val", value)
    for name, lengths in (("plus", over), ("minus", under)):
        literal = below(below(bars, f"c:{name}"), "c:numLit")
        below(literal, "c:formatCode").text = "General"
        below(literal, "c:ptCount").set("val", str(len(lengths)))
        for place, length in enumerate(lengths):
            if length is not None:
                point = below(literal, "c:pt")
                point.set("idx", str(place))
                below(point, "c:v").text = repr(length)
    line = below(below(bars, "c:spPr"), "a:ln")
    line.set("w", "15875")
    fill = below(below(line, "a:solidFill"), "a:srgbClr")
    fill.set("val", code.lstrip("#").upper())
    element = series._element
    element.find(qn("c:cat")).addprevious(bars)


def described(frame: Any, name: str, description: str) -> None:  # noqa: ANN401 - any shape
    """The name of a shape and what it shows, for who cannot see it."""
    frame.name = name
    frame._element._nvXxPr.cNvPr.set("descr", description)


def spoken(element: Any, tag: str) -> None:  # noqa: ANN401 - any part of a slide
    """The language of all words below an element."""
    for name in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for one in element.iter(qn(name)):
            one.set("lang", tag)
