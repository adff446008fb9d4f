# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The search for the strongest clusters and what chance alone would give."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods._threads import in_blocks
from baken.methods.scans._data import IntArray, in_windows
from baken.methods.scans._draws import Draw
from baken.methods.scans.zones import Zones

if TYPE_CHECKING:
    from baken.methods.scans.poisson_scan import ScanOptions

_TIE = 1e-9
_TOGETHER = 16
"""So many windows are searched in one pass, which bounds the memory."""
_EULER = 0.5772156649015329


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """Zones, windows and expected numbers, in the form of the kernels."""

    zones: Zones
    expected: FloatArray
    windows: IntArray
    total: int

    def arrays(self) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.bool_], FloatArray]:
        """The zones as the kernels take them."""
        return self.zones.start, self.zones.index, self.zones.ends, self.zones.weight

    def model(self, first: int = 0, last: int | None = None) -> tuple[FloatArray, float]:
        """The expected numbers in the windows from first up to last, as the kernels take them."""
        return in_windows(self.expected, self.windows[first:last]), float(self.total)


@dataclass(frozen=True, slots=True)
class Strongest:
    """One zone and window: the place where the zone ends, the window and the statistic."""

    place: int
    window: int
    statistic: float


def strongest(search: Search, counts: IntArray, options: ScanOptions) -> list[Strongest]:
    """The strongest zones of a map that share no area, strongest first; ties go to the smaller zone."""
    from baken.methods.scans._scan_kernel import best_windows, only_best_of_centre, without_taken

    zones = search.zones
    free = np.zeros(len(zones.index))
    window = np.zeros(len(zones.index), dtype=np.int64)
    summed = in_windows(counts.astype(np.float64), search.windows).astype(np.int64)
    best_windows(search.arrays(), search.model(), summed, options.least_cases, (free, window))
    if options.per_centre:
        only_best_of_centre(search.arrays(), zones.centre, free)
    found: list[Strongest] = []
    taken = np.zeros(zones.areas, dtype=np.bool_)
    while len(found) < options.clusters and (top := float(free.max())) > 0:
        equal = np.flatnonzero(free >= top * (1 - _TIE))
        size = equal - zones.start[np.searchsorted(zones.start, equal, side="right") - 1]
        place = int(equal[np.argmin(size)])
        found.append(Strongest(place, int(window[place]), float(free[place])))
        taken[zones.at(place)] = True
        without_taken(search.arrays(), taken, free)
    return found


def maxima(search: Search, draw: Draw, options: ScanOptions, statistic: float) -> FloatArray:
    """The largest statistic of each simulated map; fewer when the rule for stopping is met."""
    from baken.methods.scans._scan_kernel import SIDE

    number, threads = options.simulations, options.threads
    # The first maps, searched from a low level on, tell how large the maxima of chance are. A level changes
    # the time it takes and never the answer: what stays below it is searched again from a lower one.
    low = 0.3 * math.log(search.zones.count * len(search.windows) + 1)
    best = _best_of(np.arange(min(SIDE, number)), search, draw, ((low, 0.3 * low, 0.0), threads))
    levels = (float(np.quantile(best, 0.1)), 0.9 * float(best.min()), 0.0)
    step = number if options.stop_after is None else 8 * SIDE
    while len(best) < number and not _stops(best, options, statistic):
        maps = np.arange(len(best), min(len(best) + step, number))
        best = np.concatenate([best, _best_of(maps, search, draw, (levels, threads))])
    return _until_stopped(best, options, statistic)


def chance(statistic: float, simulated: FloatArray, stop_after: int | None) -> float:
    """The Monte Carlo p value: (1 + maps at least as strong) / (1 + maps), or of a sequential test."""
    reached = simulated >= statistic * (1 - _TIE)
    if stop_after is not None and reached.sum() >= stop_after:
        return stop_after / (int(np.flatnonzero(reached)[stop_after - 1]) + 1)
    return (1 + int(reached.sum())) / (1 + len(simulated))


