# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The counts of small areas as cubes of area, code and period: one for each counting system and year.

An area without smaller ones is a part; districts, focus areas and the municipality are groups. What the
municipality counts and no area holds is a part of its own, *elsewhere*; what the total of a system counts
beside the codes that are held is the code *rest*. So every sum that anybody can make is a sum of parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.dimension import Dimension, grouped
from baken.disclosure.layout import Counts, Layout
from baken.model.period import Period, PeriodKind
from baken.picture.protection.held import Counted, CountedYear

Mask = NDArray[np.bool_]
ELSEWHERE, REST = "elsewhere", "rest"


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """What is held of each part, all of one shape: (areas, codes, periods).

    ``held`` marks the cells with a value: of a sum with another cell in it nothing is published. ``public``
    marks those that everybody can look up. A cell without a value counts as none here; what it hides lies in
    *elsewhere*, because the municipality's own figure does count it.
    """

    counts: Counts
    held: Mask
    public: Mask

    @classmethod
    def empty(cls, shape: tuple[int, ...]) -> Cells:
        """Cells of which nothing is held."""
        return cls(np.zeros(shape, np.int64), np.zeros(shape, np.bool_), np.zeros(shape, np.bool_))

    def put(self, place: tuple[int, int, int], count: int, *, public: bool) -> None:
        """Put a count in its place."""
        self.counts[place], self.held[place], self.public[place] = count, True, public


@dataclass(frozen=True, slots=True, eq=False)
class Cube:
    """The counts of one system in one year, with the layout of all sums of them that may be published.

    ``public`` marks the cells, in the shape of the layout, that everybody can look up: published by others,
    or a sum of such.
    """

    system: str
    year: int
    layout: Layout
    cells: Cells
    public: Mask

    @property
    def name(self) -> str:
        """What it is called in messages and files."""
        return f"{self.system} {self.year}"

    @property
    def known(self) -> Mask:
        """The cells, in the shape of the layout, that an attacker knows: public ones and municipal ones.

        Also those of which nothing is held: it is published which these are, and that no sum counts them. And
        what lies elsewhere, unless it hides the count of an area that is not held: it is about no place, and
        anybody may guess that there is none.
        """
        cells, parts = self.cells, np.zeros(self.layout.inner_shape, np.bool_)
        parts |= ~cells.held
        parts[-1] = cells.held[:-1].all(axis=0) | (cells.counts[-1] == 0)
        found = self.public.copy()
        found[tuple(map(slice, self.layout.inner_shape))] |= parts
        found[-1] = True
        return _with_sums(found, self.layout)

    @property
    def complete(self) -> Mask:
        """The cells, in the shape of the layout, whose parts are all held."""
        return np.asarray(self.layout.filled((~self.cells.held).astype(np.int64)) == 0)


def cube_of(counted: CountedYear, groups: Mapping[str, frozenset[str]], kind: PeriodKind) -> Cube | None:
    """The cube of one system and year; nothing where no area holds anything.

    Args:
        counted: the counts of the areas and of the municipality.
        groups: every area that is a sum of smaller ones, with those; not the municipality.
        kind: the shortest period of which anything is published.

    """
    with_counts = {area for area, _, _ in counted.cells}
    parts = sorted(area for area in with_counts if not groups.get(area, frozenset()) & with_counts)
    codes = sorted({code for _, code, _ in counted.cells} - {counted.total})
    if not parts or not codes:
        return None
    layout = Layout(
        (_areas(parts, groups, counted.root), _codes(codes, counted), _periods(counted.year, kind))
    )
    cells = Cells.empty(layout.inner_shape)
    periods = _parts_of(layout.dimensions[2])
    for (a, area), (c, code), (p, period) in product(enumerate(parts), enumerate(codes), enumerate(periods)):
        one = counted.cell(area, code, period)
        if one is not None and one.count is not None:
            cells.put((a, c, p), one.count, public=one.public)
    if counted.total:
        _put_rest(cells, counted, parts, periods)
    _put_elsewhere(cells, counted, codes, periods)
    return Cube(counted.system, counted.year, layout, cells, _public(layout, cells, counted))


def _public(layout: Layout, cells: Cells, counted: CountedYear) -> Mask:
    """What others publish of any area and code, totals too, and what is a sum of that."""
    found = np.zeros(layout.shape, np.bool_)
    found[tuple(map(slice, layout.inner_shape))] = cells.public
    true = layout.filled(cells.counts)
    places = [{code: at for at, code in enumerate(one.codes)} for one in layout.dimensions]
    for key, one in counted.cells.items():
        place = tuple(at[code] for at, code in zip(places, key, strict=True) if code in at)
        # Of a total that is no sum of what is held, the sum is not what they publish.
        if len(place) == len(places) and one.public and one.count == true[place]:
            found[place] = True
    return _with_sums(found, layout)


def _with_sums(marked: Mask, layout: Layout) -> Mask:
    """Cells that are marked, and each sum of cells that are."""
    found = marked.copy()
    for axis, dimension in enumerate(layout.dimensions):
        across = np.moveaxis(found, axis, 0)
        for at, summed in enumerate(dimension.sums, start=dimension.parts):
            across[at] |= across[list(summed)].all(axis=0)
    return found


def _areas(parts: Sequence[str], groups: Mapping[str, frozenset[str]], root: str) -> Dimension:
    there = set(parts)
    found = [(code, sorted(below)) for code, below in sorted(groups.items()) if below and below <= there]
    return grouped("area", (*parts, ELSEWHERE), (*found, (root, (*parts, ELSEWHERE))))


def _codes(codes: Sequence[str], counted: CountedYear) -> Dimension:
    there = set(codes)
    sums = [(name, made) for name, made in counted.composites if len(made) > 1 and there.issuperset(made)]
    if not counted.total:
        return grouped("code", codes, sums)
    return grouped("code", (*codes, REST), (*sums, (counted.total, (*codes, REST))))


def _periods(year: int, kind: PeriodKind) -> Dimension:
    if kind is PeriodKind.YEAR:
        return grouped("period", (str(year),), ())
    last = {PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}[kind]
    parts = [str(Period(kind, year, number)) for number in range(1, last + 1)]
    return grouped("period", parts, ((str(year), parts),))


def _parts_of(dimension: Dimension) -> tuple[str, ...]:
    return dimension.codes[: dimension.parts]


def _put_rest(cells: Cells, counted: CountedYear, parts: Sequence[str], periods: Sequence[str]) -> None:
    """What a total counts beside the codes; not held where the total is not, or is less than its parts."""
    for (a, area), (p, period) in product(enumerate(parts), enumerate(periods)):
        total = counted.cell(area, counted.total, period)
        if total is None or total.count is None or not cells.held[a, :-1, p].all():
            continue
        rest = total.count - int(cells.counts[a, :, p].sum())
        if rest >= 0:
            cells.put((a, -1, p), rest, public=total.public and bool(cells.public[a, :-1, p].all()))


def _put_elsewhere(cells: Cells, counted: CountedYear, codes: Sequence[str], periods: Sequence[str]) -> None:
    """What the municipality counts and no area does."""
    for p, period in enumerate(periods):
        for c, code in enumerate(codes):
            beside = _beside(counted.cell(counted.root, code, period), int(cells.counts[:, c, p].sum()))
            cells.put((-1, c, p), beside, public=False)
        if counted.total:
            whole = counted.cell(counted.root, counted.total, period)
            cells.put((-1, -1, p), _beside(whole, int(cells.counts[:, :, p].sum())), public=False)


def _beside(whole: Counted | None, held: int) -> int:
    return 0 if whole is None or whole.count is None else max(0, whole.count - held)
