# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where an area ends: rings of points, with holes and loose parts, in degrees or in metres.

A ring does not repeat its first point. Outer rings run against the clock and holes with it, so that the
inside is always on the left; neighbours then run along a shared edge in opposite directions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from math import cos, pi, radians, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]
Ring = tuple[Point, ...]

# The ellipsoid of WGS84: its half axis in metres and its squared eccentricity.
_AXIS, _ECCENTRICITY = 6378137.0, 0.00669437999014


class Bounds(NamedTuple):
    """The smallest upright rectangle around something."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Polygon:
    """One connected part of an area, and what is left out of it."""

    outer: Ring
    holes: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one area. ``source`` says whose border it is and of which year."""

    code: str
    name: str
    polygons: tuple[Polygon, ...]
    source: str = ""

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Every ring, outer ones and holes."""
        return tuple(ring for part in self.polygons for ring in (part.outer, *part.holes))

    @property
    def bounds(self) -> Bounds:
        """The smallest upright rectangle around the area."""
        return bounds(self.rings)

    @property
    def size(self) -> float:
        """How large the area is, holes left out, in the square of the unit of its points."""
        return sum(signed_size(ring) for ring in self.rings)

    def contains(self, point: Point) -> bool:
        """Whether a point lies inside. Of two neighbours at most one contains a point of their border."""
        return sum(_crossings(ring, point) for ring in self.rings) % 2 == 1


def signed_size(ring: Ring) -> float:
    """The size of what a ring encloses: positive against the clock, negative with it."""
    # Measured from the first point: degrees and national metres would lose digits far from their origin.
    x0, y0 = ring[0]
    return sum((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0) for (x1, y1), (x2, y2) in edges(ring)) / 2


def edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    """The edges of a ring in its own direction, the closing one last."""
    return zip(ring, chain(ring[1:], ring[:1]), strict=True)


def turned(ring: Ring, *, hole: bool = False) -> Ring:
    """The ring in the direction that an outer ring, or a hole, runs in."""
    return ring if (signed_size(ring) < 0) is hole else ring[::-1]


def bounds(rings: Iterable[Ring]) -> Bounds:
    """The smallest upright rectangle around some rings."""
    points = list(chain.from_iterable(rings))
    across, along = [x for x, _ in points], [y for _, y in points]
    return Bounds(min(across), min(along), max(across), max(along))


def _crossings(ring: Ring, point: Point) -> int:
    """How often a ring is crossed on the way from a point to the east."""
    x, y = point
    crossed = (pair for pair in edges(ring) if (pair[0][1] <= y) != (pair[1][1] <= y))
    # Each edge from its lower end, so that two neighbours round its points off alike.
    upwards = (pair if pair[0][1] < pair[1][1] else pair[::-1] for pair in crossed)
    return sum(x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in upwards)


def flat(outlines: Mapping[str, Outline]) -> dict[str, Outline]:
    """Outlines in degrees (WGS84) as metres east and north of their common middle.

    Within a town the error stays below a metre; the same point always becomes the same point, so that
    neighbours stay neighbours.
    """
    if not outlines:
        return {}
    around = bounds(ring for one in outlines.values() for ring in one.rings)
    middle = ((around.west + around.east) / 2, (around.south + around.north) / 2)
    latitude = radians(middle[1])
    bend = sqrt(1 - _ECCENTRICITY * sin(latitude) ** 2)
    east = _AXIS / bend * cos(latitude) * pi / 180
    north = _AXIS * (1 - _ECCENTRICITY) / bend**3 * pi / 180

    def moved(ring: Ring) -> Ring:
        return tuple(((x - middle[0]) * east, (y - middle[1]) * north) for x, y in ring)

    return {
        code: Outline(
            one.code,
            one.name,
            tuple(Polygon(moved(part.outer), tuple(map(moved, part.holes))) for part in one.polygons),
            one.source,
        )
        for code, one in outlines.items()
    }
