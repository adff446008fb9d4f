# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How much more counts vary than chance allows: one figure from a few comparable series, in plain Python."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baken.methods._checks import check_level
from baken.methods.reason import Reason
from baken.methods.trend._change import width_factor
from baken.methods.trend._line import fitted_line
from baken.methods.trend._series import checked_series
from baken.methods.trend._student import z_quantile
from baken.methods.trend._trigamma import digamma, trigamma, trigamma_inverse

# More prior degrees of freedom than this say that the series do not differ.
_ALIKE = 1e6


@dataclass(frozen=True, slots=True)
class Spread:
    """How much one series varies around its own trend: Pearson's X2 over its degrees of freedom.

    ``estimate`` can lie below 1 by chance. ``shrunk`` is drawn towards the comparable series, ``degrees`` are
    its own degrees of freedom and ``shrunk_degrees`` those with what the others add. When ``reason`` is not
    JUDGED there is no estimate (NaN, 0 degrees), and ``shrunk`` is what the others give, NaN without others.
    """

    reason: Reason
    estimate: float
    degrees: float
    shrunk: float
    shrunk_degrees: float

    @property
    def phi(self) -> float:
        """The overdispersion, at least 1; NaN when nothing is known."""
        return math.nan if math.isnan(self.shrunk) else max(1.0, self.shrunk)

    def for_interval(self, level: float = 0.95) -> float:
        """Return the overdispersion to hand to ``rate_change`` for an interval of this level.

        ``rate_change`` takes overdispersion as known. It is estimated, and (t / z)^2 pays for that: the
        interval is then as wide as with Student's t. At least 1; NaN when nothing is known.
        """
        check_level(level)
        if math.isnan(self.shrunk):
            return math.nan
        return (width_factor(self.shrunk, self.shrunk_degrees, level) / z_quantile(level)) ** 2


@dataclass(frozen=True, slots=True)
class Overdispersion:
    """The spread of each of a set of comparable series, and what they share.

    ``common`` is the spread they are drawn towards and ``weight`` how many degrees of freedom it counts for
    (inf when the series differ no more than chance allows, 0 when there are fewer than three to tell).
    """

    series: tuple[Spread, ...]
    common: float
    weight: float


def overdispersion(
    counts: Sequence[Iterable[float | None]],
    exposure: Sequence[Iterable[float | None] | None] | None = None,
) -> Overdispersion:
    """Return the overdispersion of comparable annual series, each around its own log-linear trend.

    Args:
        counts: one row of whole numbers per series; None or NaN is missing. One series alone is fine.
        exposure: the same shape, above 0; None is equal for all years.

    Raises:
        ValueError: no series, or rows of different length.

    Source: McCullagh & Nelder (1989), 6.2 (X2 / df); Smyth (2004), Statistical Applications in Genetics and
    Molecular Biology 3:3 (shrinking).
    """
    people = [None] * len(counts) if exposure is None else list(exposure)
    if not counts or len(people) != len(counts):
        raise ValueError(f"one exposure per series is needed; got {len(people)} for {len(counts)} series")
    return pooled([_around_trend(row, size) for row, size in zip(counts, people, strict=True)])


def pooled(estimates: Sequence[tuple[Reason, float, float]]) -> Overdispersion:
    """Return the spreads of comparable series, each drawn towards what they share.

    With s the estimates and d their degrees of freedom: s0 and d0 are such that log s has the mean and the
    variance of a scaled F on d and d0 degrees; then shrunk = (d0 s0 + d s) / (d0 + d) on d0 + d degrees.

    Args:
        estimates: per series the reason, Pearson's X2 / df and df, from any fit, such as monthly trends.

    Raises:
        ValueError: no series.

    Source: Smyth (2004), sections 5 and 6.
    """
    if not estimates:
        raise ValueError("at least one series is needed")
    # A spread of exactly 0 has no logarithm; it only happens to a series that lies on its line.
    known = [(max(s, 1e-3), d) for reason, s, d in estimates if reason is Reason.JUDGED and d > 0]
    common, weight = _shared(known)
    # All together they cannot count for more degrees of freedom than they have.
    degrees = math.fsum(d for _, d in known)
    shrunk = (_shrunk(one, (common, weight), degrees) for one in estimates)
    return Overdispersion(tuple(shrunk), common, weight)


def _around_trend(
    counts: Iterable[float | None], exposure: Iterable[float | None] | None
) -> tuple[Reason, float, float]:
    data = checked_series(counts, exposure)
    line = fitted_line(data) if data.reason is Reason.JUDGED else None
    if line is None:
        return data.reason or Reason.NO_CONVERGENCE, math.nan, 0.0
    return Reason.JUDGED, line.dispersion, float(line.degrees)


def _shared(known: list[tuple[float, float]]) -> tuple[float, float]:
    if len(known) < 3:
        return math.nan, 0.0
    logs = [math.log(s) - digamma(d / 2) + math.log(d / 2) for s, d in known]
    mean = math.fsum(logs) / len(logs)
    differs = math.fsum((one - mean) ** 2 for one in logs) / (len(logs) - 1)
    differs -= math.fsum(trigamma(d / 2) for _, d in known) / len(known)
    half = trigamma_inverse(differs) if differs > 0 else math.inf
    if half > _ALIKE:
        # They differ no more than chance allows: one figure for all, weighed by degrees of freedom.
        return math.fsum(s * d for s, d in known) / math.fsum(d for _, d in known), math.inf
    return math.exp(mean + digamma(half) - math.log(half)), 2 * half


def _shrunk(one: tuple[Reason, float, float], shared: tuple[float, float], together: float) -> Spread:
    reason, estimate, degrees = one
    common, weight = shared
    if reason is not Reason.JUDGED or degrees <= 0:
        return Spread(reason, math.nan, 0.0, common, min(weight, together))
    if not weight:
        return Spread(reason, estimate, degrees, estimate, degrees)
    if math.isinf(weight):
        return Spread(reason, estimate, degrees, common, together)
    shrunk = (weight * common + degrees * estimate) / (weight + degrees)
    return Spread(reason, estimate, degrees, shrunk, min(weight + degrees, together))
