# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Survey estimates for small areas: what the area says, joined with what areas like it say."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods._checks import check_level
from baken.methods._quantiles import normal_quantile
from baken.methods.reason import Reason
from baken.methods.survey._area_integrated import integrated
from baken.methods.survey._area_variance import AreaModel, area_variance, mse_parts

Estimator = Literal["integrated", "reml", "fay_herriot", "prasad_rao"]
Reasons = NDArray[np.int8]
# With fewer areas above the number of coefficients the variance between areas is not worth estimating.
_SPARE = 3


@dataclass(frozen=True, slots=True, eq=False)
class SmallAreaEstimates:
    """Per area, in the unit of the direct estimates; NaN where not judged.

    ``estimate`` is direct * weight + (covariates @ coefficients) * (1 - weight), ``mse`` its estimated mean
    squared error, ``lower`` and ``upper`` estimate +- z sqrt(mse). ``area_variance`` is what areas differ
    beyond the covariates: the median when it is integrated out, else its estimate, which can be 0; the
    estimates then follow the covariates only.
    """

    estimate: FloatArray
    mse: FloatArray
    lower: FloatArray
    upper: FloatArray
    weight: FloatArray
    coefficients: FloatArray
    area_variance: float
    level: float
    estimator: Estimator
    reason: Reasons


def small_area_estimates(
    direct: ArrayLike,
    variance: ArrayLike,
    covariates: ArrayLike | None = None,
    level: float = 0.95,
    estimator: Estimator = "integrated",
) -> SmallAreaEstimates:
    """Return Fay-Herriot estimates (area-level EBLUP) with their mean squared error.

    direct = X b + v + e, with v of variance A between areas and e of the known sampling variance D. With
    g = A / (A + D) the estimate is g direct + (1 - g) X b. Formulas of the mean squared error: see the page.

    Args:
        direct: direct survey estimates, shape (areas,); NaN is missing.
        variance: their sampling variances, the same shape; NaN or not above 0 is unknown.
        covariates: shape (areas, columns), known for all areas, a column of ones included if wanted; None
            is one column of ones.
        level: confidence level between 0 and 1.
        estimator: "integrated" averages over all likely A; the others fill in one estimate of A.

    Returns:
        An area without a direct estimate or its variance is not judged: what the model would say of it
        rests on no respondent of its own. With fewer than three areas more than columns, none is.

    Raises:
        ValueError: shapes that do not fit, columns that depend on each other, or a wrong setting.

    Source: Fay & Herriot (1979), JASA 74:269-277; Prasad & Rao (1990), JASA 85:163-171; Datta & Lahiri
    (2000), Statistica Sinica 10:613-627; Datta, Rao & Smith (2005), Biometrika 92:183-196; Morris (1983),
    JASA 78:47-55 (integrated).
    """
    check_level(level)
    if estimator not in get_args(Estimator):
        raise ValueError(f"estimator must be one of {', '.join(get_args(Estimator))}; got {estimator!r}")
    y, d = np.asarray(direct, dtype=np.float64), np.asarray(variance, dtype=np.float64)
    if y.ndim != 1 or y.shape != d.shape:
        raise ValueError(f"direct and variance must be rows of one length; got {y.shape} and {d.shape}")
    x = np.ones((y.size, 1)) if covariates is None else np.asarray(covariates, dtype=np.float64)
    if x.ndim != 2 or len(x) != y.size:
        raise ValueError(f"covariates must have one row per area; got shape {x.shape} for {y.size} areas")
    reason = _reasons(y, d, x)
    judged = reason == 0
    found = np.full((3, y.size), np.nan)
    coefficients, between = np.full(x.shape[1], np.nan), float("nan")
    if judged.sum() < x.shape[1] + _SPARE:
        reason[judged] = Reason.ONE_AREA
    else:
        model = _model(y[judged], d[judged], x[judged])
        between, coefficients, found[:, judged] = _estimates(model, estimator)
    estimate, mse, weight = found
    half = normal_quantile(level) * np.sqrt(mse)
    return SmallAreaEstimates(
        estimate,
        mse,
        estimate - half,
        estimate + half,
        weight,
        coefficients,
        between,
        level,
        estimator,
        reason,
    )


def _reasons(y: FloatArray, d: FloatArray, x: FloatArray) -> Reasons:
    conditions = [
        np.isnan(y) | np.isnan(x).any(axis=1),
        np.isnan(d) | (d <= 0),
        np.isinf(y) | np.isinf(d) | np.isinf(x).any(axis=1),
    ]
    reasons = [np.int8(one) for one in (Reason.MISSING, Reason.NO_RESPONDENTS, Reason.INFINITE)]
    return np.select(conditions, reasons, np.int8(0)).astype(np.int8)


def _model(y: FloatArray, d: FloatArray, x: FloatArray) -> AreaModel:
    if np.linalg.matrix_rank(x) < x.shape[1]:
        raise ValueError("covariates must not depend on each other (a column repeats the others)")
    return AreaModel(y, d, x)


def _estimates(model: AreaModel, estimator: Estimator) -> tuple[float, FloatArray, FloatArray]:
    """The variance between areas, the coefficients, and three rows: estimate, mse, weight."""
    if estimator == "integrated":
        return integrated(model)
    between = area_variance(model, estimator)
    coefficients = model.coefficients(between)
    weight = between / (between + model.variance)
    estimate = weight * model.direct + (1 - weight) * (model.covariates @ coefficients)
    return between, coefficients, np.array([estimate, mse_parts(model, between, estimator), weight])
