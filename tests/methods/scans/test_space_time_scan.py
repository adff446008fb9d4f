# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest

from baken.methods.reason import Reason
from baken.methods.scans.poisson_scan import ScanOptions
from baken.methods.scans.space_time_scan import SpaceTimeOptions, SpaceTimeResult, space_time_scan
from baken.methods.scans.zones import ZoneLimits, Zones, circular_zones

QUICK = ScanOptions(simulations=99)


def town(areas: int = 30, periods: int = 8, seed: int = 5) -> tuple[Any, Any, Zones]:
    random = np.random.default_rng(seed)
    x, y = random.random((2, areas))
    base = random.integers(1, 6, areas)[:, None] * random.uniform(0.5, 1.5, periods)
    return random.poisson(base), base, circular_zones(x, y, base.sum(axis=1), ZoneLimits(areas=10))


def same(one: SpaceTimeResult, other: SpaceTimeResult) -> bool:
    return one.clusters == other.clusters and np.array_equal(one.maxima, other.maxima)


def direct(counts: Any, base: Any, zones: Zones, windows: list[tuple[int, int]]) -> float:
    total, best = counts.sum(), 0.0
    expected = base * (total / base.sum())
    for place in np.flatnonzero(zones.ends):
        areas = zones.at(int(place))
        for first, last in windows:
            count, mean = counts[areas, first:last].sum(), expected[areas, first:last].sum()
            if count > mean:
                outside = total - count
                best = max(
                    best, count * math.log(count / mean) + outside * math.log(outside / (total - mean))
                )
    return best


def test_every_cylinder_is_searched() -> None:
    counts, base, zones = town()
    newest = [(8 - length, 8) for length in range(1, 5)]
    every = [(first, first + length) for length in range(1, 5) for first in range(9 - length)]
    now = space_time_scan(counts, zones, base, SpaceTimeOptions(scan=QUICK))
    ever = space_time_scan(counts, zones, base, SpaceTimeOptions(prospective=False, scan=QUICK))
    assert now.clusters[0].statistic == pytest.approx(direct(counts, base, zones, newest))
    assert ever.clusters[0].statistic == pytest.approx(direct(counts, base, zones, every))
    assert all(cluster.last == 7 for cluster in now.clusters)


@pytest.mark.parametrize("expected", [True, False])
@pytest.mark.parametrize("prospective", [True, False])
def test_the_maxima_are_those_of_the_simulated_maps(expected: bool, prospective: bool) -> None:
    from baken.methods.scans import _search
    from baken.methods.scans._draws import dealt_anew, spread_over

    counts, base, zones = town(periods=12)
    total = int(counts.sum())
    if expected:
        mean = np.ascontiguousarray(base * (total / base.sum()))
        draw = spread_over(mean, total, 3)
    else:
        mean = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / total
        draw = dealt_anew(counts, 3)
    windows = _search.newest_windows(12, 6) if prospective else _search.all_windows(12, 6)
    search = _search.Search(zones, mean, windows, total)
    simulated = _search.maxima(search, draw, ScanOptions(simulations=40, seed=3), 1e9)
    maps = np.zeros((30, 12, 40), dtype=np.int32)
    draw(np.arange(40), maps)
    if not expected:
        assert (maps.sum(axis=1) == counts.sum(axis=1)[:, None]).all()
        assert (maps.sum(axis=0) == counts.sum(axis=0)[:, None]).all()
    for one in range(40):
        options = ScanOptions(least_cases=1, clusters=1)
        best = _search.strongest(search, maps[:, :, one].astype(np.int64), options)[0]
        assert simulated[one] == pytest.approx(best.statistic, abs=1e-9)


def test_a_planted_outbreak_is_found_in_place_and_time() -> None:
    counts, base, zones = town()
    planted = zones.at(int(zones.start[np.flatnonzero(zones.centre == 4)[0]]) + 2)
    counts[planted, 6:] += np.rint(3 * base[planted, 6:]).astype(int)
    for given in (base, None):
        first = space_time_scan(counts, zones, given).clusters[0]
        assert set(planted.tolist()) <= set(first.areas)
        assert (first.first, first.last) == (6, 7)
        assert first.p < 0.01


