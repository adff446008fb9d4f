# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The quantiles behind the intervals; scipy is imported on first use only.

``import scipy.special`` costs about a second cold, more than a whole command may take, so it waits
until an exact limit is asked for. ``importlib`` also keeps the untyped package behind typed functions.
"""

from importlib import import_module
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from baken.methods._arrays import FloatArray


def _special() -> Any:  # noqa: ANN401 - scipy ships no types
    return import_module("scipy.special")


def normal_quantile(level: float) -> float:
    """Return z with P(-z < Z < z) = level; 1.96 for 0.95."""
    return NormalDist().inv_cdf(0.5 + level / 2)


def gamma_quantile(shape: "FloatArray", probability: float) -> "FloatArray":
    """Return quantiles of the gamma distribution with scale 1; shape must be positive or NaN."""
    quantile: FloatArray = _special().gammaincinv(shape, probability)
    return quantile


def beta_quantile(first: float, second: float, probability: float) -> float:
    """Return a quantile of the beta distribution; both parameters must be positive."""
    return float(_special().betaincinv(first, second, probability))
