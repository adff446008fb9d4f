# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The generalised likelihood ratio of a rise since an unknown period, for counts in time order."""

import math

import numpy as np
from numpy.typing import NDArray

from baken.methods._compiled import compiled

_Floats = NDArray[np.float64]

_STEPS = 200
_TOLERANCE = 1e-12
_WIDEST = 60.0
_FARTHEST = 4.5e15


@compiled("float64(float64[::1], float64[::1], float64, float64)")
def _rise(counts: _Floats, means: _Floats, alpha: float, guess: float) -> float:
    """The most likely logarithm of the rise of the means, 0 when it would be a fall."""
    total, most = 0.0, 0.0
    for t in range(counts.shape[0]):
        total += (counts[t] - means[t]) / (1 + alpha * means[t])
        most += counts[t]
    if not total > 0:
        return 0.0
    low, high, where = 0.0, _WIDEST, guess
    for _ in range(_STEPS):
        first, second = 0.0, 0.0
        for t in range(counts.shape[0]):
            raised = means[t] * math.exp(where)
            wide = 1 + alpha * raised
            first += (counts[t] - raised) / wide
            second += raised * (1 + alpha * counts[t]) / (wide * wide)
        if first > 0:
            low = where
        else:
            high = where
        new = where + first / second
        if not low <= new <= high:
            new = (low + high) / 2
        if abs(new - where) < _TOLERANCE:
            return new
        where = new
    return where


@compiled("float64(float64[::1], float64[::1], float64, float64)")
def _ratio(counts: _Floats, means: _Floats, alpha: float, rise: float) -> float:
    """The log likelihood ratio of this rise against none."""
    total = 0.0
    for t in range(counts.shape[0]):
        more = means[t] * math.expm1(rise)
        if alpha > 0:
            total += counts[t] * rise - (counts[t] + 1 / alpha) * math.log1p(
                alpha * more / (1 + alpha * means[t])
            )
        else:
            total += counts[t] * rise - more
    return total


@compiled("float64(float64[::1], float64[::1], float64, int64, float64)")
def _statistic(counts: _Floats, means: _Floats, alpha: float, earliest: int, enough: float) -> float:
    """The largest ratio over all starts from ``earliest``; stops as soon as it is enough."""
    best, rise = 0.0, 0.5
    for start in range(counts.shape[0] - 1, earliest - 1, -1):
        rise = _rise(counts[start:], means[start:], alpha, max(rise, 0.01))
        if rise > 0:
            best = max(best, _ratio(counts[start:], means[start:], alpha, rise))
        if best >= enough:
            break
    return best


@compiled("float64(float64[::1], float64[::1], float64, int64, float64)")
def _highest(counts: _Floats, means: _Floats, alpha: float, earliest: int, limit: float) -> float:
    """The highest last count that gives no alarm, -1 if every count does; the last count is restored."""
    last = counts.shape[0] - 1
    kept = counts[last]
    low, high, width = -1.0, -1.0, 1.0
    counts[last] = math.floor(means[last])
    if _statistic(counts, means, alpha, earliest, limit) >= limit:
        high = counts[last]
    else:
        low = counts[last]
        while high < 0 and low < _FARTHEST:
            counts[last] = low + width
            if _statistic(counts, means, alpha, earliest, limit) >= limit:
                high = counts[last]
            else:
                low = counts[last]
            width *= 2
    while high - low > 1:
        counts[last] = math.floor((low + high) / 2)
        if _statistic(counts, means, alpha, earliest, limit) >= limit:
            high = counts[last]
        else:
            low = counts[last]
    counts[last] = kept
    return low


@compiled("void(float64[:, ::1], float64[:, ::1], float64, int64, float64[:, :, ::1])")
def glr_rows(counts: _Floats, expected: _Floats, limit: float, window: int, answers: _Floats) -> None:
    """Fill value and highest count without alarm of every period; each alarm starts anew after it.

    ``expected`` is (series, periods + 1) with alpha in the last column; a period with NaN in counts or
    expected is left out. With a window above 0 a rise began at most so many periods ago.
    """
    rows, periods = counts.shape
    for row in range(rows):
        alpha = expected[row, periods]
        seen, means = np.zeros(periods), np.zeros(periods)
        size, earliest = 0, 0
        for t in range(periods):
            answers[row, t] = math.nan
            if math.isnan(counts[row, t]) or not expected[row, t] > 0:
                continue
            seen[size], means[size] = counts[row, t], expected[row, t]
            size += 1
            begin = max(earliest, size - window) if window > 0 else earliest
            value = _statistic(seen[:size], means[:size], alpha, begin, math.inf)
            answers[row, t, 0] = value
            answers[row, t, 1] = _highest(seen[:size], means[:size], alpha, begin, limit)
            if value >= limit:
                earliest = size
