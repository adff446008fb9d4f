# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Other true counts that agree with everything published: what was counted in one area was in another.

A count is moved in its own month, so that all figures of the municipality stay. The protected cubes stay as
they are; whoever has them cannot tell which of both truths is the real one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

import numpy as np

from baken.disclosure.layout import Counts
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.rounded import Rounded
from baken.model.observation import Observation
from baken.model.period import Period, PeriodKind
from baken.picture.material import Material, with_snapshots
from baken.picture.protection.material import PublicMaterial
from baken.picture.protection.release import Protected

Key = tuple[str, str, Period]
Move = tuple[int, int, int]
_TRIES = 4000


def other_truth(material: Material, public: PublicMaterial, moves: int) -> tuple[Material, int]:
    """Material with so many counts of each cube in another area, and how many cells that changes."""
    steps: Counter[Key] = Counter()
    for one in public.cubes:
        for move in _moves(material, one, moves):
            steps.update(move)
    changed = tuple(
        replace(each, observations=tuple(_moved(seen, steps[seen.key]) for seen in each.observations))
        for each in material.holdings.snapshots
    )
    years = {(measure, area, when.year) for (measure, area, when), step in steps.items() if step}
    return with_snapshots(material, changed), len(years)


def _moved(seen: Observation, step: int) -> Observation:
    if not step:
        return seen
    count = int(seen.value or 0) + step
    return replace(seen, value=Decimal(count), count=count, literal=str(count))


def _moves(material: Material, protected: Protected, wanted: int) -> Iterator[dict[Key, int]]:
    """Moves that leave every cell, and every sum of cells, within the bounds that anybody can find."""
    cube, chance = protected.cube, Random(protected.cube.name)
    lower, upper = protected.bounds.lower, protected.bounds.upper
    counts, layout = cube.cells.counts.copy(), cube.layout
    used: Counter[Key] = Counter()
    areas, codes, _ = layout.dimensions
    free = np.argwhere(protected.rounded.told.free & cube.cells.held)
    for _ in range(_TRIES if len(free) else 0):
        # One cell that still is as it was, and any other.
        one, other = chance.choice(free), chance.choice(free)
        if counts[tuple(one)] != cube.cells.counts[tuple(one)]:
            continue
        start, end, code = (*chance.sample([one[0], other[0]], 2), one[1])
        trial = _tried(counts, (int(start), int(end), int(code)))
        full = layout.filled(trial).ravel()
        if start == end or trial.min() < 0 or (full < lower).any() or (full > upper).any():
            continue
        names = [f"{cube.system}/{one}" for one in (codes.codes[code], protected.counted.total)]
        move = _in_a_month(material, names, (areas.codes[start], areas.codes[end]), cube.year, used)
        if move is None:
            continue
        counts, wanted = trial, wanted - 1
        used.update(move)
        yield move
        if not wanted:
            return


def _tried(counts: Counts, move: Move) -> Counts:
    start, end, code = move
    trial = counts.copy()
    trial[start, code, 0] -= 1
    trial[end, code, 0] += 1
    return trial


def _in_a_month(
    material: Material, names: list[str], areas: tuple[str, str], year: int, used: Mapping[Key, int]
) -> dict[Key, int] | None:
    """One count less in the first area and one more in the second in a month, for a code and the total."""
    for month in range(1, 13):
        period = Period(PeriodKind.MONTH, year, month)
        found: dict[Key, int] = {}
        for name in names:
            here, there = (material.holdings.get(name, area, period) for area in areas)
            if here is None and there is None and name != names[0]:
                continue
            if here is None or there is None or here.value is None or there.value is None:
                break
            if int(here.value) + used.get(here.key, 0) < 1:
                break
            found |= {here.key: -1, there.key: 1}
        else:
            if found:
                return found
    return None


def keeping(public: PublicMaterial) -> Callable[..., Rounded]:
    """In the place of ``protect``: the same protected cubes, whatever the true counts are.

    All that only the owner knows follows the other truth, so that a trace of it in an output is seen.
    """
    by_release = {f"{one.counted.root} {one.cube.name}": one for one in public.cubes}

    def protect(layout: object, counts: Counts, key: bytes, options: Options, *_: object) -> Rounded:
        one = by_release[options.release]
        rounded = one.rounded
        full = rounded.layout.filled(counts)
        unknown = (one.bounds.lower < one.bounds.upper).reshape(full.shape)
        secret = (full > 0) & (full < rounded.base) & unknown
        return replace(rounded, secret=secret)

    return protect
