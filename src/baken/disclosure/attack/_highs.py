# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The linear programs of the attackers, solved by HiGHS: one thread, no time limits, so always the same.

Source: Huangfu and Hall, "Parallelizing the dual revised simplex method", Mathematical Programming
Computation 10 (2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.attack.open_part import OpenPart
from baken.disclosure.attack.propagation import Contradiction
from baken.disclosure.knowledge import UNBOUNDED, Values

if TYPE_CHECKING:
    from highspy import Highs

Numbers = NDArray[np.float64]


def program(part: OpenPart, cost: Numbers | None = None, whole: bool = False) -> Highs:
    """Return the program whose solutions are the tables that agree with what is told."""
    return solver(
        np.zeros(len(part.cells)) if cost is None else cost,
        (bound(part.lower), bound(part.upper)),
        (part.equations.index, part.equations.sign),
        (part.equations.start, -part.constant),
        whole=whole,
    )


def solver(
    cost: Numbers,
    bounds: tuple[Numbers, Numbers],
    terms: tuple[Values, Values],
    rows: tuple[Values, Values],
    whole: bool = False,
) -> Highs:
    """Return a silent solver: columns with cost and bounds, rows of terms (index, factor) and their sums."""
    import highspy

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(cost), len(rows[1])
    model.col_cost_ = cost
    model.col_lower_, model.col_upper_ = bounds
    model.row_lower_ = model.row_upper_ = rows[1].astype(np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_, model.a_matrix_.index_ = rows[0], terms[0]
    model.a_matrix_.value_ = terms[1].astype(np.float64)
    if whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(cost)
    highs: Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1)):
        highs.setOptionValue(option, value)
    highs.passModel(model)
    return highs


def bound(values: Values) -> Numbers:
    """Bounds for the solver: endless where there is none."""
    numbers = values.astype(np.float64)
    numbers[values >= UNBOUNDED] = np.inf
    numbers[values <= -UNBOUNDED] = -np.inf
    return numbers


def solved(highs: Highs) -> str:
    """Solve and say how it ended: "optimal", "infeasible", "unbounded" or "stopped"."""
    from highspy import HighsModelStatus as Status

    highs.run()
    status = highs.getModelStatus()
    if status == Status.kUnboundedOrInfeasible:
        highs.setOptionValue("presolve", "off")
        highs.run()
        status = highs.getModelStatus()
    named = {
        Status.kOptimal: "optimal",
        Status.kInfeasible: "infeasible",
        Status.kUnbounded: "unbounded",
    }
    return named.get(status, "stopped")


def solution(highs: Highs) -> Numbers:
    """The columns of the last solution."""
    return np.asarray(highs.getSolution().col_value, dtype=np.float64)


def central_table(part: OpenPart) -> Numbers:
    """Return numbers, whole or not, with which all equations hold, far from the bounds where that can be.

    The interior point method without a last step to a corner ends near the analytic centre.

    Raises:
        Contradiction: there are none.

    """
    highs = program(part)
    highs.setOptionValue("solver", "ipm")
    highs.setOptionValue("run_crossover", "off")
    outcome = solved(highs)
    if outcome == "stopped":
        highs.setOptionValue("solver", "simplex")
        outcome = solved(highs)
    if outcome == "infeasible":
        raise Contradiction(-1, "what is told cannot all be true: no table agrees with it.")
    return solution(highs)


def whole_table(part: OpenPart, nodes: int) -> Values | None:
    """Return whole numbers with which all equations hold, or None when none was found in so many branches.

    Raises:
        Contradiction: there are none.

    """
    highs = program(part, whole=True)
    highs.setOptionValue("mip_max_nodes", nodes)
    highs.setOptionValue("mip_max_improving_sols", 1)
    if solved(highs) == "infeasible":
        raise Contradiction(-1, "what is told cannot all be true: no table of whole numbers agrees with it.")
    return whole_solution(highs, part)


def whole_solution(highs: Highs, part: OpenPart) -> Values | None:
    """The last solution rounded to whole numbers, if it then agrees exactly with what is told."""
    found = solution(highs)
    if len(found) != len(part.cells):
        return None
    table = np.rint(found).astype(np.int64)
    within = (table >= part.lower).all() and (table <= part.upper).all()
    return table if within and not (part.equations.left(table) + part.constant).any() else None
