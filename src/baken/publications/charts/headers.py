# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The labels of breaks and shaded periods, in rows above the plot so that they never cover a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.lettering import shorten, text_width

_GAP = 6.0
_MOST_ORDERS = 5


@dataclass(frozen=True, slots=True)
class Header:
    """A label that belongs to a place on the x axis; a `stem` runs down from it into the plot."""

    x: float
    text: str
    stem: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A header with its row (0 is nearest the plot), the left end of its text, and the text that fits."""

    header: Header
    row: int
    left: float
    width: float
    text: str


def _lefts(x: float, width: float, limits: tuple[float, float]) -> list[float]:
    """Give the possible left ends: centred, right of the place, left of it, all kept within the picture."""
    low, high = limits
    return [min(max(left, low), max(low, high - width)) for left in (x - width / 2, x - 2, x - width + 2)]


def _fits(candidate: Placed, placed: Iterable[Placed]) -> bool:
    """Whether a label is free of the others and, when it has a stem, of what lies under it."""
    x = candidate.header.x
    for other in placed:
        start, end = other.left - _GAP, other.left + other.width + _GAP
        if other.row == candidate.row and candidate.left < end and start < candidate.left + candidate.width:
            return False
        if candidate.header.stem and other.row < candidate.row and start < x < end:
            return False
        stem_passes = candidate.left - 3 < other.header.x < candidate.left + candidate.width + 3
        if other.header.stem and other.row > candidate.row and stem_passes:
            return False
    return True


def place_headers(headers: Sequence[Header], size: float, limits: tuple[float, float]) -> list[Placed]:
    """Give every label a row; labels with a stem come first, since they are bound to the lowest rows."""
    stems, others = ([one for one in headers if one.stem is stem] for stem in (True, False))
    placed = _in_order([*stems, *others], size, limits)
    if all(one.row < len(headers) for one in placed) or len(stems) > _MOST_ORDERS:
        return placed
    # The one that is placed first has the best place; that can be the wrong one.
    orders = (_in_order([*order, *others], size, limits) for order in permutations(stems))
    return min(orders, key=rows)


def _in_order(headers: Sequence[Header], size: float, limits: tuple[float, float]) -> list[Placed]:
    placed: list[Placed] = []
    for header in headers:
        text = shorten(header.text, size, limits[1] - limits[0])
        width = text_width(text, size)
        tries = [
            Placed(header, row, left, width, text)
            for row in range(len(headers))
            for left in _lefts(header.x, width, limits)
        ]
        top = Placed(header, len(headers), tries[0].left, width, text)
        placed.append(next((attempt for attempt in tries if _fits(attempt, placed)), top))
    return placed


def place_or_number(
    headers: Sequence[Header], size: float, limits: tuple[float, float]
) -> tuple[list[Placed], list[str]]:
    """Give every label a row; where they do not all fit, letters instead, and what the letters stand for."""
    placed = place_headers(headers, size, limits)
    if all(item.row < len(headers) for item in placed):
        return placed, []
    stems = sorted((one for one in headers if one.stem), key=lambda one: one.x)
    letters = {id(one): chr(ord("A") + index % 26) for index, one in enumerate(stems)}
    short = [Header(one.x, letters.get(id(one), one.text), one.stem) for one in headers]
    return place_headers(short, size, limits), [f"{letters[id(one)]}: {one.text}" for one in stems]


def rows(placed: Sequence[Placed]) -> int:
    """Count the rows that the headers need."""
    return max((item.row + 1 for item in placed), default=0)


def draw_headers(canvas: Canvas, placed: Sequence[Placed], plot: Box) -> None:
    """Write the labels, and draw a break line under each label that has a stem."""
    for item in placed:
        baseline = plot.top - 6 - item.row * canvas.row
        if item.header.stem:
            canvas.line("break", (item.header.x, baseline + 3), (item.header.x, plot.bottom))
    for item in placed:
        baseline = plot.top - 6 - item.row * canvas.row
        look = "break-label" if item.header.stem else "shaded-label"
        canvas.text(look, (item.left, baseline), item.text)
