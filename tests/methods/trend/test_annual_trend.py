# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.reason import Reason
from baken.methods.trend._student import t_quantile
from baken.methods.trend.annual_trend import annual_trend, annual_trend_with_and_without
from baken.methods.trend.regression import trend

from .series import (
    FALLING,
    FALLING_FIT,
    PEOPLE,
    RISING,
    RISING_FIT,
    RISING_FITTED,
    THIRD_YEAR,
    drawn,
)

stats: Any = pytest.importorskip("scipy.stats")  # untyped, and a test-only import

counts = st.lists(st.one_of(st.none(), st.integers(0, 5000)), min_size=4, max_size=15)


def test_agrees_with_statsmodels() -> None:
    slope, error, dispersion = RISING_FIT
    found = annual_trend(RISING, PEOPLE)
    assert found.dispersion == pytest.approx(dispersion, abs=1e-8)
    assert found.fitted == pytest.approx(RISING_FITTED, rel=1e-8)
    width = max(1.959963984540054, stats.t.ppf(0.975, 8) * math.sqrt(dispersion)) * error
    limits = [100 * math.expm1(slope + side * width) for side in (0, -1, 1)]
    change = found.per_year
    assert [change.percent, change.lower, change.upper] == pytest.approx(limits, abs=1e-8)
    assert found.direction == "up"
    assert found.family == "quasi_poisson"


def test_agrees_with_statsmodels_without_exposure() -> None:
    slope, error, dispersion = FALLING_FIT
    found = annual_trend(FALLING)
    # 2.2281 sqrt(0.716) = 1.885 < 1.96: chance in the counts alone gives the wider interval.
    assert found.family == "poisson"
    assert found.phi == 1
    assert found.dispersion == pytest.approx(dispersion, abs=1e-8)
    assert found.per_year.upper == pytest.approx(
        100 * math.expm1(slope + 1.959963984540054 * error), abs=1e-8
    )
    assert found.direction == "down"
    assert found.total.percent == pytest.approx(100 * math.expm1(11 * slope), abs=1e-8)


def test_the_score_is_the_studentised_likelihood_residual() -> None:
    leverage, deviance, pearson = THIRD_YEAR
    found = annual_trend(RISING, PEOPLE)
    residual = math.sqrt(deviance**2 + pearson**2 * leverage / (1 - leverage))
    rest = (RISING_FIT[2] * 8 - pearson**2 / (1 - leverage)) / 7
    assert found.score[2] == pytest.approx(-residual / math.sqrt(max(1, rest)), abs=1e-8)


def test_leaving_a_year_out_changes_the_deviance_by_about_its_score() -> None:
    row = [30, 34, 28, 33, 70, 35, 31, 37, 36]
    found = annual_trend(row)
    without = annual_trend(row, excluded=[place == 4 for place in range(9)])
    assert found.outlier == tuple(place == 4 for place in range(9))
    assert found.without_outliers == without.per_year
    deviance = [
        2
        * math.fsum(
            y * math.log(y / mean) - (y - mean)
            for place, (y, mean) in enumerate(zip(row, one.fitted, strict=True))
            if place != 4 or one is found
        )
        for one in (found, without)
    ]
    assert found.score[4] ** 2 * without.phi == pytest.approx(deviance[0] - deviance[1], rel=0.1)


def test_equal_growth_is_found_exactly() -> None:
    found = annual_trend([100, 200, 400, 800, 1600])
    assert found.per_year.percent == pytest.approx(100)
    assert found.total.percent == pytest.approx(1500)
    assert found.fitted == pytest.approx([100, 200, 400, 800, 1600])


