# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Many areas at once from what is held: neighbourhoods, districts, or the municipality among its peers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from baken.analysis.held import Grid, Held
from baken.analysis.held_series import population_rows, summed
from baken.analysis.kinds import Kind
from baken.analysis.tables import AreaTable
from baken.areas.outlines import Outline
from baken.model.area import AreaLevel
from baken.model.errors import NotHeldError, UsageError
from baken.model.period import Period, PeriodKind
from baken.model.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEVELS = ("neighbourhood", "district", "focus", "peers")
REST = "rest"
"""What the rest of a municipality is called beside its focus areas."""
_MONTHS = 12
_KILOMETRE = 1000


@dataclass(frozen=True, slots=True)
class _Counted:
    """The cases of each area in a run of periods, and what the periods are called."""

    cases: NDArray[np.float64]
    periods: tuple[str, ...]
    snapshots: tuple[str, ...]


def held_areas(
    held: Held, code: str, kind: Kind, level: str = "neighbourhood", period: str = ""
) -> AreaTable:
    """The cases of a kind in the areas of a level within an area, in one period (by default the newest year).

    Raises:
        UsageError: no such level, or no such period.
        NotHeldError: no counts of it are held.

    """
    return held_group(held, groups(held, code, level), kind, period, level)


def held_group(
    held: Held, chosen: Mapping[str, Sequence[str]], kind: Kind, period: str = "", level: str = "peers"
) -> AreaTable:
    """The cases of a kind in areas that are each counted from others, in one period.

    Raises:
        UsageError: no such period.
        NotHeldError: no counts of it are held.

    """
    return _table(held, chosen, kind, _counted(held, chosen, kind, _asked(period)), level)


def held_area_months(held: Held, code: str, kind: Kind, months: int) -> AreaTable:
    """The monthly cases of the neighbourhoods of an area, in the newest months; cases is (areas, months).

    Raises:
        NotHeldError: no months are held of it.

    """
    chosen = groups(held, code, "neighbourhood")
    grid = held.months(tuple(chosen), kind.measures)
    rows = _rows(grid, kind, chosen)
    if rows is None:
        raise _nothing(held, kind)
    last = _newest(rows)
    first = max(0, last + 1 - months)
    names = tuple(_month(grid.first + n) for n in range(first, last + 1))
    counted = _Counted(rows[:, first : last + 1], names, grid.snapshots)
    return _table(held, chosen, kind, counted, "neighbourhood")


def _asked(text: str) -> Period | None:
    if not text:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise UsageError(f"{error}.") from None


def groups(held: Held, code: str, level: str) -> dict[str, tuple[str, ...]]:
    """The areas to compare, each with the areas that it is counted from."""
    if level == "peers":
        members = (held.municipality.code, *held.municipality.peers.members)
        return {one: (one,) for one in sorted(set(members))}
    if level == "neighbourhood":
        found = [one for one in held.below(code) if _level(held, one) is AreaLevel.NEIGHBOURHOOD]
        return {one: (one,) for one in sorted(found)}
    if level == "district":
        return _districts(held, code)
    if level == "focus":
        return _focus(held)
    raise UsageError(f"'{level}' is no level.", do=f"Known: {', '.join(LEVELS)}.")


def _focus(held: Held) -> dict[str, tuple[str, ...]]:
    """The focus areas that have a name and neighbourhoods, and the rest of the municipality."""
    found = {one.name: tuple(one.areas) for one in held.municipality.focus_areas if one.name and one.areas}
    if not found:
        raise UsageError(
            f"{held.municipality.name} has no focus area with a name and neighbourhoods.",
            do="See focus_areas in its municipality.yaml.",
        )
    taken = {code for codes in found.values() for code in codes}
    all_of_it = groups(held, held.municipality.code, "neighbourhood")
    return found | {REST: tuple(code for code in all_of_it if code not in taken)}


def _districts(held: Held, code: str) -> dict[str, tuple[str, ...]]:
    below = held.below(code)
    for kind in (AreaLevel.DISTRICT, AreaLevel.CBS_DISTRICT):
        for division in held.register.divisions.values():
            parts = [one for one in below if _level(held, one) is kind]
            if division.level is kind and parts:
                found = {one: tuple(sorted(held.register.leaves(one, division.id))) for one in sorted(parts)}
                if any(leaves != (one,) for one, leaves in found.items()):
                    return found
    raise UsageError(f"{held.register[code].name} has no districts here.", do="Use --level neighbourhood.")


def _counted(held: Held, groups: Mapping[str, Sequence[str]], kind: Kind, asked: Period | None) -> _Counted:
    """The cases in one period: from months that are all there, else from the year as it was published."""
    import numpy as np

    leaves = tuple(dict.fromkeys(one for codes in groups.values() for one in (*codes,)))
    areas = tuple(dict.fromkeys((*groups, *leaves)))
    yearly = held.years(areas, kind.measures)
    monthly = held.months(areas, kind.measures)
    tries = []
    if asked is None or asked.kind is PeriodKind.YEAR:
        tries.append(_of_years(_rows(yearly, kind, groups, held), yearly, asked))
    tries.append(_of_months(_rows(monthly, kind, groups, held), monthly, asked))
    found = [one for one in tries if one is not None and not np.isnan(one.cases).all()]
    if not found:
        raise _nothing(held, kind, asked)
    return max(found, key=lambda one: (one.periods[-1], int((~np.isnan(one.cases)).sum())))


