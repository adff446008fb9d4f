# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Recorded tables of CBS in version 4: what they say of themselves and, where recorded, what they hold.

Of 85554NED the lists were recorded and the observations were not. Those are invented here from a seed, on
its genuine codes, to serve values with margins; its description says so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from baken.replay.columns import Column, Numbers, Page, Words
from baken.replay.described import text_of
from baken.replay.odata4 import Dataset
from baken.replay.rows import Cube, Listed
from baken.replay.tables import Code, Dimension, Table, counts

SEED = 85554
_ATTRIBUTES = ("None", "Impossible", "Confidential", "NotAvailable")
_ID, _MEASURE, _ATTRIBUTE = "Id", "Measure", "ValueAttribute"


def recorded_dataset(folder: Path) -> Dataset:
    """A table of which one or more pages of observations were recorded."""
    collections = _collections(folder)
    pages = _json(folder / "index.json")["observationPages"]
    rows = [row for page in pages for row in _json(folder / page)["value"]]
    observations = _listed(folder.name, rows, collections) if rows else None
    return Dataset(properties=_properties(folder), collections=collections, observations=observations)


def invented_dataset(folder: Path, seed: int = SEED) -> Dataset:
    """A table of which only the lists were recorded, with invented observations and their margins."""
    collections = _collections(folder)
    dimensions = _dimensions(collections)
    shape = tuple(len(dimension.codes) for dimension in dimensions)
    margins = [dimension.name for dimension in dimensions].index("Marges")
    values = np.random.default_rng(seed).lognormal(
        7, 1, [1 if n == margins else s for n, s in enumerate(shape)]
    )
    parts = {"MW00000": 1.0, "MOG0095": 0.95, "MBG0095": 1.05}
    factors = np.array([parts[key] for key in dimensions[margins].keys])
    spread = factors.reshape([-1 if n == margins else 1 for n in range(len(shape))])
    figures = np.rint(values * spread).astype(np.int64).reshape(-1)
    written: dict[str, Column] = {
        _ID: Numbers(lambda page: page.at, figures.size),
        _MEASURE: _code(dimensions, 0),
    }
    written |= {_ATTRIBUTE: _always("None"), "Value": counts(figures), "StringValue": _always(None)}
    written |= {one.name: _code(dimensions, n) for n, one in enumerate(dimensions) if n}
    properties = dict(_properties(folder))
    properties["Description"] = f"Invented observations (seed {seed}). {properties['Description']}"
    table = _table(folder.name, dimensions, written, Cube(shape))
    return Dataset(properties=properties, collections=collections, observations=table)


def _listed(name: str, rows: list[dict[str, Any]], collections: dict[str, list[dict[str, Any]]]) -> Table:
    """A table of the rows that were recorded, and of no others."""
    dimensions = (
        *_dimensions(collections),
        Dimension(name=_ATTRIBUTE, codes=tuple(Code(a, a) for a in _ATTRIBUTES)),
    )
    places = tuple(np.array([one.place[row[one.name]] for row in rows]) for one in dimensions)
    numbers = np.array([row[_ID] for row in rows], dtype=np.int64)
    written: dict[str, Column] = {_ID: Numbers(lambda page: numbers[page.at], int(numbers.max()))}
    written |= {_MEASURE: _code(dimensions, 0), _ATTRIBUTE: _code(dimensions, len(dimensions) - 1)}
    written |= {name: _recorded([row[name] for row in rows]) for name in ("Value", "StringValue")}
    written |= {one.name: _code(dimensions, n) for n, one in enumerate(dimensions[:-1]) if n}
    return _table(name, dimensions, written, Listed(places))


def _table(
    name: str, dimensions: tuple[Dimension, ...], written: dict[str, Column], rows: Cube | Listed
) -> Table:
    return Table(
        id=name, facts={}, dimensions=dimensions, properties=(), figures={}, rows=rows, written=written
    )


def _code(dimensions: tuple[Dimension, ...], place: int) -> Words:
    return Words(dimensions[place].keys, lambda page: page.places[place])


def _always(value: str | None) -> Words:
    return Words([value], lambda page: np.zeros(len(page), dtype=np.int64))


def _recorded(values: list[Any]) -> Words:
    """Values as they were recorded, each written once."""
    known = list(dict.fromkeys(values))
    place = {value: n for n, value in enumerate(known)}
    places = np.array([place[value] for value in values])

    def of(page: Page) -> Any:  # noqa: ANN401 - an array of places
        return places[page.at]

    return Words(known, of)


def _dimensions(collections: dict[str, list[dict[str, Any]]]) -> tuple[Dimension, ...]:
    """The measures, and after them the dimensions in the order of the table."""
    names = [_MEASURE, *(one["Identifier"] for one in collections["Dimensions"])]
    lists = ["MeasureCodes", *(f"{name}Codes" for name in names[1:])]
    return tuple(
        Dimension(
            name=name, codes=tuple(Code(item["Identifier"], item["Title"]) for item in collections[list_])
        )
        for name, list_ in zip(names, lists, strict=True)
    )


def _collections(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The recorded lists. Of a group of codes no more than its identifier was recorded."""
    found = {"Dimensions": _json(folder / "dimensions.json")["value"], "MeasureGroups": []}
    found["MeasureCodes"] = _json(folder / "measure-codes.json")["value"]
    for one in found["Dimensions"]:
        name = one["Identifier"]
        codes = _json(folder / f"codes-{name}.json")["value"]
        groups = dict.fromkeys(item["DimensionGroupId"] for item in codes if item["DimensionGroupId"])
        found[f"{name}Groups"] = [{"Id": group, "Index": n} for n, group in enumerate(groups, 1)]
        found[f"{name}Codes"] = codes
    return found


def _properties(folder: Path) -> dict[str, Any]:
    return {name: value for name, value in _json(folder / "properties.json").items() if name[0] != "@"}


def _json(path: Path) -> Any:  # noqa: ANN401 - whatever was recorded
    return json.loads(text_of(path))
