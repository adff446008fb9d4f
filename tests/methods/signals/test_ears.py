# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from baken.methods.reason import Reason
from baken.methods.signals.ears import EarsOptions, Method, ears

from .reference import (
    ALARM,
    UPPER,
    Floats,
    needs_reference,
    result,
    salmonella,
    salmonella_result,
    series,
)

METHODS: list[Method] = ["C1", "C2", "C3", "C3-lagged"]
WEEK = [3.0, 5, 4, 6, 2, 5, 3]


@needs_reference
def test_every_bound_and_alarm_of_the_reference_comes_out() -> None:
    counts = series("monthly")
    theirs = result("monthly_R_ears_c1", len(counts))
    ours = ears(counts, EarsOptions(alpha=0.01), 12)
    assert np.array_equal(ours.alarm, theirs[..., ALARM] == 1)
    # Eight digits are printed.
    assert np.allclose(ours.upper, theirs[..., UPPER], rtol=1e-7)


@needs_reference
@pytest.mark.parametrize(("label", "method"), [("C1", "C1"), ("C2", "C2"), ("C3", "C3-lagged")])
def test_a_real_series_gives_the_reference(label: str, method: Method) -> None:
    theirs = salmonella_result("earsC", label)
    ours = ears(salmonella(), EarsOptions(method), 52)
    assert np.array_equal(ours.alarm[0], theirs[:, 3] == 1)
    assert np.allclose(ours.upper[0], theirs[:, 2], rtol=1e-10, atol=1e-10)


@needs_reference
def test_the_published_third_method_looks_at_the_period_itself() -> None:
    alarms = [ears(salmonella(), EarsOptions(method), 52).alarm[0] for method in ("C3", "C3-lagged")]
    assert (alarms[0] != alarms[1]).sum() == 3
    assert not (alarms[1] & ~alarms[0]).any()


def test_the_bounds_by_hand() -> None:
    mean, sigma = 4.0, np.sqrt(2)
    assert np.std(WEEK, ddof=1) == pytest.approx(sigma)
    one = ears([[*WEEK, 9]], EarsOptions(alpha=0.01))
    assert one.upper[0, 0] == pytest.approx(mean + 2.3263479 * sigma)
    assert one.score[0, 0] == pytest.approx(5 / sigma)
    assert one.alarm[0, 0]
    two = ears([[*WEEK, 100, 100, 9]], EarsOptions("C2", 0.01))
    assert two.upper[0, 0] == one.upper[0, 0]
    # Earlier excess: C2 of the 4 before is 0, so the two earlier periods add nothing.
    three = ears([[4, 4, *WEEK, 4, 4, 9]], EarsOptions("C3", 0.01))
    assert three.upper[0, 0] == pytest.approx(mean + sigma * (1 + 2.3263479))
    assert three.score[0, 0] == pytest.approx(5 / sigma - 1)
    loud = ears([[4, 4, *WEEK, 90, 90, 0]], EarsOptions("C3", 0.01))
    assert loud.upper[0, 0] == -1
    assert loud.alarm[0, 0]


def test_a_baseline_without_spread_has_its_mean_as_bound_unless_there_is_a_floor() -> None:
    counts = [[2.0] * 7 + [3]]
    assert ears(counts).alarm[0, 0]
    assert ears(counts).upper[0, 0] == 2
    assert not ears(counts, EarsOptions(least_sigma=1.0)).alarm[0, 0]
    assert ears([[2.0] * 8]).score[0, 0] == 0


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (-1, np.nan, Reason.MISSING),
        (-1, -3, Reason.NEGATIVE),
        (-1, 2.5, Reason.FRACTIONAL),
        (-1, np.inf, Reason.INFINITE),
        (-1, 1e300, Reason.TOO_LARGE),
        (-5, -3, Reason.NEGATIVE),
        (-5, np.nan, Reason.JUDGED),
        (-5, 1e9, Reason.JUDGED),
        (0, -3, Reason.JUDGED),
    ],
)
def test_bad_figures_get_a_reason(method: Method, place: int, value: float, reason: Reason) -> None:
    counts = np.array([WEEK * 4, WEEK * 4])
    counts[1, place] = value
    table = ears(counts, EarsOptions(method))
    assert table.reason[:, 0].tolist() == [Reason.JUDGED, reason]
    assert np.isnan(table.upper[1, 0]) == (reason != Reason.JUDGED)


def test_too_short_series_and_hollow_baselines_are_not_judged() -> None:
    assert ears([WEEK[:3]]).reason[0, 0] == Reason.TOO_FEW_PERIODS
    hollow = [np.nan, np.nan, np.nan, np.nan, 1, 2, 3, 4]
    assert ears([hollow]).reason[0, 0] == Reason.TOO_FEW_PERIODS
    assert ears([[*WEEK, 4, np.nan, 4]], EarsOptions("C3")).reason[0, 0] == Reason.TOO_FEW_PERIODS


@pytest.mark.parametrize(
    "settings", [{"method": "C4"}, {"alpha": 0.0}, {"alpha": 0.6}, {"baseline": 2}, {"least_sigma": -1.0}]
)
def test_wrong_settings_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        replace(EarsOptions(), **settings)  # type: ignore[arg-type]


@given(
    arrays(np.float64, (3, 16), elements=st.sampled_from([0.0, 0, 1, 2, 9, 1e9, np.nan, -1, 0.5, np.inf])),
    st.sampled_from(METHODS),
)
def test_judged_means_a_bound_and_company_does_not_matter(counts: Floats, method: Method) -> None:
    table = ears(counts, EarsOptions(method), 6)
    judged = table.reason == 0
    assert np.array_equal(~np.isnan(table.upper), judged)
    assert np.array_equal(~np.isnan(table.score), judged)
    assert not table.alarm[~judged].any()
    more = ears(np.concatenate([np.zeros((2, 16)), counts[::-1]]), EarsOptions(method), 6)
    assert np.array_equal(more.upper[:1:-1], table.upper, equal_nan=True)
    assert np.array_equal(more.alarm[:1:-1], table.alarm)
