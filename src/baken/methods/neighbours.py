# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas are neighbours, and with what weight: what every method that looks at places works from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The neighbours of n areas, numbered from 0, in compressed rows.

    The neighbours of area i are ``index[start[i]:start[i + 1]]``, in rising order, with the weights
    ``weight[start[i]:start[i + 1]]``. Make one with ``from_pairs``, ``from_lists`` or ``nearest``, which
    check what they are given.
    """

    start: IntArray
    index: IntArray
    weight: FloatArray

    @classmethod
    def from_pairs(cls, areas: int, pairs: ArrayLike, weights: ArrayLike | None = None) -> Neighbours:
        """Make neighbours of pairs; (i, j) says that i and j are neighbours of each other.

        Args:
            areas: how many areas there are, those without neighbours among them.
            pairs: whole numbers of shape (m, 2), areas numbered from 0; a pair stated twice counts once.
            weights: m weights above 0; 1 when left out.

        Raises:
            ValueError: not pairs of whole numbers, an area out of range, an area paired with itself, weights
                not above 0 or not one for each pair, or one pair with two weights.
        """
        two = _whole(pairs)
        two = two.reshape(-1, 2) if not two.size else two
        if two.ndim != 2 or two.shape[1] != 2:
            raise ValueError(f"pairs must have two columns; got an array of shape {two.shape}")
        weight = _checked_weights(weights, len(two))
        low, high = two.min(axis=1, initial=areas), two.max(axis=1, initial=-1)
        _check(areas, low, high)
        _, first, place = np.unique(low * areas + high, return_index=True, return_inverse=True)
        if not np.array_equal(weight[first][place], weight):
            raise ValueError("a pair of neighbours has two different weights")
        low, high, weight = low[first], high[first], weight[first]
        return _packed(
            areas, np.concatenate([low, high]), np.concatenate([high, low]), np.concatenate([weight, weight])
        )

    @classmethod
    def from_lists(cls, lists: Sequence[Iterable[int]]) -> Neighbours:
        """Make neighbours of a list of neighbours for each area, weight 1; i may list j without the reverse.

        Raises:
            ValueError: an area out of range or an area that lists itself.
        """
        rows = [np.unique(_whole(list(one))) for one in lists]
        areas = len(rows)
        own = np.repeat(np.arange(areas, dtype=np.int64), [len(row) for row in rows])
        other = np.concatenate([np.empty(0, dtype=np.int64), *rows])
        _check(areas, np.minimum(own, other), np.maximum(own, other))
        return _packed(areas, own, other, np.ones(len(other)))

    @classmethod
    def nearest(cls, x: ArrayLike, y: ArrayLike, k: int) -> Neighbours:
        """Make i and j neighbours if either is among the k nearest points of the other.

        Args:
            x: coordinates in one unit of length, n finite numbers.
            y: the other coordinates.
            k: from 1 to n - 1.

        Raises:
            ValueError: coordinates of different number or not finite, or k out of range.
        """
        points = np.column_stack([np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)])
        areas = len(points)
        if not np.isfinite(points).all():
            raise ValueError("coordinates must be finite numbers")
        if not 1 <= k < areas:
            raise ValueError(f"k must lie from 1 to {areas - 1}; got {k}")
        own, other = _nearest(points, k)
        return cls.from_pairs(areas, np.column_stack([own, other]))

    @property
    def areas(self) -> int:
        """The number of areas."""
        return len(self.start) - 1

    @property
    def counts(self) -> IntArray:
        """The number of neighbours of each area."""
        return np.diff(self.start)

    @property
    def owner(self) -> IntArray:
        """The area whose neighbour it is, for each member of ``index``."""
        return np.repeat(np.arange(self.areas, dtype=np.int64), self.counts)

    @property
    def islands(self) -> NDArray[np.bool_]:
        """True for each area without neighbours."""
        return np.equal(self.counts, 0)

    @property
    def components(self) -> IntArray:
        """The number, from 0, of the connected part in which each area lies."""
        own, label = self.owner, np.arange(self.areas, dtype=np.int64)
        while True:
            lower = label.copy()
            np.minimum.at(lower, own, label[self.index])
            np.minimum.at(lower, self.index, label[own])
            lower = lower[lower]
            if np.array_equal(lower, label):
                return np.unique(label, return_inverse=True)[1].astype(np.int64)
            label = lower

    def of(self, area: int) -> IntArray:
        """The neighbours of one area."""
        return self.index[self.start[area] : self.start[area + 1]]

    def sums(self, values: FloatArray) -> FloatArray:
        """The weighted sum of the neighbours' values for each area; 0 for an area without neighbours."""
        sums = np.bincount(self.owner, self.weight * values[self.index], minlength=self.areas)
        return sums.astype(np.float64)

    def row_standardised(self) -> Neighbours:
        """The same neighbours with the weights of each area divided by their sum."""
        total = np.bincount(self.owner, self.weight, minlength=self.areas)
        return Neighbours(self.start, self.index, self.weight / total[self.owner])

    def with_self(self, weight: float = 1.0) -> Neighbours:
        """The same with each area as its own neighbour too, with this weight."""
        each = np.arange(self.areas, dtype=np.int64)
        return _packed(
            self.areas,
            np.concatenate([self.owner, each]),
            np.concatenate([self.index, each]),
            np.concatenate([self.weight, np.full(self.areas, weight)]),
        )

    def among(self, kept: NDArray[np.bool_]) -> Neighbours:
        """The same n areas, with no neighbours for, and none to, the areas that are not kept."""
        own = self.owner
        both = kept[own] & kept[self.index]
        return _packed(self.areas, own[both], self.index[both], self.weight[both])