def test_what_is_always_busy_is_no_cluster_of_the_permutation_scan() -> None:
    counts, base, zones = town()
    counts[2] = np.rint(base[2] * 12)
    options = SpaceTimeOptions(scan=QUICK)
    even = np.ones(counts.shape)
    assert 2 in space_time_scan(counts, zones, even, options).clusters[0].areas
    assert space_time_scan(counts, zones, None, options).clusters[0].p > 0.05


def test_equal_for_any_number_of_threads() -> None:
    counts, base, zones = town()
    for given in (base, None):
        one, four = (
            space_time_scan(counts, zones, given, SpaceTimeOptions(scan=ScanOptions(threads=threads)))
            for threads in (1, 4)
        )
        assert same(one, four)


def test_many_cases_are_dealt_by_another_way() -> None:
    counts, _, zones = town()
    result = space_time_scan(counts * 500, zones, None, SpaceTimeOptions(scan=ScanOptions(simulations=19)))
    assert result.clusters[0].p == 0.05


def test_more_windows_than_fit_in_one_pass() -> None:
    counts, base, zones = town(periods=10)
    options = SpaceTimeOptions(prospective=False, longest=10, scan=QUICK)
    every = [(first, first + length) for length in range(1, 11) for first in range(11 - length)]
    first = space_time_scan(counts, zones, base, options).clusters[0]
    assert first.statistic == pytest.approx(direct(counts, base, zones, every))


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ([[0, 0], [0, 0], [0, 0]], Reason.ALL_ZERO),
        ([[1, math.nan], [0, 0], [0, 0]], Reason.MISSING),
        ([[1, -1], [0, 0], [0, 0]], Reason.NEGATIVE),
        ([[1, 0.5], [0, 0], [0, 0]], Reason.FRACTIONAL),
        ([[1, math.inf], [0, 0], [0, 0]], Reason.INFINITE),
        ([[1, 3e9], [0, 0], [0, 0]], Reason.TOO_LARGE),
        ([[1], [2], [0]], Reason.TOO_FEW_PERIODS),
    ],
)
def test_bad_figures_give_a_reason(counts: list[list[float]], reason: Reason) -> None:
    zones = circular_zones([0, 1, 3], [0, 0, 0], [1, 1, 1])
    result = space_time_scan(counts, zones)
    assert (result.reason, result.clusters) == (reason, ())
    assert space_time_scan(counts, zones, np.ones(np.shape(counts))).reason == reason


def test_nothing_expected_where_there_are_cases() -> None:
    zones = circular_zones([0, 1, 3], [0, 0, 0], [1, 1, 1])
    result = space_time_scan(np.ones((3, 4)), zones, [[1, 1, 1, 0]] * 3)
    assert result.reason == Reason.NO_POPULATION


def test_a_thousand_million_in_one_cell() -> None:
    counts, _, zones = town()
    counts = counts.astype(np.int64)
    counts[3, 7] = 10**9
    for given in (np.ones(counts.shape), None):
        result = space_time_scan(counts, zones, given, SpaceTimeOptions(scan=ScanOptions(simulations=19)))
        assert result.reason in (Reason.JUDGED, Reason.TOO_LARGE)
        assert all(math.isfinite(cluster.statistic) for cluster in result.clusters)


@pytest.mark.parametrize("longest", [0, 9])
def test_a_wrong_longest_window_is_refused(longest: int) -> None:
    counts, base, zones = town()
    with pytest.raises(ValueError, match="longest must lie from 1 to 8"):
        space_time_scan(counts, zones, base, SpaceTimeOptions(longest=longest))


def test_arrays_of_another_shape_are_refused() -> None:
    counts, base, zones = town()
    with pytest.raises(ValueError, match="shape"):
        space_time_scan(counts, zones, base[:, :4])


@pytest.mark.slow
@pytest.mark.parametrize("permutation", [True, False])
def test_p_is_uniform_without_a_cluster(permutation: bool) -> None:
    _, base, zones = town()
    random = np.random.default_rng(31)
    expected = None if permutation else base
    p_values = []
    for seed in random.integers(0, 10**6, 1000):
        options = SpaceTimeOptions(scan=ScanOptions(simulations=99, clusters=1, seed=int(seed)))
        p_values.append(space_time_scan(random.poisson(base), zones, expected, options).clusters[0].p)
    for level in (0.01, 0.05, 0.1, 0.5):
        error = math.sqrt(level * (1 - level) / 1000)
        assert np.mean(np.array(p_values) <= level) == pytest.approx(level, abs=3.5 * error)
