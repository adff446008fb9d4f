# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The regularised incomplete gamma functions P and Q and their quantiles, in plain Python."""

import math
from statistics import NormalDist

from baken.methods._loader import log_gamma_density
from baken.methods._newton import Tail, solve

_PRECISION = 1e-15
_TINY = 1e-300
# From here on the start of the search is right in all digits that matter, and the series is long.
_NORMAL_FROM = 1e9


def gamma_quantile(shape: float, tail: float, *, upper: bool = False) -> float:
    """Return the x with P(shape, x) = tail or, for the upper tail, Q(shape, x) = tail.

    Args:
        shape: above 0.
        tail: probability between 0 and 1; name the smaller tail, which keeps its precision.
        upper: True when ``tail`` is the probability above x.

    Source: Wilson & Hilferty (1931), PNAS 17:684-688, for the start; see ``solve`` for the steps.
    """
    z = NormalDist().inv_cdf(tail) * (-1 if upper else 1)
    root = 1 - 1 / (9 * shape) + z / (3 * math.sqrt(shape))
    # The first term of the series bounds the lower quantile from below, and is close in the far tail.
    bound = (math.log1p(-tail) if upper else math.log(tail)) + math.lgamma(shape + 1)
    start = max(math.log(shape) + 3 * math.log(root) if root > 0 else -math.inf, bound / shape)
    if shape < _NORMAL_FROM:
        start = solve(lambda t: gamma_tail(shape, t, upper=upper), start, math.log(tail))
    return math.exp(start)


def gamma_tail(shape: float, t: float, *, upper: bool = False) -> Tail:
    """Return log P(shape, x), or log Q, at x = exp(t), and its slope in t.

    The series below x = shape + 1 and the continued fraction above; the other function is the complement.

    Source: Press, Teukolsky, Vetterling & Flannery (2007), Numerical Recipes, 3rd ed., 6.2.
    """
    x = math.exp(t)
    below = x < shape + 1
    density = log_gamma_density(shape, t)
    value = density + math.log(_series(shape, x) if below else _fraction(shape, x))
    if below == upper:
        value = math.log(max(-math.expm1(value), _TINY))
    slope = math.exp(density - value)
    return Tail(value, -slope if upper else slope, shape - x)


def _series(shape: float, x: float) -> float:
    """P over the density: 1/a + x/(a(a + 1)) + x^2/(a(a + 1)(a + 2)) + ..."""
    term = total = 1 / shape
    n = shape
    while term > total * _PRECISION:
        n += 1
        term *= x / n
        total += term
    return total


def _fraction(shape: float, x: float) -> float:
    """Q over the density: the continued fraction by the method of Lentz; no denominator is 0 here.

    Source: Thompson & Barnett (1986), Journal of Computational Physics 64:490-509.
    """
    b = x + 1 - shape
    c, d = 1 / _TINY, 1 / b
    value, n, factor = d, 0, 0.0
    while abs(factor - 1) > _PRECISION:
        n += 1
        a = n * (shape - n)
        b += 2
        d = 1 / (a * d + b)
        c = b + a / c
        factor = c * d
        value *= factor
    return value
