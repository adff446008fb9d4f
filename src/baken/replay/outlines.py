# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The collections of neighbourhoods, districts and municipalities, from the outlines of a data folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from baken.replay.described import rows_of, text_of
from baken.replay.features import Feature

ROOT = "/cbs/wijken-en-buurten-2024/ogc/v1"
Point = tuple[float, float]


def neighbourhoods(data: Path) -> Sequence[Feature]:
    """The neighbourhoods of Maastricht in 2024."""
    names = _names(data)
    return [
        _feature(
            n,
            one["geometry"],
            {
                "buurtcode": said["statcode"],
                "buurtnaam": said["statnaam"],
                "wijkcode": said["wijkcode"],
                **_municipality(said["gemeentecode"], names),
                "jrstatcode": said["jrstatcode"],
                "jaar": 2024,
            },
        )
        for n, (one, said) in enumerate(_outlines(data / "geo/maastricht_buurten_2024_wgs84.geojson"), 1)
    ]


def districts(data: Path) -> Sequence[Feature]:
    """The districts of Maastricht in 2024: their neighbourhoods without the borders between them."""
    names = _names(data)
    parts: dict[str, list[Any]] = {}
    for feature in neighbourhoods(data):
        parts.setdefault(feature["properties"]["wijkcode"], []).append(feature["geometry"])
    return [
        _feature(
            n,
            {"type": "MultiPolygon", "coordinates": [[ring] for ring in dissolved(geometries)]},
            {
                "wijkcode": code,
                "wijknaam": names.get(code),
                **_municipality(f"GM{code[2:6]}", names),
                "jrstatcode": f"2024{code}",
                "jaar": 2024,
            },
        )
        for n, (code, geometries) in enumerate(sorted(parts.items()), 1)
    ]


def municipalities(data: Path) -> Sequence[Feature]:
    """All municipalities of 2022, the newest at hand."""
    return [
        _feature(
            n,
            one["geometry"],
            {
                "gemeentecode": said["statcode"],
                "gemeentenaam": said["statnaam"],
                "jrstatcode": said["jrstatcode"],
                "jaar": 2022,
            },
        )
        for n, (one, said) in enumerate(_outlines(data / "geo/nl_gemeenten_2022_pdok_wgs84.geojson"), 1)
    ]


def dissolved(geometries: Iterable[Any]) -> list[list[Point]]:
    """The outer rings of polygons together: a piece of border that two of them share falls away.

    It serves outlines that share their borders point by point and enclose no hole.
    """
    steps: dict[Point, list[Point]] = {}
    for start, end in _own_steps(geometries):
        steps.setdefault(start, []).append(end)
    rings = []
    while steps:
        first = next(iter(steps))
        ring = [first]
        while len(ring) == 1 or ring[-1] != first:
            ends = steps[ring[-1]]
            end = ends.pop()
            if not ends:
                del steps[ring[-1]]
            ring.append(end)
        rings.append(ring)
    return rings


def _own_steps(geometries: Iterable[Any]) -> list[tuple[Point, Point]]:
    """The steps from point to point along all outlines that no other outline takes the other way."""
    steps: dict[tuple[Point, Point], None] = {}
    for geometry in geometries:
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for ring in (ring for polygon in polygons for ring in polygon):
            points = [(x, y) for x, y in ring]
            steps |= dict.fromkeys(pairwise(points))
    return [(start, end) for start, end in steps if (end, start) not in steps]


def _feature(number: int, geometry: Any, properties: dict[str, Any]) -> Feature:  # noqa: ANN401 - GeoJSON
    return {"type": "Feature", "id": number, "geometry": geometry, "properties": properties}


def _municipality(code: str, names: dict[str, str]) -> dict[str, str | None]:
    return {"gemeentecode": code, "gemeentenaam": names.get(code)}


def _names(data: Path) -> dict[str, str]:
    """The name of each area of 2024, by its code."""
    rows = rows_of(text_of(data / "fixtures/47018NED_v3_csv/WijkenEnBuurten.csv"))
    return {row["Key"].strip(): row["Title"] for row in rows}


def _outlines(path: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(one, one["properties"]) for one in json.loads(text_of(path))["features"]]
