# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas in the order of their distance from a centre."""

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray

IntArray = NDArray[np.int64]
_SIDE = 8
TOGETHER = _SIDE * _SIDE
"""So many centres in the order of ``near_each_other`` lie in about a square."""


def on_sphere(points: FloatArray) -> FloatArray:
    """Points on the unit sphere: straight distances between them have the order of those along it."""
    longitude, latitude = np.radians(points).T
    return np.column_stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)]
    )


def outwards(points: FloatArray, centres: IntArray, longest: int) -> tuple[IntArray, FloatArray]:
    """The areas around each centre in the order of distance, one more than asked, and the distances."""
    near = _candidates(points, centres, longest)
    away = np.zeros((len(centres), len(near)))
    for axis in points.T:
        away += (axis[centres, None] - axis[near]) ** 2
    if longest + 1 < len(near):
        first = np.sort(np.argpartition(away, longest, axis=1)[:, : longest + 1], axis=1)
        order = np.take_along_axis(first, _sorted(np.take_along_axis(away, first, axis=1)), axis=1)
    else:
        order = _sorted(away)
    return near[order], np.sqrt(np.take_along_axis(away, order, axis=1))


def _candidates(points: FloatArray, centres: IntArray, longest: int) -> IntArray:
    """Areas among which those nearest to each of some centres are sure to be.

    If r around the middle of the centres takes in enough areas, and h is the distance of the farthest centre
    from the middle, then r + h around any centre takes in enough, all of them within r + 2 h of the middle.
    """
    if longest + 1 >= len(points):
        return np.arange(len(points))
    away = np.sqrt(((points - points[centres].mean(axis=0)) ** 2).sum(axis=1))
    enough = np.partition(away, longest)[longest] + 2 * away[centres].max()
    return np.flatnonzero(away <= enough * (1 + 1e-9))


def _sorted(away: FloatArray) -> IntArray:
    return np.argsort(away, axis=1, kind="stable").astype(np.int64)


def near_each_other(points: FloatArray) -> IntArray:
    """An order of the centres in which one is near the next: the search finds its figures in the cache."""
    areas = len(points)
    strip = np.argsort(np.argsort(points[:, 0], kind="stable")) // max(1, int(np.sqrt(areas) * _SIDE))
    return np.lexsort([points[:, 1] * np.where(strip % 2, -1, 1), strip]).astype(np.int64)
