# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a statistic is if values are dealt out by chance, and p values under the normal distribution."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.hotspots._field import Field


def two_sided(z: FloatArray) -> FloatArray:
    """The chance of a standard normal number at least as far from zero; NaN stays NaN."""
    return _complementary(np.abs(z))


def upper_tail(z: FloatArray) -> FloatArray:
    """The chance of a standard normal number at least as large."""
    return _complementary(np.asarray(z)) / 2


def _complementary(z: FloatArray) -> FloatArray:
    """Erfc of z / sqrt(2), from the standard library: to load scipy takes longer than thousands of these."""
    scaled = np.ravel(z) / math.sqrt(2)
    return np.fromiter(map(math.erfc, scaled.tolist()), np.float64, scaled.size).reshape(np.shape(z))


def standard(value: FloatArray, expected: FloatArray, variance: FloatArray) -> FloatArray:
    """(value - expected) / sqrt(variance); NaN where there is no variance."""
    root = np.sqrt(np.where(variance > 0, variance, np.nan))
    return np.asarray((value - expected) / root, dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Expectation and variance of a statistic, its distance z from them, and the two-sided normal p of z."""

    expected: FloatArray
    variance: FloatArray
    z: FloatArray
    p: FloatArray

    @classmethod
    def over_all(cls, field: Field, expected: FloatArray, variance: FloatArray, z: FloatArray) -> Moments:
        """For all areas, from those of a field; NaN where there is no z."""
        known = ~np.isnan(z)
        parts = (np.where(known, part, np.nan) for part in (expected, variance, z))
        e, v, z = (field.over_all(part) for part in parts)
        return cls(e, v, z, two_sided(z))
