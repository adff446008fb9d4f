# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.rates.rounding import half_up


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0.5, 0, 1.0),
        (1.5, 0, 2.0),
        (2.5, 0, 3.0),
        (-2.5, 0, -3.0),
        (2.675, 2, 2.68),
        (12.85, 1, 12.9),
        (1.005, 2, 1.01),
        (100 * (39.9 - 40) / 40, 1, -0.3),
        (0.35 - 0.3, 1, 0.1),
        (1e300, 2, 1e300),
        (1e-300, 2, 0.0),
    ],
)
def test_ties_go_away_from_zero(value: Any, decimals: Any, expected: Any) -> None:
    assert half_up(value, decimals) == expected


def test_there_is_no_negative_zero() -> None:
    assert math.copysign(1, half_up(-0.04, 1)) == 1


def test_not_a_number_and_infinity_pass_through() -> None:
    assert math.isnan(half_up(math.nan, 1))
    assert half_up(math.inf, 1) == math.inf


@pytest.mark.parametrize("decimals", [-1, 13, 1.5])
def test_impossible_decimals_raise(decimals: Any) -> None:
    with pytest.raises(ValueError, match="decimals must be a whole number from 0 to 12"):
        half_up(1.0, decimals)


@given(st.decimals(-10_000, 10_000, places=4), st.integers(0, 4))
def test_agrees_with_decimal_arithmetic(value: Any, decimals: Any) -> None:
    expected = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert half_up(float(value), decimals) == float(expected)


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_rounding_twice_changes_nothing_and_moves_at_most_half_a_step(value: Any, decimals: Any) -> None:
    rounded = half_up(value, decimals)
    assert half_up(rounded, decimals) == rounded
    assert abs(rounded - value) <= 0.5 * 10**-decimals + 1e-9
