# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading counts from the third version: a page at a time, from bytes straight into columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from baken.model.errors import InputError
from baken.model.observation import Precision, Presence
from baken.sources.contract import Parts, Sink
from baken.sources.protocols.cells import Cells
from baken.sources.protocols.code_lists import Code, Keys, place_areas, place_periods
from baken.sources.protocols.notes import note_areas, note_new_kinds, note_periods
from baken.sources.protocols.odata3 import DATA
from baken.sources.protocols.odata3_pages import Pages
from baken.sources.protocols.odata3_table import Table
from baken.sources.protocols.replies import AGAIN, read_ahead
from baken.store.columns import LIVES, PRECISIONS, PRESENCES, Batch, period_code

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SUPPRESSED = PRESENCES.index(Presence.SUPPRESSED)
_COUNT = PRECISIONS.index(Precision.COUNT)
_WHOLE = (Code("", "", "", None, ""),)


def read_counts(table: Table, parts: Parts, sink: Sink, country: str) -> None:
    """Turn the pages into rows.

    Raises:
        InputError: a page is not what was promised, or rows came in twice or not at all.

    """
    reader = _Reader(table, sink)
    reader.note(country)
    for name, data in read_ahead(parts, f"{DATA}/"):
        for batch in reader.batches(name, data):
            sink.add(batch)
    reader.finish()


class _Reader:
    """Where each key leads, as arrays, and which cells have come in."""

    def __init__(self, table: Table, sink: Sink) -> None:
        layout, self.table, self.layout, self.sink = table.layout, table, table.layout, sink
        self.kinds = table.kinds or _WHOLE
        self.areas = place_areas(table.asked_areas, table.codes, layout.levels, sink)
        self.times = place_periods(table.asked_periods, lambda one: one.kind in layout.periods)
        self.pages = Pages(_keys(table), {name: table.columns[name].decimals or 0 for name in layout.topics})
        self.cells = Cells(len(self.kinds), len(self.areas), len(self.times))
        self.measures = {
            topic: np.array([sink.measure(name) for name in self._called(measure)], dtype=np.int32)
            for topic, measure in layout.topics.items()
        }
        self.area = np.array([sink.area(one.ours) if one.ours else -1 for one in self.areas], np.int32)
        self.period = np.array(
            [period_code(one.period) if one.period else -1 for one in self.times], np.int32
        )
        self.life = np.array([LIVES.index(one.life) for one in self.times], dtype=np.int8)
        self.seen = np.zeros(len(self.times), dtype=bool)
        self.zeros = 0
        self.hidden_area = self._hidden([area.level for area in self.areas])
        self.hidden_time = self._hidden([one.period.kind if one.period else "" for one in self.times])

    def _called(self, measure: str) -> list[str]:
        """What a measure is called of each kind."""
        names = (self.layout.kind_names.get(kind.title, kind.code) for kind in self.kinds)
        return [measure.format(kind=name) for name in names]

    def note(self, country: str) -> None:
        """Name what is new or not there before a row is read."""
        note_areas(self.table.starts, self.table.asked_areas, self.sink)
        titles = [kind.title for kind in self.kinds]
        for measure in self.layout.topics.values():
            note_new_kinds(zip(self._called(measure), titles, strict=True), country, self.sink)

    def _hidden(self, groups: list[str]) -> NDArray[np.bool_]:
        """Whether the publisher hides a kind, for each kind and each area or period."""
        hidden = np.zeros((len(self.kinds), len(groups)), dtype=bool)
        for row, kind in enumerate(self.kinds):
            hidden[row] = [kind.code in self.layout.hidden.get(group, ()) for group in groups]
        return hidden

    def batches(self, part: str, data: bytes) -> Iterator[Batch]:
        """The rows of one page that are taken, a batch for each column of figures."""
        page = self.pages.read(part, data)
        area, time = page.keys[self.layout.areas], page.keys["Perioden"]
        kind = page.keys[self.layout.kinds] if self.layout.kinds else np.zeros(len(area), dtype=np.int64)
        asked = _chosen((area >= 0) & (time >= 0))
        kind, area, time = kind[asked], area[asked], time[asked]
        twice = self.cells.take(self.cells.numbers(kind, area, time))
        if twice is not None:
            raise InputError(f"the row of {self._named(twice)} came in twice.", where=part, do=AGAIN)
        self.seen[time] = True
        code, period = self.area[area], self.period[time]
        taken = _chosen((code >= 0) & (period >= 0))
        kind, area, time = kind[taken], area[taken], time[taken]
        hidden = np.flatnonzero(self.hidden_area[kind, area] | self.hidden_time[kind, time])
        for topic, column in page.topics.items():
            value, presence = column.value[asked][taken], column.presence[asked][taken]
            self._refuse_negative(value, part, topic)
            zeros = (presence[hidden] == 0) & (value[hidden] == 0)
            self.zeros += int(zeros.sum())
            presence[hidden[(presence[hidden] != 0) | zeros]] = _SUPPRESSED
            yield Batch(
                measure=self.measures[topic][kind],
                area=code[taken],
                period=period[taken],
                value=value,
                presence=presence,
                decimals=column.decimals,
                life=self.life[time],
                precision=_COUNT,
            )

    def finish(self) -> None:
        """Refuse what is not whole, and note what is odd.

        Raises:
            InputError: nothing came in, or of a dense table not everything.

        """
        lacking = self.cells.lacking()
        if lacking is not None and (self.layout.dense or not self.cells.count):
            raise InputError(
                f"{self.cells.total - self.cells.count} of {self.cells.total} rows did not come in, "
                f"such as {self._named(lacking)}.",
                where=f"{self.layout.table} {DATA}",
                do=AGAIN,
            )
        empty = (time for time, seen in zip(self.times, self.seen, strict=True) if not seen)
        note_periods(self.times, empty, self.sink)
        if self.zeros:
            self.sink.note(
                f"{self.zeros} zeros stand where the publisher hides figures; taken as suppressed."
            )

    def _named(self, cell: int) -> str:
        kind, area, time = self.cells.keys(cell)
        codes = (self.kinds[kind].code, self.areas[area].code, self.times[time].code)
        return " ".join(code for code in codes if code)

    def _refuse_negative(self, value: NDArray[np.int64], part: str, topic: str) -> None:
        if (value < 0).any():
            raise InputError(
                f"the column '{topic}' holds {value.min()}, less than none.", where=part, do=AGAIN
            )


def _chosen(rows: NDArray[np.bool_]) -> slice | NDArray[np.int64]:
    """Which rows these are; mostly all, and then nothing has to be copied."""
    return slice(None) if rows.all() else np.flatnonzero(rows)


def _keys(table: Table) -> dict[str, Keys]:
    """The dimensions, each with its codes."""
    found = {
        table.layout.areas: Keys(table.areas, table.asked_areas),
        "Perioden": Keys(table.periods, table.asked_periods),
    }
    return found | ({table.layout.kinds: Keys(table.kinds, table.kinds)} if table.kinds else {})
