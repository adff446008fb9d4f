# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from baken.methods.rates.rounding import half_up
from baken.methods.survey.share_interval import margin, respondents_needed, share_interval

stats: Any = pytest.importorskip("scipy.stats")  # untyped, and a test-only import

shares = st.floats(0, 1)
respondents = st.integers(1, 1_000_000)
levels = st.floats(0.5, 0.999)


@pytest.mark.parametrize(("n", "points"), [(300, 4.4), (750, 2.8), (1000, 2.4), (2000, 1.7), (4000, 1.2)])
def test_survey_margins_at_18_7_percent(n: Any, points: float) -> None:
    assert half_up(100 * margin(0.187, n), 1) == points


@pytest.mark.parametrize(
    ("one", "other", "needed"),
    [
        (20.5, 18.7, 3735),
        (24.2, 20.5, 973),
        (24.2, 18.7, 427),
        (38.5, 39.8, 10829),
        (34.6, 39.8, 662),
    ],
)
def test_respondents_needed_per_wave(one: float, other: float, needed: int) -> None:
    assert respondents_needed(one / 100, other / 100) == needed
    assert respondents_needed(other / 100, one / 100) == needed


@pytest.mark.parametrize(
    ("hits", "n", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_published_wilson_limits_of_newcombe(hits: int, n: Any, lower: float, upper: float) -> None:
    interval = share_interval(hits / n, n)
    assert (interval.lower, interval.upper) == pytest.approx((lower, upper), abs=5e-5)


@given(st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), levels)
def test_agrees_with_scipy(answers: tuple[int, int], level: float) -> None:
    hits, n = answers
    expected = stats.binomtest(hits, n).proportion_ci(level, method="wilson")
    interval = share_interval(hits / n, n, level)
    assert (interval.lower, interval.upper) == pytest.approx((expected.low, expected.high), abs=1e-9)


@given(shares, respondents, levels, st.floats(0.5, 5))
def test_the_interval_holds_the_share_and_stays_within_bounds(
    share: Any, n: Any, level: float, effect: float
) -> None:
    interval = share_interval(share, n, level, effect)
    assert interval.judged
    assert 0 <= interval.lower <= share <= interval.upper <= 1


@given(shares, respondents, levels, levels)
def test_a_higher_level_gives_a_wider_interval(share: Any, n: Any, one: float, other: float) -> None:
    narrow, wide = (share_interval(share, n, level) for level in sorted((one, other)))
    assert wide.lower <= narrow.lower + 1e-12
    assert narrow.upper <= wide.upper + 1e-12


@given(shares, respondents, levels)
def test_the_complement_mirrors_the_interval(share: Any, n: Any, level: float) -> None:
    interval, mirror = share_interval(share, n, level), share_interval(1 - share, n, level)
    assert (interval.lower, interval.upper) == pytest.approx((1 - mirror.upper, 1 - mirror.lower), abs=1e-9)


def test_coverage_at_18_7_percent() -> None:
    n, share = 300, 0.187
    limits = [share_interval(hits / n, n) for hits in range(n + 1)]
    inside = [stats.binom.pmf(hits, n, share) for hits, i in enumerate(limits) if i.lower <= share <= i.upper]
    assert sum(inside) == pytest.approx(0.955, abs=5e-4)


def test_a_design_effect_divides_the_respondents() -> None:
    assert share_interval(0.187, 3000, design_effect=1.5) == share_interval(0.187, 2000)
    assert margin(0.187, 3000, design_effect=1.5) == margin(0.187, 2000)
    assert respondents_needed(0.205, 0.187, design_effect=2) in (7469, 7470)


@pytest.mark.parametrize(("share", "n"), [(0.187, None), (0.187, math.nan), (math.nan, 1000), (None, 1000)])
def test_without_respondents_or_share_there_is_no_interval(share: Any, n: Any) -> None:
    interval = share_interval(share, n)
    assert not interval.judged
    assert math.isnan(interval.lower)
    assert math.isnan(interval.upper)
    assert math.isnan(interval.effective_n)
    assert math.isnan(margin(share, n))


@given(shares, shares)
def test_respondents_needed_is_the_smallest_number(one: float, other: float) -> None:
    assume(abs(one - other) > 1e-4)
    needed = respondents_needed(one, other)

    def z(n: Any) -> float:
        error = math.sqrt((one * (1 - one) + other * (1 - other)) / n)
        return math.inf if error == 0 else abs(one - other) / error

    assert z(needed) >= 1.959963 * (1 - 1e-9)
    assert needed == 1 or z(needed - 1) <= 1.959965


@pytest.mark.parametrize("function", [share_interval, margin])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((18.7, 1000), r"share must be a fraction from 0 to 1; got 18.7 \(a percentage\?\)"),
        ((-0.1, None), "share must be a fraction from 0 to 1"),
        ((0.187, 0), "n must be a positive number; got 0"),
        ((0.187, 1000, 95), "level must lie between 0 and 1"),
        ((0.187, None, 0.95, 0), "design_effect must be a positive number"),
    ],
)
def test_mistakes_raise(function: Any, arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        function(*arguments)


@pytest.mark.parametrize(("one", "other"), [(0.2, 0.2), (math.nan, 0.2), (0.2, math.nan)])
def test_equal_or_missing_shares_need_no_number(one: float, other: float) -> None:
    with pytest.raises(ValueError, match="two different shares are needed"):
        respondents_needed(one, other)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((20.5, 0.187), "share must be a fraction"),
        ((0.205, 18.7), "share must be a fraction"),
        ((0.205, 0.187, 0), "level must lie between 0 and 1"),
        ((0.205, 0.187, 0.95, -1), "design_effect must be a positive number"),
    ],
)
def test_mistakes_in_respondents_needed_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        respondents_needed(*arguments)
