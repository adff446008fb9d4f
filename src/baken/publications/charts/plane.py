# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Scales of a scatter: the y axis, an x axis that may be logarithmic, and lines cut off at the plot."""

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from baken.publications.charts.canvas import Box
from baken.publications.charts.scales import Axis, nice_axis

# From this ratio on, small values would lie on one heap on a plain axis.
_WIDE_RATIO = 40.0


@dataclass(frozen=True, slots=True)
class Across:
    """An x axis from ``low`` to ``high``; on a logarithmic one equal distances are equal ratios."""

    low: float
    high: float
    ticks: tuple[float, ...]
    labels: tuple[str, ...]
    logarithmic: bool

    def share(self, value: float) -> float:
        """How far along the axis a value lies, from 0 to 1."""
        if self.logarithmic:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)


def across(values: Sequence[float], count: int, number_format: Callable[[float], str]) -> Across:
    """An axis for positive values: from zero, or logarithmic where they differ by orders of magnitude."""
    low, high = min(values), max(values)
    if high / low < _WIDE_RATIO:
        axis = nice_axis(0.0, high * 1.04, count, number_format, outward=False)
        return Across(axis.low, axis.high, axis.ticks, axis.labels, logarithmic=False)
    start, end = low / 1.3, high * 1.3
    powers = range(math.floor(math.log10(start)), math.ceil(math.log10(end)) + 1)
    steps = (1, 2, 5) if len(powers) * 3 <= count * 2 else (1,)
    ticks = [step * 10.0**power for power in powers for step in steps]
    kept = tuple(tick for tick in ticks if start <= tick <= end)
    return Across(start, end, kept, tuple(map(number_format, kept)), logarithmic=True)


@dataclass(frozen=True, slots=True)
class Plane:
    """A plot area with both its axes."""

    box: Box
    across: Across
    up: Axis

    def x(self, value: float) -> float:
        """Place a value on the x axis."""
        return self.box.left + self.across.share(value) * (self.box.right - self.box.left)

    def y(self, value: float) -> float:
        """Place a value on the y axis."""
        share = (value - self.up.low) / (self.up.high - self.up.low)
        return self.box.bottom - share * (self.box.bottom - self.box.top)

    def pieces(self, xs: Sequence[float], ys: Sequence[float]) -> Iterator[list[tuple[float, float]]]:
        """The parts of a line that lie inside the plot, in px."""
        piece: list[tuple[float, float]] = []
        places = [(self.x(x), self.y(y)) for x, y in zip(xs, ys, strict=True)]
        for start, end in itertools.pairwise(places):
            cut = _cut(start, end, self.box)
            if cut is None:
                continue
            if piece and piece[-1] != cut[0]:
                yield piece
                piece = []
            piece = [*(piece or [cut[0]]), cut[1]]
        if piece:
            yield piece


def _cut(
    start: tuple[float, float], end: tuple[float, float], box: Box
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The part of a line inside a box (Liang-Barsky clipping), or nothing."""
    (x0, y0), (x1, y1) = start, end
    dx, dy = x1 - x0, y1 - y0
    enter, leave = 0.0, 1.0
    for delta, room in (
        (-dx, x0 - box.left),
        (dx, box.right - x0),
        (-dy, y0 - box.top),
        (dy, box.bottom - y0),
    ):
        if delta == 0:
            if room < 0:
                return None
            continue
        share = room / delta
        enter, leave = (max(enter, share), leave) if delta < 0 else (enter, min(leave, share))
    if enter >= leave:
        return None
    first = start if enter == 0 else (x0 + enter * dx, y0 + enter * dy)
    last = end if leave == 1 else (x0 + leave * dx, y0 + leave * dy)
    return first, last
