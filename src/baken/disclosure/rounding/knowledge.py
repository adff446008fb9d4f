# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an outsider knows of a rounded cube, as bounds and equations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.knowledge import UNBOUNDED, Knowledge
from baken.disclosure.layout import Counts, Layout

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """All that an outsider is told: the cube, how it was rounded, and exact figures from elsewhere.

    ``published``, ``exact`` and ``known`` have the shape of the layout. ``exact`` counts only where ``known``
    holds. ``widened`` (inner shape) marks counts above the base that were rounded too; ``error_bound`` is the
    declared largest error of any cell.
    """

    layout: Layout
    published: Counts
    known: Mask
    exact: Counts
    widened: Mask
    base: int
    error_bound: int

    @property
    def shown(self) -> Counts:
        """The figures to show: the cube, and exact figures where those are public anyway."""
        return np.where(self.known, self.exact, self.published)

    @property
    def free(self) -> Mask:
        """The inner cells that need not be what is published, shape ``inner_shape``."""
        inner = tuple(map(slice, self.layout.inner_shape))
        rounded = (self.published[inner] <= self.base) | self.widened
        return np.asarray(rounded & ~self.known[inner])

    def bounds(self, bounded: bool = True) -> tuple[Counts, Counts]:
        """The lowest and the highest value of each cell, flat, as told; ``bounded``: the error bound is told.

        An inner cell published as 0 is at most base - 1; one published as the base lies between 1 and the
        base; one above it is exact, unless it is said to be widened.
        """
        published = self.published.ravel()
        lower = np.zeros(self.layout.cells, np.int64)
        upper = np.full(self.layout.cells, UNBOUNDED)
        if bounded:
            lower = np.maximum(lower, published - self.error_bound)
            upper = published + self.error_bound
        own_lower, own_upper = self._inner_bounds()
        inner = self.layout.inner
        lower[inner] = np.maximum(lower[inner], own_lower)
        upper[inner] = np.minimum(upper[inner], own_upper)
        known = self.known.ravel()
        lower[known] = upper[known] = self.exact.ravel()[known]
        return lower, upper

    def _inner_bounds(self) -> tuple[Counts, Counts]:
        published = self.published[tuple(map(slice, self.layout.inner_shape))].ravel()
        widened = self.widened.ravel()
        lower = np.where(published == self.base, 1, published)
        upper = np.where(published == 0, self.base - 1, published)
        # Only counts above the base are widened, and no multiple lies a whole base away.
        lower[widened] = np.maximum(self.base + 1, published[widened] - self.base + 1)
        upper[widened] = published[widened] + self.base - 1
        return lower, upper


def knowledge_of(told: Told, secret: Mask | None = None, bounded: bool = True) -> Knowledge:
    """Return what an outsider knows.

    Args:
        told: the published cube and the exact figures from elsewhere.
        secret: the cells that nobody may learn, shape of the layout. The owner gives those whose true count
            is small (``Rounded.secret``). Without it: every inner cell that may be another number than
            published, which is all that an outsider can say.
        bounded: the outsider also knows the largest error of the whole cube.

    """
    lower, upper = told.bounds(bounded)
    if secret is None:
        marked = np.zeros(told.layout.cells, np.bool_)
        marked[told.layout.inner] = told.free.ravel()
    else:
        marked = secret.ravel().copy()
    return Knowledge(lower, upper, marked, told.layout.equations())
