# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From an expected count and its uncertainty to the highest count that is no alarm, and to a p value."""

from __future__ import annotations

import numpy as np

from baken.methods._arrays import FloatArray

_NEARLY_POISSON = 1e-9
_TOO_LARGE = 1e9


def power_bound(mean: FloatArray, spread: FloatArray, power: float, quantile: float) -> FloatArray:
    """Return the bound after a power transformation: mean (1 + power z sqrt(spread / mean))^(1 / power).

    ``spread`` is the variance of count - mean, divided by the mean.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        base = 1 + power * quantile * np.sqrt(spread / mean)
        return np.asarray(mean * base ** (1 / power))


def power_p(counts: FloatArray, mean: FloatArray, spread: FloatArray, power: float) -> FloatArray:
    """Return the chance of at least the count after the same transformation."""
    from scipy.special import ndtr

    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = ((counts / mean) ** power - 1) / power
        return np.asarray(ndtr(-ratio * np.sqrt(mean / spread)))


def count_bound(mean: FloatArray, phi: FloatArray, alpha: float) -> FloatArray:
    """Return the smallest q with P(Y <= q) >= 1 - alpha; Y negative binomial with variance phi mean.

    Means above 1e9 take the normal quantile with a correction for skewness, which is as exact as a float.
    """
    from scipy.special import ndtri

    z = float(ndtri(1 - alpha))
    with np.errstate(over="ignore", invalid="ignore"):
        # Cornish-Fisher; the skewness is (2 phi - 1) / sqrt(phi mean).
        guess = mean + z * np.sqrt(phi * mean) + (z * z - 1) * (2 * phi - 1) / 6
    bound = np.ceil(guess)
    usual = (mean <= _TOO_LARGE) & (mean >= 0)
    bound[usual] = _searched(mean[usual], phi[usual], 1 - alpha, np.maximum(np.floor(guess[usual]), 0))
    return bound


def count_p(counts: FloatArray, mean: FloatArray, phi: FloatArray) -> FloatArray:
    """Return P(Y >= count) for the same distribution."""
    from scipy.special import betainc, gammainc

    some = np.maximum(counts, 1)
    plain = phi - 1 < _NEARLY_POISSON
    with np.errstate(over="ignore", invalid="ignore"):
        wide = np.where(plain, 2.0, phi)
        p = np.where(plain, gammainc(some, mean), betainc(some, mean / (wide - 1), 1 - 1 / wide))
    return np.where(counts > 0, p, np.where(np.isnan(mean) | np.isnan(counts), np.nan, 1.0))


def _below(bound: FloatArray, mean: FloatArray, phi: FloatArray) -> FloatArray:
    """P(Y <= bound); 0 below 0."""
    from scipy.special import betainc, gammaincc

    some = np.maximum(bound, 0)
    plain = phi - 1 < _NEARLY_POISSON
    wide = np.where(plain, 2.0, phi)
    p = np.where(plain, gammaincc(some + 1, mean), betainc(mean / (wide - 1), some + 1, 1 / wide))
    return np.where(bound < 0, 0.0, p)


def _searched(mean: FloatArray, phi: FloatArray, level: float, guess: FloatArray) -> FloatArray:
    """Bracket the quantile with growing steps from a guess, then halve the bracket."""
    low, high = np.full(mean.shape, -1.0), guess.copy()
    reached = _below(guess, mean, phi) >= level
    low[~reached] = guess[~reached]
    open_ends, width = np.flatnonzero(~reached), 1.0
    while open_ends.size:
        high[open_ends] = low[open_ends] + width
        short = _below(high[open_ends], mean[open_ends], phi[open_ends]) < level
        open_ends = open_ends[short]
        low[open_ends] = high[open_ends]
        width *= 2
    open_ends, width = np.flatnonzero(reached & (guess > 0)), 1.0
    while open_ends.size:
        low[open_ends] = np.maximum(high[open_ends] - width, -1)
        enough = _below(low[open_ends], mean[open_ends], phi[open_ends]) >= level
        open_ends = open_ends[enough]
        high[open_ends] = low[open_ends]
        width *= 2
    active = np.flatnonzero(high - low > 1)
    while active.size:
        middle = np.floor((low[active] + high[active]) / 2)
        enough = _below(middle, mean[active], phi[active]) >= level
        high[active[enough]] = middle[enough]
        low[active[~enough]] = middle[~enough]
        active = active[high[active] - low[active] > 1]
    return high
