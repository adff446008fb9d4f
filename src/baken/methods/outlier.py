# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A jump of one period against the others in a short series."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import BoolArray, FloatArray, series
from baken.methods._checks import check_positive

MINIMUM_MEASURED = 4
# Makes the MAD of a normal distribution equal to its standard deviation: 1 / Phi^-1(3/4).
MAD_TO_SD = 1.4826


@dataclass(frozen=True, slots=True, eq=False)
class Jumps:
    """Per period: flagged or not, the score, and the percentage change from the period just before.

    ``judged`` is False with fewer than four measured periods or no scale to measure against (median
    and MAD both 0): nothing is flagged then, and the scores are NaN.
    """

    flagged: BoolArray
    score: FloatArray
    percent_change: FloatArray
    median: float
    scale: float
    measured: int
    judged: bool


def flag_jumps(values: ArrayLike, threshold: float = 3.5, floor: float = 0.05) -> Jumps:
    """Flag the periods that stand out from a short series by the median/MAD rule.

    score = (v - median) / scale, scale = max(1.4826 MAD, floor * abs(median)); flagged when
    abs(score) > threshold. The floor is needed because printed series repeat values, which makes the MAD
    0: 18, 18, 19, 29, 18. With the defaults nothing within 17.5 % of the median is flagged.

    Args:
        values: one value per period, oldest first, shape (periods,); NaN is missing.
        threshold: scales from the median, above 0.
        floor: smallest scale as a fraction of the median, above 0.

    Returns:
        Arrays of shape (periods,). The percentage change is NaN for the first period and where the
        period before is missing, or not above 0.

    Raises:
        ValueError: no values, more than one dimension, an infinite value, or a setting not above 0.

    Source: Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers, ASQC (threshold 3.5);
    Hampel (1974), JASA 69:383-393; Leys et al. (2013), J. Experimental Social Psychology 49:764-766.
    """
    check_positive(threshold, "threshold")
    check_positive(floor, "floor")
    row = series(values, "values")
    known = row[~np.isnan(row)]
    median, scale = _centre_and_scale(known, floor)
    judged = known.size >= MINIMUM_MEASURED and scale > 0
    score = (row - median) / scale if judged else np.full(row.shape, np.nan)
    return Jumps(np.abs(score) > threshold, score, _steps(row), median, scale, known.size, judged)


def _centre_and_scale(known: FloatArray, floor: float) -> tuple[float, float]:
    if not known.size:
        return np.nan, np.nan
    median = float(np.median(known))
    mad = float(np.median(np.abs(known - median)))
    return median, max(MAD_TO_SD * mad, floor * abs(median))


def _steps(row: FloatArray) -> FloatArray:
    steps = np.full(row.shape, np.nan)
    base = np.where(row[:-1] > 0, row[:-1], np.nan)
    steps[1:] = 100 * (row[1:] - row[:-1]) / base
    return steps
