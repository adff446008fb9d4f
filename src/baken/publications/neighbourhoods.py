# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The map of the neighbourhoods: in their own form where every outline is held, else as equal squares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from baken.model.area import Area, AreaLevel
from baken.model.figure import Figure
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.charts import AreaMap, TileMap
from baken.publications.drawing import NO_DATA
from baken.publications.maps import MapFigure, Place, area_map, tile_map

Link = Callable[[Area], str]

_TITLE = Text("{subject} per buurt{period}", "{subject} per neighbourhood{period}")
_OFFENCES = Text("Geregistreerde misdrijven", "Registered offences")
_NOTHING = Text("voor geen enkele buurt gegevens", "no data for any neighbourhood")
_RANGE = Text(
    "Van {low} ({low_name}) tot {high} ({high_name}).", "From {low} ({low_name}) to {high} ({high_name})."
)
_MISSING = Text("Buurten zonder gegevens: {count}.", "Neighbourhoods without data: {count}.")
_SCHEMATIC = Text(
    "Schematische kaart: elke buurt is één even groot vierkant, op zijn plaats gezet",
    "Schematic map: every neighbourhood is one square of the same size, placed by its position",
)
_DISTRICTS = Text(
    "De dikkere lijnen zijn de grenzen van de stadsdelen.",
    "The heavier lines are the borders of the districts.",
)
_NORTH = Text(
    "Het noorden is boven. De grenzen zijn vereenvoudigd", "North is up. The borders are simplified"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourhoodMap:
    """A map with what it shows and the same as a table.

    ``record`` is the municipality's own record of what is shown, or nothing where no neighbourhood has a
    figure. ``unit`` and ``reading`` are sentences without a full stop; ``said`` is the map in a sentence or
    two, or nothing. ``districts``: whether the map has their borders. ``within`` is the district that it is
    about, or nothing for the whole municipality.
    """

    drawn: TileMap | AreaMap
    record: IndicatorPicture | None
    title: str
    unit: str
    reading: str
    said: str
    rows: tuple[tuple[Area, MapFigure], ...]
    districts: bool = False
    within: str = ""

    @property
    def subject(self) -> str:
        """What the map shows, with its unit where there are figures."""
        return f"{self.title} ({self.unit})" if self.record else self.title

    @property
    def empty(self) -> bool:
        """Whether no neighbourhood has a figure."""
        return self.record is None

    @property
    def schematic(self) -> bool:
        """Whether areas are squares instead of having their own form."""
        return isinstance(self.drawn, TileMap)


def neighbourhood_map(
    safety: SafetyPicture, language: Language, link: Link = lambda _: "", within: str = ""
) -> NeighbourhoodMap | None:
    """The neighbourhoods with the first indicator that has figures there, else without figures.

    Args:
        safety: what the map shows.
        language: of the words on the map.
        link: where an area leads; nowhere unless given.
        within: a district, to show its neighbourhoods only.

    """
    areas = _areas(safety, within)
    if len(areas) < 2:
        return None
    record = _first_local(safety, areas)
    cells = {area.code: _cell(safety, record, area, link(area), language) for area in areas}
    period = f", {record.latest.observation.period}" if record and record.latest else ""
    subject = (record.indicator.name if record else _OFFENCES).in_(language)
    title = _TITLE.in_(language).format(subject=subject, period=period)
    unit = (record.unit.label if record else _NOTHING).in_(language)
    places = _places(safety, areas, within)
    said = _said(areas, cells, language)
    described = " ".join(filter(None, (f"{title}: {unit}.", said)))
    drawn = (
        area_map(title, described, places, cells, language)
        if places
        else tile_map(title, described, areas, cells, language)
    )
    districts = len({place.group for place in places}) > 1
    return NeighbourhoodMap(
        drawn=drawn,
        record=record,
        title=title,
        unit=unit,
        said=said,
        reading=_reading(bool(places), districts, language),
        rows=tuple((area, cells[area.code]) for area in areas),
        districts=districts,
        within=within,
    )


def _said(areas: tuple[Area, ...], cells: dict[str, MapFigure], language: Language) -> str:
    """The lowest and the highest figure with their places, and how many places have none."""
    known = sorted(
        (cell.value, area.name, cell.text) for area in areas if (cell := cells[area.code]).value is not None
    )
    if not known:
        return ""
    (_, low_name, low), (_, high_name, high) = known[0], known[-1]
    said = _RANGE.in_(language).format(low=low, low_name=low_name, high=high, high_name=high_name)
    missing = len(areas) - len(known)
    return said + (f" {_MISSING.in_(language).format(count=missing)}" if missing else "")


def _reading(in_own_form: bool, districts: bool, language: Language) -> str:
    if not in_own_form:
        return _SCHEMATIC.in_(language)
    lines = (_DISTRICTS, _NORTH) if districts else (_NORTH,)
    return " ".join(one.in_(language) for one in lines)


def _areas(safety: SafetyPicture, within: str) -> tuple[Area, ...]:
    register, on = safety.material.register, safety.material.on
    areas = register.of_level(AreaLevel.NEIGHBOURHOOD, on)
    if not within:
        return areas
    inside = register.leaves(within, register.division_of(AreaLevel.DISTRICT, on).id)
    return tuple(area for area in areas if area.code in inside)


def _places(safety: SafetyPicture, areas: tuple[Area, ...], within: str) -> tuple[Place, ...]:
    """The areas with their outlines and districts; nothing if one has none: it would be a hole."""
    material = safety.material
    if any(area.code not in material.outlines for area in areas):
        return ()
    division = material.register.division_of(AreaLevel.DISTRICT, material.on)
    above = {area.code: material.register.parent(area.code, division.id) for area in areas}
    return tuple(
        Place(
            area=area,
            outline=material.outlines[area.code],
            group="" if within or (parent := above[area.code]) is None else parent.name,
        )
        for area in areas
    )


def _first_local(safety: SafetyPicture, areas: tuple[Area, ...]) -> IndicatorPicture | None:
    """The municipality's record of the first indicator that has a figure in one of the areas."""
    for record in safety.records:
        for area in areas:
            if any(one.value is not None for one in safety.record(record.indicator.id, area.code).figures):
                return record
    return None


def _figure(safety: SafetyPicture, record: IndicatorPicture, area: Area) -> Figure | None:
    if record.latest is None:
        return None
    return safety.record(record.indicator.id, area.code).at(record.latest.observation.period)


def _cell(
    safety: SafetyPicture, record: IndicatorPicture | None, area: Area, link: str, language: Language
) -> MapFigure:
    figure = _figure(safety, record, area) if record else None
    if figure is None or figure.value is None or record is None:
        return MapFigure(None, NO_DATA.in_(language), link)
    return MapFigure(
        float(figure.value), format_number(figure.value, record.indicator.decimals, language), link
    )
