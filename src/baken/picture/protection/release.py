# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From a protected cube back to observations: all that a picture may be made of below the municipality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

import numpy as np

from baken.disclosure.dimension import Dimension
from baken.disclosure.knowledge import Found
from baken.disclosure.rounding.rounded import Rounded
from baken.model.observation import Life, Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.derive import add_counts
from baken.picture.protection.cubes import REST, Cube
from baken.picture.protection.held import CountedYear
from baken.picture.protection.history import History
from baken.picture.protection.notes import bare

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Protected:
    """A cube with what of it is published, what is held behind it, and the bounds that follow for anybody.

    ``history`` says what was published of it before.
    """

    cube: Cube
    counted: CountedYear
    rounded: Rounded
    bounds: Found
    history: History

    @property
    def measured(self) -> tuple[str, ...]:
        """The codes that are measured as such: no sums of codes but the system's own total."""
        codes = self.cube.layout.dimensions[1]
        return tuple(
            one for one in (*codes.codes[: codes.parts], self.counted.total) if one not in ("", REST)
        )

    def figures(self) -> dict[tuple[str, str, str], int]:
        """Every count that may be published, by measure, area and period."""
        layout, complete = self.cube.layout, self.cube.complete
        shown = self.rounded.told.shown
        areas, codes, periods = layout.dimensions
        places = product(
            range(len(areas.codes)), map(codes.position, self.measured), range(len(periods.codes))
        )
        return {
            (f"{self.cube.system}/{codes.codes[c]}", areas.codes[a], periods.codes[p]): int(shown[a, c, p])
            for a, c, p in places
            if complete[a, c, p]
        }

    def count(self, one: Observation, place: Place) -> Observation:
        """The observation with its protected count, and how far that may lie from the true one."""
        count = int(self.rounded.published[place])
        number = int(np.ravel_multi_index(place, self.cube.layout.shape))
        return replace(
            bare(one),
            value=Decimal(count),
            count=count,
            spread=max(count - int(self.bounds.lower[number]), int(self.bounds.upper[number]) - count),
            spread_limit=self.rounded.told.error_bound,
        )


def released(protected: Protected, levels: Mapping[str, PeriodKind]) -> Iterator[Observation]:
    """The observations of a protected cube: of each area in the period that its level allows.

    Args:
        protected: what of a cube is published.
        levels: for the code of each small area the shortest period of which a figure may appear.

    """
    cube, counted = protected.cube, protected.counted
    areas, codes, periods = cube.layout.dimensions
    complete, public, revised = cube.complete, cube.public, protected.history.revised
    for (a, area), code, (p, text) in product(
        enumerate(areas.codes), protected.measured, enumerate(periods.codes)
    ):
        period = Period.parse(text)
        if levels.get(area) is not period.kind:
            continue
        within = product(_parts(areas, a), [code], _parts(periods, p))
        found = [held.observation for key in within if (held := counted.cells.get(key)) is not None]
        if not found:
            continue
        place = (a, codes.position(code), p)
        one = replace(found[0] if len(found) == 1 else add_counts(found, period), area=area)
        if revised[place] and one.life is Life.FINAL:
            one = replace(one, life=Life.REVISED)
        if not complete[place] or one.value is None:
            yield replace(bare(one), presence=_absent(one), value=None)
        elif public[place]:
            yield one
        else:
            yield protected.count(one, place)


def _parts(dimension: Dimension, code: int) -> list[str]:
    return [dimension.codes[part] for part in dimension.members[code]]


def _absent(one: Observation) -> Presence:
    """Why there is no value; a sum of which a part is missing is missing."""
    return Presence.MISSING if one.presence is Presence.VALUE else one.presence
