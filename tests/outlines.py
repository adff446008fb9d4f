# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Outlines for tests: real ones of Maastricht where they are at hand, and invented ones of Voorbeeldstad."""

from __future__ import annotations

import json
from dataclasses import replace
from math import sqrt
from pathlib import Path
from typing import Any

import pytest

from baken.areas.geojson import polygons
from baken.areas.load import load_register
from baken.areas.outlines import Outline, Point, Polygon, Ring, edges
from baken.model.area import AreaLevel

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "geo"
CITY, EXAMPLE = "GM0935", "GM9999"
# One step of the invented grid, in degrees: about 700 m each way.
ACROSS, ALONG = 0.01, 0.0063


def shared_json(name: str) -> Any:
    """A file of real geometry; without it the test is skipped, since the project carries none."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"no real geometry at {path}")
    return json.loads(path.read_text("utf-8"))


def maastricht() -> dict[str, Outline]:
    """The 44 neighbourhoods of Maastricht, coarse but fitting each other exactly."""
    features = shared_json("maastricht_buurten_2024_wgs84.geojson")["features"]
    return {
        one["id"]: Outline(
            one["id"], one["properties"]["statnaam"], polygons(one["geometry"], one["id"]), "CBS/PDOK, 2024"
        )
        for one in features
    }


def as_collection(outlines: dict[str, Outline], **extra: object) -> bytes:
    """Outlines as a publisher of collections would send them."""
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {"buurtcode": code, "buurtnaam": one.name, "jaar": 2024, "water": "NEE"},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [
                    [[list(point) for point in (*ring, ring[0])] for ring in (part.outer, *part.holes)]
                    for part in one.polygons
                ],
            },
        }
        for code, one in outlines.items()
    ]
    said = {"type": "FeatureCollection", "timeStamp": "2026-11-21T10:00:00Z", "features": features}
    return json.dumps(said | extra).encode()


def square(column: float, row: float, size: float = 1.0) -> list[list[float]]:
    """A closed ring on the grid, its corner in the south-west at a column and a row."""
    west, south = 5.0 + column * ACROSS, 51.0 + row * ALONG
    east, north = 5.0 + (column + size) * ACROSS, 51.0 + (row + size) * ALONG
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: list[list[float]]) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def outline(code: str, *rings: list[list[float]]) -> Outline:
    return Outline(code, f"Buurt {code}", polygons(polygon(*rings), code))


def invented() -> dict[str, Outline]:
    """Squares side by side for the neighbourhoods of Voorbeeldstad, those of a district together."""
    register = load_register(EXAMPLE)
    division = next(one for one in register.divisions.values() if one.level is AreaLevel.DISTRICT)
    codes = [
        child.code
        for district in register.children(EXAMPLE, division.id)
        for child in register.children(district.code, division.id)
        if child.validity.end is None
    ]
    columns = round(sqrt(len(codes)))
    return {
        code: Outline(
            code,
            register[code].name,
            polygons(polygon(square(n % columns, -(n // columns))), code),
            "Baken (verzonnen), 2026",
        )
        for n, code in enumerate(codes)
    }


def detailed(outlines: dict[str, Outline], times: int) -> dict[str, Outline]:
    """The same areas with many more points: every border halved and bent a little, alike on both sides."""

    def bent(start: Point, end: Point) -> Point:
        one, other = min(start, end), max(start, end)
        off = 0.06 if hash((one, other)) % 2 else -0.06
        return (
            (one[0] + other[0]) / 2 + off * (other[1] - one[1]),
            (one[1] + other[1]) / 2 - off * (other[0] - one[0]),
        )

    def finer(ring: Ring) -> Ring:
        for _ in range(times):
            ring = tuple(point for edge in edges(ring) for point in (edge[0], bent(*edge)))
        return ring

    return {
        code: replace(one, polygons=tuple(Polygon(finer(part.outer)) for part in one.polygons))
        for code, one in outlines.items()
    }
