# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The digamma and trigamma functions and the inverse of the latter, in plain Python."""

import math

# From here on the asymptotic series is exact to the last digits.
_FROM = 15.0


def digamma(x: float) -> float:
    """Return the derivative of log gamma, for x above 0.

    Source: Abramowitz & Stegun (1964), 6.3.5 and 6.3.18.
    """
    value = 0.0
    while x < _FROM:
        value -= 1 / x
        x += 1
    y = 1 / (x * x)
    series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132)))))
    return value + math.log(x) - 1 / (2 * x) - series


def trigamma(x: float) -> float:
    """Return the second derivative of log gamma, for x above 0.

    Source: Abramowitz & Stegun (1964), 6.4.6 and 6.4.12.
    """
    value = 0.0
    while x < _FROM:
        value += 1 / (x * x)
        x += 1
    y = 1 / (x * x)
    series = y * (1 / 6 - y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - y * (5 / 66)))))
    return value + (1 + series) / x + y / 2


def trigamma_inverse(value: float) -> float:
    """Return the x above 0 with trigamma(x) = value, for a value above 0.

    1 / trigamma is convex and nearly straight; Newton on it from below does not overshoot.

    Source: Smyth (2004), Statistical Applications in Genetics and Molecular Biology 3:3, appendix.
    """
    if value < 1e-7:
        return 1 / value
    x = 0.5 + 1 / value
    for _ in range(50):
        here = trigamma(x)
        step = here * (1 - here / value) / _tetragamma(x)
        x += step
        if abs(step) < 1e-14 * x:
            break
    return x


def _tetragamma(x: float) -> float:
    """The derivative of trigamma: Abramowitz & Stegun 6.4.6 and 6.4.13."""
    value = 0.0
    while x < _FROM:
        value -= 2 / x**3
        x += 1
    y = 1 / (x * x)
    return value - y * (1 + 1 / x + y * (1 / 2 - y * (1 / 6 - y * (1 / 6 - y * 3 / 10))))
