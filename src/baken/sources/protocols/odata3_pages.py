# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One page of rows of the third version, decoded into arrays: only the columns that are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from baken.model.errors import InputError
from baken.model.observation import Presence
from baken.sources.protocols.code_lists import Keys, Page
from baken.sources.protocols.numbers import Cell, presence_of, scaled
from baken.sources.protocols.replies import refused
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
    """Decodes the pages of one table."""

    def __init__(self, keys: Mapping[str, Keys], topics: Mapping[str, int]) -> None:
        """Take the dimensions with their codes, and the columns of figures with their decimals."""
        self._keys = {f"k{n}": (column, known) for n, (column, known) in enumerate(keys.items())}
        self._topics = {f"v{n}": (column, decimals) for n, (column, decimals) in enumerate(topics.items())}
        names = {field: column for field, (column, _) in (self._keys | self._topics).items()}
        strict = [
            (field, float | None if decimals else int | None) for field, (_, decimals) in self._topics.items()
        ]
        lenient = [(field, Cell) for field in self._topics]
        texts: list[tuple[str, Any]] = [(field, str) for field in self._keys]
        self._strict = _decoder([*texts, *strict], names)
        self._lenient = _decoder([*texts, *lenient], names)

    def read(self, part: str, data: bytes) -> Rows:
        """The rows of a page.

        Raises:
            InputError: it is no such page, a code is not in its list, or a figure is no number.

        """
        strict = True
        try:
            rows = self._strict.decode(data).value
        except msgspec.ValidationError:
            # A text where a number is expected can be a sign for why there is none.
            strict, rows = False, self._decode_lenient(part, data)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise refused(error, data, part) from error
        read = self._numbers if strict else self._signs
        return Rows(
            {
                column: self._places(rows, field, column, known, part)
                for field, (column, known) in self._keys.items()
            },
            {
                column: read(list(map(attrgetter(field), rows)), decimals, part, column)
                for field, (column, decimals) in self._topics.items()
            },
        )

    def _decode_lenient(self, part: str, data: bytes) -> list[Any]:
        try:
            return self._lenient.decode(data).value
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise refused(error, data, part) from error

    def _places(self, rows: list[Any], field: str, column: str, known: Keys, part: str) -> NDArray[np.int64]:
        try:
            return np.fromiter(map(known.__getitem__, map(attrgetter(field), rows)), np.int64, len(rows))
        except KeyError as error:
            raise InputError(
                f"the column '{column}' holds '{error.args[0]}', which is not in its list of codes.",
                where=part,
                do="Fetch it again; if it stays, tell the publisher.",
            ) from error

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
