# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Secondary suppression: what must be hidden besides the sensitive cells, so that nobody computes them.

A cell is unknown if the table can be moved: some hidden cells up, others down, every sum the same, every
hidden cell still as large as an attacker knows it to be, and the cell itself changed. For each cell that no
such move protects, the move is looked for that hides least besides what is hidden already (a linear program);
what turns out superfluous is shown again; then parts of the pattern are torn down and built anew. Each
sensitive cell keeps its moves as witnesses, so that protection never rests on the search.

Sources: Fischetti and Salazar, "Solving the cell suppression problem on tabular data with linear
constraints", Management Science 47 (2001); Castro, "Minimum-distance controlled perturbation and cell
suppression by network flows", Computers & Operations Research 34 (2007); Shaw, "Using constraint programming
and local search methods to solve vehicle routing problems" (1998) for tearing down and rebuilding.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import UNBOUNDED, Knowledge
from baken.disclosure.layout import Layout
from baken.disclosure.suppression._circuits import Circuits
from baken.disclosure.suppression._owners import guarded
from baken.disclosure.suppression._pattern import Ground, Pattern, Steps
from baken.disclosure.suppression._search import protected, rebuilt, settled, shown_again
from baken.disclosure.suppression._windows import Windows

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]
_BUDGETS = (1, 2, 3)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All cells of a table, sums included, flat, and what adds up to what.

    ``values`` are whole numbers (scale magnitudes first). ``sensitive`` marks the cells that a rule hides,
    ``public`` those that others have published already: they are never hidden, and the attacker has them.
    ``layout`` lets a large table be searched through windows. ``owners`` gives for each cell the number
    of its only contributor, who knows it, and -1 for all other cells: no owner may learn a sensitive cell of
    another.

    Raises:
        ValueError: the arrays do not fit, a value is negative, or the table does not add up.

    """

    equations: Equations
    values: Numbers
    sensitive: Flags
    public: Flags
    layout: Layout | None = None
    owners: Numbers | None = None

    def __post_init__(self) -> None:
        if self.owners is not None and len(self.owners) != len(self.values):
            raise ValueError("the values and the owners do not have the same length.")
        if not len(self.values) == len(self.sensitive) == len(self.public):
            raise ValueError("the values, the sensitive and the public cells do not have the same length.")
        if len(self.values) and int(self.values.min()) < 0:
            raise ValueError("a table to suppress cells of holds a negative value.")
        if np.any(self.equations.left(self.values)):
            raise ValueError("the table does not add up: its sums are not the sums of its cells.")

    @classmethod
    def of(cls, layout: Layout, inner: Numbers, sensitive: Flags, public: Flags | None = None) -> Table:
        """A table from its inner cells; ``sensitive`` and ``public`` speak of all cells, in any shape."""
        none = np.zeros(layout.cells, np.bool_)
        return cls(
            layout.equations(),
            layout.filled(inner).ravel(),
            sensitive.ravel(),
            none if public is None else public.ravel(),
            layout,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """How far the possible values of each cell must reach: below, above, from end to end."""

    below: Reals
    above: Reals
    span: Reals


@dataclass(frozen=True, slots=True)
class Options:
    """How to search.

    ``least`` is what an attacker knows of a hidden cell: at least 1 where zeros are published, else 0.
    ``width`` is how many steps a hidden count must be able to go: 1 leaves it two values. ``rounds`` is how
    often a part is torn down and rebuilt; ``torn`` how many cells at most. ``whole``: whole numbers only.

    Raises:
        ValueError: a setting makes no sense.

    """

    least: int = 1
    width: int = 1
    rounds: int = 120
    torn: int = 3
    seed: int = 1
    whole: bool = True

    def __post_init__(self) -> None:
        if self.least not in {0, 1} or self.width < 1 or self.rounds < 0 or self.torn < 1:
            raise ValueError("suppression takes least 0 or 1, width and torn from 1 and rounds from 0.")


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """Another table that agrees with what is published: cells and what they are more or less there."""

    cells: Numbers
    differences: Reals


@dataclass(frozen=True, slots=True, eq=False)
class Suppression:
    """Which cells are hidden, and why they stay unknown.

    ``witnesses`` gives for each protected sensitive cell the tables that show it; ``lost`` are sensitive
    cells that nothing protects, whatever else is hidden: the table may not be published. ``exposed`` are
    sensitive cells that are public already.
    """

    hidden: Flags
    secondary: Numbers
    witnesses: dict[int, tuple[Alternative, ...]] = field(repr=False)
    lost: Numbers
    exposed: Numbers


def suppressed(
    table: Table, options: Options | None = None, cost: Reals | None = None, levels: Levels | None = None
) -> Suppression:
    """Hide the sensitive cells of a table and as little else as is found to keep them unknown.

    Args:
        table: the cells and their sums.
        options: how to search; the same options give the same pattern.
        cost: what it costs to hide each cell, positive; 1 for each if left out.
        levels: protection levels per cell (for magnitudes) in place of ``options.width``.

    Raises:
        ValueError: a cost is not positive.

    """
    options = options or Options()
    price = np.ones(len(table.values)) if cost is None else np.asarray(cost, np.float64)
    if price.shape != table.values.shape or not np.all(np.isfinite(price) & (price > 0)):
        raise ValueError("the cost of hiding a cell must be a positive number for each cell.")
    ground = _ground(table, options, price, levels)
    random = np.random.default_rng(options.seed)
    pattern = Pattern(ground, random)
    lost = _built(pattern, random)
    for number in range(options.rounds):
        if not pattern.users:
            break
        if number % 50 == 49:
            pattern.shake()
        rebuilt(pattern, _torn(pattern, options.torn, random), random)
    if table.owners is not None:
        owners = table.owners[ground.circuits.cells]
        lost += guarded(pattern, owners)
        shown_again(pattern, pattern.secondary)
        lost += guarded(pattern, owners)
    return _told(table, pattern, lost)


def knowledge(table: Table, hidden: Flags, least: int = 1) -> Knowledge:
    """What an attacker knows once the other cells are published."""
    lower = np.where(hidden, np.minimum(least, table.values), table.values)
    upper = np.where(hidden, UNBOUNDED, table.values)
    return Knowledge(lower, upper, hidden & table.sensitive, table.equations)


def _ground(table: Table, options: Options, price: Reals, levels: Levels | None) -> Ground:
    movable = ~table.public & (table.values >= options.least)
    cells = np.flatnonzero(movable)
    values = table.values[cells].astype(np.float64)
    room = np.concatenate([np.full(len(cells), float(UNBOUNDED)), values - options.least])
    sensitive = table.sensitive[cells]
    steps: dict[int, Steps] = {}
    for cell in np.flatnonzero(sensitive).tolist():
        steps[cell] = (
            _ways(options.width, values[cell] - options.least)
            if levels is None
            else _ways_of_levels(levels, int(cells[cell]))
        )
    circuits = Circuits(table.equations, cells, len(table.values), whole=options.whole)
    windows = None if table.layout is None else Windows(table.layout, cells)
    return Ground(circuits, price[cells], room, sensitive, steps, windows)


def _ways(width: int, down: float) -> Steps:
    """Up, down, or some of each: all ways to reach so many steps."""
    ways: list[tuple[float, ...]] = [(float(width),)]
    if down >= width:
        ways.append((-float(width),))
    ways += [(float(width - back), -float(back)) for back in range(1, width) if back <= down]
    return tuple(ways)


def _ways_of_levels(levels: Levels, cell: int) -> Steps:
    below, above = float(levels.below[cell]), float(levels.above[cell])
    rest = float(levels.span[cell]) - below - above
    ways = [(-below, above)] if rest <= 0 else [(-below, above + rest), (-below - rest, above)]
    return tuple(tuple(amount for amount in way if amount != 0) for way in ways)


def _built(pattern: Pattern, random: np.random.Generator) -> list[int]:
    """A first pattern, without what it can do without; return the cells that nothing protects.

    What is cheap to protect goes first: what is hidden for it often protects the rest.
    """
    usual = float(np.median(pattern.ground.cost)) if len(pattern.ground.cost) else 0.0
    sensitive = np.flatnonzero(pattern.ground.sensitive).tolist()
    left = settled(pattern, sensitive)
    for budget in (*(times * usual for times in _BUDGETS), np.inf):
        left = protected(pattern, [left[at] for at in random.permutation(len(left))], budget=budget)
    # What is hidden for one may be what another lacked.
    lost = protected(pattern, protected(pattern, left, patient=True), patient=True)
    secondary = pattern.secondary
    shown_again(pattern, [secondary[at] for at in random.permutation(len(secondary))])
    return lost


def _torn(pattern: Pattern, most: int, random: np.random.Generator) -> list[int]:
    """Some secondary cells near each other: those that share a witness or an equation with the first."""
    secondary = sorted(pattern.users)
    first = secondary[random.integers(len(secondary))]
    near = pattern.near(first)
    wanted = int(random.integers(1, most + 1)) - 1
    chosen = [near[at] for at in random.permutation(len(near))[:wanted]]
    others = [one for one in secondary if one != first and one not in chosen]
    more = [others[at] for at in random.permutation(len(others))[: wanted - len(chosen)]]
    return [first, *chosen, *more]


def _told(table: Table, pattern: Pattern, lost: list[int]) -> Suppression:
    cells = pattern.ground.circuits.cells
    hidden = np.zeros(len(table.values), np.bool_)
    hidden[cells[pattern.hidden]] = True
    witnesses: dict[int, tuple[Alternative, ...]] = {}
    for demand, moves in sorted(pattern.witness.items()):
        cell = int(cells[pattern.ground.cell(demand)])
        more = tuple(Alternative(cells[move.cells], move.amounts) for move in moves)
        witnesses[cell] = witnesses.get(cell, ()) + more
    lost = sorted({pattern.ground.cell(demand) for demand in lost})
    exposed = np.flatnonzero(table.sensitive & ~hidden)
    return Suppression(hidden, cells[pattern.secondary], witnesses, cells[lost], exposed)
