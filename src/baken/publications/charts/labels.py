# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Direct labels: figures at the first, last and highest point, and names at the ends of the lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.lettering import text_width, wrap
from baken.publications.charts.linemodel import NumberFormat, Point
from baken.publications.charts.obstacles import Obstacles, Place
from baken.publications.charts.plot import known, ordered
from baken.publications.charts.scales import Frame

_AWAY = 7.0


def around(place: Place, width: float, height: float) -> list[Box]:
    """Give the places for a label round a point, best first."""
    x, y = place
    above, below, aside = y - _AWAY - height, y + _AWAY, y - height / 2
    centre, left, right = x - width / 2, x - width - 2, x + 2
    corners = [(centre, above), (centre, below), (left, above), (right, above), (left, below), (right, below)]
    corners += [(x + _AWAY, aside), (x - _AWAY - width, aside)]
    return [Box(corner, top, corner + width, top + height) for corner, top in corners]


def _past_interval(place: Place, width: float, height: float) -> list[Box]:
    """Give the places above and below an error bar, too far away for a point in the middle of a line."""
    nearest = around(place, width, height)[:2]
    return [
        Box(box.left, box.top + away * sign, box.right, box.bottom + away * sign)
        for away in (9, 18)
        for box, sign in zip(nearest, (-1, 1), strict=True)
    ]


def _beside(place: Place, width: float, height: float) -> list[Box]:
    """Give the places for a name: also farther aside, since its colour still says which line it is."""
    shifted = [around((place[0] + shift, place[1]), width, height)[2:6] for shift in (-8, 8)]
    return [*around(place, width, height), *shifted[0], *shifted[1]]


def draw_values(
    canvas: Canvas, frame: Frame, points: Sequence[Point], number_format: NumberFormat, taken: Obstacles
) -> None:
    """Write the last, the highest and the first figure, in that order of importance, where there is room."""
    figures = known(ordered(points))
    if not figures:
        return
    highest = max(figures, key=lambda figure: figure[1])
    chosen = list(
        {point.position: (point, value) for point, value in (figures[-1], highest, figures[0])}.values()
    )
    for point, value in chosen:
        text = point.text or number_format(value)
        width, height = text_width(text, canvas.size, bold=True) + 2, canvas.size
        place = (frame.x(point.position), frame.y(value))
        candidates = around(place, width, height)
        if point.upper is not None or point is figures[-1][0]:
            candidates += _past_interval(place, width, height)
        box = taken.first_free(candidates)
        if box is None and point is figures[-1][0]:
            # The last figure matters most; its white edge keeps it legible on a line.
            box = taken.first_free(candidates, over_lines=True)
        if box is not None:
            taken.add_box(box)
            middle = (box.left + box.right) / 2
            canvas.text("value-strong", (middle, box.bottom - canvas.size * 0.15), text, "middle")


@dataclass(frozen=True, slots=True)
class EndName:
    """The name of a line, to be written at its end."""

    number: int
    lines: tuple[str, ...]
    last: Point | None


def name_width(names: Sequence[EndName], size: float) -> float:
    """Give the room that the names need right of the plot."""
    widths = [text_width(line, size, bold=True) for name in names for line in name.lines]
    return max(widths, default=0.0)


def end_name(canvas: Canvas, number: int, label: str, points: Sequence[Point]) -> EndName:
    """Set the name of a line in a few short lines."""
    figures = known(ordered(points))
    # Bold letters are wider than the estimate that wrap uses.
    room = canvas.width * (0.24 if canvas.narrow else 0.2)
    longest = max((text_width(word, canvas.size, bold=True) for word in label.split()), default=0.0)
    lines = wrap(label, canvas.size * 1.07, min(max(room, longest), canvas.width * 0.36))
    return EndName(number, lines, figures[-1][0] if figures else None)


def draw_early_names(
    canvas: Canvas, frame: Frame, names: Sequence[EndName], taken: Obstacles
) -> list[EndName]:
    """Write the names of lines that end early beside their end, where there is room; give the others."""
    left_over = []
    for name in names:
        place = _end(frame, name)
        box = None
        if place is not None and place[0] < frame.box.right - frame.pad - 1:
            width = max(text_width(line, canvas.size, bold=True) for line in name.lines) + 2
            box = taken.first_free(_beside(place, width, canvas.row * len(name.lines)))
        if box is None:
            left_over.append(name)
        else:
            taken.add_box(box)
            _write_name(canvas, name, (box.left + 1, box.top))
    return left_over


def draw_names(canvas: Canvas, frame: Frame, names: Sequence[EndName]) -> None:
    """Write the names right of the plot, each level with the end of its line but never over another."""
    wanted = [(place, name) for name in names if (place := _end(frame, name)) is not None]
    wanted.sort(key=lambda item: (item[0][1], item[1].number))
    heights = [canvas.row * len(name.lines) for _, name in wanted]
    tops = spread([place[1] for place, _ in wanted], heights, (frame.box.top, frame.box.bottom))
    for ((x, y), name), top, height in zip(wanted, tops, heights, strict=True):
        middle = top + height / 2
        if abs(middle - y) > 3 or x < frame.box.right - frame.pad - 1:
            canvas.line("leader", (x + 6, y), (frame.box.right + 5, middle))
        _write_name(canvas, name, (frame.box.right + 8, top))


def _end(frame: Frame, name: EndName) -> Place | None:
    if name.last is None or name.last.value is None:
        return None
    return frame.x(name.last.position), frame.y(name.last.value)


def _write_name(canvas: Canvas, name: EndName, corner: Place) -> None:
    for index, line in enumerate(name.lines):
        baseline = corner[1] + canvas.row * index + canvas.size
        canvas.text(f"name-{name.number}", (corner[0], baseline), line)


def spread(middles: Sequence[float], heights: Sequence[float], limits: tuple[float, float]) -> list[float]:
    """Move labels that would overlap apart, each as little as can be, and all of them within the plot."""
    tops: list[float] = []
    floor = limits[0] - 6
    for wanted, height in zip(_apart(middles, heights), heights, strict=True):
        top = max(wanted, floor)
        tops.append(top)
        floor = top + height
    ceiling = limits[1] + 6
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = min(tops[index], ceiling - heights[index])
        ceiling = tops[index]
    return tops


def _apart(middles: Sequence[float], heights: Sequence[float]) -> list[float]:
    """The tops of labels in groups that touch, each group where it lies nearest to what its labels want.

    Neighbours that overlap are pooled, as in isotonic regression (pool adjacent violators).
    """
    groups: list[tuple[float, float, list[float]]] = []
    for middle, height in zip(middles, heights, strict=True):
        start, tall, inside = middle - height / 2, height, [0.0]
        while groups and groups[-1][0] + groups[-1][1] > start:
            before, high, members = groups.pop()
            start = (before * len(members) + (start - high) * len(inside)) / (len(members) + len(inside))
            inside = [*members, *(one + high for one in inside)]
            tall += high
        groups.append((start, tall, inside))
    return [start + one for start, _, inside in groups for one in inside]
