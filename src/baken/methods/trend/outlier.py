# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A jump of one period against the others in a short series."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median as median_of

from baken.methods._checks import Row, check_positive, series

MINIMUM_MEASURED = 4
# Makes the MAD of a normal distribution equal to its standard deviation: 1 / Phi^-1(3/4).
MAD_TO_SD = 1.4826


@dataclass(frozen=True, slots=True)
class Jumps:
    """Per period: flagged or not, the score, and the percentage change from the period just before.

    ``judged`` is False with fewer than four measured periods or no scale to measure against (median
    and MAD both 0): nothing is flagged then, and the scores are NaN.
    """

    flagged: tuple[bool, ...]
    score: Row
    percent_change: Row
    median: float
    scale: float
    measured: int
    judged: bool


def flag_jumps(values: Iterable[float | None], threshold: float = 3.5, floor: float = 0.05) -> Jumps:
    """Flag the periods that stand out from a short series by the median/MAD rule.

    score = (v - median) / scale, scale = max(1.4826 MAD, floor * abs(median)); flagged when
    abs(score) > threshold. The floor is needed because printed series repeat values, which makes the MAD
    0: 18, 18, 19, 29, 18. With the defaults nothing within 17.5 % of the median is flagged.

    Args:
        values: one value per period, oldest first; None or NaN is missing.
        threshold: scales from the median, above 0.
        floor: smallest scale as a fraction of the median, above 0.

    Returns:
        Tuples of one item per period. The percentage change is NaN for the first period and where the
        period before is missing, or not above 0.

    Raises:
        ValueError: no values, not one row of numbers, an infinite value, or a setting not above 0.

    Source: Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers, ASQC (threshold 3.5);
    Hampel (1974), JASA 69:383-393; Leys et al. (2013), J. Experimental Social Psychology 49:764-766.
    """
    check_positive(threshold, "threshold")
    check_positive(floor, "floor")
    row = series(values, "values")
    known = [value for value in row if not math.isnan(value)]
    median, scale = _centre_and_scale(known, floor)
    judged = len(known) >= MINIMUM_MEASURED and scale > 0
    score = tuple((value - median) / scale if judged else math.nan for value in row)
    flagged = tuple(abs(one) > threshold for one in score)
    return Jumps(flagged, score, _steps(row), median, scale, len(known), judged)


def _centre_and_scale(known: list[float], floor: float) -> tuple[float, float]:
    if not known:
        return math.nan, math.nan
    median = median_of(known)
    mad = median_of(abs(value - median) for value in known)
    return median, max(MAD_TO_SD * mad, floor * abs(median))


def _steps(row: Row) -> Row:
    changes = (100 * (now - past) / past if past > 0 else math.nan for past, now in pairwise(row))
    return (math.nan, *changes)
