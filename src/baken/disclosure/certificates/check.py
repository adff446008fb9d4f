# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checking certificates with sums and comparisons alone: no solver, and nothing that is not public."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from baken.disclosure.certificates.certificates import Certificates, fingerprint
from baken.disclosure.knowledge import UNBOUNDED, Knowledge, Values


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """What a check found: what is wrong, in words, and the secret cells without a certificate."""

    problems: tuple[str, ...]
    missing: Values

    @property
    def proven(self) -> bool:
        """Whether every secret cell has a certificate that holds."""
        return not self.problems and not len(self.missing)


def checked(knowledge: Knowledge, certificates: Certificates) -> Checked:
    """Check that all tables agree with what is published, and that each cell differs between two of them."""
    missing = np.setdiff1d(np.flatnonzero(knowledge.secret), certificates.cells)
    problem = (
        _of_form(knowledge, certificates)
        # What certifies nothing need not agree with anything.
        or (len(certificates.cells) and _of_table(knowledge, certificates))
        or _of_moves(knowledge, certificates)
        or _of_cells(knowledge, certificates)
    )
    return Checked((problem,) if problem else (), missing)


def _of_form(knowledge: Knowledge, given: Certificates) -> str:
    """Sizes and numbers that everything after this relies on."""
    if given.made_for != fingerprint(knowledge):
        return "the certificates were made for other published figures."
    if len(given.table) != knowledge.cells or given.width < 1:
        return "the table does not have a value for each cell, or the width is below 1."
    start = given.start
    if not len(start) or start[0] or (np.diff(start) < 0).any() or start[-1] != len(given.cell):
        return "the moves do not fit together."
    if len(given.step) != len(given.cell) or not len(given.cells) == len(given.low) == len(given.high):
        return "the lists do not have the same length."
    for numbers, least, most in (
        (given.cell, 0, knowledge.cells - 1),
        (given.cells, 0, knowledge.cells - 1),
        (given.low, -1, given.moves - 1),
        (given.high, -1, given.moves - 1),
        (given.step, -2 * int(UNBOUNDED), 2 * int(UNBOUNDED)),
    ):
        if len(numbers) and not least <= int(numbers.min()) <= int(numbers.max()) <= most:
            return "a cell, a move or a step is out of range."
    keys = _keys(given)
    return "a move changes a cell twice, or out of order." if (np.diff(keys) <= 0).any() else ""


def _of_table(knowledge: Knowledge, given: Certificates) -> str:
    outside = np.flatnonzero((given.table < knowledge.lower) | (given.table > knowledge.upper))
    if len(outside):
        return f"the table does not agree with what is told of cell {outside[0]}."
    broken = np.flatnonzero(knowledge.equations.left(given.table))
    return f"equation {broken[0]} does not hold for the table." if len(broken) else ""


def _of_moves(knowledge: Knowledge, given: Certificates) -> str:
    values = given.table[given.cell] + given.step
    outside = np.flatnonzero((values < knowledge.lower[given.cell]) | (values > knowledge.upper[given.cell]))
    if len(outside):
        return f"a move does not agree with what is told of cell {given.cell[outside[0]]}."
    equations = knowledge.equations
    order = np.argsort(equations.index, kind="stable")
    counts = np.bincount(equations.index, minlength=knowledge.cells)
    first = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    of_row = np.repeat(np.arange(equations.rows), np.diff(equations.start))[order]
    sign = equations.sign[order]
    # Each change of a cell once for each equation that the cell stands in.
    uses = counts[given.cell]
    within = np.arange(int(uses.sum())) - np.repeat(np.cumsum(uses) - uses, uses)
    place = np.repeat(first[given.cell], uses) + within
    key = np.repeat(_of_move(given) * equations.rows, uses) + of_row[place]
    left = sign[place] * np.repeat(given.step, uses)
    by_key = np.argsort(key, kind="stable")
    sums = (
        np.add.reduceat(left[by_key], np.flatnonzero(np.diff(key[by_key], prepend=-1))) if len(key) else key
    )
    return "a move breaks an equation." if sums.any() else ""


def _of_cells(knowledge: Knowledge, given: Certificates) -> str:
    apart = _value(knowledge, given, given.high) - _value(knowledge, given, given.low)
    near = np.flatnonzero(apart < given.width)
    if len(near):
        return f"the tables of cell {given.cells[near[0]]} are not {given.width} apart."
    return ""


def _value(knowledge: Knowledge, given: Certificates, moves: Values) -> Values:
    """The value of each certified cell in the table after a move."""
    keys, wanted = _keys(given), moves * knowledge.cells + given.cells
    values = given.table[given.cells]
    if not len(keys):
        return values
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.asarray(values + np.where((keys[place] == wanted) & (moves >= 0), given.step[place], 0))


def _keys(given: Certificates) -> Values:
    """A number for each change, by move and cell; ascending in certificates that are well formed."""
    return np.asarray(_of_move(given) * len(given.table) + given.cell)


def _of_move(given: Certificates) -> Values:
    return np.repeat(np.arange(given.moves), np.diff(given.start))