@given(counts, st.floats(1, 1000))
def test_agrees_with_the_regression(row: list[int | None], scale: float) -> None:
    people = [scale * (1 + place % 3) for place in range(len(row))]
    plain, full = annual_trend(row, people), trend(row, people)
    assert plain.reason is full.reason
    if plain.reason is not Reason.JUDGED:
        return
    for one, other in ((plain.per_year, full.per_year), (plain.total, full.total)):
        # On the log scale: limits without a bound in practice are equal as far as a float can tell.
        ours = [math.log1p(limit / 100) if limit > -100 else -math.inf for limit in (one.percent, one.lower)]
        theirs = [math.log1p(x / 100) if x > -100 else -math.inf for x in (other.percent, other.lower)]
        assert ours == pytest.approx(theirs, rel=1e-8, abs=1e-8)
    np.testing.assert_allclose(plain.fitted, full.fitted, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(plain.score, full.score, rtol=1e-6, atol=1e-6)
    assert plain.dispersion == pytest.approx(full.dispersion, rel=1e-8, abs=1e-8)
    assert plain.direction == full.direction
    assert plain.family == full.family
    assert plain.outlier == tuple(full.outlier)


@given(counts)
def test_running_backwards_turns_the_direction_round(row: list[int | None]) -> None:
    there, back = annual_trend(row), annual_trend(row[::-1])
    assert there.reason is back.reason
    turned = {"up": "down", "down": "up", None: None}
    assert back.direction == turned[there.direction]
    if there.reason is Reason.JUDGED:
        assert there.per_year.lower <= there.per_year.percent <= there.per_year.upper


def test_a_missing_year_is_left_out_and_still_fitted() -> None:
    found = annual_trend([10, None, 40, 80, 160])
    assert found.per_year.percent == pytest.approx(100)
    assert found.fitted[1] == pytest.approx(20)
    assert math.isnan(found.score[1])
    assert found.degrees == 2


def test_with_and_without_the_excluded_years() -> None:
    row = [100, 102, 99, 101, 60, 40, 98, 103]
    both = annual_trend_with_and_without(row, None, [place in (4, 5) for place in range(8)])
    assert both.full.direction is None
    assert both.without.direction is None
    assert both.direction_differs is False
    steady = annual_trend_with_and_without(
        [90, 96, 107, 115, 60, 40, 128, 141], None, [place in (4, 5) for place in range(8)]
    )
    assert (steady.full.direction, steady.without.direction) == (None, "up")
    assert steady.direction_differs is True
    assert annual_trend_with_and_without(row, None, [True] * 8).direction_differs is None


@pytest.mark.parametrize(
    ("row", "people", "reason"),
    [
        ([0, 0, 0, 0, 0], None, Reason.ALL_ZERO),
        ([5, 6, 7], None, Reason.TOO_FEW_PERIODS),
        ([], None, Reason.TOO_FEW_PERIODS),
        ([5, 6, None, 7], None, Reason.MISSING),
        ([math.nan] * 6, None, Reason.MISSING),
        ([5, 6, 7, -1], None, Reason.NEGATIVE),
        ([5, 6, 7, 8.5], None, Reason.FRACTIONAL),
        ([5, 6, 7, math.inf], None, Reason.INFINITE),
        ([5, 6, 7, 1e17], None, Reason.TOO_LARGE),
        ([5, 6, 7, 8], [1, 1, 0, 1], Reason.NO_POPULATION),
        ([5, 6, 7, 8], [1, 1, -3, 1], Reason.NO_POPULATION),
        ([5, 6, 7, 8], [1, 1, math.inf, 1], Reason.INFINITE),
        ([5, 6, 7, 8], [1, 1, None, 1], Reason.MISSING),
        ([5, 0, 0, 0], None, Reason.NO_CONVERGENCE),
    ],
)
def test_bad_figures_give_a_reason_and_no_number(row: Any, people: Any, reason: Reason) -> None:
    for found in (annual_trend(row, people), trend(row, people)):
        assert found.reason is reason
        assert math.isnan(found.per_year.percent)
        assert math.isnan(found.phi)
        assert found.direction is None
        assert not any(found.outlier)
        assert all(map(math.isnan, found.fitted))


def test_a_wild_figure_is_marked() -> None:
    found = annual_trend([1000, 1010, 1_000_000_000, 990, 1005, 1003, 1001])
    assert found.reason is Reason.JUDGED
    assert found.outlier == (False, False, True, False, False, False, False)
    assert found.without_outliers is not None
    assert abs(found.without_outliers.percent) < 1
    assert found.direction is None


def test_wrong_settings_are_refused() -> None:
    with pytest.raises(ValueError, match="level must lie between"):
        annual_trend([1, 2, 3, 4], level=2)
    with pytest.raises(ValueError, match="one per period"):
        annual_trend([1, 2, 3, 4], [1, 2, 3])


def test_needs_no_numpy() -> None:
    code = (
        "import sys\n"
        "from baken.methods.trend.annual_trend import annual_trend\n"
        "from baken.methods.trend.overdispersion import overdispersion\n"
        "annual_trend([10, 12, 15, 11, 19]); overdispersion([[10, 12, 15, 11, 19]] * 4)\n"
        "assert not {'numpy', 'scipy'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("level", [0.5, 0.9, 0.95, 0.999, 1 - 1e-6])
@pytest.mark.parametrize("degrees", [0.7, 1, 2, 5, 30.5, 1e4])
def test_the_t_quantile_agrees_with_scipy(level: float, degrees: float) -> None:
    assert t_quantile(level, degrees) == pytest.approx(stats.t.isf((1 - level) / 2, degrees), rel=1e-9)


@pytest.mark.slow
@pytest.mark.parametrize(("periods", "highest"), [(5, 99.5), (8, 98.6), (12, 98.1)])
@pytest.mark.parametrize("mean", [2, 5, 20, 200])
def test_intervals_cover_and_no_trend_gives_no_direction(periods: int, highest: float, mean: int) -> None:
    rng = np.random.default_rng([periods, mean])
    for phi in (1, 1.5, 2, 3):
        rows = [drawn(rng, np.full(periods, mean), phi) for _ in range(2000)]
        judged = [found for row in rows if (found := annual_trend(row)).reason is Reason.JUDGED]
        cover = 100 * np.mean([found.per_year.lower <= 0 <= found.per_year.upper for found in judged])
        # Never below 93; above 97 only where nobody can know that the counts are pure Poisson.
        assert 93 <= cover <= highest, (phi, cover)
