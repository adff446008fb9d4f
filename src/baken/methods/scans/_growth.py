# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Sets of areas that grow over the borders between areas."""

from typing import Protocol

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.neighbours import Neighbours


class Limits(Protocol):
    """What limits the size of a zone."""

    @property
    def share(self) -> float:
        """The largest share of the population."""

    @property
    def areas(self) -> int | None:
        """The largest number of areas."""


def rings(neighbours: Neighbours, area: int, steps: int) -> list[list[int]]:
    """The areas that are first reached in 0, 1, 2... steps."""
    seen, rings = {area}, [[area]]
    while len(rings) <= steps and rings[-1]:
        found = {other for member in rings[-1] for other in neighbours.of(member).tolist()} - seen
        seen |= found
        rings.append(sorted(found))
    return [ring for ring in rings if ring]


def rings_within(rings: list[list[int]], people: FloatArray, limits: Limits) -> int:
    """How many whole rings stay within the limits."""
    inhabitants = np.cumsum([people[ring].sum() for ring in rings])
    number = np.cumsum([len(ring) for ring in rings])
    fits = (inhabitants <= limits.share * people.sum() * (1 + 1e-12)) & (
        number <= (limits.areas or len(people))
    )
    return int(fits.sum())


def growths(beside: list[set[int]], root: int, largest: int) -> list[tuple[list[int], int]]:
    """Longest growths of connected sets that have ``root`` as their lowest area.

    Each is a walk and the number of its first areas that earlier walks have shown already. An area joins only
    when it borders on the newest member and on none before, or was set aside earlier: so each set comes once.
    """
    found: list[tuple[list[int], int]] = []
    known = 0

    def grow(walk: list[int], candidates: list[int], seen: set[int]) -> None:
        nonlocal known
        if len(walk) == largest or not candidates:
            found.append((walk, known))
            return
        waiting = list(candidates)
        while waiting:
            newest = waiting.pop()
            fresh = [area for area in beside[newest] if area > root and area not in seen]
            grow([*walk, newest], waiting + fresh, seen | set(fresh))
            known = len(walk)

    first = sorted(area for area in beside[root] if area > root)
    grow([root], first, {root, *first})
    return found
