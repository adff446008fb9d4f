# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Why counts and denominators in a whole column cannot be judged."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.comparison._figures import EXACT_UP_TO
from baken.methods.reason import Reason

Reasons = NDArray[np.int8]


def column(values: ArrayLike, name: str, dimensions: int = 1) -> FloatArray:
    """Return the values as floats (None is NaN); another number of dimensions raises ValueError."""
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != dimensions:
        raise ValueError(f"{name} must have {dimensions} dimension(s); got {array.ndim}")
    return array


def count_reasons(count: FloatArray) -> Reasons:
    """Return for each count why it cannot be judged, as int8."""
    with np.errstate(invalid="ignore"):
        conditions = [
            np.isnan(count),
            np.isinf(count),
            count < 0,
            count > EXACT_UP_TO,
            count != np.floor(count),
        ]
    reasons = [Reason.MISSING, Reason.INFINITE, Reason.NEGATIVE, Reason.TOO_LARGE, Reason.FRACTIONAL]
    return _chosen(conditions, reasons)


def exposure_reasons(exposure: FloatArray) -> Reasons:
    """Return for each denominator why nothing can be set against it, as int8."""
    conditions = [np.isnan(exposure), np.isinf(exposure), exposure <= 0]
    return _chosen(conditions, [Reason.MISSING, Reason.INFINITE, Reason.NO_POPULATION])


def first_reasons(*reasons: Reasons) -> Reasons:
    """Return for each place the first reason that is not zero."""
    result = np.zeros_like(reasons[0])
    for one in reasons:
        result = np.where(result == 0, one, result).astype(np.int8)
    return result


def _chosen(conditions: list[NDArray[np.bool_]], reasons: list[Reason]) -> Reasons:
    return np.select(conditions, [np.int8(reason) for reason in reasons], np.int8(0)).astype(np.int8)
