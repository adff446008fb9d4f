# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from baken.methods.rates.implied_count import ImpliedCount, implied_count
from baken.methods.rates.rounding import half_up

from ..vectors import COUNTED, PEOPLE_2017, PEOPLE_2021, TABLE


@pytest.mark.parametrize("name", COUNTED)
def test_counts_behind_the_printed_table(name: str) -> None:
    implied = implied_count(TABLE[name].values[-1], PEOPLE_2021, 1000, 1)
    assert implied is not None
    assert (implied.low, implied.high) == TABLE[name].counts
    assert implied.low <= implied.central <= implied.high


def test_central_count_of_2017() -> None:
    assert implied_count(6.4, PEOPLE_2017, 1000, 1) == ImpliedCount(786, 780, 791)


def test_the_lower_edge_belongs_and_the_upper_edge_does_not() -> None:
    # 0.05 % of 1,000 people is half an incident: a printed 1 per 1,000 runs from 0.5 to below 1.5.
    assert implied_count(1, 1000, 1000, 0) == ImpliedCount(1, 1, 1)
    assert implied_count(1, 10_000, 1000, 0) == ImpliedCount(10, 5, 14)


def test_a_printed_zero_can_hide_incidents() -> None:
    assert implied_count(0.0, PEOPLE_2021, 1000, 1) == ImpliedCount(0, 0, 6)


@pytest.mark.parametrize(("rate", "people"), [(math.nan, 1000), (12.8, math.nan), (None, 1000), (12.8, None)])
def test_missing_implies_no_count(rate: Any, people: Any) -> None:
    assert implied_count(rate, people) is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((-0.1, 1000), "rate must be finite and not negative"),
        ((math.inf, 1000), "rate must be finite and not negative"),
        ((12.8, 0), "denominator must be a positive number"),
        ((12.8, -5), "denominator must be a positive number"),
        ((12.8, 1000, 0), "factor must be a positive number"),
        ((12.83, 1000, 1000, 1), "rate 12.83 has more than the 1 decimals printed"),
        ((12.8, 50, 1000, 1), "no whole count over 50 gives a rate of 12.8 per 1000"),
        ((12.8, 1000, 1000, -1), "decimals must be a whole number"),
    ],
)
def test_mistakes_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        implied_count(*arguments)


@given(st.integers(0, 50_000), st.integers(1, 1_000_000), st.integers(0, 3))
def test_a_count_is_among_those_its_own_rate_implies(count: Any, people: Any, decimals: Any) -> None:
    implied = implied_count(half_up(count * 1000 / people, decimals), people, 1000, decimals)
    assert implied is not None
    assert implied.low <= count <= implied.high
    assert implied.low <= implied.central <= implied.high


@given(st.integers(0, 9_999), st.integers(100, 1_000_000), st.integers(0, 2))
def test_low_and_high_are_the_outermost_counts(tenths: int, people: Any, decimals: Any) -> None:
    rate = half_up(tenths / 10, decimals)
    try:
        implied = implied_count(rate, people, 1000, decimals)
    except ValueError:
        assume(False)
    assert implied is not None

    def printed(count: Any) -> float:
        return half_up(count * 1000 / people, decimals)

    assert printed(implied.low) == printed(implied.high) == rate
    assert implied.low == 0 or printed(implied.low - 1) < rate
    assert printed(implied.high + 1) > rate
