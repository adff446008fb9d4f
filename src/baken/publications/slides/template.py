# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The look of the deck: the municipality's own template, or a sober one in the colours of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Shown
from pptx.slide import SlideLayout
from pptx.util import Emu, Pt

from baken.model.errors import InputError
from baken.publications.charts.looks import GROUND, INK, MUTED, SERIES, SHADE
from baken.publications.office.package import without_traces_of_template

_POINT = 12_700
_WIDE, _HIGH = 960 * _POINT, 540 * _POINT
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_FEET = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_KEPT = ("Title Slide", "Title and Content", "Title Only")
_FONT = "Arial"
_MARGIN, _TITLE_TOP, _TITLE_HIGH, _FOOT = 44, 26, 70, 508
_SIZES = {"titleStyle": 28, "bodyStyle": 20}
_GAP = 8
_BAND, _COVER_BAND = 6, 22
_INSET = 7.2
"""What the words of a placeholder keep free at each side."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where something stands on a slide, in points."""

    left: float
    top: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class House:
    """A presentation without slides, the layouts to use, and the room below the title."""

    shown: Shown
    cover: SlideLayout
    points: SlideLayout
    plain: SlideLayout
    room: Room


def house_of(path: Path | None) -> House:
    """The municipality's own template without its slides, or the sober one.

    Raises:
        InputError: the template is no presentation, or has no layout with a title.

    """
    shown = _sober() if path is None else _emptied(path)
    layouts = list(shown.slide_layouts)
    titled = [one for one in layouts if _kinds(one) & {*_TITLES}]
    if not titled:
        raise InputError(f"the template {path} has no layout with a title.", do="Add one, or leave it out.")
    plain = min(titled, key=lambda one: len(_kinds(one) - {*_FEET}))
    cover = next((one for one in titled if PP_PLACEHOLDER.SUBTITLE in _kinds(one)), plain)
    bodied = [
        one for one in titled if _kinds(one) & {*_BODIES} and PP_PLACEHOLDER.SUBTITLE not in _kinds(one)
    ]
    points = min(bodied, key=lambda one: len(places(one)), default=plain)
    return House(shown, cover, points, plain, _room(shown, plain))


def places(one: Any) -> list[Any]:  # noqa: ANN401 - of a master, a layout or a slide
    """The placeholders."""
    return list(one.placeholders)


def _kinds(layout: SlideLayout) -> set[Any]:
    return {one.placeholder_format.type for one in places(layout)}


def title_points(layout: SlideLayout) -> float:
    """The size of the letters of a title: that of its layout, or else that of the master."""
    place: Any = next(one for one in places(layout) if one.placeholder_format.type in _TITLES)
    master: Any = layout.slide_master
    style = master._element.find(qn("p:txStyles"))
    own = master.placeholders.get(PP_PLACEHOLDER.TITLE)
    held = [place._element.txBody, *([own._element.txBody] if own is not None else [])]
    for element in (*held, style.find(qn("p:titleStyle")) if style is not None else None):
        level = next(element.iter(qn("a:lvl1pPr")), None) if element is not None else None
        look = level.find(qn("a:defRPr")) if level is not None else None
        if look is not None and look.get("sz"):
            return int(look.get("sz")) / 100
    return _SIZES["titleStyle"]


