# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import csv
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.methods.reason import Reason
from baken.methods.scans.poisson_scan import ScanCluster, ScanOptions, ScanResult, poisson_scan
from baken.methods.scans.zones import ZoneLimits, Zones, circular_zones, elliptic_zones

REFERENCE = Path(__file__).parents[4] / "shared" / "reference"
reference = pytest.mark.skipif(
    not (REFERENCE / "satscan_ny_clusters.csv").exists(), reason="the reference results are not here"
)


def table(name: str) -> Any:
    return np.genfromtxt(REFERENCE / name, delimiter=",", names=True, dtype=None, encoding="utf-8")


def rows(name: str, **chosen: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if all(row[key] == is_ for key, is_ in chosen.items())]


def areas_of(row: dict[str, str]) -> frozenset[int]:
    return frozenset(int(one) - 1 for one in row["locids"].split())


def new_york(share: float = 0.5, degrees: bool = False) -> tuple[Any, Any, Zones]:
    data = table("ny_leukemia_input.csv")
    limits = ZoneLimits(share=share, degrees=degrees)
    zones = circular_zones(data["longitude"], data["latitude"], data["population"], limits)
    return data["cases"], data["population"], zones


INPUTS: dict[tuple[str, str, str], Callable[[], tuple[Any, Any, Zones]]] = {
    ("nyleukemia_floor", "0.5", "FALSE"): new_york,
    ("nyleukemia_floor", "0.1", "FALSE"): lambda: new_york(0.1),
    ("nyleukemia_floor", "0.5", "TRUE"): lambda: new_york(degrees=True),
    ("neast_breast_cancer", "0.5", "FALSE"): lambda: of_file("neast_input.csv", "cases", "population"),
    ("nc_sids74_centroid", "0.5", "FALSE"): lambda: of_file("nc_sids_local.csv", "sid74", "bir74"),
}


def of_file(name: str, cases: str, population: str) -> tuple[Any, Any, Zones]:
    data = table(name)
    return data[cases], data[population], circular_zones(data["x"], data["y"], data[population])


@reference
@pytest.mark.parametrize("key", INPUTS)
def test_every_cluster_of_the_reference_is_found(key: tuple[str, str, str]) -> None:
    cases, population, zones = INPUTS[key]()
    result = poisson_scan(cases, population, zones, ScanOptions(clusters=100))
    expected = rows("scan_smerc_clusters.csv", data=key[0], ubpop=key[1], longlat=key[2])
    expected = [row for row in expected if float(row["LLR"]) > 0]
    assert len(result.clusters) == len(expected)
    by_areas = {frozenset(cluster.areas): cluster for cluster in result.clusters}
    for row in expected:
        cluster = by_areas[areas_of(row)]
        assert cluster.cases == int(row["cases"])
        assert cluster.expected == pytest.approx(float(row["expected"]), rel=1e-9)
        assert cluster.relative_risk == pytest.approx(float(row["rr"]), rel=1e-9)
        assert cluster.log_likelihood_ratio == pytest.approx(float(row["LLR"]), abs=1e-6)
        p = float(row["p_999"])
        # Both are Monte Carlo figures of 999 maps.
        assert abs(cluster.p - p) < 4 * math.sqrt(2 * max(p * (1 - p), 0.001) / 999)


@reference
def test_new_york_against_satscan() -> None:
    cases, population, zones = new_york()
    result = poisson_scan(cases, population, zones)
    published = rows("satscan_ny_clusters.csv", file="ny.txt")
    for cluster, row in zip(result.clusters, published, strict=False):
        assert frozenset(cluster.areas) == areas_of(row)
        assert cluster.log_likelihood_ratio == pytest.approx(float(row["LLR"]), abs=1e-6)
        assert round(cluster.relative_risk, 2) == float(row["rr"])
        assert abs(cluster.gumbel_p - float(row["p"])) < 0.03
    first = result.clusters[0]
    assert (len(first.areas), first.cases, round(first.expected, 2)) == (28, 100, 58.28)
    # SaTScan states 0.00015 for the first, from a Gumbel distribution with its own 999 maps.
    assert 0.00005 < first.gumbel_p < 0.0005


