# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which periods do not fit the trend through the others: studentised residuals in plain Python."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from baken.methods.trend._change import width_factor

# The chance that a series without outliers has a period marked, at most.
_FALSE_MARKS = 0.05
# A period with more leverage than this decides its own fitted count: it cannot be judged against the others.
_OWN = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Period:
    """Count, fitted count, leverage, and the variance over the fitted count (1 for Poisson)."""

    count: float
    mean: float
    leverage: float
    variance: float = 1.0


def scores(periods: Sequence[Period], pearson: float, degrees: int) -> tuple[list[bool], list[float]]:
    """Return which periods are marked, and for each its studentised residual.

    The residual of a period is that of the change in deviance when it is left out, r^2 = d^2 + p^2 h / (1 -
    h) with d the deviance and p the Pearson residual and h the leverage. It is held against the
    overdispersion of the other periods, (X2 - p^2 / (1 - h)) / (df - 1), at level 0.05 divided by the number
    of periods.

    Source: Williams (1987), Applied Statistics 36:181-191; Cook & Weisberg (1982), Residuals and Influence
    in Regression, 2.2.2 (the outlier test).
    """
    level = 1 - _FALSE_MARKS / len(periods)
    marked, found = [], []
    for one in periods:
        residual, rest = _left_out(one, pearson, degrees)
        marked.append(abs(residual) > width_factor(rest, degrees - 1, level))
        found.append(residual / math.sqrt(max(1.0, rest)))
    return marked, found


def _left_out(one: Period, pearson: float, degrees: int) -> tuple[float, float]:
    """The likelihood residual, and the overdispersion without the period."""
    if one.leverage > _OWN:
        return math.nan, max(pearson / degrees, 0.0)
    square = (one.count - one.mean) ** 2 / one.mean / one.variance
    deviance = one.mean - one.count
    if one.count > 0:
        deviance += one.count * math.log(one.count / one.mean)
    share = one.leverage / (1 - one.leverage)
    residual = math.sqrt(max(2 * deviance / one.variance, 0.0) + square * share)
    rest = max(pearson - square / (1 - one.leverage), 0.0) / (degrees - 1)
    return math.copysign(residual, one.count - one.mean), rest
