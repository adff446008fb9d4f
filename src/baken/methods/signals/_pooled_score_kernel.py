# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How strongly the last three counts speak for a wave that is going on against none or one that is over.

Given the counts before it, the score of a period is the log of a sum of four exponentials of the count
itself: one for a wave that begins now, two for a wave of two periods (rising or falling) and one for a wave
of three. So it costs little to know it for every count that might have been seen.
"""

import math

import numpy as np

from baken.methods._compiled import compiled

_ROW, _GRID = "float64[::1]", "float64[:, ::1]"
PAST = 3  # periods before the judged one that its score looks at, those of a wave that is over included
# Places in the settings: heights of waves of one, two and three periods in standard deviations, weights of
# those of two and three against one, weight of waves that are over.
_ONE, _TWO, _THREE, _WEIGHT_TWO, _WEIGHT_THREE, _OVER = 0, 1, 2, 3, 4, 5
_SMALL, _LARGE, _EACH = 0.3, 0.7, 0.4  # shares of the height in the periods of a wave of two and of three
_TERMS = 4
# Of the dispersion beyond Poisson's this counts in the score: a wave adds cases, it does not multiply them.
_SHARP = 0.6
# The scores under no change are kept in bins of this width from the lowest score on.
LOWEST, WIDTH, BINS = -2.0, 0.02, 1400
_NEGLIGIBLE = 1e-14
_FINE = 40.0  # points per standard deviation where there are more counts than that
_MOST = 20_000


@compiled("UniTuple(float64, 2)(float64, float64, float64)")
def line(mean: float, size: float, height: float) -> tuple[float, float]:
    """Slope and intercept in the count of its log likelihood ratio: a mean so many deviations higher."""
    higher = mean + height * math.sqrt(mean + mean * mean / size)
    size /= _SHARP
    shrink = math.log((size + mean) / (size + higher))
    return math.log(higher / mean) + shrink, size * shrink


@compiled(f"float64(Tuple(({_ROW}, {_ROW}, {_ROW})), int64, float64)")
def _past(series: tuple[np.ndarray, ...], at: int, height: float) -> float:
    """Log likelihood ratio of one count seen; zero where the count or its mean is missing."""
    count, mean, size = series
    if at < 0 or not (math.isfinite(count[at]) and math.isfinite(mean[at])):
        return 0.0
    slope, fixed = line(mean[at], size[at], height)
    return float(slope * count[at] + fixed)


@compiled(f"float64(float64, {_GRID})")
def value(count: float, terms: np.ndarray) -> float:
    """Log of the sum of the terms, each a straight line in the count."""
    high = -1e300
    for i in range(_TERMS):
        high = max(high, terms[0, i] * count + terms[1, i])
    total = 0.0
    for i in range(_TERMS):
        total += math.exp(terms[0, i] * count + terms[1, i] - high)
    return high + math.log(total)


@compiled(f"void(Tuple(({_ROW}, {_ROW}, {_ROW})), int64, {_ROW}, {_GRID})")
def _waves(series: tuple[np.ndarray, ...], at: int, shape: np.ndarray, terms: np.ndarray) -> None:
    """Fill slopes and intercepts of the waves that go on in a period."""
    _, mean, size = series
    two, three = shape[_TWO], _EACH * shape[_THREE]
    terms[0, 0], terms[1, 0] = line(mean[at], size[at], shape[_ONE])
    terms[0, 1], terms[1, 1] = line(mean[at], size[at], _SMALL * two)
    terms[0, 2], terms[1, 2] = line(mean[at], size[at], _LARGE * two)
    terms[0, 3], terms[1, 3] = line(mean[at], size[at], three)
    weight = math.log(0.5 * shape[_WEIGHT_TWO])
    terms[1, 1] += weight + _past(series, at - 1, _LARGE * two)
    terms[1, 2] += weight + _past(series, at - 1, _SMALL * two)
    terms[1, 3] += math.log(shape[_WEIGHT_THREE])
    terms[1, 3] += _past(series, at - 1, three) + _past(series, at - 2, three)


@compiled(f"float64(Tuple(({_ROW}, {_ROW}, {_ROW})), int64, {_ROW}, {_GRID})")
def prepare(series: tuple[np.ndarray, ...], at: int, shape: np.ndarray, terms: np.ndarray) -> float:
    """Fill the terms of a period's score; the log of the weight of no wave and of one that is over."""
    count, mean, _ = series
    over = 0.0
    if at > 0 and math.isfinite(count[at - 1]) and math.isfinite(mean[at - 1]):
        _waves(series, at - 1, shape, terms)
        past = value(count[at - 1], terms) + math.log(shape[_OVER])
        over = max(past, 0.0) + math.log1p(math.exp(-abs(past)))
    _waves(series, at, shape, terms)
    for i in range(_TERMS):
        terms[1, i] -= over
    return over