def gumbel_chance(statistic: float, simulated: FloatArray) -> float:
    """The p value from a Gumbel distribution with the mean and variance of the simulated maxima.

    Source: A. Abrams, K. Kleinman and M. Kulldorff (2010), International Journal of Health Geographics 9:61.
    """
    scale = float(simulated.std(ddof=1)) * math.sqrt(6) / math.pi
    if not scale > 0:
        return math.nan
    standard = (statistic - float(simulated.mean())) / scale + _EULER
    return -math.expm1(-math.exp(-standard)) if standard > -30 else 1.0


def _stops(simulated: FloatArray, options: ScanOptions, statistic: float) -> bool:
    reached = int((simulated >= statistic * (1 - _TIE)).sum())
    return options.stop_after is not None and reached >= options.stop_after


def _until_stopped(simulated: FloatArray, options: ScanOptions, statistic: float) -> FloatArray:
    if not _stops(simulated, options, statistic):
        return simulated
    reached = np.flatnonzero(simulated >= statistic * (1 - _TIE))
    return simulated[: int(reached[(options.stop_after or 1) - 1]) + 1]


def _best_of(
    maps: IntArray, search: Search, draw: Draw, setting: tuple[tuple[float, ...], int | None]
) -> FloatArray:
    """The largest statistic of these maps; what does not reach a level is searched again from the next."""
    from baken.methods.scans._scan_kernel import SIDE

    levels, threads = setting
    best = np.zeros(len(maps))
    left = np.arange(len(maps))
    for level in levels:
        for first in range(0, len(search.windows), _TOGETHER):
            part = _Part(search, draw, level, (first, min(first + _TOGETHER, len(search.windows))), threads)
            work = partial(part.fill, maps[left], left, best)
            in_blocks(work, len(left), threads, SIDE)
        left = left[best[left] < level]
        if not len(left):
            break
    return best


class _Part:
    """The search in some of the windows, from a level on."""

    def __init__(
        self, search: Search, draw: Draw, level: float, windows: tuple[int, int], threads: int | None
    ) -> None:
        self.search, self.draw = search, draw
        self.windows = np.ascontiguousarray(search.windows[slice(*windows)])
        self.model = search.model(*windows)
        self.critical = self._critical(level, threads)

    def _critical(self, level: float, threads: int | None) -> NDArray[np.int32]:
        from baken.methods.scans._scan_kernel import critical_counts

        zones, out = (
            self.search.zones,
            np.zeros((len(self.search.zones.index), len(self.windows)), dtype=np.int32),
        )

        def work(first: int, last: int) -> None:
            critical_counts(self.search.arrays(), self.model, level, (first, last), out)

        in_blocks(work, len(zones.start) - 1, threads)
        return out

    def fill(self, maps: IntArray, places: IntArray, best: FloatArray, first: int, last: int) -> None:
        """Raise the best of one block of maps."""
        from baken.methods.scans._sampling_kernel import in_windows
        from baken.methods.scans._scan_kernel import SIDE, block_maxima

        areas, periods = self.search.expected.shape
        drawn = np.zeros((areas, periods, SIDE), dtype=np.int32)
        self.draw(maps[first:last], drawn)
        if periods > 1:
            summed = np.zeros((areas, len(self.windows), SIDE), dtype=np.int32)
            in_windows(drawn, self.windows, summed)
        else:
            summed = drawn
        own = np.zeros(SIDE)
        block_maxima(self.search.arrays(), self.model, self.critical, summed, own)
        best[places[first:last]] = np.maximum(best[places[first:last]], own[: last - first])


def all_windows(periods: int, longest: int) -> IntArray:
    """Every window of at most so many periods, as (before, until)."""
    return np.array(list(_windows(periods, longest)), dtype=np.int64)


def newest_windows(periods: int, longest: int) -> IntArray:
    """The windows of at most so many periods that end at the newest period."""
    return np.array([(periods - length, periods) for length in range(1, longest + 1)], dtype=np.int64)


def _windows(periods: int, longest: int) -> Iterator[tuple[int, int]]:
    for length in range(1, longest + 1):
        for first in range(periods - length + 1):
            yield first, first + length
