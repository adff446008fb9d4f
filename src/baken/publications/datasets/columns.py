# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures as Parquet: the same rows as the table, with the types of its columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from baken.model.errors import InputError
from baken.publications.datasets.fields import FIELDS, Field, Kind
from baken.publications.open_data import Record, flat
from baken.store.duck import connect

_DECIMALS, _MOST = 6, 15
_TYPES = {
    Kind.STRING: "VARCHAR",
    Kind.INTEGER: "BIGINT",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.DATE: "DATE",
}


def to_parquet(figures: Iterable[Record]) -> bytes:
    """The figures in the columns and order of the table; an empty cell is NULL, never zero.

    Numbers are decimals with six places, or more where a figure has more.

    Raises:
        InputError: a figure has more than fifteen decimals.

    """
    rows = [flat(one) for one in figures]
    places = max(
        (_places(row[one.name]) for row in rows for one in FIELDS if one.kind is Kind.NUMBER), default=0
    )
    if places > _MOST:
        raise InputError(f"a figure has {places} decimals.", do=f"Use at most {_MOST}.")
    number = f"DECIMAL(18, {_DECIMALS})" if places <= _DECIMALS else f"DECIMAL(38, {_MOST})"
    types = {one.name: _TYPES.get(one.kind, number) for one in FIELDS}
    with TemporaryDirectory() as folder:
        table, out = Path(folder) / "figures.csv", Path(folder) / "figures.parquet"
        _write(rows, table)
        with connect() as database:
            # One thread, so that the rows stay in order and the bytes the same.
            database.execute("SET threads = 1")
            read = database.read_csv(
                str(table),
                columns=types,
                header=True,
                auto_detect=False,
                sep=",",
                quotechar='"',
                escapechar='"',
                na_values="",
                parallel=False,
            )
            read.write_parquet(str(out), compression="zstd")
        return out.read_bytes()


def _places(value: object) -> int:
    return len(_plain(value).partition(".")[2]) if isinstance(value, float) else 0


def _plain(value: object) -> str:
    """A value as text; a number never in powers of ten."""
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)


def _write(rows: Iterable[Record], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow([one.name for one in FIELDS])
        for row in rows:
            writer.writerow([_cell(row[one.name], one) for one in FIELDS])


def _cell(value: object, field: Field) -> str:
    if value is None:
        return ""
    if field.kind is Kind.BOOLEAN:
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return _plain(value)
