# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The gamma distribution that underlying rates come from, estimated from the counts of all areas."""

from typing import Any, NamedTuple

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason

# The logarithm of the shape is looked for between these. Beyond the upper end the areas differ by less than
# a tenth of a percent, which no count tells from no difference.
LOWEST, HIGHEST, _STEPS = -7.0, 14.0, 43
_ROUNDS = 1000
# A top of the likelihood that is no higher than this above its far end is rounding.
_LEAST_GAIN = 1e-9


class GammaPrior(NamedTuple):
    """Underlying rates are gamma with mean shape / rate; both NaN when ``reason`` is not JUDGED."""

    shape: float
    rate: float
    reason: Reason


def by_likelihood(count: FloatArray, exposure: FloatArray) -> GammaPrior:
    """Return the gamma prior that maximises the negative binomial likelihood of the counts.

    For a given shape the mean follows from its own score equation; the shape then solves
    sum(psi(x + k) - psi(k) - log(1 + m / k)) = 0. When the likelihood keeps rising with the shape, the counts
    vary no more than chance.

    Args:
        count: whole numbers, not all 0, shape (areas,); ``exposure``: above 0.
        exposure: expected counts or population.

    Source: Clayton & Kaldor (1987), Biometrics 43:671-681, 3; Lawless (1987), Canadian Journal of
    Statistics 15:209-225.
    """
    from scipy.optimize import brentq

    expected = exposure * (count.sum() / exposure.sum())
    grid = np.linspace(LOWEST, HIGHEST, _STEPS)
    slopes = _slopes(grid, count, expected)
    falls = np.flatnonzero((slopes[:-1] > 0) & (slopes[1:] <= 0))
    # More than one top is rare; the highest of them counts, if it is higher than the far end (no variation).
    tops = [
        brentq(_slope, *grid[at : at + 2], args=(count, expected), xtol=1e-13, rtol=1e-14) for at in falls
    ]
    far = float(likelihood(np.array([HIGHEST]), count, expected)[0])
    heights = {top: float(likelihood(np.array([top]), count, expected)[0]) for top in tops}
    tops = [top for top in tops if heights[top] > far + _LEAST_GAIN]
    if not tops:
        reason = Reason.NO_CONVERGENCE if slopes[0] <= 0 and not falls.size else Reason.NO_VARIATION
        return GammaPrior(np.nan, np.nan, reason)
    shape = float(np.exp(max(tops, key=lambda top: heights[top])))
    scale = float(exposure.sum() / count.sum())
    level = float(levels_of(np.array([shape]), count, expected)[0])
    return GammaPrior(shape, shape / level * scale, Reason.JUDGED)


def by_moments(count: FloatArray, exposure: FloatArray) -> GammaPrior:
    """Return the gamma prior by Clayton and Kaldor's iteration on the shrunken rates.

    With t = (x + k) / (E + a): k / a = mean(t), and k / a^2 = sum((1 + a / E) (t - mean(t))^2) / (n - 1).

    Source: Clayton & Kaldor (1987), Biometrics 43:671-681, 3.
    """
    expected = exposure * (count.sum() / exposure.sum())
    rates = count / expected
    rate = _ratio(rates.mean(), rates.var(ddof=1))
    if not rate < np.exp(HIGHEST):
        return GammaPrior(np.nan, np.nan, Reason.NO_VARIATION)
    shape = rates.mean() * rate
    for _ in range(_ROUNDS):
        shrunken = (count + shape) / (expected + rate)
        mean = shrunken.mean()
        new = _ratio(mean, ((1 + rate / expected) * (shrunken - mean) ** 2).sum() / (count.size - 1))
        if not new < np.exp(HIGHEST):
            return GammaPrior(np.nan, np.nan, Reason.NO_VARIATION)
        done = abs(new - rate) < 1e-13 * rate
        rate, shape = new, mean * new
        if done:
            return GammaPrior(float(shape), float(rate * exposure.sum() / count.sum()), Reason.JUDGED)
    return GammaPrior(np.nan, np.nan, Reason.NO_CONVERGENCE)


def _slope(log_shape: float, count: FloatArray, expected: FloatArray) -> float:
    return float(_slopes(np.array([log_shape]), count, expected)[0])


def _slopes(log_shapes: FloatArray, count: FloatArray, expected: FloatArray) -> FloatArray:
    """The derivative of the profile likelihood to the shape, for each shape."""
    from scipy.special import digamma

    shapes = np.exp(log_shapes)[:, None]
    means = levels_of(shapes[:, 0], count, expected)[:, None] * expected
    gain: Any = digamma(count + shapes) - digamma(shapes)
    # The score for the mean makes the two last terms of the derivative cancel.
    result: FloatArray = (gain - np.log1p(means / shapes)).sum(axis=1)
    return result


def likelihood(log_shapes: FloatArray, count: FloatArray, expected: FloatArray) -> FloatArray:
    """Return the profile log likelihood for each shape, up to a constant."""
    from scipy.special import gammaln

    shapes = np.exp(log_shapes)[:, None]
    means = levels_of(shapes[:, 0], count, expected)[:, None] * expected
    part: Any = gammaln(count + shapes) - gammaln(shapes)
    part += count * np.log(means / (shapes + means)) - shapes * np.log1p(means / shapes)
    result: FloatArray = part.sum(axis=1)
    return result


def levels_of(shapes: FloatArray, count: FloatArray, expected: FloatArray) -> FloatArray:
    """Return for each shape k the overall level that solves sum((x - mu E) / (1 + mu E / k)) = 0.

    By Newton steps on the logarithm of the level.
    """
    levels = np.ones(shapes.size)
    for _ in range(100):
        means = levels[:, None] * expected
        weights = 1 / (1 + means / shapes[:, None])
        rest = (count - means) * weights
        slope = (means * weights * (1 + rest / shapes[:, None])).sum(axis=1)
        step = np.minimum(np.maximum(rest.sum(axis=1) / slope, -1), 1)
        levels = levels * np.exp(step)
        # Newton's error is the square of the step.
        if np.abs(step).max() < 1e-10:
            break
    return levels


def _ratio(mean: float, variance: float) -> float:
    return float(mean / variance) if variance > 0 else np.inf
