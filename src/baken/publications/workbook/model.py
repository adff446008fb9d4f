# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a sheet of the workbook holds: columns with a heading and a width, and rows of plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the decimals that it is shown with; ``grouped`` sets thousands apart, as years do not."""

    value: Decimal | float | int
    decimals: int = 0
    grouped: bool = True


Value = Number | str | bool | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in letters, and whether long texts take more lines."""

    heading: str
    width: int = 14
    wrapped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSheet:
    """A sheet with one table. ``note`` says in a sentence or two how to read it; ``name`` is a plain word.

    The first ``fixed`` columns stay in sight. Of a wide sheet only the first ``printed`` go on paper.
    """

    title: str
    name: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    fixed: int = 1
    printed: int = 0

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"sheet {self.title!r}: every row needs {len(self.columns)} cells")

    def is_numeric(self, column: int) -> bool:
        """Whether there are numbers in a column, counted from 0."""
        return any(isinstance(row[column], Number) for row in self.rows)

    def texts(self) -> list[str]:
        """Everything that is said in words."""
        return [self.note, *(value for row in self.rows for value in row if isinstance(value, str))]
