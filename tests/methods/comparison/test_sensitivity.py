# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.comparison.sensitivity import registered_range, tipping, visitor_range
from baken.methods.reason import Reason


def test_a_range_of_rates_and_the_visitors_that_bring_the_rate_to_the_reference() -> None:
    found = visitor_range((300, 10_000), (0.1, 0.5), reference=20)
    assert found.per_inhabitant == 30
    assert (found.lowest, found.highest) == pytest.approx((20, 30 / 1.1))
    assert found.break_even == pytest.approx(0.5)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.floats(0, 5), st.floats(0, 5), st.floats(0.01, 1e3))
def test_the_break_even_number_brings_the_rate_to_the_reference(
    count: int, inhabitants: int, one: float, other: float, reference: float
) -> None:
    fewest, most = sorted((one, other))
    found = visitor_range((count, inhabitants), (fewest, most), reference)
    assert found.lowest <= found.highest <= found.per_inhabitant
    there = found.per_inhabitant / (1 + found.break_even)
    assert there == pytest.approx(min(reference, found.per_inhabitant))


def test_no_reference_and_a_reference_of_zero() -> None:
    assert math.isnan(visitor_range((300, 10_000), (0, 1)).break_even)
    assert visitor_range((300, 10_000), (0, 1), 0).break_even == math.inf
    assert visitor_range((0, 10_000), (0, 1), 0).break_even == 0


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ((None, 10), Reason.MISSING),
        ((10, None), Reason.MISSING),
        ((10, 0), Reason.NO_POPULATION),
        ((-1, 10), Reason.NEGATIVE),
        ((1.5, 10), Reason.FRACTIONAL),
        ((math.inf, 10), Reason.INFINITE),
    ],
)
def test_bad_figures(figures: Any, reason: Reason) -> None:
    found = visitor_range(figures, (0.1, 0.5), 20)
    assert found.reason is reason
    assert math.isnan(found.lowest)
    assert math.isnan(found.break_even)
    assert tipping(figures, (5, 10), (0.3, 0.5)).reason is reason
    assert tipping((5, 10), figures, (0.3, 0.5)).can_turn is None


def test_the_order_turns_within_the_range_or_not() -> None:
    turns = tipping((300, 1000), (200, 1000), (0.3, 0.5))
    assert turns.ratio == pytest.approx(1.5)
    assert turns.possible == pytest.approx(5 / 3)
    assert turns.can_turn is True
    assert turns.turns_at == pytest.approx(1 / 3)
    assert tipping((300, 1000), (100, 1000), (0.3, 0.5)).can_turn is False
    assert tipping((200, 1000), (300, 1000), (0.3, 0.5)).turns_at == pytest.approx(1 / 3)


@given(st.integers(1, 1000), st.integers(1, 1000), st.floats(0.05, 1), st.floats(0.05, 1))
def test_at_the_tipping_ratio_the_true_rates_are_equal(
    first: int, second: int, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    found = tipping((first, 1000), (second, 1000), (low, high))
    shares = (high, found.turns_at) if first >= second else (found.turns_at, high)
    assert first / shares[0] == pytest.approx(second / shares[1])
    assert found.can_turn == (found.turns_at >= low) or found.turns_at == pytest.approx(low)


def test_a_count_of_zero_is_not_judged() -> None:
    assert tipping((0, 10), (0, 10), (0.3, 0.5)).reason is Reason.ALL_ZERO
    assert tipping((0, 10), (4, 10), (0.3, 0.5)).reason is Reason.TOO_FEW_CASES


def test_what_may_lie_behind_a_registered_count() -> None:
    found = registered_range(100, (0.2, 0.5))
    assert (found.registered, found.fewest, found.most) == (100, 200, 500)
    assert registered_range(0, (0.2, 0.5)).most == 0
    assert registered_range(None, (0.2, 0.5)).reason is Reason.MISSING
    assert registered_range(-2, (0.2, 0.5)).reason is Reason.NEGATIVE


@pytest.mark.parametrize("reporting", [(0, 0.5), (0.6, 0.5), (0.5, 1.2), (0.5,), (math.nan, 0.5)])
def test_impossible_shares_raise(reporting: Any) -> None:
    with pytest.raises(ValueError, match="reporting"):
        registered_range(5, reporting)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((1, 2, 3), (0, 1)), "figures"),
        (((1, 2), (0.5, 0.1)), "visitors"),
        (((1, 2), (-1, 0.1)), "visitors"),
        (((1, 2), (0, math.inf)), "visitors"),
        (((1, 2), (0, 1), -1), "reference"),
        (((1, 2), (0, 1), 5, 0), "factor"),
    ],
)
def test_mistakes_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        visitor_range(*arguments)
