# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Columns of counts with the expected line, the upper limit and the alarms: the inside of a signal chart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baken.publications.charts.canvas import Box, Canvas, polyline
from baken.publications.charts.gaps import draw_strips
from baken.publications.charts.keys import UP, Entry, block, hatched, mark, stroke
from baken.publications.charts.linemodel import NumberFormat, Point
from baken.publications.charts.scales import Axis, Frame, nice_axis
from baken.publications.charts.signalmodel import SignalPoint, SignalWords

_WIDEST = 22.0
_ABOVE = 7.0


def in_order(points: Iterable[SignalPoint]) -> list[SignalPoint]:
    """Put the periods in the order of the x axis."""
    return sorted(points, key=lambda point: point.position)


def count_axis(points: Sequence[SignalPoint], count: int, number_format: NumberFormat) -> Axis:
    """An axis from zero with room for the mark above the highest alarm."""
    numbers = [n for p in points for n in (p.observed, p.expected, p.upper) if n is not None]
    if not numbers:
        return Axis(0.0, 1.0, (), ())
    return nice_axis(min(0.0, *numbers), max(*numbers, 1.0) * 1.12, count, number_format)


def frame_of(points: Sequence[SignalPoint], box: Box, axis: Axis) -> Frame:
    """Give every period an equal share of the width."""
    places = in_order(points)
    first, last = places[0].position, places[-1].position
    flat = Frame(box, first, last, axis.low, axis.high, 0.0)
    step = flat.step([point.position for point in places])
    room = box.right - box.left
    # Half a period free on both sides: n periods then take n steps.
    pad = min(room * step / (room + step) / 2 + 1, room * 0.3)
    return Frame(box, first, last, axis.low, axis.high, pad)


def say(point: SignalPoint, words: SignalWords, form: NumberFormat) -> str:
    """Write a period out in full, for its tooltip."""
    if point.observed is None:
        return f"{point.label}: {point.text or words.missing}"
    said = [f"{point.label}: {form(point.observed)}"]
    said += [f"{words.expected} {form(point.expected)}"] if point.expected is not None else []
    said += [f"{words.upper} {form(point.upper)}"] if point.upper is not None else []
    said += [words.alarm] if point.alarm else []
    return ", ".join(said)


@dataclass(frozen=True, slots=True)
class Manner:
    """How counts are told: the words, the numbers, and whether every column has a tooltip or alarms only."""

    words: SignalWords
    form: NumberFormat
    brief: bool = False


def draw_counts(
    canvas: Canvas, frame: Frame, points: Sequence[SignalPoint], manner: Manner
) -> list[tuple[SignalPoint, Box]]:
    """Draw columns, hatching, lines and marks; the answer is the alarms with the place of their mark."""
    step = frame.step([point.position for point in points])
    plain = [Point(p.label, p.position, p.observed, text=p.text or manner.words.missing) for p in points]
    draw_strips(canvas, frame, plain, step)
    alarms = _draw_columns(canvas, frame, in_order(points), manner)
    for look, name in (("limit", "upper"), ("expected", "expected")):
        for piece in _steps(frame, [(p.position, getattr(p, name)) for p in in_order(points)], step):
            canvas.path(look, polyline(piece))
    for _, box in alarms:
        canvas.path("mark-high", f"M{(box.left + box.right) / 2:.1f} {box.bottom - 4:.1f}{UP}")
    return alarms


def _draw_columns(
    canvas: Canvas, frame: Frame, points: Sequence[SignalPoint], manner: Manner
) -> list[tuple[SignalPoint, Box]]:
    """Draw one column for each count; where brief, those of one kind as a single path."""
    half = max(0.6, min(frame.step([point.position for point in points]) * 0.72, _WIDEST) / 2)
    alarms: list[tuple[SignalPoint, Box]] = []
    together: dict[str, list[str]] = {}
    for point in points:
        if point.observed is None:
            continue
        x, ends = frame.x(point.position), sorted((frame.y(point.observed), frame.y(0.0)))
        look = "bar-alarm" if point.alarm else "bar-past" if point.expected is None else "bar"
        if manner.brief and not point.alarm:
            column = f"M{x - half:.1f} {ends[1]:.1f}V{ends[0]:.1f}h{2 * half:.1f}V{ends[1]:.1f}z"
            together.setdefault(look, []).append(column)
            continue
        canvas.open("bk-point", say(point, manner.words, manner.form))
        canvas.rect(look, Box(x - half, ends[0], x + half, ends[1]))
        canvas.close()
        if point.alarm:
            top = ends[0] - _ABOVE
            alarms.append((point, Box(x - 6, top - 6, x + 6, top + 4)))
    for look, columns in together.items():
        canvas.path(look, "".join(columns))
    return alarms


def _steps(
    frame: Frame, values: Sequence[tuple[float, float | None]], step: float
) -> list[list[tuple[float, float]]]:
    """A line that is level within each period; it stops where there is no value or a period is left out."""
    pieces: list[list[tuple[float, float]]] = []
    for position, value in values:
        if value is None:
            pieces.append([])
            continue
        x, y = frame.x(position), frame.y(value)
        here = [(x - step / 2, y), (x + step / 2, y)]
        joined = pieces and pieces[-1] and abs(pieces[-1][-1][0] - here[0][0]) < step / 2
        if joined:
            pieces[-1] += here
        else:
            pieces.append(here)
    return [piece for piece in pieces if piece]


def key_of(points: Sequence[SignalPoint], words: SignalWords) -> list[Entry]:
    """The entries of the key for what is drawn."""
    shown = [point for point in points if point.observed is not None]
    entries: list[Entry] = []
    if any(point.expected is not None and not point.alarm for point in shown):
        entries.append((block("bar"), words.observed))
    if any(point.expected is None and not point.alarm for point in shown):
        entries.append((block("bar-past"), words.past))
    if any(point.expected is not None for point in points):
        entries.append((stroke("expected"), words.expected))
    if any(point.upper is not None for point in points):
        entries.append((stroke("limit"), words.upper))
    if any(point.alarm for point in shown):
        entries.append((mark("mark-high", UP), words.alarm))
    if len(shown) < len(points):
        entries.append((hatched, words.missing))
    return entries
