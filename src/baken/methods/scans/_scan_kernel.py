# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The search over all zones and windows of many simulated maps at once.

Counts and expected numbers are cumulative over the periods: row t holds the periods before t, so row 0 is
zero and window (a, b) is row b minus row a. A walk adds areas one by one; sums grow along it. SIDE maps lie
side by side, so that one comparison of counts with a critical count serves them all; only where a count
reaches it is the likelihood worked out.
"""

import math

import numpy as np

from baken.methods._compiled import compiled

SIDE = 32
_ZONES = "Tuple((int64[::1], int32[::1], boolean[::1], float64[::1]))"
_MODEL = "Tuple((float64[:, ::1], int64[:, ::1], float64))"
Zones = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Start of each walk, the areas of all walks, where a zone ends, and the weight of each walk."""
Model = tuple[np.ndarray, np.ndarray, float]
"""Cumulative expected numbers (areas, periods + 1), windows (n, 2) as rows before and until, all cases."""
NEVER = np.int32(2147483647)


@compiled("float64(float64, float64, float64)")
def likelihood(count: float, expected: float, total: float) -> float:
    """The log-likelihood ratio of a zone with more cases than expected, given the total; else 0."""
    if count <= expected:
        return 0.0
    rest = total - count
    value = count * math.log(count / expected)
    if rest > 0.0:
        value += rest * math.log(rest / (total - expected))
    return value


@compiled("int32(float64, float64, float64, float64)")
def critical_count(expected: float, total: float, level: float, guess: float) -> int:
    """A count below which no zone of this expected number has a ratio of ``level`` (at most one too low).

    Newton's method on a convex function: from the second step on it comes down to the root from above.
    """
    if expected <= 0.0:
        return np.int32(1)
    if total - expected <= 0.0 or total * math.log(total / expected) < level:
        return NEVER
    count = min(max(guess, expected * 1.000001 + 1e-9), total * 0.999999)
    for _ in range(60):
        tilt = math.log(count / expected) - math.log((total - count) / (total - expected))
        over = count * tilt + total * math.log((total - count) / (total - expected)) - level
        following = count - over / tilt
        following = min(max(following, 0.5 * (count + expected)), 0.5 * (count + total))
        near = abs(following - count) < 0.02
        count = following
        if near:
            break
    return np.int32(min(max(math.ceil(count - 0.05), math.floor(expected) + 1.0), 2147483646.0))


@compiled(f"void({_ZONES}, {_MODEL}, float64, UniTuple(int64, 2), int32[:, ::1])")
def critical_counts(
    zones: Zones, model: Model, level: float, walks: tuple[int, int], out: np.ndarray
) -> None:
    """Fill the critical count of each zone and window of the walks from the first up to the second number."""
    start, index, ends, weight = zones
    expected, windows, total = model
    sums = np.zeros(expected.shape[1])
    for walk in range(walks[0], walks[1]):
        sums[:] = 0.0
        needed = level / weight[walk]
        for place in range(start[walk], start[walk + 1]):
            sums += expected[index[place]]
            for window in range(len(windows)):
                zone = sums[windows[window, 1]] - sums[windows[window, 0]]
                guess = zone + math.sqrt(2.0 * needed * zone) + needed / 3.0
                out[place, window] = critical_count(zone, total, needed, guess) if ends[place] else NEVER


@compiled(f"void({_ZONES}, {_MODEL}, int32[:, ::1], int32[:, :, ::1], float64[::1])")
def block_maxima(
    zones: Zones, model: Model, critical: np.ndarray, counts: np.ndarray, best: np.ndarray
) -> None:
    """Raise ``best`` to the largest statistic of each of SIDE maps, among zones that reach their critical count.

    ``counts`` has shape (areas, periods + 1, SIDE).
    """
    start, index, _, weight = zones
    expected, windows, total = model
    rows = counts.shape[1]
    cases = np.zeros((rows, SIDE), dtype=np.int32)
    sums = np.zeros(rows)
    for walk in range(len(start) - 1):
        cases[:] = 0
        sums[:] = 0.0
        for place in range(start[walk], start[walk + 1]):
            area = index[place]
            for row in range(1, rows):
                sums[row] += expected[area, row]
                for side in range(SIDE):
                    cases[row, side] += counts[area, row, side]
            for window in range(len(windows)):
                before, until = windows[window, 0], windows[window, 1]
                needed = critical[place, window]
                most = np.int32(0)
                for side in range(SIDE):
                    most = max(most, np.int32(cases[until, side] - cases[before, side]))
                if most < needed:
                    continue
                zone = sums[until] - sums[before]
                for side in range(SIDE):
                    count = cases[until, side] - cases[before, side]
                    if count >= needed:
                        value = weight[walk] * likelihood(float(count), zone, total)
                        best[side] = max(best[side], value)


@compiled(f"void({_ZONES}, {_MODEL}, int64[:, ::1], float64[::1], int64[::1])")
def best_windows(
    zones: Zones, model: Model, counts: np.ndarray, best: np.ndarray, chosen: np.ndarray
) -> None:
    """Fill, for one map, the largest statistic of each zone and the window in which it has it."""
    start, index, ends, weight = zones
    expected, windows, total = model
    rows = counts.shape[1]
    cases = np.zeros(rows, dtype=np.int64)
    sums = np.zeros(rows)
    for walk in range(len(start) - 1):
        cases[:] = 0
        sums[:] = 0.0
        for place in range(start[walk], start[walk + 1]):
            area = index[place]
            for row in range(1, rows):
                sums[row] += expected[area, row]
                cases[row] += counts[area, row]
            best[place] = 0.0
            chosen[place] = 0
            if not ends[place]:
                continue
            for window in range(len(windows)):
                before, until = windows[window, 0], windows[window, 1]
                count = float(cases[until] - cases[before])
                value = weight[walk] * likelihood(count, sums[until] - sums[before], total)
                if value > best[place]:
                    best[place] = value
                    chosen[place] = window