def _whole(values: ArrayLike) -> IntArray:
    """As whole numbers, or an error when there is anything after the point."""
    numbers = np.asarray(values)
    if numbers.dtype.kind not in "iu" and not (
        numbers.dtype.kind == "f" and np.isfinite(numbers).all() and (numbers % 1 == 0).all()
    ):
        raise ValueError("areas are numbered with whole numbers from 0")
    return numbers.astype(np.int64)


def _check(areas: int, low: IntArray, high: IntArray) -> None:
    if len(low) and not (low.min() >= 0 and high.max() < areas):
        raise ValueError(f"neighbours must be areas from 0 to {areas - 1}")
    if (low == high).any():
        raise ValueError(f"area {low[low == high][0]} is stated as its own neighbour")


def _checked_weights(weights: ArrayLike | None, pairs: int) -> FloatArray:
    given = np.ones(pairs) if weights is None else np.asarray(weights, dtype=np.float64)
    if given.shape != (pairs,) or not (np.isfinite(given) & (given > 0)).all():
        raise ValueError("weights must be one finite number above 0 for each pair")
    return given


def _packed(areas: int, own: IntArray, other: IntArray, weight: FloatArray) -> Neighbours:
    order = np.lexsort([other, own])
    start = np.zeros(areas + 1, dtype=np.int64)
    np.cumsum(np.bincount(own, minlength=areas), out=start[1:])
    return Neighbours(start, other[order].astype(np.int64), weight[order].astype(np.float64))


def _nearest(points: FloatArray, k: int) -> tuple[IntArray, IntArray]:
    """Pairs of each point and its k nearest; of points equally far the first numbered."""
    own, other = [], []
    block = max(1, 1_000_000 // len(points))
    for first in range(0, len(points), block):
        rows = np.arange(first, min(first + block, len(points)))
        away = (points[rows, :1] - points[:, 0]) ** 2 + (points[rows, 1:] - points[:, 1]) ** 2
        away[np.arange(len(rows)), rows] = np.inf
        reach = np.partition(away, k - 1, axis=1)[:, k - 1]
        for place, row in enumerate(rows):
            near = np.flatnonzero(away[place] <= reach[place])
            near = near[np.argsort(away[place][near], kind="stable")][:k]
            own.append(np.full(k, row))
            other.append(near)
    return np.concatenate(own), np.concatenate(other)
