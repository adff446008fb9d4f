# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws a map of areas in classes, each with a pattern of its own, in their own form or as equal squares."""

from collections.abc import Sequence

from baken.publications.charts.arcs import Path
from baken.publications.charts.arealabels import LEADING, Ground, Name, place
from baken.publications.charts.arealayout import sheet
from baken.publications.charts.areamap import draw_foot, ground_of, large_enough
from baken.publications.charts.canvas import Box, Canvas, escape
from baken.publications.charts.classborders import group_borders
from baken.publications.charts.classmodel import ClassMap, ClassShape, MapClass
from baken.publications.charts.generalise import Shapes, generalise, path_data
from baken.publications.charts.keys import Entry, draw_key, filled, hatched
from baken.publications.charts.lettering import fit_name, text_width, wrap
from baken.publications.charts.tilelayout import tile_layout

_LETTERS = 12.0
# Up to this many areas all are named, as far as there is room.
_ALL_NAMED = 25
_LARGEST_TILE, _BETWEEN = 74.0, 3.0
_SMALLEST_NAMED, _SMALLEST_LINK = 36.0, 24.0


def class_map(chart: ClassMap, width: int) -> str:
    """Draw a map of classes."""
    canvas = Canvas(chart.id, width)
    top = _draw_legend(canvas, chart) + 8
    return _areas(canvas, chart, top) if chart.outlined else _tiles(canvas, chart, top)


def _draw_legend(canvas: Canvas, chart: ClassMap) -> float:
    """Draw the classes that occur, with what is hatched last; the answer is where the legend ends."""
    y = 4.0
    for line in wrap(chart.unit_label, canvas.size, canvas.width - 4) if chart.unit_label else ():
        canvas.text("label", (2, y + canvas.size - 2), line)
        y += canvas.row
    used = {shape.fill for shape in chart.shapes}
    entries: list[Entry] = [(filled(one.fill), one.label) for one in chart.classes if one.fill in used]
    entries += [(hatched, chart.missing_text)] if None in used else []
    return draw_key(canvas, entries, y)


def _areas(canvas: Canvas, chart: ClassMap, top: float) -> str:
    laid = sheet([shape.rings for shape in chart.shapes], canvas.width, top)
    rings = {shape.code: [laid.path(ring) for ring in shape.rings] for shape in chart.shapes}
    # Areas of one class lie within one heavier border, so that a group is seen as a group.
    standing_out = {one.fill for one in chart.classes if one.named or one.mark}
    groups = {s.code: s.fill if s.fill in standing_out and s.fill else "" for s in chart.shapes}
    shapes = generalise(rings, groups)
    links = False
    canvas.open_hatched("bk-areas")
    for shape in sorted(chart.shapes, key=lambda one: (one.name, one.code)):
        links |= _draw_area(canvas, chart, shape, shapes.areas[shape.code])
    canvas.close()
    borders = "".join(path_data(piece, closed=False) for piece in group_borders(shapes.areas, groups))
    if borders:
        canvas.path("border-under", borders)
        canvas.path("border", borders)
    _draw_names(canvas, chart, shapes, Box(0, top, canvas.width, laid.box.bottom))
    bottom = draw_foot(canvas, chart.source, laid)
    return canvas.document(chart.title, chart.description, bottom, links=links)


def _said(chart: ClassMap, shape: ClassShape) -> str:
    label = next((one.label for one in chart.classes if one.fill == shape.fill), chart.missing_text)
    return f"{shape.name}: {label}, {shape.text}" if shape.text else f"{shape.name}: {label}"


def _draw_area(canvas: Canvas, chart: ClassMap, shape: ClassShape, paths: Sequence[Path]) -> bool:
    """Draw one area; the answer is whether it is a link."""
    title = escape(_said(chart, shape))
    linked = shape.href is not None and large_enough(paths)
    start = f'<a href="{escape(shape.href or "")}" aria-label="{title}">' if linked else "<g>"
    canvas.parts.append(f"{start}<title>{title}</title>")
    data = "".join(path_data(path) for path in paths)
    if shape.fill is None:
        canvas.path("area-missing", data)
    else:
        canvas.filled_path(shape.fill, data)
    canvas.parts.append("</a>" if linked else "</g>")
    return linked


