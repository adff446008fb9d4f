# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Borders cut into the pieces between the points where three areas or more meet.

A piece that two areas share is drawn and simplified once, so that neighbours never come apart or overlap.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Dot = tuple[int, int]
"""A point of the drawing in tenths of a px, y downwards."""
Path = tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Borders:
    """``rings`` says for each area which pieces its rings consist of; ``owners`` which areas a piece bounds.

    A piece that a ring follows backwards stands there with ``True``. A closed piece ends where it begins.
    """

    pieces: tuple[Path, ...]
    owners: tuple[frozenset[str], ...]
    rings: Mapping[str, tuple[tuple[tuple[int, bool], ...], ...]]


def cut(areas: Mapping[str, Sequence[Path]]) -> Borders:
    """Cut the rings of areas (without the first point again) into pieces."""
    meetings = _meetings(areas)
    pieces: dict[Path, int] = {}
    owners: list[set[str]] = []
    rings: dict[str, tuple[tuple[tuple[int, bool], ...], ...]] = {}
    for key, paths in areas.items():
        cut_rings = []
        for path in paths:
            ring = []
            for piece in _pieces(path, meetings):
                backwards = piece[::-1] < piece
                number = pieces.setdefault(piece[::-1] if backwards else piece, len(pieces))
                if number == len(owners):
                    owners.append(set())
                owners[number].add(key)
                ring.append((number, backwards))
            cut_rings.append(tuple(ring))
        rings[key] = tuple(cut_rings)
    return Borders(tuple(pieces), tuple(map(frozenset, owners)), rings)


def _meetings(areas: Mapping[str, Sequence[Path]]) -> set[Dot]:
    """The points with another number of borders than the two of a point halfway."""
    beside: dict[Dot, set[Dot]] = {}
    for paths in areas.values():
        for path in paths:
            for one, other in pairwise((*path, path[0])):
                beside.setdefault(one, set()).add(other)
                beside.setdefault(other, set()).add(one)
    return {dot for dot, around in beside.items() if len(around) != 2}


def _pieces(path: Path, meetings: set[Dot]) -> list[Path]:
    places = [index for index, dot in enumerate(path) if dot in meetings]
    # An island has no meeting; both its sides must still begin at the same point.
    start = places[0] if places else path.index(min(path))
    whole = (*path[start:], *path[:start], path[start])
    cuts = [0, *(place - start for place in places[1:]), len(path)]
    return [whole[one : other + 1] for one, other in pairwise(cuts)]
