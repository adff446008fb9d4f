# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Finding certificates: the tables that showed the attackers that a cell cannot be known."""

from __future__ import annotations

import numpy as np

from baken.disclosure.attack.run import Attack, attack
from baken.disclosure.attack.witness import Effort, Witnesses
from baken.disclosure.certificates.certificates import Certificates, fingerprint
from baken.disclosure.knowledge import Knowledge, Values


def certified(knowledge: Knowledge, effort: Effort | None = None) -> tuple[Certificates, Attack]:
    """Attack all secret cells and return certificates for those that withstood, with the attack.

    Only what is public goes in; the same knowledge and effort give the same certificates.

    Raises:
        Contradiction: what is told cannot all be true.

    """
    effort = effort or Effort()
    outcome = attack(knowledge, effort)
    return of_attack(knowledge, outcome, effort.width), outcome


def of_attack(knowledge: Knowledge, outcome: Attack, width: int = 1) -> Certificates:
    """Return the certificates of an attack on this knowledge: those whose two tables are so far apart."""
    witnesses = outcome.witnesses
    if witnesses is None:
        return _nothing(knowledge, outcome, width)
    own = np.flatnonzero(knowledge.secret[witnesses.part.cells])
    own = own[witnesses.highest[own] - witnesses.lowest[own] >= width]
    low, high = _pairs(witnesses, own, width)
    used = np.unique(np.concatenate([low, high]))
    used = used[used >= 0]
    place = np.full(len(witnesses.moves) + 1, -1, np.int64)
    place[used] = np.arange(len(used))
    moves = [witnesses.moves[one] for one in used.tolist()]
    none = np.zeros(0, np.int64)
    start, cell, step = outcome.loose.moves(
        np.cumsum([0, *(len(move.cells) for move in moves)]).astype(np.int64),
        np.concatenate([none, *(move.cells for move in moves)]),
        np.concatenate([none, *(move.steps for move in moves)]),
    )
    whole = outcome.loose.whole
    table = outcome.found.lower.copy()
    table[whole.cells] = outcome.loose.table(witnesses.table)
    return Certificates(
        made_for=fingerprint(knowledge),
        width=width,
        table=table,
        start=start,
        cell=whole.cells[cell],
        step=step,
        cells=witnesses.part.cells[own],
        low=place[low],
        high=place[high],
    )


def _pairs(witnesses: Witnesses, cells: Values, width: int) -> tuple[Values, Values]:
    """The two tables of each cell; where one move is enough the other is the table itself."""
    low, high = witnesses.low_by[cells].copy(), witnesses.high_by[cells].copy()
    enough = witnesses.highest[cells] - witnesses.table[cells] >= width
    low[enough] = -1
    high[~enough & (witnesses.table[cells] - witnesses.lowest[cells] >= width)] = -1
    return low, high


def _nothing(knowledge: Knowledge, outcome: Attack, width: int) -> Certificates:
    none = np.zeros(0, np.int64)
    start = np.zeros(1, np.int64)
    table = outcome.found.lower
    return Certificates(fingerprint(knowledge), width, table, start, none, none, none, none, none)
