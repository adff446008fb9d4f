# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A plain table of counts with its hierarchies, as a layout with counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from baken.analysis.plain_files import PlainTable, read_plain
from baken.disclosure.dimension import Dimension, grouped
from baken.disclosure.layout import Counts, Layout
from baken.model.errors import InputError

COUNT = "count"
TOTAL = "total"


@dataclass(frozen=True, slots=True, eq=False)
class CountTable:
    """The cells of a table and its inner counts; a combination that no row names counts as none."""

    layout: Layout
    counts: Counts


def read_counts(path: Path, hierarchies: Sequence[Path]) -> CountTable:
    """Read a table with a column ``count``; every other column is a dimension.

    Rows of the same cell are added. A dimension without a hierarchy has a total over all its codes.

    Args:
        path: the table.
        hierarchies: tables whose first column has the name of a dimension and holds its codes; each further
            column says in which group of that name a code lies. Groups may overlap those of other columns.

    Raises:
        InputError: a file is not what it should be; names file and row.

    """
    table = read_plain(path)
    if COUNT not in table.header:
        raise InputError(f"there is no column '{COUNT}'.", where=str(path), do=f"Call the numbers '{COUNT}'.")
    names = [name for name in table.header if name != COUNT]
    groups = dict(_groups(path, names, hierarchies))
    columns = {name: table.texts(name) for name in names}
    dimensions = tuple(_dimension(name, columns[name], groups.get(name)) for name in names)
    layout = Layout(dimensions)
    counts = np.zeros(layout.inner_shape, np.int64)
    places = [{code: at for at, code in enumerate(one.codes[: one.parts])} for one in dimensions]
    for row, (number, (line, _)) in enumerate(zip(table.numbers(COUNT), table.rows, strict=True)):
        cell = tuple(where[columns[name][row]] for where, name in zip(places, names, strict=True))
        counts[cell] += _whole(number, table.place(line))
    return CountTable(layout, counts)


def read_known(path: Path, layout: Layout) -> Iterator[tuple[int, int]]:
    """Figures known from elsewhere: cell numbers and counts. A column that is left out means its total.

    Raises:
        InputError: the file holds a code or a column that the table does not have.

    """
    table = read_plain(path)
    known = {one.name for one in layout.dimensions}
    unknown = [name for name in table.header if name not in {*known, COUNT}]
    if unknown or COUNT not in table.header:
        raise InputError(
            f"the columns are not those of the table: {', '.join(table.written)}.",
            where=str(path),
            do=f"Use {', '.join(sorted(known))} and {COUNT}.",
        )
    columns = {name: table.texts(name) for name in known}
    for row, (number, (line, _)) in enumerate(zip(table.numbers(COUNT), table.rows, strict=True)):
        place = table.place(line)
        codes = [columns[one.name][row] or one.codes[-1] for one in layout.dimensions]
        try:
            yield layout.number(codes), _whole(number, place)
        except ValueError as error:
            raise InputError(f"{error}", where=place) from None


def _groups(
    path: Path, names: Sequence[str], hierarchies: Sequence[Path]
) -> Iterator[tuple[str, PlainTable]]:
    for one in hierarchies:
        found = read_plain(one)
        if found.header[0] not in names:
            raise InputError(
                f"'{found.written[0]}' is no column of {path.name}.",
                where=str(one),
                do="The first column of a hierarchy has the name of a column of the table.",
            )
        yield found.header[0], found


def _dimension(name: str, codes: Sequence[str], hierarchy: PlainTable | None) -> Dimension:
    parts = sorted(set(codes))
    if hierarchy is None:
        return _checked(name, parts, [(TOTAL, parts)])
    own = hierarchy.texts(name)
    missing = [code for code in parts if code not in own]
    if missing:
        raise InputError(f"'{missing[0]}' stands in no row.", where=str(hierarchy.path), do="Add it.")
    parts = sorted(set(own))
    groups: list[tuple[str, list[str]]] = []
    for column in hierarchy.header[1:]:
        inside: dict[str, list[str]] = {}
        for code, group in zip(own, hierarchy.texts(column), strict=True):
            inside.setdefault(group, []).append(code)
        groups += [(group, below) for group, below in inside.items() if group and group not in parts]
    return _checked(name, parts, [*groups, (TOTAL, parts)])


def _checked(name: str, parts: Sequence[str], groups: Sequence[tuple[str, Sequence[str]]]) -> Dimension:
    try:
        return grouped(name, parts, groups)
    except ValueError as error:
        raise InputError(f"{error}", do="Give each group a name of its own.") from None


def _whole(number: float, place: str) -> int:
    if not number >= 0 or number != int(number):
        raise InputError(f"a count of {number:g} cannot be.", where=place, do="Write a whole number from 0.")
    return int(number)
