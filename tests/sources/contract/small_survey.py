# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A small survey in the fourth version, made row by row: a value and its margins in rows of their own."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import Any

from baken.model.observation import Life, Presence
from baken.model.period import Period
from baken.sources.contract import Ask
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.protocols.odata4 import Margins, OData4, OData4Adapter, Series
from baken.store.columns import period_code
from fetching import Bytes

from .asking import Found, Kept

VALUE, LOWER, UPPER = ROLES = ("MW00000", "MOG0095", "MBG0095")
MARGINS = Margins(column="Marges", value=VALUE, lower=LOWER, upper=UPPER)
REASONS = {
    "Impossible": Presence.IMPOSSIBLE,
    "Confidential": Presence.SUPPRESSED,
    "NotAvailable": Presence.MISSING,
}
WAVES = OData4(
    table="00000NED",
    areas="RegioS",
    series=(Series(name="demo/onveilig", measure="M1", unit="percent"),),
    margins=MARGINS,
    waves=True,
)
LOOSE = replace(WAVES, dense=False)
FINER = replace(LOOSE, margins=replace(MARGINS, decimals=2))
REGIONS = ("GM0935", "PV31")
YEARS = ("2021JJ00", "2023JJ00")


def parts_of(rows: list[dict[str, Any]], *, decimals: int = 1, page: int = 5) -> Bytes:
    """A table with one measure; some rows in pages."""
    collections: dict[str, list[dict[str, Any]]] = {
        "Dimensions": [
            {"Identifier": "Marges", "Kind": "Dimension"},
            {"Identifier": "RegioS", "Kind": "GeoDimension"},
            {"Identifier": "Perioden", "Kind": "TimeDimension"},
        ],
        "MeasureCodes": [{"Identifier": "M1", "Decimals": decimals}],
        "MargesCodes": [{"Identifier": key, "Title": key} for key in ROLES],
        "RegioSCodes": [{"Identifier": key, "Title": key} for key in REGIONS],
        "PeriodenCodes": [{"Identifier": key, "Title": key, "Status": "Definitief"} for key in YEARS],
    }
    parts = Bytes({f"{name}/000001": _page(items) for name, items in collections.items()})
    parts["Properties"] = json.dumps({"Modified": "2026-03-01", "Title": "Proef"}).encode()
    for number, at in enumerate(range(0, len(rows), page), 1):
        parts[f"Observations/{number:06}"] = _page(rows[at : at + page])
    return parts


def _page(items: list[dict[str, Any]]) -> bytes:
    return json.dumps({"value": items}).encode()


def row(role: str, area: str, year: str, says: str | None) -> dict[str, Any]:
    """One observation: a number, or the reason why there is none."""
    number = None if says is None or says in REASONS else float(says)
    attribute = "None" if number is not None else says or "NotAvailable"
    keys = {"Marges": role, "RegioS": area, "Perioden": year}
    return {"Measure": "M1", "ValueAttribute": attribute, "Value": number, "StringValue": None, **keys}


def rows_of(*one: str | None) -> list[dict[str, Any]]:
    """All rows of the table: this value, lower and upper for Maastricht in 2021, and 50 for the rest."""
    mine = dict(zip(ROLES, one, strict=True))
    return [
        row(role, *place, mine[role] if place == ("GM0935", "2021JJ00") else "50")
        for role in ROLES
        for place in product(REGIONS, YEARS)
    ]


def read(layout: OData4, parts: Bytes) -> Kept:
    kept = Kept()
    OData4Adapter(layout, AreaCodes()).read(Ask(), parts, kept)
    return kept


def maastricht(kept: Kept) -> Found:
    found = kept.rows["demo/onveilig", "GM0935", period_code(Period.parse("2021", wave=True))]
    assert (found.unit, found.life) == ("percent", Life.FINAL)
    return found
