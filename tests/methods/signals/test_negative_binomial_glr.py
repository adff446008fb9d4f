# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import minimize
from scipy.special import gammaln

from baken.methods.reason import Reason
from baken.methods.signals.negative_binomial_glr import GlrOptions, negative_binomial_glr

from .reference import Floats, needs_reference, salmonella, salmonella_result

FLAT = GlrOptions(harmonics=0, trend=False, alpha=0.0)
MONTHS = GlrOptions(per_year=12)


def made(rows: int = 5, periods: int = 72) -> Floats:
    random = np.random.default_rng(8)
    wave = np.exp(0.5 * np.cos(np.arange(periods) / 12 * 2 * np.pi))
    return random.negative_binomial(4, 4 / (4 + 9 * wave), (rows, periods)).astype(float)


@needs_reference
def test_a_real_series_gives_the_reference() -> None:
    theirs = salmonella_result("glrnb")
    ours = negative_binomial_glr(salmonella(), monitored=52)
    assert np.array_equal(ours.signals.alarm[0], theirs[:, 3] == 1)
    assert np.allclose(ours.signals.score[0], theirs[:, 2], rtol=1e-9, atol=1e-10)


def test_poisson_counts_by_hand() -> None:
    counts = [[2.0] * 10 + [4, 6, 1, 2]]
    signals = negative_binomial_glr(counts, replace(FLAT, limit=3.0), 4).signals
    assert signals.expected == pytest.approx(np.full((1, 4), 2))
    first = 4 * np.log(2) - 2
    second = max(6 * np.log(3) - 4, 10 * np.log(2.5) - 6)
    # The second is an alarm, after which everything starts anew.
    assert signals.score[0] == pytest.approx([first, second, 0, 0], abs=1e-12)
    assert signals.alarm[0].tolist() == [False, True, False, False]
    assert 6 * np.log(3) - 4 < 3 < 7 * np.log(3.5) - 5
    assert signals.upper[0, 0] == 6


def test_the_fit_is_the_most_likely_one() -> None:
    counts = made(1)[0]
    table = negative_binomial_glr(counts[None], MONTHS, 12)
    time = np.arange(72.0)
    angle = 2 * np.pi * (time + 1) / 12
    design = np.column_stack([np.ones(72), time / 12, np.cos(angle), np.sin(angle)])
    past = counts[:60]

    def unlikely(given: Floats) -> float:
        theta, mean = np.exp(given[4]), np.exp(design[:60] @ given[:4])
        return float(
            -(gammaln(past + theta) - gammaln(theta) + theta * np.log(theta) + past * np.log(mean)).sum()
            + ((past + theta) * np.log(mean + theta)).sum()
        )

    best = minimize(unlikely, [2, 0, 0, 0, 1], method="BFGS", options={"gtol": 1e-7}).x
    assert table.alpha[0] == pytest.approx(np.exp(-best[4]), rel=1e-4)
    assert table.signals.expected[0] == pytest.approx(np.exp(design[60:] @ best[:4]), rel=1e-4)


def test_the_bound_is_the_highest_count_without_an_alarm() -> None:
    counts = made()
    signals = negative_binomial_glr(counts, MONTHS, 1).signals
    for extra, alarm in ((0, False), (1, True)):
        counts[:, -1] = signals.upper[:, 0] + extra
        assert (negative_binomial_glr(counts, MONTHS, 1).signals.alarm == alarm).all()


def test_a_lasting_rise_is_found_and_a_window_forgets() -> None:
    counts = np.full((1, 60), 4.0)
    counts[0, 40:] = 6
    long = negative_binomial_glr(counts, replace(FLAT, limit=3), 20).signals
    short = negative_binomial_glr(counts, replace(FLAT, limit=3, window=2), 20).signals
    assert long.alarm.any()
    assert not short.alarm.any()


def test_population_scales_the_expected_count() -> None:
    people = np.full((1, 30), 1000.0)
    people[0, -1] = 3000
    table = negative_binomial_glr(np.full((1, 30), 5.0), FLAT, 1, people)
    assert table.signals.expected[0, 0] == pytest.approx(15)


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (-1, np.nan, Reason.MISSING),
        (-1, -1, Reason.NEGATIVE),
        (-1, 0.5, Reason.FRACTIONAL),
        (-1, np.inf, Reason.INFINITE),
        (-1, 1e18, Reason.TOO_LARGE),
        (-30, -1, Reason.NEGATIVE),
        (-30, np.nan, Reason.JUDGED),
        (-30, 1e9, Reason.NO_CONVERGENCE),
        (-1, 1e9, Reason.JUDGED),
    ],
)
def test_bad_figures_get_a_reason(place: int, value: float, reason: Reason) -> None:
    counts = made()
    counts[3, place] = value
    signals = negative_binomial_glr(counts, MONTHS, 2).signals
    assert signals.reason[3, 1] == reason
    assert np.isfinite(signals.upper[3, 1]) == (reason == Reason.JUDGED)
    assert (np.delete(signals.reason, 3, axis=0) == 0).all()


def test_empty_and_short_series_are_not_judged() -> None:
    counts = np.zeros((2, 40))
    counts[1] = np.nan
    counts[1, -5:] = 2
    reasons = negative_binomial_glr(counts, MONTHS, 3).signals.reason
    assert reasons[:, 0].tolist() == [Reason.ALL_ZERO, Reason.TOO_FEW_PERIODS]
    assert (negative_binomial_glr(np.ones((1, 5)), FLAT, 5).signals.reason == Reason.TOO_FEW_PERIODS).all()


@pytest.mark.parametrize(
    "wrong", [{"limit": 0.0}, {"alpha": -1.0}, {"window": -1}, {"per_year": 1}, {"harmonics": 40}]
)
def test_wrong_settings_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        negative_binomial_glr(made(), replace(MONTHS, **wrong), 1)  # type: ignore[arg-type]


@settings(max_examples=30)
@given(arrays(np.float64, (3, 30), elements=st.sampled_from([0.0, 0, 1, 2, 5, 30, 1e9, np.nan, -1, 0.5])))
def test_judged_means_a_number_whatever_the_company_or_the_threads(counts: Floats) -> None:
    options = GlrOptions(per_year=4)
    alone = negative_binomial_glr(counts, options, 4, threads=1)
    judged = alone.signals.reason == 0
    assert np.array_equal(np.isfinite(alone.signals.upper), judged)
    assert np.array_equal(np.isfinite(alone.signals.score), judged)
    assert not alone.signals.alarm[~judged].any()
    mixed = negative_binomial_glr(np.concatenate([counts[::-1], made(2, 30)]), options, 4, threads=3)
    assert np.array_equal(mixed.signals.score[2::-1], alone.signals.score, equal_nan=True)
    assert np.array_equal(mixed.alpha[2::-1], alone.alpha, equal_nan=True)
