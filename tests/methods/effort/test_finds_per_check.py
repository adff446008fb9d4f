# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.effort.finds_per_check import finds_change, finds_per_check
from baken.methods.rates.poisson_limits import poisson_limits
from baken.methods.rates.rate_change import rate_change
from baken.methods.reason import Reason


def test_finds_per_hundred_checks_with_exact_limits() -> None:
    found = finds_per_check(12, 300)
    lower, upper = poisson_limits(12)
    assert (found.rate, found.lower, found.upper) == pytest.approx((4, lower / 3, upper / 3))


def test_three_times_the_finds_with_three_times_the_checks_is_no_change() -> None:
    found = finds_change((10, 30), (100, 300))
    assert (found.ratio, found.finds_ratio, found.checks_ratio) == (1, 3, 3)
    assert found.changed is False
    assert finds_change((100, 300), (1000, 1000)).changed is True


@given(st.integers(0, 10**5), st.integers(0, 10**5), st.integers(1, 10**5), st.integers(1, 10**5))
def test_agrees_with_the_rate_change(one: int, other: int, before: int, after: int) -> None:
    found, change = finds_change((one, other), (before, after)), rate_change((one, other), (before, after))
    assert found.changed is change.excludes_no_change
    if not found.reason:
        ours = (found.ratio, found.lower, found.upper)
        assert ours == pytest.approx((change.ratio, change.ratio_lower, change.ratio_upper))


@pytest.mark.parametrize("checks", [None, math.nan, 0])
def test_without_the_number_of_checks_nothing_is_judged(checks: Any) -> None:
    found = finds_per_check(12, checks)
    assert found.reason is Reason.NO_CHECKS
    assert found.finds == 12
    assert math.isnan(found.rate)
    change = finds_change((10, 30), (100, checks))
    assert change.reason is Reason.NO_CHECKS
    assert change.changed is None
    assert change.finds_ratio == 3
    assert math.isnan(change.ratio)
    assert math.isnan(change.checks_ratio)


@pytest.mark.parametrize(
    ("finds", "checks", "reason"),
    [
        ((None, 3), (10, 10), Reason.MISSING),
        ((-1, 3), (10, 10), Reason.NEGATIVE),
        ((1.5, 3), (10, 10), Reason.FRACTIONAL),
        ((1, math.inf), (10, 10), Reason.INFINITE),
        ((1, 3), (10, -10), Reason.NEGATIVE),
        ((1, 3), (10, math.inf), Reason.INFINITE),
        ((0, 0), (10, 10), Reason.ALL_ZERO),
    ],
)
def test_bad_figures(finds: Any, checks: Any, reason: Reason) -> None:
    found = finds_change(finds, checks)
    assert found.reason is reason
    assert found.changed is None
    if reason is not Reason.ALL_ZERO:
        bad = [finds_per_check(one, check).reason for one, check in zip(finds, checks, strict=True)]
        assert reason in bad


def test_no_finds_and_a_billion() -> None:
    none = finds_per_check(0, 50)
    assert (none.rate, none.lower) == (0, 0)
    assert none.upper > 0
    assert finds_change((0, 5), (10, 10)).ratio == math.inf
    assert finds_per_check(10**9, 10**9).reason is Reason.JUDGED


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (finds_per_check, (1, 1, 0)),
        (finds_per_check, (1, 1, 1, 2)),
        (finds_change, ((1, 2, 3), (1, 2))),
        (finds_change, ((1, 2), (1, 2), 0)),
        (finds_change, ((1, 2), (1, 2), 0.9, 0.5)),
    ],
)
def test_mistakes_raise(function: Any, arguments: Any) -> None:
    with pytest.raises(ValueError, match="must"):
        function(*arguments)


@pytest.mark.slow
def test_twice_the_checks_hardly_ever_looks_like_a_change() -> None:
    draw = np.random.default_rng(20260720)
    changed, counted = [], []
    for _ in range(2000):
        finds = (int(draw.poisson(40)), int(draw.poisson(80)))
        changed.append(finds_change(finds, (400, 800)).changed is True)
        counted.append(rate_change(finds, (1, 1)).excludes_no_change is True)
    assert 0.02 <= np.mean(changed) <= 0.06
    assert np.mean(counted) > 0.9
