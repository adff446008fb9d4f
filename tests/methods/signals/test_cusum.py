# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from baken.methods.reason import Reason
from baken.methods.signals.cusum import CusumOptions, cusum

from .reference import Floats

FLAT = CusumOptions(harmonics=0)
MONTHS = CusumOptions(per_year=12)


def test_sums_by_hand() -> None:
    # Expected 4; 9 becomes (9 - 12 + 12) / 4 = 2.25, 4 becomes 0.
    table = cusum([[4.0] * 20 + [9, 4, 9, 9, 4]], replace(FLAT, reference=1.0, limit=2.0), 5)
    assert table.expected == pytest.approx(np.full((1, 5), 4))
    assert table.score[0] == pytest.approx([1.25, 0.25, 1.5, 2.75, 0], abs=1e-9)
    assert table.alarm[0].tolist() == [False, False, False, True, False]
    # 12 would become (0 + 4 sqrt(12)) / 4 = 3.46, 11 becomes 3.07 and 10 becomes 2.66; 3 is needed at first.
    assert table.upper[0, 0] == 10


def test_the_bound_is_the_highest_count_without_an_alarm() -> None:
    counts = np.random.default_rng(2).poisson(np.array([[0.4], [3], [40], [1e6]]), (4, 60)).astype(float)
    table = cusum(counts, MONTHS, 1)
    for extra, alarm in ((0, False), (1, True)):
        counts[:, -1] = table.upper[:, 0] + extra
        assert (cusum(counts, MONTHS, 1).alarm == alarm).all()


def test_season_and_population_enter_the_expected_count() -> None:
    time = np.arange(72)
    wave = np.round(100 * np.exp(0.5 * np.cos(2 * np.pi * (time + 1) / 12)))
    table = cusum(wave[None], MONTHS, 12)
    assert table.expected[0] == pytest.approx(wave[-12:], rel=0.01)
    assert not table.alarm.any()
    people = np.where(time < 71, 1000.0, 2000.0)
    twice = cusum(wave[None], MONTHS, 1, people[None])
    assert twice.expected[0, 0] == pytest.approx(2 * wave[-1], rel=0.01)


@pytest.mark.slow
def test_steady_poisson_counts_run_as_long_as_published() -> None:
    # Rossi and others give a reference value and limit for an average run of 500 periods.
    counts = np.random.default_rng(5).poisson(30, (300, 3000)).astype(float)
    table = cusum(counts, FLAT, 2000)
    assert 430 < table.alarm.size / table.alarm.sum() < 600


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (-1, np.nan, Reason.MISSING),
        (-1, -1, Reason.NEGATIVE),
        (-1, 0.5, Reason.FRACTIONAL),
        (-1, np.inf, Reason.INFINITE),
        (-1, 1e18, Reason.TOO_LARGE),
        (-30, 0.5, Reason.FRACTIONAL),
        (-30, np.nan, Reason.JUDGED),
        (-30, 1e9, Reason.NO_CONVERGENCE),
        (-1, 1e9, Reason.JUDGED),
    ],
)
def test_bad_figures_get_a_reason(place: int, value: float, reason: Reason) -> None:
    counts = np.random.default_rng(4).poisson(6, (3, 60)).astype(float)
    counts[1, place] = value
    table = cusum(counts, MONTHS, 2)
    assert table.reason[1, 1] == reason
    assert np.isfinite(table.upper[1, 1]) == (reason == Reason.JUDGED)
    assert (table.reason[[0, 2]] == 0).all()


def test_a_missing_period_leaves_the_sum_as_it_was() -> None:
    counts = [4.0] * 20 + [9, np.nan, 4]
    table = cusum([counts], replace(FLAT, reference=0.5), 3)
    plain = cusum([counts[:21] + counts[22:]], replace(FLAT, reference=0.5), 2)
    assert table.reason[0].tolist() == [0, Reason.MISSING, 0]
    assert table.score[0, 2] == plain.score[0, 1]


def test_empty_and_short_series_are_not_judged() -> None:
    assert cusum(np.zeros((1, 40)), MONTHS, 2).reason[0, 0] == Reason.ALL_ZERO
    assert cusum(np.ones((1, 10)), MONTHS, 2).reason[0, 0] == Reason.TOO_FEW_PERIODS
    assert cusum(np.ones((1, 10)), FLAT, 10).reason[0, 0] == Reason.TOO_FEW_PERIODS


@pytest.mark.parametrize("wrong", [{"limit": 0.0}, {"reference": -1.0}, {"per_year": 1}, {"harmonics": -1}])
def test_wrong_settings_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        cusum(np.ones((1, 30)), replace(MONTHS, **wrong), 1)  # type: ignore[arg-type]


@settings(max_examples=40)
@given(arrays(np.float64, (3, 24), elements=st.sampled_from([0.0, 0, 1, 2, 9, 1e9, np.nan, -1, 0.5])))
def test_judged_means_a_number_whatever_the_company_or_the_threads(counts: Floats) -> None:
    options = CusumOptions(per_year=4)
    alone = cusum(counts, options, 5, threads=1)
    judged = alone.reason == 0
    assert np.array_equal(np.isfinite(alone.upper), judged)
    assert np.array_equal(alone.alarm[judged], (alone.observed > alone.upper)[judged])
    mixed = cusum(np.concatenate([counts[::-1], np.zeros((2, 24))]), options, 5, threads=3)
    assert np.array_equal(mixed.score[2::-1], alone.score, equal_nan=True)
