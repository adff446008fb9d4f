# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A table of a publisher: what it says of itself, its dimensions, its figures and its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from baken.replay.columns import MISSING, Column, Layout, Numbers, Page, Words
from baken.replay.messages import RefusedError
from baken.replay.rows import Cube, Listed

ID = "ID"


@dataclass(frozen=True, slots=True)
class Code:
    """One value that a dimension can take; the key as the publisher writes it, with its spaces."""

    key: str
    title: str
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """What a figure is split by. ``kind`` is Dimension, GeoDimension, GeoDetail or TimeDimension."""

    name: str
    codes: tuple[Code, ...]
    kind: str = "Dimension"

    @cached_property
    def keys(self) -> list[str]:
        """The keys in order."""
        return [code.key for code in self.codes]

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each key, by the key without its spaces."""
        return {code.key.strip(): n for n, code in enumerate(self.codes)}


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table as it is served.

    ``facts`` is what the publisher says of the table as a whole, ``properties`` what it says of each column.
    ``figures`` are the columns beside the dimensions, in order. ``written`` are all columns, where they are
    not the running number, the dimensions and the figures.
    """

    id: str
    facts: Mapping[str, Any]
    dimensions: tuple[Dimension, ...]
    properties: tuple[Mapping[str, Any], ...]
    figures: Mapping[str, Column]
    rows: Cube | Listed
    written: Mapping[str, Column] = field(default_factory=dict)

    @cached_property
    def keys(self) -> dict[str, Sequence[str]]:
        """The keys of each dimension."""
        return {dimension.name: dimension.keys for dimension in self.dimensions}

    def layout(self, select: Sequence[str] = (), *, typed: bool = True) -> Layout:
        """How rows are written, with all columns or with those chosen.

        Raises:
            RefusedError: a column is chosen that the table does not have.

        """
        columns = self._columns if typed else {name: as_text(name, c) for name, c in self._columns.items()}
        unknown = [name for name in select if name not in columns]
        if unknown:
            raise RefusedError(400, f"'{unknown[0]}' is no column of the table {self.id}.")
        return Layout({name: column for name, column in columns.items() if not select or name in select})

    @cached_property
    def _columns(self) -> dict[str, Column]:
        if self.written:
            return dict(self.written)
        columns: dict[str, Column] = {ID: Numbers(lambda page: page.at, max(1, len(self.rows)))}
        for n, dimension in enumerate(self.dimensions):
            columns[dimension.name] = by_code(dimension.keys, n)
        return columns | dict(self.figures)


def as_text(name: str, column: Column) -> Column:
    """A column of the data set without types; the running number stays a number."""
    return column if name == ID else column.untyped()


def by_code(values: Sequence[object], dimension: int) -> Words:
    """A column that has one value for each code of a dimension."""
    return Words(values, lambda page: page.places[dimension])


def counts(values: NDArray[np.int64]) -> Numbers:
    """A column of counts: one for each row of the table, ``MISSING`` where nobody tells."""
    return Numbers(lambda page: values[page.at], max(1, int(values.max(initial=0))))


def told(cells: Mapping[int, int]) -> Numbers:
    """A column of counts of which only some are told: by the running number of the row."""
    at = np.array(sorted(cells), dtype=np.int64)
    values = np.array([cells[n] for n in sorted(cells)], dtype=np.int64)

    def of(page: Page) -> NDArray[np.int64]:
        if not len(at):
            return np.full(len(page), MISSING)
        near = np.minimum(np.searchsorted(at, page.at), len(at) - 1)
        return np.where(at[near] == page.at, values[near], MISSING)

    return Numbers(of, max(1, int(values.max(initial=0))))


def decimals(cells: Mapping[int, float], size: int) -> Words:
    """A column of decimal numbers of which only some are told: by the running number of the row."""
    values: list[object] = [None, *sorted(set(cells.values()))]
    place = {value: n for n, value in enumerate(values)}
    places = np.zeros(size, dtype=np.int64)
    for at, value in cells.items():
        places[at] = place[value]
    return Words(values, lambda page: places[page.at])
