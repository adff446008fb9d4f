# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas with their outlines, as the OGC API Features of PDOK serves them: pages of GeoJSON in degrees.

A property in the query keeps the areas that have that value, ``bbox`` those whose own box touches it. Only
CRS84 (longitude, latitude) is served.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from baken.replay.messages import JSON, RefusedError, Reply, Request, as_json

HOST = "api.pdok.nl"
GEOJSON = "application/geo+json"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
USUAL, MOST = 10, 1000
_OPTIONS = ("f", "limit", "bbox", "bbox-crs", "crs", "offset", "cursor", "datetime", "lang")
Feature = Mapping[str, Any]
Collections = Mapping[str, Callable[[], Sequence[Feature]]]
Box = tuple[float, float, float, float]


class Features:
    """The collections under one path, such as ``/cbs/wijken-en-buurten-2024/ogc/v1``."""

    def __init__(self, root: str, collections: Collections) -> None:
        self._root, self._collections = root, {name: cache(read) for name, read in collections.items()}
        self._path = re.compile(
            re.escape(root) + r"(?:/collections(?:/([^/]+)(?:/(items)(?:/([^/]+))?)?)?)?/?"
        )

    def serves(self) -> list[str]:
        """The collections."""
        return [f"{HOST}{self._root}/collections/{name}/items" for name in self._collections]

    def answer(self, request: Request) -> Reply | None:
        """The answer; also without a host before the path."""
        found = self._path.fullmatch(request.path) if request.host in (HOST, "") else None
        if found is None:
            return None
        name, items, one = found.groups()
        try:
            return self._collection(request, name, items, one)
        except RefusedError as refused:
            return as_json({"title": refused.message, "status": refused.status}, refused.status, JSON)

    def _collection(self, request: Request, name: str | None, items: str | None, one: str | None) -> Reply:
        if not name:
            return as_json({"collections": [self._described(request, each) for each in self._collections]})
        if name not in self._collections:
            raise RefusedError(404, f"the collection '{name}' does not exist")
        if not items:
            return as_json(self._described(request, name))
        return self._items(request, self._collections[name](), one)

    def _described(self, request: Request, name: str) -> dict[str, Any]:
        place = f"{self._root}/collections/{name}"
        links = [{"rel": "items", "type": GEOJSON, "href": request.address(f"{place}/items", {"f": "json"})}]
        return {"id": name, "title": name, "itemType": "feature", "crs": [CRS84], "links": links}

    def _items(self, request: Request, features: Sequence[Feature], one: str | None) -> Reply:
        if one is not None:
            found = [feature for feature in features if str(feature["id"]) == one]
            if not found:
                raise RefusedError(404, f"the feature '{one}' does not exist")
            return as_json(found[0], content_type=GEOJSON)
        given = request.parameters
        kept = _kept(features, given)
        start = _number(given, "cursor", _number(given, "offset", 0))
        limit = max(1, min(MOST, _number(given, "limit", USUAL)))
        page = kept[start : start + limit]
        links = [{"rel": "self", "type": GEOJSON, "href": request.address(request.path, given)}]
        if start + limit < len(kept):
            rest = {name: text for name, text in given.items() if name != "offset"}
            after = rest | {"cursor": str(start + limit), "limit": str(limit)}
            links.append({"rel": "next", "type": GEOJSON, "href": request.address(request.path, after)})
        answer = {
            "type": "FeatureCollection",
            "links": links,
            "numberMatched": len(kept),
            "numberReturned": len(page),
            "features": page,
        }
        reply = as_json(answer, content_type=GEOJSON)
        reply.headers["Content-Crs"] = f"<{CRS84}>"
        return reply


def _kept(features: Sequence[Feature], given: Mapping[str, str]) -> list[Feature]:
    if given.get("f", "json") != "json" or any(given.get(n, CRS84) != CRS84 for n in ("crs", "bbox-crs")):
        raise RefusedError(400, "only f=json and CRS84 are served")
    known = {name for feature in features for name in feature["properties"]}
    wanted = {name: text for name, text in given.items() if name not in _OPTIONS}
    unknown = sorted(wanted.keys() - known)
    if unknown:
        raise RefusedError(400, f"unknown query parameter '{unknown[0]}'")
    box = _box(given["bbox"]) if "bbox" in given else None
    return [
        feature
        for feature in features
        if all(str(feature["properties"].get(name)) == text for name, text in wanted.items())
        and (box is None or _touch(box, bounds(feature["geometry"]["coordinates"])))
    ]


def bounds(coordinates: Any) -> Box:  # noqa: ANN401 - nested lists of pairs, to any depth
    """West, south, east and north of an outline."""
    if isinstance(coordinates[0], int | float):
        x, y = coordinates[:2]
        return x, y, x, y
    boxes = [bounds(part) for part in coordinates]
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _box(text: str) -> Box:
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        raise RefusedError(400, "bbox must hold four numbers") from None
    return west, south, east, north


def _number(given: Mapping[str, str], name: str, usual: int) -> int:
    text = given.get(name, str(usual))
    if not text.isascii() or not text.isdigit():
        raise RefusedError(400, f"'{text}' is no value of '{name}'")
    return int(text)
