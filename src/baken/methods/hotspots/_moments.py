# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Mean and variance of a weighted sum of neighbours' values when values are dealt out by chance."""

from __future__ import annotations

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.neighbours import Neighbours


def weight_sums(neighbours: Neighbours) -> tuple[FloatArray, FloatArray]:
    """The sum of the weights of each area, and of their squares."""
    own, weight = neighbours.owner, neighbours.weight
    total = np.bincount(own, weight, minlength=neighbours.areas)
    squares = np.bincount(own, weight**2, minlength=neighbours.areas)
    return total.astype(np.float64), squares.astype(np.float64)


def sum_variance(
    total: FloatArray, squares: FloatArray, dealt: int, variance: FloatArray | float
) -> FloatArray:
    """The variance of a weighted sum of values drawn without replacement from ``dealt`` values.

    variance (m squares - total**2) / (m - 1), with m values of this variance (divided by m); NaN when every
    one of them is always drawn with the same weight, so that the sum cannot vary.
    """
    room = dealt * squares - total**2
    room = np.where(room > 1e-12 * dealt * squares, room, np.nan)
    return np.asarray(variance * room / (dealt - 1), dtype=np.float64)


def variance_of_others(centred: FloatArray) -> FloatArray:
    """For each area the variance (divided by n - 1) of the values of the n - 1 other areas; NaN for none.

    Centred values have mean zero. An area with most of the sum of squares is looked at by itself, because a
    difference of two large sums would leave nothing of the others.
    """
    areas = len(centred)
    squares = centred**2
    total = squares.sum()
    result = (total - squares) / (areas - 1) - (centred / (areas - 1)) ** 2
    for area in np.flatnonzero(squares > total / 4):
        others = np.delete(centred, area)
        result[area] = others.var() if others.min() < others.max() else np.nan
    return np.asarray(result, dtype=np.float64)
