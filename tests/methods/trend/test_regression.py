# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import csv
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from baken.methods.reason import Reason
from baken.methods.trend._correlation import widening
from baken.methods.trend._student import t_quantile
from baken.methods.trend.regression import Trend, TrendOptions, trend, trend_with_and_without

from .series import (
    MONTHS,
    MONTHS_FIT,
    PEOPLE,
    RISING,
    RISING_FIT,
    SHIFT_FIT,
    SPREADING,
    SPREADING_FIT,
    WAVES_FIT,
    drawn,
)

MONTHLY = TrendOptions(per_year=12, season="factor")
CRIME = Path(__file__).parents[4] / "shared" / "data" / "crime"
needs_crime = pytest.mark.skipif(not CRIME.exists(), reason="the reference figures are not on this machine")


def test_agrees_with_statsmodels_for_years() -> None:
    found = trend(RISING, PEOPLE)
    slope, error, dispersion = RISING_FIT
    width = max(1.959963984540054, t_quantile(0.95, 8) * math.sqrt(dispersion)) * error
    assert found.per_year.percent == pytest.approx(100 * math.expm1(slope), abs=1e-8)
    assert found.per_year.lower == pytest.approx(100 * math.expm1(slope - width), abs=1e-8)
    assert found.dispersion == pytest.approx(dispersion, abs=1e-8)


def test_agrees_with_statsmodels_for_months_with_season_and_shift() -> None:
    found = trend(
        MONTHS, None, TrendOptions(per_year=12, season="factor", shifts=(36,), autocorrelation=False)
    )
    slope, error, dispersion = MONTHS_FIT
    assert found.family == "poisson"
    assert found.dispersion == pytest.approx(dispersion, abs=1e-8)
    assert found.per_year.percent == pytest.approx(100 * math.expm1(12 * slope), abs=1e-8)
    assert found.per_year.upper == pytest.approx(
        100 * math.expm1(12 * (slope + 1.959963984540054 * error)), abs=1e-7
    )
    (shift,) = found.shifts
    value, shift_error = SHIFT_FIT
    assert shift.place == 36
    assert shift.ratio == pytest.approx(math.exp(value), rel=1e-8)
    assert shift.lower == pytest.approx(math.exp(value - 1.959963984540054 * shift_error), rel=1e-8)
    assert found.season[1, 0] / found.season[0, 0] == pytest.approx(math.exp(-0.12593474209673472), rel=1e-8)
    assert np.log(found.season[:, 0]).sum() == pytest.approx(0, abs=1e-12)
    total = math.log1p(found.total.percent / 100)
    assert math.log1p(found.total_with_shifts.percent / 100) == pytest.approx(total + value, abs=1e-9)


def test_agrees_with_statsmodels_for_waves() -> None:
    found = trend(MONTHS, None, TrendOptions(per_year=12, season="harmonics", autocorrelation=False))
    slope, error, dispersion = WAVES_FIT
    assert found.dispersion == pytest.approx(dispersion, abs=1e-8)
    assert math.log1p(found.per_year.lower / 100) / 12 == pytest.approx(
        slope - 1.959963984540054 * error, abs=1e-9
    )
    assert found.season.shape == (12, 3)


def test_agrees_with_statsmodels_for_the_negative_binomial() -> None:
    found = trend(SPREADING, None, TrendOptions(family="negative_binomial", autocorrelation=False))
    slope, error, alpha = SPREADING_FIT
    assert found.family == "negative_binomial"
    assert found.alpha == pytest.approx(alpha, rel=1e-8)
    assert found.dispersion == 1
    limit = 100 * math.expm1(slope - t_quantile(0.95, 38) * error)
    assert found.per_year.lower == pytest.approx(limit, abs=1e-8)


def test_the_negative_binomial_is_taken_where_the_spread_grows_with_the_square() -> None:
    rng = np.random.default_rng(1)
    mean = 20 * np.exp(0.03 * np.arange(100))
    squared = rng.poisson(rng.gamma(4, mean / 4)).astype(float)
    assert trend(squared).family == "negative_binomial"
    assert trend(drawn(rng, mean, 5)).family == "quasi_poisson"
    assert trend(drawn(rng, mean, 1)).family in {"poisson", "quasi_poisson"}
    assert trend(squared, None, TrendOptions(family="quasi_poisson")).family == "quasi_poisson"


