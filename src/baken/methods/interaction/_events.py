# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Events in place and time, the pairs of them that are near, and tables of these under permutation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods._threads import in_blocks
from baken.methods.reason import Reason

if TYPE_CHECKING:
    from baken.methods.interaction.knox import PermutationOptions

IntArray = NDArray[np.int64]
_MOST_PAIRS = 200_000_000


def checked_events(points: ArrayLike, days: ArrayLike) -> tuple[FloatArray, FloatArray, Reason]:
    """Points (n, 2) and days (n,), and what keeps them from being judged."""
    places, times = np.asarray(points, dtype=np.float64), np.asarray(days, dtype=np.float64)
    if places.ndim != 2 or places.shape[1] != 2 or times.shape != (len(places),):
        raise ValueError(f"points must be (n, 2) and days (n,); got {places.shape} and {times.shape}")
    if np.isnan(places).any() or np.isnan(times).any():
        return places, times, Reason.MISSING
    if np.isinf(places).any() or np.isinf(times).any():
        return places, times, Reason.INFINITE
    if len(times) < 3:
        return places, times, Reason.TOO_FEW_CASES
    return places, times, Reason.NO_VARIATION if (times == times[0]).all() else Reason.JUDGED


def checked_edges(edges: Sequence[float], name: str) -> FloatArray:
    """Limits as a rising row of finite numbers, at least 0; at most 100."""
    row = np.asarray(edges, dtype=np.float64)
    good = row.ndim == 1 and 1 <= len(row) <= 100 and np.isfinite(row).all()
    if not good or row[0] < 0 or (np.diff(row) <= 0).any():
        raise ValueError(f"{name} must be 1 to 100 rising numbers from 0 on; got {list(edges)}")
    return row


@dataclass(frozen=True, slots=True, eq=False)
class NearPairs:
    """The pairs of events within a distance, each once, in the order of their bands of distance.

    Events are in another order than they came in; ``order`` leads back. Only counts leave this room.
    """

    order: IntArray
    one: NDArray[np.int32]
    other: NDArray[np.int32]
    first_of: IntArray

    @property
    def within_each(self) -> IntArray:
        """The number of pairs up to each limit of distance."""
        return self.first_of[1:]

    @classmethod
    def within(cls, points: FloatArray, edges: FloatArray) -> NearPairs:
        """All pairs up to the last edge.

        Raises:
            ValueError: more than 200 million pairs.
        """
        from baken.methods.interaction._pairs_kernel import near_pairs

        size = edges[-1] * (1 + 1e-9) if edges[-1] > 0 else 1.0
        column, row = np.floor((points - points.min(axis=0)) / size).T
        if max(column.max(), row.max()) > 1e9:
            raise ValueError("the largest distance is too small for events this far apart")
        width = int(column.max()) + 3
        cell = (row * width + column).astype(np.int64)
        order = np.argsort(cell, kind="stable").astype(np.int64)
        x, y = np.ascontiguousarray(points[order].T)
        sorted_points = (x, y, cell[order])
        start = np.zeros(len(points) + 1, dtype=np.int64)
        nothing = (np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int8))
        near_pairs(sorted_points, width, edges, start, nothing)
        start = np.cumsum(start)
        if start[-1] > _MOST_PAIRS:
            raise ValueError(f"{start[-1]} pairs of events lie within {edges[-1]:g}; take a smaller distance")
        other, band = np.empty(start[-1], dtype=np.int32), np.empty(start[-1], dtype=np.int8)
        if len(other):
            near_pairs(sorted_points, width, edges, start, (other, band))
        one = np.repeat(np.arange(len(points), dtype=np.int32), np.diff(start))
        by_band = np.argsort(band, kind="stable")
        first_of = np.searchsorted(band[by_band], np.arange(len(edges) + 1)).astype(np.int64)
        return cls(order, one[by_band], other[by_band], first_of)

    def table(self, times: FloatArray, edges: FloatArray) -> IntArray:
        """The number of pairs in each band of distance (rows) that are at most so far apart in time."""
        from baken.methods.interaction._pairs_kernel import tabled

        out = np.zeros((len(self.first_of) - 1, len(edges)), dtype=np.int64)
        tabled((self.one, self.other, self.first_of), times[self.order], edges, out)
        return out

    def permuted(self, times: FloatArray, edges: FloatArray, options: PermutationOptions) -> IntArray:
        """One such table for each permutation of the times."""
        from baken.methods.interaction._pairs_kernel import permuted_tables

        out = np.zeros((options.simulations, len(self.first_of) - 1, len(edges)), dtype=np.int64)
        pairs, own = (self.one, self.other, self.first_of), times[self.order]

        def work(first: int, last: int) -> None:
            key = np.uint64(options.seed), np.uint64(first)
            permuted_tables(pairs, own, edges, key, out[first:last])

        in_blocks(work, options.simulations, options.threads)
        return out
