# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The variance between areas in the Fay-Herriot model, and the mean squared error that follows from it."""

from dataclasses import dataclass

import numpy as np

from baken.methods._arrays import FloatArray

_ROUNDS = 200
_DIGITS = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class AreaModel:
    """Direct estimates with known sampling variance and covariates of full rank, one row per area."""

    direct: FloatArray
    variance: FloatArray
    covariates: FloatArray

    def inverse(self, between: float) -> FloatArray:
        """Return (X' V^-1 X)^-1, the covariance of the coefficients, V the total variance."""
        scaled = self.covariates / (between + self.variance)[:, None]
        return np.asarray(np.linalg.inv(self.covariates.T @ scaled), dtype=np.float64)

    def coefficients(self, between: float) -> FloatArray:
        """Return the weighted least squares coefficients."""
        result: FloatArray = self.inverse(between) @ (
            self.covariates.T @ (self.direct / (between + self.variance))
        )
        return result

    def residuals(self, between: float) -> FloatArray:
        """Return direct - X b."""
        return self.direct - self.covariates @ self.coefficients(between)


def area_variance(model: AreaModel, estimator: str) -> float:
    """Return the variance between areas, not below 0.

    reml: restricted maximum likelihood, found by bisection on the score. fay_herriot: the A with
    sum(r^2 / (A + D)) = m - p. prasad_rao: (sum of squared ordinary residuals -
    sum of D (1 - h)) / (m - p), h the leverages.
    """
    if estimator == "prasad_rao":
        return _prasad_rao(model)
    score = _reml_score if estimator == "reml" else _moment_score
    low, high = 0.0, float(np.var(model.direct) + model.variance.max())
    if score(model, 0.0) <= 0:
        return 0.0
    while score(model, high) > 0:
        high *= 2
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if score(model, middle) > 0 else (low, middle)
        if high - low < _DIGITS * high:
            break
    return (low + high) / 2


def mse_parts(model: AreaModel, between: float, estimator: str) -> FloatArray:
    """Return g1 + g2 + 2 g3, for fay_herriot less the bias of A.

    g1 = A D / (A + D); g2 = (1 - g)^2 x' (X' V^-1 X)^-1 x; g3 = D^2 / (A + D)^3 var(A).
    """
    total = between + model.variance
    rest = model.variance / total
    x = model.covariates
    g1 = between * rest
    g2 = rest**2 * np.einsum("ij,jk,ik->i", x, model.inverse(between), x)
    g3 = model.variance**2 / total**3 * _variance_of_between(total, estimator)
    bias = rest**2 * _bias_of_between(total) if estimator == "fay_herriot" else 0.0
    result: FloatArray = g1 + g2 + 2 * g3 - bias
    return result


def _prasad_rao(model: AreaModel) -> float:
    x, m = model.covariates, len(model.direct)
    inverse = np.linalg.inv(x.T @ x)
    residuals = model.direct - x @ (inverse @ (x.T @ model.direct))
    leverages = np.einsum("ij,jk,ik->i", x, inverse, x)
    excess = (residuals**2).sum() - (model.variance * (1 - leverages)).sum()
    return max(0.0, float(excess / (m - x.shape[1])))


def _reml_score(model: AreaModel, between: float) -> float:
    """Twice the derivative of the restricted likelihood: y' P P y - trace(P)."""
    total = between + model.variance
    x = model.covariates
    trace = (1 / total).sum() - np.einsum("ij,jk,ik->i", x, model.inverse(between), x) @ (1 / total**2)
    return float(((model.residuals(between) / total) ** 2).sum() - trace)


def _moment_score(model: AreaModel, between: float) -> float:
    spare = len(model.direct) - model.covariates.shape[1]
    return float((model.residuals(between) ** 2 / (between + model.variance)).sum() - spare)


def _variance_of_between(total: FloatArray, estimator: str) -> float:
    m = total.size
    if estimator == "prasad_rao":
        return float(2 * (total**2).sum() / m**2)
    if estimator == "fay_herriot":
        return float(2 * m / (1 / total).sum() ** 2)
    return float(2 / (1 / total**2).sum())


def _bias_of_between(total: FloatArray) -> float:
    first, second = (1 / total).sum(), (1 / total**2).sum()
    return float(2 * (total.size * second - first**2) / first**3)
