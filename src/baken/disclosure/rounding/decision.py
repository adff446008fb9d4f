# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was decided for a cube and published: later figures of the same cells are bound to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.knowledge import Told

Mask = NDArray[np.bool_]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """A published cube, the true inner counts behind it, and the cells that nobody may learn.

    ``told`` is for everyone; ``counts`` (inner shape) and ``secret`` (shape of the layout) are the owner's.
    """

    told: Told
    counts: Counts
    secret: Mask

    @property
    def layout(self) -> Layout:
        """The cells."""
        return self.told.layout

    def answers(self, layout: Layout, counts: Counts, known: Mask, base: int) -> bool:
        """Whether this is the decision for the same cells, counts, public figures and base."""
        told = self.told
        return (
            told.base == base
            and alike(self.layout, layout)
            and np.array_equal(self.counts, counts)
            and np.array_equal(told.known, known)
        )


def alike(one: Layout, other: Layout) -> bool:
    """Whether two layouts have the same cells and the same sums."""
    return one is other or all(
        (mine.codes, mine.parts, mine.sums) == (theirs.codes, theirs.parts, theirs.sums)
        for mine, theirs in zip(one.dimensions, other.dimensions, strict=False)
    )


def figures_in(decision: Decision, layout: Layout) -> tuple[Mask, Counts]:
    """Which cells of a layout a decision tells of, and the figure of each; shape of the layout."""
    at = _places(layout, decision.layout, inner=False)
    return (at >= 0).reshape(layout.shape), decision.told.shown.ravel()[at].reshape(layout.shape)


def _places(layout: Layout, other: Layout, *, inner: bool) -> Indices:
    """For each (inner) cell of a layout its (inner) number in another one, or -1; flat.

    The layouts have the same number of dimensions; cells are the same when their codes are.
    """
    axes = []
    for mine, theirs in zip(layout.dimensions, other.dimensions, strict=True):
        codes = {code: at for at, code in enumerate(theirs.codes[: theirs.parts] if inner else theirs.codes)}
        wanted = mine.codes[: mine.parts] if inner else mine.codes
        axes.append(np.array([codes.get(code, -1) for code in wanted], np.int64))
    grid = np.meshgrid(*axes, indexing="ij")
    there = np.all([one >= 0 for one in grid], axis=0)
    shape = other.inner_shape if inner else other.shape
    numbers = np.ravel_multi_index([np.where(there, one, 0) for one in grid], shape)
    return np.where(there, numbers, -1).ravel()


@dataclass(frozen=True, slots=True, eq=False)
class Last:
    """What was told last, cell by cell of another layout; all of inner shape.

    ``same`` marks the cells whose true count has not changed since and that are rounded to the same base;
    ``figures`` counts only there. ``widened`` marks those of them that were rounded above the base.
    """

    same: Mask
    figures: Counts
    widened: Mask


def last_told(decision: Decision, layout: Layout, counts: Counts, base: int) -> Last:
    """What a decision told of the inner cells of a layout (``counts``: their true counts now)."""
    at = _places(layout, decision.layout, inner=True)
    told = decision.told
    inner = tuple(map(slice, decision.layout.inner_shape))
    same = (at >= 0) & (decision.counts.ravel()[at] == counts.ravel()) & (told.base == base)
    same &= ~told.known[inner].ravel()[at]
    shape = layout.inner_shape
    return Last(
        same.reshape(shape),
        told.published[inner].ravel()[at].reshape(shape),
        (same & told.widened.ravel()[at]).reshape(shape),
    )
