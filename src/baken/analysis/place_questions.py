# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas on a map for the questions about places, from what is held or from plain files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from baken.analysis.area_files import read_areas, read_places, with_neighbours, with_outlines
from baken.analysis.caveats import caveats
from baken.analysis.held import Held
from baken.analysis.held_areas import held_area_months, held_areas
from baken.analysis.held_series import people_caveat
from baken.analysis.hotspots import HotspotQuestion
from baken.analysis.kinds import kind_of
from baken.analysis.nearby import placed
from baken.analysis.scan import ScanQuestion
from baken.analysis.series_files import read_series
from baken.analysis.tables import AreaTable
from baken.model.finding import Caveat
from baken.model.text import Text

_PLAIN = Text("Aantallen", "Numbers")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Places:
    """Areas with where they lie, what is counted, per how many, and what must be read with it."""

    areas: AreaTable
    name: Text = _PLAIN
    factor: float = 1000
    minimum: int = 5
    caveats: tuple[Caveat, ...] = ()

    def hotspots(self) -> HotspotQuestion:
        """The question where high figures lie together."""
        return HotspotQuestion(
            areas=self.areas,
            name=self.name,
            factor=self.factor,
            minimum=self.minimum,
            caveats=self.caveats,
        )

    def scan(self) -> ScanQuestion:
        """The question which of them together hold more cases than chance gives."""
        return ScanQuestion(areas=self.areas, name=self.name, minimum=self.minimum, caveats=self.caveats)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFiles:
    """The files that say where areas lie."""

    outlines: str = ""
    neighbours: str = ""


def held_places(held: Held, code: str, indicator: str, period: str, months: int = 0) -> Places:
    """The neighbourhoods of an area (or of its municipality, if it is one), in one period or in months.

    Raises:
        UsageError: no such indicator or period.
        NotHeldError: no counts of it are held.

    """
    from baken.analysis.held_areas import groups

    kind = kind_of(held.catalogue, indicator)
    inside = code if len(groups(held, code, "neighbourhood")) > 1 else held.municipality.code
    if months:
        areas = held_area_months(held, inside, kind, months)
    else:
        areas = held_areas(held, inside, kind, "neighbourhood", period)
    invented, inside = ("invented", "") if held.municipality.invented else ("", "internal")
    return Places(
        areas=placed(areas),
        name=kind.label,
        factor=kind.factor,
        minimum=held.catalogue.country.minimum_count,
        caveats=(
            *caveats(invented, *kind.caveats, "border", inside),
            *people_caveat(held, areas.codes, kind.people, areas.periods[-1]),
        ),
    )


def file_places(path: Path, files: PlaceFiles) -> Places:
    """The areas of a table, with outlines or neighbours from other files.

    Raises:
        InputError: a file is not what it should be; names the row.

    """
    return Places(areas=_with_places(read_areas(path), files))


def file_space_time(series: Path, places: Path, files: PlaceFiles) -> Places:
    """Series of areas, with the points of the areas from another table.

    Raises:
        InputError: a file is not what it should be; names the row.

    """
    return Places(areas=_with_places(read_places(places, read_series(series)), files))


def _with_places(areas: AreaTable, files: PlaceFiles) -> AreaTable:
    if files.outlines:
        areas = with_outlines(areas, Path(files.outlines))
    if files.neighbours:
        areas = with_neighbours(areas, Path(files.neighbours))
    return areas
