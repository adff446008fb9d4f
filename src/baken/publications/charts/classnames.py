# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The names on a map of classes: inside an area where they fit, beside it for those that stand out."""

from collections.abc import Sequence

from baken.publications.charts.arealabels import LEADING, Ground, Name, place
from baken.publications.charts.areamap import ground_of
from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.classmodel import ClassMap, ClassShape, MapClass
from baken.publications.charts.generalise import Shapes

_LETTERS = 12.0
# Up to this many areas all are named, as far as there is room.
_ALL_NAMED = 25
# How far from its middle a name stands that does not fit within its area, and on which sides.
_AWAY = (14, 24, 36, 50, 70)
_AROUND = ((0, -1), (1, 0), (-1, 0), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))


def draw_class_names(canvas: Canvas, chart: ClassMap, shapes: Shapes, within: Box) -> None:
    """Write the marks of classes, then the names of their areas, then of the others where there are few."""
    taken: list[Box] = []
    classes = {one.fill: one for one in chart.classes}
    for one in chart.classes:
        members = [shapes.areas[s.code] for s in chart.shapes if s.fill == one.fill and shapes.areas[s.code]]
        if one.mark and members:
            biggest = max((ground_of((paths,)) for paths in members), key=lambda ground: ground.size)
            _write(canvas, biggest, Name(one.mark, canvas.size + 3, bold=True, inside=0.3), (within, taken))
    few = len(chart.shapes) <= _ALL_NAMED
    wanted = [s for s in chart.shapes if shapes.areas[s.code] and (few or _named(classes, s))]
    grounds = [(ground_of((shapes.areas[shape.code],)), shape) for shape in wanted]
    for ground, shape in sorted(grounds, key=lambda pair: (not _named(classes, pair[1]), pair[0].size)):
        bold = _named(classes, shape)
        name = Name(shape.name, _LETTERS, bold, 0.5 if bold else 0.6)
        if not _write(canvas, ground, name, (within, taken)) and bold:
            _write_beside(canvas, ground, name, (within, taken))


def _named(classes: dict[str, MapClass], shape: ClassShape) -> bool:
    return shape.fill is not None and classes[shape.fill].named


def _write(canvas: Canvas, ground: Ground, name: Name, room: tuple[Box, list[Box]]) -> bool:
    """Write a name where it fits, else nowhere; the answer is whether it was written."""
    within, taken = room
    found = place(ground, name, within, taken) if name.text else None
    if found is None:
        return False
    lines, box = found
    _write_lines(canvas, name, lines, box)
    taken.append(box)
    return True


def _write_beside(canvas: Canvas, ground: Ground, name: Name, room: tuple[Box, list[Box]]) -> None:
    """Write the name of an area that is too small for it beside it, with a line to the area."""
    within, taken = room
    x, y = ground.middle
    for away in _AWAY:
        for lines in name.settings():
            width, height = name.measure(lines)
            for dx, dy in _AROUND:
                left = x + dx * (away + width / 2) - width / 2
                top = y + dy * (away + height / 2) - height / 2
                box = Box(left, top, left + width, top + height)
                if not box.within(within) or any(box.overlaps(other, 2.0) for other in taken):
                    continue
                near = (min(max(x, box.left), box.right), min(max(y, box.top), box.bottom))
                canvas.line("whisker-under", (x, y), near)
                canvas.line("whisker", (x, y), near)
                _write_lines(canvas, name, lines, box)
                taken.append(box)
                return


def _write_lines(canvas: Canvas, name: Name, lines: Sequence[str], box: Box) -> None:
    middle, lead = (box.left + box.right) / 2, name.size * LEADING
    top = (box.top + box.bottom - lead * len(lines)) / 2
    canvas.parts.append(f'<g font-size="{name.size:.0f}" aria-hidden="true">')
    for index, line in enumerate(lines):
        look = "class-label" if name.bold else "area-label"
        canvas.text(look, (middle, top + index * lead + name.size * 0.95), line, "middle")
    canvas.parts.append("</g>")
