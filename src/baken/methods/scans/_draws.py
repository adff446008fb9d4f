# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Simulated maps under the hypothesis of no cluster, a block of maps at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods.scans._data import IntArray

Draw = Callable[[IntArray, NDArray[np.int32]], None]
"""Fills an array (areas, periods, maps) with the maps of the given numbers, each from its own stream."""
_CASES_PER_CELL = 20
"""With more cases in a cell than this, drawing cell after cell is faster than case after case."""


def spread_over(expected: FloatArray, cases: int, seed: int) -> Draw:
    """Maps in which each case falls in a cell (area, period) with a chance as large as what is expected."""
    from baken.methods.scans._sampling_kernel import alias_table, spread

    share = np.ascontiguousarray(expected.ravel() / expected.sum())
    if cases > _CASES_PER_CELL * len(share):
        return _by_cell(lambda random: random.multinomial(cases, share), seed)
    keep, other = np.zeros(len(share), dtype=np.uint64), np.zeros(len(share), dtype=np.int64)
    alias_table(share, keep, other)

    def draw(maps: IntArray, counts: NDArray[np.int32]) -> None:
        spread((keep, other), cases, np.uint64(seed), maps, counts)

    return draw


def dealt_anew(counts: IntArray, seed: int) -> Draw:
    """Maps in which each case keeps its area while the periods of all cases are dealt out by chance."""
    from baken.methods.scans._sampling_kernel import permuted

    periods = counts.shape[1]
    if counts.sum() > _CASES_PER_CELL * counts.size:
        return _by_cell(lambda random: _table(random, counts), seed)
    cell = np.repeat(np.arange(counts.size), counts.ravel())
    base, period = cell // periods * periods, (cell % periods).astype(np.int32)

    def draw(maps: IntArray, out: NDArray[np.int32]) -> None:
        permuted(base, period, np.uint64(seed), maps, out)

    return draw


def _by_cell(one: Callable[[np.random.Generator], NDArray[np.int64]], seed: int) -> Draw:
    """Maps from numpy's generator, one stream for each map."""

    def draw(maps: IntArray, counts: NDArray[np.int32]) -> None:
        for side, number in enumerate(maps):
            random = np.random.Generator(np.random.Philox(key=[seed, number]))
            counts[:, :, side] = one(random).reshape(counts.shape[:2])

    return draw


def _table(random: np.random.Generator, counts: IntArray) -> NDArray[np.int64]:
    """A random table with the same totals of areas and of periods."""
    left = counts.sum(axis=0)
    table = np.zeros(counts.shape, dtype=np.int64)
    for area, total in enumerate(counts.sum(axis=1)):
        table[area] = random.multivariate_hypergeometric(left, total, method="marginals")
        left = left - table[area]
    return table
