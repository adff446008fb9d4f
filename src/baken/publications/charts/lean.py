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

from baken.publications.charts.looks import LOOKS

_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_PLACE = re.compile(r' (?:[xy][12]?|c[xy]|r|d|width|height|transform)="[^"]*"')
_WHOLE = re.compile(r"(?<=\d)\.0(?!\d)")
_LINES = re.compile(r"(?:<line [^>]*/>){2,}")
_LINE = re.compile(
    r'<line (?P<look>.*?) x1="(?P<x1>[^"]*)" y1="(?P<y1>[^"]*)" x2="(?P<x2>[^"]*)" y2="(?P<y2>[^"]*)"/>'
)
_FLAT = re.compile(r"L[-\d.]+ (?P<height>[-\d.]+)(?:L[-\d.]+ (?P=height)(?![\d.])){2,}")
Attributes = dict[str, str]


def lean(svg: str) -> str:
    """The same chart without the attributes that the stylesheet gives, and without needless zeros."""
    short = _short()
    bare = _pattern().sub(lambda found: short[found.group()], svg)
    round_numbers = _PLACE.sub(lambda found: _WHOLE.sub("", found.group()), bare)
    joined = _LINES.sub(lambda found: "".join(_joined(found.group())), round_numbers)
    return _FLAT.sub(_ends, joined)


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
    lines = []
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
