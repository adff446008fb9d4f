# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of a table with all its sums: which cells there are, and which add up to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import prod

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.dimension import Dimension
from baken.disclosure.equations import Equations

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Dimensions crossed: a cell for each combination of codes, in C order of the dimensions.

    ``shape`` counts all codes, ``inner_shape`` the parts only. A cell number is the flat index in ``shape``.
    """

    dimensions: tuple[Dimension, ...]

    @property
    def shape(self) -> tuple[int, ...]:
        """How many codes each dimension has."""
        return tuple(len(one.codes) for one in self.dimensions)

    @property
    def inner_shape(self) -> tuple[int, ...]:
        """How many parts each dimension has."""
        return tuple(one.parts for one in self.dimensions)

    @property
    def cells(self) -> int:
        """How many cells there are, sums included."""
        return prod(self.shape)

    @property
    def inner(self) -> NDArray[np.int64]:
        """The numbers of the inner cells, those that are no sum; flat, in C order of ``inner_shape``."""
        return np.arange(self.cells).reshape(self.shape)[tuple(map(slice, self.inner_shape))].ravel()

    def filled(self, inner: Counts) -> Counts:
        """Return all cells, shape ``shape``, from the inner counts, shape ``inner_shape`` (or any that adds).

        Raises:
            ValueError: the counts have another shape.

        """
        if inner.shape != self.inner_shape:
            raise ValueError(f"the counts have shape {inner.shape}, the layout has parts {self.inner_shape}.")
        return reduce(_summed_along, enumerate(self.dimensions), inner)

    def equations(self) -> Equations:
        """Every sum of every dimension, crossed with all codes of the others, as equations between cells.

        Some follow from others; all are kept, because they make bounds meet sooner.
        """
        numbers = np.arange(self.cells).reshape(self.shape)
        blocks = []
        for axis, dimension in enumerate(self.dimensions):
            across = np.moveaxis(numbers, axis, 0).reshape(len(dimension.codes), -1)
            for place, summed in enumerate(dimension.sums, start=dimension.parts):
                terms = across[[place, *summed]].T
                signs = np.ones(terms.shape, np.int64)
                signs[:, 0] = -1
                blocks.append(Equations.of_rows(terms, signs))
        return Equations.joined(blocks)

    def number(self, codes: Sequence[str]) -> int:
        """Return the cell number of a code in each dimension.

        Raises:
            ValueError: a code is unknown, or there are too few or too many.

        """
        places = tuple(one.position(code) for one, code in zip(self.dimensions, codes, strict=True))
        return int(np.ravel_multi_index(places, self.shape))

    def codes(self, number: int) -> tuple[str, ...]:
        """Return the codes of a cell number."""
        places = np.unravel_index(number, self.shape)
        return tuple(one.codes[int(place)] for one, place in zip(self.dimensions, places, strict=True))


def _summed_along(counts: Counts, axis_and: tuple[int, Dimension]) -> Counts:
    axis, dimension = axis_and
    moved = np.moveaxis(counts, axis, 0)
    sums = [*moved]
    for summed in dimension.sums:
        sums.append(sum((sums[one] for one in summed), np.zeros_like(moved[0])))
    return np.ascontiguousarray(np.moveaxis(np.stack(sums), 0, axis))
