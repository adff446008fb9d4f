# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws a schematic map of equal squares, with a legend."""

from collections.abc import Sequence

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.legend import draw_legend
from baken.publications.charts.lettering import fit_name, text_width, wrap
from baken.publications.charts.tilelayout import tile_layout
from baken.publications.charts.tilemodel import Tile, TileMap
from baken.publications.escaping import escape

_LARGEST = 78.0
_BETWEEN = 3.0
_LETTERS = 12.0
_LEADING = 13.5
# Names are measured without the reserve for wide fonts: a square has a margin, and space is scarce.
_FITTING = _LETTERS / 1.07
# Below this a square holds no readable name, and a link would be too small to hit (WCAG 2.5.8).
_SMALLEST_NAMED = 36.0
_SMALLEST_LINK = 24.0


def _said(tile: Tile, chart: TileMap) -> str:
    return (tile.text or chart.missing_text) if tile.value is None else tile.text


def _cells(tiles: tuple[Tile, ...]) -> list[tuple[int, int]]:
    """Give the squares, moved so that the first column and row are used."""
    given = [tile.cell for tile in tiles if tile.cell is not None]
    cells = given or tile_layout([(tile.x, tile.y) for tile in tiles])
    left, top = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
    return [(column - left, row - top) for column, row in cells]


def _draw_words(canvas: Canvas, chart: TileMap, tile: Tile, box: Box) -> None:
    """Write name and figure in a square, as much as fits."""
    room = int((box.bottom - box.top - 3) / _LEADING)
    inside = (box.right - box.left) * 0.94
    missing = tile.value is None
    # Where there is no figure at all, the legend says so once.
    said = _said(tile, chart) if any(one.value is not None for one in chart.tiles) else ""
    figure = wrap(said, _FITTING * (1.0 if missing else 1.07), inside) if said else ()
    whole = " ".join(figure) == " ".join(said.split())
    # A name needs two lines; a figure that leaves less than that stays in the tooltip and the legend.
    figure = figure if whole and room - len(figure) >= min(2, room - 1) else ()
    name = fit_name(tile.name, _FITTING, inside, max(1, min(3, room - len(figure))))
    middle = (box.left + box.right) / 2
    top = (box.top + box.bottom - _LEADING * (len(name) + len(figure))) / 2
    look = "ontile-none" if missing or tile.shade is None else f"ontile-{tile.shade}"
    if missing and (name or figure):
        _draw_plate(canvas, box, [*name, *figure], top)
    canvas.parts.append(f'<g font-size="{_LETTERS:.0f}">')
    for index, line in enumerate(name):
        canvas.text(look, (middle, top + index * _LEADING + _LETTERS - 1.5), line, "middle")
    for index, line in enumerate(figure, start=len(name)):
        at = (middle, top + index * _LEADING + _LETTERS - 1.5)
        canvas.text("missing-label" if missing else f"{look}-figure", at, line, "middle")
    canvas.parts.append("</g>")


def _draw_plate(canvas: Canvas, box: Box, lines: Sequence[str], top: float) -> None:
    """Clear the hatching behind the words, and leave it as an edge all round."""
    half = max(text_width(line, _FITTING) for line in lines) / 2 + 1
    middle = (box.left + box.right) / 2
    left, right = max(middle - half, box.left + 2), min(middle + half, box.right - 2)
    canvas.rect(
        "plate", Box(left, max(top, box.top + 2), right, min(top + _LEADING * len(lines), box.bottom - 2))
    )


def _draw_tile(canvas: Canvas, chart: TileMap, tile: Tile, box: Box) -> None:
    said = _said(tile, chart)
    title = f"{tile.name}: {said}" if said else tile.name
    linked = tile.href is not None and box.right - box.left >= _SMALLEST_LINK
    canvas.parts.append('<g class="bk-tile">')
    if linked:
        canvas.parts.append(f'<a href="{escape(tile.href or "")}" aria-label="{escape(title)}">')
    canvas.parts.append(f"<title>{escape(title)}</title>")
    if tile.value is None:
        canvas.hatch(box)
    else:
        canvas.rect("tile-none" if tile.shade is None else f"tile-{tile.shade}", box)
    if box.right - box.left >= _SMALLEST_NAMED:
        _draw_words(canvas, chart, tile, box)
    canvas.parts.append("</a></g>" if linked else "</g>")


def tile_map(chart: TileMap, width: int) -> str:
    """Draw a tile map; tiles come from north-west to south-east, which is also the tab order."""
    canvas = Canvas(chart.id, width)
    cells = _cells(chart.tiles)
    columns = max(column for column, _ in cells) + 1
    rows = max(row for _, row in cells) + 1
    pitch = min(_LARGEST, (width - 2 + _BETWEEN) / columns)
    left = (width - columns * pitch + _BETWEEN) / 2
    missing = chart.missing_text if any(tile.value is None for tile in chart.tiles) else None
    top = draw_legend(canvas, chart.classes, missing, chart.unit_label) + 8
    for (column, row), tile in sorted(
        zip(cells, chart.tiles, strict=True), key=lambda pair: (pair[0][1], pair[0][0])
    ):
        x, y = left + column * pitch, top + row * pitch
        _draw_tile(canvas, chart, tile, Box(x, y, x + pitch - _BETWEEN, y + pitch - _BETWEEN))
    links = pitch - _BETWEEN >= _SMALLEST_LINK and any(tile.href is not None for tile in chart.tiles)
    return canvas.document(chart.title, chart.description, top + rows * pitch + 1, links=links)
