# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The limits within which a Poisson count falls by chance, in plain Python."""

import math
from statistics import NormalDist

from baken.methods._gamma import gamma_tail

# From here on the exact sum is long, and the normal limit is right within a thousandth of a case.
_NORMAL_FROM = 1e6


def chance_limits(expected: float, level: float) -> tuple[float, float]:
    """Return (lower, upper): a count outside them has a tail chance below (1 - level) / 2 on its side.

    The quantile is interpolated between whole counts: with r the smallest whole number with F(r) > p,
    y = r - (F(r) - p) / f(r). Lower is the y of p = (1 - level) / 2, which uses P(Y <= y). Upper is one more
    than the y of 1 - p, so that it uses P(Y >= y) and both sides hold the level.

    Args:
        expected: the expected count, above 0.
        level: between 0 and 1.

    Source: Spiegelhalter (2005), Statistics in Medicine 24:1185-1202, A.1, for the interpolation.
    """
    tail = (1 - level) / 2
    return max(0.0, _quantile(expected, tail)), 1 + _quantile(expected, 1 - tail)


def _quantile(expected: float, p: float) -> float:
    z = NormalDist().inv_cdf(p)
    guess = expected + z * math.sqrt(expected) + (z * z - 1) / 6 - 0.5
    if expected > _NORMAL_FROM:
        return guess
    r = max(0, math.ceil(guess))
    while r > 0 and _cumulative(r - 1, expected) > p:
        r -= 1
    while (reached := _cumulative(r, expected)) <= p:
        r += 1
    return r - (reached - p) / (reached - (_cumulative(r - 1, expected) if r else 0.0))


def _cumulative(count: int, expected: float) -> float:
    """P(Y <= count) = Q(count + 1, expected)."""
    return math.exp(gamma_tail(count + 1, math.log(expected), upper=True).value)
