# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A fitted change with its interval, and how wide an interval of counts must be."""

import math
from dataclasses import dataclass

from baken.methods.trend._student import t_quantile, z_quantile

# The largest exponent of which exp is still a float.
_LARGEST = 709.0


@dataclass(frozen=True, slots=True)
class Change:
    """A change in percent with its limits; all NaN when it cannot be judged."""

    percent: float
    lower: float
    upper: float

    @property
    def direction(self) -> str | None:
        """Return "up" or "down" where the whole interval lies on one side of 0, otherwise None."""
        if self.lower > 0:
            return "up"
        return "down" if self.upper < 0 else None


NO_CHANGE_KNOWN = Change(math.nan, math.nan, math.nan)


def change_of(log_ratio: float, half_width: float) -> Change:
    """Return a change from the logarithm of a ratio and the half width of its interval."""
    return Change(*(percent_of(log_ratio + side * half_width) for side in (0, -1, 1)))


def percent_of(log_ratio: float) -> float:
    """Return the change in percent that belongs to the logarithm of a ratio; inf when it is too large."""
    return 100 * math.expm1(log_ratio) if log_ratio < _LARGEST else math.inf


def exponential(power: float) -> float:
    """Return exp without overflow: inf when it is too large."""
    return math.exp(power) if power < _LARGEST else math.inf


def width_factor(dispersion: float, degrees: float, level: float) -> float:
    """Return how many Poisson standard errors an interval reaches to either side.

    The wider of two: z, the least that chance in counts allows, and t times the root of the estimated
    overdispersion, which pays for estimating it from few periods. Never narrower than the t interval, hence
    at least its coverage; never narrower than Poisson, however regular a few figures look.
    """
    return max(z_quantile(level), t_quantile(level, degrees) * math.sqrt(dispersion))


def is_poisson(dispersion: float, degrees: float, level: float) -> bool:
    """Say whether the Poisson interval is the wider of the two."""
    return t_quantile(level, degrees) * math.sqrt(dispersion) <= z_quantile(level)
