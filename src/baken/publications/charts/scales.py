# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From figures to pixels: ticks at round numbers, and axis labels that do not touch."""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from baken.publications.charts.canvas import Box
from baken.publications.charts.lettering import text_width

_STEPS = (1.0, 2.0, 2.5, 5.0)
# Values closer together than this are drawn as equal: no published figure is so fine.
_SMALLEST_SPREAD = 1e-9


@dataclass(frozen=True, slots=True)
class Axis:
    """The ends of a y axis and its ticks with their labels."""

    low: float
    high: float
    ticks: tuple[float, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot area: where it is, and which figures it spans; `pad` is free space left and right."""

    box: Box
    first: float
    last: float
    low: float
    high: float
    pad: float

    def x(self, position: float) -> float:
        """Place a position."""
        if self.last == self.first:
            return (self.box.left + self.box.right) / 2
        share = (position - self.first) / (self.last - self.first)
        return self.box.left + self.pad + share * (self.box.right - self.box.left - 2 * self.pad)

    def y(self, value: float) -> float:
        """Place a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.box.bottom - share * (self.box.bottom - self.box.top)

    def step(self, positions: Sequence[float]) -> float:
        """Give the smallest distance in px between two positions."""
        places = sorted({self.x(position) for position in positions})
        gaps = [after - before for before, after in itertools.pairwise(places)]
        return min(gaps, default=self.box.right - self.box.left - 2 * self.pad)


def _honest(labels: Sequence[str]) -> bool:
    """Whether labels rise by equal amounts as printed: 0, 2, 5 for ticks 0, 2.5, 5 would mislead."""
    digits = ["".join(c for c in label if c.isdigit() or c in "-\u2212") for label in labels]
    try:
        numbers = [int(text.replace("\u2212", "-")) for text in digits]
    except ValueError:
        return len(set(labels)) == len(labels)
    rises = {after - before for before, after in itertools.pairwise(numbers)}
    return len(rises) == 1 and 0 not in rises


def _steps(raw: float) -> list[float]:
    """Give the round steps from `raw` upwards."""
    power = math.floor(math.log10(raw))
    steps = [step * 10.0**exponent for exponent in (power, power + 1, power + 2) for step in _STEPS]
    return [step for step in steps if step >= raw * 0.999]


def _ticks(low: float, high: float, step: float, *, outward: bool) -> list[float]:
    lower, upper = low / step, high / step
    start = math.floor(lower + 1e-9) if outward else math.ceil(lower - 1e-9)
    end = math.ceil(upper - 1e-9) if outward else math.floor(upper + 1e-9)
    return [float(f"{index * step:.12g}") for index in range(start, end + 1)]


def nice_axis(
    low: float, high: float, count: int, number_format: Callable[[float], str], *, outward: bool = True
) -> Axis:
    """Choose about `count` round ticks; `outward` lets the axis end at a tick beyond the data."""
    if high - low < _SMALLEST_SPREAD:
        high = low + (abs(low) if abs(low) > _SMALLEST_SPREAD else 1.0)
    steps = _steps((high - low) / count)
    best: tuple[list[float], list[str]] | None = None
    for step in steps[:6]:
        ticks = _ticks(low, high, step, outward=outward)
        labels = [number_format(tick) for tick in ticks]
        best = best or (ticks, labels)
        if len(ticks) > 1 and _honest(labels):
            best = (ticks, labels)
            break
    ticks, labels = best or ([low, high], [number_format(low), number_format(high)])
    ends = (ticks[0], ticks[-1]) if outward else (low, high)
    return Axis(ends[0], ends[1], tuple(ticks), tuple(labels))


def thin(places: Sequence[float], labels: Sequence[str], size: float) -> list[int]:
    """Choose which labels under an axis to keep: from the last one back, never touching."""
    kept: list[int] = []
    limit = math.inf
    for index in sorted(range(len(places)), key=lambda i: places[i], reverse=True):
        half = text_width(labels[index], size) / 2
        if places[index] + half <= limit:
            kept.append(index)
            limit = places[index] - half - size * 0.6
    return kept[::-1]
