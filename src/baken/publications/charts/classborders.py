# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines around groups of areas, also where the borders of neighbours do not meet exactly."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import hypot

from baken.publications.charts.arcs import Dot, Path

# How far beside a border to look for what lies there, in tenths of a px: over any gap too small to see.
_BESIDE = 28.0

_Bounds = tuple[float, float, float, float]


def group_borders(areas: Mapping[str, tuple[Path, ...]], groups: Mapping[str, str]) -> Iterator[Path]:
    """The pieces of border between a group and anything else; areas of the group "" have none.

    Args:
        areas: the closed paths of each area.
        groups: the group of each area.

    """
    bounds = {code: _bounds(paths) for code, paths in areas.items() if paths}
    for code, paths in areas.items():
        if groups[code]:
            for path in paths:
                yield from _outer(path, code, (areas, groups, bounds))


_Map = tuple[Mapping[str, tuple[Path, ...]], Mapping[str, str], Mapping[str, _Bounds]]


def _outer(path: Path, code: str, ground: _Map) -> Iterator[Path]:
    """The pieces of one closed path of which the other side is not of the same group."""
    piece: list[Dot] = []
    for start, end in pairwise((*path, path[0])):
        if start != end and not _same_beside(start, end, code, ground):
            piece = [*(piece or [start]), end]
        elif piece:
            yield tuple(piece)
            piece = []
    if piece:
        yield tuple(piece)


def _same_beside(start: Dot, end: Dot, code: str, ground: _Map) -> bool:
    """Whether the other side of a stretch of border is of the same group, or the area itself."""
    areas, groups, bounds = ground
    length = hypot(end[0] - start[0], end[1] - start[1])
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    aside = ((start[1] - end[1]) / length * _BESIDE, (end[0] - start[0]) / length * _BESIDE)
    beside = ((x + aside[0], y + aside[1]), (x - aside[0], y - aside[1]))
    other = [point for point in beside if not _inside(point, areas[code])]
    if not other:
        return True
    alike = [one for one in bounds if one != code and groups[one] == groups[code]]
    return any(_within(point, bounds[one]) and _inside(point, areas[one]) for point in other for one in alike)


def _bounds(paths: Iterable[Path]) -> _Bounds:
    dots = [dot for path in paths for dot in path]
    across, along = [x for x, _ in dots], [y for _, y in dots]
    return min(across), min(along), max(across), max(along)


def _within(point: tuple[float, float], box: _Bounds) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _inside(point: tuple[float, float], paths: Iterable[Path]) -> bool:
    """Whether a point lies inside closed paths, holes left out."""
    x, y = point
    crossed = 0
    for path in paths:
        for (x1, y1), (x2, y2) in pairwise((*path, path[0])):
            if (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossed += 1
    return crossed % 2 == 1