def _draw_names(canvas: Canvas, chart: ClassMap, shapes: Shapes, within: Box) -> None:
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
        _write(canvas, ground, Name(shape.name, _LETTERS, bold, 0.5 if bold else 0.6), (within, taken))


def _named(classes: dict[str, MapClass], shape: ClassShape) -> bool:
    return shape.fill is not None and classes[shape.fill].named


def _write(canvas: Canvas, ground: Ground, name: Name, room: tuple[Box, list[Box]]) -> None:
    """Write a name where it fits, else nowhere."""
    within, taken = room
    found = place(ground, name, within, taken) if name.text else None
    if found is None:
        return
    lines, box = found
    taken.append(box)
    middle, lead = (box.left + box.right) / 2, name.size * LEADING
    top = (box.top + box.bottom - lead * len(lines)) / 2
    canvas.parts.append(f'<g font-size="{name.size:.0f}" aria-hidden="true">')
    for index, line in enumerate(lines):
        look = "class-label" if name.bold else "area-label"
        canvas.text(look, (middle, top + index * lead + name.size * 0.95), line, "middle")
    canvas.parts.append("</g>")


def _tiles(canvas: Canvas, chart: ClassMap, top: float) -> str:
    """Draw equal squares, from north-west to south-east."""
    cells = tile_layout([_middle(shape) for shape in chart.shapes])
    west, north = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
    columns, deep = max(cell[0] for cell in cells) - west + 1, max(cell[1] for cell in cells) - north + 1
    pitch = min(_LARGEST_TILE, (canvas.width - 2 + _BETWEEN) / columns)
    left = (canvas.width - columns * pitch + _BETWEEN) / 2
    placed = sorted(zip(cells, chart.shapes, strict=True), key=lambda pair: (pair[0][1], pair[0][0]))
    for (column, row), shape in placed:
        x, y = left + (column - west) * pitch, top + (row - north) * pitch
        _draw_tile(canvas, chart, shape, Box(x, y, x + pitch - _BETWEEN, y + pitch - _BETWEEN))
    links = pitch - _BETWEEN >= _SMALLEST_LINK and any(shape.href for shape in chart.shapes)
    return canvas.document(chart.title, chart.description, top + deep * pitch + 1, links=links)


def _middle(shape: ClassShape) -> tuple[float, float]:
    points = [point for ring in shape.rings for point in ring]
    if not points:
        return shape.x, shape.y
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _draw_tile(canvas: Canvas, chart: ClassMap, shape: ClassShape, box: Box) -> None:
    title = escape(_said(chart, shape))
    linked = shape.href is not None and box.right - box.left >= _SMALLEST_LINK
    start = f'<a href="{escape(shape.href or "")}" aria-label="{title}">' if linked else "<g>"
    canvas.parts.append(f'<g class="bk-tile">{start}<title>{title}</title>')
    if shape.fill is None:
        canvas.hatch(box)
    else:
        canvas.filled_rect(shape.fill, box)
    if box.right - box.left >= _SMALLEST_NAMED:
        _name_tile(canvas, shape.name, box)
    canvas.parts.append("</a></g>" if linked else "</g></g>")


def _name_tile(canvas: Canvas, name: str, box: Box) -> None:
    """Write a name on a plate, since patterns lie under it."""
    inside = box.right - box.left - 8
    lines = fit_name(name, _LETTERS, inside, 3)
    lead = _LETTERS * 1.15
    top = (box.top + box.bottom - lead * len(lines)) / 2
    half = min(max(text_width(line, _LETTERS) for line in lines) / 2 + 2, inside / 2 + 2)
    middle = (box.left + box.right) / 2
    canvas.rect("plate", Box(middle - half, top - 1, middle + half, top + lead * len(lines) + 1))
    canvas.parts.append(f'<g font-size="{_LETTERS:.0f}">')
    for index, line in enumerate(lines):
        canvas.text("label", (middle, top + index * lead + _LETTERS * 0.9), line, "middle")
    canvas.parts.append("</g>")
