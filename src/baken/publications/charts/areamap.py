# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws a map of areas: shades or hatching, heavier borders round groups, names, a legend and a scale bar."""

from collections.abc import Sequence
from functools import lru_cache

from baken.publications.charts.arcs import Path
from baken.publications.charts.arealabels import LEADING, Ground, Name, place
from baken.publications.charts.arealayout import Sheet, scale_label, scale_length, sheet
from baken.publications.charts.areamodel import AreaMap, AreaShape
from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.generalise import Shapes, generalise, path_data
from baken.publications.charts.legend import draw_legend
from baken.publications.charts.lettering import wrap
from baken.publications.escaping import escape

_SMALL_LETTERS = 12.0
# How large an area is, is the map's to say (WCAG 2.5.8 calls that essential); what can no longer be seen is
# no link. The page of all areas has the same links as a list.
_SMALLEST_LINK = 8.0


def area_map(chart: AreaMap, width: int) -> str:
    """Draw a map; the areas come by group and then by name, which is also the tab order."""
    canvas = Canvas(chart.id, width)
    missing = chart.missing_text if any(shape.value is None for shape in chart.shapes) else None
    top = draw_legend(canvas, chart.classes, missing, chart.unit_label) + 8
    laid = sheet([shape.rings for shape in chart.shapes], width, top)
    groups = {shape.code: shape.group for shape in chart.shapes}
    rings = {shape.code: [laid.path(ring) for ring in shape.rings] for shape in chart.shapes}
    shapes = generalise(rings, groups)
    links = False
    canvas.open_hatched("bk-areas")
    for shape in sorted(chart.shapes, key=lambda one: (one.group, one.name, one.code)):
        links |= _draw_area(canvas, chart, shape, shapes.areas[shape.code])
    canvas.close()
    borders = "".join(path_data(piece, closed=False) for piece in shapes.edges)
    canvas.path("border-under", borders)
    canvas.path("border", borders)
    _draw_names(canvas, chart, shapes, Box(0, top, width, laid.box.bottom))
    bottom = draw_foot(canvas, chart.source, laid)
    return canvas.document(chart.title, chart.description, bottom, links=links)


def _draw_area(canvas: Canvas, chart: AreaMap, shape: AreaShape, paths: Sequence[Path]) -> bool:
    """Draw one area; the answer is whether it is a link."""
    said = (shape.text or chart.missing_text) if shape.value is None else shape.text
    title = escape(f"{shape.name}: {said}" if said else shape.name)
    linked = shape.href is not None and large_enough(paths)
    start = f'<a href="{escape(shape.href or "")}" aria-label="{title}">' if linked else "<g>"
    canvas.parts.append(f"{start}<title>{title}</title>")
    look = "missing" if shape.value is None else "none" if shape.shade is None else shape.shade
    canvas.path(f"area-{look}", "".join(path_data(path) for path in paths))
    canvas.parts.append("</a>" if linked else "</g>")
    return linked


def large_enough(paths: Sequence[Path]) -> bool:
    """Whether an area is drawn large enough to be a link."""
    across, along = [x for path in paths for x, _ in path], [y for path in paths for _, y in path]
    return bool(paths) and min(max(across) - min(across), max(along) - min(along)) >= _SMALLEST_LINK * 10


def _draw_names(canvas: Canvas, chart: AreaMap, shapes: Shapes, within: Box) -> None:
    """Write the names of the groups, or of the areas where there is but one group, smallest ground first."""
    grouped = len({shape.group for shape in chart.shapes}) > 1
    members: dict[str, list[tuple[Path, ...]]] = {}
    for shape in chart.shapes:
        if shapes.areas[shape.code]:
            members.setdefault(shape.group if grouped else shape.name, []).append(shapes.areas[shape.code])
    grounds = {name: ground_of(tuple(areas)) for name, areas in members.items()}
    size, inside = (canvas.size, 0.5) if grouped else (_SMALL_LETTERS, 0.6)
    taken: list[Box] = []
    for name, ground in sorted(grounds.items(), key=lambda item: (item[1].size, item[0])):
        found = place(ground, Name(name, size, grouped, inside), within, taken) if name else None
        if found is None:
            continue
        lines, box = found
        taken.append(box)
        middle, lead = (box.left + box.right) / 2, size * LEADING
        top = (box.top + box.bottom - lead * len(lines)) / 2
        canvas.parts.append(f'<g font-size="{size:.0f}" aria-hidden="true">')
        for index, line in enumerate(lines):
            look = "area-label-strong" if grouped else "area-label"
            canvas.text(look, (middle, top + index * lead + size * 0.95), line, "middle")
        canvas.parts.append("</g>")


@lru_cache(maxsize=512)
def ground_of(areas: tuple[tuple[Path, ...], ...]) -> Ground:
    """What some areas cover together; worked out once for each drawing."""
    return Ground(areas)


def draw_foot(canvas: Canvas, source: str, laid: Sheet) -> float:
    """Draw an arrow to the north, the scale bar and whose borders they are; the answer is where it ends."""
    y = laid.box.bottom + 26
    canvas.path("axis", f"M9 {y:.1f}v-18m-4 6l4-6l4 6")
    canvas.text("label", (17, y - 4), "N")
    metres = scale_length(laid.per_metre, canvas.width / 4)
    left, right = 46.0, 46.0 + metres * laid.per_metre
    canvas.path("axis", f"M{left:.1f} {y - 10:.1f}v6H{right:.1f}v-6")
    canvas.text("label", (right + 7, y - 4), scale_label(metres))
    for line in wrap(source, canvas.size, canvas.width - 4) if source else ():
        y += canvas.row
        canvas.text("tick", (2, y), line)
    return y + 6
