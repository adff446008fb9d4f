# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts and maps of a page, from the records of the picture."""

from __future__ import annotations

from baken.model.area import Area
from baken.model.snapshot import Snapshot
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications import neighbourhoods
from baken.publications.charts import LineChart
from baken.publications.drawing import line_chart
from baken.publications.neighbourhoods import NeighbourhoodMap
from baken.web.pages import Kind, Page


def line(safety: SafetyPicture, record: IndicatorPicture, language: Language) -> LineChart:
    """The series of an indicator."""
    material = safety.material
    years = material.catalogue.country.pandemic_years
    return line_chart(record, material.reference_name, years, language)


def snapshots_of(safety: SafetyPicture, record: IndicatorPicture) -> tuple[Snapshot, ...]:
    """The snapshots that the figures of a record came from."""
    names = {name for one in record.figures for name in one.observation.snapshots}
    return tuple(one for one in safety.material.snapshots if one.id in names)


def neighbourhood_map(safety: SafetyPicture, page: Page, within: str = "") -> NeighbourhoodMap | None:
    """The map of the neighbourhoods, each of which leads to its page."""

    def link(area: Area) -> str:
        return page.to(Kind.NEIGHBOURHOOD, area.code)

    return neighbourhoods.neighbourhood_map(safety, page.language, link, within)
