# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From values by area to a map: nothing is computed here but the limits of the classes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from baken.areas.outlines import Outline, flat
from baken.model.area import Area
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.publications.charts import AreaMap, AreaShape, Tile, TileMap
from baken.publications.charts.tilemodel import SHADES
from baken.publications.drawing import NO_DATA

_BORDERS = Text("Grenzen", "Borders")


@dataclass(frozen=True, slots=True)
class MapFigure:
    """What one area of a map shows: a value (or nothing), how it is printed, and where the area leads to."""

    value: float | None
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class Place:
    """An area with its outline; areas of one ``group`` are enclosed by a heavier line with its name."""

    area: Area
    outline: Outline
    group: str = ""


def tile_map(
    title: str, description: str, areas: tuple[Area, ...], cells: dict[str, MapFigure], language: Language
) -> TileMap:
    """Equal tiles for areas placed by their position; an area without a value is hatched.

    Args:
        title: what the map shows.
        description: the same in words.
        areas: the areas; those without a position are left out.
        cells: what the tile of each area shows, by area code.
        language: of the words on the map.

    """
    placed = [area for area in areas if area.x is not None and area.y is not None]
    known, limits = _classes(placed, cells)
    return TileMap(
        id="kaart",
        title=title,
        description=description,
        tiles=tuple(_tile(area, cells[area.code], limits, language) for area in placed),
        classes=_class_labels(known, limits, language),
        missing_text=NO_DATA.in_(language),
    )


def area_map(
    title: str,
    description: str,
    places: tuple[Place, ...],
    cells: dict[str, MapFigure],
    language: Language,
) -> AreaMap:
    """Areas in their own form; an area without a value is hatched.

    Args:
        title: what the map shows.
        description: the same in words.
        places: the areas with their outlines, in degrees.
        cells: what is shown of each area, by area code.
        language: of the words on the map.

    """
    known, limits = _classes([place.area for place in places], cells)
    metres = flat({place.area.code: place.outline for place in places})
    sources = dict.fromkeys(place.outline.source for place in places if place.outline.source)
    return AreaMap(
        id="kaart",
        title=title,
        description=description,
        shapes=tuple(_shape(place, metres[place.area.code], cells, limits) for place in places),
        classes=_class_labels(known, limits, language),
        missing_text=NO_DATA.in_(language),
        source=f"{_BORDERS.in_(language)}: {'; '.join(sources)}" if sources else "",
    )


def _shape(place: Place, metres: Outline, cells: dict[str, MapFigure], limits: list[float]) -> AreaShape:
    cell = cells[place.area.code]
    return AreaShape(
        code=place.area.code,
        name=place.area.name,
        rings=metres.rings,
        value=cell.value,
        shade=_shade(cell, limits),
        text=cell.text,
        href=cell.link or None,
        group=place.group,
    )


def _classes(areas: Iterable[Area], cells: dict[str, MapFigure]) -> tuple[list[float], list[float]]:
    """The different values of the areas, and the limits of the classes that they fall into."""
    found = (cells[area.code].value for area in areas)
    known = sorted({value for value in found if value is not None})
    return known, _limits(known)


def _shade(cell: MapFigure, limits: list[float]) -> int | None:
    return None if cell.value is None else sum(cell.value >= limit for limit in limits)


def _tile(area: Area, cell: MapFigure, limits: list[float], language: Language) -> Tile:
    return Tile(
        code=area.code,
        name=area.name,
        x=area.x or 0.0,
        y=area.y or 0.0,
        value=cell.value,
        shade=_shade(cell, limits),
        text=cell.text or NO_DATA.in_(language),
        href=cell.link or None,
    )


def _limits(known: list[float]) -> list[float]:
    """Class limits with about as many areas in each of at most five classes."""
    if len(known) < SHADES:
        return known[1:]
    step = len(known) / SHADES
    return [known[int(step * n)] for n in range(1, SHADES)]


def _class_labels(known: list[float], limits: list[float], language: Language) -> tuple[str, ...]:
    if not known:
        return ()
    decimals = 0 if all(value == int(value) for value in known) else 1
    edges = [known[0], *limits]
    until = Text("tot", "to").in_(language)
    upwards = Text("en meer", "and over").in_(language)
    texts = [format_number(edge, decimals, language) for edge in edges]
    return tuple(
        f"{text} {upwards}" if n == len(texts) - 1 else f"{text} {until} {texts[n + 1]}"
        for n, text in enumerate(texts)
    )
