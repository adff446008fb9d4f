# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.rates.rate_change import rate_change
from baken.methods.rates.rounding import half_up

stats: Any = pytest.importorskip("scipy.stats")  # untyped, and a test-only import

counts = st.integers(0, 100_000)
people = st.integers(1_000, 1_000_000)
levels = st.floats(0.8, 0.99)


def test_the_published_example_of_r_poisson_test() -> None:
    # poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)): ratio 1.971488, 0.8584264 to 4.2772659.
    change = rate_change((21, 11), (3011, 800))
    assert change.ratio == pytest.approx(1.971488, abs=5e-7)
    assert (change.ratio_lower, change.ratio_upper) == pytest.approx((0.8584264, 4.2772659), abs=5e-7)
    assert change.excludes_no_change is False


def test_a_clear_fall() -> None:
    change = rate_change((3511, 1539), (122_753, 120_227))
    assert change.judged
    assert change.excludes_no_change is True
    assert half_up(change.percent, 1) == -55.2
    assert change.percent_lower < change.percent < change.percent_upper < 0


@given(counts, counts, people, people, levels)
def test_agrees_with_clopper_pearson(
    before: float, after: float, people_before: int, people_after: int, level: float
) -> None:
    change = rate_change((before, after), (people_before, people_after), level=level)
    if before + after == 0:
        assert not change.judged
        return
    test = stats.binomtest(before, before + after).proportion_ci(level, method="exact")
    exposure = people_before / people_after
    expected = [math.inf if p == 0 else (1 - p) / p * exposure for p in (test.high, test.low)]
    assert [change.ratio_lower, change.ratio_upper] == pytest.approx(expected, rel=1e-6, abs=1e-12)


@given(counts, counts, people, people, st.floats(1, 20))
def test_swapping_the_periods_inverts_the_interval(
    before: float, after: float, people_before: int, people_after: int, phi: float
) -> None:
    there = rate_change((before, after), (people_before, people_after), overdispersion=phi)
    back = rate_change((after, before), (people_after, people_before), overdispersion=phi)
    assert there.judged is back.judged is (before + after > 0)
    assert there.difference == -back.difference
    if there.judged:
        with np.errstate(divide="ignore"):
            inverted = 1 / np.array([back.ratio_upper, back.ratio, back.ratio_lower])
        ours = [there.ratio_lower, there.ratio, there.ratio_upper]
        np.testing.assert_allclose(ours, inverted, rtol=1e-6)
        assert there.excludes_no_change is back.excludes_no_change


@given(counts, counts, people, people, levels)
def test_the_interval_holds_the_ratio(
    before: float, after: float, people_before: int, people_after: int, level: float
) -> None:
    change = rate_change((before, after), (people_before, people_after), level=level)
    if change.judged:
        assert change.ratio_lower <= change.ratio <= change.ratio_upper


@given(counts, counts, st.floats(1, 50), st.floats(1, 50))
def test_overdispersion_only_widens(before: float, after: float, one: float, other: float) -> None:
    small, large = (
        rate_change((before, after), (1000, 900), overdispersion=phi) for phi in sorted((one, other))
    )
    if small.judged:
        assert small.ratio == large.ratio
        assert large.ratio_lower <= small.ratio_lower * (1 + 1e-9)
        assert small.ratio_upper <= large.ratio_upper * (1 + 1e-9)


@given(counts, counts, levels, levels)
def test_a_higher_level_gives_a_wider_interval(before: float, after: float, one: float, other: float) -> None:
    narrow, wide = (rate_change((before, after), (1000, 900), level=level) for level in sorted((one, other)))
    if narrow.judged:
        assert wide.ratio_lower <= narrow.ratio_lower
        assert narrow.ratio_upper <= wide.ratio_upper


def test_overdispersed_counts_need_the_factor() -> None:
    # Counts with variance 3 times the mean and no change: the share of intervals that hold a ratio of 1.
    draw = np.random.default_rng(20260101)
    pairs = draw.poisson(draw.gamma(100, 2, (1000, 2)))

    def coverage(phi: float) -> float:
        changes = [rate_change(pair, (1000, 1000), overdispersion=phi) for pair in pairs]
        return float(np.mean([not change.excludes_no_change for change in changes]))

    assert coverage(1) < 0.85
    assert coverage(3) >= 0.94


def test_zero_before_has_no_upper_limit() -> None:
    change = rate_change((0, 7), (1000, 1000))
    assert (change.ratio, change.ratio_upper, change.percent, change.percent_upper) == (math.inf,) * 4
    assert change.ratio_lower > 1
    assert change.excludes_no_change is True


def test_zero_after_has_lower_limit_zero() -> None:
    change = rate_change((7, 0), (1000, 1000))
    assert (change.ratio, change.ratio_lower, change.percent_lower) == (0, 0, -100)
    assert 0 < change.ratio_upper < 1


def test_an_upper_limit_too_large_for_a_float_is_infinite() -> None:
    assert rate_change((1, 1), (1000, 1000), overdispersion=1000).ratio_upper == math.inf


@pytest.mark.parametrize(
    ("count", "people"),
    [
        ((0, 0), (1, 1)),
        ((math.nan, 3), (1, 1)),
        ((None, 3), (1, 1)),
        ((3, math.nan), (1, 1)),
        ((3, 3), (1, math.nan)),
    ],
)
def test_both_zero_or_missing_is_not_judged(count: Any, people: Any) -> None:
    change = rate_change(count, people)
    assert not change.judged
    assert change.excludes_no_change is None
    assert all(math.isnan(x) for x in (change.ratio, change.ratio_lower, change.ratio_upper, change.percent))


def test_what_is_known_of_a_change_that_is_not_judged_is_kept() -> None:
    assert rate_change((0, 0), (10, 10)).difference == 0
    half = rate_change((math.nan, 3), (1000, 1000))
    assert math.isnan(half.rate_before)
    assert half.rate_after == 3
    assert math.isnan(half.difference)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((1, 2, 3), (1, 1)), r"count must be a pair \(before, after\)"),
        (((1, 2), (1000,)), "denominator must be a pair"),
        (((-1, 2), (1, 1)), "count must not be negative"),
        (((1.5, 2), (1, 1)), "count must be whole numbers"),
        (((1, 2), (0, 1)), "denominator must be positive"),
        (((1, 2), (1, 1), -1), "factor must be a positive number"),
        (((1, 2), (1, 1), 1000, 0), "level must lie between 0 and 1"),
        (((1, 2), (1, 1), 1000, 0.95, 0.9), "overdispersion must be 1 or more; got 0.9"),
        (((1, 2), (1, 1), 1000, 0.95, math.nan), "overdispersion must be 1 or more"),
    ],
)
def test_mistakes_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rate_change(*arguments)
