# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes borders as coarse as a drawing can show, so that a map stays small."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot

from baken.publications.charts.arcs import Borders, Dot, Path, cut

# How far a border may move, in tenths of a px; more where the map would otherwise have too many points.
_FINEST, _COARSER = 4.0, 1.3
MOST_POINTS, _EACH = 580, 13


@dataclass(frozen=True, slots=True)
class Shapes:
    """Each area as closed paths, and the pieces of border between two groups or around everything."""

    areas: Mapping[str, tuple[Path, ...]]
    edges: tuple[Path, ...]


def generalise(areas: Mapping[str, Sequence[Path]], groups: Mapping[str, str]) -> Shapes:
    """Simplify the borders of areas together, and tell which of them part the groups."""
    clean = {key: tuple(filter(None, map(_clean, paths))) for key, paths in areas.items()}
    return _generalised(tuple(clean.items()), tuple(groups.items()))


@lru_cache(maxsize=64)
def _generalised(
    areas: tuple[tuple[str, tuple[Path, ...]], ...], groups: tuple[tuple[str, str], ...]
) -> Shapes:
    borders, group_of = cut(dict(areas)), dict(groups)
    tolerance = _FINEST
    simple = [simplify(piece, tolerance) for piece in borders.pieces]
    most = max(MOST_POINTS, _EACH * len(areas))
    while sum(map(len, simple)) > most and tolerance < 100:
        tolerance *= _COARSER
        simple = [simplify(piece, tolerance) for piece in simple]
    edges = tuple(
        piece
        for piece, owners in zip(simple, borders.owners, strict=True)
        if len(owners) == 1 or len({group_of.get(one, "") for one in owners}) > 1
    )
    originals = dict(areas)
    return Shapes({key: _joined(borders, simple, key, originals[key]) for key in originals}, edges)


def _clean(path: Path) -> Path:
    """A ring without points that fell together on the grid; nothing where it shrank to a line."""
    dots = tuple(dot for index, dot in enumerate(path) if dot != path[index - 1])
    return dots if len(set(dots)) > 2 else ()


def _joined(
    borders: Borders, simple: Sequence[Path], key: str, originals: tuple[Path, ...]
) -> tuple[Path, ...]:
    """The rings of an area from its simplified pieces; one that would vanish keeps all its points."""
    rings = []
    for ring, original in zip(borders.rings[key], originals, strict=True):
        dots: list[Dot] = []
        for number, backwards in ring:
            dots += (simple[number][::-1] if backwards else simple[number])[:-1]
        rings.append(tuple(dots) if len(set(dots)) > 2 else original)
    return tuple(rings)


def simplify(piece: Path, tolerance: float) -> Path:
    """Leave out the points that lie less than ``tolerance`` from the line without them (Douglas-Peucker)."""
    kept, todo = {0, len(piece) - 1}, [(0, len(piece) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        away, at = max(
            (_distance(piece[index], piece[first], piece[last]), index) for index in range(first + 1, last)
        )
        if away > tolerance:
            kept.add(at)
            todo += [(first, at), (at, last)]
    return tuple(piece[index] for index in sorted(kept))


def _distance(dot: Dot, start: Dot, end: Dot) -> float:
    """How far a point lies from the part of a line between two points."""
    along = (end[0] - start[0], end[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2
    aside = (dot[0] - start[0], dot[1] - start[1])
    share = (aside[0] * along[0] + aside[1] * along[1]) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return hypot(aside[0] - share * along[0], aside[1] - share * along[1])


def path_data(path: Path, *, closed: bool = True) -> str:
    """A path in the short notation: the first point, then each step from the one before."""
    steps = [
        f"{_tenths(x1 - x0)}{'' if y1 < y0 else ' '}{_tenths(y1 - y0)}"
        for (x0, y0), (x1, y1) in pairwise(path)
    ]
    return f"M{_tenths(path[0][0])} {_tenths(path[0][1])}l{' '.join(steps)}{'z' if closed else ''}"


def _tenths(number: int) -> str:
    """A number of tenths as a decimal number, as short as can be."""
    whole, rest = divmod(abs(number), 10)
    return f"{'-' if number < 0 else ''}{whole if whole or not rest else ''}{f'.{rest}' if rest else ''}"
