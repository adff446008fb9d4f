# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest

from baken.methods.effort.feedback import LoopOptions, RunOptions, simulate_loop
from baken.methods.effort.finds_per_check import finds_change


def test_patrols_of_two_to_one_are_even_again_after_fifty_rounds_of_advice() -> None:
    found = simulate_loop("effort")
    assert found.ratio.shape == (51, 400)
    assert found.mean[0] == pytest.approx(2)
    assert 0.9 <= found.mean[-1] <= 1.1
    assert found.within(0.1) > 0.97
    # On the way it goes down and does not overshoot.
    assert (np.diff(found.mean[:20]) < 0).all()
    assert found.mean.min() > 0.97


def test_counting_finds_keeps_the_uneven_patrols_or_makes_them_worse() -> None:
    kept, worse = simulate_loop("proportional"), simulate_loop("highest")
    assert 1.9 < kept.mean[-1] < 2.1
    assert kept.within(0.1) == 0
    # And the runs drift apart: chance of the first rounds is never corrected.
    assert np.log(kept.ratio[-1]).std() > 2 * np.log(simulate_loop("effort").ratio[-1]).std()
    assert worse.mean[10] > 4
    assert worse.mean[-1] > 100


def test_a_real_difference_is_followed_and_not_more_than_that() -> None:
    loop = LoopOptions(incidence=(1.5, 1.0), start=1.0)
    found = simulate_loop("effort", loop)
    assert 1.4 < found.mean[-1] < 1.6
    assert simulate_loop("proportional", loop).mean[-1] > 3


def test_the_same_seed_gives_the_same_paths() -> None:
    options = RunOptions(rounds=10, runs=20, seed=3)
    one, other = (simulate_loop("effort", options=options) for _ in range(2))
    np.testing.assert_array_equal(one.ratio, other.ratio)
    third = simulate_loop("effort", options=RunOptions(rounds=10, runs=20, seed=4))
    assert (one.ratio != third.ratio).any()


def test_the_verdict_in_the_loop_is_that_of_finds_change() -> None:
    from baken.methods.effort.feedback import _differs

    draw = np.random.default_rng(1)
    counts, checks = draw.poisson(12, (2, 200)).astype(float), draw.uniform(50, 150, (2, 200))
    expected = [finds_change(counts[:, one].tolist(), checks[:, one].tolist()).changed for one in range(200)]
    assert _differs(counts, checks, 0.95).tolist() == expected


def test_no_finds_and_no_reports_move_the_patrols_to_even() -> None:
    loop = LoopOptions(reports=1e-6, find_chance=1e-6)
    for rule in ("effort", "proportional", "highest"):
        found = simulate_loop(rule, loop, RunOptions(runs=5))
        assert found.mean[-1] == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("rule", "loop", "options"),
    [
        ("other", {}, {}),
        ("effort", {"incidence": (0, 1)}, {}),
        ("effort", {"start": -1}, {}),
        ("effort", {"step": 1}, {}),
        ("effort", {"window": 0}, {}),
        ("effort", {}, {"rounds": 0}),
        ("effort", {}, {"runs": 0}),
        ("effort", {}, {"level": 1}),
    ],
)
def test_mistakes_raise(rule: Any, loop: Any, options: Any) -> None:
    with pytest.raises(ValueError, match="must"):
        simulate_loop(rule, LoopOptions(**loop), RunOptions(**options))


@pytest.mark.slow
@pytest.mark.parametrize(
    "loop",
    [
        {},
        {"start": 4.0},
        {"checks": 60.0},
        {"reports": 5.0, "checks": 50.0},
        {"window": 1},
        {"window": 50},
        {"step": 0.2},
        {"reports": 0.001},
    ],
)
def test_even_again_under_other_settings(loop: Any) -> None:
    found = simulate_loop("effort", LoopOptions(**loop), RunOptions(runs=2000))
    assert 0.98 <= found.mean[-1] <= 1.02
    assert found.within(0.1) > 0.88
