# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The search over all zones and windows of many simulated maps at once.

A walk adds areas one by one, so the sums of its zones grow along it. SIDE maps lie side by side: one pass
adds an area to all of them and asks whether any has reached the critical count of the zone. Only where one
has is the likelihood worked out.
"""

import math

import numpy as np

from baken.methods._compiled import compiled

SIDE = 32
NEVER = np.int32(2147483647)
_ONE = np.int32(1)
_LOOKED_UP = 4096
_ZONES = "Tuple((int64[::1], int32[::1], boolean[::1], float64[::1]))"
_MODEL = "Tuple((float64[:, ::1], float64))"
Zones = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Start of each walk, the areas of all walks, where a zone ends, and the weight of each walk."""
Model = tuple[np.ndarray, float]
"""Expected numbers of shape (areas, windows), and the number of all cases."""


@compiled("float64(float64, float64, float64)")
def likelihood(count: float, expected: float, total: float) -> float:
    """The log-likelihood ratio of a zone with more cases than expected, given the total; else 0."""
    if count <= expected:
        return 0.0
    rest = total - count
    value = count * math.log(count / expected)
    if rest > 0.0:
        value += rest * math.log(rest / (total - expected))
    return max(value, 0.0)


@compiled("int32(float64, float64, float64)")
def critical_count(expected: float, total: float, level: float) -> np.int32:
    """A count below which no zone of this expected number has a ratio of ``level`` (at most one too low).

    Newton's method on a convex function comes down to the root from above; it stops within 0.05 of it.
    """
    least = math.floor(expected) + 1.0
    if expected <= 0.0 or level < 0.1:
        return np.int32(min(least, 2147483646.0))
    if total - expected <= 0.0 or total * math.log(total / expected) < level:
        return NEVER
    inside = expected / total
    over = math.sqrt(2.0 * level * expected * (1.0 - inside)) + level * (1.0 - 2.0 * inside) / 3.0
    count = min(expected + max(over, 0.01), 0.5 * (expected + total))
    for _ in range(60):
        outside = math.log((total - count) / (total - expected))
        tilt = math.log(count / expected) - outside
        following = count - (count * tilt + total * outside - level) / tilt
        following = min(max(following, 0.5 * (count + expected)), 0.5 * (count + total))
        near = abs(following - count) < 0.1
        count = following
        if near:
            break
    return np.int32(min(max(math.ceil(count - 0.06), least), 2147483646.0))


@compiled("void(float64, float64, int64, float64[::1])")
def _extend(total: float, level: float, count: int, most: np.ndarray) -> None:
    """Fill ``most[count]``: with more than this expected, a count has a ratio below the level.

    Newton's method on a convex falling function, upwards from what holds for one case less.
    """
    number = float(count)
    value = most[count - 1] if count > 1 else math.exp(-level - 1.0)
    for _ in range(60):
        slope = (total - number) / (total - value) - number / value
        step = (level - likelihood(number, value, total)) / slope
        value += step
        if step <= 1e-9 * value:
            break
    most[count] = value * (1.0 + 1e-8)


@compiled(f"void({_ZONES}, {_MODEL}, float64, UniTuple(int64, 2), int32[:, ::1])")
def critical_counts(
    zones: Zones, model: Model, level: float, walks: tuple[int, int], out: np.ndarray
) -> None:
    """Fill the critical count of each zone and window of the walks from the first up to the second number.

    Small counts are looked up: along a walk the expected number grows and the critical count with it.
    """
    start, index, ends, weight = zones
    expected, total = model
    most = np.zeros(int(min(_LOOKED_UP, total)))
    known, needed = 0, -1.0
    for walk in range(walks[0], walks[1]):
        if level / weight[walk] != needed:
            known, needed = 0, level / weight[walk]
        sums, count = np.zeros(expected.shape[1]), np.ones(expected.shape[1], dtype=np.int64)
        for place in range(start[walk], start[walk + 1]):
            for window in range(len(sums)):
                sums[window] += expected[index[place], window]
                while needed >= 0.1 and count[window] < len(most):
                    if count[window] > known:
                        known += 1
                        _extend(total, needed, known, most)
                    if most[count[window]] >= sums[window]:
                        break
                    count[window] += 1
                looked = needed >= 0.1 and count[window] < len(most)
                found = count[window] if looked else critical_count(sums[window], total, needed)
                out[place, window] = found if ends[place] else NEVER


