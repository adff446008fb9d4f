# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Many alarms as few signals: what lasts is one event, and a wave over several series is told once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from baken.analysis.tables import SeriesTable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from baken.methods.signals.table import SignalTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Alarms of one series that belong together; ``running`` if no quiet periods have ended it yet."""

    row: int
    start: str
    peak: str
    end: str
    observed: float
    expected: float
    running: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Alarms of the newest period that one area and one kind explain.

    ``rows`` are the series that alarm, of the ``series`` below it that were judged. ``notes`` are series of
    offences that police find by looking, which are mentioned with it and count in none of its figures.
    """

    area: str
    kind: str
    rows: tuple[int, ...]
    notes: tuple[int, ...]
    series: int
    observed: float
    expected: float


def events_of(series: SeriesTable, table: SignalTable) -> tuple[Event, ...]:
    """The events of all series, those that still run first, then the newest first."""
    from baken.methods.signals.events import joined_events

    found = joined_events(table)
    columns = (
        found.series,
        found.start,
        found.peak,
        found.end,
        found.observed,
        found.expected,
        found.running,
    )
    events = [
        Event(
            row=row,
            start=series.periods[start],
            peak=series.periods[peak],
            end=series.periods[end],
            observed=seen,
            expected=usual,
            running=running,
        )
        for row, start, peak, end, seen, usual, running in zip(
            *(column.tolist() for column in columns), strict=True
        )
    ]
    place = {period: n for n, period in enumerate(series.periods)}
    return tuple(sorted(events, key=lambda one: (not one.running, -place[one.end], one.row)))


def groups_of(series: SeriesTable, table: SignalTable) -> tuple[tuple[Group, ...], tuple[int, ...]]:
    """The groups of the newest period, the strongest first, and the alarms that say nothing on their own.

    The latter are those of offences that police find by looking, where nothing else in the area alarms.
    """
    import numpy as np

    from baken.methods.signals.grouping import Hierarchy, grouped_signals

    areas, area_parent = _nodes(series.areas, series.parents)
    kinds, kind_parent = _nodes(series.kinds, _totals(series.kinds))
    lonely = np.array([kind in series.found_by_looking for kind in series.kinds])
    hierarchy = Hierarchy(
        area=_at(series.areas, areas),
        offence=_at(series.kinds, kinds),
        area_parent=area_parent,
        offence_parent=kind_parent,
        needs_company=lonely,
    )
    alarm, expected = table.alarm[:, -1], np.where(table.reason[:, -1] == 0, table.expected[:, -1], np.nan)
    found = grouped_signals(alarm, table.observed[:, -1], expected, hierarchy)
    groups = tuple(
        Group(
            area=areas[int(found.area[n])],
            kind=kinds[int(found.offence[n])],
            rows=tuple(np.flatnonzero((found.signal == n) & ~found.note).tolist()),
            notes=tuple(np.flatnonzero((found.signal == n) & found.note).tolist()),
            series=int(found.series[n]),
            observed=float(found.observed[n]),
            expected=float(found.expected[n]),
        )
        for n in range(len(found.area))
    )
    return groups, tuple(np.flatnonzero(alarm & lonely & (found.signal < 0)).tolist())


def _nodes(own: Iterable[str], parents: Mapping[str, str]) -> tuple[list[str], NDArray[np.int64]]:
    """Every name with all above it, and for each the place of the one directly above, or -1."""
    import numpy as np

    names: dict[str, None] = {}
    for name in own:
        at, steps = name, 0
        while at not in names and steps <= len(parents):
            names[at] = None
            at, steps = parents.get(at, at), steps + 1
    places = {name: n for n, name in enumerate(names)}
    return list(names), np.array([places.get(parents.get(name, ""), -1) for name in names], dtype=np.int64)


def _at(own: Sequence[str], nodes: Sequence[str]) -> NDArray[np.int64]:
    import numpy as np

    places = {name: n for n, name in enumerate(nodes)}
    return np.array([places[name] for name in own], dtype=np.int64)


def _totals(kinds: Sequence[str]) -> dict[str, str]:
    """Above each measure the total of its counting system, if that has one among the series."""
    totals = {kind.partition("/")[0]: kind for kind in kinds if kind.endswith("/0.0.0")}
    found = {kind: totals.get(kind.partition("/")[0], "") for kind in set(kinds)}
    return {kind: total for kind, total in found.items() if total and total != kind}