@compiled("float64(float64, float64, float64)")
def _chance(count: float, mean: float, size: float) -> float:
    """Return the chance of a negative binomial count."""
    log = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1.0)
    return math.exp(log - size * math.log1p(mean / size) + count * math.log(mean / (size + mean)))


@compiled(f"float64(float64, float64, float64, Tuple(({_GRID}, {_ROW}, float64)))")
def tail(seen: float, mean: float, size: float, null: tuple[np.ndarray, np.ndarray, float]) -> float:
    """Return the chance of at least the count seen, and add the scores of all counts to the bins.

    Negative binomial. Where the deviation is 80 or more, counts are taken together in steps of a part of it.
    """
    terms, bins, weight = null
    deviation = math.sqrt(mean + mean * mean / size)
    step = max(1.0, math.floor(deviation / _FINE))
    count = max(0.0, math.floor(mean - 9.0 * deviation))
    share = mean / (size + mean)
    chance = _chance(count, mean, size)
    whole, above = 0.0, 0.0
    for _ in range(_MOST):
        middle = count + 0.5 * (step - 1.0)
        if step > 1.0:
            chance = step * _chance(middle, mean, size)
        whole += chance
        if count >= seen:
            above += chance
        elif count + step > seen:
            above += chance * (count + step - seen) / step
        place = int((value(middle, terms) - LOWEST) / WIDTH)
        if place >= 0:
            bins[min(place, BINS - 1)] += weight * chance
        chance *= share * (count + size) / (count + 1.0)
        count += step
        if chance < _NEGLIGIBLE and count > mean:
            break
    return min(1.0, above / whole)


@compiled(f"void({_GRID}, {_GRID}, {_GRID}, {_ROW}, Tuple(({_GRID}, {_GRID}, {_ROW})))")
def scored(
    counts: np.ndarray,
    means: np.ndarray,
    sizes: np.ndarray,
    shape: np.ndarray,
    answer: tuple[np.ndarray, ...],
) -> None:
    """Score the periods from the fourth column on: score, chance and bins (the last bin is the weight)."""
    score, chance, bins = answer
    terms = np.empty((2, _TERMS))
    for row in range(counts.shape[0]):
        series = (counts[row], means[row], sizes[row])
        for at in range(PAST, counts.shape[1]):
            if math.isfinite(means[row, at]) and math.isfinite(counts[row, at]):
                weight = math.exp(-prepare(series, at, shape, terms))
                null = (terms, bins, weight)
                chance[row, at - PAST] = tail(counts[row, at], means[row, at], sizes[row, at], null)
                score[row, at - PAST] = value(counts[row, at], terms)
                bins[BINS] += weight


@compiled(f"void({_GRID}, {_GRID}, {_GRID}, {_ROW}, Tuple((float64, {_GRID})))")
def limits(
    counts: np.ndarray,
    means: np.ndarray,
    sizes: np.ndarray,
    shape: np.ndarray,
    answer: tuple[float, np.ndarray],
) -> None:
    """Find for each period the highest count whose score is not above the threshold; -1 if there is none."""
    threshold, upper = answer
    terms = np.empty((2, _TERMS))
    for row in range(counts.shape[0]):
        series = (counts[row], means[row], sizes[row])
        for at in range(PAST, counts.shape[1]):
            if math.isfinite(means[row, at]):
                prepare(series, at, shape, terms)
                low, high = -1.0, 1.0
                while value(high, terms) <= threshold and high < 1e15:
                    low, high = high, 2.0 * high
                while high - low > 1.0:
                    middle = math.floor(0.5 * (low + high))
                    if value(middle, terms) <= threshold:
                        low = middle
                    else:
                        high = middle
                upper[row, at - PAST] = low
