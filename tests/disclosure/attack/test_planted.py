# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Planted leaks: one more figure, somewhere in the outputs, with which one hidden cell can be recomputed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from baken.disclosure.attack.run import attack
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import Knowledge, Values
from disclosure.attack.tables import hidden_more, rounded
from disclosure.city import needs_tables

Figure = tuple[list[tuple[int, int]], int, int]
"""Cells with factors, and the lowest and the highest value of their sum."""
Chance = np.random.Generator
Plant = Callable[[Knowledge, Values, int, Chance], Figure]


def _exact(truth: Values, terms: list[tuple[int, int]]) -> Figure:
    value = sum(factor * int(truth[cell]) for cell, factor in terms)
    return terms, value, value


def _told(knowledge: Knowledge, chance: Chance, count: int) -> list[int]:
    return [int(one) for one in chance.choice(np.flatnonzero(knowledge.known), count, replace=False)]


def a_sum(knowledge: Knowledge, truth: Values, cell: int, chance: Chance) -> Figure:
    """A sentence counts the cell and some that are published: "together 31"."""
    others = _told(knowledge, chance, int(chance.integers(1, 5)))
    return _exact(truth, [(cell, 1), *((one, 1) for one in others)])


def a_difference(knowledge: Knowledge, truth: Values, cell: int, chance: Chance) -> Figure:
    """A change since a published figure: "7 fewer than"."""
    return _exact(truth, [(cell, 1), (_told(knowledge, chance, 1)[0], -1)])


def a_rate(knowledge: Knowledge, truth: Values, cell: int, chance: Chance) -> Figure:
    """A rate per 10,000 of a known population, printed with two decimals: 100 p r = 10^6 c, about."""
    population = int(chance.integers(300, 15_000))
    printed = round(int(truth[cell]) * 1_000_000 / population)
    # printed - 1/2 <= 10^6 c / population <= printed + 1/2.
    return (
        [(cell, 2_000_000)],
        (2 * printed - 1) * population,
        (2 * printed + 1) * population,
    )


def an_average(knowledge: Knowledge, truth: Values, cell: int, chance: Chance) -> Figure:
    """An average of the cell and some that are published, with one decimal."""
    others = _told(knowledge, chance, int(chance.integers(1, 5)))
    terms = [(cell, 20), *((one, 20) for one in others)]
    count = len(others) + 1
    printed = round(sum(int(truth[one]) for one, _ in terms) * 10 / count)
    return terms, (2 * printed - 1) * count, (2 * printed + 1) * count


def the_rest(knowledge: Knowledge, truth: Values, cell: int, chance: Chance) -> Figure:
    """A sum of all other hidden cells of an equation of the cell: only together with it does it tell."""
    equations = knowledge.equations
    of_row = np.repeat(np.arange(equations.rows), np.diff(equations.start))
    row = int(chance.choice(of_row[equations.index == cell]))
    span = slice(equations.start[row], equations.start[row + 1])
    pairs = zip(equations.index[span].tolist(), equations.sign[span].tolist(), strict=True)
    return _exact(truth, [(one, sign) for one, sign in pairs if one != cell and not knowledge.known[one]])


LEAKS_EACH = 100
LEAKS: list[Plant] = [a_sum, a_difference, a_rate, an_average, the_rest]


def harmless(knowledge: Knowledge, truth: Values, cell: int, chance: Chance) -> Figure:
    """A figure that follows from what is published: of told cells, or a hidden row as a whole."""
    if chance.random() < 0.5:
        return _exact(truth, [(one, 1) for one in _told(knowledge, chance, 3)])
    terms, _, _ = the_rest(knowledge, truth, cell, chance)
    equations = knowledge.equations
    rows = [equations.index[equations.start[row] : equations.start[row + 1]] for row in range(equations.rows)]
    wanted = {one for one, _ in terms} | {cell}
    (members, row) = next((one, row) for row, one in enumerate(rows) if wanted <= set(one.tolist()))
    signs = equations.sign[equations.start[row] : equations.start[row + 1]]
    pairs = zip(members.tolist(), signs.tolist(), strict=True)
    return _exact(truth, [(one, sign) for one, sign in pairs if not knowledge.known[one]])


def with_figure(knowledge: Knowledge, figure: Figure) -> Knowledge:
    """What an attacker knows who has seen one figure more."""
    terms, lowest, highest = figure
    row = Equations.of_lists([[*terms, (knowledge.cells, -1)]])
    return Knowledge(
        np.append(knowledge.lower, lowest),
        np.append(knowledge.upper, highest),
        np.append(knowledge.secret, False),
        Equations.joined([knowledge.equations, row]),
    )


def planted(name: str, count: int, plants: list[Plant]) -> tuple[int, int]:
    """How many of so many planted figures made their cell fall, and how many made any fall."""
    knowledge, truth, _ = hidden_more("g3d") if name == "hidden" else rounded("2d", 3)
    assert attack(knowledge).lost
    chance = np.random.default_rng(count)
    own = some = 0
    for number in range(count):
        cell = int(chance.choice(np.flatnonzero(knowledge.secret)))
        figure = plants[number % len(plants)](knowledge, truth, cell, chance)
        outcome = attack(with_figure(knowledge, figure))
        assert not len(outcome.undecided)
        assert all(one.lower == truth[one.cell] == one.upper for one in outcome.fallen)
        own += cell in {one.cell for one in outcome.fallen}
        some += bool(outcome.fallen)
    return own, some


@needs_tables
@pytest.mark.parametrize("name", ["hidden", "rounded"])
def test_planted_leaks_are_found_and_harmless_figures_raise_no_alarm(name: str) -> None:
    assert planted(name, 10, LEAKS) == (10, 10)
    assert planted(name, 6, [harmless]) == (0, 0)


@needs_tables
@pytest.mark.slow
@pytest.mark.parametrize("name", ["hidden", "rounded"])
def test_planted_leaks_are_all_found(name: str) -> None:
    assert planted(name, LEAKS_EACH, LEAKS) == (LEAKS_EACH, LEAKS_EACH)
    assert planted(name, LEAKS_EACH, [harmless]) == (0, 0)