@compiled("void(int32[::1], Tuple((int32, float64, float64, float64)), float64[::1])")
def _raise_best(cases: np.ndarray, zone: tuple[int, float, float, float], best: np.ndarray) -> None:
    """Raise the largest statistic of the maps in which a zone reaches its critical count.

    With d = c - e, the ratio is at most d^2 (1 / e + 1 / (C - c)) / 2: no logarithm below what is known.
    """
    critical, expected, total, weight = zone
    inverse = 1.0 / expected
    for side in range(SIDE):
        if cases[side] >= critical:
            count = float(cases[side])
            over = count - expected
            bound = 0.5 * weight * over * over * (inverse + 1.0 / max(total - count, 1e-300))
            if bound > best[side]:
                best[side] = max(best[side], weight * likelihood(count, expected, total))


@compiled(f"void({_ZONES}, {_MODEL}, int32[:, ::1], int32[:, :, ::1], float64[::1])")
def block_maxima(
    zones: Zones, model: Model, critical: np.ndarray, counts: np.ndarray, best: np.ndarray
) -> None:
    """Raise ``best`` to the largest statistic of each of SIDE maps, among zones at their critical count.

    ``counts`` has shape (areas, windows, SIDE). The steady loop over SIDE maps is what takes the time.
    """
    start, index, _, weight = zones
    expected, total = model
    windows = counts.shape[1]
    cases = np.zeros((windows, SIDE), dtype=np.int32)
    sums = np.zeros(windows)
    for walk in range(len(start) - 1):
        cases[:] = 0
        sums[:] = 0.0
        for place in range(start[walk], start[walk + 1]):
            area = np.uint64(index[place])
            for window in range(windows):
                new, own = counts[area, np.uint64(window)], cases[np.uint64(window)]
                sums[window] += expected[area, window]
                below = np.int32(critical[place, window] - _ONE)
                reached = np.int32(0)
                for side in range(SIDE):
                    count = np.int32(own[side] + new[side])
                    own[side] = count
                    reached |= np.int32(below - count)
                if reached < 0:
                    _raise_best(own, (critical[place, window], sums[window], total, weight[walk]), best)


@compiled(f"void({_ZONES}, {_MODEL}, int64[:, ::1], int64, Tuple((float64[::1], int64[::1])))")
def best_windows(
    zones: Zones, model: Model, counts: np.ndarray, least: int, out: tuple[np.ndarray, np.ndarray]
) -> None:
    """Fill, for one map, the largest statistic of each zone and the window in which it has it.

    Windows with fewer than ``least`` cases do not count.
    """
    best, chosen = out
    start, index, ends, weight = zones
    expected, total = model
    windows = counts.shape[1]
    cases = np.zeros(windows, dtype=np.int64)
    sums = np.zeros(windows)
    for walk in range(len(start) - 1):
        cases[:] = 0
        sums[:] = 0.0
        for place in range(start[walk], start[walk + 1]):
            area = index[place]
            best[place] = 0.0
            chosen[place] = 0
            for window in range(windows):
                sums[window] += expected[area, window]
                cases[window] += counts[area, window]
                if not ends[place] or cases[window] < least:
                    continue
                value = weight[walk] * likelihood(float(cases[window]), sums[window], total)
                if value > best[place]:
                    best[place] = value
                    chosen[place] = window


@compiled(f"void({_ZONES}, int64[::1], float64[::1])")
def only_best_of_centre(zones: Zones, centre: np.ndarray, best: np.ndarray) -> None:
    """Set all statistics to 0 but the largest of each centre; centre -1 is none, and keeps all.

    Of equal ones the first met stays: the circle before the ellipse and the smaller before the larger.
    """
    start = zones[0]
    kept = np.full(len(start), -1, dtype=np.int64)
    for walk in range(len(start) - 1):
        own = centre[walk]
        if own < 0:
            continue
        for place in range(start[walk], start[walk + 1]):
            if kept[own] >= 0 and best[place] <= best[kept[own]] * (1.0 + 1e-9):
                best[place] = 0.0
            else:
                if kept[own] >= 0:
                    best[kept[own]] = 0.0
                kept[own] = place


@compiled(f"void({_ZONES}, boolean[::1], float64[::1])")
def without_taken(zones: Zones, taken: np.ndarray, best: np.ndarray) -> None:
    """Set the statistic of each zone that holds a taken area to 0."""
    start, index, _, _ = zones
    for walk in range(len(start) - 1):
        met = False
        for place in range(start[walk], start[walk + 1]):
            met = met or taken[index[place]]
            if met:
                best[place] = 0.0
