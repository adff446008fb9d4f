# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a table of the fourth version says of itself: its measures, dimensions and codes."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from baken.model.errors import InputError
from baken.sources.contract import Ask, Parts
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.protocols.code_lists import (
    Code,
    Entry4,
    Page,
    asked_areas,
    asked_periods,
    check_present,
    read_codes,
)
from baken.sources.protocols.divisions import division
from baken.sources.protocols.odata4 import OData4
from baken.sources.protocols.replies import all_pages, decode

_ADAPT = "The table was changed; adapt the source."


class _Properties(msgspec.Struct):
    modified: str = msgspec.field(name="Modified")
    title: str = msgspec.field(name="Title")
    short: str | None = msgspec.field(default=None, name="Description")
    long: str | None = msgspec.field(default=None, name="LongDescription")


class _Measure(msgspec.Struct):
    key: str = msgspec.field(name="Identifier")
    decimals: int = msgspec.field(name="Decimals")


class _Dimension(msgspec.Struct):
    key: str = msgspec.field(name="Identifier")
    kind: str = msgspec.field(name="Kind")


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is asked: the decimals of each measure, and the codes of each dimension."""

    layout: OData4
    ask: Ask
    names: AreaCodes
    decimals: dict[str, int]
    codes: dict[str, tuple[Code, ...]]
    starts: tuple[str, ...]
    asked_areas: tuple[Code, ...]
    asked_periods: tuple[Code, ...]

    @property
    def periods(self) -> tuple[Code, ...]:
        """The periods in the publisher's order."""
        return self.codes["Perioden"]


def read_modified(data: bytes, part: str) -> str:
    """When the publisher last renewed the table.

    Raises:
        InputError: the reply is not what was promised.

    """
    return decode(_Properties, data, part).modified


def read_classification(parts: Parts) -> str:
    """The year of the division that the table speaks of, or nothing."""
    found = decode(_Properties, parts["Properties"], "Properties")
    return division([found.title], [found.short, found.long])


def read_table(layout: OData4, ask: Ask, parts: Parts, names: AreaCodes) -> Table:
    """What the table says of itself.

    Raises:
        InputError: a measure, dimension or key is not there, or no area that is asked is.

    """
    measures = [one for _, page in all_pages(Page[_Measure], parts, "MeasureCodes") for one in page.value]
    decimals = {one.key: one.decimals for one in measures}
    _check(layout, decimals, {one.key: one.kind for one in _dimensions(parts)})
    codes = {name: read_codes(Entry4, parts, f"{name}Codes") for name in layout.dimensions}
    _check_keys(layout, codes)
    starts = names.starts(ask.municipality, ask.beside, layout.levels) if ask.municipality else ()
    asked = asked_areas(codes[layout.areas], starts)
    check_present(asked, ask.municipality, layout.table)
    return Table(
        layout=layout,
        ask=ask,
        names=names,
        decimals=decimals,
        codes=codes,
        starts=starts,
        asked_areas=asked,
        asked_periods=asked_periods(codes["Perioden"], ask.since),
    )


def _dimensions(parts: Parts) -> list[_Dimension]:
    return [one for _, page in all_pages(Page[_Dimension], parts, "Dimensions") for one in page.value]


def _check(layout: OData4, decimals: dict[str, int], kinds: dict[str, str]) -> None:
    for key in sorted({*kinds} ^ {*layout.dimensions}):
        what = "is missing" if key in layout.dimensions else "is new"
        raise InputError(f"the dimension '{key}' {what}.", where="Dimensions", do=_ADAPT)
    if not kinds[layout.areas].startswith("Geo"):
        raise InputError(f"'{layout.areas}' holds no areas.", where="Dimensions", do=_ADAPT)
    for one in layout.series:
        if one.measure not in decimals:
            raise InputError(f"the measure '{one.measure}' is missing.", where="MeasureCodes", do=_ADAPT)


def _check_keys(layout: OData4, codes: dict[str, tuple[Code, ...]]) -> None:
    wanted = {column: {key} for column, key in layout.fixed.items()}
    for column in layout.over:
        wanted[column] = {key for one in layout.series for key in layout.keys(one, column)}
    for column, keys in wanted.items():
        lacking = sorted(keys - {one.code for one in codes[column]})
        if lacking:
            raise InputError(f"the code '{lacking[0]}' is missing.", where=f"{column}Codes", do=_ADAPT)
