# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""P values under the normal distribution, and quotients that are NaN where there is nothing to divide by."""

import numpy as np

from baken.methods._arrays import FloatArray


def two_sided(z: FloatArray) -> FloatArray:
    """The chance of a standard normal number at least as far from zero; NaN stays NaN."""
    from scipy.special import ndtr

    return np.asarray(2 * ndtr(-np.abs(z)), dtype=np.float64)


def upper_tail(z: FloatArray) -> FloatArray:
    """The chance of a standard normal number at least as large."""
    from scipy.special import ndtr

    return np.asarray(ndtr(-np.asarray(z)), dtype=np.float64)


def standard(value: FloatArray, expected: FloatArray, variance: FloatArray) -> FloatArray:
    """(value - expected) / sqrt(variance); NaN where there is no variance."""
    root = np.sqrt(np.where(variance > 0, variance, np.nan))
    return np.asarray((value - expected) / root, dtype=np.float64)
