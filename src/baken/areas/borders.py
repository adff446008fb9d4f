# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What outlines share: who is whose neighbour, and the outline of several areas together.

Both rest on shared edges, so the outlines must fit: where two areas meet, both have the same points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import combinations
from math import atan2, pi

from baken.areas.outlines import Outline, Point, Polygon, Ring, edges, signed_size
from baken.model.errors import UsageError

Edge = tuple[Point, Point]


def shared_edges(outlines: Iterable[Outline]) -> Counter[tuple[str, str]]:
    """How many edges each pair of neighbours shares; the codes of a pair stand in their order."""
    owners: dict[Edge, set[str]] = {}
    for one in outlines:
        for ring in one.rings:
            for start, end in edges(ring):
                owners.setdefault((min(start, end), max(start, end)), set()).add(one.code)
    return Counter(pair for codes in owners.values() for pair in combinations(sorted(codes), 2))


def dissolved(code: str, name: str, parts: Iterable[Outline]) -> Outline:
    """The outline of several areas together: the edges that two of them share fall away.

    Raises:
        UsageError: there are no parts, or two of them cover the same ground.

    """
    parts = tuple(parts)
    if not parts:
        raise UsageError(f"no outline is known of any part of '{code}'.")
    left: set[Edge] = set()
    for part in parts:
        for ring in part.rings:
            for start, end in edges(ring):
                if (start, end) in left:
                    raise UsageError(f"the parts of '{code}' overlap at {start[0]:.6f}, {start[1]:.6f}.")
                if (end, start) in left:
                    left.remove((end, start))
                else:
                    left.add((start, end))
    source = "; ".join(dict.fromkeys(part.source for part in parts if part.source))
    return Outline(code, name, _polygons(_rings(left)), source)


def _rings(left: set[Edge]) -> list[Ring]:
    """Walk along the edges that are left until each is used; at a crossing take the sharpest left turn."""
    onward: dict[Point, list[Point]] = {}
    for start, end in sorted(left):
        onward.setdefault(start, []).append(end)
    rings = []
    for start in sorted(onward):
        while onward[start]:
            ring, before, at = [start], start, onward[start].pop()
            while at != start:
                ring.append(at)
                after = min(onward[at], key=partial(_turn, before, at))
                onward[at].remove(after)
                before, at = at, after
            rings.append(tuple(ring))
    return rings


def _turn(came: Point, here: Point, end: Point) -> float:
    """How far the way onward lies from a full turn to the left."""
    back = atan2(came[1] - here[1], came[0] - here[0])
    ahead = atan2(end[1] - here[1], end[0] - here[0])
    return (back - ahead) % (2 * pi)


def _polygons(rings: list[Ring]) -> tuple[Polygon, ...]:
    """Sort rings into parts with their holes; a hole belongs to the smallest part around it."""
    outer = sorted((ring for ring in rings if signed_size(ring) > 0), key=signed_size)
    holes: dict[Ring, list[Ring]] = {ring: [] for ring in outer}
    for hole in (ring for ring in rings if signed_size(ring) < 0):
        (x1, y1), (x2, y2) = hole[:2]
        middle = ((x1 + x2) / 2, (y1 + y2) / 2)
        around = next(ring for ring in outer if Outline("", "", (Polygon(ring),)).contains(middle))
        holes[around].append(hole)
    return tuple(Polygon(ring, tuple(found)) for ring, found in holes.items())
