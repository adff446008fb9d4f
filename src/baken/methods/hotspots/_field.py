# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The areas that have a value, with the neighbours that have one; and the way back to all areas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.neighbours import IntArray, Neighbours
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Values of m areas and their neighbours, numbered anew; ``place`` says which of the n areas each is.

    ``reason`` and ``left_out`` are for all n areas; ``left_out`` counts the neighbours without a value.
    """

    values: FloatArray
    neighbours: Neighbours
    place: IntArray
    reason: NDArray[np.int8]
    left_out: IntArray

    @property
    def areas(self) -> int:
        """The number of areas that have a value."""
        return len(self.values)

    @property
    def centred(self) -> FloatArray:
        """The values less their mean; exactly 0 when they do not vary."""
        if not self.areas or self.values.min() == self.values.max():
            return np.zeros(self.areas)
        return np.asarray(self.values - self.values.mean(), dtype=np.float64)

    def over_all(self, part: FloatArray) -> FloatArray:
        """Results of the m areas at the places of all n; NaN where nothing was judged."""
        whole = np.full(len(self.reason), np.nan)
        whole[self.place] = part
        whole[self.reason != Reason.JUDGED] = np.nan
        return whole

    def reason_without(self, part: FloatArray) -> NDArray[np.int8]:
        """The reasons, with one more for an area that has neighbours and still no result (NaN)."""
        reason = self.reason.copy()
        nothing = self.place[np.isnan(part) & (reason[self.place] == Reason.JUDGED)]
        reason[nothing] = Reason.NO_VARIATION
        among_all = self.place[self.neighbours.counts >= self.areas - 1]
        reason[np.intersect1d(nothing, among_all)] = Reason.ONE_AREA
        return reason


def field_of(
    values: ArrayLike, neighbours: Neighbours, known: NDArray[np.int8] | None = None, fewest: int = 3
) -> Field:
    """Leave out the areas without a value, and say for every area whether it can be judged.

    Args:
        values: one for each area; NaN is missing.
        neighbours: the neighbours of these areas.
        known: reasons that are known beforehand.
        fewest: the number of values below which nothing can be judged.

    Raises:
        ValueError: another number of values than of areas.
    """
    row = np.asarray(values, dtype=np.float64)
    if row.shape != (neighbours.areas,):
        raise ValueError(f"values must be one for each of {neighbours.areas} areas; got shape {row.shape}")
    reason = np.zeros(len(row), dtype=np.int8) if known is None else known.astype(np.int8)
    reason[(reason == 0) & np.isnan(row)] = Reason.MISSING
    reason[(reason == 0) & np.isinf(row)] = Reason.INFINITE
    kept = reason == 0
    among = neighbours.among(kept)
    left_out = neighbours.counts - among.counts
    left_out[~kept] = 0
    place = np.flatnonzero(kept)
    reason[kept & among.islands] = Reason.NO_NEIGHBOURS
    measured = row[place]
    if len(place) and measured.min() == measured.max():
        reason[place] = Reason.NO_VARIATION
    if len(place) < fewest:
        reason[place] = Reason.ONE_AREA
    number = np.zeros(len(row), dtype=np.int64)
    number[place] = np.arange(len(place))
    start = np.concatenate([among.start[:-1][place], among.start[-1:]])
    return Field(measured, Neighbours(start, number[among.index], among.weight), place, reason, left_out)
