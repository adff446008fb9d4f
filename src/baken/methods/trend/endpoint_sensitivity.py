# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The change to the last period from each start period: how much does the choice of start decide?"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import Row, series


@dataclass(frozen=True, slots=True)
class EndpointSensitivity:
    """Changes to the last period; item i of both tuples starts in period i, NaN where not computable.

    ``same_sign`` is None when no start period can be compared.
    """

    absolute: Row
    percent: Row
    same_sign: bool | None

    @property
    def absolute_range(self) -> tuple[float, float]:
        """The smallest and largest absolute change; NaN when there is none."""
        return _range(self.absolute)

    @property
    def percent_range(self) -> tuple[float, float]:
        """The smallest and largest percentage change; NaN when there is none."""
        return _range(self.percent)


def endpoint_sensitivity(values: Iterable[float | None]) -> EndpointSensitivity:
    """Return the change from each possible start period to the last.

    For start s and last period T: absolute v_T - v_s, percent 100 (v_T - v_s) / v_s. The percentage is
    NaN from a start at or below 0, where it has no meaning. Zero change is a sign of its own, so
    ``same_sign`` is True only when all changes rise, all fall, or all are zero.

    Args:
        values: one value per period, oldest first, at least 2; None or NaN is missing. When the last
            period is missing every change is NaN: another end is the caller's choice.

    Returns:
        Tuples of one item less than there are periods.

    Raises:
        ValueError: fewer than 2 periods, not one row of numbers, or an infinite value.

    Source: a one-choice multiverse analysis: Steegen, Tuerlinckx, Gelman & Vanpaemel (2016),
    Perspectives on Psychological Science 11:702-712.
    """
    *starts, end = series(values, "values", at_least=2)
    absolute = tuple(end - start for start in starts)
    percent = tuple(
        100 * change / start if start > 0 else math.nan
        for change, start in zip(absolute, starts, strict=True)
    )
    signs = {(change > 0, change < 0) for change in _measured(absolute)}
    return EndpointSensitivity(absolute, percent, len(signs) == 1 if signs else None)


def _measured(changes: Row) -> Row:
    return tuple(change for change in changes if not math.isnan(change))


def _range(changes: Row) -> tuple[float, float]:
    measured = _measured(changes)
    return (min(measured), max(measured)) if measured else (math.nan, math.nan)
