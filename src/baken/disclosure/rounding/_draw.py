# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One draw of the rounding: counts, the limits that errors must keep, and the search for the best choice."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding._incidence import Incidence, Indices, cells_of
from baken.disclosure.rounding.options import Options

Choice = NDArray[np.bool_]
"""Which of the rounded counts go up."""
_DEAR = 20
"""An error above the tolerance costs as much extra for each unit as so many units below it."""
_FORBIDDEN = 10_000
"""The same for an error that would give a count away."""
_HOT, _COLD = 3.0, 1.0
"""First and last temperature, in units of error. The last is no frozen one: the choice stays a draw, so that
who knows the method cannot say which original alone gives it."""
_WARM = 1.5
"""First temperature of a repair, which begins with a good choice."""


@dataclass(frozen=True, slots=True, eq=False)
class Limits:
    """The lowest and the highest error of each cell, flat, and what each unit beyond them costs."""

    low: Counts
    high: Counts
    price: Counts

    @classmethod
    def even(cls, cells: int, tolerance: int) -> Limits:
        """The same limits for all cells."""
        return cls(np.full(cells, -tolerance), np.full(cells, tolerance), np.full(cells, _DEAR))

    def within(self, where: NDArray[np.bool_], low: Counts, high: Counts) -> Limits:
        """These limits, with others for some cells that must be kept."""
        return Limits(
            np.where(where, low, self.low),
            np.where(where, high, self.high),
            np.where(where, _FORBIDDEN, self.price),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Rounding:
    """The inner counts that are rounded and the cells they are part of.

    ``items`` are flat inner numbers, ``floors`` the multiples of the base at or below their counts.
    ``others`` is what is published of each inner cell that is no item, inner shape.
    """

    layout: Layout
    counts: Counts
    options: Options
    items: Indices
    floors: Counts
    cells: Incidence
    others: Counts

    @classmethod
    def of(cls, layout: Layout, counts: Counts, options: Options, fixed: NDArray[np.bool_]) -> Rounding:
        """Round every count that is no multiple of the base, except those that are fixed (inner shape)."""
        items = np.flatnonzero((counts % options.base != 0) & ~fixed)
        floors = counts.ravel()[items] // options.base * options.base
        return cls(layout, counts, options, items, floors, cells_of(layout, items), counts)

    def only(self, which: Choice, up: Choice) -> Rounding:
        """The same with some of the items; the others stay as a choice has them."""
        items = self.items[which]
        cells = cells_of(self.layout, items)
        return replace(self, items=items, floors=self.floors[which], cells=cells, others=self.rounded(up))

    def start(self, seed: int) -> Choice:
        """A random choice in which each count keeps its value on average."""
        rest = self.counts.ravel()[self.items] - self.floors
        generator = np.random.Generator(np.random.PCG64(seed))
        return np.asarray(generator.random(len(rest)) * self.options.base < rest)

    def rounded(self, up: Choice) -> Counts:
        """The inner counts that belong to a choice."""
        inner = self.others.ravel().copy()
        inner[self.items] = self.floors + self.options.base * up
        return inner.reshape(self.layout.inner_shape)

    def search(self, up: Choice, limits: Limits, seed: int, warm: bool = False) -> Choice:
        """Look for the choice with the smallest errors over all cells, from one; ``warm``: a good one."""
        from baken.disclosure.rounding._annealing_kernel import anneal

        if not len(self.items):
            return up
        difference = self.layout.filled(self.rounded(up) - self.counts).ravel()
        errors = np.stack([difference, limits.low, limits.high, limits.price], axis=1).astype(np.int32)
        together = self.cells.turned(self.layout.cells)
        shared = self.cells.kept(np.diff(together.start)[self.cells.index] > 1)
        best = up.copy()
        anneal(
            ((self.cells.start, self.cells.index), (shared.start, shared.index)),
            (together.start, together.index),
            errors,
            best,
            (self.options.base, self.options.sweeps * len(best)),
            (_WARM if warm else _HOT, _COLD),
            np.uint64(seed),
        )
        return best
