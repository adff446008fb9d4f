# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of array arguments: one clear ValueError per mistake, NaN passed through as missing."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


def floats(values: ArrayLike, name: str) -> FloatArray:
    """Return the values as a float array; NaN (or None) is missing, infinity raises ValueError."""
    array = np.asarray(values, dtype=np.float64)
    if np.isinf(array).any():
        raise ValueError(f"{name} must be finite or NaN (missing); got an infinite value")
    return array


def counts(values: ArrayLike, name: str = "count") -> FloatArray:
    """Return counts as floats; negative or fractional counts raise, NaN stays NaN."""
    array = floats(values, name)
    if (array < 0).any():
        raise ValueError(f"{name} must not be negative; got {np.nanmin(array):g}")
    fractional = array[~np.isnan(array) & (array != np.floor(array))]
    if fractional.size:
        raise ValueError(f"{name} must be whole numbers; got {fractional[0]:g} (is this a rate?)")
    return array


def denominators(values: ArrayLike, name: str = "denominator") -> FloatArray:
    """Return denominators as floats; zero or negative raises, NaN stays NaN."""
    array = floats(values, name)
    if (array <= 0).any():
        raise ValueError(f"{name} must be positive; got {np.nanmin(array):g}")
    return array