def test_a_break_that_stops_hides_what_came_before() -> None:
    row = [500, 480, 510, 490, 30, 36, 43, 52, 62]
    found = trend(row, None, TrendOptions(stops=(4,)))
    alone = trend(row[4:])
    assert found.first == 4
    assert found.per_year == alone.per_year
    assert np.isnan(found.fitted[:4]).all()
    np.testing.assert_allclose(found.fitted[4:], alone.fitted, rtol=1e-9)
    assert trend(row, None, TrendOptions(stops=(6,))).reason is Reason.AFTER_BREAK


def test_a_break_that_shifts_leaves_the_slope_alone() -> None:
    row = [100, 110, 121, 133, 293, 322, 354, 390]
    found = trend(row, None, TrendOptions(shifts=(4,)))
    assert found.per_year.percent == pytest.approx(10, abs=0.5)
    assert found.shifts[0].ratio == pytest.approx(2, abs=0.05)
    assert found.shifts[0].lower < 2 < found.shifts[0].upper
    assert trend(row).per_year.percent > 20
    assert trend(row, None, TrendOptions(shifts=(7,))).reason is Reason.AFTER_BREAK
    assert trend([0, 0, 0, 0, 4, 5, 6, 7], None, TrendOptions(shifts=(4,))).reason is Reason.TOO_FEW_CASES


def test_a_shift_before_the_window_has_no_say() -> None:
    row = [100, 110, 121, 133, 293, 322, 354, 390]
    found = trend(row, None, TrendOptions(shifts=(2,), stops=(3,)))
    assert found.shifts == ()


def test_pandemic_years_can_turn_the_direction() -> None:
    row = [90, 96, 107, 115, 60, 40, 128, 141]
    both = trend_with_and_without(row, None, [place in (4, 5) for place in range(8)])
    assert (both.full.direction, both.without.direction, both.direction_differs) == (None, "up", True)
    assert not both.without.used[4]
    assert both.without.fitted[4] > 100
    assert trend_with_and_without(row, None, [True] * 8).direction_differs is None


def test_a_marked_period_is_shown_with_and_without() -> None:
    row = list(MONTHS)
    row[20] = 90
    found = trend(row, None, MONTHLY)
    assert np.flatnonzero(found.outlier).tolist() == [20]
    assert found.without_outliers is not None
    assert found.without_outliers.without_outliers is None
    assert found.without_outliers.per_year.percent != found.per_year.percent
    assert not found.without_outliers.used[20]


