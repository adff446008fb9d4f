# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from baken.methods.hotspots.permutation import Permutations, permutation_p
from baken.methods.neighbours import Neighbours
from baken.methods.reason import Reason

from .sids import columns, counties, grid, here, line, misfit

DRAWS = 9999
VALUES = [3.0, 8.0, 1.0, 4.0, 9.0, 2.5, 7.0]


def exact(sums: list[float], observed: float) -> float:
    drawn = np.array(sums)
    return float(min(1, 2 * min((drawn <= observed + 1e-9).mean(), (drawn >= observed - 1e-9).mean())))


def test_p_values_are_those_of_all_possible_draws() -> None:
    near = line(7)
    found = permutation_p(VALUES, near, Permutations(DRAWS))
    for area in range(7):
        around = near.of(area)
        others = [value for place, value in enumerate(VALUES) if place != area]
        observed = sum(VALUES[one] for one in around)
        p = exact([sum(some) for some in combinations(others, len(around))], observed)
        whole = exact([sum(some) for some in combinations(VALUES, len(around) + 1)], observed + VALUES[area])
        assert found.around[area] == pytest.approx(p, abs=0.025)
        assert found.with_self[area] == pytest.approx(whole, abs=0.025)


def test_unequal_weights_stay_with_their_slots() -> None:
    near = Neighbours.from_pairs(7, [(0, 1), (0, 2), (3, 4), (5, 6)], [1.0, 5.0, 1.0, 1.0])
    found = permutation_p(VALUES, near, Permutations(DRAWS, seed=3))
    others = VALUES[1:]
    observed = VALUES[1] + 5 * VALUES[2]
    sums = [a + 5 * b for i, a in enumerate(others) for j, b in enumerate(others) if i != j]
    assert found.around[0] == pytest.approx(exact(sums, observed), abs=0.025)
    all_three = [
        a + 5 * b + 3 * c
        for i, a in enumerate(VALUES)
        for j, b in enumerate(VALUES)
        for k, c in enumerate(VALUES)
        if len({i, j, k}) == 3
    ]
    assert found.with_self[0] == pytest.approx(exact(all_three, observed + 3 * VALUES[0]), abs=0.025)


def test_one_thread_and_many_and_a_second_run_give_the_same_bits() -> None:
    near, values = grid(12, 11), np.random.default_rng(5).gamma(2, size=132)
    first = permutation_p(values, near, Permutations(199, seed=9, threads=1))
    for threads in (1, 2, 5):
        again = permutation_p(values, near, Permutations(199, seed=9, threads=threads))
        assert (again.around == first.around).all()
        assert (again.with_self == first.with_self).all()
    other = permutation_p(values, near, Permutations(199, seed=10))
    assert (other.around != first.around).any()


def test_drawing_on_makes_small_p_values_smaller_and_leaves_the_rest() -> None:
    near, values = grid(12, 11), np.random.default_rng(5).gamma(2, size=132)
    values[[60, 61, 71, 72]] += 6
    few = permutation_p(values, near, Permutations(499, seed=2))
    more = permutation_p(values, near, Permutations(499, seed=2, up_to=100000))
    settled = np.minimum(few.around, few.with_self) > 24 / 500
    assert settled.sum() > 80
    assert (more.around[settled] == few.around[settled]).all()
    assert (more.with_self[settled] == few.with_self[settled]).all()
    assert few.with_self.min() == 0.004
    assert more.with_self.min() < 0.0005
    assert np.abs(misfit(more.around, few.around, 499)).max() < 4


def test_ties_count_on_both_sides_so_that_equal_neighbours_are_never_unusual() -> None:
    values = np.array([0.1] * 30 + [0.7])
    found = permutation_p(values, line(31), Permutations(999))
    assert (found.around[:28] == 1).all()


