# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a survey from the third version: a value and its margins stand in rows of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import InputError
from baken.model.observation import Precision
from baken.model.period import PeriodKind
from baken.sources.contract import Parts, Sink
from baken.sources.protocols.cells import Cells
from baken.sources.protocols.code_lists import Code, Keys, place_areas, place_periods
from baken.sources.protocols.notes import note_areas, note_periods
from baken.sources.protocols.odata3 import DATA, Survey
from baken.sources.protocols.odata3_pages import Figures, Pages
from baken.sources.protocols.odata3_table import Column, Table
from baken.sources.protocols.replies import AGAIN
from baken.store.columns import LIVES, PRECISIONS, Batch, period_code

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WITH = PRECISIONS.index(Precision.SURVEY_WITH_MARGINS)
_WITHOUT = PRECISIONS.index(Precision.SURVEY_WITHOUT_MARGINS)


@dataclass(frozen=True, slots=True)
class _Topic:
    column: str
    measure: str
    unit: str


def read_survey(survey: Survey, table: Table, parts: Parts, sink: Sink, country: str) -> None:
    """Turn the pages into rows, each with its margins where they are given.

    Raises:
        InputError: a page is not what was promised, or a margin does not hold its value.

    """
    topics = _topics(survey, table, country, sink)
    reader = _Reader(survey, table, topics, sink)
    for name in parts.names(f"{DATA}/"):
        reader.take(name, parts[name])
    reader.finish()
    for topic in topics:
        for batch in reader.batches(topic):
            sink.add(batch)


def _topics(survey: Survey, table: Table, country: str, sink: Sink) -> list[_Topic]:
    """The columns that are taken. A title that stands twice, or has another unit, is no indicator of ours."""
    columns = {key: one for key, one in table.columns.items() if one.is_number}
    times = Counter(_title(one) for one in columns.values())
    indicators, found = load_catalogue(country).indicators, []
    for key, one in columns.items():
        unit = survey.units.get((one.unit or "").split(" ")[0])
        name = survey.titles.get(_title(one), "")
        if unit is None:
            sink.note(f"The column '{key}' has the unit '{one.unit}', which is not known; it is left out.")
            continue
        if name and (times[_title(one)] > 1 or indicators[name][-1].unit != unit):
            sink.note(f"The column '{key}' is called '{_title(one)}' but may be something else.")
            name = ""
        found.append(_Topic(key, name or survey.rest.format(topic=key), unit))
    return found


def _title(column: Column) -> str:
    return " ".join((column.title or "").split())


