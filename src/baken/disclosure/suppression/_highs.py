# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The same search for the cheapest move by HiGHS: for long moves, and for whole moves that are no vertex."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]
Reals = NDArray[np.float64]
_NODES = 20
"""A search for a whole move that branches more counts as one that found none: no clock, always the same."""

_FAR = 1_000.0
"""No move needs a cell to go further than so many times the wanted amount; huge bounds upset a solver."""


class Solver:
    """One linear program over m cells (raised: v, lowered: m + v), changed from search to search.

    Args:
        model: row_start, row_cell, row_sign, column_start, column_row, column_sign.

    """

    def __init__(self, model: tuple[Indices, ...]) -> None:
        import highspy

        start, rows, sign = model[3], model[4], model[5]
        m = self._cells = len(start) - 1
        height = len(model[0]) - 1
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = 2 * m, height
        program.col_cost_ = program.col_lower_ = program.col_upper_ = np.zeros(2 * m)
        program.row_lower_ = program.row_upper_ = np.zeros(height)
        program.a_matrix_.start_ = np.concatenate([start, start[1:] + start[-1]])
        program.a_matrix_.index_ = np.concatenate([rows, rows])
        program.a_matrix_.value_ = np.concatenate([sign, -sign]).astype(float)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        options: dict[str, bool | int | float | str] = {
            "output_flag": False,
            "threads": 1,
            "presolve": "off",
            "mip_max_nodes": _NODES,
            "mip_rel_gap": 0.5,
            "mip_max_improving_sols": 1,
        }
        for option, value in options.items():
            self._solver.setOptionValue(option, value)
        self._solver.passModel(program)
        self._all = np.arange(2 * m, dtype=np.int32)
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._kinds = {
            True: np.full(2 * m, highspy.HighsVarType.kInteger),
            False: np.full(2 * m, highspy.HighsVarType.kContinuous),
        }
        self._logical = self._solver.getBasis()
        self._is_whole = False

    def cheapest(self, cost: Reals, room: Reals, wanted: tuple[int, float], *, whole: bool) -> Reals | None:
        """By how much each cell moves, shape (m,), or None where there is no such move (or none in time)."""
        cell, amount = wanted
        m, solver = self._cells, self._solver
        lower, upper = np.zeros(2 * m), np.minimum(room, _FAR * abs(amount))
        lower[[cell, cell + m]] = upper[[cell, cell + m]] = [max(amount, 0.0), max(-amount, 0.0)]
        solver.changeColsCost(2 * m, self._all, cost)
        solver.changeColsBounds(2 * m, self._all, lower, upper)
        if whole != self._is_whole:
            solver.changeColsIntegrality(2 * m, self._all, self._kinds[whole])
            solver.setOptionValue("presolve", "on" if whole else "off")
            self._is_whole = whole
        solver.clearSolver()
        solver.run()
        if solver.getModelStatus() != self._optimal:
            return None
        moved = np.array(solver.getSolution().col_value)
        return np.asarray(moved[:m] - moved[m:])
