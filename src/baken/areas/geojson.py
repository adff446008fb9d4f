# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading outlines from GeoJSON (RFC 7946: longitude and latitude in WGS84)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from baken.areas.outlines import Point, Polygon, Ring, signed_size, turned
from baken.model.errors import InputError


def polygons(geometry: object, place: str) -> tuple[Polygon, ...]:
    """The parts of an area from the geometry of a feature.

    Args:
        geometry: what stands under ``geometry``.
        place: the feature, as a message names it.

    Raises:
        InputError: it is no area, a ring is open, empty or too short, or it is not in degrees.

    """
    if not isinstance(geometry, Mapping):
        raise InputError("there is no geometry.", where=place)
    kind, within = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        raise InputError(f"the geometry is '{kind}', not an area.", where=place)
    parts = [within] if kind == "Polygon" else within
    if not isinstance(parts, list) or not parts:
        raise InputError("the geometry is empty.", where=place)
    return tuple(_polygon(part, place) for part in parts)


def _polygon(part: object, place: str) -> Polygon:
    if not isinstance(part, list) or not part:
        raise InputError("a polygon has no ring.", where=place)
    outer, *holes = (_ring(ring, place) for ring in part)
    return Polygon(turned(outer), tuple(turned(hole, hole=True) for hole in holes))


def _ring(given: object, place: str) -> Ring:
    """A ring without its last point, which repeats the first, and without a point twice in a row."""
    if not isinstance(given, list):
        raise InputError("a ring is not a list of points.", where=place)
    points = [_point(one, place) for one in given]
    if len(points) < 4 or points[0] != points[-1]:
        raise InputError(f"a ring of {len(points)} points is not closed.", where=place)
    ring = tuple(one for one, after in pairwise(points) if one != after)
    if len(ring) < 3 or signed_size(ring) == 0:
        raise InputError("a ring encloses nothing.", where=place)
    return ring


def _point(given: Any, place: str) -> Point:  # noqa: ANN401 - whatever the file held
    if not isinstance(given, list) or len(given) < 2:
        raise InputError(f"{given!r} is not a point.", where=place)
    x, y = given[:2]
    if not all(isinstance(one, int | float) and not isinstance(one, bool) for one in (x, y)):
        raise InputError(f"{given!r} is not a point.", where=place)
    # Also refuses what is not a finite number.
    if not (-180 <= x <= 180 and -90 <= y <= 90):
        raise InputError(
            f"({x}, {y}) is not a longitude and a latitude.", where=place, do="Ask for WGS84 (CRS84)."
        )
    return float(x), float(y)
