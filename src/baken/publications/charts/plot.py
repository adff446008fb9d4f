# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws a series: line, band and markers, never across a gap or a break."""

import math
from collections.abc import Iterable, Sequence

from baken.publications.charts.canvas import Box, Canvas, polyline
from baken.publications.charts.lettering import shorten, text_width
from baken.publications.charts.linemodel import Mark, NumberFormat, Point
from baken.publications.charts.scales import Axis, Frame, thin

_CAP = 4.0
# Every series its own shape, drawn from its middle: disc, square, triangle, diamond, triangle upside down.
SQUARE = "m-3.5 -3.5h7v7h-7z"
_SHAPES = (
    "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
    SQUARE,
    "m0 -4.5l4.5 8h-9z",
    "m0 -4.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z",
    "m-4.5 -3.5h9l-4.5 8z",
)
# Closer together than this, markers would hide the line.
_ROOM_FOR_MARKERS = 12.5


def ordered(points: Iterable[Point]) -> list[Point]:
    """Put points in the order of the x axis."""
    return sorted(points, key=lambda point: point.position)


def known(points: Iterable[Point]) -> list[tuple[Point, float]]:
    """Give the points that have a value, with that value."""
    return [(point, point.value) for point in points if point.value is not None]


def break_position(mark: Mark, positions: Iterable[float]) -> float:
    """Say where to draw a break: between two positions, also when it was given as the later of them."""
    sorted_positions = sorted(set(positions))
    earlier = [position for position in sorted_positions if position < mark.position]
    if mark.position in sorted_positions and earlier:
        return (earlier[-1] + mark.position) / 2
    return mark.position


def segments(points: Iterable[Point], breaks: Sequence[Mark]) -> list[list[Point]]:
    """Split a series into pieces that may each be drawn as one line."""
    stops = [mark.position for mark in breaks if mark.stops_line]
    result: list[list[Point]] = []
    piece: list[Point] = []
    for point in ordered(points):
        broken = piece and any(piece[-1].position < stop <= point.position for stop in stops)
        if piece and (broken or point.value is None):
            result.append(piece)
            piece = []
        if point.value is not None:
            piece.append(point)
    return [*result, piece] if piece else result


def joints(frame: Frame, piece: Sequence[Point]) -> list[tuple[float, float]]:
    """Place the points of one piece."""
    return [(frame.x(point.position), frame.y(value)) for point, value in known(piece)]


def _runs(piece: Sequence[Point]) -> list[list[tuple[float, float, float]]]:
    """Give the stretches of a piece that have an interval, as (position, lower, upper)."""
    runs: list[list[tuple[float, float, float]]] = [[]]
    for point in piece:
        if point.lower is None or point.upper is None:
            runs.append([])
        else:
            runs[-1].append((point.position, point.lower, point.upper))
    return [run for run in runs if run]


def draw_bands(canvas: Canvas, frame: Frame, pieces: Iterable[Sequence[Point]]) -> list[Box]:
    """Draw the intervals: a band along consecutive points, an error bar at a point on its own.

    The answer is the places of the error bars, which a label must not cover.
    """
    bars = []
    for run in (run for piece in pieces for run in _runs(piece)):
        if len(run) == 1:
            position, lower, upper = run[0]
            x, low, high = frame.x(position), frame.y(lower), frame.y(upper)
            draw_whisker(canvas, x, low, high)
            bars.append(Box(x - _CAP, high - 1, x + _CAP, low + 1))
            continue
        upwards = [(frame.x(position), frame.y(upper)) for position, _, upper in run]
        back = [(frame.x(position), frame.y(lower)) for position, lower, _ in reversed(run)]
        canvas.path("band", polyline(upwards + back) + "Z")
    return bars


def draw_whisker(canvas: Canvas, x: float, low: float, high: float) -> None:
    """Draw an upright error bar."""
    caps = f"{x - _CAP:.1f} {low:.1f}h{2 * _CAP:.1f}M{x - _CAP:.1f} {high:.1f}h{2 * _CAP:.1f}"
    canvas.path("whisker", f"M{x:.1f} {low:.1f}V{high:.1f}M{caps}")


def describe(point: Point, value: float, number_format: NumberFormat) -> str:
    """Write a point out in full, for its tooltip."""
    said = f"{point.label}: {point.text or number_format(value)}"
    if point.lower is None or point.upper is None:
        return said
    return f"{said} ({number_format(point.lower)}–{number_format(point.upper)})"


def draw_line(
    canvas: Canvas, frame: Frame, pieces: Sequence[Sequence[Point]], number: int, number_format: NumberFormat
) -> None:
    """Draw the pieces of series `number`, with a marker at each point where there is room."""
    every = frame.step([point.position for piece in pieces for point in piece]) >= _ROOM_FOR_MARKERS
    look, shape = f"marker-{number}", _SHAPES[number - 1]
    for piece in pieces:
        places = joints(frame, piece)
        if len(places) > 1:
            canvas.path(f"line-{number}", polyline(places))
        for (point, value), (x, y) in zip(known(piece), places, strict=True):
            if every or len(places) == 1:
                canvas.open("bk-point", describe(point, value, number_format))
                canvas.path(look, f"M{x:.1f} {y:.1f}{shape}")
                canvas.close()


def draw_y_axis(canvas: Canvas, frame: Frame, axis: Axis, *, labelled: bool = True) -> None:
    """Draw grid lines and the labels left of them."""
    for tick, label in zip(axis.ticks, axis.labels, strict=True):
        y = frame.y(tick)
        canvas.line("grid", (frame.box.left, y), (frame.box.right, y))
        if labelled:
            canvas.text("tick", (frame.box.left - 7, y + canvas.size * 0.35), label, "end")


def draw_x_axis(canvas: Canvas, frame: Frame, ticks: Sequence[tuple[float, str]]) -> None:
    """Draw the base line with as many labels as fit under it."""
    base = frame.box.bottom
    canvas.line("axis", (frame.box.left, base), (frame.box.right, base))
    places = [frame.x(position) for position, _ in ticks]
    labels = [shorten(label, canvas.size, canvas.width / 5) for _, label in ticks]
    kept = thin(places, labels, canvas.size)
    for index, x in enumerate(places):
        canvas.line("axis", (x, base), (x, base + (5 if index in kept else 3)))
    for index in kept:
        half = text_width(labels[index], canvas.size) / 2
        at = min(max(places[index], half), canvas.width - half)
        canvas.text("tick", (at, base + canvas.size + 7), labels[index], "middle")


def draw_shading(canvas: Canvas, frame: Frame, ends: Iterable[tuple[float, float]]) -> None:
    """Draw shaded periods, with a bracket on top so that they do not hang on a light tint alone."""
    for left, right in ends:
        canvas.rect("shaded", Box(left, frame.box.top, right, frame.box.bottom))
        canvas.line("shaded-edge", (left, frame.box.top), (right, frame.box.top))


def value_range(points: Iterable[Point]) -> tuple[float, float]:
    """Give the lowest and highest figure to be drawn, intervals included; (0, 0) without figures."""
    low, high = math.inf, -math.inf
    for point, value in known(points):
        low = min(low, value if point.lower is None else min(value, point.lower))
        high = max(high, value if point.upper is None else max(value, point.upper))
    return (low, high) if low <= high else (0.0, 0.0)
