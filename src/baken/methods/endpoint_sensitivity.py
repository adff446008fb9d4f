# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The change to the last period from each start period: how much does the choice of start decide?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray, series


@dataclass(frozen=True, slots=True, eq=False)
class EndpointSensitivity:
    """Changes to the last period; item i of both arrays starts in period i, NaN where not computable.

    ``same_sign`` is None when no start period can be compared.
    """

    absolute: FloatArray
    percent: FloatArray
    same_sign: bool | None

    @property
    def absolute_range(self) -> tuple[float, float]:
        """The smallest and largest absolute change; NaN when there is none."""
        return _range(self.absolute)

    @property
    def percent_range(self) -> tuple[float, float]:
        """The smallest and largest percentage change; NaN when there is none."""
        return _range(self.percent)


def endpoint_sensitivity(values: ArrayLike) -> EndpointSensitivity:
    """Return the change from each possible start period to the last.

    For start s and last period T: absolute v_T - v_s, percent 100 (v_T - v_s) / v_s. The percentage is
    NaN from a start at or below 0, where it has no meaning. Zero change is a sign of its own, so
    ``same_sign`` is True only when all changes rise, all fall, or all are zero.

    Args:
        values: one value per period, oldest first, shape (periods,), at least 2; NaN is missing. When
            the last period is missing every change is NaN: another end is the caller's choice.

    Returns:
        Arrays of shape (periods - 1,).

    Raises:
        ValueError: fewer than 2 periods, more than one dimension, or an infinite value.

    Source: a one-choice multiverse analysis: Steegen, Tuerlinckx, Gelman & Vanpaemel (2016),
    Perspectives on Psychological Science 11:702-712.
    """
    row = series(values, "values", at_least=2)
    starts = row[:-1]
    absolute = row[-1] - starts
    base = np.where(starts > 0, starts, np.nan)
    signs = np.unique(np.sign(absolute[~np.isnan(absolute)]))
    same_sign = bool(signs.size == 1) if signs.size else None
    return EndpointSensitivity(absolute, 100 * absolute / base, same_sign)


def _range(changes: FloatArray) -> tuple[float, float]:
    measured = changes[~np.isnan(changes)]
    return (float(measured.min()), float(measured.max())) if measured.size else (np.nan, np.nan)
