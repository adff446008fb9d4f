# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Differencing: what lies in one area and not in another that overlaps it.

Areas are sets of the smallest units (addresses, blocks, neighbourhoods). Units that lie in the same areas
cannot be told apart and form a region; each area is a sum of regions. A region that nobody published
can still follow from the areas that were. Source: Duke-Williams and Rees, "Can census offices publish
statistics for more than one small area geography?", International Journal of GIS 12 (1998).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from baken.disclosure.attack.join import Joined, Key
from baken.disclosure.knowledge import Found, Values

Area = str
Unit = Hashable


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions into which overlapping areas cut each other.

    Attributes:
        areas: of each area the regions that it is the sum of, as positions.
        inside: of each region the areas that it lies in, sorted.
        units: of each region the smallest units in it.

    """

    areas: Mapping[Area, tuple[int, ...]]
    inside: tuple[tuple[Area, ...], ...]
    units: tuple[tuple[Unit, ...], ...]

    def name(self, region: int) -> str:
        """A name of a region for people: "B01 & S1 only"."""
        return " & ".join(self.inside[region]) + " only"


def regions(areas: Mapping[Area, Sequence[Unit]]) -> Regions:
    """Return the regions of areas, each told as its smallest units.

    Raises:
        ValueError: an area has no unit.

    """
    inside: dict[Unit, list[Area]] = {}
    for area, units in areas.items():
        if not units:
            raise ValueError(f"area '{area}' has no units.")
        for unit in dict.fromkeys(units):
            inside.setdefault(unit, []).append(area)
    together: dict[tuple[Area, ...], list[Unit]] = {}
    for unit, members in inside.items():
        together.setdefault(tuple(sorted(members)), []).append(unit)
    sums: dict[Area, list[int]] = {area: [] for area in areas}
    for place, those in enumerate(together):
        for area in those:
            sums[area].append(place)
    return Regions(
        {area: tuple(places) for area, places in sums.items()},
        tuple(together),
        tuple(tuple(units) for units in together.values()),
    )


def overlaid(publications: Joined, cut: Regions, axis: int = 0) -> Joined:
    """Join publications over overlapping areas: each area becomes the sum of its regions.

    Keys are tuples with the area at ``axis``. The cell of a region has the region (its name) in that place;
    it counts 0 or more. Areas that ``cut`` does not know stay as they are.

    Raises:
        ValueError: a key is no tuple with an area in that place.

    """
    sums: list[tuple[Key, list[tuple[Key, int]]]] = []
    for key in publications.keys:
        if not isinstance(key, tuple) or len(key) <= axis:
            raise ValueError(f"key {key!r} has no area at place {axis}.")
        if key[axis] in cut.areas:
            parts = [(*key[:axis], cut.name(one), *key[axis + 1 :]) for one in cut.areas[key[axis]]]
            sums.append((key, [(part, 1) for part in parts]))
    return publications.with_sums(sums)


def exposed(found: Found, threshold: int) -> Values:
    """The cells, published or not, of which an attacker knows that they count 1 to ``threshold`` - 1.

    Difference cells that nobody marked as secret come to light here.
    """
    value = found.lower
    return np.flatnonzero((found.lower == found.upper) & (value >= 1) & (value < threshold))
