# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Quantiles of Student's t distribution in plain Python."""

import math
from functools import lru_cache
from statistics import NormalDist

from baken.methods._beta import beta_log_odds

# From here on t and z agree in all digits that matter.
_NORMAL_FROM = 1e9


@lru_cache(maxsize=256)
def t_quantile(level: float, degrees: float) -> float:
    """Return t with P(-t < T < t) = level for so many degrees of freedom, whole or not, above 0.

    With x = degrees / (degrees + t^2): P(abs(T) > t) = I_x(degrees / 2, 1/2), so that the log odds of x are
    log(degrees / t^2).

    Source: Abramowitz & Stegun (1964), 26.7.1.
    """
    if degrees > _NORMAL_FROM:
        return z_quantile(level)
    return math.sqrt(degrees * math.exp(-beta_log_odds(degrees / 2, 0.5, 1 - level)))


@lru_cache(maxsize=16)
def z_quantile(level: float) -> float:
    """Return z with P(-z < Z < z) = level; 1.96 for 0.95."""
    return NormalDist().inv_cdf(0.5 + level / 2)
