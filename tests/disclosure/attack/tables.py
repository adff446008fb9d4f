# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables to attack: small ones whose every possibility can be listed, and the city with simple protection."""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from baken.disclosure.attack.propagation import Propagation
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import UNBOUNDED, Knowledge, Values
from baken.disclosure.layout import Layout
from disclosure.city import by_group, three_way, two_way

TABLES = {"2d": two_way, "g3d": by_group, "3d": three_way}


@st.composite
def small(draw: st.DrawFn, signs: tuple[int, ...] = (-1, 1)) -> tuple[Knowledge, Values]:
    """Knowledge of at most five unknown cells, and a table that agrees with it; rows end in a told cell."""
    cells = draw(st.integers(2, 5))
    truth = draw(st.lists(st.integers(0, 4), min_size=cells, max_size=cells))
    lower = [draw(st.integers(0, value)) for value in truth]
    upper = [draw(st.integers(value, 4)) for value in truth]
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        members = draw(st.lists(st.integers(0, cells - 1), min_size=1, max_size=4, unique=True))
        terms = [(cell, draw(st.sampled_from(signs))) for cell in members]
        left = sum(sign * truth[cell] for cell, sign in terms)
        rows.append([*terms, (len(truth), -1)])
        truth.append(left)
        lower.append(left)
        upper.append(left)
    secret = np.arange(len(truth)) < cells
    bounds = np.array(lower, np.int64), np.array(upper, np.int64)
    return Knowledge(*bounds, secret, Equations.of_lists(rows)), np.array(truth, np.int64)


def possible(knowledge: Knowledge) -> Values:
    """All tables of whole numbers that agree with what is told, one a row."""
    ranges = [range(low, high + 1) for low, high in zip(knowledge.lower, knowledge.upper, strict=True)]
    tables = [np.array(one, np.int64) for one in product(*ranges)]
    return np.array([one for one in tables if not knowledge.equations.left(one).any()])


def primary(name: str, lower: int = 1, upper: int = int(UNBOUNDED)) -> tuple[Knowledge, Values, Layout]:
    """The city with counts of 1 to 4 hidden and nothing else."""
    layout, inner = TABLES[name]()
    truth = layout.filled(inner).ravel()
    secret = (truth >= 1) & (truth <= 4)
    lows, highs = np.where(secret, lower, truth), np.where(secret, upper, truth)
    return Knowledge(lows, highs, secret, layout.equations()), truth, layout


@cache
def hidden_more(name: str) -> tuple[Knowledge, Values, Layout]:
    """The city with counts of 1 to 4 hidden, and more until propagation recomputes nothing."""
    knowledge, truth, layout = primary(name)
    equations = knowledge.equations
    propagation = Propagation(equations, layout.cells)
    hidden = knowledge.secret.copy()
    while True:
        lower, upper = np.where(hidden, 1, truth), np.where(hidden, UNBOUNDED, truth)
        found = propagation.narrow(lower, upper)
        fallen = np.flatnonzero(knowledge.secret & (found.lower == found.upper))
        if not len(fallen):
            return Knowledge(lower, upper, knowledge.secret, equations), truth, layout
        for cell in fallen.tolist():
            _hide_beside(propagation, hidden, truth, cell)


def _hide_beside(propagation: Propagation, hidden: NDArray[np.bool_], truth: Values, cell: int) -> None:
    equations = propagation.equations
    near = propagation.rows_of(np.array([cell]))
    wider = np.unique(np.concatenate([_cells(equations, row) for row in near.tolist()]))
    for rows in (near, propagation.rows_of(wider)):
        done = False
        for row in rows.tolist():
            members = _cells(equations, row)
            open_still = members[~hidden[members] & (truth[members] > 0)]
            if len(open_still) and (hidden[members].sum() < 3 or rows is not near):
                hidden[open_still[np.argmin(truth[open_still])]] = done = True
                if rows is not near:
                    return
        if done:
            return


def _cells(equations: Equations, row: int) -> Values:
    return equations.index[equations.start[row] : equations.start[row + 1]]


def rounded(name: str, base: int, seed: int = 1) -> tuple[Knowledge, Values, Layout]:
    """The city with small counts rounded by chance; the municipality is public, exactly."""
    layout, inner = TABLES[name]()
    truth = layout.filled(inner).ravel()
    chance = np.random.default_rng(seed).random(inner.shape) < inner / base
    published = np.where((inner > 0) & (inner < base), np.where(chance, base, 0), inner).ravel()
    lower, upper = np.zeros(layout.cells, np.int64), np.full(layout.cells, UNBOUNDED)
    lower[layout.inner] = np.where(published == base, 1, published)
    upper[layout.inner] = np.where(published == 0, base - 1, published)
    whole = np.arange(layout.cells).reshape(layout.shape)[-1].ravel()
    lower[whole] = upper[whole] = truth[whole]
    secret = np.zeros(layout.cells, bool)
    secret[layout.inner] = lower[layout.inner] < upper[layout.inner]
    return Knowledge(lower, upper, secret, layout.equations()), truth, layout
