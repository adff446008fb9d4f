# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws a map of areas in classes, each with a pattern of its own, in their own form or as equal squares."""

from collections.abc import Sequence

from baken.publications.charts.arcs import Path
from baken.publications.charts.arealayout import sheet
from baken.publications.charts.areamap import draw_foot, large_enough
from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.classborders import group_borders
from baken.publications.charts.classmodel import ClassMap, ClassShape
from baken.publications.charts.classnames import draw_class_names
from baken.publications.charts.generalise import generalise, path_data
from baken.publications.charts.keys import Entry, draw_key, filled, hatched
from baken.publications.charts.lettering import fit_name, text_width, wrap
from baken.publications.charts.tilelayout import tile_layout
from baken.publications.escaping import escape

_LETTERS = 12.0
_LARGEST_TILE, _BETWEEN = 74.0, 3.0
_SMALLEST_NAMED, _SMALLEST_LINK = 36.0, 24.0
# Smaller squares have no room for a gap or an edge, and none of them can be pointed at.
_SMALLEST_APART = 8.0


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
    draw_class_names(canvas, chart, shapes, Box(0, top, canvas.width, laid.box.bottom))
    bottom = draw_foot(canvas, chart.source, laid)
    return canvas.document(chart.title, chart.description, bottom, links=links)


def _said(chart: ClassMap, shape: ClassShape) -> str:
    label = next((one.label for one in chart.classes if one.fill == shape.fill), chart.missing_text)
    return f"{shape.name}: {label}" if shape.text in label else f"{shape.name}: {label}, {shape.text}"


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


def _tiles(canvas: Canvas, chart: ClassMap, top: float) -> str:
    """Draw equal squares, from north-west to south-east."""
    cells = tile_layout([_middle(shape) for shape in chart.shapes])
    west, north = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
    columns, deep = max(cell[0] for cell in cells) - west + 1, max(cell[1] for cell in cells) - north + 1
    pitch = min(_LARGEST_TILE, (canvas.width - 2 + _BETWEEN) / columns)
    left = (canvas.width - columns * pitch + _BETWEEN) / 2
    placed = sorted(zip(cells, chart.shapes, strict=True), key=lambda pair: (pair[0][1], pair[0][0]))
    if pitch < _SMALLEST_APART:
        corners = [
            (left + (column - west) * pitch, top + (row - north) * pitch) for (column, row), _ in placed
        ]
        _draw_crowd(
            canvas, chart, list(zip([shape.fill for _, shape in placed], corners, strict=True)), pitch
        )
        # Room for a mark beside a square of the last row.
        bottom = top + deep * pitch + canvas.size / 2
        return canvas.document(chart.title, chart.description, bottom)
    for (column, row), shape in placed:
        x, y = left + (column - west) * pitch, top + (row - north) * pitch
        _draw_tile(canvas, chart, shape, Box(x, y, x + pitch - _BETWEEN, y + pitch - _BETWEEN))
    links = pitch - _BETWEEN >= _SMALLEST_LINK and any(shape.href for shape in chart.shapes)
    return canvas.document(chart.title, chart.description, top + deep * pitch + 1, links=links)


def _draw_crowd(
    canvas: Canvas, chart: ClassMap, squares: Sequence[tuple[str | None, tuple[float, float]]], side: float
) -> None:
    """Draw very many squares against each other, in one path for each class; what stands out comes last."""
    corners: dict[str | None, list[tuple[float, float]]] = {}
    for fill, corner in squares:
        corners.setdefault(fill, []).append(corner)
    form = f"h{side:.2f}v{side:.2f}h-{side:.2f}z"
    canvas.open_hatched("bk-areas")
    for fill in sorted(corners, key=lambda one: (one is not None, one != "plain", one or "")):
        data = "".join([f"M{x:.1f} {y:.1f}{form}" for x, y in corners[fill]])
        if fill is None:
            canvas.path("area-missing", data)
        else:
            canvas.filled_path(fill, data, edged=fill != "plain")
    canvas.close()
    for one in chart.classes:
        if one.mark and one.fill in corners:
            _mark_crowd(canvas, one.mark, corners[one.fill], side)


def _mark_crowd(canvas: Canvas, text: str, corners: Sequence[tuple[float, float]], side: float) -> None:
    """Write the mark of a class beside its outermost square: one square is too small to show a pattern."""
    room = text_width(text, canvas.size, bold=True) + 4
    right, left = max(corners), min(corners)
    fits = right[0] + side + room < canvas.width
    x, y = (right[0] + side + 3, right[1]) if fits else (left[0] - 3, left[1])
    middle = y + side / 2 + canvas.size * 0.36
    canvas.text("value-strong", (x, middle), text, "start" if fits else "end")


def _middle(shape: ClassShape) -> tuple[float, float]:
    points = [point for ring in shape.rings for point in ring]
    if not points:
        return shape.x, shape.y
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _draw_tile(canvas: Canvas, chart: ClassMap, shape: ClassShape, box: Box) -> None:
    title = escape(_said(chart, shape))
    linked = shape.href is not None and box.right - box.left >= _SMALLEST_LINK
    start = f'<a href="{escape(shape.href or "")}" aria-label="{title}">' if linked else ""
    canvas.parts.append(f'<g class="bk-tile">{start}<title>{title}</title>')
    if shape.fill is None:
        canvas.hatch(box)
    else:
        canvas.filled_rect(shape.fill, box)
    if box.right - box.left >= _SMALLEST_NAMED:
        _name_tile(canvas, shape, box)
    canvas.parts.append("</a></g>" if linked else "</g>")


def _name_tile(canvas: Canvas, shape: ClassShape, box: Box) -> None:
    """Write a name, on a plate where a pattern lies under it."""
    inside = box.right - box.left - 8
    lines = fit_name(shape.name, _LETTERS, inside, 3)
    lead = _LETTERS * 1.15
    top = (box.top + box.bottom - lead * len(lines)) / 2
    half = min(max(text_width(line, _LETTERS) for line in lines) / 2 + 2, inside / 2 + 2)
    middle = (box.left + box.right) / 2
    if shape.fill != "plain":
        canvas.rect("plate", Box(middle - half, top - 1, middle + half, top + lead * len(lines) + 1))
    canvas.parts.append(f'<g font-size="{_LETTERS:.0f}">')
    for index, line in enumerate(lines):
        canvas.text("label", (middle, top + index * lead + _LETTERS * 0.9), line, "middle")
    canvas.parts.append("</g>")
