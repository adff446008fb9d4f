# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from baken.methods.reason import Reason
from baken.methods.signals.farrington import FARRINGTON_1996, farrington

from .reference import ALARM, UPPER, Floats, apart, needs_reference, result, series

SHORT = replace(FARRINGTON_1996, per_year=4, years_back=3, fewest_cases=0)


@needs_reference
def test_every_bound_and_alarm_of_the_reference_comes_out() -> None:
    counts = series("monthly")
    theirs = result("monthly_R_farrington96", len(counts))
    signals = farrington(counts, monitored=12).signals
    judged = signals.reason == 0
    # The reference prints a bound of 0 where there are too few cases.
    assert np.array_equal(~judged, theirs[..., UPPER] == 0)
    assert (signals.reason[~judged] == Reason.TOO_FEW_CASES).all()
    assert np.array_equal(signals.alarm, theirs[..., ALARM] == 1)
    assert apart(signals.upper[judged], theirs[..., UPPER][judged]).max() < 1e-6


def test_a_small_series_by_hand() -> None:
    # Equal years: no slope, no dispersion. The bound is two-sided: 0.005 above it.
    year = [4, 6, 5, 9]
    table = farrington([year * 3 + [4, 30]], SHORT, 1)
    past = np.array([4, 6, 5] * 3)
    assert table.signals.expected[0, 0] == pytest.approx(5)
    assert not table.trend[0, 0]
    assert past.sum() == 45
    spread = 1 + 5 / 45
    upper = 5 * (1 + 2 / 3 * 2.5758293 * np.sqrt(spread / 5)) ** 1.5
    assert table.signals.upper[0, 0] == pytest.approx(upper, rel=1e-6)
    assert table.signals.alarm[0, 0]


def test_a_steady_rise_keeps_its_trend_unless_it_leads_above_all_that_was() -> None:
    rise = np.round(40 * np.exp(0.1 * np.arange(14)))
    assert not farrington([rise], SHORT, 1).trend[0, 0]
    assert farrington([rise[::-1]], SHORT, 1).trend[0, 0]
    assert not farrington([rise[::-1]], replace(SHORT, years_back=2), 1).trend[0, 0]


@given(
    arrays(
        np.float64, (3, 18), elements=st.sampled_from([0.0, 1, 2, 3, 7, 60, 1e9, np.nan, -2, 1.5, np.inf])
    ),
    st.integers(1, 6),
)
def test_every_judged_figure_is_a_number(counts: Floats, monitored: int) -> None:
    table = farrington(counts, SHORT, monitored, threads=1)
    judged = table.signals.reason == 0
    assert np.array_equal(np.isfinite(table.signals.upper), judged)
    assert np.array_equal(np.isfinite(table.signals.p), judged)
    assert not table.signals.alarm[~judged].any()


def test_options_that_are_not_its_own_are_put_right() -> None:
    counts = np.random.default_rng(1).poisson(8, (3, 80))
    one = farrington(counts, FARRINGTON_1996, 2)
    other = farrington(counts, replace(FARRINGTON_1996, relative_error=True, threshold="muan"), 2, threads=2)
    assert np.array_equal(one.signals.upper, other.signals.upper)
