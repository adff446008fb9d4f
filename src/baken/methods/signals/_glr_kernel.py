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
        first, second, factor = 0.0, 0.0, math.exp(where)
        for t in range(counts.shape[0]):
            raised = means[t] * factor
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


@compiled("float64(float64[::1], float64[::1], float64[::1], int64, float64)")
def _highest(counts: _Floats, means: _Floats, told: _Floats, earliest: int, guess: float) -> float:
    """The highest last count that gives no alarm, -1 if every count does; the last count is restored.

    ``told``: alpha and the limit. Steps that double lead from the guess to both sides of the answer.
    """
    last = counts.shape[0] - 1
    kept, alpha, limit = counts[last], told[0], told[1]
    low, high, width = -1.0, math.inf, 1.0
    where = guess
    while high - low > 1:
        counts[last] = where
        if _statistic(counts, means, alpha, earliest, limit) >= limit:
            high = where
        else:
            low = where
        if low < 0 and high < math.inf:
            where = max(high - width, 0.0)
        elif high == math.inf:
            if low > _FARTHEST:
                break
            where = low + width
        if low >= 0 and high < math.inf:
            where = math.floor((low + high) / 2)
        width *= 2
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
        size, earliest, highest = 0, 0, 0.0
        told = np.array([alpha, limit])
        for t in range(periods):
            answers[row, t] = math.nan
            if math.isnan(counts[row, t]) or not expected[row, t] > 0:
                continue
            seen[size], means[size] = counts[row, t], expected[row, t]
            size += 1
            begin = max(earliest, size - window) if window > 0 else earliest
            value = _statistic(seen[:size], means[:size], alpha, begin, math.inf)
            answers[row, t, 0] = value
            # The answer of the period before is a good guess.
            highest = _highest(seen[:size], means[:size], told, begin, max(highest, 0.0))
            answers[row, t, 1] = highest
            if value >= limit:
                earliest = size
