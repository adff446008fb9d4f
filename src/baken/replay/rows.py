# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which rows a table has, and which of them a filter leaves, without holding them.

The rows are the cross product of the dimensions, or a list of some of its cells. A filter chooses codes of
each dimension; only one that mixes dimensions has to be worked out cell by cell.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from baken.replay.columns import Page
from baken.replay.filters import Both, Condition, Holds, Mask, Not, evaluate
from baken.replay.messages import RefusedError

Places = tuple[NDArray[np.int64], ...]
Keys = Mapping[str, Sequence[str]]
LARGEST_MASK = 50_000_000
"""Rows up to which a filter that mixes dimensions is worked out cell by cell."""


class Found(Protocol):
    """The rows that a filter leaves."""

    def __len__(self) -> int: ...

    def page(self, start: int, stop: int) -> Page:
        """Some of them, in the order of the table."""


class Rows(Protocol):
    """Which cells of the cross product a table has, and in which order."""

    def __len__(self) -> int: ...

    def find(self, condition: Condition | None, keys: Keys) -> Found:
        """The rows that satisfy a filter."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A choice of codes for each dimension: all their combinations, the last dimension fastest."""

    shape: tuple[int, ...]
    chosen: Places

    def __len__(self) -> int:
        return math.prod(map(len, self.chosen))

    def page(self, start: int, stop: int) -> Page:
        rest = np.arange(start, max(start, min(stop, len(self))), dtype=np.int64)
        at, step = np.zeros(len(rest), dtype=np.int64), 1
        places: list[NDArray[np.int64]] = []
        for chosen, size in zip(reversed(self.chosen), reversed(self.shape), strict=True):
            high = rest // max(1, len(chosen))
            place = chosen.take(rest - high * len(chosen))
            at += place * step
            places.append(place)
            rest, step = high, step * size
        return Page(at, tuple(reversed(places)))


@dataclass(frozen=True, slots=True)
class _Some:
    """Rows by their running numbers."""

    at: NDArray[np.int64]
    places: Callable[[NDArray[np.int64]], Places]

    def __len__(self) -> int:
        return len(self.at)

    def page(self, start: int, stop: int) -> Page:
        at = self.at[start:stop]
        return Page(at, self.places(at))


@dataclass(frozen=True, slots=True)
class Cube:
    """Every combination of codes once, the last dimension fastest."""

    shape: tuple[int, ...]

    def __len__(self) -> int:
        return math.prod(self.shape)

    def find(self, condition: Condition | None, keys: Keys) -> Found:
        """The rows that satisfy a filter; conditions on one dimension each cost nothing per row.

        Raises:
            RefusedError: the filter names no dimension of the table, or mixes them in a table too large.

        """
        names = list(keys)
        parts = condition.parts if isinstance(condition, Both) else (condition,) if condition else ()
        single = [part for part in parts if len(_columns(part)) == 1]
        mixed = [part for part in parts if len(_columns(part)) > 1]
        chosen = [np.ones(size, dtype=np.bool_) for size in self.shape]
        for part in single:
            mask = evaluate(part, _leaf(keys, lambda _, mask: mask))
            chosen[names.index(_columns(part).pop())] &= mask
        if not mixed:
            return _Box(self.shape, tuple(np.flatnonzero(mask) for mask in chosen))
        if len(self) > LARGEST_MASK:
            raise RefusedError(400, "The filter mixes dimensions, which a table of this size does not allow.")
        cells = np.ones(self.shape, dtype=np.bool_)
        for n, mask in enumerate(chosen):
            cells &= self._across(n, mask)
        for part in mixed:
            cells &= evaluate(part, _leaf(keys, self._across))
        return _Some(np.flatnonzero(cells), lambda at: np.unravel_index(at, self.shape))

    def _across(self, dimension: int, mask: Mask) -> Mask:
        """The truths of the codes of one dimension, laid along that dimension."""
        return mask.reshape([-1 if n == dimension else 1 for n in range(len(self.shape))])


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows one by one: for each dimension the place of the code in each row."""

    places: Places

    def __len__(self) -> int:
        return len(self.places[0])

    def find(self, condition: Condition | None, keys: Keys) -> Found:
        """The rows that satisfy a filter."""
        at = np.arange(len(self))
        if condition is not None:
            at = np.flatnonzero(evaluate(condition, _leaf(keys, lambda n, mask: mask[self.places[n]])))
        return _Some(at, lambda rows: tuple(place[rows] for place in self.places))


def _columns(condition: Condition) -> set[str]:
    """The columns that a filter names."""
    if isinstance(condition, Holds):
        return {condition.column}
    if isinstance(condition, Not):
        return _columns(condition.part)
    return set().union(*map(_columns, condition.parts))


def _leaf(keys: Keys, lay: Callable[[int, Mask], Mask]) -> Callable[[str, Callable[[Any], bool]], Mask]:
    """How a test is asked of the codes of the dimension that it names."""
    names = list(keys)

    def leaf(column: str, holds: Callable[[Any], bool]) -> Mask:
        if column not in keys:
            raise RefusedError(400, f"The filter names '{column}', which is no dimension of this table.")
        mask = np.fromiter((holds(key) for key in keys[column]), dtype=np.bool_, count=len(keys[column]))
        return lay(names.index(column), mask)

    return leaf
