# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The true counts behind an edition, straight from the observations, and which of them are secret."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from baken.disclosure.attack.join import Joined
from baken.disclosure.attack.run import Attack, attack
from baken.disclosure.knowledge import Knowledge
from baken.model.area import AreaLevel
from baken.model.observation import Observation
from baken.model.period import PeriodKind
from baken.picture.material import Material

from .attacker import PEOPLE, Key, keys_of

_MONTHS = 12


@dataclass(frozen=True, eq=False)
class Truth:
    """The counts of a municipality and its neighbourhoods by code and year, as they are held.

    ``public`` names the sources whose figures of neighbourhoods everybody can look up.
    """

    material: Material
    public: frozenset[str] = frozenset()

    @cached_property
    def counts(self) -> dict[Key, int]:
        """Every count that is held: of a year, or the sum of its twelve months."""
        return _years(one for each in self.material.holdings.snapshots for one in each.observations)

    @cached_property
    def looked_up(self) -> dict[Key, int]:
        """What everybody knows: the figures of the municipality, and those of public tables."""
        open_ones = (one for one in self.material.holdings.snapshots if one.source in self.public)
        known = _years(one for each in open_ones for one in each.observations)
        root = self.material.register.root
        return known | {key: count for key, count in self.counts.items() if key[2] == root}

    def count(self, key: Key) -> int | None:
        """The true count of an area or a group, of a code or a sum of codes; nothing where it is unknown."""
        system, codes, area, year = key
        areas = self._leaves(area)
        found = [self.counts.get((system, code, one, year)) for code in codes.split("+") for one in areas]
        return None if None in found or not found else sum(one for one in found if one is not None)

    def small(self, keys: Iterable[Key], base: int) -> dict[Key, int]:
        """The counts below the municipality from 1 to base - 1 that do not follow from what is public."""
        parts = {code for code, one in self.material.register.areas.items() if one.level.is_part}
        found = {key: self.count(key) for key in keys if key[2] in parts}
        return {
            key: count
            for key, count in found.items()
            if count is not None and 0 < count < base and not self._is_public(key)
        }

    def widened(self, base: int) -> frozenset[Key]:
        """The counts above the base: where the edition does not tell them exactly, they were rounded too."""
        return frozenset(key for key, count in self.counts.items() if count > base)

    def _is_public(self, key: Key) -> bool:
        system, codes, area, year = key
        return all(
            (system, code, one, year) in self.looked_up
            for code in codes.split("+")
            for one in self._leaves(area)
        )

    def _leaves(self, area: str) -> frozenset[str]:
        register = self.material.register
        known = register.areas.get(area)
        if known is None or known.level is AreaLevel.NEIGHBOURHOOD or area == register.root:
            return frozenset({area})
        found = [register.leaves(area, one) for one in register.divisions]
        return next((one for one in found if one != {area}), frozenset({area}))


def _years(observations: Iterable[Observation]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    months: dict[Key, list[int]] = {}
    for one in observations:
        system, _, code = one.indicator.partition("/")
        if not code or one.indicator == PEOPLE or one.value is None:
            continue
        key = (system, code, one.area, str(one.period.year))
        if one.period.kind is PeriodKind.YEAR:
            found[key] = int(one.value)
        elif one.period.kind is PeriodKind.MONTH:
            months.setdefault(key, []).append(int(one.value))
    return {key: sum(counts) for key, counts in months.items() if len(counts) == _MONTHS} | found


def attacked(known: Joined, secret: Mapping[Key, int]) -> Attack:
    """All attackers on the secret cells."""
    told = known.knowledge
    marked = np.array([key in secret for key in known.keys], np.bool_)
    return attack(Knowledge(told.lower, told.upper, marked, told.equations), name=known.name)


def misread(known: Joined, truth: Truth) -> list[Key]:
    """The cells of which the attacker believes something that is not true: he misread the edition."""
    told = known.knowledge
    return [
        key
        for number, key in enumerate(keys_of(known))
        if (count := truth.count(key)) is not None and not told.lower[number] <= count <= told.upper[number]
    ]
