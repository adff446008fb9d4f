# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of CBS and the police in the third version of OData: how one is laid out, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from baken.model.errors import InputError
from baken.sources.contract import Ask, Getter, Parts, Sink
from baken.sources.protocols.area_codes import AreaCodes

if TYPE_CHECKING:
    from baken.sources.protocols.odata3_table import Table

FEED = "ODataFeed/odata"
DATA = "TypedDataSet"
_JSON = "$format=json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Where the figures of a survey and their margins stand.

    ``column`` is the dimension that says what a row holds, by key or by title: the ``value``, and the
    ``lower`` and ``upper`` margin or else the ``half`` width that lies on both sides. Columns whose title is
    in ``titles`` are an indicator of ours; every other one is a measure by the name of ``rest``. ``units``
    says what the first word of the publisher's unit is here.
    """

    column: str
    value: str
    lower: str = ""
    upper: str = ""
    half: str = ""
    rest: str
    titles: dict[str, str] = field(default_factory=dict)
    units: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OData3:
    """How one table is laid out, and what of it is taken.

    ``areas`` and ``kinds`` are the names of the dimensions. ``topics`` name the columns with figures and
    the measure that each is, in which ``{kind}`` stands for the key of the kind; ``kind_names`` gives a kind
    another key, by its title. ``periods`` are the kinds of period that are taken, ``levels`` the first
    letters of the area codes (none: all). ``hidden`` says which kinds the publisher hides at a level or in
    a kind of period. Of a ``dense`` table every combination of keys must come in.
    """

    table: str
    areas: str
    kinds: str = ""
    topics: dict[str, str] = field(default_factory=dict)
    kind_names: dict[str, str] = field(default_factory=dict)
    periods: tuple[str, ...] = ("year",)
    levels: tuple[str, ...] = ()
    hidden: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dense: bool = True
    survey: Survey | None = None

    @property
    def lists(self) -> tuple[str, ...]:
        """The dimensions that have a list of codes, the periods excepted."""
        names = (self.kinds, self.areas, self.survey.column if self.survey else "")
        return tuple(name for name in names if name)


@dataclass(frozen=True, slots=True)
class OData3Adapter:
    """One table of the third version."""

    layout: OData3
    areas: AreaCodes
    country: str = "nl"

    def modified(self, get: Getter, base: str) -> str:
        """The stamp in the description of the table.

        Raises:
            InputError: the reply is not what the publisher promised.

        """
        from baken.sources.protocols.odata3_table import read_modified

        return read_modified(get.peek(f"{self._address(base)}/TableInfos?{_JSON}"), "TableInfos")

    def classification(self, parts: Parts) -> str:
        """The year of the division in the title, or else in the description of the dimension."""
        from baken.sources.protocols.odata3_table import read_classification

        return read_classification(parts, self.layout.areas)

    def download(self, ask: Ask, get: Getter, base: str) -> None:
        """Keep the lists of codes, and then the pages of figures.

        Raises:
            InputError: a reply is not what was promised, or the table was renewed meanwhile.

        """
        from baken.sources.protocols.odata3_table import read_modified, read_table
        from baken.sources.protocols.replies import Remembered, walk

        address, lists = self._address(base), Remembered(get)
        walk(lists, "TableInfos", f"{address}/TableInfos", _JSON)
        walk(lists, "DataProperties", f"{address}/DataProperties", _JSON)
        for name in self.layout.lists:
            walk(lists, name, f"{address}/{name}", _JSON)
        walk(lists, "Perioden", f"{address}/Perioden", _JSON)
        table, number = read_table(self.layout, ask, lists, self.areas), 1
        for asked in self._questions(ask, table):
            number = walk(get, DATA, f"{address}/{DATA}", asked, number)
        before = read_modified(lists["TableInfos/000001"], "TableInfos/000001")
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
        from baken.sources.protocols.odata3_rows import read_counts
        from baken.sources.protocols.odata3_survey import read_survey
        from baken.sources.protocols.odata3_table import read_table

        table = read_table(self.layout, ask, parts, self.areas)
        if self.layout.survey:
            read_survey(self.layout.survey, table, parts, sink, self.country)
        else:
            read_counts(table, parts, sink, self.country)

    def _address(self, base: str) -> str:
        return f"{base.rstrip('/')}/{FEED}/{self.layout.table}"

    def _questions(self, ask: Ask, table: Table) -> list[str]:
        from baken.sources.protocols.questions import area_groups, both, starts_with, years
        from baken.sources.protocols.replies import query

        layout = self.layout
        columns = (layout.kinds, layout.areas, "Perioden", *layout.topics)
        select = "" if layout.survey else ",".join(column for column in columns if column)
        time = years(ask.since, (one.code for one in table.periods))
        groups = area_groups(ask, self.areas, layout.levels)
        filters = [both(starts_with(layout.areas, group), starts_with("Perioden", time)) for group in groups]
        return [f"{_JSON}&{query(filter=one, select=select)}".rstrip("&") for one in filters]
