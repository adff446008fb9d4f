# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Series from a plain file: wide (``series,t1,t2,...``) or long (``series,period,count[,population]``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from baken.analysis.periods import Moment, moment, name_of
from baken.analysis.plain_files import PlainTable, need, numbers, read_plain
from baken.analysis.tables import SeriesTable
from baken.model.errors import InputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONG = ("series", "period", "count")
# A file that spans more periods than this holds a typing mistake in a year rather than a series.
_MOST_PERIODS = 20_000


@dataclass(frozen=True, slots=True)
class _Axis:
    """The periods from the first to the last, none left out."""

    first: int
    per_year: int
    names: tuple[str, ...]


def read_series(path: Path) -> SeriesTable:
    """Read many series from a file, which may be packed with gzip.

    A long table may also have the columns ``area`` and ``kind``; without them each series is its own area.
    What lies between two periods and is not in the file is missing, never zero.

    Raises:
        InputError: the file is no such table, a cell is no number, a period is none or of another length,
            or a series has a period twice; names the row.

    """
    table = read_plain(path)
    if "period" in table.header or "count" in table.header:
        need(table, *_LONG)
        return _long(table)
    need(table, "series")
    return _wide(table)


def _wide(table: PlainTable) -> SeriesTable:
    import numpy as np

    if table.header[0] != "series" or len(table.header) < 2:
        raise InputError(
            "the first column must be 'series', and the periods stand beside it.", where=table.place(1)
        )
    places = [table.place(1)] * (len(table.header) - 1)
    moments = _moments(table.written[1:], places)
    axis = _axis(table.written[1:], moments, table.place(1))
    at = np.array([one.number - axis.first for one in moments])
    if len(set(at.tolist())) < len(at):
        raise InputError("a period stands twice.", where=table.place(1))
    counts = np.full((len(table.rows), len(axis.names)), np.nan)
    names: dict[str, int] = {}
    for n, (line, cells) in enumerate(table.rows):
        name = cells[0].strip()
        if name in names:
            raise InputError(f"series '{name}' stands here twice.", where=table.place(line))
        names[name] = n
        counts[n, at] = numbers(cells[1:], table.place(line))
    return _table(table, tuple(names), axis, counts)


def _long(table: PlainTable) -> SeriesTable:
    import numpy as np

    written = table.texts("period")
    moments = _moments(written, [table.place(line) for line, _ in table.rows])
    axis = _axis(written, moments, table.place(table.rows[0][0]))
    names: dict[str, int] = {}
    row = np.array([names.setdefault(one, len(names)) for one in table.texts("series")])
    column = np.array([one.number - axis.first for one in moments])
    _refuse_twice(table, row * len(axis.names) + column)
    counts = np.full((len(names), len(axis.names)), np.nan)
    counts[row, column] = table.numbers("count")
    population = None
    if "population" in table.header:
        population = np.full(counts.shape, np.nan)
        population[row, column] = table.numbers("population")
    found = _table(table, tuple(names), axis, counts, population)
    return _with_areas(table, found, row.tolist())


def _refuse_twice(table: PlainTable, keys: NDArray[np.int64]) -> None:
    import numpy as np

    unique, first = np.unique(keys, return_index=True)
    if len(unique) == len(keys):
        return
    again = int(np.setdiff1d(np.arange(len(keys)), first)[0])
    series, period = table.texts("series")[again], table.texts("period")[again]
    raise InputError(
        f"series '{series}' has the period {period} twice.", where=table.place(table.rows[again][0])
    )


def _with_areas(table: PlainTable, found: SeriesTable, row: Sequence[int]) -> SeriesTable:
    """The table with the area and the kind of each series, where the file names them."""
    areas = _first(table, "area", row, found.areas)
    return replace(found, areas=areas, kinds=_first(table, "kind", row, found.kinds))


def _first(table: PlainTable, name: str, row: Sequence[int], otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """What the first row of each series says in a column."""
    if name not in table.header:
        return otherwise
    said = dict(zip(reversed(row), reversed(table.texts(name)), strict=True))
    return tuple(said[n] for n in range(len(otherwise)))


def _moments(texts: Sequence[str], places: Sequence[str]) -> list[Moment]:
    known: dict[str, Moment] = {}
    for text, place in zip(texts, places, strict=True):
        if text not in known:
            try:
                known[text] = moment(text)
            except ValueError as error:
                raise InputError(f"{error}.", where=place) from None
    return [known[text] for text in texts]


def _axis(texts: Sequence[str], moments: Sequence[Moment], place: str) -> _Axis:
    lengths = {one.per_year for one in moments}
    if lengths == {0, 1}:
        # t-numbers above 999 look like years where all others do not.
        lengths, moments = {0}, [Moment(one.number, 0) for one in moments]
    if len(lengths) > 1:
        raise InputError(
            "the periods are not all of one length.", where=place, do="Use months, weeks or years only."
        )
    per_year = lengths.pop()
    first, last = min(one.number for one in moments), max(one.number for one in moments)
    if last - first >= _MOST_PERIODS:
        raise InputError(f"there are {last - first + 1} periods from the first to the last.", where=place)
    written = {one.number: text.strip() for one, text in zip(moments, texts, strict=True)}
    names = tuple(written.get(n) or name_of(n, per_year) for n in range(first, last + 1))
    return _Axis(first, per_year, names)


def _table(
    table: PlainTable,
    names: tuple[str, ...],
    axis: _Axis,
    counts: NDArray[np.float64],
    population: NDArray[np.float64] | None = None,
) -> SeriesTable:
    return SeriesTable(
        names=names,
        areas=names,
        kinds=("",) * len(names),
        periods=axis.names,
        counts=counts,
        population=population,
        per_year=axis.per_year,
        source=table.path.name,
    )
