# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The space-time scan statistic: which adjoining areas hold more cases than chance gives, and when."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason
from baken.methods.scans._data import MOST_DEALT, IntArray, reason_of
from baken.methods.scans._draws import Draw, dealt_anew, spread_over
from baken.methods.scans._search import (
    Search,
    Strongest,
    all_windows,
    chance,
    gumbel_chance,
    maxima,
    newest_windows,
    strongest,
)
from baken.methods.scans._values import known_total, relative_risk, weight_at
from baken.methods.scans.poisson_scan import ScanOptions
from baken.methods.scans.zones import Zones


@dataclass(frozen=True, slots=True)
class SpaceTimeOptions:
    """Which windows are searched, and how they are tested.

    ``prospective``: only windows that end at the newest period, which asks what goes on now; else any
    window. ``longest`` is the largest number of periods in a window; None is half of them, at least one.
    """

    prospective: bool = True
    longest: int | None = None
    scan: ScanOptions = field(default_factory=ScanOptions)


@dataclass(frozen=True, slots=True)
class SpaceTimeCluster:
    """A group of areas with more cases than expected from period ``first`` to period ``last``, both included.

    Areas and periods are numbers from 0. The other fields are those of ``ScanCluster``, within the window.
    """

    areas: tuple[int, ...]
    first: int
    last: int
    cases: int
    expected: float
    relative_risk: float
    log_likelihood_ratio: float
    statistic: float
    p: float
    gumbel_p: float


@dataclass(frozen=True, slots=True, eq=False)
class SpaceTimeResult:
    """The clusters, strongest first; no two share an area, even in different periods.

    Fields as in ``ScanResult``.
    """

    clusters: tuple[SpaceTimeCluster, ...]
    reason: Reason
    cases: int
    maxima: FloatArray


def space_time_scan(
    counts: ArrayLike,
    zones: Zones,
    expected: ArrayLike | None = None,
    options: SpaceTimeOptions | None = None,
) -> SpaceTimeResult:
    """Return the groups of areas and windows of periods with more cases than expected.

    The statistic of a cylinder (a zone in a window of periods) is that of ``poisson_scan``, with the count
    and the expected number inside it. There are two hypotheses of no cluster:

    - ``expected`` given, such as the population or a forecast of each area and period: all cases fall by
      chance in proportion to it. It is scaled to the number of all cases.
    - ``expected`` left out, the space-time permutation scan: each area keeps its own total and each period
      its own, expected is area total x period total / all; the periods are dealt out anew over the cases.
      What is always busy, and what is busy everywhere in one month, is then no cluster.

    Args:
        counts: cases of shape (areas, periods), whole numbers, the newest period last.
        zones: the zones over these areas.
        expected: numbers of the same shape, 0 only where there is no case.
        options: windows and number of simulations.

    Returns:
        A result with a reason, never an exception, for bad figures (as ``poisson_scan``), and
        TOO_FEW_PERIODS for fewer than two periods.

    Raises:
        ValueError: arrays of another shape, or a longest window below 1 or above the number of periods.

    Source: M. Kulldorff (2001), JRSS A 164:61-72; M. Kulldorff, R. Heffernan, J. Hartman, R. Assunção and F.
    Mostashari (2005), PLoS Medicine 2:e59.

    """
    options = options or SpaceTimeOptions()
    cases = np.asarray(counts, dtype=np.float64)
    base = cases if expected is None else np.asarray(expected, dtype=np.float64)
    if cases.ndim != 2 or cases.shape != base.shape or cases.shape[0] != zones.areas:
        raise ValueError(f"counts and expected must have the shape ({zones.areas}, periods)")
    windows = _windows(cases.shape[1], options)
    reason = reason_of(cases, base, zones) or _reason_of_periods(cases, expected is None)
    if reason:
        return SpaceTimeResult((), reason, known_total(cases), np.empty(0))
    whole = cases.astype(np.int64)
    total, scan = int(whole.sum()), options.scan
    mean, draw = _hypothesis(whole, None if expected is None else base, scan.seed)
    search = Search(zones, mean, windows, total)
    found = strongest(search, whole, scan)
    if not found:
        return SpaceTimeResult((), reason, total, np.empty(0))
    simulated = maxima(search, draw, scan, found[0].statistic)
    clusters = tuple(_cluster(search, one, whole, (simulated, scan.stop_after)) for one in found)
    return SpaceTimeResult(clusters, reason, total, simulated)


def _reason_of_periods(cases: FloatArray, dealt: bool) -> Reason:
    if cases.shape[1] < 2:
        return Reason.TOO_FEW_PERIODS
    return Reason.TOO_LARGE if dealt and cases.sum() > MOST_DEALT else Reason.JUDGED


def _windows(periods: int, options: SpaceTimeOptions) -> IntArray:
    longest = options.longest if options.longest is not None else max(1, periods // 2)
    if not 1 <= longest <= max(1, periods):
        raise ValueError(f"longest must lie from 1 to {periods} periods; got {longest}")
    return newest_windows(periods, longest) if options.prospective else all_windows(periods, longest)


def _hypothesis(counts: IntArray, base: FloatArray | None, seed: int) -> tuple[FloatArray, Draw]:
    """What is expected without clusters, and maps drawn from it."""
    total = int(counts.sum())
    if base is None:
        mean = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / total
        return mean, dealt_anew(counts, seed)
    mean = np.ascontiguousarray(base * (total / base.sum()))
    return mean, spread_over(mean, total, seed)


def _cluster(
    search: Search, one: Strongest, counts: IntArray, test: tuple[FloatArray, int | None]
) -> SpaceTimeCluster:
    areas = search.zones.at(one.place)
    before, until = (int(period) for period in search.windows[one.window])
    cases, expected = (
        float(part[areas, before:until].sum()) for part in (counts.astype(np.float64), search.expected)
    )
    return SpaceTimeCluster(
        areas=tuple(areas.tolist()),
        first=before,
        last=until - 1,
        cases=int(cases),
        expected=expected,
        relative_risk=relative_risk(cases, expected, search.total),
        log_likelihood_ratio=one.statistic / weight_at(search.zones, one.place),
        statistic=one.statistic,
        p=chance(one.statistic, *test),
        gumbel_p=gumbel_chance(one.statistic, test[0]),
    )
