# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas in the order of their distance from a centre."""

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray

IntArray = NDArray[np.int64]


def on_sphere(points: FloatArray) -> FloatArray:
    """Points on the unit sphere: straight distances between them have the order of those along it."""
    longitude, latitude = np.radians(points).T
    return np.column_stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)]
    )


def outwards(points: FloatArray, centres: IntArray, longest: int) -> tuple[IntArray, FloatArray]:
    """The areas around each centre in the order of distance, one more than asked, and the distances."""
    away = np.zeros((len(centres), len(points)))
    for axis in points.T:
        away += (axis[centres, None] - axis) ** 2
    if longest + 1 < len(points):
        near = np.sort(np.argpartition(away, longest, axis=1)[:, : longest + 1], axis=1)
        order = np.take_along_axis(near, _sorted(np.take_along_axis(away, near, axis=1)), axis=1)
    else:
        order = _sorted(away)
    return order, np.sqrt(np.take_along_axis(away, order, axis=1))


def _sorted(away: FloatArray) -> IntArray:
    return np.argsort(away, axis=1, kind="stable").astype(np.int64)


def near_each_other(points: FloatArray) -> IntArray:
    """An order of the centres in which one is near the next: the search finds its figures in the cache."""
    areas = len(points)
    strip = np.argsort(np.argsort(points[:, 0], kind="stable")) // max(1, int(np.sqrt(areas) * 2))
    return np.lexsort([points[:, 1] * np.where(strip % 2, -1, 1), strip]).astype(np.int64)
