# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts, maps and tables of a page, from the records of the picture."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from baken.model.area import Area, AreaLevel
from baken.model.figure import Figure
from baken.model.number import format_number
from baken.model.snapshot import Snapshot
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.charts import AreaMap, LineChart, TileMap
from baken.publications.drawing import line_chart
from baken.publications.maps import MapFigure, Place, area_map, tile_map
from baken.web.pages import Kind, Page


@dataclass(frozen=True, slots=True)
class Map:
    """A map with what it shows and the same as a table; ``districts``: whether it has their borders."""

    drawn: TileMap | AreaMap
    subject: str
    empty: bool
    rows: tuple[tuple[Area, MapFigure], ...]
    districts: bool = False

    @property
    def schematic(self) -> bool:
        """Whether areas are squares instead of having their own form."""
        return isinstance(self.drawn, TileMap)


def line(safety: SafetyPicture, record: IndicatorPicture, language: Language) -> LineChart:
    """The series of an indicator."""
    material = safety.material
    years = material.catalogue.country.pandemic_years
    return line_chart(record, material.reference_name, years, language)


def snapshots_of(safety: SafetyPicture, record: IndicatorPicture) -> tuple[Snapshot, ...]:
    """The snapshots that the figures of a record came from."""
    names = {name for one in record.figures for name in one.observation.snapshots}
    return tuple(one for one in safety.material.snapshots if one.id in names)


def neighbourhood_map(safety: SafetyPicture, page: Page, within: str = "") -> Map | None:
    """The map of the neighbourhoods with the first indicator that has figures there, else without figures."""
    material = safety.material
    areas = material.register.of_level(AreaLevel.NEIGHBOURHOOD, material.on)
    if within:
        division = material.register.division_of(AreaLevel.DISTRICT, material.on)
        inside = material.register.leaves(within, division.id)
        areas = tuple(area for area in areas if area.code in inside)
    if len(areas) < 2:
        return None
    record = _first_local(safety, areas)
    figures = {area.code: _figure(safety, record, area) for area in areas}
    cells = {area.code: _cell(figures[area.code], record, page, area) for area in areas}
    subject = record.indicator.name.in_(page.language) if record else _("Registered offences")
    period = f", {record.latest.observation.period}" if record and record.latest else ""
    title = _("%(subject)s per neighbourhood%(period)s") % {"subject": subject, "period": period}
    unit = record.unit.label.in_(page.language) if record else _("no data for any neighbourhood")
    places = _places(safety, areas, within)
    described = f"{title}: {unit}."
    return Map(
        drawn=area_map(title, described, places, cells, page.language)
        if places
        else tile_map(title, described, areas, cells, page.language),
        subject=f"{title} ({unit})" if record else title,
        empty=record is None,
        rows=tuple((area, cells[area.code]) for area in areas),
        districts=len({place.group for place in places}) > 1,
    )


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


def _figure(safety: SafetyPicture, record: IndicatorPicture | None, area: Area) -> Figure | None:
    if record is None or record.latest is None:
        return None
    local = safety.record(record.indicator.id, area.code)
    return local.at(record.latest.observation.period)


def _cell(figure: Figure | None, record: IndicatorPicture | None, page: Page, area: Area) -> MapFigure:
    link = page.to(Kind.NEIGHBOURHOOD, area.code)
    if figure is None or figure.value is None or record is None:
        return MapFigure(None, _("no data"), link)
    text = format_number(figure.value, record.indicator.decimals, page.language)
    return MapFigure(float(figure.value), text, link)
