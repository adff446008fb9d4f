# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import csv
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.methods.interaction.knox import PermutationOptions, knox
from baken.methods.reason import Reason

REFERENCE = Path(__file__).parents[4] / "shared" / "reference"
QUICK = PermutationOptions(simulations=99)


@pytest.mark.skipif(not (REFERENCE / "knox_imdepi.csv").exists(), reason="the reference results are not here")
def test_nine_pairs_of_limits_against_the_reference() -> None:
    events = np.genfromtxt(
        REFERENCE / "imdepi_events.csv", delimiter=",", names=True, dtype=None, encoding="utf-8"
    )
    points = np.column_stack([events["x"], events["y"]])
    result = knox(points, events["time"], (10, 25, 50), (5, 14, 30))
    with (REFERENCE / "knox_imdepi.csv").open(encoding="utf-8") as file:
        rows = {(float(row["eps_s"]), float(row["eps_t"])): row for row in csv.DictReader(file)}
    assert len(result.tests) == len(rows) == 9
    for test in result.tests:
        row = rows[test.distance, test.duration]
        assert test.near == int(row["statistic"])
        assert test.table == (
            (int(row["t11"]), int(row["t12"])),
            (int(row["t21"]), int(row["t22"])),
        )
        assert test.expected == pytest.approx(float(row["expected"]), rel=1e-10)
        assert test.poisson_p == pytest.approx(float(row["p_poisson"]), rel=1e-9)
        p = float(row["p_perm999"])
        assert abs(test.p - p) < 4 * math.sqrt(2 * max(p * (1 - p), 0.001) / 999)
    assert result.smallest_p < 0.02


def cloud(events: int = 200, seed: int = 2) -> tuple[Any, Any]:
    random = np.random.default_rng(seed)
    return random.random((events, 2)) * 1000, random.random(events) * 100


@settings(max_examples=30)
@given(st.integers(3, 40), st.integers(1, 400), st.integers(1, 9), st.integers(0, 10_000))
def test_the_counts_are_those_of_all_pairs(events: int, distance: int, days: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    # Whole numbers put many pairs exactly at a limit.
    points = random.integers(0, 300, (events, 2)).astype(float)
    times = random.integers(0, 20, events).astype(float)
    result = knox(points, times, (distance, distance + 100), (days, days + 3), QUICK)
    if result.reason:
        return
    one, two = np.triu_indices(events, 1)
    away = np.hypot(*(points[one] - points[two]).T)
    apart = np.abs(times[one] - times[two])
    for test in result.tests:
        near, soon = away <= test.distance, apart <= test.duration
        table = ((near & soon).sum(), (~near & soon).sum()), ((near & ~soon).sum(), (~near & ~soon).sum())
        assert test.table == table
        assert test.pairs == len(one)


def test_permutations_keep_the_times_and_the_expected_number() -> None:
    from baken.methods.interaction._events import NearPairs

    points, times = cloud()
    edges = np.array([100.0])
    pairs = NearPairs.within(points, edges)
    simulated = pairs.permuted(times, np.array([10.0, 1000.0]), PermutationOptions(simulations=4000))
    test = knox(points, times, (100,), (10,), QUICK).tests[0]
    assert (simulated[:, 0, 1] == test.near_in_place).all()
    error = simulated[:, 0, 0].std() / math.sqrt(4000)
    assert simulated[:, 0, 0].mean() == pytest.approx(test.expected, abs=4 * error)


def test_equal_for_any_number_of_threads() -> None:
    points, times = cloud()
    results = [
        knox(points, times, (50, 100), (5, 10), PermutationOptions(threads=threads)) for threads in (1, 4)
    ]
    assert results[0] == results[1]


def test_the_order_of_the_events_does_not_change_the_counts() -> None:
    points, times = cloud()
    back = knox(points[::-1], times[::-1], (50,), (5,), QUICK).tests[0]
    assert back.table == knox(points, times, (50,), (5,), QUICK).tests[0].table


def test_followed_events_are_found() -> None:
    points, times = cloud()
    again = points[:40] + 5, times[:40] + 1
    result = knox(np.concatenate([points, again[0]]), np.concatenate([times, again[1]]), (20,), (2,))
    assert result.tests[0].p == 0.001
    assert result.smallest_p == 0.001


@pytest.mark.parametrize(
    ("points", "days", "reason"),
    [
        ([[0, 0], [1, 1], [2, math.nan]], [1, 2, 3], Reason.MISSING),
        ([[0, 0], [1, 1], [2, 2]], [1, math.nan, 3], Reason.MISSING),
        ([[0, 0], [1, 1], [2, math.inf]], [1, 2, 3], Reason.INFINITE),
        ([[0, 0], [1, 1]], [1, 2], Reason.TOO_FEW_CASES),
        ([[0, 0], [1, 1], [2, 2]], [4, 4, 4], Reason.NO_VARIATION),
        ([[0, 0], [100, 1], [200, 2]], [1, 2, 3], Reason.TOO_FEW_CASES),
    ],
)
def test_bad_events_give_a_reason(points: Any, days: Any, reason: Reason) -> None:
    result = knox(points, days, (10,), (1,), QUICK)
    assert (result.reason, result.tests) == (reason, ())


def test_all_in_one_place_has_nothing_to_compare_but_counts() -> None:
    result = knox(np.zeros((20, 2)), np.arange(20.0), (0,), (1,), QUICK)
    assert result.tests[0].near == 19
    assert result.tests[0].p == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"distances": ()}, "distances must be"),
        ({"distances": (5, 5)}, "rising"),
        ({"distances": (-1,)}, "rising"),
        ({"durations": (math.inf,)}, "durations must be"),
        ({"points": np.zeros((3, 3))}, "points must be"),
        ({"days": np.zeros(2)}, "points must be"),
        ({"points": [[0, 0], [1e9, 0], [2, 2]], "distances": (1e-3,)}, "too small"),
    ],
)
def test_wrong_settings_are_said_in_one_line(change: dict[str, Any], message: str) -> None:
    setting: dict[str, Any] = {
        "points": [[0, 0], [1, 1], [2, 2]],
        "days": [1, 2, 3],
        "distances": (10,),
        "durations": (1,),
    }
    with pytest.raises(ValueError, match=message):
        knox(**(setting | change))


def test_too_many_pairs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baken.methods.interaction._events._MOST_PAIRS", 10)
    with pytest.raises(ValueError, match="smaller distance"):
        knox(np.zeros((20, 2)), np.arange(20.0), (1,), (1,), QUICK)


@pytest.mark.parametrize(("simulations", "seed"), [(5, 1), (99, -1)])
def test_wrong_options_are_refused(simulations: int, seed: int) -> None:
    with pytest.raises(ValueError, match="must"):
        PermutationOptions(simulations, seed)


@pytest.mark.slow
def test_p_is_uniform_without_interaction() -> None:
    random = np.random.default_rng(7)
    single, smallest = [], []
    for _ in range(2000):
        points, times = random.random((150, 2)) * 1000, random.random(150) * 100
        result = knox(
            points, times, (100, 200), (5, 10), PermutationOptions(199, int(random.integers(10**6)))
        )
        single.append(result.tests[-1].p)
        smallest.append(result.smallest_p)
    for values in (np.array(single), np.array(smallest)):
        for level in (0.05, 0.1, 0.5):
            error = math.sqrt(level * (1 - level) / 2000)
            # Counts are whole numbers, so equal ones keep the test a little below its level.
            assert (values <= level).mean() < level + 3 * error
            assert (values <= level).mean() > 0.75 * level - 3 * error
