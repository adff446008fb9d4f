# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Rates pulled towards the overall level as far as chance explains them (empirical Bayes)."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods._checks import check_level, check_positive
from baken.methods._quantiles import gamma_quantile
from baken.methods.comparison._columns import (
    Reasons,
    column,
    count_reasons,
    exposure_reasons,
    first_reasons,
)
from baken.methods.comparison._gamma_prior import GammaPrior, by_likelihood, by_moments
from baken.methods.comparison._prior_uncertainty import GammaPosterior, integrated_posterior
from baken.methods.reason import Reason

Estimator = Literal["likelihood", "moments"]
# The rounding of the likelihood of a larger count would hide what the other counts say.
_LARGEST = 1e11


@dataclass(frozen=True, slots=True, eq=False)
class PoissonGamma:
    """Per area, as cases per unit of exposure; NaN where not judged.

    ``rate`` is the shrunken rate, ``raw`` the plain rate and ``weight`` the part of the plain rate in the
    shrunken one. The underlying rates are taken to come from a gamma distribution with ``shape`` and rate
    ``inverse_scale``. ``lower`` and ``upper`` are credible limits, ``probability_above`` is the probability
    that the underlying rate is above ``reference``; both come from ``posterior``, the gamma distribution of
    each area's rate, which also allows for the uncertainty of ``shape`` and ``inverse_scale``.
    """

    raw: FloatArray
    rate: FloatArray
    lower: FloatArray
    upper: FloatArray
    weight: FloatArray
    probability_above: FloatArray
    posterior: GammaPosterior
    reference: float
    shape: float
    inverse_scale: float
    level: float
    reason: Reasons


def poisson_gamma(
    count: ArrayLike,
    exposure: ArrayLike,
    reference: float | None = None,
    level: float = 0.95,
    estimator: Estimator = "likelihood",
) -> PoissonGamma:
    """Return shrunken rates with credible limits and the probability to lie above the reference.

    Counts are Poisson with mean exposure times rate, rates are gamma(k, a) over the areas. Given k and a the
    rate of an area is gamma(x + k, E + a), with mean (x + k) / (E + a): the shrunken rate at the estimated k
    and a. For the limits k and a are integrated out, because with few areas they are far from certain.

    Args:
        count: whole numbers, shape (areas,); NaN is missing.
        exposure: population, or expected counts (the rates are then relative risks); the same shape.
        reference: a rate in the same unit; None is all judged areas together.
        level: credible level between 0 and 1.
        estimator: "likelihood" (negative binomial) or "moments" (Clayton and Kaldor's iteration).

    Returns:
        Areas with a count or exposure that cannot be used have their own reason. When the areas do not vary
        more than chance, all are NO_VARIATION: nothing can be said of their differences.

    Raises:
        ValueError: shapes that do not fit, or a wrong setting.

    Source: Clayton & Kaldor (1987), Biometrics 43:671-681; Christiansen & Morris (1997), JASA 92:618-632.
    """
    check_level(level)
    if estimator not in get_args(Estimator):
        raise ValueError(f"estimator must be 'likelihood' or 'moments'; got {estimator!r}")
    if reference is not None:
        check_positive(reference, "reference")
    cases, size = column(count, "count"), column(exposure, "exposure")
    if cases.shape != size.shape:
        raise ValueError(f"count and exposure differ in length: {cases.size} and {size.size}")
    reason = first_reasons(count_reasons(cases), exposure_reasons(size))
    reason[(reason == 0) & (cases > _LARGEST)] = Reason.TOO_LARGE
    judged = reason == 0
    prior = _prior(cases[judged], size[judged], estimator)
    reason = np.where(judged, np.int8(prior.reason), reason).astype(np.int8)
    cases, size = np.where(judged, cases, np.nan), np.where(judged, size, np.nan)
    if reference is None:
        reference = _divided(np.nansum(cases), np.nansum(size))
    return _posterior(cases, size, prior, (reference, level), reason)


def _prior(count: FloatArray, exposure: FloatArray, estimator: Estimator) -> GammaPrior:
    if count.size < 2:
        return GammaPrior(np.nan, np.nan, Reason.ONE_AREA)
    if not count.sum():
        return GammaPrior(np.nan, np.nan, Reason.ALL_ZERO)
    return (by_likelihood if estimator == "likelihood" else by_moments)(count, exposure)


def _posterior(
    count: FloatArray,
    exposure: FloatArray,
    prior: GammaPrior,
    settings: tuple[float, float],
    reason: Reasons,
) -> PoissonGamma:
    from scipy.special import gammaincc

    reference, level = settings
    tail = (1 - level) / 2
    shape, rate = count + prior.shape, exposure + prior.rate
    posterior = _integrated(count, exposure, reason == 0)
    return PoissonGamma(
        raw=count / exposure,
        rate=shape / rate,
        lower=gamma_quantile(posterior.shape, tail) / posterior.rate,
        upper=gamma_quantile(posterior.shape, 1 - tail) / posterior.rate,
        weight=exposure / rate,
        probability_above=gammaincc(posterior.shape, reference * posterior.rate),
        posterior=posterior,
        reference=reference,
        shape=prior.shape,
        inverse_scale=prior.rate,
        level=level,
        reason=reason,
    )


def _integrated(count: FloatArray, exposure: FloatArray, judged: NDArray[np.bool_]) -> GammaPosterior:
    posterior = GammaPosterior(*(np.full(count.shape, np.nan) for _ in range(2)))
    if judged.any():
        found = integrated_posterior(count[judged], exposure[judged])
        posterior.shape[judged], posterior.rate[judged] = found.shape, found.rate
    return posterior


def _divided(cases: float, exposure: float) -> float:
    return float(cases / exposure) if exposure else np.nan
