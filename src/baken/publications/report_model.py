# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a page about one answer of the methods says: plain values, no markup."""

from __future__ import annotations

from dataclasses import dataclass, field

from baken.model.text import Language
from baken.publications.charts import Chart


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. ``missing`` sets a word in place of a figure apart, ``strong`` what stands out."""

    text: str
    numeric: bool = False
    missing: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names the rows. ``numeric`` columns have figures only."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not self.headers or any(len(row) != len(self.headers) for row in self.rows):
            raise ValueError(f"table {self.caption!r}: every row needs {len(self.headers)} cells")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, what it measures, and the same figures as a table."""

    chart: Chart
    measure: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """How an answer was found: the name of the method, what it does, and what it takes for granted."""

    name: str
    text: str
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One answer as a page.

    ``title`` is the message and ``subtitle`` the measure. ``sources`` are lines such as "Bron: ...";
    ``date`` is the day of the figures as printed, or empty where the answer has none.
    """

    language: Language
    title: str
    subtitle: str
    answer: tuple[str, ...]
    drawings: tuple[Drawing, ...] = ()
    tables: tuple[Table, ...] = ()
    caveats: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    sources: tuple[str, ...] = field(default=())
    date: str = ""