@pytest.mark.parametrize(
    ("row", "options", "reason"),
    [
        ([5] * 12, MONTHLY, Reason.TOO_FEW_PERIODS),
        ([5] * 14, TrendOptions(per_year=12, season="factor"), Reason.TOO_FEW_PERIODS),
        ([0, 3, 4] * 6, TrendOptions(per_year=3, season="factor"), Reason.TOO_FEW_CASES),
        ([None, 3, 4] * 6, TrendOptions(per_year=3, season="factor"), Reason.MISSING),
        ([0] * 36, MONTHLY, Reason.ALL_ZERO),
    ],
)
def test_what_the_settings_ask_too_much_of_has_a_reason(row: Any, options: Any, reason: Reason) -> None:
    found = trend(row, None, options)
    assert found.reason is reason
    assert np.isnan(found.fitted).all()
    assert found.direction is None


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (TrendOptions(level=1), "level must lie"),
        (TrendOptions(per_year=0), "per_year must be"),
        (TrendOptions(season="moon"), "season must be one of"),
        (TrendOptions(season="factor"), "at least 2 periods"),
        (TrendOptions(season="factor", per_year=52.18), "whole periods"),
        (TrendOptions(season="harmonics", per_year=12, harmonics=7), "harmonics must be"),
        (TrendOptions(family="normal"), "family must be one of"),
        (TrendOptions(shifts=(0,)), "a break must lie"),
        (TrendOptions(stops=(8,)), "a break must lie"),
        (TrendOptions(shifts=(3, 3)), "stated once"),
    ],
)
def test_wrong_settings_are_refused(options: TrendOptions, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        trend([5] * 8, None, options)


def test_all_waves_of_a_season_are_the_factor() -> None:
    one = trend(MONTHS, None, MONTHLY)
    other = trend(MONTHS, None, TrendOptions(per_year=12, season="harmonics", harmonics=6))
    assert one.per_year.percent == pytest.approx(other.per_year.percent, abs=1e-8)
    np.testing.assert_allclose(one.season, other.season, rtol=1e-8)


def test_the_unit_of_exposure_does_not_matter() -> None:
    one, other = trend(RISING, PEOPLE), trend(RISING, [1e6 * people for people in PEOPLE])
    assert one.per_year.percent == pytest.approx(other.per_year.percent, abs=1e-9)
    np.testing.assert_allclose(one.fitted, other.fitted, rtol=1e-10)


def test_weeks_with_waves_of_a_broken_length() -> None:
    rng = np.random.default_rng(2)
    place = np.arange(260)
    mean = 40 * np.exp(0.001 * place + 0.3 * np.cos(2 * np.pi * place / (365.25 / 7)))
    found = trend(
        drawn(rng, mean, 2), None, TrendOptions(per_year=365.25 / 7, season="harmonics", harmonics=1)
    )
    assert found.per_year.lower < 100 * math.expm1(0.001 * 365.25 / 7) < found.per_year.upper
    assert found.season.shape == (52, 3)
    assert found.season[0, 0] == pytest.approx(math.exp(0.3), rel=0.05)


def test_correlation_widens() -> None:
    rng = np.random.default_rng(3)
    row = drawn(rng, 50 * np.exp(0.3 * _wander(rng, 200, 0.7)), 1)
    wide, narrow = trend(row), trend(row, None, TrendOptions(autocorrelation=False))
    assert 0.4 < wide.autocorrelation < 0.8
    assert wide.widening == pytest.approx(widening(wide.autocorrelation))
    assert narrow.widening == 1
    assert wide.per_year.lower < narrow.per_year.lower
    assert wide.degrees == pytest.approx(198 / wide.widening)


@needs_crime
def test_national_months_fall_with_and_without_the_pandemic() -> None:
    expected = {"burglary": (-13.5, -12.4), "bike theft": (-7.1, -7.0), "assault": (-4.9, -4.6)}
    for kind, figures in expected.items():
        both = _national(kind)
        found = tuple(round(one.per_year.percent, 1) for one in (both.full, both.without))
        assert found == figures
        assert both.direction_differs is False
        assert both.full.direction == "down"
        assert both.full.widening > 1.9


def _national(kind: str) -> Any:
    with (CRIME / "nl_monthly_burglary_biketheft_assault_2012_2022.csv").open(encoding="utf-8") as file:
        row = [float(line["frequency"]) for line in csv.DictReader(file) if line["crime_type"] == kind]
    with (CRIME / "nl_monthly_population_2012_2022.csv").open(encoding="utf-8") as file:
        people = [float(line["population"]) for line in csv.DictReader(file)]
    months = min(len(row), len(people))
    return trend_with_and_without(
        row[:months], people[:months], [place >= 96 for place in range(months)], MONTHLY
    )


def _wander(rng: Any, periods: int, correlation: float) -> Any:
    noise = rng.normal(size=periods + 50)
    for place in range(1, len(noise)):
        noise[place] = correlation * noise[place - 1] + math.sqrt(1 - correlation**2) * noise[place]
    return noise[50:]


def _covers(found: Trend, slope: float, per_year: float) -> bool:
    return found.per_year.lower <= 100 * math.expm1(slope * per_year) <= found.per_year.upper


@pytest.mark.slow
@pytest.mark.parametrize("season", ["factor", "harmonics"])
@pytest.mark.parametrize("periods", [48, 120])
@pytest.mark.parametrize("mean", [2, 20, 200])
def test_intervals_cover_with_season(season: str, periods: int, mean: int) -> None:
    rng = np.random.default_rng([periods, mean])
    place = np.arange(periods)
    options = TrendOptions(per_year=12, season=season)
    expected = mean * np.exp(0.003 * (place - place.mean()) + 0.3 * np.cos(2 * np.pi * place / 12))
    hits: list[bool] = []
    for phi in (1, 1.5, 2, 3):
        found = [trend(drawn(rng, expected, phi), None, options) for _ in range(400)]
        hits.extend(_covers(one, 0.003, 12) for one in found if one.reason is Reason.JUDGED)
    assert 93 <= 100 * np.mean(hits) <= 97.5


@pytest.mark.slow
@pytest.mark.parametrize(("correlation", "least"), [(0.3, 0.92), (0.6, 0.89)])
def test_intervals_cover_where_months_depend_on_each_other(correlation: float, least: float) -> None:
    rng = np.random.default_rng(5)
    options = TrendOptions(per_year=12, season="harmonics")
    hits = [
        _covers(
            trend(drawn(rng, 50 * np.exp(0.25 * _wander(rng, 120, correlation)), 1), None, options), 0, 12
        )
        for _ in range(600)
    ]
    assert np.mean(hits) >= least


@pytest.mark.slow
def test_a_series_without_outliers_seldom_has_one_marked() -> None:
    rng = np.random.default_rng(6)
    for phi, most in ((1, 0.05), (2, 0.1)):
        found = [trend(drawn(rng, np.full(60, 20.0), phi)).outlier.any() for _ in range(300)]
        assert np.mean(found) <= most
