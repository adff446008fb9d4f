# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Simulated annealing over the small counts: each is published as 0 or as the base.

The loss is the sum over all cells of the absolute error, plus the cell's price for each unit by which it lies
outside the limits of the cell. A move turns one count over, or two opposite ones that share a sum, so that
the sum stays. Source: Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing", Science 220
(1983).
"""

import numpy as np
from numpy.typing import NDArray

from baken.methods._compiled import compiled
from baken.methods._random_kernel import after, below, mixed, stream, uniform

Indices = NDArray[np.int64]
Numbers = NDArray[np.int32]
Rows = tuple[Indices, Numbers]


@compiled("int64(int32[:, ::1], int64, int64)")
def _dearer(errors: Numbers, cell: int, step: int) -> int:
    """By how much the loss rises when the error of a cell changes by ``step``."""
    error = int(errors[cell, 0])
    low, high, price = int(errors[cell, 1]), int(errors[cell, 2]), int(errors[cell, 3])
    new = error + step
    rise = abs(new) - abs(error)
    return rise + price * (max(0, new - high, low - new) - max(0, error - high, low - error))


@compiled("int64(Tuple((int64[::1], int32[::1])), int32[:, ::1], int64, int64)")
def _turned(cells: Rows, errors: Numbers, item: int, step: int) -> int:
    """By how much the loss rises when a count is turned over."""
    start, index = cells
    rise = 0
    for at in range(start[item], start[item + 1]):
        rise += _dearer(errors, index[at], step)
    return rise


@compiled("void(Tuple((int64[::1], int32[::1])), int32[:, ::1], int64, int64)")
def _turn(cells: Rows, errors: Numbers, item: int, step: int) -> None:
    start, index = cells
    for at in range(start[item], start[item + 1]):
        errors[index[at], 0] += step


@compiled(
    "int64(UniTuple(Tuple((int64[::1], int32[::1])), 2), Tuple((int64[::1], int32[::1])), int32[:, ::1],"
    " boolean[::1], UniTuple(int64, 2), UniTuple(float64, 2), uint64)"
)
def anneal(
    cells: tuple[Rows, Rows],
    items: Rows,
    errors: Numbers,
    up: NDArray[np.bool_],
    plan: tuple[int, int],
    temperatures: tuple[float, float],
    seed: np.uint64,
) -> int:
    """Turn counts over, in place, for so many moves while the temperature falls; the answer is how many did.

    Args:
        cells: for each count the cells it is part of, and those of them that it shares with other counts.
        items: for each cell the counts in it.
        errors: of each cell the error, its lowest and its highest limit, and its price.
        up: which counts are published as the base (or as the multiple above them).
        plan: the base and the number of moves.
        temperatures: the first and the last.
        seed: of the random numbers.

    """
    every, shared = cells
    base, moves = plan
    count = len(up)
    state = stream(seed, np.uint64(0))
    hot = temperatures[0]
    cooling = (temperatures[1] / temperatures[0]) ** (1.0 / max(1, moves))
    done = 0
    for _ in range(moves):
        hot *= cooling
        state = after(state)
        item = below(mixed(state), count)
        state = after(state)
        # What a move may cost: the usual rule, with the random number drawn beforehand.
        allowed = -hot * np.log(1.0 - uniform(mixed(state)))
        step = -base if up[item] else base
        rise = _turned(every, errors, item, step)
        if rise <= allowed:
            _turn(every, errors, item, step)
            up[item] = not up[item]
            done += 1
            continue
        first, last = shared[0][item], shared[0][item + 1]
        if first == last:
            continue
        state = after(state)
        cell = shared[1][first + below(mixed(state), last - first)]
        first, last = items[0][cell], items[0][cell + 1]
        state = after(state)
        other = int(items[1][first + below(mixed(state), last - first)])
        if other == item or up[other] == up[item]:
            continue
        _turn(every, errors, item, step)
        rise += _turned(every, errors, other, -step)
        if rise <= allowed:
            _turn(every, errors, other, -step)
            up[item], up[other] = up[other], up[item]
            done += 1
        else:
            _turn(every, errors, item, -step)
    return done
