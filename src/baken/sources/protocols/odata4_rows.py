# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading observations from the fourth version: each row says whether it holds a value, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from baken.model.errors import InputError
from baken.model.observation import Presence
from baken.model.period import PeriodKind
from baken.sources.contract import Parts, Sink
from baken.sources.protocols.code_lists import Keys, Page, place_areas, place_periods
from baken.sources.protocols.notes import note_areas, note_periods
from baken.sources.protocols.numbers import scaled
from baken.sources.protocols.odata4 import DATA, OData4, Series
from baken.sources.protocols.odata4_figures import OPEN, Came, Figures, added_up, with_margins
from baken.sources.protocols.odata4_table import Table
from baken.sources.protocols.replies import AGAIN, decode
from baken.store.columns import LIVES, PRECISIONS, PRESENCES, Batch, period_code

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ATTRIBUTES = {
    "None": Presence.VALUE,
    "Impossible": Presence.IMPOSSIBLE,
    "Confidential": Presence.SUPPRESSED,
    "NotAvailable": Presence.MISSING,
}
_SIGNS = ("", ".")


@dataclass(frozen=True, slots=True)
class Row:
    """One observation as it came in: its keys, and a value or the reason why there is none."""

    part: str
    measure: str
    keys: tuple[str, ...]
    presence: Presence
    value: float | None


def rows(layout: OData4, parts: Parts) -> Iterator[Row]:
    """Every observation of the pages, whether it was asked for or not.

    Raises:
        InputError: a page is not what was promised, or a row contradicts itself.

    """
    fields: list[tuple[str, Any]] = [
        ("measure", str),
        ("attribute", str),
        ("value", float | None),
        ("text", str | None),
        *((f"k{n}", str) for n in range(len(layout.dimensions))),
    ]
    columns = ("Measure", "ValueAttribute", "Value", "StringValue", *layout.dimensions)
    names = {field: column for (field, _), column in zip(fields, columns, strict=True)}
    kind = msgspec.defstruct("Observation", fields, rename=names, gc=False)
    keys = [field for field, _ in fields[4:]]
    for part in parts.names(f"{DATA}/"):
        page: Page[Any] = decode(Page[kind], parts[part], part)  # type: ignore[valid-type]
        for one in page.value:
            presence = _presence(one.attribute, one.value, one.text, part)
            found = tuple(getattr(one, key).strip() for key in keys)
            yield Row(part, one.measure.strip(), found, presence, one.value)


def _presence(attribute: str, value: float | None, text: str | None, part: str) -> Presence:
    """What the row says of itself. A value and a reason for having none exclude each other."""
    found = _ATTRIBUTES.get(attribute)
    if found is None:
        raise InputError(
            f"the column 'ValueAttribute' holds '{attribute}'.",
            where=part,
            do=f"Known: {', '.join(_ATTRIBUTES)}.",
        )
    if text is not None and text.strip() not in _SIGNS:
        raise InputError(
            f"the column 'StringValue' holds '{text[:40]}' where a number must stand.", where=part, do=AGAIN
        )
    if (found is Presence.VALUE) != (value is not None):
        says = "no value" if value is None else f"the value {value}"
        raise InputError(f"a row says '{attribute}' and has {says}.", where=part, do=AGAIN)
    return found


def read_series(table: Table, parts: Parts, sink: Sink) -> None:
    """Turn the pages into rows: one batch for each series, or two where not every value has its margins.

    Raises:
        InputError: a page is not what was promised, or rows came in twice or not at all,
            or a margin does not hold its value.

    """
    reader = _Reader(table, sink)
    for row in rows(table.layout, parts):
        reader.take(row)
    reader.finish()
    for series in table.layout.series:
        for batch in reader.batches(series):
            sink.add(batch)


