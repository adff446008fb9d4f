# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which columns an observation has in a file, and what it means that a file lacks one.

Most sources say the same in most columns of every row: whole numbers, final, counted. A column that would
hold its default in every row of a file is left out of it, and comes back when the file is read. That makes
writing four times as fast and says as much.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

KEY = ("area", "measure", "period")
# In the order in which they stand in a file, between the key and ``since``. New ones come at the end.
CONTENT = {
    "value": "BIGINT",
    "decimals": "TINYINT",
    "presence": "TINYINT",
    "life": "TINYINT",
    "certainty": "TINYINT",
    "low": "BIGINT",
    "high": "BIGINT",
    "margin_decimals": "TINYINT",
    "numerator": "BIGINT",
    "denominator": "BIGINT",
    "respondents": "BIGINT",
    "recalculated": "BOOLEAN",
    "unit": "VARCHAR",
    "literal": "VARCHAR",
    "annotation": "VARCHAR",
}
KINDS = {
    **dict.fromkeys(KEY, "INTEGER"),
    **CONTENT,
    "since": "INTEGER",
    "until": "INTEGER",
    "withdrawn": "BOOLEAN",
}
CURRENT = (*KEY, *CONTENT, "since")
HISTORY = (*CURRENT, "until", "withdrawn")
_SET = {"decimals": "0", "presence": "0", "life": "0", "certainty": "0", "margin_decimals": "0"}
DEFAULTS = dict.fromkeys(CONTENT, "NULL") | _SET | {"recalculated": "FALSE", "unit": "'count'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A Parquet file, and which columns of ``CONTENT`` it has."""

    name: str
    columns: tuple[str, ...]


def in_order(names: Collection[str]) -> tuple[str, ...]:
    """Names of columns as they stand in a file; the value is always there."""
    return tuple(name for name in CONTENT if name in names or name == "value")


def rows_of(files: Iterable[File], folder: Path, columns: Sequence[str]) -> str:
    """A query that gives these columns of all files, with defaults where a file lacks one."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for file in files:
        alike.setdefault(file.columns, []).append(quoted(folder / file.name))
    if not alike:
        nothing = ", ".join(f"NULL::{KINDS[name]} AS {name}" for name in columns)
        return f"SELECT * FROM (SELECT {nothing}) WHERE FALSE"
    return " UNION ALL ".join(
        f"SELECT {', '.join(_column(name, held) for name in columns)} FROM read_parquet([{', '.join(paths)}])"
        for held, paths in alike.items()
    )


def tells(names: Iterable[str]) -> str:
    """A query part that says of each column whether it holds more than its default."""
    return ", ".join(f"coalesce(bool_or({name} IS DISTINCT FROM {DEFAULTS[name]}), FALSE)" for name in names)


def quoted(text: Path | str) -> str:
    """A text, such as a path, in a query."""
    return "'" + str(text).replace("'", "''") + "'"


def _column(name: str, held: Collection[str]) -> str:
    if name in DEFAULTS and name not in held:
        return f"{DEFAULTS[name]}::{KINDS[name]} AS {name}"
    return name
