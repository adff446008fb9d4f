# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How a page of rows becomes JSON at once, without a loop over its rows.

All rows of a page are equally long: a text is followed, and a number preceded, by the spaces that JSON
permits. So a page is a matrix of bytes, and each column is written into it in one go.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

MISSING = -1
"""A count that nobody tells. It is written as null, never as 0."""
_GROUP = 10_000
_ZEROED, _BLANK, _NULL, _DOT = _GROUP, 2 * _GROUP, 2 * _GROUP + 1, 2 * _GROUP + 2


def _groups_of_four() -> NDArray[np.uint32]:
    """The four characters of each number below ten thousand: after spaces, after zeros, and three words."""
    spaced = [f"{number:>4}" for number in range(_GROUP)]
    zeroed = [f"{number:04}" for number in range(_GROUP)]
    return np.frombuffer("".join([*spaced, *zeroed, "    ", "null", "   ."]).encode(), dtype=np.uint32)


_FOUR = _groups_of_four()


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows: their running numbers and, for each dimension, the places of their codes."""

    at: NDArray[np.int64]
    places: tuple[NDArray[np.int64], ...]

    def __len__(self) -> int:
        return len(self.at)


class Column(Protocol):
    """Something that stands in each row."""

    @property
    def formats(self) -> tuple[str, ...]:
        """The kinds of the pieces that it is written in, as numpy names them."""

    @property
    def quote(self) -> bytes:
        """What stands around it."""

    def write(self, page: Page, pieces: Sequence[NDArray[np.void]]) -> None:
        """Write the values of a page into its pieces."""

    def untyped(self) -> Column:
        """The same as texts."""


class Numbers:
    """Whole numbers from 0, or ``MISSING``."""

    def __init__(
        self, of: Callable[[Page], NDArray[np.int64]], largest: int, quote: bytes = b"", word: int = _NULL
    ) -> None:
        self.of, self.largest, self.quote, self._word = of, largest, quote, word
        self.formats = ("<u4",) * -(-len(str(largest)) // 4)

    def untyped(self) -> Numbers:
        """The numbers between quotes, with a point for one that is missing."""
        return Numbers(self.of, self.largest, b'"', _DOT)

    def write(self, page: Page, pieces: Sequence[NDArray[np.void]]) -> None:
        """Write the digits in groups of four, from the last to the first."""
        values = self.of(page)
        missing = values < 0
        some = bool(missing.any())
        rest = np.where(missing, 0, values) if some else values
        last = len(pieces) - 1
        for place in range(last, -1, -1):
            high = rest // _GROUP if place else None
            index = rest if high is None else rest - high * _GROUP
            if high is not None:
                index += _ZEROED * (high > 0)
            if place < last:
                index = np.where(rest > 0, index, _BLANK)
            elif some:
                index = np.where(missing, self._word, index)
            pieces[place][...] = _FOUR[index]
            rest = rest if high is None else high


class Words:
    """One of a few values in each row, given as the numbers of their places."""

    quote = b""

    def __init__(self, values: Sequence[object], place: Callable[[Page], NDArray[np.int64]]) -> None:
        self.values, self.place = values, place
        literals = [json.dumps(value, ensure_ascii=False).encode() for value in values] or [b"null"]
        width = max(map(len, literals))
        joined = b"".join(literal.ljust(width) for literal in literals)
        self.formats = (f"V{width}",)
        self._literals = np.frombuffer(joined, dtype=self.formats[0])

    def untyped(self) -> Words:
        """Numbers as texts of one length, with a point for what is missing."""
        texts = [isinstance(value, str) for value in self.values]
        width = 0 if any(texts) else max((len(str(value)) for value in self.values), default=0)
        return Words(
            [
                value if text else ("." if value is None else str(value)).rjust(width)
                for value, text in zip(self.values, texts, strict=True)
            ],
            self.place,
        )

    def write(self, page: Page, pieces: Sequence[NDArray[np.void]]) -> None:
        """Write each row's value."""
        pieces[0][...] = self._literals.take(self.place(page))


class Layout:
    """Where each column stands in a row; made once for a table and a choice of columns."""

    def __init__(self, columns: dict[str, Column]) -> None:
        row = b"{"
        offsets: list[int] = []
        formats: list[str] = []
        self._columns: list[tuple[Column, list[str]]] = []
        for name, column in columns.items():
            row += json.dumps(name).encode() + b":" + column.quote
            first = len(offsets)
            for kind in column.formats:
                offsets.append(len(row))
                formats.append(kind)
                row += b" " * np.dtype(kind).itemsize
            row += column.quote + b","
            self._columns.append((column, [str(n) for n in range(first, len(offsets))]))
        row = row[:-1] + b"},"
        names = [str(n) for n in range(len(offsets))]
        self._dtype = np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": len(row)})
        self._template = np.frombuffer(row, dtype=f"V{len(row)}")

    def render(self, page: Page) -> memoryview:
        """The rows of a page as JSON objects with commas between them."""
        if not len(page):
            return memoryview(b"")
        matrix = np.empty(len(page), dtype=self._template.dtype)
        matrix[:] = self._template
        rows = matrix.view(self._dtype)
        for column, pieces in self._columns:
            column.write(page, [rows[name] for name in pieces])
        return memoryview(matrix.view(np.uint8))[:-1]  # type: ignore[arg-type] # an array is a buffer
