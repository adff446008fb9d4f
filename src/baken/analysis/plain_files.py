# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Plain tables of numbers, perhaps packed with gzip, read in one pass; a wrong cell is named by its row."""

from __future__ import annotations

import csv
import gzip
import io
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from baken.catalogue.files import UNREADABLE, read_bytes, where
from baken.model.errors import InputError

MISSING = frozenset({"", "NA", "NaN", "nan", "."})
"""Cells that say that there is no figure. Missing is never zero."""
_LARGEST = 400 * 2**20
_PACKED = b"\x1f\x8b"
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?|[-+]?[Ii]nf(inity)?", re.ASCII)
# A point before each group of three digits may divide thousands, as is usual in Dutch.
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}(\.\d{3})+", re.ASCII)
_MORE_GROUPS = 2
_COUNTED = frozenset({"count", "population"})
_NAN = float("nan")
# Above this, whole numbers are no longer exact, and their squares overflow.
_TOO_LARGE, _DIGITS = 1e15, 15
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class PlainTable:
    """The names of the columns in small letters and as written, and the rows with their line in the file."""

    path: Path
    header: tuple[str, ...]
    written: tuple[str, ...]
    rows: tuple[Row, ...]
    separator: str = ","

    def place(self, line: int) -> str:
        """How a row is named in a message."""
        return where(self.path, line)

    def column(self, name: str) -> int | None:
        """The place of a column, if it is there."""
        return self.header.index(name) if name in self.header else None

    def texts(self, name: str) -> list[str]:
        """A column of texts; empty texts where there is no such column."""
        at = self.column(name)
        return [""] * len(self.rows) if at is None else [cells[at].strip() for _, cells in self.rows]

    def numbers(self, name: str) -> list[float]:
        """A column of numbers; NaN where a cell says that there is none.

        Raises:
            InputError: a cell holds something else, or a number with a point that may divide thousands: in a
                column of counts, and in a table with semicolons unless other cells of the column show that
                the point is a decimal one.

        """
        at = self.column(name)
        if at is None:
            return [_NAN] * len(self.rows)
        counted = name in _COUNTED or (self.separator == ";" and not self._decimal(at))
        return [number(cells[at], self.place(line), counted=counted) for line, cells in self.rows]

    def _decimal(self, at: int) -> bool:
        """Whether some number in a column has a point that cannot divide thousands."""
        cells = (cells[at].strip() for _, cells in self.rows)
        return any("." in one and _NUMBER.fullmatch(one) and not _GROUPED.fullmatch(one) for one in cells)


def read_plain(path: Path) -> PlainTable:
    """Read a table whose first row names its columns; commas, semicolons or tabs stand between the cells.

    Raises:
        InputError: the file cannot be read, is no table, or a row has another number of cells.

    """
    text = _decoded(path)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = _numbered(path, reader)
    line, header = next(rows, (1, []))
    written = tuple(cell.strip() for cell in header)
    names = tuple(cell.lower() for cell in written)
    _check_header(names, where(path, line))
    found = []
    for at, cells in rows:
        if len(cells) != len(names):
            raise InputError(
                f"{len(cells)} cells where {len(names)} are expected.",
                where=where(path, at),
                do="A decimal comma or an unquoted comma splits a cell; use a decimal point.",
            )
        found.append((at, cells))
    if not found:
        raise InputError("the table has no rows.", where=where(path))
    return PlainTable(path, names, written, tuple(found), separator)


def number(cell: str, place: str, *, counted: bool = False) -> float:
    """One cell as a number; NaN where it says that there is none.

    A number that is ``counted`` cannot have exactly three decimals: 12.500 is then taken for thousands.

    Raises:
        InputError: it is no number, or may be read in two ways; the message names the place and the cell.

    """
    bare = cell.strip()
    if bare in MISSING:
        return _NAN
    if _GROUPED.fullmatch(bare) and (counted or bare.count(".") >= _MORE_GROUPS):
        raise _ambiguous(bare, place)
    if not _NUMBER.fullmatch(bare):
        shown = bare if len(bare) <= 40 else f"{bare[:39]}…"
        raise InputError(
            f"'{shown}' is not a number.",
            where=place,
            do="Write 12 or 12.5; leave the cell empty if unknown.",
        )
    found = float(bare)
    if _TOO_LARGE < abs(found) < math.inf:
        raise InputError(f"'{bare[:40]}' is too large.", where=place)
    return found


def _ambiguous(bare: str, place: str) -> InputError:
    """What is said of a number whose points may divide thousands."""
    whole, shown = bare.replace(".", "")[:40], bare[:40]
    if bare.count(".") >= _MORE_GROUPS:
        return InputError(f"'{shown}' has points between its thousands.", where=place, do=f"Write {whole}.")
    return InputError(
        f"'{shown}' may be {whole} or a number with three decimals.",
        where=place,
        do=f"Write {whole}; a count has no decimals. If it is a decimal point, write {shown}0.",
    )


def numbers(cells: Sequence[str], place: str) -> list[float]:
    """The counts of a row as numbers, quickly where all of them are plain."""
    try:
        # What float reads beside plain digits (1_000, digits of other scripts, nan) goes the slow way.
        joined = "".join(cells)
        if joined.isdigit() and joined.isascii() and max(map(len, cells)) <= _DIGITS:
            return list(map(float, cells))
    except ValueError:
        pass
    return [number(cell, place, counted=True) for cell in cells]


def need(table: PlainTable, *names: str) -> None:
    """Refuse a table without these columns.

    Raises:
        InputError: names those that are missing.

    """
    missing = [name for name in names if name not in table.header]
    if missing:
        raise InputError(
            f"the column{'s' * (len(missing) > 1)} {', '.join(missing)} "
            f"{'are' if len(missing) > 1 else 'is'} missing.",
            where=where(table.path, 1),
            do=f"Needed: {', '.join(names)}.",
        )


def _check_header(names: tuple[str, ...], place: str) -> None:
    if not any(names):
        raise InputError("the file is empty.", where=place)
    twice = (
        next((name for name in names if names.count(name) > 1), None)
        if len(set(names)) < len(names)
        else None
    )
    if twice is not None:
        raise InputError(f"the column name '{twice}' stands twice.", where=place)
    if any(UNREADABLE.search(name) for name in names):
        raise InputError("a column name holds a control character.", where=place)


def _decoded(path: Path) -> str:
    data = read_bytes(path)
    if data.startswith(_PACKED):
        data = _unpacked(path, data)
    elif path.suffix.lower() == ".gz":
        raise InputError(
            "this is no gzip file.", where=where(path), do="Pack it with gzip, or take .gz off its name."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            "this is not UTF-8 text.", where=where(path, line), do="Save it as CSV UTF-8."
        ) from error


def _unpacked(path: Path, data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            whole = packed.read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            "the packed file is damaged.", where=where(path), do="Pack it again with gzip."
        ) from error
    if len(whole) > _LARGEST:
        raise InputError(
            f"the file is larger than {_LARGEST // 2**20} MiB when unpacked.",
            where=where(path),
            do="Split it.",
        )
    return whole


def _numbered(path: Path, reader: Iterator[list[str]]) -> Iterator[Row]:
    line = 0
    try:
        for cells in reader:
            line = reader.line_num  # type: ignore[attr-defined]
            if any(map(str.strip, cells)):
                yield line, cells
    except csv.Error as error:
        raise InputError(f"not a valid row: {error}.", where=where(path, line + 1)) from error