class _Reader:
    """All rows of the survey: for each part of a row (value, lower, upper) one array of cells."""

    def __init__(self, survey: Survey, table: Table, topics: list[_Topic], sink: Sink) -> None:
        layout, self.survey, self.table, self.sink = table.layout, survey, table, sink
        self.areas = place_areas(table.asked_areas, table.codes, layout.levels, sink)
        waves = (*layout.periods, PeriodKind.WAVE)
        self.times = place_periods(table.asked_periods, lambda one: one.kind in waves, wave=True)
        note_areas(table.starts, table.asked_areas, sink)
        self.roles = _roles(survey, table.margins)
        self.keys = {
            layout.areas: Keys(table.areas, table.asked_areas),
            "Perioden": Keys(table.periods, table.asked_periods),
            survey.column: Keys(table.margins, table.margins),
        }
        self.pages = Pages(self.keys, {one.column: table.columns[one.column].decimals or 0 for one in topics})
        self.cells = Cells(len(table.margins), len(self.areas), len(self.times))
        self.found: dict[str, Figures] = {one.column: self._empty(one) for one in topics}
        self.seen = np.zeros(self.cells.total, dtype=bool)

    def _empty(self, topic: _Topic) -> Figures:
        size, decimals = self.cells.total, self.table.columns[topic.column].decimals or 0
        return Figures(np.zeros(size, dtype=np.int64), np.full(size, -1, dtype=np.int8), decimals)

    def take(self, part: str, data: bytes) -> None:
        """Take the rows of one page in."""
        page = self.pages.read(part, data)
        area, time = page.keys[self.table.layout.areas], page.keys["Perioden"]
        asked = np.flatnonzero((area >= 0) & (time >= 0))
        numbers = self.cells.numbers(page.keys[self.survey.column][asked], area[asked], time[asked])
        twice = self.cells.take(numbers)
        if twice is not None:
            margin, row, column = self.cells.keys(twice)
            names = (self.table.margins[margin].code, self.areas[row].code, self.times[column].code)
            raise InputError(f"the row of {' '.join(names)} came in twice.", where=part, do=AGAIN)
        self.seen[numbers] = True
        for name, figures in page.topics.items():
            self.found[name].value[numbers] = figures.value[asked]
            self.found[name].presence[numbers] = figures.presence[asked]

    def finish(self) -> None:
        """Refuse a survey without a row, or of a dense table one that is not whole."""
        if not self.cells.count or (self.table.layout.dense and self.cells.lacking() is not None):
            raise InputError(
                f"{self.cells.total - self.cells.count} of {self.cells.total} rows did not come in.",
                where=f"{self.table.layout.table} {DATA}",
                do=AGAIN,
            )
        held: NDArray[np.bool_] = np.any(self.seen.reshape(self.cells.sizes), axis=(0, 1))
        empty = (time for time, seen in zip(self.times, held, strict=True) if not seen)
        note_periods(self.times, empty, self.sink)

    def batches(self, topic: _Topic) -> Iterator[Batch]:
        """The rows of one topic: those with margins, and those without."""
        figures, rest = self.found[topic.column], (len(self.areas), len(self.times))
        parts = {
            role: slice(n * rest[0] * rest[1], (n + 1) * rest[0] * rest[1]) for role, n in self.roles.items()
        }
        value, presence = figures.value[parts["value"]], figures.presence[parts["value"]]
        lower, upper, has = self._margins(figures, parts)
        taken = self._taken() & (presence >= 0)
        both = taken & has & (presence == 0)
        wrong = np.flatnonzero(both & ((lower > value) | (value > upper)))
        if len(wrong):
            area, time = divmod(int(wrong[0]), rest[1])
            raise InputError(
                f"the margins of {self.areas[area].code} {self.times[time].code} do not hold their value.",
                where=f"{self.table.layout.table} {topic.column}",
                do="Tell the publisher.",
            )
        for rows, precision in ((both, _WITH), (taken & ~both, _WITHOUT)):
            at = np.flatnonzero(rows)
            if len(at):
                margins = (lower[at], upper[at]) if precision == _WITH else (None, None)
                yield self._batch(topic, at, precision, (value[at], presence[at], *margins), figures.decimals)

    def _margins(
        self, figures: Figures, parts: dict[str, slice]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
        if "half" in parts:
            value, half = figures.value[parts["value"]], figures.value[parts["half"]]
            return value - half, value + half, figures.presence[parts["half"]] == 0
        has = (figures.presence[parts["lower"]] == 0) & (figures.presence[parts["upper"]] == 0)
        return figures.value[parts["lower"]], figures.value[parts["upper"]], has

    def _taken(self) -> NDArray[np.bool_]:
        area = np.array([bool(one.ours) for one in self.areas], dtype=bool)
        time = np.array([one.period is not None for one in self.times], dtype=bool)
        taken: NDArray[np.bool_] = np.logical_and.outer(area, time).ravel()
        return taken

    def _batch(
        self,
        topic: _Topic,
        at: NDArray[np.intp],
        precision: int,
        columns: tuple[
            NDArray[np.int64], NDArray[np.int8], NDArray[np.int64] | None, NDArray[np.int64] | None
        ],
        decimals: int,
    ) -> Batch:
        value, presence, lower, upper = columns
        area, time = np.divmod(at, len(self.times))
        codes = [period_code(one.period) if one.period else -1 for one in self.times]
        return Batch(
            measure=self.sink.measure(topic.measure),
            area=np.array([self.sink.area(self.areas[n].ours or "") for n in area], dtype=np.int32),
            period=np.array(codes, dtype=np.int32)[time],
            value=value,
            presence=presence,
            decimals=decimals,
            life=np.array([LIVES.index(one.life) for one in self.times], dtype=np.int8)[time],
            precision=precision,
            unit=topic.unit,
            lower=lower,
            upper=upper,
        )


def _roles(survey: Survey, margins: tuple[Code, ...]) -> dict[str, int]:
    """Where the value and its margins stand in the list of codes, each by key or by title."""
    places = {one.title: place for place, one in enumerate(margins)}
    places |= {one.code: place for place, one in enumerate(margins)}
    for wanted in ("value", "lower", "upper"), ("value", "half"):
        names = [getattr(survey, role) for role in wanted]
        if all(name in places for name in names):
            return {role: places[name] for role, name in zip(wanted, names, strict=True)}
    listed = ", ".join(one.code for one in margins)
    raise InputError(
        f"a value and its margins cannot be told from the codes {listed}.",
        where=survey.column,
        do="The table was changed; adapt the source.",
    )
