# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A part of a large table around a cell, in which a cheap move is looked for first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.dimension import Dimension
from baken.disclosure.layout import Layout

Indices = NDArray[np.int64]
_SHORT = 12
"""A dimension of so few codes is taken whole."""
_WIDE = 100
_NEAR, _FAR = 10, 5
_WIDER = 3


class Windows:
    """Windows on a layout: all groups, the parts that share most groups with the cell's own, and some others.

    Args:
        layout: the table.
        cells: the numbers of the cells that may move; a window speaks of them as 0..m-1.

    """

    def __init__(self, layout: Layout, cells: Indices) -> None:
        self._layout, self._cells = layout, cells
        self._place = np.full(layout.cells, -1, np.int64)
        self._place[cells] = np.arange(len(cells))
        self._numbers = np.arange(layout.cells).reshape(layout.shape)
        self._inside = [_inside(one) for one in layout.dimensions]

    @property
    def wide(self) -> bool:
        """Whether windows are smaller than the table."""
        return any(len(one.codes) > _WIDE for one in self._layout.dimensions)

    def around(self, cell: int, random: np.random.Generator, *, wider: bool = False) -> Indices:
        """The cells in a window around a cell; each draw gives other parts."""
        parts = _NEAR * _WIDER if wider else _NEAR
        at = np.unravel_index(self._cells[cell], self._layout.shape)
        chosen = [self._codes(axis, int(code), parts, random) for axis, code in enumerate(at)]
        found = self._place[self._numbers[np.ix_(*chosen)].ravel()]
        return np.asarray(found[found >= 0])

    def _codes(self, axis: int, code: int, most: int, random: np.random.Generator) -> Indices:
        dimension, inside = self._layout.dimensions[axis], self._inside[axis]
        codes, parts = len(dimension.codes), dimension.parts
        if codes <= _SHORT:
            return np.arange(codes)
        own = np.flatnonzero(inside[code])
        part = own[random.integers(len(own))]
        groups = inside[parts:]
        shared = (groups & groups[:, [part]]).sum(axis=0) + random.random(parts)
        near = np.argsort(-shared)[:most]
        far = random.choice(parts, min(parts, _FAR), replace=False)
        return np.unique(np.concatenate([[code, part], near, far, np.arange(parts, codes)]))


def _inside(dimension: Dimension) -> NDArray[np.bool_]:
    """Which parts lie in which code, shape (codes, parts)."""
    inside = np.zeros((len(dimension.codes), dimension.parts), np.bool_)
    for code, members in enumerate(dimension.members):
        inside[code, members] = True
    return inside
