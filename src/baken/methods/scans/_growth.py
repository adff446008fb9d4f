# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Sets of areas that grow over the borders between areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.neighbours import Neighbours

if TYPE_CHECKING:
    from baken.methods.scans.zones import ZoneLimits


def rings(neighbours: Neighbours, area: int, steps: int) -> list[list[int]]:
    """The areas that are first reached in 0, 1, 2... steps."""
    seen, around = {area}, [[area]]
    while len(around) <= steps and around[-1]:
        found = {other for member in around[-1] for other in neighbours.of(member).tolist()} - seen
        seen |= found
        around.append(sorted(found))
    return [ring for ring in around if ring]


def rings_within(around: list[list[int]], people: FloatArray, limits: ZoneLimits) -> int:
    """How many whole rings stay within the limits."""
    inhabitants = np.cumsum([people[ring].sum() for ring in around])
    number = np.cumsum([len(ring) for ring in around])
    few = number <= (limits.areas or len(people))
    return int((few & (inhabitants <= limits.share * people.sum() * (1 + 1e-12))).sum())


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
