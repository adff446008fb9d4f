# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest

from baken.methods.scans._draws import dealt_anew, spread_over


def ratio(count: float, expected: float, total: float) -> float:
    if count <= expected:
        return 0.0
    rest = total - count
    value = count * math.log(count / expected) + (rest * math.log(rest / (total - expected)) if rest else 0.0)
    return max(value, 0.0)


@pytest.mark.parametrize("total", [2, 5, 552, 60_000, 1_000_000_000])
@pytest.mark.parametrize("level", [0.0, 0.3, 1.0, 5.0, 20.0, 60.0])
def test_no_count_below_the_critical_one_reaches_the_level(total: int, level: float) -> None:
    from baken.methods.scans._scan_kernel import NEVER, critical_counts

    random = np.random.default_rng(1)
    expected = np.sort(random.random(300) ** 3 * total * 0.9)
    steps = np.diff(expected, prepend=0.0)[:, None].copy()
    zones = np.array([0, 300]), np.arange(300, dtype=np.int32), np.ones(300, dtype=np.bool_), np.ones(1)
    out = np.zeros((300, 1), dtype=np.int32)
    critical_counts(zones, (steps, float(total)), level, (0, 1), out)
    for mean, count in zip(np.cumsum(steps[:, 0]), out[:, 0], strict=True):
        # One less never reaches the level (or is not above the expected number); it is never two too low.
        below = total if count == NEVER else min(int(count) - 1, total)
        assert below <= mean or ratio(below, mean, total) <= level * (1 + 1e-9)
        if count < total - 1:
            assert ratio(int(count) + 1, mean, total) >= level * (1 - 1e-9)


@pytest.mark.parametrize("cases", [200, 20_000])
def test_drawn_cases_follow_what_is_expected(cases: int) -> None:
    share = np.array([[1.0, 3.0], [0.0, 2.0], [10.0, 4.0]])
    maps = np.zeros((3, 2, 2000), dtype=np.int32)
    spread_over(share, cases, 7)(np.arange(2000), maps)
    mean, expected = maps.mean(axis=2), share / share.sum() * cases
    assert (maps.sum(axis=(0, 1)) == cases).all()
    assert (maps[1, 0] == 0).all()
    assert (np.abs(mean - expected) <= 4.5 * np.sqrt(expected / 2000)).all()
    spread = maps.var(axis=2)
    assert np.allclose(spread, expected * (1 - expected / cases), rtol=0.15, atol=1e-9)


@pytest.mark.parametrize("times", [1, 1000])
def test_dealt_periods_keep_both_totals_and_follow_their_product(times: int) -> None:
    counts = np.array([[3, 1, 2], [0, 4, 6], [5, 5, 0]]) * times
    maps = np.zeros((3, 3, 1000), dtype=np.int32)
    dealt_anew(counts, 3)(np.arange(1000), maps)
    assert (maps.sum(axis=1) == counts.sum(axis=1)[:, None]).all()
    assert (maps.sum(axis=0) == counts.sum(axis=0)[:, None]).all()
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    assert (np.abs(maps.mean(axis=2) - expected) <= 4.5 * np.sqrt(expected / 1000)).all()


def test_a_map_depends_on_its_number_alone() -> None:
    draw = spread_over(np.ones((4, 2)), 50, 9)
    all_maps, two = np.zeros((4, 2, 8), dtype=np.int32), np.zeros((4, 2, 2), dtype=np.int32)
    draw(np.arange(8), all_maps)
    draw(np.array([5, 2]), two)
    assert np.array_equal(two[:, :, 0], all_maps[:, :, 5])
    assert np.array_equal(two[:, :, 1], all_maps[:, :, 2])


def best_of_each(centre: list[int], best: list[float]) -> Any:
    from baken.methods.scans._scan_kernel import only_best_of_centre

    start = np.arange(0, 2 * len(centre) + 1, 2)
    zones = (
        start,
        np.zeros(len(best), dtype=np.int32),
        np.ones(len(best), dtype=np.bool_),
        np.ones(len(centre)),
    )
    kept = np.array(best)
    only_best_of_centre(zones, np.array(centre), kept)
    return kept.tolist()


def test_a_centre_keeps_its_best_and_no_centre_keeps_all() -> None:
    assert best_of_each([0, 1, 0], [1.0, 3.0, 2.0, 2.0, 5.0, 4.0]) == [0, 0, 2, 0, 5, 0]
    assert best_of_each([-1, -1], [1.0, 3.0, 2.0, 2.0]) == [1, 3, 2, 2]
