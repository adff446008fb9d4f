# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Rates made comparable between areas whose populations are made up differently."""

from dataclasses import dataclass

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
from baken.methods.rates.rate_interval import Method, count_interval
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True, eq=False)
class IndirectRates:
    """Per area: the observed and the expected count, and their ratio with limits; NaN when not judged."""

    observed: FloatArray
    expected: FloatArray
    ratio: FloatArray
    lower: FloatArray
    upper: FloatArray
    level: float
    reason: Reasons


@dataclass(frozen=True, slots=True, eq=False)
class DirectRates:
    """Per area, per ``factor``: the plain rate, and the standardised rate with limits; NaN if not judged."""

    crude: FloatArray
    rate: FloatArray
    lower: FloatArray
    upper: FloatArray
    factor: float
    level: float
    reason: Reasons


def indirect_rates(
    count: ArrayLike,
    population: ArrayLike,
    reference: ArrayLike,
    level: float = 0.95,
    method: Method = "exact",
) -> IndirectRates:
    """Return observed / expected counts: what the area has against what the reference rates would give.

    Expected = sum over the strata of population times reference rate. The ratio has the exact (Garwood) or
    Byar limits of the observed count; the reference rates count as known.

    Args:
        count: whole numbers, shape (areas,); NaN is missing.
        population: shape (areas, strata), or (areas,) for one stratum; 0 is allowed in a stratum.
        reference: cases per person in each stratum, shape (strata,), 0 or more.
        level: confidence level between 0 and 1.
        method: "exact" or "byar".

    Returns:
        Arrays of shape (areas,). An area without expected cases is not judged.

    Raises:
        ValueError: shapes that do not fit, reference rates that are not known, or a wrong setting.

    Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, IARC, 2.3 (SMR and limits).
    """
    check_level(level)
    observed, people = column(count, "count"), _strata(population)
    rates = np.atleast_1d(column(np.atleast_1d(np.asarray(reference, dtype=np.float64)), "reference"))
    if people.shape != (observed.size, rates.size):
        raise ValueError(
            f"population must have shape {(observed.size, rates.size)} (areas, strata); got {people.shape}"
        )
    if not (np.isfinite(rates) & (rates >= 0)).all():
        raise ValueError("reference must hold a known rate of 0 or more for every stratum")
    expected = people @ rates
    reason = first_reasons(count_reasons(observed), _strata_reasons(people), exposure_reasons(expected))
    judged = reason == 0
    limits = count_interval(np.where(judged, observed, np.nan), level, method)
    shown = np.where(judged, expected, np.nan)
    return IndirectRates(
        observed, shown, limits.count / shown, limits.lower / shown, limits.upper / shown, level, reason
    )


def direct_rates(
    count: ArrayLike,
    population: ArrayLike,
    standard: ArrayLike,
    factor: float = 1000,
    level: float = 0.95,
) -> DirectRates:
    """Return directly standardised rates with the gamma interval of Fay and Feuer.

    With weights w = (standard / sum of standard) / population, y = sum(w x), v = sum(w^2 x) and m = max(w):
    lower = v/y G(a/2; y^2/v), upper = (v + m^2)/(y + m) G(1 - a/2; (y + m)^2 / (v + m^2)), G the gamma
    quantile. With one stratum this is the exact (Garwood) interval of the plain rate.

    Args:
        count: whole numbers, shape (areas, strata), or (areas,) for one stratum; NaN is missing.
        population: people, the same shape; above 0 in every stratum that has a weight.
        standard: size of each stratum in the standard population, shape (strata,), 0 or more.
        factor: express the rates per so many.
        level: confidence level between 0 and 1.

    Returns:
        Arrays of shape (areas,). An area with an unknown or empty stratum is not judged.

    Raises:
        ValueError: shapes that do not fit, a standard population that is not known, or a wrong setting.

    Source: Fay & Feuer (1997), Statistics in Medicine 16:791-801.
    """
    check_level(level)
    check_positive(factor, "factor")
    cases, people = _strata(count), _strata(population)
    sizes = np.atleast_1d(np.asarray(standard, dtype=np.float64))
    if cases.shape != people.shape or cases.shape[1:] != sizes.shape:
        raise ValueError(
            f"count, population and standard must fit; got {cases.shape}, {people.shape} and {sizes.shape}"
        )
    if not (np.isfinite(sizes) & (sizes >= 0)).all() or not sizes.sum() > 0:
        raise ValueError("standard must hold a known size of 0 or more for every stratum, not all 0")
    used = sizes > 0
    cases, people, sizes = cases[:, used], people[:, used], sizes[used]
    reason = _first_of_row(first_reasons(count_reasons(cases), exposure_reasons(people)))
    good = (reason == 0)[:, None]
    x, d = np.where(good, cases, np.nan), np.where(good, people, np.nan)
    rate, lower, upper = (part * factor for part in _fay_feuer(x, sizes / sizes.sum() / d, level))
    crude = x.sum(axis=1) / d.sum(axis=1) * factor
    return DirectRates(crude, rate, lower, upper, factor, level, reason)


def _fay_feuer(x: FloatArray, w: FloatArray, level: float) -> tuple[FloatArray, FloatArray, FloatArray]:
    tail = (1 - level) / 2
    y, v = (w * x).sum(axis=1), (w * w * x).sum(axis=1)
    m = w.max(axis=1)
    # Without cases the lower limit is 0; ones stand in, because gamma needs a positive shape.
    some = np.where(y == 0, 1.0, y), np.where(y == 0, 1.0, v)
    lower = np.where(y == 0, 0.0, some[1] / some[0] * gamma_quantile(some[0] ** 2 / some[1], tail))
    upper = (v + m * m) / (y + m) * gamma_quantile((y + m) ** 2 / (v + m * m), 1 - tail)
    return y, lower, upper


def _strata(values: ArrayLike) -> FloatArray:
    array = np.asarray(values, dtype=np.float64)
    if array.ndim not in {1, 2}:
        raise ValueError(
            f"one row per area and one column per stratum are needed; got {array.ndim} dimensions"
        )
    return array[:, None] if array.ndim == 1 else array


def _strata_reasons(people: FloatArray) -> Reasons:
    """A stratum may be empty, but not unknown or below zero."""
    whole = exposure_reasons(np.where(people == 0, 1.0, people))
    return _first_of_row(whole)


def _first_of_row(reasons: NDArray[np.int8]) -> Reasons:
    """The first reason in each row that is not zero."""
    if not reasons.size:
        return np.full(len(reasons), Reason.MISSING, dtype=np.int8)
    first = (reasons != 0).argmax(axis=1)
    found: Reasons = reasons[np.arange(len(reasons)), first]
    return found
