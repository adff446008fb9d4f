# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Poisson intervals for a count and for the rate it gives."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray, counts, denominators
from baken.methods._checks import check_level, check_positive
from baken.methods._quantiles import gamma_quantile, normal_quantile

Method = Literal["exact", "byar"]


@dataclass(frozen=True, slots=True, eq=False)
class CountInterval:
    """Limits for the expected count behind each observed count; arrays of one shape, NaN is missing."""

    count: FloatArray
    lower: FloatArray
    upper: FloatArray
    level: float
    method: Method


@dataclass(frozen=True, slots=True, eq=False)
class RateInterval:
    """Limits for the underlying rate, per ``factor``; arrays of one shape, NaN is missing."""

    rate: FloatArray
    lower: FloatArray
    upper: FloatArray
    level: float
    method: Method


def count_interval(count: ArrayLike, level: float = 0.95, method: Method = "exact") -> CountInterval:
    """Return a two-sided Poisson interval for each count.

    With x the count, a = 1 - level and z the normal quantile of 1 - a/2:

    - exact (Garwood): lower = G(a/2; x), upper = G(1 - a/2; x + 1), G the gamma quantile (scale 1);
      lower is 0 for a count of 0. Coverage is at least ``level``.
    - byar: lower = x (1 - 1/(9x) - z/(3 sqrt x))^3, not below 0; upper the same with x + 1 and + z.
      Close to exact from about 10, and needs no scipy.

    Args:
        count: whole numbers, any shape; NaN is missing.
        level: confidence level between 0 and 1.
        method: "exact" or "byar".

    Returns:
        Arrays of the shape of ``count`` (0-d for one number); NaN in gives NaN out.

    Raises:
        ValueError: a negative, fractional or infinite count, or an unknown level or method.

    Source: Garwood (1936), Biometrika 28:437-442. Byar: Rothman & Boice (1979), NIH 79-1649;
    Breslow & Day (1987), Statistical Methods in Cancer Research II, IARC, p. 69.
    """
    check_level(level)
    if method not in get_args(Method):
        raise ValueError(f"method must be 'exact' or 'byar'; got {method!r}")
    observed = counts(count)
    lower, upper = (_exact if method == "exact" else _byar)(observed, level)
    return CountInterval(observed, np.where(observed == 0, 0.0, lower), upper, level, method)


def rate_interval(
    count: ArrayLike,
    denominator: ArrayLike,
    factor: float = 1000,
    level: float = 0.95,
    method: Method = "exact",
) -> RateInterval:
    """Return the rate count / denominator * factor with its Poisson interval.

    The limits are those of ``count_interval`` on the same scale: the denominator counts as known.

    Args:
        count: whole numbers, any shape; NaN is missing.
        denominator: population or other exposure above 0, broadcast against ``count``; NaN is missing.
        factor: express the rate per so many.
        level: confidence level between 0 and 1.
        method: "exact" (Garwood) or "byar".

    Returns:
        Arrays of the broadcast shape (0-d for plain numbers); NaN where count or denominator is missing.

    Raises:
        ValueError: a negative or fractional count, a denominator or factor not above 0, shapes that do
            not broadcast, or an unknown level or method.

    Source: see ``count_interval``.
    """
    check_positive(factor, "factor")
    limits = count_interval(count, level, method)
    scale = factor / denominators(denominator)
    rate, lower, upper = (np.asarray(part * scale) for part in (limits.count, limits.lower, limits.upper))
    return RateInterval(rate, lower, upper, level, method)


def _exact(observed: FloatArray, level: float) -> tuple[FloatArray, FloatArray]:
    tail = (1 - level) / 2
    # A count of 0 has lower limit 0, set by the caller; 1 stands in because gamma needs a positive shape.
    positive = np.where(observed == 0, 1.0, observed)
    return gamma_quantile(positive, tail), np.asarray(gamma_quantile(observed + 1, 1 - tail))


def _byar(observed: FloatArray, level: float) -> tuple[FloatArray, FloatArray]:
    z = normal_quantile(level)
    low = np.where(observed == 0, 1.0, observed)
    high = observed + 1
    lower = low * np.maximum(1 - 1 / (9 * low) - z / (3 * np.sqrt(low)), 0) ** 3
    return lower, np.asarray(high * (1 - 1 / (9 * high) + z / (3 * np.sqrt(high))) ** 3)