def _room(shown: Shown, layout: SlideLayout) -> Room:
    """Everything between the title and the foot of a layout, as wide as the words of the title."""
    high = int(shown.slide_height or _HIGH)
    title = next(one for one in places(layout) if one.placeholder_format.type in _TITLES)
    if title.left is None or title.width is None:
        raise InputError("the title of the template has no place.", do="Give it one in the slide master.")
    feet = [int(one.top) for one in places(layout) if one.placeholder_format.type in _FEET]
    bottom = min([one for one in feet if one > high // 2], default=high - 30 * _POINT)
    top = int(title.top) + int(title.height) + _GAP * _POINT
    return Room(
        int(title.left) / _POINT + _INSET,
        top / _POINT,
        int(title.width) / _POINT - 2 * _INSET,
        (bottom - top) / _POINT - _GAP,
    )


def _emptied(path: Path) -> Shown:
    """A template without the slides that it may hold as examples."""
    try:
        shown = Presentation(BytesIO(path.read_bytes()))
    except (BadZipFile, KeyError, ValueError) as error:
        raise InputError(f"the template {path} is no presentation.", do="Save it as .pptx.") from error
    listed: Any = shown.slides._sldIdLst
    for one in list(listed):
        shown.part.drop_rel(one.rId)
        listed.remove(one)
    without_traces_of_template(shown.part.package, shown.part)
    return shown


def _sober() -> Shown:
    shown = Presentation()
    without_traces_of_template(shown.part.package, shown.part)
    shown.slide_width, shown.slide_height = Emu(_WIDE), Emu(_HIGH)
    for layout in list(shown.slide_layouts):
        if layout.name not in _KEPT:
            shown.slide_layouts.remove(layout)
    _coloured(shown)
    _set_styles(shown)
    _accented(shown)
    for one in (shown.slide_master, *shown.slide_layouts):
        for placeholder in places(one):
            _place(placeholder, cover=one.name == _KEPT[0])
    return shown


def _place(placeholder: Any, *, cover: bool) -> None:  # noqa: ANN401 - of a master or of a layout
    kind = placeholder.placeholder_format.type
    wide = 960 - 2 * _MARGIN
    places = {
        PP_PLACEHOLDER.TITLE: (_MARGIN, _TITLE_TOP, wide, _TITLE_HIGH),
        PP_PLACEHOLDER.CENTER_TITLE: (_MARGIN, 130, wide, 110),
        PP_PLACEHOLDER.SUBTITLE: (_MARGIN, 250, wide, 60),
        PP_PLACEHOLDER.DATE: (_MARGIN, _FOOT, 160, 22),
        PP_PLACEHOLDER.FOOTER: (240, _FOOT, 480, 22),
        PP_PLACEHOLDER.SLIDE_NUMBER: (960 - _MARGIN - 160, _FOOT, 160, 22),
    }
    below = _TITLE_TOP + _TITLE_HIGH + _GAP
    left, top, broad, high = places.get(kind, (_MARGIN, below, wide, _FOOT - below - _GAP))
    placeholder.left, placeholder.top = Pt(left), Pt(top)
    placeholder.width, placeholder.height = Pt(broad), Pt(high)
    if kind in _TITLES:
        placeholder.text_frame._txBody.bodyPr.set("anchor", "b" if cover else "ctr")


def _accented(shown: Shown) -> None:
    """Titles in the colour of the site's charts, a band at the top, and a broad one beside the cover."""
    master: Any = shown.slide_master
    for look in master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).iter(qn("a:defRPr")):
        for fill in list(look.iter(qn("a:solidFill"))):
            look.remove(fill)
        look.insert(0, parse_xml(f'<a:solidFill {nsdecls("a")}><a:schemeClr val="accent1"/></a:solidFill>'))
    cover: Any = next(one for one in shown.slide_layouts if one.name == _KEPT[0])
    for one, wide, high in ((master, 960, _BAND), (cover, _COVER_BAND, 540)):
        tree = one._element.find(qn("p:cSld")).find(qn("p:spTree"))
        # Behind everything: after the two elements that every tree begins with.
        tree.insert(2, _band(wide, high))


def _band(wide: int, high: int) -> Any:  # noqa: ANN401 - elements of the library have no types
    """A plain rectangle from the corner; it is decoration, so that it has no words."""
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="9000" name="Band"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide * _POINT}" cy="{high * _POINT}"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _coloured(shown: Shown) -> None:
    """The colours and fonts of the theme: the ink, the ground and the series of the site's charts."""
    master: Any = shown.slide_master.part
    theme = next(one.target_part for one in master.rels.values() if one.reltype.endswith("/theme"))
    text = theme.blob.decode("utf-8")
    colours = {
        "dk1": INK,
        "lt1": GROUND,
        "dk2": MUTED,
        "lt2": SHADE,
        "hlink": SERIES[0],
        "folHlink": SERIES[3],
    }
    colours |= {f"accent{place}": colour for place, colour in enumerate(SERIES, start=1)} | {"accent6": MUTED}
    for name, colour in colours.items():
        text = re.sub(
            rf"(<a:{name}>).*?(</a:{name}>)", rf'\g<1><a:srgbClr val="{colour[1:].upper()}"/>\g<2>', text
        )
    text = re.sub(r'(<a:(?:major|minor)Font><a:latin typeface=")[^"]*', rf"\g<1>{_FONT}", text)
    theme._blob = text.encode("utf-8")


def _set_styles(shown: Shown) -> None:
    """Titles to the left and bold, and text of a size that fits its slide."""
    element: Any = shown.slide_master._element
    styles = element.find(qn("p:txStyles"))
    for name, size in _SIZES.items():
        for level, one in enumerate(styles.find(qn(f"p:{name}"))):
            look = one.find(qn("a:defRPr"))
            if look is not None:
                look.set("sz", str(max(size - 2 * level, 14) * 100))
            if name == "titleStyle":
                one.set("algn", "l")
                look.set("b", "1")
    for one in (shown.slide_master, *shown.slide_layouts):
        # A tint of the ink is too light to read.
        for tint in list(one._element.iter(qn("a:tint"))):
            tint.getparent().remove(tint)
    for layout in shown.slide_layouts:
        for look in layout._element.iter(qn("a:lvl1pPr")):
            if look.get("algn") == "ctr":
                look.set("algn", "l")
