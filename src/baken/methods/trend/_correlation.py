# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How much correlation between neighbouring periods widens the interval of a trend."""

from __future__ import annotations

import numpy as np

from baken.methods._arrays import FloatArray

# Below this many degrees of freedom the estimate is too weak to act on.
LEAST_DEGREES = 30
_LARGEST = 0.95


def lag_one(residuals: FloatArray, basis: FloatArray, places: FloatArray) -> float:
    """Return the correlation of neighbouring residuals, without the bias that fitting brings.

    Fitting leaves residuals with covariance I - H, so that their products over neighbours sum to minus the
    sum of H there even when nothing is correlated; the factor 1 - 4 / n is the bias in proportion to the
    correlation itself (both to first order).

    Args:
        residuals: Pearson residuals, shape (n,).
        basis: the weighted design made orthonormal, shape (n, k), so that H is basis times its transpose.
        places: places in time, shape (n,); only periods that follow each other are neighbours.

    Source: Kendall (1954), Biometrika 41:403-404; Durbin & Watson (1950), Biometrika 37:409-428.
    """
    next_to = np.diff(places) == 1
    pairs = int(next_to.sum())
    squares = float(residuals @ residuals)
    n, k = basis.shape
    if not pairs or squares <= 0:
        return 0.0
    products = float((residuals[1:] * residuals[:-1])[next_to].sum())
    fitted_in = float((basis[1:] * basis[:-1]).sum(axis=1)[next_to].sum())
    raw = products / squares * (n / (pairs + 1))
    return float(np.clip((raw + fitted_in / (n - k)) / (1 - 4 / n), -_LARGEST, _LARGEST))


def widening(correlation: float) -> float:
    """Return the factor on the variance of a trend: n over the number of periods as good as independent.

    (1 + r) / (1 - r) for an autoregression of order one; never below 1.

    Source: Bartlett (1935), JRSS 98:536-543; Santer and others (2008), International Journal of Climatology
    28:1703-1722, 4.1.
    """
    return max(1.0, (1 + correlation) / (1 - correlation))
