# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Attackers from within: who is the only contributor of a cell knows it, and may learn another from it.

For each such owner every other sensitive cell needs moves that leave the owner's cells as they are. Most
witnesses do so already; for the others a further demand is made, and met like the first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.suppression._circuits import Move
from baken.disclosure.suppression._pattern import Pattern
from baken.disclosure.suppression._search import protected, settled

Owners = NDArray[np.int64]
NOBODY = -1
"""The owner of a cell of several contributors, or of none."""


def guarded(pattern: Pattern, owners: Owners) -> list[int]:
    """Protect each sensitive cell from each owner of other cells; return the demands that nothing meets."""
    lost: list[int] = []
    while fresh := _wanting(pattern, owners):
        left = protected(pattern, settled(pattern, fresh))
        lost += protected(pattern, left, patient=True)
    return lost


def _wanting(pattern: Pattern, owners: Owners) -> list[int]:
    """New demands, for cells whose witnesses all move a cell of the same owner."""
    ground = pattern.ground
    met: dict[int, list[set[int]]] = {}
    for demand, moves in sorted(pattern.witness.items()):
        cell = ground.cell(demand)
        met.setdefault(cell, []).append(_met(moves, owners) - {int(owners[cell]), NOBODY})
    asked = {(ground.cell(demand), owner) for demand, (_, owner, _) in ground.extra.items()}
    fresh = []
    for cell, sets in met.items():
        for owner in sorted(set.intersection(*sets)):
            if (cell, owner) not in asked:
                fresh.append(ground.ask(cell, owner, np.flatnonzero(owners == owner)))
    return fresh


def _met(moves: tuple[Move, ...], owners: Owners) -> set[int]:
    return {int(owner) for move in moves for owner in owners[move.cells]}
