# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How much more areas differ than chance alone: a factor on the variance, or a variance between areas."""

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import NamedTuple

_AT_LEAST = 3


class Dispersion(NamedTuple):
    """``phi`` (at least 1) multiplies the variance; ``tau_squared`` (at least 0) is added to it."""

    phi: float
    tau_squared: float


def dispersion(
    deviations: Sequence[float],
    weights: Sequence[float],
    winsorise: float,
    *,
    corrected: bool,
    estimated: int = 0,
) -> Dispersion:
    """Return the overdispersion behind standardised deviations; NaN with fewer than three.

    The deviations z are winsorised: the lowest and highest part become equal to the next one. Then
    phi = sum(z^2) / I and tau^2 = (I phi - (I - 1)) / (sum(w) - sum(w^2) / sum(w)).

    Args:
        deviations: (value - target) / standard error, one per area.
        weights: one over the variance of each value.
        winsorise: part of the areas at either end.
        corrected: divide by the mean square of a normal deviate that is pulled in as much.
        estimated: how many figures behind the target came from these same areas; taken off I in phi.

    Source: Spiegelhalter (2005), Statistics in Medicine 24:1185-1202, A.3 and A.4; DerSimonian & Laird
    (1986), Controlled Clinical Trials 7:177-188.
    """
    areas = len(deviations)
    if areas < _AT_LEAST:
        return Dispersion(math.nan, math.nan)
    ends = int(winsorise * areas)
    ordered = sorted(deviations)
    low, high = ordered[ends], ordered[areas - 1 - ends]
    squares = math.fsum(min(max(z, low), high) ** 2 for z in deviations)
    if corrected:
        squares /= _pulled_in(ends / areas)
    phi = squares / (areas - estimated)
    total = math.fsum(weights)
    spread = total - math.fsum(weight**2 for weight in weights) / total
    return Dispersion(max(1.0, phi), max(0.0, (areas * phi - (areas - 1)) / spread))


def _pulled_in(part: float) -> float:
    """The mean square of a standard normal deviate that is winsorised at either end."""
    if not part:
        return 1.0
    normal = NormalDist()
    z = normal.inv_cdf(1 - part)
    return 1 - 2 * part - 2 * z * normal.pdf(z) + 2 * part * z * z
