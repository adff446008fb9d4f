# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Exact Poisson limits of one count, in plain Python.

The same limits as ``rate_interval`` gives for arrays, for the moments when a command must answer before
numpy and scipy have been imported (over a second on a slow machine).
"""

from __future__ import annotations

import math
from functools import cache
from statistics import NormalDist

_TINY = 1e-300
_PRECISION = 1e-15
_TERMS = 10_000


@cache
def poisson_limits(count: int, level: float = 0.95) -> tuple[float, float]:
    """Return the exact two-sided (Garwood) limits of the expected count behind one observed count.

    The lower limit is the gamma quantile G(a/2; x), 0 for a count of 0, and the upper G(1 - a/2; x + 1),
    with a = 1 - level. Each is found by Newton steps on the regularised incomplete gamma function, kept
    inside a bracket.

    Args:
        count: a whole number of zero or more.
        level: confidence level between 0 and 1.

    Raises:
        ValueError: a negative count, or a level outside (0, 1).

    Source: Garwood (1936), Biometrika 28:437-442.

    """
    if count < 0:
        raise ValueError(f"count must not be negative; got {count}")
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1; got {level}")
    tail = (1 - level) / 2
    return (_quantile(count, tail) if count else 0.0, _quantile(count + 1, 1 - tail))


def _quantile(shape: float, probability: float) -> float:
    """The x at which the regularised lower incomplete gamma function reaches the probability."""
    low, high = 0.0, shape + 10 * math.sqrt(shape) + 50
    # Wilson and Hilferty's approximation starts so close that a few steps are enough.
    root = 1 - 1 / (9 * shape) + NormalDist().inv_cdf(probability) / (3 * math.sqrt(shape))
    guess = shape * max(root, 0.01) ** 3
    for _ in range(200):
        gap = _lower_gamma(shape, guess) - probability
        low, high = (low, guess) if gap > 0 else (guess, high)
        slope = math.exp((shape - 1) * math.log(guess) - guess - math.lgamma(shape))
        step = guess - gap / slope if slope > _TINY else -1.0
        following = step if low < step < high else (low + high) / 2
        if abs(following - guess) <= 1e-12 * following:
            return following
        guess = following
    return guess


def _lower_gamma(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function P(shape, x)."""
    if x <= 0:
        return 0.0
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    return front * _series(shape, x) if x < shape + 1 else 1 - front * _fraction(shape, x)


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    for n in range(1, _TERMS):
        term *= x / (shape + n)
        total += term
        if term < total * _PRECISION:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    """The continued fraction of the upper function, by the modified method of Lentz."""
    b = x + 1 - shape
    c, d = 1 / _TINY, 1 / b
    value = d
    for n in range(1, _TERMS):
        a = -n * (n - shape)
        b += 2
        d = 1 / _away(a * d + b)
        c = _away(b + a / c)
        value *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return value


def _away(number: float) -> float:
    """Keep a denominator away from zero."""
    return number if abs(number) > _TINY else _TINY
