# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of an indicator beside its own past, the country and other municipalities.

An edition shows the municipalities that its data name, or the nearest in size. The live site also takes
``?met=GM0080,GM0114``; nothing of what is chosen is kept.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from baken.model.number import format_number
from baken.picture.beside import MOST_CHOSEN, Beside, Row, beside
from baken.picture.picture import SafetyPicture
from baken.publications.charts import LineChart, Series
from baken.publications.drawing import line_chart, points_of, years_of
from baken.web.pages import Page

_CODE = re.compile(r"[A-Z]{2}\d{4}")


def gather(safety: SafetyPicture, page: Page) -> dict[str, Any]:
    """What the page of an edition shows."""
    return _shown(safety, page, ()) | {"asked": None}


def answer(safety: SafetyPicture, page: Page, asked: str) -> dict[str, Any]:
    """What the live page shows: the same, with a choice of municipalities."""
    codes = tuple(dict.fromkeys(_CODE.findall(asked.upper())))
    shown = _shown(safety, page, codes)
    chosen = {row.code for row in shown["beside"].chosen}
    rows = sorted((*shown["beside"].chosen, *shown["beside"].others), key=lambda row: row.name)
    options = [(row, row.code in chosen) for row in rows if row.held]
    return shown | {"asked": asked, "options": options, "too_many": len(codes) > MOST_CHOSEN}


def _shown(safety: SafetyPicture, page: Page, asked: tuple[str, ...]) -> dict[str, Any]:
    names = {record.indicator.id for record in safety.records}
    found = beside(safety, page.key, asked) if page.key in names else None
    if found is None:
        raise Http404
    first = [row for row in (found.own, found.country, *found.chosen) if row is not None]
    return {
        "beside": found,
        "record": found.record,
        "first": first,
        "line": _line(safety, page, found),
        "partly": [(row, _years(row)) for row in found.partly],
        "others_held": sum(bool(row.held) for row in (*found.chosen, *found.others)),
        "most": MOST_CHOSEN,
    }


def _line(safety: SafetyPicture, page: Page, found: Beside) -> LineChart:
    """The whole series of the municipality and the country, with those that were chosen."""
    record, material = found.record, safety.material
    drawn = line_chart(
        record, material.reference_name, material.catalogue.country.pandemic_years, page.language
    )
    years = years_of(record.figures)
    others = tuple(
        Series(row.name, tuple(points_of(safety.figures(page.key, row.code), years, page.language)))
        for row in found.chosen
    )
    return replace(
        drawn,
        id=f"naast-{record.indicator.id}",
        title=_("%(name)s, %(area)s and others")
        % {"name": record.indicator.name.in_(page.language), "area": record.area.name},
        description=_summary(safety, page, found),
        others=others,
        effort=None,
    )


def _summary(safety: SafetyPicture, page: Page, found: Beside) -> str:
    """What the drawing shows of the newest period, in words."""
    decimals = found.record.indicator.decimals
    names = {found.country.code: safety.material.reference_name.in_(page.language)} if found.country else {}
    said = []
    for row in (found.own, found.country, *found.chosen):
        if row is not None:
            value = row.newest.value if row.newest else None
            text = format_number(value, decimals, page.language) if value is not None else _("no data")
            said.append(f"{names.get(row.code, row.name)} {text}")
    return f"{found.periods[-1]}: {'; '.join(said)}."


def _years(row: Row) -> str:
    """The years of which a figure is held, as stretches: 2012 to 2020, 2022."""
    years = sorted(period.year for period in row.held)
    stretches: list[list[int]] = []
    for year in years:
        if stretches and year == stretches[-1][-1] + 1:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    to = _("to")
    return ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]} {to} {one[-1]}" for one in stretches)