def test_an_area_that_neighbours_all_others_has_no_draw_to_differ_by() -> None:
    near = Neighbours.from_pairs(4, [(0, 1), (0, 2), (0, 3)])
    found = permutation_p([1, 5, 2, 9], near, Permutations(99))
    assert found.around[0] == 1
    assert found.with_self[0] == 1


@pytest.mark.parametrize(
    ("values", "reasons"),
    [
        ([1, np.nan, 3, 4, 6], [Reason.NO_NEIGHBOURS, Reason.MISSING, 0, 0, 0]),
        ([1, np.inf, 3, 4, 6], [Reason.NO_NEIGHBOURS, Reason.INFINITE, 0, 0, 0]),
        ([2, 2, 2, 2, 2], [Reason.NO_VARIATION] * 5),
        ([np.nan, np.nan, np.nan, 4, 6], [Reason.MISSING] * 3 + [Reason.ONE_AREA] * 2),
    ],
)
def test_what_cannot_be_judged_has_a_reason_and_no_p_value(values: Any, reasons: list[int]) -> None:
    for repeats in (False, True):
        found = permutation_p(values, line(5), Permutations(19, repeats=repeats))
        assert found.reason.tolist() == reasons
        assert (np.isnan(found.around) == (found.reason != 0)).all()
        assert (np.isnan(found.with_self) == (found.reason != 0)).all()


def test_neighbours_without_a_value_are_counted() -> None:
    found = permutation_p([1, np.nan, 3, 4, 6], line(5), Permutations(19))
    assert found.left_out.tolist() == [1, 0, 1, 0, 0]


def test_settings_that_mean_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="draws must"):
        Permutations(draws=0)
    with pytest.raises(ValueError, match="up_to must"):
        Permutations(draws=99, up_to=98)
    with pytest.raises(ValueError, match="seed must"):
        Permutations(seed=-1)
    with pytest.raises(ValueError, match="threads must"):
        Permutations(threads=0)
    with pytest.raises(ValueError, match="one for each of 3 areas"):
        permutation_p([1, 2], line(3))
    assert Permutations(999).smallest_p == 0.002
    assert Permutations(999, up_to=19999).smallest_p == 0.0001


@here
def test_with_repeats_it_agrees_with_the_reference_within_what_draws_can_tell() -> None:
    stated, near = columns(), counties()
    found = permutation_p(stated["rate74"], near, Permutations(DRAWS, seed=1, repeats=True))
    # The reference counts half of the ties: seen where no neighbour has a case.
    cases = near.sums(stated["sid74"])
    local = misfit(found.around, stated["pI_perm_2s"], DRAWS)[cases > 0]
    star = misfit(found.with_self, stated["Gstar_p_perm"], DRAWS)
    for each in (local, star):
        assert np.sqrt((each**2).mean()) < 1.2
        assert np.abs(each).max() < 4


@here
def test_without_repeats_p_values_are_a_little_smaller_because_sums_vary_less() -> None:
    stated, near = columns(), counties()
    found = permutation_p(stated["rate74"], near, Permutations(DRAWS, seed=1))
    difference = found.around - stated["pI_perm_2s"]
    assert np.abs(difference).max() < 0.05
    assert -0.02 < difference[near.sums(stated["sid74"]) > 0].mean() < 0


@pytest.mark.slow
def test_p_values_are_uniform_when_values_are_dealt_out_by_chance() -> None:
    random, near = np.random.default_rng(11), grid(6, 7)
    around, whole = [], []
    for run in range(400):
        plan = Permutations(199, seed=run, up_to=None if run % 2 else 4000)
        found = permutation_p(random.gamma(1.5, size=42), near, plan)
        around.append(found.around[::7])
        whole.append(found.with_self[::7])
    for level in (0.05, 0.1, 0.3, 0.5):
        for each in (np.array(around), np.array(whole)):
            share = (each <= level + 1e-9).mean(axis=0)
            assert share.mean() == pytest.approx(
                level, abs=4 * np.sqrt(level * (1 - level) / each.size) + 0.005
            )
