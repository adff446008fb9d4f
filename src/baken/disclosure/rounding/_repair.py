# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What to change when exact figures from elsewhere would give rounded counts away."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding._draw import Limits
from baken.disclosure.rounding._incidence import Indices, cells_of
from baken.disclosure.rounding.knowledge import Told


def limits_of(told: Told, counts: Counts, tolerance: int) -> Limits:
    """The errors that leave a choice to who knows some sums exactly.

    Take the rounded counts in a known sum: R together, n of them, u published as the base. Each of the u is
    at least 1 and each other at least 0: with u = R nothing is left to choose. Each of the u is at most the
    base and each other one less: with u + n (base - 1) = R neither. The error of the sum is base u - R, so
    that both are limits of it. Sums with a widened count have room enough.
    """
    layout, base = told.layout, told.base
    rounded = told.free & ~told.widened
    together = layout.filled(np.where(rounded, counts, 0)).ravel()
    number = layout.filled(rounded.astype(np.int64)).ravel()
    small = layout.filled((rounded & (counts > 0) & (counts < base)).astype(np.int64)).ravel()
    wide = layout.filled(told.widened.astype(np.int64)).ravel()
    bound = told.known.ravel() & (small > 0) & (wide == 0)
    low = base * (together + 1 - number * (base - 1)) - together
    high = base * (together - 1) - together
    return Limits.even(layout.cells, tolerance).within(bound & (low <= high), low, high)


def alone(told: Told, exposed: Indices) -> Indices:
    """Exposed inner cells that are the one rounded count of a known sum: no limit can hide those."""
    layout, free = told.layout, told.free.ravel()
    around = cells_of(layout, np.flatnonzero(free))
    number = layout.filled(told.free.astype(np.int64)).ravel()
    single = told.known.ravel() & (number == 1)
    hit = np.zeros(layout.cells, np.bool_)
    hit[layout.inner[free][around.rows[single[around.index]]]] = True
    return exposed[hit[exposed]]


def to_widen(told: Told, counts: Counts, exposed: Indices, turn: int = 0) -> NDArray[np.bool_]:
    """For each exposed cell one count above the base to round as well, inner shape.

    It is the smallest count that is exact now in a known sum around the cell, the sum with the fewest parts
    first (``turn``: so many sums further): so the relative error is least for what it protects. Where a count
    taken is alone in another known sum it takes one along there too.
    """
    layout, flat = told.layout, counts.ravel()
    inner_known = told.known[tuple(map(slice, layout.inner_shape))].ravel()
    free = told.free.ravel().copy()
    exact = ~free & ~inner_known & (flat > told.base)
    waiting = [(cell, True) for cell in exposed.tolist()] if exact.any() else []
    while waiting:
        cell, is_exposed = waiting.pop()
        around = _known_around(told, cell)
        turned = turn % len(around) if is_exposed and around else 0
        for inside in around[turned:] + around[:turned]:
            choice = inside[exact[inside] & ~free[inside]]
            if len(choice) and (is_exposed or free[inside].sum() < 2):
                # One that was taken for another cell serves this one too.
                if not (is_exposed and (free & exact)[inside].any()):
                    taken = int(choice[np.argmin(flat[choice])])
                    free[taken] = True
                    waiting.append((int(layout.inner[taken]), False))
                if is_exposed:
                    break
    return (free & exact).reshape(layout.inner_shape)


def to_turn(told: Told, items: NDArray[np.bool_], exposed: Indices, seed: int) -> NDArray[np.bool_]:
    """For each exposed cell one of the items (inner shape) in a known sum around it, drawn at random."""
    random = np.random.Generator(np.random.PCG64(seed))
    found = np.zeros(items.size, np.bool_)
    for cell in exposed.tolist():
        around = [inside[items.ravel()[inside]] for inside in _known_around(told, cell)]
        around = [inside for inside in around if len(inside)]
        if around:
            inside = around[int(random.integers(len(around)))]
            found[inside[int(random.integers(len(inside)))]] = True
    return found.reshape(items.shape)


def _known_around(told: Told, cell: int) -> list[Indices]:
    """The inner cells of each known sum that a part of the cell counts in, fewest first."""
    layout, known = told.layout, told.known.ravel()
    sums = np.unique(cells_of(layout, _parts(layout, cell)).index)
    return sorted((_parts(layout, int(one)) for one in sums[known[sums]]), key=len)


def _parts(layout: Layout, cell: int) -> Indices:
    """The inner cells, flat in ``inner_shape``, that add up to a cell."""
    places = np.unravel_index(cell, layout.shape)
    members = (one.members[int(at)] for one, at in zip(layout.dimensions, places, strict=True))
    return np.ravel_multi_index(np.ix_(*members), layout.inner_shape).ravel()
