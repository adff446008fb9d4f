# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Log-linear regression of counts by iterated weighted least squares: Poisson, or NB2 with a given alpha."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from baken.methods._arrays import FloatArray

_STEPS = 50
_PRECISION = 1e-11
# A column that is this close to a combination of the others cannot be told from them.
_SINGULAR = 1e-10
_LARGEST_ALPHA = 1e6


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Coefficients (k), their covariance (k, k) for dispersion 1, and per period (n) the fitted count,
    the leverage and the weighted design made orthonormal (n, k).

    ``dispersion`` is Pearson's statistic over the degrees of freedom n - k.
    """

    coefficients: FloatArray
    covariance: FloatArray
    mean: FloatArray
    leverage: FloatArray
    basis: FloatArray
    pearson_residuals: FloatArray
    dispersion: float
    degrees: int
    alpha: float


def fitted(design: FloatArray, counts: FloatArray, exposure: FloatArray, alpha: float = 0.0) -> Fit | None:
    """Return the fit of log E(y) = log exposure + design b with variance mu + alpha mu^2.

    None when there is none of greatest likelihood, or when columns of the design cannot be told apart.

    Source: McCullagh & Nelder (1989), 2.5; Hilbe (2011), Negative Binomial Regression, 8 (NB2).
    """
    rate = counts.sum() / exposure.sum()
    offset = np.log(exposure)
    eta = np.log((counts + exposure * rate) / 2)
    for _ in range(_STEPS):
        mean = np.exp(eta)
        weights = mean / (1 + alpha * mean)
        basis, triangle = np.linalg.qr(design * np.sqrt(weights)[:, None])
        diagonal = np.abs(np.diag(triangle))
        if not diagonal.min() > _SINGULAR * diagonal.max():
            return None
        response = np.sqrt(weights) * (eta - offset + (counts - mean) / mean)
        coefficients = np.linalg.solve(triangle, basis.T @ response)
        following = offset + design @ coefficients
        moved = float(np.abs(following - eta).max())
        eta = following
        if not moved < 100:
            return None
        if moved < _PRECISION:
            return _finished(design, counts, eta, (coefficients, alpha))
    return None


def _finished(
    design: FloatArray, counts: FloatArray, eta: FloatArray, found: tuple[FloatArray, float]
) -> Fit:
    coefficients, alpha = found
    mean = np.exp(eta)
    variance = mean * (1 + alpha * mean)
    basis, triangle = np.linalg.qr(design * (mean / np.sqrt(variance))[:, None])
    inverse = np.linalg.inv(triangle)
    residuals = (counts - mean) / np.sqrt(variance)
    degrees = len(counts) - design.shape[1]
    return Fit(
        coefficients,
        inverse @ inverse.T,
        mean,
        np.einsum("ij,ij->i", basis, basis),
        basis,
        residuals,
        float(residuals @ residuals) / degrees,
        degrees,
        alpha,
    )


def negative_binomial(design: FloatArray, counts: FloatArray, exposure: FloatArray) -> Fit | None:
    """Return the NB2 fit whose Pearson statistic equals its degrees of freedom.

    This estimate of alpha allows for the fitted coefficients, which that of greatest likelihood does not.
    None when the counts are not overdispersed, or when there is no fit.

    Source: Breslow (1984), Applied Statistics 33:38-44; Cameron & Trivedi (2013), Regression Analysis of
    Count Data, 3.3.
    """
    fit = fitted(design, counts, exposure)
    for _ in range(_STEPS):
        if fit is None:
            return None
        alpha = _alpha(counts, fit.mean, fit.degrees)
        if alpha is None:
            return None
        if abs(alpha - fit.alpha) <= 1e-10 * alpha:
            return replace(fit, dispersion=1.0)
        fit = fitted(design, counts, exposure, alpha)
    return None


def _alpha(counts: FloatArray, mean: FloatArray, degrees: int) -> float | None:
    """Solve sum (y - mu)^2 / (mu + alpha mu^2) = degrees by Newton; the left side falls and is convex."""
    squares = (counts - mean) ** 2 / mean
    alpha = 0.0
    if squares.sum() <= degrees:
        return None
    for _ in range(_STEPS * 2):
        parts = squares / (1 + alpha * mean)
        gap = float(parts.sum()) - degrees
        step = gap / float((parts * mean / (1 + alpha * mean)).sum())
        alpha += step
        if abs(step) <= 1e-13 * alpha:
            return alpha
    return alpha if alpha < _LARGEST_ALPHA else None
