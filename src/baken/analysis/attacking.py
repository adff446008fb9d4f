# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Trying to undo a protected table, with whatever else is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from baken.analysis.protecting import ProtectedTable
from baken.disclosure.attack.explain import Name
from baken.disclosure.attack.propagation import Contradiction, narrowed
from baken.disclosure.attack.run import Fallen, attack
from baken.disclosure.knowledge import Knowledge, Values
from baken.model.errors import InputError


@dataclass(frozen=True, slots=True)
class Broken:
    """The outcome: how many counts nobody can know, which small ones came to light, and what is open.

    ``uncertain`` counts the cells that sums alone do not give away.
    """

    uncertain: int
    fallen: tuple[Fallen, ...]
    undecided: tuple[int, ...]

    @property
    def safe(self) -> bool:
        """Whether no small count can be worked out, for sure."""
        return not self.fallen and not self.undecided


def attacked(table: ProtectedTable, known: Iterable[tuple[int, int]] = ()) -> Broken:
    """Attack a protected table.

    A count that comes out as none, or as no small one, tells nothing of a few people: it does not fall. Nor
    does one that follows from what others have published, without the table.

    Args:
        table: what was published.
        known: cells and their true counts, from elsewhere.

    Raises:
        InputError: what is known from elsewhere cannot be true together with the table.

    """
    told = table.knowledge()
    lower, upper = told.lower.copy(), told.upper.copy()
    for cell, count in known:
        if not lower[cell] <= count <= upper[cell]:
            raise InputError(
                f"{' '.join(table.layout.codes(cell))} cannot be {count}: the table says "
                f"{_said(table, cell)}.",
                do="Use figures of the same counts.",
            )
        lower[cell] = upper[cell] = count
    secret = told.secret & (lower < upper)
    try:
        found = attack(Knowledge(lower, upper, secret, told.equations), name=_named(table))
    except Contradiction as error:
        raise InputError(f"{error}", do="Use figures of the same counts.") from error
    fallen = tuple(one for one in found.fallen if one.recomputed and 0 < one.lower < table.base)
    if fallen:
        given = already_public(table, np.array([one.cell for one in fallen], np.int64))
        fallen = tuple(one for one in fallen if one.cell not in given)
    sums = narrowed(Knowledge(lower, upper, secret, told.equations))
    uncertain = int(np.count_nonzero(sums.lower < sums.upper))
    return Broken(uncertain, fallen, tuple(found.undecided.tolist()))


def already_public(table: ProtectedTable, cells: Values) -> set[int]:
    """Those of some cells that follow from what others have published, whatever the table says."""
    given = table.public()
    secret = np.zeros(given.cells, np.bool_)
    secret[cells] = True
    secret &= given.lower < given.upper
    found = attack(Knowledge(given.lower, given.upper, secret, given.equations))
    return {one.cell for one in found.recomputed}


def _named(table: ProtectedTable) -> Name:
    return lambda cell: " x ".join(table.layout.codes(cell))


def _said(table: ProtectedTable, cell: int) -> str:
    count = int(table.counts.ravel()[cell])
    return "that it is hidden" if count < 0 else f"{count} ({table.shown.ravel()[cell]})"
