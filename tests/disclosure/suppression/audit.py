# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An auditor of its own: the least and the most that a sensitive cell can be, by linear programs of HiGHS."""

from __future__ import annotations

import highspy
import numpy as np
from numpy.typing import NDArray

from baken.disclosure.suppression.secondary import Table

Flags = NDArray[np.bool_]
Reals = NDArray[np.float64]


class Audit:
    """What somebody can work out who sees the published cells, and knows that hidden ones reach ``least``."""

    def __init__(self, table: Table, hidden: Flags, least: int, known: Flags | None = None) -> None:
        values = table.values.astype(float)
        # In one unit for all tables, so that the solver's tolerances mean the same.
        self._unit = max(1.0, float(np.median(values[hidden])) if hidden.any() else 1.0)
        seen = ~hidden if known is None else ~hidden | known
        lower, upper = np.where(seen, values, np.minimum(least, values)), np.where(seen, values, np.inf)
        program, equations = highspy.HighsLp(), table.equations
        program.num_col_, program.num_row_ = len(values), equations.rows
        program.col_cost_ = np.zeros(len(values))
        program.col_lower_, program.col_upper_ = lower / self._unit, upper / self._unit
        program.row_lower_ = program.row_upper_ = np.zeros(equations.rows)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_, program.a_matrix_.index_ = equations.start, equations.index
        program.a_matrix_.value_ = equations.sign.astype(float)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        self._solver.setOptionValue("presolve", "off")
        self._solver.passModel(program)

    def interval(self, cell: int) -> tuple[float, float]:
        """The least and the most that a cell can be."""
        return self._end(cell, 1), self._end(cell, -1)

    def _end(self, cell: int, sign: int) -> float:
        self._solver.changeColCost(cell, float(sign))
        self._solver.run()
        status, objective = self._solver.getModelStatus(), self._solver.getInfo().objective_function_value
        self._solver.changeColCost(cell, 0.0)
        if status in {highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
            return -sign * np.inf
        assert status == highspy.HighsModelStatus.kOptimal, status
        return float(objective) * sign * self._unit
