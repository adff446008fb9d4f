# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of CBS in the fourth version of OData: how one is laid out, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from baken.model.errors import InputError
from baken.sources.contract import Ask, Getter, Parts, Sink
from baken.sources.protocols.area_codes import AreaCodes

if TYPE_CHECKING:
    from baken.sources.protocols.odata4_table import Table

ROOT = "odata/v1/CBS"
DATA = "Observations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One of our measures: a measure of the table, summed over the keys of the dimensions in ``over``."""

    name: str
    measure: str
    over: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unit: str = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Where the figures of a survey and their margins stand.

    ``column`` is the dimension that says what a row holds, by key: the ``value``, or its ``lower`` or
    ``upper`` margin of 95 %. The margins have as many decimals as the measure, or ``decimals`` where that
    is more.
    """

    column: str
    value: str
    lower: str
    upper: str
    decimals: int = 0

    @property
    def keys(self) -> tuple[str, str, str]:
        """The keys of the value, the lower and the upper margin, in this order."""
        return (self.value, self.lower, self.upper)


@dataclass(frozen=True, slots=True, kw_only=True)
class OData4:
    """How one table is laid out, and what of it is taken: its series, and the keys that are the same for all.

    ``periods`` are the kinds of period that are taken, ``levels`` the first letters of the area codes. Of a
    ``dense`` table every area must come in for each period that comes in at all. ``margins`` are those of a
    survey; where it was held in ``waves``, a year of the table is the wave of that year.
    """

    table: str
    areas: str
    series: tuple[Series, ...]
    fixed: dict[str, str] = field(default_factory=dict)
    periods: tuple[str, ...] = ("year",)
    levels: tuple[str, ...] = ()
    dense: bool = True
    margins: Margins | None = None
    waves: bool = False

    def __post_init__(self) -> None:
        if self.margins is None:
            return
        column, keys = self.margins.column, self.margins.keys
        if column in (*self.fixed, *self.over[:-1], self.areas, "Perioden"):
            raise ValueError(f"the margins stand in '{column}', which holds something else")
        if len(set(keys)) < len(keys):
            raise ValueError("a value, its lower and its upper margin have a key each")
        for one in self.series:
            if any(len(some) > 1 for some in one.over.values()):
                raise ValueError(f"'{one.name}' is a sum, and margins cannot be added up")

    @property
    def over(self) -> tuple[str, ...]:
        """The dimensions of which a series takes some keys; that of the margins comes last."""
        margins = (self.margins.column,) if self.margins else ()
        return (*dict.fromkeys(chain.from_iterable(one.over for one in self.series)), *margins)

    def keys(self, series: Series, column: str) -> tuple[str, ...]:
        """The keys that a series takes of one of these dimensions."""
        if self.margins and column == self.margins.column:
            return self.margins.keys
        return series.over[column]

    @property
    def dimensions(self) -> tuple[str, ...]:
        """All dimensions."""
        return (*self.fixed, *self.over, self.areas, "Perioden")


@dataclass(frozen=True, slots=True)
class OData4Adapter:
    """One table of the fourth version."""

    layout: OData4
    areas: AreaCodes

    def modified(self, get: Getter, base: str) -> str:
        """The stamp in the description of the table.

        Raises:
            InputError: the reply is not what the publisher promised.

        """
        from baken.sources.protocols.odata4_table import read_modified

        return read_modified(get.peek(f"{self._address(base)}/Properties"), "Properties")

    def classification(self, parts: Parts) -> str:
        """The year of the division that the table speaks of; empty if it holds areas of all years."""
        from baken.sources.protocols.odata4_table import read_classification

        return read_classification(parts)

    def download(self, ask: Ask, get: Getter, base: str) -> None:
        """Keep the description and the lists of codes, and then the pages of figures.

        Raises:
            InputError: a reply is not what was promised, or the table was renewed meanwhile.

        """
        from baken.sources.protocols.odata4_table import read_modified, read_table
        from baken.sources.protocols.replies import Remembered, walk

        address, lists, number = self._address(base), Remembered(get), 1
        before = read_modified(lists.part("Properties", f"{address}/Properties"), "Properties")
        for name in ("Dimensions", "MeasureCodes", *(f"{one}Codes" for one in self.layout.dimensions)):
            walk(lists, name, f"{address}/{name}", "")
        table = read_table(self.layout, ask, lists, self.areas)
        for asked in self._questions(ask, table):
            number = walk(get, DATA, f"{address}/{DATA}", asked, number)
        if before != self.modified(get, base):
            raise InputError(
                f"table {self.layout.table} was renewed while it came in.",
                do="Fetch it again from the start.",
            )

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Turn the parts into rows.

        Raises:
            InputError: a reply is not what the publisher promised.

        """
        from baken.sources.protocols.odata4_rows import read_series
        from baken.sources.protocols.odata4_table import read_table

        read_series(read_table(self.layout, ask, parts, self.areas), parts, sink)

    def _address(self, base: str) -> str:
        return f"{base.rstrip('/')}/{ROOT}/{self.layout.table}"

    def _questions(self, ask: Ask, table: Table) -> list[str]:
        from baken.sources.protocols.questions import area_groups, both, starts_with, years
        from baken.sources.protocols.replies import query

        layout = self.layout
        same = [starts_with("Measure", dict.fromkeys(one.measure for one in layout.series))]
        same += [starts_with(column, (key,)) for column, key in layout.fixed.items()]
        for column in layout.over:
            keys = dict.fromkeys(key for one in layout.series for key in layout.keys(one, column))
            same.append(starts_with(column, keys))
        same.append(starts_with("Perioden", years(ask.since, (one.code for one in table.periods))))
        select = ",".join(("Id", "Measure", "ValueAttribute", "Value", "StringValue", *layout.dimensions))
        groups = area_groups(ask, self.areas, layout.levels)
        return [query(filter=both(*same, starts_with(layout.areas, one)), select=select) for one in groups]
