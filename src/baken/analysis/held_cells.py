# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Putting what carried and fetched snapshots say into one grid; what comes in later goes before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from baken.model.observation import Observation
from baken.model.period import PeriodKind
from baken.sources.held import OWN
from baken.store.reader import Reader

if TYPE_CHECKING:
    from baken.analysis.held import Grid

_MONTHS = 12
_HUNDRED = 100


class Cells:
    """The cells of a grid that is being filled."""

    def __init__(self, areas: Sequence[str], measures: Sequence[str], *, monthly: bool, on: date) -> None:
        """Take what is asked for; periods that begin after the day are left out."""
        self.areas = {code: n for n, code in enumerate(dict.fromkeys(areas))}
        self.measures = {name: n for n, name in enumerate(dict.fromkeys(measures))}
        self.monthly, self.on = monthly, on
        self.blocks: list[tuple[Any, Any, Any, Any]] = []
        self.snapshots: dict[str, None] = {}

    def period(self, year: int, month: int) -> int:
        """A period as a number."""
        return year * _MONTHS + month - 1 if self.monthly else year

    @property
    def last(self) -> int:
        """The last period that may be there."""
        return self.period(self.on.year, self.on.month)

    def wants(self, one: Observation) -> bool:
        """Whether an observation belongs in the grid."""
        kind = PeriodKind.MONTH if self.monthly else PeriodKind.YEAR
        return one.period.kind is kind and one.indicator in self.measures and one.area in self.areas

    def add(self, observations: Sequence[Observation]) -> None:
        """Put observations in, one by one."""
        import numpy as np

        if not observations:
            return
        nothing = float("nan")
        self.blocks.append(
            (
                np.array([self.measures[one.indicator] for one in observations]),
                np.array([self.areas[one.area] for one in observations]),
                np.array([self.period(one.period.year, one.period.number) for one in observations]),
                np.array([nothing if one.value is None else float(one.value) for one in observations]),
            )
        )

    def grid(self) -> Grid:
        """The grid of what was put in, from the first period with a row to the last."""
        import numpy as np

        from baken.analysis.held import Grid

        names, codes = tuple(self.measures), tuple(self.areas)
        blocks = [tuple(part[block[2] <= self.last] for part in block) for block in self.blocks]
        blocks = [block for block in blocks if len(block[2])]
        if not blocks:
            return Grid(names, codes, 0, np.empty((len(names), len(codes), 0)), ())
        first = min(int(block[2].min()) for block in blocks)
        periods = max(int(block[2].max()) for block in blocks) - first + 1
        values = np.full((len(names), len(codes), periods), np.nan)
        for measure, area, period, value in blocks:
            values[measure, area, period - first] = value
        return Grid(names, codes, first, values, tuple(self.snapshots))


def carried_cells(cells: Cells, snapshot: str, by_measure: Mapping[str, Sequence[Observation]]) -> None:
    """Put in what a snapshot that the project carries says, by its id and its observations by measure."""
    found = [one for name in cells.measures for one in by_measure.get(name, ()) if cells.wants(one)]
    if found:
        cells.snapshots[snapshot] = None
        cells.add(found)


def fetched_cells(cells: Cells, reader: Reader, source: str) -> None:
    """Put in what a workspace holds of a source on the day."""
    before = len(cells.blocks)
    if source.startswith(OWN):
        # Own tables may hold numbers with decimals, which the fast way does not know.
        found = reader.observations(source, cells.areas, cells.measures, cells.on)
        cells.add([one for one in found if cells.wants(one)])
    else:
        _add_columns(cells, reader, source)
    newest = reader.newest(source) if len(cells.blocks) > before else None
    if newest is not None:
        cells.snapshots[newest.id] = None


def _add_columns(cells: Cells, reader: Reader, source: str) -> None:
    import numpy as np

    columns = reader.columns(source, tuple(cells.areas), cells.on)
    if not columns:
        return
    places = {
        "measure": _places(cells.measures, reader.measures.numbers, len(reader.measures.texts)),
        "area": _places(cells.areas, reader.areas.numbers, len(reader.areas.texts)),
    }
    measure, area = (places[name][np.asarray(columns[name])] for name in ("measure", "area"))
    period = np.asarray(columns["period"])
    year, within = period // _HUNDRED, period % _HUNDRED
    right = (within >= 1) & (within <= _MONTHS) if cells.monthly else within == 0
    kept = (measure >= 0) & (area >= 0) & right
    if not kept.any():
        return
    value = np.where(
        np.asarray(columns["presence"]) == 0, np.asarray(columns["value"], dtype=np.float64), np.nan
    )
    number = year * _MONTHS + within - 1 if cells.monthly else year
    cells.blocks.append((measure[kept], area[kept], number[kept].astype(np.int64), value[kept]))


def _places(wanted: dict[str, int], numbers: Any, size: int) -> Any:  # noqa: ANN401 - numpy is imported late
    """For each number of the store its place in the grid, or -1."""
    import numpy as np

    found = np.full(size, -1, dtype=np.int64)
    for text, place in wanted.items():
        if text in numbers:
            found[numbers[text]] = place
    return found
