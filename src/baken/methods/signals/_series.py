# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Series as they come in: a table of counts, with a reason for every figure that is not a count."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason

LARGEST = 2.0**53
"""Above this a float does not hold every whole number."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Arrays of shape (series, periods): values, NaN where they cannot be used, and the reason why."""

    values: FloatArray
    reason: NDArray[np.int8]

    @property
    def wrong(self) -> bool:
        """Whether any figure is impossible, not only missing."""
        return bool((self.reason > Reason.MISSING).any())


def count_table(counts: ArrayLike) -> Series:
    """Return counts that can be used; missing, negative, fractional, infinite and huge ones get a reason.

    Raises:
        ValueError: the counts are not a table of series by periods.
    """
    values = _table(counts, "counts")
    reason = np.zeros(values.shape, dtype=np.int8)
    reason[values != np.floor(values)] = Reason.FRACTIONAL
    reason[np.abs(values) > LARGEST] = Reason.TOO_LARGE
    reason[values < 0] = Reason.NEGATIVE
    reason[np.isinf(values)] = Reason.INFINITE
    reason[np.isnan(values)] = Reason.MISSING
    return Series(np.where(reason == 0, values, np.nan), reason)


def population_table(population: ArrayLike | None, shape: tuple[int, ...]) -> Series:
    """Return populations that can be used, 1 everywhere without any; zero is no population.

    Raises:
        ValueError: the shape differs from that of the counts.
    """
    if population is None:
        return Series(np.ones(shape), np.zeros(shape, dtype=np.int8))
    values = _table(population, "population")
    if values.shape != shape:
        raise ValueError(f"population must have the shape of the counts, {shape}; got {values.shape}")
    reason = np.zeros(shape, dtype=np.int8)
    reason[values == 0] = Reason.NO_POPULATION
    reason[values < 0] = Reason.NEGATIVE
    reason[np.isinf(values)] = Reason.INFINITE
    reason[np.isnan(values)] = Reason.MISSING
    return Series(np.where(reason == 0, values, np.nan), reason)


def check_monitored(monitored: int, periods: int) -> int:
    """Return the place of the first monitored period; ValueError unless 1 to all periods are monitored."""
    if not 1 <= monitored <= periods:
        raise ValueError(f"monitored must lie between 1 and the {periods} periods; got {monitored}")
    return periods - monitored


def wrong_before(series: Series, first: int, span: int, gap: int = 1) -> NDArray[np.int8]:
    """For each period from ``first`` on: why one of the ``span`` periods up to it is no count, else 0.

    A missing period is no mistake: methods leave it out. With gap 1 the period itself does not count, with
    gap 0 it does.
    """
    rows, periods = series.reason.shape
    found = np.zeros((rows, periods - first), dtype=np.int8)
    if not series.wrong:
        return found
    ends = np.arange(first, periods) + 1 - gap
    for reason in (Reason.TOO_LARGE, Reason.FRACTIONAL, Reason.INFINITE, Reason.NEGATIVE):
        seen = np.zeros((rows, periods + 1), dtype=np.int64)
        seen[:, 1:] = (series.reason == reason).cumsum(axis=1)
        found[seen[:, ends] > seen[:, np.maximum(ends - span, 0)]] = reason
    return found


def _table(values: ArrayLike, name: str) -> FloatArray:
    table = np.asarray(values, dtype=np.float64)
    if table.ndim != 2 or 0 in table.shape:
        raise ValueError(f"{name} must be a table of series by periods; got shape {table.shape}")
    return table
