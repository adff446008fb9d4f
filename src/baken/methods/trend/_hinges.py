# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the slope of a line changes: least squares over sets of hinges, once the other columns are out.

A hinge at tau is the column max(time - tau, 0). With the level, slope, season and shifts projected out of
both, the fall in the residual sum of squares by a set S of hinges is c' G^-1 c, with G the products of the
hinges of S and c their products with the response: no regression needs to be solved again for each set.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray

Sets = NDArray[np.int64]
# At most so many sets are tried one by one; beyond that a coarse grid is refined.
_ALL = 40_000
_COARSE = 36
_CHUNK = 2_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """A linearised trend: response (n,) and hinges (n, m) without the other columns, weighted.

    ``places`` (m,) are the places of the candidate hinges, ``apart`` their least distance, ``base`` (n, p)
    the orthonormal other columns.
    """

    response: FloatArray
    hinges: FloatArray
    places: NDArray[np.int64]
    apart: int
    base: FloatArray

    @property
    def products(self) -> FloatArray:
        """The products of the hinges with each other, (m, m)."""
        return self.hinges.T @ self.hinges

    def residual_squares(self, chosen: tuple[int, ...]) -> float:
        """Return the residual sum of squares with the hinges of these indices."""
        residuals = self.residuals(chosen)
        return float(residuals @ residuals)

    def residuals(self, chosen: tuple[int, ...]) -> FloatArray:
        """Return the residuals with the hinges of these indices."""
        if not chosen:
            return self.response
        columns = self.hinges[:, list(chosen)]
        return self.response - columns @ np.linalg.lstsq(columns, self.response, rcond=None)[0]


def sets_of(places: NDArray[np.int64], number: int, apart: int) -> Sets:
    """Return all sets of so many candidates that lie far enough apart, as indices, shape (sets, number)."""
    if number == 1:
        return np.arange(len(places), dtype=np.int64)[:, None]
    if number == 2:
        return np.argwhere(places[None, :] - places[:, None] >= apart)
    sets = np.array(list(combinations(range(len(places)), number)), dtype=np.int64).reshape(-1, number)
    return sets[(np.diff(places[sets], axis=1) >= apart).all(axis=1)]


def gains(products: FloatArray, with_response: FloatArray, sets: Sets) -> FloatArray:
    """Return the largest fall in squares over the sets for each response.

    Args:
        products: of the hinges with each other, (m, m).
        with_response: products of the hinges with each response, (m, responses).
        sets: indices, shape (sets, number).
    """
    best: FloatArray = np.zeros(with_response.shape[1])
    step = max(1, _CHUNK // (with_response.shape[1] * sets.shape[1]))
    for start in range(0, len(sets), step):
        part = sets[start : start + step]
        roots = np.linalg.inv(np.linalg.cholesky(products[part[:, :, None], part[:, None, :]]))
        best = np.maximum(best, ((roots @ with_response[part]) ** 2).sum(axis=1).max(axis=0))
    return best


def best_set(problem: Problem, number: int) -> tuple[int, ...]:
    """Return the indices of the hinges with the smallest residual sum of squares.

    Exact where there are at most 40,000 sets; otherwise the best of a coarse grid, with each hinge in turn
    moved to its best place until none moves. The earliest of equals is taken.
    """
    if number == 0:
        return ()
    products, with_response = problem.products, problem.hinges.T @ problem.response
    index = np.arange(len(problem.places))
    if len(index) ** number > _ALL * 2 and number > 1:
        index = coarse(index)
    sets = index[sets_of(problem.places[index], number, problem.apart)]
    each = _each(products, with_response, sets)
    chosen = tuple(int(one) for one in sets[int(np.argmax(each))])
    return chosen if len(index) == len(problem.places) else _refined(problem, chosen)


def coarse(index: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return at most 36 of the candidates, evenly spread."""
    if len(index) <= _COARSE:
        return index
    return index[np.round(np.linspace(0, len(index) - 1, _COARSE)).astype(np.int64)]


def _each(products: FloatArray, with_response: FloatArray, sets: Sets) -> FloatArray:
    own = with_response[sets][:, :, None]
    solved = np.linalg.solve(products[sets[:, :, None], sets[:, None, :]], own)
    falls: FloatArray = (own * solved).sum(axis=(1, 2))
    return falls


def _refined(problem: Problem, chosen: tuple[int, ...]) -> tuple[int, ...]:
    products, with_response = problem.products, problem.hinges.T @ problem.response
    while True:
        before = chosen
        for which in range(len(chosen)):
            sets = moved(problem, chosen, which)
            chosen = tuple(int(one) for one in sets[int(np.argmax(_each(products, with_response, sets)))])
        if chosen == before:
            return chosen


def moved(problem: Problem, chosen: tuple[int, ...], which: int) -> Sets:
    """Return the sets in which one hinge stands at each place that the others leave to it."""
    others = problem.places[[one for place, one in enumerate(chosen) if place != which]]
    free = np.arange(len(problem.places))
    if len(others):
        gap = np.abs(problem.places[:, None] - others[None, :]).min(axis=1)
        between = np.searchsorted(others, problem.places) == which
        free = free[(gap >= problem.apart) & between]
    sets = np.tile(np.array(chosen, dtype=np.int64), (len(free), 1))
    sets[:, which] = free
    return sets


def squares_when_moved(problem: Problem, chosen: tuple[int, ...], which: int) -> tuple[Sets, FloatArray]:
    """Return the places one hinge can stand at and the residual sum of squares at each."""
    sets = moved(problem, chosen, which)
    falls = _each(problem.products, problem.hinges.T @ problem.response, sets)
    return problem.places[sets[:, which]], float(problem.response @ problem.response) - falls
