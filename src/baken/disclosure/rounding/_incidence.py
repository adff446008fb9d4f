# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which cells of a layout an inner cell counts in, in compressed rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.dimension import Dimension
from baken.disclosure.layout import Layout

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """Rows and what stands in each: ``index[start[r]:start[r + 1]]`` belongs to row r."""

    start: Indices
    index: NDArray[np.int32]

    @property
    def rows(self) -> Indices:
        """The row of each entry of ``index``."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))

    def turned(self, rows: int) -> Incidence:
        """The same the other way round: for each of ``rows`` entries the rows in which it stands."""
        order = np.argsort(self.index, kind="stable")
        return Incidence(_starts(np.bincount(self.index, minlength=rows)), self.rows[order].astype(np.int32))

    def kept(self, keep: NDArray[np.bool_]) -> Incidence:
        """The entries for which ``keep`` holds; shape as ``index``."""
        counts = np.bincount(self.rows[keep], minlength=len(self.start) - 1)
        return Incidence(_starts(counts), self.index[keep])


def cells_of(layout: Layout, inner: Indices) -> Incidence:
    """For each of some inner cells (flat in ``inner_shape``) all cells of the layout it counts in."""
    places = np.unravel_index(inner, layout.inner_shape)
    rows = np.arange(len(inner))
    numbers = np.zeros(len(inner), np.int64)
    for dimension, place in zip(layout.dimensions, places, strict=True):
        start, codes = _codes_of(dimension)
        parts = np.asarray(place)[rows]
        counts = np.diff(start)[parts]
        repeated = np.repeat(np.arange(len(rows)), counts)
        within = np.arange(len(repeated)) - np.repeat(np.cumsum(counts) - counts, counts)
        numbers = numbers[repeated] * len(dimension.codes) + codes[start[parts[repeated]] + within]
        rows = rows[repeated]
    return Incidence(_starts(np.bincount(rows, minlength=len(inner))), numbers.astype(np.int32))


def _codes_of(dimension: Dimension) -> tuple[Indices, Indices]:
    """For each part the codes that contain it, itself first."""
    pairs = np.concatenate(
        [
            np.stack([members, np.full(len(members), code)], axis=1)
            for code, members in enumerate(dimension.members)
        ]
    )
    order = np.argsort(pairs[:, 0], kind="stable")
    return _starts(np.bincount(pairs[:, 0], minlength=dimension.parts)), pairs[order, 1]


def _starts(counts: Indices) -> Indices:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
