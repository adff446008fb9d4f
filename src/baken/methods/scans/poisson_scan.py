# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The spatial scan statistic for counts: which adjoining areas hold more cases than chance gives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason
from baken.methods.scans._data import reason_of
from baken.methods.scans._draws import spread_over
from baken.methods.scans._search import Search, Strongest, chance, gumbel_chance, maxima, strongest
from baken.methods.scans._values import known_total, relative_risk, weight_at
from baken.methods.scans.zones import Zones


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How a scan is tested.

    ``simulations`` maps are drawn from streams of ``seed``. ``stop_after`` ends sooner (Besag and Clifford):
    as soon as so many maps reach the strongest cluster, chance explains it and more maps say nothing new.
    ``clusters`` is the largest number of clusters returned. A cluster has at least ``least_cases`` cases.
    With ``per_centre`` each centre puts forward its strongest zone only, as SaTScan lists clusters; else any
    zone that shares no area with a stronger cluster is one. ``threads``: None is one for each processor; the
    result is the same for any number.
    """

    simulations: int = 999
    seed: int = 1
    stop_after: int | None = None
    clusters: int = 10
    least_cases: int = 2
    per_centre: bool = False
    threads: int | None = None

    def __post_init__(self) -> None:
        if self.simulations < 19:
            raise ValueError(f"simulations must be at least 19; got {self.simulations}")
        if not 0 <= self.seed < 2**63:
            raise ValueError(f"seed must lie from 0 to 2**63 - 1; got {self.seed}")
        if self.stop_after is not None and self.stop_after < 1:
            raise ValueError(f"stop_after must be at least 1; got {self.stop_after}")
        if min(self.clusters, self.least_cases) < 1:
            raise ValueError(
                f"clusters and least_cases must be at least 1; got {self.clusters}, {self.least_cases}"
            )


@dataclass(frozen=True, slots=True)
class ScanCluster:
    """A group of areas with more cases than expected.

    ``areas`` are numbers from 0 in the order in which they joined. ``expected`` is the share of the
    population times all cases; ``relative_risk`` compares the rate inside with the rate outside (inf when
    all cases lie inside). ``statistic`` is the log-likelihood ratio times the weight of the zone (1 for
    circles). ``p`` is the share of chance maps of which the strongest cluster is at least as strong.
    """

    areas: tuple[int, ...]
    cases: int
    expected: float
    relative_risk: float
    log_likelihood_ratio: float
    statistic: float
    p: float
    gumbel_p: float


@dataclass(frozen=True, slots=True, eq=False)
class ScanResult:
    """The clusters of a map, strongest first; no two share an area.

    ``clusters`` is empty when nothing lies above the expected number or when ``reason`` is not JUDGED.
    ``cases`` is the total, -1 when it cannot be known. ``maxima`` holds the largest statistic of each chance
    map; their number is ``simulations`` unless the test stopped early.
    """

    clusters: tuple[ScanCluster, ...]
    reason: Reason
    cases: int
    maxima: FloatArray


def poisson_scan(
    counts: ArrayLike, population: ArrayLike, zones: Zones, options: ScanOptions | None = None
) -> ScanResult:
    """Return the groups of areas with more cases than their share of the population explains.

    With all C cases given, a zone with c cases where e are expected has the log-likelihood ratio
    c ln(c / e) + (C - c) ln((C - c) / (C - e)) if c > e, else 0. Its p value compares it with the largest
    ratio over all zones in maps where the cases fall by chance, so it answers for having looked everywhere.

    Args:
        counts: cases in each of n areas, whole numbers.
        population: n numbers in proportion to which cases are expected; 0 only where there is no case.
        zones: the zones over these areas, such as from ``circular_zones``.
        options: number of simulations and the like.

    Returns:
        A result with a reason, never an exception, for bad figures: a missing (NaN), negative, fractional or
        infinite count or population; no case; no population where there are cases; one area.

    Raises:
        ValueError: arrays whose length is not the number of areas of the zones.

    Source: M. Kulldorff (1997), Communications in Statistics - Theory and Methods 26:1481-1496.

    """
    options = options or ScanOptions()
    cases, people = np.asarray(counts, dtype=np.float64), np.asarray(population, dtype=np.float64)
    if cases.shape != (zones.areas,) or people.shape != (zones.areas,):
        raise ValueError(f"counts and population must have {zones.areas} numbers, one for each area")
    reason = reason_of(cases, people, zones)
    if reason:
        return ScanResult((), reason, known_total(cases), np.empty(0))
    whole = cases.astype(np.int64)[:, None]
    total = int(whole.sum())
    expected = np.ascontiguousarray(people[:, None] * (total / people.sum()))
    search = Search(zones, expected, np.array([[0, 1]], dtype=np.int64), total)
    found = strongest(search, whole, options)
    if not found:
        return ScanResult((), reason, total, np.empty(0))
    simulated = maxima(search, spread_over(expected, total, options.seed), options, found[0].statistic)
    clusters = tuple(_cluster(search, one, whole, (simulated, options.stop_after)) for one in found)
    return ScanResult(clusters, reason, total, simulated)


def _cluster(
    search: Search, one: Strongest, counts: np.ndarray, test: tuple[FloatArray, int | None]
) -> ScanCluster:
    areas = search.zones.at(one.place)
    cases, expected = int(counts[areas].sum()), float(search.expected[areas].sum())
    return ScanCluster(
        areas=tuple(areas.tolist()),
        cases=cases,
        expected=expected,
        relative_risk=relative_risk(cases, expected, search.total),
        log_likelihood_ratio=one.statistic / weight_at(search.zones, one.place),
        statistic=one.statistic,
        p=chance(one.statistic, *test),
        gumbel_p=gumbel_chance(one.statistic, test[0]),
    )
