# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Moran's I, Geary's C and Getis and Ord's G, with their moments over all ways to deal out the values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.neighbours import Neighbours


class Sums(NamedTuple):
    """Sums over the weights: all; (w_ij + w_ji)**2 / 2; and (row sum + column sum)**2."""

    s0: float
    s1: float
    s2: float


@dataclass(frozen=True, slots=True)
class Statistic:
    """A statistic, its moments, and the sign that makes z positive when neighbours are alike."""

    value: Callable[[FloatArray, Neighbours], float]
    moments: Callable[[FloatArray, Sums], tuple[float, float]]
    sign: int = 1

    def judge(self, values: FloatArray, neighbours: Neighbours) -> tuple[float, float, float]:
        """The statistic, its expectation and its variance; variance 0 where it cannot vary."""
        expected, variance = self.moments(values, _sums(neighbours))
        return self.value(values, neighbours), expected, variance if variance > 1e-13 * expected**2 else 0.0


def _sums(near: Neighbours) -> Sums:
    own, weight, areas = near.owner, near.weight, near.areas
    there, back = own * areas + near.index, near.index * areas + own
    at = np.minimum(np.searchsorted(there, back), len(there) - 1)
    other_way = np.where(there[at] == back, weight[at], 0.0)
    both = np.bincount(own, weight, areas) + np.bincount(near.index, weight, areas)
    return Sums(float(weight.sum()), float((weight**2 + weight * other_way).sum()), float((both**2).sum()))


def _moran(values: FloatArray, near: Neighbours) -> float:
    z = values - values.mean()
    return float(len(z) / near.weight.sum() * (z * near.sums(z)).sum() / (z**2).sum())


def _geary(values: FloatArray, near: Neighbours) -> float:
    z = values - values.mean()
    apart = (near.weight * (z[near.owner] - z[near.index]) ** 2).sum()
    return float((len(z) - 1) * apart / (2 * near.weight.sum() * (z**2).sum()))


def _getis(values: FloatArray, near: Neighbours) -> float:
    x = values / values.max()
    return float((x * near.sums(x)).sum() / (x.sum() ** 2 - (x**2).sum()))


def _kurtosis(values: FloatArray) -> float:
    z = values - values.mean()
    return float((z**4).mean() / (z**2).mean() ** 2)


def _moran_moments(values: FloatArray, sums: Sums) -> tuple[float, float]:
    n, k = len(values), _kurtosis(values)
    s0, s1, s2 = sums
    first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0**2)
    second = k * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0**2)
    expected = -1 / (n - 1)
    return expected, (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0**2) - expected**2


def _geary_moments(values: FloatArray, sums: Sums) -> tuple[float, float]:
    n, k = len(values), _kurtosis(values)
    s0, s1, s2 = sums
    variance = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k)
    variance -= (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k) / 4
    variance += s0**2 * (n * n - 3 - (n - 1) ** 2 * k)
    return 1.0, variance / (n * (n - 2) * (n - 3) * s0**2)


def _getis_moments(values: FloatArray, sums: Sums) -> tuple[float, float]:
    n, (s0, s1, s2) = len(values), sums
    x = values / values.max()
    m1, m2, m3, m4 = (float((x**power).sum()) for power in (1, 2, 3, 4))
    square = ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0**2) * m2**2
    square -= ((n * n - n) * s1 - 2 * n * s2 + 6 * s0**2) * m4
    square -= (2 * n * s1 - (n + 3) * s2 + 6 * s0**2) * m1**2 * m2
    square += (4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0**2) * m1 * m3
    square += (s1 - s2 + s0**2) * m1**4
    expected = s0 / (n * (n - 1))
    square /= (m1**2 - m2) ** 2 * n * (n - 1) * (n - 2) * (n - 3)
    return expected, square - expected**2


MORAN = Statistic(_moran, _moran_moments)
GEARY = Statistic(_geary, _geary_moments, -1)
GETIS_ORD = Statistic(_getis, _getis_moments)
