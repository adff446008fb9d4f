# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Simulated maps: cases spread over cells by chance, or given new periods by chance."""

import numpy as np

from baken.methods._compiled import compiled
from baken.methods._random_kernel import after, below, mixed, stream

_LOW = np.uint64(0xFFFFFFFF)


@compiled("void(float64[::1], uint64[::1], int64[::1])")
def alias_table(share: np.ndarray, keep: np.ndarray, other: np.ndarray) -> None:
    """Fill Walker's table: cell i is kept with chance keep[i] / 2**32, and is else other[i].

    Source: A. J. Walker (1977), ACM Transactions on Mathematical Software 3:253-256; M. D. Vose (1991), IEEE
    Transactions on Software Engineering 17:972-975.
    """
    cells = len(share)
    scaled = share * cells
    small, large = np.empty(cells, dtype=np.int64), np.empty(cells, dtype=np.int64)
    smalls = larges = 0
    for cell in range(cells):
        other[cell] = cell
        keep[cell] = _LOW + np.uint64(1)
        if scaled[cell] < 1.0:
            small[smalls] = cell
            smalls += 1
        else:
            large[larges] = cell
            larges += 1
    while smalls and larges:
        smalls -= 1
        low, high = small[smalls], large[larges - 1]
        keep[low] = np.uint64(scaled[low] * 4294967296.0)
        other[low] = high
        scaled[high] -= 1.0 - scaled[low]
        if scaled[high] < 1.0:
            larges -= 1
            small[smalls] = high
            smalls += 1


@compiled("void(int32[::1], int64, int32[:, :, ::1])")
def _laid_beside(tally: np.ndarray, side: int, counts: np.ndarray) -> None:
    """Write one map beside the others and empty the tally."""
    areas, periods = counts.shape[0], counts.shape[1]
    for area in range(areas):
        for period in range(periods):
            cell = area * periods + period
            counts[area, period, side] = tally[cell]
            tally[cell] = 0


@compiled("void(Tuple((uint64[::1], int64[::1])), int64, uint64, int64[::1], int32[:, :, ::1])")
def spread(
    table: tuple[np.ndarray, np.ndarray], cases: int, seed: np.uint64, maps: np.ndarray, counts: np.ndarray
) -> None:
    """Fill the maps of these numbers with cases drawn from an alias table of areas x periods."""
    keep, other = table
    cells = len(keep)
    tally = np.zeros(cells, dtype=np.int32)
    for side in range(len(maps)):
        state = stream(seed, np.uint64(maps[side]))
        for _ in range(cases):
            state = after(state)
            number = mixed(state)
            cell = below(number, cells)
            tally[cell if (number & _LOW) < keep[cell] else other[cell]] += 1
        _laid_beside(tally, side, counts)


@compiled("void(int64[::1], int32[::1], uint64, int64[::1], int32[:, :, ::1])")
def permuted(
    base: np.ndarray, period: np.ndarray, seed: np.uint64, maps: np.ndarray, counts: np.ndarray
) -> None:
    """Fill the maps of these numbers: each case keeps its area and the periods are dealt out anew.

    ``base`` is for each case the number of the first cell of its area.
    """
    cases = len(base)
    tally = np.zeros(counts.shape[0] * counts.shape[1], dtype=np.int32)
    dealt = period.copy()
    for side in range(len(maps)):
        dealt[:] = period
        state = stream(seed, np.uint64(maps[side]))
        for case in range(cases - 1, -1, -1):
            state = after(state)
            chosen = below(mixed(state), case + 1)
            got = dealt[chosen]
            dealt[chosen] = dealt[case]
            tally[base[case] + got] += 1
        _laid_beside(tally, side, counts)


@compiled("void(int32[:, :, ::1], int64[:, ::1], int32[:, :, ::1])")
def in_windows(counts: np.ndarray, windows: np.ndarray, out: np.ndarray) -> None:
    """Fill the sums over windows (first, after last) of counts of shape (areas, periods, maps)."""
    for area in range(counts.shape[0]):
        for window in range(len(windows)):
            out[area, window] = 0
            for period in range(windows[window, 0], windows[window, 1]):
                out[area, window] += counts[area, period]
