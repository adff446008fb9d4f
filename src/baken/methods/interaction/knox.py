# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Knox's test: are events that are near in place also near in time more often than chance gives?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray
from baken.methods.interaction._events import (
    IntArray,
    NearPairs,
    checked_edges,
    checked_events,
)
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True)
class PermutationOptions:
    """How many times the times of the events are dealt out anew, from streams of which seed.

    ``threads``: None is one for each processor; the result is the same for any number.
    """

    simulations: int = 999
    seed: int = 1
    threads: int | None = None

    def __post_init__(self) -> None:
        if self.simulations < 19:
            raise ValueError(f"simulations must be at least 19; got {self.simulations}")
        if not 0 <= self.seed < 2**63:
            raise ValueError(f"seed must lie from 0 to 2**63 - 1; got {self.seed}")


@dataclass(frozen=True, slots=True)
class KnoxTest:
    """Pairs of events near in place (at most ``distance``) and time (at most ``duration``).

    ``near`` pairs are both; ``expected`` is near in place times near in time over all pairs. ``p`` counts
    permutations with at least as many; ``poisson_p`` is the chance that a Poisson number with that expected
    value is larger than ``near``, an approximation that is too sure of itself when events crowd.
    """

    distance: float
    duration: float
    near: int
    near_in_place: int
    near_in_time: int
    pairs: int
    expected: float
    poisson_p: float
    p: float

    @property
    def table(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Pairs near in time (first row) and not (second), near in place (first column) and not (second)."""
        apart = self.pairs - self.near_in_place - self.near_in_time + self.near
        return (self.near, self.near_in_time - self.near), (self.near_in_place - self.near, apart)


@dataclass(frozen=True, slots=True)
class KnoxResult:
    """One test for each pair of limits, distances first; none when ``reason`` is not JUDGED.

    ``smallest_p`` is the p value of the best of all these tests together: how often a permutation has a
    smallest p value as small. Use it when the limits were not fixed beforehand.
    """

    tests: tuple[KnoxTest, ...]
    smallest_p: float
    reason: Reason
    events: int


def knox(
    points: ArrayLike,
    days: ArrayLike,
    distances: Sequence[float],
    durations: Sequence[float],
    options: PermutationOptions | None = None,
) -> KnoxResult:
    """Count the pairs of events that are near in place and time, and compare with times dealt out anew.

    Args:
        points: coordinates of n events in metres, shape (n, 2).
        days: the day of each event, whole or with a fraction.
        distances: largest distances that count as near, rising.
        durations: largest numbers of days that count as near, rising.
        options: number of permutations and the like.

    Returns:
        Counts and p values only, never a point. Bad figures give a reason: a missing or infinite coordinate
        or day, fewer than three events, all events at one time, no pair near in place.

    Raises:
        ValueError: arrays of another shape, limits that do not rise, or more than 200 million near pairs.

    Source: E. G. Knox (1964), Applied Statistics 13:25-29; N. Mantel (1967), Cancer Research 27:209-220.

    """
    options = options or PermutationOptions()
    far, long = checked_edges(distances, "distances"), checked_edges(durations, "durations")
    places, times, reason = checked_events(points, days)
    if reason:
        return KnoxResult((), math.nan, reason, len(times))
    pairs = NearPairs.within(places, far)
    if not len(pairs.other):
        return KnoxResult((), math.nan, Reason.TOO_FEW_CASES, len(times))
    near = np.cumsum(pairs.table(times, long), axis=0)
    simulated = np.cumsum(pairs.permuted(times, long, options), axis=1)
    in_place, in_time = pairs.within_each, _near_in_time(times, long)
    chance = (1 + (simulated >= near).sum(axis=0)) / (1 + options.simulations)
    total = len(times) * (len(times) - 1) // 2
    tests = tuple(
        _test(
            (far[row], long[column]), int(near[row, column]), (int(in_place[row]), in_time[column], total), p
        )
        for row, ps in enumerate(chance.tolist())
        for column, p in enumerate(ps)
    )
    return KnoxResult(tests, _smallest(chance, near, simulated), Reason.JUDGED, len(times))


def _near_in_time(times: FloatArray, durations: FloatArray) -> list[int]:
    from baken.methods.interaction._pairs_kernel import near_in_time

    ordered = np.sort(times)
    return [int(near_in_time(ordered, float(longest))) for longest in durations]


def _test(limits: tuple[float, float], near: int, totals: tuple[int, int, int], p: float) -> KnoxTest:
    from scipy.special import pdtrc

    in_place, in_time, pairs = totals
    expected = in_place * in_time / pairs
    poisson_p = float(pdtrc(near, expected))
    return KnoxTest(
        float(limits[0]), float(limits[1]), near, in_place, in_time, pairs, expected, poisson_p, p
    )


def _smallest(chance: FloatArray, near: IntArray, simulated: IntArray) -> float:
    """How often the smallest p value of a permutation is at most the smallest observed one."""
    both = np.concatenate([near[None], simulated]).reshape(len(simulated) + 1, -1)
    # The p value of each permutation among all: how many have at least as many pairs.
    rank = np.column_stack([len(column) - np.searchsorted(np.sort(column), column) for column in both.T])
    least = rank.min(axis=1)
    return float((least <= round(float(chance.min()) * len(both))).sum() / len(both))