class _Reader:
    """One cell for each series and key that it sums, each area and each period."""

    def __init__(self, table: Table, sink: Sink) -> None:
        layout, self.table, self.layout, self.sink = table.layout, table, table.layout, sink
        self.areas = place_areas(table.asked_areas, table.names, layout.levels, sink)
        kinds = (*layout.periods, PeriodKind.WAVE) if layout.waves else layout.periods
        self.times = place_periods(table.asked_periods, lambda one: one.kind in kinds, wave=layout.waves)
        note_areas(table.starts, table.asked_areas, sink)
        self.slots: dict[tuple[str, tuple[str, ...]], int] = {}
        self.of_series: dict[str, list[int]] = {}
        for series in layout.series:
            keys = product(*(layout.keys(series, column) for column in layout.over))
            slots = [self.slots.setdefault((series.measure, key), len(self.slots)) for key in keys]
            self.of_series[series.name] = slots
        shape = (len(self.slots), len(self.areas), len(self.times))
        self.value = np.zeros(shape, dtype=np.int64)
        self.presence = np.full(shape, OPEN, dtype=np.int8)
        self.keys = [Keys(table.codes[name], self._asked(name)) for name in layout.dimensions]

    def _asked(self, name: str) -> tuple[Any, ...]:
        asked = {self.layout.areas: self.table.asked_areas, "Perioden": self.table.asked_periods}
        fixed = tuple(one for one in self.table.codes[name] if one.code == self.layout.fixed.get(name))
        return asked.get(name, fixed if name in self.layout.fixed else self.table.codes[name])

    def take(self, row: Row) -> None:
        """Take one row in; one that was not asked for is passed over."""
        places = []
        for name, known, key in zip(self.layout.dimensions, self.keys, row.keys, strict=True):
            try:
                places.append(known.places[key])
            except KeyError as error:
                raise InputError(
                    f"the column '{name}' holds '{key}', which is not in its list of codes.",
                    where=row.part,
                    do=AGAIN,
                ) from error
        if row.measure not in self.table.decimals:
            raise InputError(f"the measure '{row.measure}' is not in its list.", where=row.part, do=AGAIN)
        fixed = len(self.layout.fixed)
        over = row.keys[fixed : fixed + len(self.layout.over)]
        slot = self.slots.get((row.measure, over))
        if slot is None or min(places) < 0:
            return
        cell = (slot, places[-2], places[-1])
        if self.presence[cell] != OPEN:
            raise InputError(f"the row of {' '.join(row.keys)} came in twice.", where=row.part, do=AGAIN)
        self.presence[cell] = PRESENCES.index(row.presence)
        if row.value is not None:
            margins = self.layout.margins
            is_margin = margins is not None and over[-1] != margins.value
            decimals = self._margin_decimals(row.measure) if is_margin else self.table.decimals[row.measure]
            self.value[cell] = scaled(row.value, decimals, row.part, "Value")

    def _margin_decimals(self, measure: str) -> int:
        promised = self.table.decimals[measure]
        return max(promised, self.layout.margins.decimals) if self.layout.margins else promised

    def finish(self) -> None:
        """Refuse what is not whole, and note the series and periods that nothing came in for."""
        came = self.presence != OPEN
        if not came.any():
            raise InputError("no row came in.", where=f"{self.layout.table} {DATA}", do=AGAIN)
        seen = np.flatnonzero(came.any(axis=(0, 1)))
        note_periods(self.times, (one for n, one in enumerate(self.times) if n not in seen), self.sink)
        taken = np.flatnonzero([bool(area.ours) for area in self.areas])
        for name, slots in self.of_series.items():
            part = came[slots]
            if not part.any():
                self.sink.note(f"The table gives nothing for {name}.")
            elif self.layout.dense:
                self._check_whole(name, part[:, taken][:, :, seen], taken, seen)

    def _check_whole(
        self, name: str, came: NDArray[np.bool_], taken: NDArray[np.intp], seen: NDArray[np.intp]
    ) -> None:
        lacking = np.argwhere(~came)
        if len(lacking):
            area, time = self.areas[taken[lacking[0][1]]], self.times[seen[lacking[0][2]]]
            raise InputError(
                f"{len(lacking)} of {came.size} rows of {name} did not come in, "
                f"such as {area.code} {time.code}.",
                where=f"{self.layout.table} {DATA}",
                do=AGAIN,
            )

    def batches(self, series: Series) -> Iterator[Batch]:
        """The rows of one series; if it is of a survey, those with margins and those without."""
        slots = self.of_series[series.name]
        came = Came(self.value[slots], self.presence[slots], self.areas, self.times)
        if self.layout.margins is None:
            found = iter((added_up(came, survey=self.layout.waves),))
        else:
            extra = self._margin_decimals(series.measure) - self.table.decimals[series.measure]
            found = with_margins(came, extra, series.name, self.sink)
        for figures in found:
            batch = self._batch(series, figures)
            if len(batch):
                yield batch

    def _batch(self, series: Series, figures: Figures) -> Batch:
        area = np.array([self.sink.area(one.ours) if one.ours else -1 for one in self.areas], dtype=np.int32)
        period = np.array(
            [period_code(one.period) if one.period else -1 for one in self.times], dtype=np.int32
        )
        life = np.array([LIVES.index(one.life) for one in self.times], dtype=np.int8)
        at = np.nonzero(figures.held)
        found = figures.presence[at]
        return Batch(
            measure=self.sink.measure(series.name),
            area=area[at[0]],
            period=period[at[1]],
            value=np.where(found == 0, figures.value[at], 0),
            presence=found,
            decimals=self.table.decimals[series.measure],
            life=life[at[1]],
            precision=PRECISIONS.index(figures.precision),
            unit=series.unit,
            lower=None if figures.lower is None else figures.lower[at],
            upper=None if figures.upper is None else figures.upper[at],
            margin_decimals=None if figures.lower is None else self._margin_decimals(series.measure),
        )
