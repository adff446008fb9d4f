# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Gives every area a square of a grid, as near as possible to where it lies."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

# A third more squares than areas: enough empty ones for the outline of the town to be recognisable.
_SPARE = 1.32
_MOST_ELONGATED = 5.0


def _grid(count: int, aspect: float) -> tuple[int, int]:
    """Choose columns and rows: near the wanted number of squares, in the shape of the town."""
    wanted = max(float(count), count * _SPARE)
    best, best_cost = (count, 1), math.inf
    for columns in range(1, count + 1):
        for rows in {math.floor(wanted / columns), math.ceil(wanted / columns)}:
            if columns * rows < count:
                continue
            shape = abs(math.log(columns / rows / aspect))
            cost = shape + 3.0 * abs(columns * rows / wanted - 1.0)
            if cost < best_cost - 1e-12:
                best, best_cost = (columns, rows), cost
    return best


def _scaled(values: Sequence[float], cells: int) -> list[float]:
    low, high = min(values), max(values)
    if high == low:
        return [(cells - 1) / 2] * len(values)
    return [(value - low) / (high - low) * (cells - 1) for value in values]


@lru_cache(maxsize=256)
def _layout(points: tuple[tuple[float, float], ...]) -> tuple[tuple[int, int], ...]:
    # Imported here because loading scipy takes longer than drawing hundreds of charts.
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    order = sorted(range(len(points)), key=lambda index: points[index])
    xs = [points[index][0] for index in order]
    ys = [-points[index][1] for index in order]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    aspect = (wide or high or 1.0) / (high or wide or 1.0) if wide and high else (5.0 if wide else 0.2)
    columns, rows = _grid(len(points), min(max(aspect, 1 / _MOST_ELONGATED), _MOST_ELONGATED))
    cells = [(column, row) for row in range(rows) for column in range(columns)]
    across = (np.array(_scaled(xs, columns))[:, None] - np.arange(columns)) ** 2
    down = (np.array(_scaled(ys, rows))[:, None] - np.arange(rows)) ** 2
    # The only large array: one cost for each area and cell.
    cost = (across[:, None, :] + down[:, :, None]).reshape(len(points), -1)
    _, chosen = linear_sum_assignment(cost)
    placed: list[tuple[int, int]] = [(0, 0)] * len(points)
    for index, cell in zip(order, chosen.tolist(), strict=True):
        placed[index] = cells[cell]
    return tuple(placed)


def tile_layout(points: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """Assign each point (x east, y north, in metres) to its own (column, row), row 0 in the north.

    The assignment with the smallest total squared distance; it does not depend on the order of the points.
    """
    if not points:
        return []
    return list(_layout(tuple((float(x), float(y)) for x, y in points)))
