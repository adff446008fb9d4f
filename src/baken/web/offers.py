# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The files that stand under a chart or a map: what each is, where it stands, and how large it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from baken.picture.material import Material
from baken.publications.chart_files import chart_path, map_path
from baken.publications.datasets.outputs import JSON
from baken.publications.datasets.series import table_path
from baken.publications.neighbourhoods import NeighbourhoodMap
from baken.publications.open_data import series_path
from baken.web.pages import Page


@dataclass(frozen=True, slots=True)
class Offer:
    """A file with its form, such as CSV; ``size`` is nothing where nobody knows it."""

    what: str
    form: str
    path: str
    size: int | None


def of_chart(
    page: Page, material: Material, sizes: Mapping[str, int], indicator: str, kind: str = ""
) -> list[Offer]:
    """The figures and the drawing of a chart of an indicator: its series, its peers or its districts."""
    own = series_path(indicator, material.municipality.code)
    found = [(_("figures of all areas"), "CSV", table_path(indicator))]
    found += [] if kind else [(_("figures"), "JSON", own)]
    for name, form in _drawn(material, shared=not kind):
        found.append((name, form, chart_path(indicator, page.language, form.lower(), kind)))
    return _offers(found, sizes)


def of_map(page: Page, material: Material, sizes: Mapping[str, int], shown: NeighbourhoodMap) -> list[Offer]:
    """The figures and the drawing of a map; a map without figures is a drawing only."""
    record = shown.record
    found = []
    if record is not None:
        found.append((_("figures of all areas"), "CSV", table_path(record.indicator.id)))
        found.append((_("all figures"), "JSON", JSON))
    area = shown.within or material.municipality.code
    drawn = _drawn(material, shared=not shown.within and record is not None)
    found += [(name, form, map_path(area, page.language, form.lower())) for name, form in drawn]
    return _offers(found, sizes)


def _drawn(material: Material, *, shared: bool) -> list[tuple[str, str]]:
    """A drawing always; a picture where one is made, which an edition without documents does not hold."""
    picture = [(_("picture to share"), "PNG")] if shared and material.documents else []
    return [*picture, (_("drawing"), "SVG")]


def _offers(found: Iterable[tuple[str, str, str]], sizes: Mapping[str, int]) -> list[Offer]:
    return [Offer(what, form, path, sizes.get(path)) for what, form, path in found]
