# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts inside a page that has the stylesheet: classes only, which halves what a page weighs.

A chart on its own carries its looks as attributes. Here the same looks are rules of a stylesheet that weigh
less than any other rule, so that the site's theme wins, as it does over attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from baken.publications.charts.canvas import FONT
from baken.publications.charts.looks import GROUND, INK, LOOKS, MUTED, RULE

_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_PLACE = re.compile(r' (?:[xy][12]?|c[xy]|r|d|width|height|transform)="[^"]*"')
_WHOLE = re.compile(r"(?<=\d)\.0(?!\d)")
_LINES = re.compile(r"(?:<line [^>]*/>){2,}")
_LINE = re.compile(
    r'<line (?P<look>.*?) x1="(?P<x1>[^"]*)" y1="(?P<y1>[^"]*)" x2="(?P<x2>[^"]*)" y2="(?P<y2>[^"]*)"/>'
)
_ROOT = re.compile(r'<svg xmlns="[^"]*"([^>]*?) font-family="[^"]*"([^>]*?) color="[^"]*"')
_PATTERNED = re.compile(
    r'(class="bk-(?:missing|class [\w-]+)" fill="[^"]*") stroke="[^"]*"(?: stroke-width="0\.8")?'
)
_ONE_MARK = re.compile(r'<g class="bk-(?:point|row)">(<title>[^<]*</title>)<(path|rect) ([^>]*)/></g>')
_DISC = re.compile(
    r'<path (?P<look>class="[^"]*") d="M(?P<x>[\d.-]+) (?P<y>[\d.-]+)'
    r'm-(?P<r>[\d.]+) 0a(?P=r) (?P=r) 0 1 0 [^"]*"(?:/>|>(?P<said><title>[^<]*</title>)</path>)'
)
_WORDS = re.compile(r'<g font-size="12">((?:<text [^>]* text-anchor="middle">[^<]*</text>)+)</g>')
_NAMED = re.compile(r' aria-label="([^"]*)"(><title>\1</title>)')
_SAID = re.compile(r"<desc [^>]*>[^<]*</desc>| [\w-]+-desc(?=\")")
_TOLD = re.compile(r'<g class="bk-point"><title>[^<]*</title>(<[^>]*/>)</g>')
_MARKS = re.compile(r'(<path (class="bk-marker [^>]*?) d=")[^"]*"/>(?:<path \2 d="[^"]*"/>)+')
# On a phone nobody points at a mark; the table has what its tooltip says. A link keeps its name.
_SILENT = re.compile(
    r'(<(?:g class="bk-\w+"|rect (?!class="bk-missing")[^>]*|path [^>]*|circle [^>]*)>)<title>[^<]*</title>'
)
_DATA = re.compile(r' d="([^"]*)"')
_FLAT = re.compile(r"L[-\d.]+ (?P<height>[-\d.]+)(?:L[-\d.]+ (?P=height)(?![\d.])){2,}")
_MIDDLE = ' text-anchor="middle"'
# What the canvas writes itself: with single classes, that any rule of the site's theme goes before.
_CANVAS = (
    (".bk-chart", f"color:{INK};font-family:{FONT}"),
    (".bk-missing", f"stroke:{RULE};stroke-width:.8"),
    (".bk-class.bk-edge-dark", f"stroke:{MUTED}"),
    (".bk-class.bk-edge-light", f"stroke:{GROUND}"),
    (".bk-words", "font-size:12px;text-anchor:middle"),
)
Attributes = dict[str, str]


def lean(svg: str) -> str:
    """The same chart without the attributes that the stylesheet gives, and without needless zeros."""
    short = _short()
    bare = _pattern().sub(lambda found: short[found.group()], svg)
    round_numbers = _PLACE.sub(lambda found: _WHOLE.sub("", found.group()), bare)
    joined = _LINES.sub(lambda found: "".join(_joined(found.group())), round_numbers)
    return _plain(_FLAT.sub(_ends, joined))


def glance(svg: str) -> str:
    """A lean chart for beside a sentence that says the same: nothing is told of single marks."""
    silent = _TOLD.sub(r"\1", _SAID.sub("", svg))
    return lean(_MARKS.sub(lambda found: f'{found[1]}{"".join(_DATA.findall(found.group()))}"/>', silent))


def _plain(svg: str) -> str:
    """Without what a page says anyway: name space and letters, groups of one mark, and names said twice."""
    bare = _PATTERNED.sub(r"\1", _ROOT.sub(r"<svg\1\2", svg))
    marks = _DISC.sub(_circle, _ONE_MARK.sub(r"<\2 \3>\1</\2>", bare))
    marks = _SILENT.sub(r"\1", marks) if 'class="bk-chart bk-narrow"' in marks else marks
    words = _WORDS.sub(lambda found: f'<g class="bk-words">{found[1].replace(_MIDDLE, "")}</g>', marks)
    return _NAMED.sub(r"\2", words).replace('"></rect>', '"/>')


def _circle(found: re.Match[str]) -> str:
    """A disc as a circle, with the text that it had."""
    part = found.groupdict()
    circle = f'<circle {part["look"]} cx="{part["x"]}" cy="{part["y"]}" r="{part["r"]}"'
    return f"{circle}>{part['said']}</circle>" if part["said"] else f"{circle}/>"


def _joined(lines: str) -> Iterator[str]:
    """Straight lines that follow each other and look the same, as one path."""
    found = [one.groupdict() for one in _LINE.finditer(lines)]
    for look, same in groupby(found, key=lambda one: one["look"]):
        data = "".join(f"M{one['x1']} {one['y1']}L{one['x2']} {one['y2']}" for one in same)
        yield f'<path {look} d="{data}"/>'


def _ends(found: re.Match[str]) -> str:
    """Of points at one height only the first and the last."""
    points = found.group()[1:].split("L")
    return f"L{points[0]}L{points[-1]}"


@cache
def base_rules() -> str:
    """The looks as rules of a stylesheet, one for each class or set of classes, which it must match whole:
    else the rule of a class would go before the attributes of a set that it belongs to.
    """
    lines = [f":where({names}){{{said}}}" for names, said in _CANVAS]
    for names, shared in _shared().items():
        said = ";".join(f"{name}:{value}" for name, value in shared.items())
        if said:
            lines.append(f':where([class="{names}"]){{{said}}}')
    return "\n".join(lines) + "\n"


@cache
def _short() -> dict[str, str]:
    """Each look in full, and what is left of it beside the stylesheet."""
    return {look: _rest(look) for look in LOOKS.values()}


def _rest(look: str) -> str:
    names, attributes = _parts(look)
    shared = _shared()[names]
    own = {name: value for name, value in attributes.items() if name not in shared}
    return " ".join([f'class="{names}"', *(f'{name}="{value}"' for name, value in own.items())])


@cache
def _pattern() -> re.Pattern[str]:
    # The longest first: some looks begin with another one.
    return re.compile("|".join(map(re.escape, sorted(_short(), key=len, reverse=True))))


@cache
def _shared() -> dict[str, Attributes]:
    """For each set of classes the attributes that all looks with it have."""
    found: dict[str, Attributes] = {}
    for names, attributes in map(_parts, LOOKS.values()):
        before = found.get(names, attributes)
        found[names] = {name: value for name, value in before.items() if attributes.get(name) == value}
    return found


def _parts(look: str) -> tuple[str, Attributes]:
    attributes = dict(_pairs(look))
    return attributes.pop("class"), attributes


def _pairs(look: str) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(look):
        yield found[1], found[2]
