# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.rates.rounding import half_up
from baken.methods.trend.endpoint_sensitivity import endpoint_sensitivity

from ..vectors import TABLE

values = st.lists(st.just(math.nan) | st.floats(0.1, 1000), min_size=2, max_size=12)


@pytest.mark.requirement("TRAP-14")
def test_overlast_to_2021_from_each_start() -> None:
    result = endpoint_sensitivity(TABLE["overlast"].values)
    assert [half_up(percent, 1) for percent in result.percent] == [-0.6, -12.8, -8.6, -24.0]
    assert [half_up(change, 1) for change in result.absolute] == [-0.1, -2.5, -1.6, -5.4]
    assert [half_up(end, 1) for end in result.percent_range] == [-24.0, -0.6]
    assert [half_up(end, 1) for end in result.absolute_range] == [-5.4, -0.1]
    assert result.same_sign is True


@pytest.mark.parametrize("name", TABLE)
def test_changes_of_the_table(name: str) -> None:
    row = TABLE[name]
    result = endpoint_sensitivity(row.values)
    assert half_up(result.absolute[0], 1) == row.difference
    assert half_up(result.percent[0], 1) == row.percent
    assert half_up(result.percent[-1], 1) == row.step_2021


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ([1, 2, 3], True),
        ([3, 2, 1], True),
        ([2, 2, 2], True),
        ([1, 3, 2], False),
        ([2, 1, 2], False),
        ([math.nan, 1, 2], True),
        ([math.nan, 2], None),
        ([1, 2, math.nan], None),
    ],
)
def test_same_sign(series: Any, expected: Any) -> None:
    assert endpoint_sensitivity(series).same_sign is expected


def test_a_start_at_zero_has_an_absolute_change_only() -> None:
    result = endpoint_sensitivity([0, 4, 5])
    assert list(result.absolute) == [5, 1]
    assert math.isnan(result.percent[0])
    assert result.percent_range == (25, 25)


def test_none_is_missing_and_every_result_is_plain() -> None:
    result = endpoint_sensitivity(iter([4, None, 5]))
    assert result.absolute[0] == 1
    assert math.isnan(result.absolute[1])
    assert {type(one) for one in (*result.absolute, *result.percent)} == {float}
    assert result.same_sign is True


def test_without_a_last_period_nothing_is_computed() -> None:
    result = endpoint_sensitivity([1, 2, math.nan])
    assert np.isnan(result.absolute).all()
    assert np.isnan(result.percent_range).all()
    assert np.isnan(result.absolute_range).all()


@given(values)
def test_missing_stays_missing(series: Any) -> None:
    result = endpoint_sensitivity(series)
    expected = np.isnan(series[:-1]) | math.isnan(series[-1])
    assert len(result.absolute) == len(result.percent) == len(series) - 1
    assert (np.isnan(result.absolute) == expected).all()
    assert (np.isnan(result.percent) == expected).all()


@given(st.lists(st.floats(0.1, 1000), min_size=2, max_size=12), st.floats(0.5, 20))
def test_another_scale_changes_no_percentage(series: Any, scale: float) -> None:
    scaled = endpoint_sensitivity(np.array(series) * scale).percent
    np.testing.assert_allclose(scaled, endpoint_sensitivity(series).percent, atol=1e-7)


@pytest.mark.parametrize(
    ("series", "message"),
    [([1], "at least 2 values"), ([[1, 2]], "one row"), ([1, math.inf], "values must be finite")],
)
def test_mistakes_raise(series: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        endpoint_sensitivity(series)