@reference
@pytest.mark.parametrize(
    ("file", "share", "penalty"),
    [
        ("scan_test_ny_poisson_ellipse_a=0.txt", 0.5, 0),
        ("scan_test_ny_poisson_ellipse_a=0.5.txt", 0.5, 0.5),
        ("scan_test_ny_poisson_ellipse_a=1.txt", 0.5, 1),
        ("scan_test_ny_poisson_elliptical_ubpop_10percent_penalty_none.txt", 0.1, 0),
        ("scan_test_ny_poisson_elliptical_ubpop_10percent_penalty_medium.txt", 0.1, 0.5),
        ("scan_test_ny_poisson_elliptical_ubpop_10percent_penalty_strong.txt", 0.1, 1),
    ],
)
def test_ellipses_against_satscan(file: str, share: float, penalty: float) -> None:
    data = table("ny_leukemia_input.csv")
    people = data["population"]
    zones = elliptic_zones(data["longitude"], data["latitude"], people, ZoneLimits(share=share), penalty)
    found: dict[frozenset[int], ScanCluster] = {}
    for per_centre in (True, False):
        options = ScanOptions(simulations=19, clusters=15, per_centre=per_centre)
        result = poisson_scan(data["cases"], people, zones, options)
        found |= {frozenset(cluster.areas): cluster for cluster in result.clusters}
    for row in rows("satscan_ny_clusters.csv", file=file):
        cluster = found[areas_of(row)]
        assert cluster.log_likelihood_ratio == pytest.approx(float(row["LLR"]), abs=1e-6)
        assert cluster.statistic == pytest.approx(float(row["test_stat"]), abs=1e-6)


def town(areas: int = 40, seed: int = 3) -> tuple[Any, Any, Zones]:
    random = np.random.default_rng(seed)
    x, y = random.random((2, areas))
    people = random.integers(500, 5000, areas)
    cases = random.poisson(people * 0.004)
    return cases, people, circular_zones(x, y, people)


def around(zones: Zones, area: int, number: int) -> Any:
    return zones.at(int(zones.start[np.flatnonzero(zones.centre == area)[0]]) + number - 1)


def same(one: ScanResult, other: ScanResult) -> bool:
    return one.clusters == other.clusters and np.array_equal(one.maxima, other.maxima)


def direct(cases: Any, people: Any, zones: Zones) -> float:
    """The largest log-likelihood ratio, zone by zone from the formula."""
    total, best = cases.sum(), 0.0
    for place in np.flatnonzero(zones.ends):
        areas = zones.at(int(place))
        count, expected = cases[areas].sum(), people[areas].sum() / people.sum() * total
        if count > expected and count > 1:
            outside = total - count
            value = count * math.log(count / expected)
            value += outside * math.log(outside / (total - expected)) if outside else 0.0
            best = max(best, value)
    return best


