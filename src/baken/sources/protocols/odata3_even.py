# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of the third version whose rows are all written alike, read as columns of bytes.

A large table gives every row the same columns in the same order, with keys padded to one length. Such a
page need not be read row by row: the rows end at the braces, what stands between the keys must be the same
bytes everywhere, and the digits of all rows are added up place by place. Of any other page nothing is said
here, so that it is read in the ordinary way, which also says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from baken.sources.protocols.even_columns import Listed, figures, same_at
from baken.sources.protocols.replies import rows_between

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from baken.sources.protocols.even_columns import Bytes, Integers

_BLANKS = b" \t\r\n"
_KEY = re.compile(rb'[ \t\r\n]*"([^"\\]+)"[ \t\r\n]*:[ \t\r\n]*"([^"\\]+)"[ \t\r\n]*,')
_FIGURE = re.compile(rb'[ \t\r\n]*"([^"\\]+)"[ \t\r\n]*:')
_REST = re.compile(rb"[^}]*[^} \t\r\n]([ \t\r\n]*)\}([ \t\r\n]*(?:,[ \t\r\n]*)?)")
_BRACE = re.compile(rb"[ \t\r\n]*(?=\{)")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How each row is written.

    ``width`` is how much stands before the figure, from the brace on. In that, ``spans`` says where the key
    of each column begins and how long it is, and ``fixed`` which texts stand elsewhere. ``closing`` are the
    blanks between the figure and the brace, and ``between`` is what parts two rows.
    """

    width: int
    spans: dict[str, tuple[int, int]]
    fixed: dict[int, bytes]
    closing: bytes
    between: bytes


class EvenPages:
    """Reads such pages of one table: columns with keys, and after them one with whole numbers."""

    def __init__(self, keys: Mapping[str, Mapping[str, int]], topic: str) -> None:
        """Take the place of each key as it is written, by column, and the column of figures."""
        self._keys, self._topic = keys, topic
        self._listed: dict[tuple[str, int], Listed] = {}

    def read(self, data: bytes) -> tuple[dict[str, Integers], Integers, NDArray[np.int8]] | None:
        """The places of the keys, the figures and why there is one or none; nothing of an uneven page."""
        start, stop = rows_between(data) or (0, 0)
        brace = _BRACE.match(data, start, stop)
        layout = self._layout(data, brace.end()) if brace else None
        if brace is None or layout is None:
            return None
        page = np.frombuffer(data, dtype=np.uint8)
        ends = np.flatnonzero(page[:stop][start:] == ord("}")) + start
        begins = np.concatenate(([brace.end()], ends[:-1] + (1 + len(layout.between))))
        found = figures(page, begins + layout.width, ends - len(layout.closing))
        if (
            found is None
            or not _alike(page, begins, ends, layout)
            or data[ends[-1] + 1 : stop].strip(_BLANKS)
        ):
            return None
        keys = self._places(page, begins, layout)
        return None if keys is None else (keys, *found)

    def _layout(self, data: bytes, start: int) -> _Layout | None:
        """How the first row is written; nothing if it does not hold what is wanted, and only that."""
        spans, fixed, at, text = dict[str, tuple[int, int]](), dict[int, bytes](), start + 1, start
        while key := _KEY.match(data, at):
            name = key[1].decode("utf-8", "replace")
            if name not in self._keys or name in spans:
                return None
            spans[name] = (key.start(2) - start, len(key[2]))
            fixed[text - start] = data[text : key.start(2)]
            at, text = key.end(), key.end(2)
        figure = _FIGURE.match(data, at)
        rest = _REST.match(data, figure.end()) if figure else None
        if (
            figure is None
            or rest is None
            or figure[1] != self._topic.encode()
            or len(spans) < len(self._keys)
        ):
            return None
        fixed[text - start] = data[text : figure.end()]
        return _Layout(figure.end() - start, spans, fixed, rest[1], rest[2])

    def _places(self, page: Bytes, begins: Integers, layout: _Layout) -> dict[str, Integers] | None:
        """The place of each row's keys; nothing if one is not known as it is written."""
        found = {}
        for column, (start, length) in layout.spans.items():
            if (column, length) not in self._listed:
                self._listed[column, length] = Listed(self._keys[column], length)
            places = self._listed[column, length].places(page, begins + start)
            if places is None:
                return None
            found[column] = places
        return found


def _alike(page: Bytes, begins: Integers, ends: Integers, layout: _Layout) -> bool:
    """Whether nothing but the keys and the figure differs from row to row."""
    parted = len(ends) == 1 or (b"," in layout.between and same_at(page, ends[:-1] + 1, layout.between))
    closed = same_at(page, ends - len(layout.closing), layout.closing)
    return parted and closed and all(same_at(page, begins + at, text) for at, text in layout.fixed.items())
