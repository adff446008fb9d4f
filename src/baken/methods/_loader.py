# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Gamma and beta densities without cancellation for large counts, in plain Python.

``a log x - x - lgamma(a)`` loses nine of sixteen digits at a = 1e6, because large terms cancel. Loader's
form splits the density into a correction and a deviance that are small where it matters.
"""

import math

_LOG_SQRT_2PI = math.log(2 * math.pi) / 2
_STIRLING_FROM = 16


def log_gamma_density(shape: float, t: float) -> float:
    """Return log(x^a exp(-x) / Gamma(a)) at x = exp(t): the density of log X for a gamma variable X.

    Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities, sections 2 and 3.
    """
    return math.log(shape) / 2 - _LOG_SQRT_2PI - stirling_error(shape) - deviance(shape, math.exp(t), t)


def log_beta_density(a: float, b: float, log_x: float, log_y: float) -> float:
    """Return log(x^a y^b / B(a, b)), y = 1 - x: the density of log(X / (1 - X)) for a beta variable X.

    Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities, sections 2 and 3.
    """
    total = a + b
    log_total = math.log(total)
    correction = stirling_error(total) - stirling_error(a) - stirling_error(b)
    apart = deviance(a, total * math.exp(log_x), log_total + log_x)
    apart += deviance(b, total * math.exp(log_y), log_total + log_y)
    return (math.log(a) + math.log(b) - log_total) / 2 - _LOG_SQRT_2PI + correction - apart


def stirling_error(n: float) -> float:
    """Return log Gamma(n + 1) less Stirling's approximation (n + 1/2) log n - n + log(2 pi) / 2."""
    if n < _STIRLING_FROM:
        return math.lgamma(n + 1) - (n + 0.5) * math.log(n) + n - _LOG_SQRT_2PI
    s = 1 / (n * n)
    return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / n


def deviance(n: float, mean: float, log_mean: float) -> float:
    """Return n log(n / mean) + mean - n, which is small and never negative near n = mean."""
    gap = n - mean
    if abs(gap) >= 0.1 * (n + mean):
        return n * (math.log(n) - log_mean) - gap
    # With v = gap / (n + mean): gap v + 2 n (v^3/3 + v^5/5 + ...).
    v = gap / (n + mean)
    total, power, odd = gap * v, 2 * n * v, 1
    while True:
        power *= v * v
        odd += 2
        following = total + power / odd
        if following == total:
            return total
        total = following
