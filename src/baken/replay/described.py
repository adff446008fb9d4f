# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a publisher said of a table, read from the lists that it gave: the table, its columns, its codes."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from baken.catalogue.files import read_bytes
from baken.replay.tables import Code, Dimension

_WHOLE = ("ID", "Position", "ParentID", "Decimals", "SearchPriority", "MapYear")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_DIMENSIONS = ("Dimension", "GeoDimension", "GeoDetail", "TimeDimension")


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A table without its figures."""

    facts: Mapping[str, Any]
    properties: tuple[Mapping[str, Any], ...]
    codes: Mapping[str, tuple[Code, ...]]

    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions in order, each with its codes."""
        return tuple(
            Dimension(name=one["Key"], codes=self.codes[one["Key"]], kind=one["Type"])
            for one in self.properties
            if one["Type"] in _DIMENSIONS
        )

    def saying(self, **facts: str) -> Described:
        """The same with other facts of the table as a whole."""
        return replace(self, facts={**self.facts, **facts})

    def with_codes(self, **codes: Sequence[Code]) -> Described:
        """The same with other codes of some dimensions."""
        return replace(self, codes={**self.codes, **{name: tuple(list_) for name, list_ in codes.items()}})


def text_of(path: Path) -> str:
    """The text of a file of the data folder."""
    return read_bytes(path).decode("utf-8-sig")


def rows_of(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a table with a header."""
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def describe(folder: Path) -> Described:
    """Read a folder with a file for each list."""
    properties = _properties(rows_of(text_of(folder / "DataProperties.csv")))
    names = [one["Key"] for one in properties if one["Type"] in _DIMENSIONS]
    codes = {
        name: codes_of(rows_of(text_of(folder / f"{name}.csv")))
        for name in names
        if (folder / f"{name}.csv").is_file()
    }
    facts = _item(rows_of(text_of(folder / "TableInfos.csv"))[0])
    return Described(facts=facts, properties=properties, codes=codes)


def describe_in_one(path: Path) -> Described:
    """Read one file with all lists below each other, each under a line with its name."""
    lists: dict[str, list[list[str]]] = {}
    rows: list[list[str]] = []
    for cells in csv.reader(io.StringIO(text_of(path), newline=""), delimiter=";"):
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and cells[0].isidentifier():
            rows = lists.setdefault(cells[0], [])
        else:
            rows.append(cells)
    named = {name: _under(header) for name, header in lists.items()}
    properties = _properties(named["DataProperties"])
    codes = {name: codes_of(items) for name, items in named.items() if name[0] not in "TD"}
    facts = {name: value for name, value in _item(named["TableInfos"][0]).items() if name}
    return Described(facts=facts, properties=properties, codes=codes)


def codes_of(rows: Sequence[Mapping[str, str]]) -> tuple[Code, ...]:
    """The codes of a dimension; their spaces are part of them."""
    return tuple(
        Code(row["Key"], row["Title"], {k: v or None for k, v in row.items() if k not in ("Key", "Title")})
        for row in rows
    )


def months_and_years(first: int, last: int, years: Sequence[int]) -> tuple[Code, ...]:
    """All months from one year to another; after those of a year comes the year, where it is asked for."""
    found: list[Code] = []
    for year in range(first, last + 1):
        found += [period(f"{year}MM{n:02}", f"{year} {name}") for n, name in enumerate(_MONTHS, 1)]
        found += [period(f"{year}JJ00", str(year))] if year in years else []
    return tuple(found)


def period(key: str, title: str) -> Code:
    """One period whose figures are final."""
    return Code(key, title, {"Description": None, "Status": "Definitief"})


def _under(rows: list[list[str]]) -> list[dict[str, str]]:
    header = [name for name in rows[0] if name]
    return [dict(zip(header, cells, strict=False)) for cells in rows[1:] if cells and cells[0]]


def _item(row: Mapping[str, str]) -> dict[str, Any]:
    return {name: _value(name, text) for name, text in row.items()}


def _value(name: str, text: str) -> str | int | None:
    if name in _WHOLE:
        return int(text) if text else None
    return text or None


def _properties(rows: Sequence[Mapping[str, str]]) -> tuple[Mapping[str, Any], ...]:
    return tuple({**_item(row), "Key": row["Key"]} for row in rows)