def _rows(
    grid: Grid, kind: Kind, groups: Mapping[str, Sequence[str]], held: Held | None = None
) -> NDArray[np.float64] | None:
    """One row for each area, NaN where nothing is held; None where nothing is held at all."""
    import numpy as np

    if grid.is_empty:
        return None
    found = np.full((len(groups), grid.values.shape[2]), np.nan)
    for n, (code, leaves) in enumerate(groups.items()):
        own = summed(grid, kind, [code])
        valid = [one for one in leaves if held is None or held.register[one].validity.holds_on(held.on)]
        row = own if own is not None else summed(grid, kind, valid)
        if row is not None:
            found[n] = row
    return None if np.isnan(found).all() else found


def _of_years(rows: NDArray[np.float64] | None, grid: Grid, asked: Period | None) -> _Counted | None:
    if rows is None:
        return None
    at = _newest(rows) if asked is None else asked.year - grid.first
    if not 0 <= at < rows.shape[1]:
        return None
    return _Counted(rows[:, at], (str(grid.first + at),), grid.snapshots)


def _of_months(rows: NDArray[np.float64] | None, grid: Grid, asked: Period | None) -> _Counted | None:
    """The sum over the months of a period; missing where one of them is."""
    if rows is None:
        return None
    if asked is None:
        last = _newest(rows)
        year = (grid.first + last + 1) // _MONTHS - 1
        asked = Period(PeriodKind.YEAR, year)
    first = asked.start.year * _MONTHS + asked.start.month - 1 - grid.first
    last = asked.end.year * _MONTHS + asked.end.month - 1 - grid.first
    if first < 0 or last >= rows.shape[1]:
        return None
    return _Counted(rows[:, first : last + 1].sum(axis=1), (str(asked),), grid.snapshots)


def _newest(rows: NDArray[np.float64]) -> int:
    """The place of the last period with a value."""
    import numpy as np

    return int(np.flatnonzero(~np.isnan(rows).all(axis=0))[-1])


def _month(number: int) -> str:
    return f"{number // _MONTHS}-{number % _MONTHS + 1:02d}"


def _table(
    held: Held, groups: Mapping[str, Sequence[str]], kind: Kind, counted: _Counted, level: str
) -> AreaTable:
    names = tuple(groups)
    labels = {code: _label(held, code) for code in names}
    x, y = _places(held, groups)
    return AreaTable(
        codes=names,
        names=tuple(label.nl for label in labels.values()),
        cases=counted.cases,
        periods=counted.periods,
        kind=kind.id,
        population=_people(held, groups, kind, counted.periods[-1]),
        x=x,
        y=y,
        outlines=_outlines(held, names) if level == "neighbourhood" else {},
        labels={kind.id: kind.label, **labels},
        found_by_looking=kind.found_by_looking,
        snapshots=counted.snapshots,
    )


def _people(
    held: Held, groups: Mapping[str, Sequence[str]], kind: Kind, period: str
) -> NDArray[np.float64] | None:
    import numpy as np

    found = np.full(len(groups), np.nan)
    for n, (code, leaves) in enumerate(groups.items()):
        own = population_rows(held, [code], kind.people, [period])[0, 0]
        valid = [one for one in leaves if held.register[one].validity.holds_on(held.on)]
        found[n] = own if own == own else population_rows(held, valid, kind.people, [period]).sum()  # noqa: PLR0124
    return None if np.isnan(found).all() else found


def _label(held: Held, code: str) -> Text:
    if code == REST:
        return Text("rest van de gemeente", "rest of the municipality")
    name = held.register[code].name if code in held.register.areas else code
    return Text(name, name)


def _places(
    held: Held, groups: Mapping[str, Sequence[str]]
) -> tuple[NDArray[np.float64] | None, NDArray[np.float64] | None]:
    """A point in each area, in kilometres; of a district the middle of those of its neighbourhoods."""
    import numpy as np

    found = np.full((2, len(groups)), np.nan)
    for n, (code, leaves) in enumerate(groups.items()):
        parts = [held.register[one] for one in (code, *leaves) if one in held.register.areas]
        points = [(one.x, one.y) for one in parts if one.x is not None and one.y is not None]
        if points:
            found[:, n] = np.mean(np.array(points), axis=0) / _KILOMETRE
    return (None, None) if np.isnan(found).any() else (found[0], found[1])


def _outlines(held: Held, codes: Sequence[str]) -> Mapping[str, Outline]:
    """The newest outlines that the workspace held on the day, if it held those of these areas."""
    from baken.sources.pdok_wijken_buurten.outlines import SOURCE, read_outlines

    if held.reader is None:
        return {}
    for snapshot in held.reader.snapshots_of(SOURCE, held.on):
        outlines = read_outlines(held.reader.parts(snapshot))
        found = {code: outlines[code] for code in codes if code in outlines}
        if found:
            return found
    return {}


def _level(held: Held, code: str) -> AreaLevel:
    return held.register[code].level


def _nothing(held: Held, kind: Kind, asked: Period | None = None) -> NotHeldError:
    when = f" in {asked}" if asked else ""
    return NotHeldError(
        f"no counts are held of {kind.id} in the areas of {held.municipality.name}{when}.",
        do="Fetch them: baken fetch politie_47018ned politie_47022ned politie_47013ned",
    )
