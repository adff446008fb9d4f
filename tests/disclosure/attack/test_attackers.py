# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from hypothesis import given

from baken.disclosure.attack.integer import integer
from baken.disclosure.attack.linear import linear
from baken.disclosure.attack.propagation import Contradiction, Propagation, narrowed
from baken.disclosure.attack.run import attack
from baken.disclosure.attack.witness import Effort
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import UNBOUNDED, Knowledge, Values
from disclosure.attack.tables import hidden_more, possible, primary, rounded, small
from disclosure.city import needs_tables


def knowing(lower: list[int], upper: list[int], rows: list[list[tuple[int, int]]]) -> Knowledge:
    secret = np.ones(len(lower), bool)
    return Knowledge(np.array(lower), np.array(upper), secret, Equations.of_lists(rows))


@given(small())
def test_each_attacker_is_at_least_as_good_as_the_one_before_and_none_says_too_much(
    case: tuple[Knowledge, Values],
) -> None:
    knowledge, _ = case
    tables = possible(knowledge)
    least, most = tables.min(axis=0), tables.max(axis=0)
    first, second, third = narrowed(knowledge), linear(knowledge), integer(knowledge)
    assert (first.lower <= second.lower).all()
    assert (first.upper >= second.upper).all()
    assert (second.lower <= least).all()
    assert (second.upper >= most).all()
    assert third.complete
    assert (third.lower == least).all()
    assert (third.upper == most).all()


@given(small(signs=(-3, -2, -1, 1, 2, 3)))
def test_factors_other_than_one_are_handled_the_same(case: tuple[Knowledge, Values]) -> None:
    knowledge, _ = case
    tables = possible(knowledge)
    first, third = narrowed(knowledge), integer(knowledge)
    assert (first.lower <= tables.min(axis=0)).all()
    assert (first.upper >= tables.max(axis=0)).all()
    assert (third.lower == tables.min(axis=0)).all()
    assert (third.upper == tables.max(axis=0)).all()


@given(small(signs=(-2, -1, 1, 2)))
def test_the_attack_finds_exactly_what_can_be_found(case: tuple[Knowledge, Values]) -> None:
    knowledge, _ = case
    tables = possible(knowledge)
    apart = tables.max(axis=0) - tables.min(axis=0)
    for width in (1, 2):
        outcome = attack(knowledge, Effort(width=width))
        assert not len(outcome.undecided)
        fallen = np.flatnonzero(knowledge.secret & (apart < width))
        assert [one.cell for one in outcome.fallen] == fallen.tolist()
        for one in outcome.fallen:
            assert one.lower <= tables[:, one.cell].min()
            assert one.upper >= tables[:, one.cell].max()


def test_what_cannot_be_true_is_refused_in_one_line() -> None:
    with pytest.raises(Contradiction, match="cell 1 cannot all be true") as refused:
        narrowed(knowing([3, 0, 2], [3, 4, 2], [[(0, -1), (1, 1), (2, 1)], [(1, 1), (2, -1)]]))
    assert refused.value.cell == 1


def test_bounds_that_creep_without_end_stop_and_say_so() -> None:
    endless = int(UNBOUNDED)
    found = narrowed(
        knowing([0, 0, 1], [endless, endless, 1], [[(0, 1), (1, -1), (2, -1)], [(0, 1), (1, -1)]])
    )
    assert not found.complete


def test_a_cell_without_an_upper_bound_tells_nothing_of_the_others() -> None:
    endless = int(UNBOUNDED)
    found = narrowed(knowing([0, 0, 0], [endless, 3, endless], [[(0, -1), (1, 1), (2, 1)]]))
    assert found.upper.tolist() == [endless, 3, endless]


def test_bounds_can_be_narrowed_on_from_what_changed() -> None:
    case = knowing([0] * 4, [9, 9, 9, 9], [[(0, -1), (1, 1), (2, 1)], [(2, -1), (3, 1)]])
    propagation = Propagation(case.equations, 4)
    first = propagation.narrow(case.lower, case.upper)
    lower = first.lower.copy()
    lower[3] = 9
    again = propagation.narrow(lower, first.upper, np.array([3]))
    assert again.lower.tolist() == [9, 0, 9, 9]
    assert again.upper.tolist() == [9, 0, 9, 9]


@needs_tables
@pytest.mark.parametrize(("name", "recomputable"), [("2d", 361), ("g3d", 503), ("3d", 11_640)])
def test_the_attackers_find_all_that_primary_suppression_leaves(name: str, recomputable: int) -> None:
    """Known: zeros are published, so a hidden cell is at least 1."""
    knowledge, truth, _ = primary(name)
    outcome = attack(knowledge)
    assert len(outcome.recomputed) == recomputable
    assert not len(outcome.undecided)
    assert all(one.lower == truth[one.cell] for one in outcome.recomputed)


@needs_tables
def test_the_explanation_is_the_equation() -> None:
    knowledge, _, layout = primary("2d")
    outcome = attack(knowledge, name=lambda cell: " x ".join(layout.codes(cell)))
    lines = [one.because for one in outcome.fallen]
    assert (
        lines[0]
        == "B01 x L55 = S1 x L55 - B02 x L55 - B03 x L55 - B04 x L55 - B05 x L55 - B06 x L55 - B07 x L55"
    )


@needs_tables
def test_programs_find_what_propagation_misses() -> None:
    knowledge, truth, _ = hidden_more("2d")
    outcome = attack(knowledge)
    assert not len(narrowed(knowledge).recomputed(knowledge.secret))
    assert {one.attacker for one in outcome.fallen} == {"linear"}
    assert all(one.lower == truth[one.cell] == one.upper for one in outcome.fallen)
    assert all("=" in one.because for one in outcome.fallen)


@needs_tables
def test_a_rounded_cube_is_settled_without_a_program_for_each_cell() -> None:
    knowledge, truth, _ = rounded("g3d", 5)
    outcome = attack(knowledge, Effort(width=2))
    assert outcome.lost
    assert (outcome.found.lower <= truth).all()
    assert (outcome.found.upper >= truth).all()


def test_an_interval_of_no_width_is_refused() -> None:
    with pytest.raises(ValueError, match="protects nothing"):
        Effort(width=0)


def test_an_equation_that_names_a_cell_twice_is_refused() -> None:
    twice = Equations.of_lists([[(0, 1), (1, 1), (1, -1)]])
    values = np.zeros(2, np.int64)
    with pytest.raises(ValueError, match="names a cell twice"):
        Knowledge(values, values + 3, np.zeros(2, np.bool_), twice)
