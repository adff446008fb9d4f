# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The quantiles behind the intervals of arrays and of shares; scipy is imported on first use only.

``import scipy.special`` costs about a second cold, more than a whole command may take, so it waits
until an exact limit of an array is asked for; the limits of one figure come from ``_gamma`` and
``_beta``. ``importlib`` also keeps the untyped package behind typed functions.
"""

from importlib import import_module
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from baken.methods._arrays import FloatArray


def normal_quantile(level: float) -> float:
    """Return z with P(-z < Z < z) = level; 1.96 for 0.95."""
    return NormalDist().inv_cdf(0.5 + level / 2)


def gamma_quantile(shape: "FloatArray", probability: float) -> "FloatArray":
    """Return quantiles of the gamma distribution with scale 1; shape must be positive or NaN."""
    special: Any = import_module("scipy.special")
    quantile: FloatArray = special.gammaincinv(shape, probability)
    return quantile
