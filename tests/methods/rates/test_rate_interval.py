# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.rates.implied_count import implied_count
from baken.methods.rates.rate_interval import count_interval, rate_interval
from baken.methods.rates.rounding import half_up

from ..vectors import COUNTED, PEOPLE_2017, PEOPLE_2021, TABLE

stats: Any = pytest.importorskip("scipy.stats")  # untyped, and a test-only import

levels = st.floats(0.5, 0.999)
methods = st.sampled_from(["exact", "byar"])


@pytest.mark.parametrize("name", COUNTED)
def test_intervals_of_the_table(name: str) -> None:
    implied = implied_count(TABLE[name].values[-1], PEOPLE_2021)
    assert implied is not None
    interval = rate_interval(implied.central, PEOPLE_2021)
    assert (half_up(float(interval.lower), 2), half_up(float(interval.upper), 2)) == TABLE[name].limits
    assert half_up(float(interval.rate), 1) == TABLE[name].values[-1]


def test_vernieling_2017() -> None:
    interval = rate_interval(786, PEOPLE_2017)
    assert (half_up(float(interval.lower), 2), half_up(float(interval.upper), 2)) == (5.96, 6.87)


@pytest.mark.parametrize(
    ("count", "lower", "upper"), [(0, 0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390)]
)
def test_published_garwood_limits(count: Any, lower: float, upper: float) -> None:
    limits = count_interval(count)
    assert limits.lower == pytest.approx(lower, abs=5e-4)
    assert limits.upper == pytest.approx(upper, abs=5e-4)


@given(st.integers(0, 10_000_000), levels)
def test_exact_limits_agree_with_the_chi_square_form(count: Any, level: float) -> None:
    limits, tail = count_interval(count, level), (1 - level) / 2
    assert limits.upper == pytest.approx(stats.chi2.ppf(1 - tail, 2 * count + 2) / 2, rel=1e-8)
    assert limits.lower == pytest.approx(stats.chi2.ppf(tail, 2 * count) / 2 if count else 0, rel=1e-8)


@given(st.integers(1, 5_000), levels)
def test_exact_limits_leave_the_stated_tails(count: Any, level: float) -> None:
    limits, tail = count_interval(count, level), (1 - level) / 2
    assert stats.poisson.sf(count - 1, limits.lower) == pytest.approx(tail, rel=1e-6)
    assert stats.poisson.cdf(count, limits.upper) == pytest.approx(tail, rel=1e-6)


def test_exact_coverage_never_falls_below_the_level() -> None:
    counts = np.arange(200)
    limits = count_interval(counts)
    for expected in np.arange(0.5, 100, 0.5):
        inside = (limits.lower <= expected) & (expected <= limits.upper)
        assert stats.poisson.pmf(counts, expected)[inside].sum() >= 0.95


@given(st.integers(10, 10_000_000))
def test_byar_is_close_to_exact_from_ten(count: Any) -> None:
    exact, byar = count_interval(count), count_interval(count, method="byar")
    np.testing.assert_allclose([byar.lower, byar.upper], [exact.lower, exact.upper], atol=0.008, rtol=1e-9)


@given(st.integers(0, 10_000_000), levels, methods)
def test_the_interval_holds_the_count(count: Any, level: float, method: Any) -> None:
    limits = count_interval(count, level, method)
    assert 0 <= limits.lower <= count <= limits.upper


@given(st.integers(0, 100_000), levels, levels, methods)
def test_a_higher_level_gives_a_wider_interval(count: Any, one: float, other: float, method: Any) -> None:
    narrow, wide = (count_interval(count, level, method) for level in sorted((one, other)))
    assert wide.lower <= narrow.lower
    assert narrow.upper <= wide.upper


@given(st.lists(st.none() | st.integers(0, 1000), min_size=1, max_size=8), methods)
def test_missing_stays_missing_and_is_never_zero(counts: Any, method: Any) -> None:
    interval = rate_interval([math.nan if c is None else c for c in counts], 1000, method=method)
    expected = [c is None for c in counts]
    for part in (interval.rate, interval.lower, interval.upper):
        assert np.isnan(part).tolist() == expected


def test_arrays_broadcast_and_a_missing_denominator_is_missing() -> None:
    interval = rate_interval([[10], [20]], [1000, math.nan, 4000], factor=100)
    assert interval.rate.shape == interval.lower.shape == interval.upper.shape == (2, 3)
    np.testing.assert_allclose(interval.rate, [[1, math.nan, 0.25], [2, math.nan, 0.5]])
    assert np.isnan(interval.lower[:, 1]).all()


def test_a_plain_number_gives_a_zero_dimensional_array() -> None:
    interval = rate_interval(1539, PEOPLE_2021)
    assert interval.rate.shape == interval.lower.shape == interval.upper.shape == ()
    assert f"{interval.lower:.2f} - {interval.upper:.2f}" == "12.17 - 13.46"
    assert (interval.level, interval.method) == (0.95, "exact")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((-1, 1000), "count must not be negative; got -1"),
        ((12.8, 1000), "count must be whole numbers; got 12.8"),
        ((math.inf, 1000), "count must be finite"),
        ((1, 0), "denominator must be positive; got 0"),
        ((1, [-5, 1]), "denominator must be positive; got -5"),
        ((1, 1000, 0), "factor must be a positive number"),
        ((1, 1000, 1000, 1), "level must lie between 0 and 1"),
        ((1, 1000, 1000, 95), "level must lie between 0 and 1"),
        ((1, 1000, 1000, 0.95, "wald"), "method must be 'exact' or 'byar'; got 'wald'"),
    ],
)
def test_mistakes_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rate_interval(*arguments)
