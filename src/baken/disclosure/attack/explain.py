# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How a cell was recomputed, in one line: the equation that gives it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from baken.disclosure.attack.propagation import Narrowing
from baken.disclosure.equations import Equations

Name = Callable[[int], str]
"""The name of a cell by its number, as "B01 x L03"."""
_MOST = 12
_DEEPEST = 20


def line(equations: Equations, weights: Mapping[int, float], cell: int, name: Name) -> str:
    """Write the weighted sum of equations as "B01 x L03 = S1 x L03 - B02 x L03 - B03 x L03".

    Terms that cancel are left out; beyond twelve terms the rest is counted.
    """
    sums: dict[int, float] = {}
    for row, weight in weights.items():
        span = slice(equations.start[row], equations.start[row + 1])
        for term, sign in zip(equations.index[span].tolist(), equations.sign[span].tolist(), strict=True):
            sums[term] = sums.get(term, 0.0) + weight * sign
    own = sums.pop(cell, 0.0)
    if not abs(own) > 1e-9:
        return f"{name(cell)}: {len(weights)} equations together"
    parts = [(other, -value / own) for other, value in sorted(sums.items()) if abs(value / own) > 1e-6]
    parts.sort(key=lambda part: part[1] < 0)
    text = "".join(_term(value, name(other), not at) for at, (other, value) in enumerate(parts[:_MOST]))
    more = f" ... ({len(parts) - _MOST} more)" if len(parts) > _MOST else ""
    return f"{name(cell)} = {text or '0'}{more}"


def told_by(equations: Equations, narrowing: Narrowing, cell: int, name: Name) -> str:
    """Write the equations from which propagation has the bounds of a cell."""
    rows = {int(narrowing.lower_from[cell]), int(narrowing.upper_from[cell])} - {-1}
    if not rows:
        return f"{name(cell)}: told"
    text = "; ".join(line(equations, {row: 1.0}, cell, name) for row in sorted(rows))
    others = len(through(equations, narrowing, cell)) - len(rows)
    if not others:
        return text
    return f"{text} (after {'at least ' if others + len(rows) >= _DEEPEST else ''}{others} other equations)"


def through(equations: Equations, narrowing: Narrowing, cell: int) -> list[int]:
    """The equations that propagation used for a cell, its own first; at most about twenty."""
    found: dict[int, None] = {}
    waiting, seen = [cell], {cell}
    while waiting and len(found) < _DEEPEST:
        one = waiting.pop(0)
        for row in (int(narrowing.lower_from[one]), int(narrowing.upper_from[one])):
            if row < 0 or row in found:
                continue
            found[row] = None
            members = equations.index[equations.start[row] : equations.start[row + 1]]
            fresh = [other for other in members.tolist() if other not in seen]
            seen.update(fresh)
            waiting += fresh
    return list(found)


def _term(value: float, name: str, first: bool) -> str:
    sign = ("-" if value < 0 else "") if first else (" - " if value < 0 else " + ")
    size = abs(value)
    return f"{sign}{name}" if abs(size - 1) < 1e-6 else f"{sign}{size:g} {name}"
