# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The settings of a trend, checked."""

from __future__ import annotations

import math
from dataclasses import dataclass

from baken.methods._checks import check_level, check_positive

SEASONS = ("none", "factor", "harmonics")
FAMILIES = ("automatic", "poisson", "quasi_poisson", "negative_binomial")


@dataclass(frozen=True, slots=True)
class TrendOptions:
    """How a trend is fitted.

    ``per_year``: periods per year (1, 4, 12, 365.25 / 7). ``season``: "none", "factor" (one effect per part
    of the year) or "harmonics" (``harmonics`` pairs of waves); ``season_length`` in periods, ``per_year``
    when None. ``shifts``: places of the first period after a break that moves the level; ``stops``: the same
    for a break after which nothing compares with what came before, so that only what follows the last one
    counts. ``family``: "automatic" or the name of one. ``autocorrelation``: widen the intervals for it.
    """

    per_year: float = 1.0
    season: str = "none"
    season_length: float | None = None
    harmonics: int = 2
    shifts: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    family: str = "automatic"
    autocorrelation: bool = True
    level: float = 0.95

    @property
    def length(self) -> float:
        """The length of the season in periods."""
        return self.per_year if self.season_length is None else self.season_length

    def check(self, periods: int) -> None:
        """Raise ValueError for settings that cannot be, for a series of so many periods."""
        check_level(self.level)
        check_positive(self.per_year, "per_year")
        if self.season not in SEASONS:
            raise ValueError(f"season must be one of {', '.join(SEASONS)}; got {self.season}")
        if self.family not in FAMILIES:
            raise ValueError(f"family must be one of {', '.join(FAMILIES)}; got {self.family}")
        self._check_season()
        for place in (*self.shifts, *self.stops):
            if not 0 < place < periods:
                raise ValueError(f"a break must lie at a place from 1 to {periods - 1}; got {place}")
        if len(set(self.shifts)) < len(self.shifts):
            raise ValueError(f"each shift can be stated once; got {self.shifts}")

    def _check_season(self) -> None:
        if self.season == "none":
            return
        if not (math.isfinite(self.length) and self.length >= 2):
            raise ValueError(f"a season has at least 2 periods; got {self.length:g}")
        if self.season == "factor" and self.length % 1:
            raise ValueError(f"a season by factor has whole periods; got {self.length:g} (use harmonics)")
        if self.season == "harmonics" and not 1 <= self.harmonics <= self.length / 2:
            raise ValueError(f"harmonics must be 1 to half the season; got {self.harmonics}")
