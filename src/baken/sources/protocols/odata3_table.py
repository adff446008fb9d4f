# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a table of the third version says of itself: its columns, its codes and its division of areas."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from baken.model.errors import InputError
from baken.sources.contract import Ask, Parts
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.protocols.code_lists import (
    Code,
    Entry3,
    Page,
    asked_areas,
    asked_periods,
    check_present,
    read_codes,
)
from baken.sources.protocols.divisions import division
from baken.sources.protocols.odata3 import OData3
from baken.sources.protocols.replies import AGAIN, all_pages, decode

_NUMBERS = ("Long", "Integer", "Float", "Double", "Decimal")


class _Info(msgspec.Struct):
    modified: str = msgspec.field(name="Modified")
    title: str = msgspec.field(name="Title")
    said: str | None = msgspec.field(default=None, name="ExplanatoryText")
    short: str | None = msgspec.field(default=None, name="ShortDescription")
    long: str | None = msgspec.field(default=None, name="Description")


class Column(msgspec.Struct):
    """One column of the table, as ``DataProperties`` describes it."""

    kind: str = msgspec.field(name="Type")
    key: str | None = msgspec.field(default=None, name="Key")
    title: str | None = msgspec.field(default=None, name="Title")
    description: str | None = msgspec.field(default=None, name="Description")
    datatype: str | None = msgspec.field(default=None, name="Datatype")
    unit: str | None = msgspec.field(default=None, name="Unit")
    decimals: int | None = msgspec.field(default=None, name="Decimals")

    @property
    def is_number(self) -> bool:
        """Whether it holds figures."""
        return self.kind == "Topic" and self.datatype in _NUMBERS


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is asked. ``starts`` is how the area codes begin that the question names."""

    layout: OData3
    ask: Ask
    codes: AreaCodes
    columns: dict[str, Column]
    kinds: tuple[Code, ...]
    areas: tuple[Code, ...]
    periods: tuple[Code, ...]
    margins: tuple[Code, ...]
    starts: tuple[str, ...]
    asked_areas: tuple[Code, ...]
    asked_periods: tuple[Code, ...]


def read_modified(data: bytes, part: str) -> str:
    """When the publisher last renewed the table.

    Raises:
        InputError: the reply is not what was promised.

    """
    infos = decode(Page[_Info], data, part).value
    if len(infos) != 1:
        raise InputError(
            f"{len(infos)} descriptions of the table where one is expected.", where=part, do=AGAIN
        )
    return infos[0].modified


def read_classification(parts: Parts, areas: str) -> str:
    """The year of the division of areas, or nothing if the table speaks of none.

    The title counts first, then the dimension, then the explanation; ``MapYear`` is not used, because it
    can be years behind.
    """
    infos = [info for _, page in all_pages(Page[_Info], parts, "TableInfos") for info in page.value]
    columns = [one for _, page in all_pages(Page[Column], parts, "DataProperties") for one in page.value]
    dimension = [one.description for one in columns if one.key == areas]
    said = [text for info in infos for text in (info.said, info.short, info.long)]
    return division((info.title for info in infos), (*dimension, *said))


def read_table(layout: OData3, ask: Ask, parts: Parts, codes: AreaCodes) -> Table:
    """What the table says of itself.

    Raises:
        InputError: a column is missing or new, or no area that is asked is in it.

    """
    columns = {
        one.key: one
        for _, page in all_pages(Page[Column], parts, "DataProperties")
        for one in page.value
        if one.key
    }
    _check_columns(layout, columns)
    lists = {name: read_codes(Entry3, parts, name) for name in (*layout.lists, "Perioden")}
    starts = codes.starts(ask.municipality, ask.beside, layout.levels) if ask.municipality else ()
    asked = asked_areas(lists[layout.areas], starts)
    check_present(asked, ask.municipality, layout.table)
    return Table(
        layout=layout,
        ask=ask,
        codes=codes,
        columns=columns,
        kinds=lists.get(layout.kinds, ()),
        areas=lists[layout.areas],
        periods=lists["Perioden"],
        margins=lists.get(layout.survey.column, ()) if layout.survey else (),
        starts=starts,
        asked_areas=asked,
        asked_periods=asked_periods(lists["Perioden"], ask.since),
    )


def _check_columns(layout: OData3, columns: dict[str, Column]) -> None:
    """Refuse a table with another dimension than is known, or without a column that is wanted."""
    wanted = {*layout.lists, "Perioden"}
    found = {key for key, one in columns.items() if one.kind not in ("Topic", "TopicGroup")}
    for key in sorted(found ^ wanted):
        what = "is missing" if key in wanted else "is new"
        raise InputError(
            f"the dimension '{key}' {what}.",
            where="DataProperties",
            do="The table was changed; adapt the source.",
        )
    if not columns[layout.areas].kind.startswith("Geo"):
        raise InputError(f"'{layout.areas}' holds no areas.", where="DataProperties")
    for key in layout.topics:
        if key not in columns or not columns[key].is_number:
            raise InputError(
                f"the column '{key}' is missing or holds no numbers.",
                where="DataProperties",
                do="The table was changed; adapt the source.",
            )
