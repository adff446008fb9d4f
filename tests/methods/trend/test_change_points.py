# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import csv
import math
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from baken.methods.reason import Reason
from baken.methods.trend._hinges import Problem, best_set, gains, sets_of
from baken.methods.trend.change_points import ChangePointOptions, ChangePoints, change_points
from baken.methods.trend.regression import TrendOptions, trend

from .series import MONTHS, PEOPLE, RISING, drawn

MONTHLY = TrendOptions(per_year=12, season="factor")
RULES = ("permutation", "bic", "bic3", "wbic")
CRIME = Path(__file__).parents[4] / "shared" / "data" / "crime"
needs_crime = pytest.mark.skipif(not CRIME.exists(), reason="the reference figures are not on this machine")


def _bent(periods: int, place: int, slopes: tuple[float, float], mean: float) -> Any:
    time_ = np.arange(periods)
    eta = slopes[0] * time_ + (slopes[1] - slopes[0]) * np.maximum(time_ - place, 0)
    return mean * np.exp(eta - eta.mean())


@pytest.mark.parametrize("rule", RULES)
def test_a_clear_bend_is_found_where_it_is(rule: str) -> None:
    row = np.round(_bent(16, 7, (-0.08, 0.1), 5000))
    found = change_points(row, None, ChangePointOptions(rule=rule))
    assert [point.place for point in found.points] == [7]
    assert [(one.first, one.last) for one in found.segments] == [(0, 7), (7, 15)]
    assert [one.direction for one in found.segments] == ["down", "up"]
    slopes = [math.log1p(one.per_year.percent / 100) for one in found.segments]
    assert slopes == pytest.approx([-0.08, 0.1], abs=1e-3)
    average = math.log1p(found.average.percent / 100)
    assert average == pytest.approx((slopes[0] * 7 + slopes[1] * 8) / 15, abs=1e-12)
    np.testing.assert_allclose(found.fitted, row, rtol=1e-3)


@pytest.mark.parametrize("rule", RULES)
def test_without_a_bend_it_is_the_trend(rule: str) -> None:
    found = change_points(RISING, PEOPLE, ChangePointOptions(rule=rule))
    line = trend(RISING, PEOPLE, TrendOptions(family="quasi_poisson"))
    assert found.points == ()
    assert found.average.lower == pytest.approx(line.per_year.lower, abs=1e-9)
    assert found.segments[0].per_year.upper == pytest.approx(line.per_year.upper, abs=1e-9)
    np.testing.assert_allclose(found.upper, line.upper, rtol=1e-9)


def test_the_same_seed_gives_the_same_answer() -> None:
    row = drawn(np.random.default_rng(1), _bent(20, 9, (0.02, -0.05), 100), 2)
    one, other = change_points(row), change_points(row)
    assert one.tests == other.tests
    assert one.points == other.points
    elsewhere = change_points(row, None, ChangePointOptions(seed=1))
    assert [test.p for test in elsewhere.tests] != [test.p for test in one.tests]


def test_the_falls_in_squares_are_those_of_regressions() -> None:
    rng = np.random.default_rng(2)
    problem = _problem(rng, 24, apart=3)
    sets = sets_of(problem.places, 2, 3)
    each = [problem.residual_squares(tuple(one)) for one in sets.tolist()]
    fall = gains(problem.products, (problem.hinges.T @ problem.response)[:, None], sets)
    assert float(problem.response @ problem.response) - fall[0] == pytest.approx(min(each), rel=1e-9)
    assert best_set(problem, 2) == tuple(sets[int(np.argmin(each))].tolist())


def test_the_refined_grid_does_not_miss_a_clear_best() -> None:
    rng = np.random.default_rng(3)
    problem = _problem(rng, 60, apart=6, bends=(14, 31, 46))
    assert problem.places[list(best_set(problem, 3))].tolist() == [14, 31, 46]


def _problem(rng: Any, periods: int, apart: int, bends: tuple[int, ...] = ()) -> Problem:
    time_ = np.arange(periods, dtype=float)
    places = np.arange(apart, periods - apart)
    base = np.linalg.qr(np.stack([np.ones(periods), time_], axis=1))[0]
    response = rng.normal(size=periods) * (0.1 if bends else 1)
    for sign, place in enumerate(bends):
        response += (-1) ** sign * np.maximum(time_ - place, 0)
    columns = np.concatenate([response[:, None], np.maximum(time_[:, None] - places, 0)], axis=1)
    rest = columns - base @ (base.T @ columns)
    return Problem(rest[:, 0], rest[:, 1:], places, apart, base)


def test_change_points_keep_their_distance() -> None:
    row = drawn(np.random.default_rng(4), _bent(30, 15, (0.2, -0.2), 200), 1)
    found = change_points(row, None, ChangePointOptions(rule="bic", most=4, apart=5))
    places = [0, *(point.place for point in found.points), 29]
    assert np.diff(places).min() >= 5
    assert all(point.lower <= point.place <= point.upper for point in found.points)


def test_months_with_season_exposure_gaps_and_zeros() -> None:
    rng = np.random.default_rng(5)
    time_ = np.arange(96)
    mean = _bent(96, 48, (0.02, -0.03), 8) * np.exp(0.3 * np.cos(2 * np.pi * time_ / 12))
    row = drawn(rng, mean, 1).tolist()
    row[10] = row[60] = None
    found = change_points(row, np.full(96, 1000.0), ChangePointOptions(MONTHLY))
    assert len(found.points) == 1
    assert abs(found.points[0].place - 48) <= 6
    assert np.isfinite(found.fitted).all()


