# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The counts of a batch, block by block as floats, with a reason for every series that cannot be judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason

LARGEST = 1e12
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Checked input; ``begin`` and ``at`` are the breaks by series: at[begin[i]:begin[i + 1]]."""

    counts: NDArray[np.generic]
    first: int
    parent: Whole
    kind: Whole
    population: FloatArray | None
    begin: Whole
    at: Whole

    @property
    def shape(self) -> tuple[int, int]:
        """Series and periods."""
        return self.counts.shape[0], self.counts.shape[1]

    def floats(self, low: int, high: int) -> tuple[FloatArray, NDArray[np.int8]]:
        """Counts of some series as floats, NaN where not to be used, and a reason per series."""
        given = self.counts[low:high]
        values = np.ascontiguousarray(given, dtype=np.float64)
        reason = np.zeros(len(values), dtype=np.int8)
        if not np.issubdtype(given.dtype, np.integer):
            values = values.copy() if values is given else values
            finite = np.where(np.isnan(values), 0, values)
            reason[(finite != np.floor(finite)).any(axis=1)] = Reason.FRACTIONAL
            reason[np.isinf(values).any(axis=1)] = Reason.INFINITE
        reason[((values > LARGEST) & (values < np.inf)).any(axis=1)] = Reason.TOO_LARGE
        reason[(values < 0).any(axis=1)] = Reason.NEGATIVE
        values[reason != 0] = np.nan
        if self.population is not None:
            values[~(self.population[low:high] > 0)] = np.nan
        return values, reason

    def offsets(self, low: int, high: int) -> FloatArray:
        """Log exposure of some series, 0 where there is no population (that period is not used)."""
        if self.population is None:
            return np.zeros((1, self.shape[1]))
        people = self.population[low:high]
        return np.ascontiguousarray(np.log(np.where(people > 0, people, 1.0)))

    def breaks(self, low: int, high: int) -> tuple[Whole, Whole]:
        """Where the breaks of some series begin, and the breaks."""
        return self.begin[low : high + 1], self.at


def checked(counts: ArrayLike, monitored: int, about: tuple[ArrayLike | None, ...]) -> Batch:
    """Return the input in one form; ``about`` is parent, kind, population and breaks.

    Raises:
        ValueError: arrays whose shapes do not belong together.

    """
    values = np.asarray(counts)
    if values.ndim != 2 or values.dtype.kind not in "buif":
        raise ValueError(f"counts must be a table of numbers (series, periods); got shape {values.shape}")
    series, periods = values.shape
    if not 1 <= monitored <= periods:
        raise ValueError(f"monitored must be from 1 to {periods} periods; got {monitored}")
    parent, kind, population, breaks = about
    people = None if population is None else np.asarray(population, dtype=np.float64)
    if people is not None and people.shape != values.shape:
        raise ValueError(f"population must have the shape of the counts {values.shape}; got {people.shape}")
    begin, at = _breaks(breaks, series, periods)
    labels = (_labels(parent, series, "parent"), _labels(kind, series, "kind"))
    return Batch(values, periods - monitored, *labels, people, begin, at)


def _labels(given: ArrayLike | None, series: int, name: str) -> Whole:
    if given is None:
        return np.full(series, -1, dtype=np.int64)
    values = np.asarray(given)
    if values.shape != (series,) or values.dtype.kind not in "iu":
        raise ValueError(f"{name} must be one whole number for each of {series} series")
    found, places = np.unique(values, return_inverse=True)
    return np.where(values < 0, -1, places - int((found < 0).sum())).astype(np.int64)


def _breaks(given: ArrayLike | None, series: int, periods: int) -> tuple[Whole, Whole]:
    if given is None:
        return np.zeros(series + 1, dtype=np.int64), np.zeros(0, dtype=np.int64)
    pairs = np.asarray(given, dtype=np.int64).reshape(-1, 2)
    if ((pairs < 0) | (pairs >= (series, periods))).any():
        raise ValueError(f"breaks must be pairs of a series below {series} and a period below {periods}")
    pairs = np.unique(pairs[pairs[:, 1] > 0], axis=0)
    begin = np.searchsorted(pairs[:, 0], np.arange(series + 1)).astype(np.int64)
    return begin, np.ascontiguousarray(pairs[:, 1])
