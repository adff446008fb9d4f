# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A log-linear Poisson line through a few counts, in plain Python."""

import math
from dataclasses import dataclass

from baken.methods.trend._change import exponential
from baken.methods.trend._series import Series

_STEPS = 50
_PRECISION = 1e-11


@dataclass(frozen=True, slots=True)
class Line:
    """Level and slope on the log scale at the centre of the periods, with their Poisson variances.

    ``dispersion`` is Pearson's statistic over the degrees of freedom.
    """

    centre: float
    level: float
    slope: float
    level_variance: float
    covariance: float
    slope_variance: float
    dispersion: float
    degrees: int

    def mean(self, place: float, exposure: float, width: float = 0) -> float:
        """Return the fitted count of a period, so many Poisson standard errors to the side; NaN stays NaN."""
        if not exposure > 0 or math.isinf(exposure):
            return math.nan
        log_rate = self.level + self.slope * (place - self.centre)
        return exposure * exponential(log_rate + width * math.sqrt(self.variance(place)))

    def variance(self, place: float) -> float:
        """Return the Poisson variance of the logarithm of the fitted count."""
        x = place - self.centre
        return self.level_variance + x * (2 * self.covariance + x * self.slope_variance)

    def leverage(self, place: float, exposure: float) -> float:
        """Return the weight that the count of a period has in its own fitted count."""
        return self.mean(place, exposure) * self.variance(place)


def fitted_line(data: Series) -> Line | None:
    """Return the line of greatest likelihood; None when there is none, as with cases in one end period only.

    Source: McCullagh & Nelder (1989), 2.5 (iterated weighted least squares).
    """
    places = data.places
    centre = sum(places) / len(places)
    x = [place - centre for place in places]
    y = [data.counts[place] for place in places]
    size = [data.exposure[place] for place in places]
    rate = sum(y) / sum(size)
    eta = [math.log((one + people * rate) / 2 / people) for one, people in zip(y, size, strict=True)]
    level, slope = 0.0, 0.0
    for _ in range(_STEPS):
        mu = [people * math.exp(one) for people, one in zip(size, eta, strict=True)]
        z = [one + (count - mean) / mean for one, count, mean in zip(eta, y, mu, strict=True)]
        level, slope, *_ = _weighted(x, z, mu)
        following = [level + slope * one for one in x]
        moved = max(abs(one - other) for one, other in zip(following, eta, strict=True))
        eta = following
        if not moved < 100:
            return None
        if moved < _PRECISION:
            return _finished(
                (centre, level, slope), x, y, [s * math.exp(e) for s, e in zip(size, eta, strict=True)]
            )
    return None


def _finished(found: tuple[float, float, float], x: list[float], y: list[float], mu: list[float]) -> Line:
    _, _, at_centre, together, of_slope = _weighted(x, x, mu)
    degrees = len(x) - 2
    pearson = sum((count - mean) ** 2 / mean for count, mean in zip(y, mu, strict=True))
    return Line(*found, at_centre, together, of_slope, pearson / degrees, degrees)


def _weighted(
    x: list[float], z: list[float], weights: list[float]
) -> tuple[float, float, float, float, float]:
    """Weighted least squares of z on 1 and x: both coefficients, then their variances and covariance."""
    total = sum(weights)
    middle = sum(w * one for w, one in zip(weights, x, strict=True)) / total
    mean = sum(w * one for w, one in zip(weights, z, strict=True)) / total
    away = [one - middle for one in x]
    spread = sum(w * one * one for w, one in zip(weights, away, strict=True))
    cross = sum(w * one * (other - mean) for w, one, other in zip(weights, away, z, strict=True))
    slope = cross / spread
    return mean - slope * middle, slope, 1 / total + middle**2 / spread, -middle / spread, 1 / spread
