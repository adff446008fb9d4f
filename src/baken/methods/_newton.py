# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Quantiles of a log-concave distribution by Halley steps on the logarithm of its tail."""

import math
from collections.abc import Callable
from typing import NamedTuple

# Halley's error is the cube of the step: below this step, in scales of the tail, the next is rounding.
_LAST_STEP = 1e-5
_STEPS = 100


class Tail(NamedTuple):
    """The logarithm of a tail at one point, its slope there, and the slope of the log density."""

    value: float
    slope: float
    density_slope: float


def solve(tail: Callable[[float], Tail], start: float, target: float) -> float:
    """Return the point where the log tail equals the target.

    The log tail of a log-concave density is concave and monotone, so that Newton steps converge from any
    start; Halley's correction triples the digits per step at no extra evaluation. The bracket stops a
    corrected step that overshoots a point already seen.

    Source: Bagnoli & Bergstrom (2005), Economic Theory 26:445-469, on log-concavity; Traub (1964),
    Iterative Methods for the Solution of Equations, 5.2, for Halley's method.
    """
    low, high, point = -math.inf, math.inf, start
    for _ in range(_STEPS):
        at = tail(point)
        gap = at.value - target
        low, high = (low, point) if gap * at.slope > 0 else (point, high)
        bend = gap / 2 * (at.density_slope / at.slope - 1)
        step = gap / at.slope / (1 - min(max(bend, -1.0), 0.5))
        following = point - step
        if not low <= following <= high:
            following = (low + high) / 2
        elif abs(step * at.slope) < _LAST_STEP:
            return following
        point = following
    return point
