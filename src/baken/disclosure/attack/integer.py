# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The third attacker: who knows that all cells are whole numbers, and looks at all equations together.

Starts from the bounds of ``linear`` and walks inwards with integer programs. Source: Fischetti and Salazar
(2000), section 2: the attacker's problem in whole numbers.
"""

from __future__ import annotations

import numpy as np

from baken.disclosure.attack._highs import program, solved, whole_solution
from baken.disclosure.attack.linear import linear
from baken.disclosure.attack.open_part import OpenPart, components, open_part
from baken.disclosure.attack.propagation import Contradiction
from baken.disclosure.knowledge import Found, Knowledge


def integer(knowledge: Knowledge, values: int = 20, nodes: int = 2_000) -> Found:
    """Return the lowest and highest whole number of each secret cell that linear programs leave few values.

    ``values`` says what few is; ``nodes`` limits the branches of each program. ``complete`` is false when a
    limit was met; the bounds hold all the same.

    Raises:
        Contradiction: what is told cannot all be true.

    """
    found = linear(knowledge)
    lower, upper = found.lower.copy(), found.upper.copy()
    complete = True
    for part in components(open_part(knowledge, found)):
        for cell in np.flatnonzero(knowledge.secret[part.cells]).tolist():
            number = int(part.cells[cell])
            if upper[number] - lower[number] >= values:
                complete = False
                continue
            for sign, bounds in ((1, lower), (-1, upper)):
                best = _outermost(part, cell, sign, nodes)
                if best is None:
                    complete = False
                else:
                    bounds[number] = best
    return Found(lower, upper, complete)


def _outermost(part: OpenPart, cell: int, sign: int, nodes: int) -> int | None:
    cost = np.zeros(len(part.cells))
    cost[cell] = sign
    highs = program(part, cost, whole=True)
    highs.setOptionValue("mip_max_nodes", nodes)
    highs.setOptionValue("mip_rel_gap", 0.0)
    outcome = solved(highs)
    if outcome == "infeasible":
        raise Contradiction(-1, "what is told cannot all be true: no table of whole numbers agrees with it.")
    table = whole_solution(highs, part) if outcome == "optimal" else None
    return None if table is None else int(table[cell])
