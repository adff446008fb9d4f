# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Series through time from what is held: monthly where there are months, of an area or of all within it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from baken.analysis.held import Grid, Held
from baken.analysis.kinds import Kind, all_kinds, break_places
from baken.analysis.periods import name_of
from baken.analysis.tables import SeriesTable
from baken.model.errors import NotHeldError
from baken.model.finding import Caveat
from baken.model.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MONTHS = 12
_FETCH = "baken fetch politie_47022ned politie_47024ned"


def monthly_series(held: Held, code: str, kinds: Sequence[Kind] = (), last: int | None = None) -> SeriesTable:
    """Every monthly series of an area and of all that lies in it, up to a month (a number) if one is given.

    Without kinds all registered measures are taken. An area without months of its own is left out.

    Raises:
        NotHeldError: there are no months.

    """
    import numpy as np

    areas = held.below(code)
    wanted = tuple(kinds) or all_kinds(held.catalogue)
    grid = held.months(areas, [name for kind in wanted for name in kind.measures])
    if not grid.is_empty and last is not None:
        grid = _until(grid, last)
    rows, names = [], []
    for kind in wanted:
        for area in areas:
            row = summed(grid, kind, [area])
            if row is not None:
                rows.append(row)
                names.append((kind, area))
    if not rows:
        raise NotHeldError(
            f"no monthly figures are held of {held.register[code].name}.", do=f"Fetch them: {_FETCH}"
        )
    return _table(held, grid, names, np.array(rows))


def one_series(held: Held, code: str, kind: Kind, *, yearly: bool = False) -> SeriesTable:
    """One kind in one area through time: by month if there are months, else by year.

    An area without figures of its own is the sum of the neighbourhoods that it then had.

    Raises:
        NotHeldError: nothing is held of it.

    """
    import numpy as np

    leaves = _leaves(held, code)
    for monthly in (False,) if yearly else (True, False):
        areas = (code, *leaves)
        grid = held.months(areas, kind.measures) if monthly else held.years(areas, kind.measures)
        row = summed(grid, kind, [code])
        if row is None and monthly:
            row = _summed_parts(held, grid, kind, leaves)
        if row is not None and (~np.isnan(row)).sum() > 1:
            return _table(held, grid, [(kind, code)], row[None, :], per_year=_MONTHS if monthly else 1)
    raise NotHeldError(
        f"no counts are held of {kind.id} in {held.register[code].name}.",
        do="See what there is: baken sources",
    )


def summed(grid: Grid, kind: Kind, areas: Sequence[str]) -> NDArray[np.float64] | None:
    """The sum of a kind's measures over areas; missing where one part is. None: a part is not held."""
    rows = [grid.of(measure, area) for measure in kind.measures for area in areas]
    if grid.is_empty or not rows or any(one is None for one in rows):
        return None
    total = rows[0]
    for one in rows[1:]:
        total = total + one  # type: ignore[operator]
    return total


def is_sum_of_parts(held: Held, code: str, kind: Kind, per_year: int) -> bool:
    """Whether an area has no figures of its own, so that its series is a sum of its parts."""
    grid = held.months([code], kind.measures) if per_year == _MONTHS else held.years([code], kind.measures)
    return summed(grid, kind, [code]) is None


def population_rows(
    held: Held, areas: Sequence[str], measure: str, periods: Sequence[str]
) -> NDArray[np.float64]:
    """The population on 1 January of the year of each period, or of the nearest year that is held."""
    import numpy as np

    from baken.analysis.periods import year_of

    grid = held.years(areas, [measure])
    found = np.full((len(areas), len(periods)), np.nan)
    if grid.is_empty:
        return found
    years = np.array([year_of(one) or 0 for one in periods])
    known = grid.first + np.arange(grid.values.shape[2])
    for n in range(len(areas)):
        there = ~np.isnan(grid.values[0, n])
        if there.any():
            distance = np.abs(years[:, None] - known[there][None, :])
            found[n] = grid.values[0, n, there][distance.argmin(axis=1)]
    return found


def people_caveat(held: Held, areas: Sequence[str], measure: str, period: str) -> tuple[Caveat, ...]:
    """A word where the population is that of another year than the figures, because theirs is not held."""
    import numpy as np

    from baken.analysis.caveats import noted
    from baken.analysis.periods import year_of

    year, grid = year_of(period), held.years(areas, [measure])
    if year is None or grid.is_empty:
        return ()
    known = grid.first + np.flatnonzero(~np.isnan(grid.values[0]).all(axis=0))
    if not len(known) or year in known:
        return ()
    used = int(known[np.abs(known - year).argmin()])
    return (
        noted(
            "population-year",
            f"De inwoners van {year} zijn hier niet bekend. Gerekend is met die van {used}.",
            f"The inhabitants of {year} are not known here. Those of {used} were used.",
        ),
    )


def _leaves(held: Held, code: str) -> tuple[str, ...]:
    """The neighbourhoods of an area through all times, in the first division that has some."""
    for division in held.register.divisions:
        leaves = held.register.leaves(code, division)
        if leaves != {code}:
            return tuple(sorted(leaves))
    return ()


def _summed_parts(held: Held, grid: Grid, kind: Kind, leaves: Sequence[str]) -> NDArray[np.float64] | None:
    """The sum over the parts, each in the months in which it existed."""
    import numpy as np

    if grid.is_empty or not leaves:
        return None
    total = np.zeros(grid.values.shape[2])
    counted = np.zeros(grid.values.shape[2])
    months = [name_of(grid.first + n, _MONTHS) for n in range(len(total))]
    for code in leaves:
        validity = held.register[code].validity
        start, end = str(validity.start)[:7], str(validity.end or "9999")[:7]
        exists = np.array([start <= one <= end for one in months])
        row = summed(grid, kind, [code])
        part = np.full(len(total), np.nan) if row is None else row
        total += np.where(exists, part, 0)
        counted += exists
    found = np.where(counted > 0, total, np.nan)
    return None if np.isnan(found).all() else found


def _until(grid: Grid, last: int) -> Grid:
    from dataclasses import replace

    return replace(grid, values=grid.values[:, :, : max(0, last - grid.first + 1)])


def _table(
    held: Held,
    grid: Grid,
    names: Sequence[tuple[Kind, str]],
    counts: NDArray[np.float64],
    per_year: int = _MONTHS,
) -> SeriesTable:
    periods = tuple(name_of(grid.first + n, per_year) for n in range(counts.shape[1]))
    areas = [area for _, area in names]
    kinds = {kind.id: kind for kind, _ in names}
    parents = held.parents(areas)
    labels = {kind.id: kind.label for kind in kinds.values()}
    for code in (*areas, *parents.values()):
        labels[code] = Text(held.register[code].name, held.register[code].name)
    return SeriesTable(
        names=tuple(f"{area} {kind.id}" for kind, area in names),
        areas=tuple(areas),
        kinds=tuple(kind.id for kind, _ in names),
        periods=periods,
        counts=counts,
        per_year=per_year,
        labels=labels,
        found_by_looking=frozenset(name for name, kind in kinds.items() if kind.found_by_looking),
        breaks={name: tuple(break_places(kind, periods)) for name, kind in kinds.items()},
        parents=parents,
        snapshots=grid.snapshots,
    )
