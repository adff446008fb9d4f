# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.rates.poisson_limits import poisson_limits
from baken.methods.rates.rate_interval import count_interval


@pytest.mark.parametrize(
    ("count", "lower", "upper"), [(0, 0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390)]
)
def test_published_garwood_limits(count: int, lower: float, upper: float) -> None:
    assert poisson_limits(count) == pytest.approx((lower, upper), abs=5e-4)


@given(st.integers(0, 1_000_000), st.floats(0.5, 0.999))
def test_the_plain_limits_are_those_of_the_array_method(count: int, level: float) -> None:
    limits = count_interval(count, level)
    expected = (float(limits.lower), float(limits.upper))
    assert poisson_limits(count, level) == pytest.approx(expected, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize(
    ("count", "level", "message"),
    [(-1, 0.95, "count must not be negative"), (1, 1.0, "level must lie between 0 and 1")],
)
def test_mistakes_raise(count: int, level: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        poisson_limits(count, level)
