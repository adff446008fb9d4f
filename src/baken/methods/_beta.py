# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The regularised incomplete beta function I and its quantile, in plain Python.

Both on the scale of log odds, t = log(x / (1 - x)): x and 1 - x then keep their precision at either end.
"""

import math
from statistics import NormalDist

from baken.methods._loader import log_beta_density
from baken.methods._newton import Tail, solve

_PRECISION = 1e-15
_TINY = 1e-300
# From here on (for both parameters) the start of the search is right in all digits that matter.
_NORMAL_FROM = 1e9
# Odds below exp(-700) are at the end of the floats, and the first term of the series is then exact.
_FIRST_TERM_BELOW = -700


def beta_log_odds(a: float, b: float, tail: float) -> float:
    """Return log(x / (1 - x)) for the x with I_x(a, b) = tail.

    For the upper tail swap the parameters and the sign: 1 - I_x(a, b) = I_(1 - x)(b, a).

    Args:
        a: first parameter, above 0; ``b``: the second.
        b: above 0.
        tail: probability between 0 and 1; name the smaller tail, which keeps its precision.

    Source: Carter (1947), Biometrika 34:352-358 (Abramowitz & Stegun 26.5.22), for the start; see
    ``solve`` for the steps.
    """
    # The first term of the series, x^a / (a B(a, b)); for b >= 1 a bound from below.
    start = (math.log(tail) + math.lgamma(a + 1) + math.lgamma(b) - math.lgamma(a + b)) / a
    if start < _FIRST_TERM_BELOW:
        return start
    if min(a, b) >= 1:
        start = max(start, _carter(a, b, tail))
    if min(a, b) > _NORMAL_FROM:
        return start
    return solve(lambda t: beta_tail(a, b, t), start, math.log(tail))


def beta_tail(a: float, b: float, t: float) -> Tail:
    """Return log I_x(a, b) at the log odds t of x, and its slope in t.

    The continued fraction holds below the mean; above it, one less the same for 1 - x.

    Source: DiDonato & Morris (1992), ACM Transactions on Mathematical Software 18:360-373 (BFRAC).
    """
    log_x, log_y = -_log1pexp(-t), -_log1pexp(t)
    x, y = math.exp(log_x), math.exp(log_y)
    excess = a * y - b * x
    density = log_beta_density(a, b, log_x, log_y)
    if excess >= 0:
        value = density - math.log(_fraction(a, b, x, excess))
    else:
        other = density - math.log(_fraction(b, a, y, -excess))
        value = math.log(max(-math.expm1(other), _TINY))
    return Tail(value, math.exp(density - value), excess)


def _fraction(a: float, b: float, x: float, excess: float) -> float:
    """The density over I: the continued fraction by the method of Lentz.

    Source: Thompson & Barnett (1986), Journal of Computational Physics 64:490-509.
    """
    value = c = a * (excess + 1) / (a + 1)
    d, n, factor = 0.0, 0, 0.0
    while abs(factor - 1) > _PRECISION:
        n += 1
        odd = a + 2 * n - 1
        part = n * (b - n) * x / odd
        numerator = (a + n - 1) * (a + b + n - 1) * part * x / odd
        denominator = n + part + (a + n) * (excess + 1 + n * (2 - x)) / (odd + 2)
        d = 1 / (denominator + numerator * d)
        c = denominator + numerator / c
        factor = c * d
        value *= factor
    return value


def _carter(a: float, b: float, tail: float) -> float:
    """The normal approximation of the log odds; both parameters at least 1."""
    z = -NormalDist().inv_cdf(tail)
    one, other = 1 / (2 * a - 1), 1 / (2 * b - 1)
    curve, h = (z * z - 3) / 6, 2 / (one + other)
    w = z * math.sqrt(h + curve) / h - (other - one) * (curve + 5 / 6 - 2 / (3 * h))
    return math.log(a / b) - 2 * w


def _log1pexp(t: float) -> float:
    """log(1 + exp(t)) without overflow."""
    return max(t, 0.0) + math.log1p(math.exp(-abs(t)))
