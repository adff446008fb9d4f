# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All attackers one after the other: which secret cells fall, to whom and how; and which surely do not.

Propagation first. For what it leaves, tables that agree with everything told: a cell that differs enough
between two of them is safe from everybody. Only cells for which no such tables are found need programs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from baken.disclosure.attack.explain import Name, line, told_by
from baken.disclosure.attack.linear import Corners
from baken.disclosure.attack.loose import Loosened, loosened
from baken.disclosure.attack.open_part import OpenPart, components, open_part
from baken.disclosure.attack.probe import Attacker, Probe
from baken.disclosure.attack.propagation import Narrowing, Propagation
from baken.disclosure.attack.witness import Effort, Witnesses, first_table, searched
from baken.disclosure.knowledge import Found, Knowledge, Values

_EXPLAINED = 20
"""So many cells that fell to programs are explained; each costs two more programs."""


@dataclass(frozen=True, slots=True)
class Fallen:
    """A secret cell with too few possible values: its bounds, the attacker, and the equation in one line."""

    cell: int
    lower: int
    upper: int
    attacker: Attacker
    because: str

    @property
    def recomputed(self) -> bool:
        """Whether exactly one value is left."""
        return self.lower == self.upper


@dataclass(frozen=True, slots=True, eq=False)
class Attack:
    """The outcome of all attackers.

    Attributes:
        found: bounds of all cells that hold; for cells shown to be safe not the narrowest.
        fallen: the secret cells with an interval shorter than asked, by number.
        undecided: the secret cells for which neither was shown within the effort.
        witnesses: the tables that show the other secret cells to be safe; None when no table was found.
        loose: what was set aside before the tables were made.

    """

    found: Found
    fallen: tuple[Fallen, ...]
    undecided: Values
    witnesses: Witnesses | None
    loose: Loosened

    @property
    def recomputed(self) -> tuple[Fallen, ...]:
        """The secret cells of which the attacker knows the value."""
        return tuple(one for one in self.fallen if one.recomputed)

    @property
    def open(self) -> tuple[int, ...]:
        """The secret cells that are not shown to be safe: fallen ones, then those that are undecided."""
        return (*(one.cell for one in self.fallen), *self.undecided.tolist())

    @property
    def lost(self) -> bool:
        """Whether the attack was lost for sure: nothing fell and nothing is undecided."""
        return not self.fallen and not len(self.undecided)


def attack(knowledge: Knowledge, effort: Effort | None = None, name: Name | None = None) -> Attack:
    """Attack all secret cells.

    Args:
        knowledge: all that the attacker knows.
        effort: how hard to look, and how wide an interval must be.
        name: names of cells, for the explanations.

    Raises:
        Contradiction: what is told cannot all be true.

    """
    effort = effort or Effort()
    propagation = Propagation(knowledge.equations, knowledge.cells)
    narrowing = propagation.narrow(knowledge.lower, knowledge.upper)
    whole = open_part(knowledge, narrowing.found)
    loose = loosened(whole, knowledge.secret[whole.cells])
    part = loose.part
    short = knowledge.secret & (narrowing.upper - narrowing.lower < effort.width)
    targets = np.flatnonzero((knowledge.secret & ~short)[part.cells])
    witnesses, undecided, by = _programs(part, targets, effort)
    lower, upper = narrowing.lower.copy(), narrowing.upper.copy()
    if witnesses:
        lower[part.cells], upper[part.cells] = witnesses.least, witnesses.most
    found = Found(lower, upper, narrowing.complete and not len(undecided))
    attackers: dict[int, Attacker] = dict.fromkeys(np.flatnonzero(short).tolist(), "propagation")
    attackers |= {int(part.cells[cell]): one for cell, one in by.items()}
    because = _because(knowledge, narrowing, part, attackers, name or _numbered)
    fallen = tuple(
        Fallen(cell, int(lower[cell]), int(upper[cell]), attackers[cell], because[cell])
        for cell in sorted(attackers)
    )
    return Attack(found, fallen, part.cells[undecided], witnesses, loose)


def _programs(
    part: OpenPart, targets: Values, effort: Effort
) -> tuple[Witnesses | None, Values, dict[int, Attacker]]:
    """Show the open cells to be safe, or narrow them: witnesses, undecided cells, fallen ones."""
    if not len(targets):
        return None, targets, {}
    table = first_table(part, effort.nodes)
    if table is None:
        return None, targets, {}
    witnesses = Witnesses(part, table)
    left = searched(witnesses, targets, effort)
    fallen: dict[int, Attacker] = {}
    undecided: list[int] = []
    probe = Probe(witnesses, effort.nodes) if len(left) else None
    for done, cell in enumerate(left.tolist()):
        if probe is None or (effort.probes is not None and done >= effort.probes):
            undecided += witnesses.wanting(left[done:], effort.width).tolist()
            break
        by = probe.decide(cell, effort.width)
        if by and witnesses.most[cell] - witnesses.least[cell] < effort.width:
            fallen[cell] = by
        elif witnesses.highest[cell] - witnesses.lowest[cell] < effort.width:
            undecided.append(cell)
    return witnesses, np.array(undecided, np.int64), fallen


def _because(
    knowledge: Knowledge, narrowing: Narrowing, part: OpenPart, attackers: dict[int, Attacker], name: Name
) -> dict[int, str]:
    lines = {
        cell: told_by(knowledge.equations, narrowing, cell, name)
        for cell, attacker in attackers.items()
        if attacker == "propagation"
    }
    others = [cell for cell in attackers if cell not in lines]
    lines |= {cell: f"{name(cell)}: several equations together" for cell in others}
    if not others:
        return lines
    for piece in components(part):
        inside = set(piece.cells.tolist())
        corners = Corners(piece)
        for cell in [one for one in others[:_EXPLAINED] if one in inside]:
            own = int(np.searchsorted(piece.cells, cell))
            weights = corners.duals(own, -1) or corners.duals(own, 1)
            whole = {int(piece.rows[row]): weight for row, weight in weights.items()}
            lines[cell] = line(knowledge.equations, whole, cell, name)
    return lines


def _numbered(cell: int) -> str:
    return f"cell {cell}"