@settings(max_examples=25)
@given(st.integers(2, 20), st.floats(0.1, 30), st.integers(0, 10_000))
def test_the_statistic_and_the_maxima_follow_the_formula(areas: int, mean: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    x, y = random.random((2, areas))
    people = random.integers(1, 50, areas).astype(float)
    cases = random.poisson(mean, areas)
    zones = circular_zones(x, y, people)
    result = poisson_scan(cases, people, zones, ScanOptions(simulations=40, threads=1))
    if result.reason:
        return
    best = direct(cases, people, zones)
    assert best == pytest.approx(result.clusters[0].statistic if result.clusters else 0.0)
    taken: set[int] = set()
    for cluster in result.clusters:
        assert not taken & set(cluster.areas)
        taken |= set(cluster.areas)
    assert [one.statistic for one in result.clusters] == sorted(
        (one.statistic for one in result.clusters), reverse=True
    )


def test_the_search_of_simulated_maps_is_the_search_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    from baken.methods.scans import _search
    from baken.methods.scans._draws import spread_over

    cases, people, zones = town()
    total = int(cases.sum())
    expected = np.ascontiguousarray(people[:, None] * (total / people.sum()))
    draw = spread_over(expected, total, 5)
    search = _search.Search(zones, expected, np.array([[0, 1]]), total)
    simulated = _search.maxima(search, draw, ScanOptions(simulations=70, seed=5), 1e9)
    maps = np.zeros((len(cases), 1, 70), dtype=np.int32)
    draw(np.arange(70), maps)
    assert (maps.sum(axis=(0, 1)) == total).all()
    for one in range(70):
        options = ScanOptions(least_cases=1, clusters=1)
        best = _search.strongest(search, maps[:, :, one].astype(np.int64), options)[0]
        assert simulated[one] == pytest.approx(best.statistic, abs=1e-9)


def test_equal_for_any_number_of_threads_and_different_for_another_seed() -> None:
    cases, people, zones = town()
    one = poisson_scan(cases, people, zones, ScanOptions(threads=1))
    assert same(one, poisson_scan(cases, people, zones, ScanOptions(threads=4)))
    assert not same(one, poisson_scan(cases, people, zones, ScanOptions(seed=2)))


def test_many_cases_are_drawn_by_another_way_with_the_same_answer() -> None:
    cases, people, zones = town()
    one = poisson_scan(cases * 100, people, zones, ScanOptions(threads=1, simulations=199))
    assert same(one, poisson_scan(cases * 100, people, zones, ScanOptions(threads=3, simulations=199)))
    assert one.clusters[0].p == 0.005


def test_a_planted_cluster_is_found_and_stands_first() -> None:
    cases, people, zones = town()
    planted = around(zones, 7, 4)
    more = cases.copy()
    more[planted] += people[planted] // 100
    first = poisson_scan(more, people, zones).clusters[0]
    assert set(planted.tolist()) == set(first.areas)
    assert first.p == 0.001
    assert first.gumbel_p < 0.001


def test_stopping_early_gives_a_p_value_of_the_maps_drawn() -> None:
    cases, people, zones = town()
    early = poisson_scan(cases, people, zones, ScanOptions(simulations=9999, stop_after=50))
    assert len(early.maxima) < 2000
    assert early.clusters[0].p == 50 / len(early.maxima)
    full = poisson_scan(cases, people, zones, ScanOptions(simulations=9999))
    assert early.clusters[0].p == pytest.approx(full.clusters[0].p, abs=0.15)
    assert np.array_equal(early.maxima, full.maxima[: len(early.maxima)])
    again = poisson_scan(cases, people, zones, ScanOptions(simulations=9999, stop_after=50, threads=3))
    assert same(early, again)


def test_no_early_stop_when_the_cluster_is_strong() -> None:
    cases, people, zones = town()
    cases = cases.copy()
    cases[3] += 60
    result = poisson_scan(cases, people, zones, ScanOptions(stop_after=10))
    assert len(result.maxima) == 999
    assert result.clusters[0].p == 0.001


@pytest.mark.parametrize(
    ("cases", "people", "reason"),
    [
        ([0, 0, 0], [5, 5, 5], Reason.ALL_ZERO),
        ([1, math.nan, 2], [5, 5, 5], Reason.MISSING),
        ([1, 1, 2], [5, math.nan, 5], Reason.MISSING),
        ([1, -1, 2], [5, 5, 5], Reason.NEGATIVE),
        ([1, 1, 2], [5, -5, 5], Reason.NEGATIVE),
        ([1, 1.5, 2], [5, 5, 5], Reason.FRACTIONAL),
        ([1, math.inf, 2], [5, 5, 5], Reason.INFINITE),
        ([1, 2, 2], [5, math.inf, 5], Reason.INFINITE),
        ([3e9, 2, 2], [5, 5, 5], Reason.TOO_LARGE),
        ([1, 2, 2], [0, 0, 0], Reason.NO_POPULATION),
        ([1, 2, 2], [0, 5, 5], Reason.NO_POPULATION),
    ],
)
def test_bad_figures_give_a_reason(cases: list[float], people: list[float], reason: Reason) -> None:
    zones = circular_zones([0, 1, 3], [0, 0, 0], [1, 1, 1])
    result = poisson_scan(cases, people, zones)
    assert result.reason == reason
    assert result.clusters == ()


def test_one_area_cannot_be_scanned() -> None:
    assert (
        poisson_scan([4], [9], circular_zones([0], [0], [9], ZoneLimits(share=1))).reason == Reason.ONE_AREA
    )
    none = circular_zones([0, 1], [0, 1], [1, 1], ZoneLimits(share=0.1))
    assert poisson_scan([4, 2], [1, 1], none).reason == Reason.ONE_AREA


def test_a_thousand_million_in_one_area() -> None:
    zones = circular_zones([0, 1, 3, 4], [0, 0, 0, 0], [1, 1, 1, 1])
    result = poisson_scan([10**9, 5, 7, 3], [1, 1, 1, 1], zones, ScanOptions(simulations=19))
    assert result.clusters[0].areas == (0,)
    assert result.clusters[0].p == 0.05
    assert math.isfinite(result.clusters[0].log_likelihood_ratio)


def test_nobody_and_no_case_in_an_area_is_no_obstacle() -> None:
    zones = circular_zones([0, 1, 3, 4], [0, 0, 0, 0], [0, 9, 9, 9])
    result = poisson_scan([0, 9, 1, 1], [0, 9, 9, 9], zones, ScanOptions(simulations=19))
    assert result.reason == Reason.JUDGED
    assert 1 in result.clusters[0].areas


def test_an_even_map_has_no_cluster() -> None:
    zones = circular_zones([0, 1, 3, 4], [0, 0, 0, 0], [9, 9, 9, 9])
    result = poisson_scan([6, 6, 6, 6], [9, 9, 9, 9], zones)
    assert (result.clusters, result.reason) == ((), Reason.JUDGED)


def test_all_cases_inside_give_an_infinite_relative_risk() -> None:
    zones = circular_zones([0, 1, 3, 4], [0, 0, 0, 0], [9, 9, 9, 9])
    first = poisson_scan([8, 0, 0, 0], [9, 9, 9, 9], zones).clusters[0]
    assert first.relative_risk == math.inf
    assert first.log_likelihood_ratio == pytest.approx(8 * math.log(4))


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"simulations": 10}, "simulations"),
        ({"seed": -1}, "seed"),
        ({"stop_after": 0}, "stop_after"),
        ({"clusters": 0}, "clusters"),
        ({"least_cases": 0}, "least_cases"),
    ],
)
def test_wrong_settings_are_said_in_one_line(setting: dict[str, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ScanOptions(**setting)  # type: ignore[arg-type]


def test_figures_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="3 numbers"):
        poisson_scan([1, 2], [1, 2], circular_zones([0, 1, 2], [0, 0, 0], [1, 1, 1]))


@pytest.mark.slow
def test_p_is_uniform_without_a_cluster_and_power_is_as_stated() -> None:
    _, people, zones = town(60, 8)
    random = np.random.default_rng(12)
    share = people / people.sum()
    hot = around(zones, 20, 5)
    risk = np.where(np.isin(np.arange(60), hot), 2.0, 1.0) * share

    def p_values(chances: Any, number: int) -> Any:
        # A seed of its own for each map: the error of the simulations would else be the same in all.
        return np.array(
            [
                poisson_scan(random.multinomial(400, chances), people, zones, options).clusters[0].p
                for options in (
                    ScanOptions(simulations=199, clusters=1, seed=int(seed))
                    for seed in random.integers(0, 10**6, number)
                )
            ]
        )

    without = p_values(share, 1000)
    for level in (0.01, 0.05, 0.1, 0.5):
        error = math.sqrt(level * (1 - level) / 1000)
        assert (without <= level).mean() == pytest.approx(level, abs=3.5 * error)
    assert (p_values(risk / risk.sum(), 300) <= 0.05).mean() > 0.85
