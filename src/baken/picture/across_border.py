# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A municipality beside its neighbours on the other side of a border, each with its own definitions.

Two countries count other things, at another moment, over other people. So the figures stand side by side,
in the order of the list: there is no ranking, no total and no difference. An area without figures is there
too, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from baken.areas.load import country_areas
from baken.catalogue.catalogue import Catalogue, load_catalogue
from baken.model.indicator import CountingSystem
from baken.model.observation import Observation
from baken.model.period import Period
from baken.model.policy import CountingRules, Neighbour
from baken.model.text import Text
from baken.picture.derive import indicator_series
from baken.picture.material import Material
from baken.sources.registry import carried
from baken.store.holdings import Holdings

PICTURE = "picture"
"""The source of a neighbour whose figures are those of the picture itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderFigure:
    """One area's figure on its own definitions. ``factor`` is what the rate is per: 1,000 or 100,000."""

    indicator: Text
    period: Period
    rate: Decimal
    per: Text
    factor: int
    count: int | None
    counting: CountingRules
    system: CountingSystem
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderRow:
    """One area, with its figure or with the reason why there is none."""

    name: str
    country: str
    area: str
    figure: BorderFigure | None
    note: Text | None = None


_NO_FIGURE = Text("Er is nog geen cijfer voor dit gebied.", "There is no figure for this area yet.")


def across_border(material: Material, year: int | None = None) -> tuple[BorderRow, ...]:
    """The neighbours of a municipality, in the order in which its data lists them.

    Args:
        material: the material of the municipality.
        year: take the figure of this year; without one the newest of each area.

    """
    return tuple(_row(material, one, year) for one in material.municipality.neighbours)


def _row(material: Material, neighbour: Neighbour, year: int | None) -> BorderRow:
    figure = _figure(material, neighbour, year) if neighbour.source else None
    return BorderRow(
        name=neighbour.name,
        country=neighbour.country,
        area=neighbour.area,
        figure=figure,
        note=neighbour.note or (None if figure else _NO_FIGURE),
    )


def _figure(material: Material, neighbour: Neighbour, year: int | None) -> BorderFigure | None:
    catalogue = material.catalogue if neighbour.source == PICTURE else load_catalogue(neighbour.country)
    holdings = material.holdings if neighbour.source == PICTURE else _carried(neighbour, catalogue)
    series = (
        indicator_series(material, neighbour.indicator, neighbour.area)
        if neighbour.source == PICTURE
        else holdings.series(neighbour.indicator, neighbour.area)
    )
    known = [one for one in series if one.value is not None and one.period.end <= material.on]
    wanted = [one for one in known if year is None or one.period.year == year]
    return _described(wanted[-1], catalogue, holdings) if wanted else None


def _carried(neighbour: Neighbour, catalogue: Catalogue) -> Holdings:
    return Holdings(carried((neighbour.source,), catalogue, country_areas(neighbour.country)))


def _described(one: Observation, catalogue: Catalogue, holdings: Holdings) -> BorderFigure | None:
    if one.value is None:
        return None
    indicator = catalogue.indicator(one.indicator, one.period.end)
    unit, system = catalogue.unit_of(indicator), catalogue.systems[indicator.system]
    return BorderFigure(
        indicator=indicator.name,
        period=one.period,
        rate=one.value,
        per=unit.label,
        factor=unit.factor,
        count=one.count if one.count is not None else _count(one, indicator.numerator, system.id, holdings),
        counting=catalogue.country.counting,
        system=system,
        source=one.snapshot,
    )


def _count(one: Observation, codes: tuple[str, ...], system: str, holdings: Holdings) -> int | None:
    """The count behind a rate that was published apart from it, where it is one code."""
    if len(codes) != 1:
        return None
    found = holdings.get(f"{system}/{codes[0]}", one.area, one.period)
    return found.count if found else None
