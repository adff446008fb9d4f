# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One page of rows of the third version, decoded into arrays: only the columns that are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np

from baken.model.errors import InputError
from baken.model.observation import Presence
from baken.sources.protocols.code_lists import Keys, Page
from baken.sources.protocols.numbers import Cell, presence_of, scaled
from baken.sources.protocols.odata3_even import EvenPages
from baken.sources.protocols.replies import AGAIN, refused
from baken.store.columns import PRESENCES

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MISSING = PRESENCES.index(Presence.MISSING)


@dataclass(frozen=True, slots=True)
class Figures:
    """One column of figures, without their decimals; ``value`` is 0 where ``presence`` is not."""

    value: NDArray[np.int64]
    presence: NDArray[np.int8]
    decimals: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a page: the place of each key in its list of codes, and the columns of figures."""

    keys: dict[str, NDArray[np.int64]]
    topics: dict[str, Figures]


class Pages:
    """Decodes the pages of one table.

    A page whose rows are all written alike is read as columns of bytes. Of another page, texts that are
    known beforehand need not be made anew for each row; one with another text, such as a sign instead of a
    number, is read a second time, more slowly.
    """

    def __init__(self, keys: Mapping[str, Keys], topics: Mapping[str, int]) -> None:
        """Take the dimensions with their codes, and the columns of figures with their decimals."""
        self._keys = {f"k{n}": (column, known) for n, (column, known) in enumerate(keys.items())}
        self._topics = {f"v{n}": (column, decimals) for n, (column, decimals) in enumerate(topics.items())}
        self._names = {field: column for field, (column, _) in (self._keys | self._topics).items()}
        texts = [(field, str) for field in self._keys]
        self._slow = _decoder([*texts, *((field, Cell) for field in self._topics)], self._names)
        self._fast, self._even = self._made(), self._made_even()

    def _made_even(self) -> EvenPages | None:
        """A reader of even pages, if there is one column of whole numbers."""
        if [decimals for _, decimals in self._topics.values()] != [0]:
            return None
        keys = {column: known.places for column, known in self._keys.values()}
        return EvenPages(keys, self._names["v0"])

    def _made(self) -> msgspec.json.Decoder[Page[Any]]:
        """A decoder that knows every key as it is written."""
        fields: list[tuple[str, Any]] = [
            (field, Literal[tuple(known.places)]) for field, (_, known) in self._keys.items()
        ]
        for field, (_, decimals) in self._topics.items():
            fields.append((field, float | None if decimals else int | None))
        return _decoder(fields, self._names)

    def read(self, part: str, data: bytes) -> Rows:
        """The rows of a page.

        Raises:
            InputError: it is no such page, a code is not in its list, or a figure is no number.

        """
        even = self._even.read(data) if self._even else None
        if even is not None:
            places, value, presence = even
            return Rows(places, {self._names["v0"]: Figures(value, presence, 0)})
        return self._read_by_row(part, data)

    def _read_by_row(self, part: str, data: bytes) -> Rows:
        """The rows of any page."""
        try:
            rows, read = self._fast.decode(data).value, self._numbers
        except (msgspec.MsgspecError, UnicodeDecodeError):
            rows, read = self._read_slowly(part, data), self._signs
        keys = {
            column: np.fromiter(
                map(known.places.__getitem__, map(attrgetter(field), rows)), np.int64, len(rows)
            )
            for field, (column, known) in self._keys.items()
        }
        topics = {
            column: read(list(map(attrgetter(field), rows)), decimals, part, column)
            for field, (column, decimals) in self._topics.items()
        }
        return Rows(keys, topics)

    def _read_slowly(self, part: str, data: bytes) -> list[Any]:
        """The rows of a page that holds an unexpected text; from now on its way of padding is known."""
        try:
            rows = self._slow.decode(data).value
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise refused(error, data, part) from error
        learned = False
        for field, (column, known) in self._keys.items():
            try:
                learned |= known.learn(map(attrgetter(field), rows))
            except KeyError as error:
                raise InputError(
                    f"the column '{column}' holds '{error.args[0]}', which is not in its list of codes.",
                    where=part,
                    do=AGAIN,
                ) from error
        if learned:
            self._fast, self._even = self._made(), self._made_even()
        return rows

    def _numbers(self, cells: list[Any], decimals: int, part: str, column: str) -> Figures:
        """Numbers and nothings, at once."""
        exact = np.array(cells, dtype=np.float64)
        none = np.isnan(exact)
        large = np.where(none, 0.0, exact) * 10**decimals
        whole = np.rint(large)
        odd = np.abs(large - whole) > 1e-6 * np.maximum(1.0, np.abs(large))
        if odd.any():
            scaled(float(exact[np.flatnonzero(odd)[0]]), decimals, part, column)
        presence = np.where(none, _MISSING, 0).astype(np.int8)
        return Figures(whole.astype(np.int64), presence, decimals)

    def _signs(self, cells: list[Any], decimals: int, part: str, column: str) -> Figures:
        """The same of a page that holds texts."""
        found = [presence_of(cell, part, column) for cell in cells]
        value = [
            0 if presence is not Presence.VALUE else scaled(cell, decimals, part, column)
            for cell, presence in zip(cells, found, strict=True)
        ]
        presence = np.array([PRESENCES.index(one) for one in found], dtype=np.int8)
        return Figures(np.array(value, dtype=np.int64), presence, decimals)


def _decoder(fields: list[tuple[str, Any]], names: Mapping[str, str]) -> msgspec.json.Decoder[Page[Any]]:
    row = msgspec.defstruct("Row", fields, rename=names, gc=False)
    return msgspec.json.Decoder(Page[row])  # type: ignore[valid-type]