def test_a_break_that_stops_and_one_that_shifts() -> None:
    row = [900, 905, 910, *np.round(_bent(20, 10, (-0.1, 0.1), 3000)).astype(int)]
    found = change_points(row, None, ChangePointOptions(TrendOptions(stops=(3,))))
    assert [point.place for point in found.points] == [13]
    assert np.isnan(found.fitted[:3]).all()
    jump = [100] * 10 + [200] * 10
    stated = change_points(jump, None, ChangePointOptions(TrendOptions(shifts=(10,))))
    assert stated.points == ()
    assert stated.average.percent == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([0] * 12, Reason.ALL_ZERO),
        ([3, 4, 5], Reason.TOO_FEW_PERIODS),
        ([3, 4, 5, -6, 7], Reason.NEGATIVE),
        ([3, 4, 5, 6.5, 7], Reason.FRACTIONAL),
        ([9, 0, 0, 0, 0, 0, 0, 0, 0], Reason.NO_CONVERGENCE),
        ([math.nan] * 9, Reason.MISSING),
    ],
)
def test_bad_figures_give_a_reason_and_no_number(row: Any, reason: Reason) -> None:
    found = change_points(row)
    assert found.reason is reason
    assert not found.points
    assert not found.segments
    assert math.isnan(found.average.percent)
    assert np.isnan(found.fitted).all()


def test_hard_figures_are_survived() -> None:
    for row in (
        [5] * 12,
        [0] * 8 + [5, 9, 12, 30],
        [5, 6, 1_000_000_000, 7, 5, 6, 7, 8],
        [1, 0] * 8,
        [4, 5, 6, 7],
    ):
        found = change_points(row)
        assert found.reason in {Reason.JUDGED, Reason.NO_CONVERGENCE}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (ChangePointOptions(rule="aic"), "rule must be one of"),
        (ChangePointOptions(most=9), "most must be"),
        (ChangePointOptions(apart=1), "apart must be"),
        (ChangePointOptions(permutations=10), "permutations must be"),
        (ChangePointOptions(chance=0), "level must lie"),
        (ChangePointOptions(TrendOptions(shifts=(40,))), "a break must lie"),
    ],
)
def test_wrong_settings_are_refused(options: ChangePointOptions, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        change_points(RISING, None, options)


def test_twenty_five_years_of_months_take_a_moment() -> None:
    row = drawn(np.random.default_rng(6), _bent(300, 120, (-0.004, 0.004), 100), 2)
    start = time.process_time()
    found = change_points(row, None, ChangePointOptions(MONTHLY))
    assert time.process_time() - start < 10
    assert found.reason is Reason.JUDGED


def test_the_example_months_hold_no_bend_that_chance_cannot_make() -> None:
    found = change_points(MONTHS, None, ChangePointOptions(MONTHLY))
    assert len(found.tests) >= 1
    assert len(found.points) <= 1


@needs_crime
def test_maastricht_falls_in_one_line() -> None:
    with (CRIME / "maastricht_totals_2010_2024_derived.csv").open(encoding="utf-8") as file:
        rows = [line for line in csv.DictReader(file) if line["source"].startswith("CBS")]
    found = change_points(
        [float(line["registered_crimes"]) for line in rows],
        [float(line["population_31dec_prev_year"]) for line in rows],
    )
    assert found.points == ()
    assert round(found.average.percent, 1) == -7.8


def _any(row: Any, options: ChangePointOptions) -> ChangePoints:
    return change_points(row, None, options)


@pytest.mark.slow
@pytest.mark.parametrize(("periods", "mean", "phi"), [(10, 5, 2), (12, 1000, 10), (25, 5, 1), (60, 20, 2)])
def test_false_change_points_stay_within_the_chance(periods: int, mean: float, phi: float) -> None:
    rng = np.random.default_rng([7, periods])
    monthly = periods >= 60
    options = ChangePointOptions(MONTHLY if monthly else TrendOptions(), permutations=199)
    expected = mean * np.exp((0.003 if monthly else 0.01) * (np.arange(periods) - periods / 2))
    found = [bool(_any(drawn(rng, expected, phi), options).points) for _ in range(300)]
    # Two standard errors of 300 draws above 5 %.
    assert np.mean(found) <= 0.05 + 0.025


@pytest.mark.slow
@pytest.mark.parametrize(
    ("periods", "mean", "phi", "slope"), [(12, 1000, 2, 0.08), (20, 500, 3, 0.06), (20, 100, 1, 0.1)]
)
def test_known_places_are_found_and_segments_cover(
    periods: int, mean: float, phi: float, slope: float
) -> None:
    rng = np.random.default_rng([8, periods])
    place = periods // 2
    options = ChangePointOptions(permutations=199)
    found = [_any(drawn(rng, _bent(periods, place, (-slope, slope), mean), phi), options) for _ in range(300)]
    right = [one for one in found if len(one.points) == 1]
    assert len(right) >= 0.9 * len(found)
    assert np.mean([abs(one.points[0].place - place) <= 1 for one in right]) >= 0.9
    assert np.mean([one.points[0].lower <= place <= one.points[0].upper for one in right]) >= 0.92
    true = [100 * math.expm1(-slope), 100 * math.expm1(slope)]
    covers = [
        part.per_year.lower <= percent <= part.per_year.upper
        for one in right
        for part, percent in zip(one.segments, true, strict=True)
    ]
    assert np.mean(covers) >= 0.9
