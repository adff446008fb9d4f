# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.survey.share_change import share_change
from baken.methods.survey.share_interval import share_interval

shares = st.floats(0, 1)
respondents = st.integers(1, 100_000)


@pytest.mark.parametrize("n", [(None, None), (1000, None), (None, 1000), (math.nan, 1000)])
def test_without_respondents_a_difference_is_not_judged(n: Any) -> None:
    change = share_change((0.205, 0.187), n)
    assert change.difference == pytest.approx(-0.018)
    assert not change.judged
    assert change.excludes_zero is None
    assert math.isnan(change.lower)
    assert math.isnan(change.upper)


@pytest.mark.parametrize("missing", [math.nan, None])
def test_a_missing_share_is_not_judged(missing: Any) -> None:
    change = share_change([missing, 0.187], [1000, 1000])
    assert math.isnan(change.difference)
    assert change.excludes_zero is None


@pytest.mark.parametrize(("n", "expected"), [(1000, False), (4000, True)])
def test_20_5_to_18_7_percent(n: Any, expected: Any) -> None:
    assert share_change((0.205, 0.187), (n, n)).excludes_zero is expected


def test_the_score_interval_needs_three_respondents_more_than_the_z_rule() -> None:
    # respondents_needed gives 3735 by the unpooled z; the two methods are close but not the same.
    assert share_change((0.205, 0.187), (3737, 3737)).excludes_zero is False
    assert share_change((0.205, 0.187), (3738, 3738)).excludes_zero is True


def test_the_published_example_of_newcombe() -> None:
    change = share_change((48 / 80, 56 / 70), (80, 70))
    assert (change.difference, change.lower, change.upper) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@given(shares, shares, respondents, respondents, st.floats(0.8, 0.99))
def test_swapping_the_waves_mirrors_the_interval(
    before: float, after: float, n_before: int, n_after: int, level: float
) -> None:
    there = share_change((before, after), (n_before, n_after), level)
    back = share_change((after, before), (n_after, n_before), level)
    assert (there.lower, there.upper) == pytest.approx((-back.upper, -back.lower), abs=1e-12)
    assert there.lower <= there.difference <= there.upper


@given(shares, shares, respondents, respondents)
def test_shares_inside_each_others_interval_do_not_differ(
    before: float, after: float, n_before: int, n_after: int
) -> None:
    one, other = share_interval(before, n_before), share_interval(after, n_after)
    if one.lower <= after <= one.upper and other.lower <= before <= other.upper:
        assert share_change((before, after), (n_before, n_after)).excludes_zero is False


@given(shares, shares, respondents, st.floats(1, 5))
def test_a_design_effect_widens(before: float, after: float, n: Any, effect: float) -> None:
    plain = share_change((before, after), (n, n))
    wide = share_change((before, after), (n, n), design_effect=effect)
    assert wide.lower <= plain.lower + 1e-12
    assert plain.upper <= wide.upper + 1e-12


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((20.5, 18.7), (1000, 1000)), "share must be a fraction"),
        (((0.2, 0.3, 0.4), (1, 1)), r"share and n must be pairs \(before, after\)"),
        (((0.2, 0.3), (1000,)), "share and n must be pairs"),
        (((0.2, 0.3), (1000, -1)), "n must be a positive number"),
        (((0.2, 0.3), (1000, 1000), 1.0), "level must lie between 0 and 1"),
    ],
)
def test_mistakes_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        share_change(*arguments)
