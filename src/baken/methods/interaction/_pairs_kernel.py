# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pairs of events near in place, and how many of them are near in time when the times are dealt anew.

Events come sorted by the cell of a grid as wide as the largest distance, so that the near ones of an event
lie in its own row of cells or the next. Each pair is met once.
"""

import math

import numpy as np

from baken.methods._compiled import compiled
from baken.methods._random_kernel import after, below, mixed, stream

_AT_ONCE = 1024
_PAIRS = "Tuple((int32[::1], int32[::1], int64[::1]))"
Pairs = tuple[np.ndarray, np.ndarray, np.ndarray]
"""The two events of each pair, pairs ordered by band of distance, and the first pair of each band."""
_POINTS = "Tuple((float64[::1], float64[::1], int64[::1]))"
Points = tuple[np.ndarray, np.ndarray, np.ndarray]
"""x and y of the events in the order of their cells, and the number of the cell (row x width + column)."""


@compiled("int64(float64, float64[::1])")
def _band(value: float, edges: np.ndarray) -> int:
    """The band of a value: 0 up to and with the first edge, and so on; the number of edges if beyond all."""
    band = 0
    while band < len(edges) and value > edges[band]:
        band += 1
    return band


@compiled("int64(int64[::1], int64)")
def _first_at_least(cells: np.ndarray, cell: int) -> int:
    low, high = 0, len(cells)
    while low < high:
        middle = (low + high) // 2
        if cells[middle] < cell:
            low = middle + 1
        else:
            high = middle
    return low


@compiled(f"void({_POINTS}, int64, float64[::1], int64[::1], Tuple((int32[::1], int8[::1])))")
def near_pairs(
    points: Points, width: int, edges: np.ndarray, start: np.ndarray, out: tuple[np.ndarray, np.ndarray]
) -> None:
    """Count, and when there is room write, the pairs of each event with later ones within the last edge.

    With no room in ``out`` the number of pairs of event i is added to ``start[i + 1]``. Else its pairs are
    written from ``start[i]`` on: the other event and the band of distance.
    """
    x, y, cells = points
    other, bands = out
    counting = len(other) == 0
    reach = edges[len(edges) - 1]
    for event in range(len(x)):
        place = start[event]
        found = 0
        for row in range(2):
            cell = cells[event] + row * width
            first = event + 1 if row == 0 else _first_at_least(cells, cell - 1)
            for near in range(first, len(x)):
                if cells[near] > cell + 1:
                    break
                across, along = x[near] - x[event], y[near] - y[event]
                distance = math.sqrt(across * across + along * along)
                if distance <= reach:
                    if not counting:
                        other[place + found] = near
                        bands[place + found] = _band(distance, edges)
                    found += 1
        if counting:
            start[event + 1] = found


@compiled(f"void({_PAIRS}, float64[::1], float64[::1], int64[:, ::1])")
def tabled(pairs: Pairs, times: np.ndarray, edges: np.ndarray, table: np.ndarray) -> None:
    """Fill the number of pairs in each band of distance (rows) that are at most each edge apart in time.

    Differences are written down for some pairs at a time, so that counting them is a steady loop.
    """
    one, other, first_of = pairs
    apart = np.empty(_AT_ONCE)
    table[:] = 0
    for band in range(len(first_of) - 1):
        for first in range(first_of[band], first_of[band + 1], _AT_ONCE):
            size = min(_AT_ONCE, first_of[band + 1] - first)
            ones, others = one[first : first + size], other[first : first + size]
            for place in range(size):
                apart[place] = times[np.uint32(ones[place])] - times[np.uint32(others[place])]
            for column in range(len(edges)):
                edge, found = edges[column], np.int32(0)
                for place in range(size):
                    found += np.int32(1) if abs(apart[place]) <= edge else np.int32(0)
                table[band, column] += found


@compiled(f"void({_PAIRS}, float64[::1], float64[::1], UniTuple(uint64, 2), int64[:, :, ::1])")
def permuted_tables(
    pairs: Pairs,
    times: np.ndarray,
    edges: np.ndarray,
    stream_of: tuple[np.uint64, np.uint64],
    tables: np.ndarray,
) -> None:
    """Fill one table for each permutation of the times; ``stream_of`` is the seed and the first number."""
    seed, first = stream_of
    dealt = times.copy()
    for number in range(len(tables)):
        dealt[:] = times
        state = stream(seed, first + np.uint64(number))
        for event in range(len(times) - 1, 0, -1):
            state = after(state)
            chosen = below(mixed(state), event + 1)
            dealt[event], dealt[chosen] = dealt[chosen], dealt[event]
        tabled(pairs, dealt, edges, tables[number])


@compiled("int64(float64[::1], float64)")
def near_in_time(times: np.ndarray, longest: float) -> int:
    """The number of pairs of sorted times that lie at most so far apart."""
    found, first = 0, 0
    for last in range(len(times)):
        while times[last] - times[first] > longest:
            first += 1
        found += last - first
    return found
