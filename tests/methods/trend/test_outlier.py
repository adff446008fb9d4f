# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.rates.rounding import half_up
from baken.methods.trend.outlier import flag_jumps

from ..vectors import TABLE

measured = st.floats(0.1, 1000)


def test_the_29_among_18s_is_flagged_and_nothing_else() -> None:
    result = flag_jumps(TABLE["Halt"].values)
    assert result.flagged == (False, False, False, True, False)
    assert (result.median, result.scale) == pytest.approx((18, 0.9))
    assert (result.measured, result.judged) == (5, True)


@pytest.mark.parametrize("name", [name for name in TABLE if name != "Halt"])
def test_nothing_else_in_the_table_is_flagged(name: str) -> None:
    result = flag_jumps(TABLE[name].values)
    assert result.judged
    assert not any(result.flagged)


@pytest.mark.parametrize("name", TABLE)
def test_one_period_percentages_of_the_table(name: str) -> None:
    row = TABLE[name]
    steps = flag_jumps(row.values).percent_change
    assert math.isnan(steps[0])
    assert (half_up(steps[3], 1), half_up(steps[4], 1)) == (row.step_2020, row.step_2021)


@pytest.mark.parametrize("series", [[1, 1, 900], [math.nan, 1, math.nan, 900, 1], [math.nan] * 6, [5]])
def test_fewer_than_four_measured_periods_are_never_flagged(series: Any) -> None:
    result = flag_jumps(series)
    assert not result.judged
    assert not any(result.flagged)
    assert np.isnan(result.score).all()


def test_without_a_scale_nothing_is_judged() -> None:
    result = flag_jumps([0, 0, 0, 0, 12])
    assert (result.judged, result.scale) == (False, 0)
    assert not any(result.flagged)


def test_a_missing_period_breaks_the_one_period_change() -> None:
    result = flag_jumps([10, math.nan, 10, 0, 10, 11])
    np.testing.assert_allclose(result.percent_change, [math.nan, math.nan, math.nan, -100, math.nan, 10])
    assert np.isnan(result.score).tolist() == [False, True, False, False, False, False]
    assert result.flagged == (False, False, False, True, False, False)


@given(measured, st.floats(0.84, 1.16), st.integers(4, 12))
def test_small_movements_around_a_flat_series_are_not_flagged(
    level: float, factor: float, periods: int
) -> None:
    assert not any(flag_jumps([level] * (periods - 1) + [level * factor]).flagged)


@given(st.lists(measured, min_size=4, max_size=12), st.floats(0.1, 10))
def test_another_scale_changes_no_score(series: Any, scale: float) -> None:
    scores = flag_jumps(np.array(series) * scale).score
    np.testing.assert_allclose(scores, flag_jumps(series).score, atol=1e-6, rtol=1e-6)


@given(st.lists(st.just(math.nan) | measured, min_size=1, max_size=12))
def test_at_most_half_is_flagged_and_missing_never(series: Any) -> None:
    result = flag_jumps(series)
    assert sum(result.flagged) <= result.measured / 2
    assert not any(flag for flag, value in zip(result.flagged, series, strict=True) if math.isnan(value))


@given(st.lists(st.just(math.nan) | measured, min_size=1, max_size=12))
def test_agrees_with_the_median_of_numpy(series: Any) -> None:
    result, known = flag_jumps(series), np.array(series)[~np.isnan(series)]
    if not known.size:
        assert math.isnan(result.median)
        return
    median = np.median(known)
    scale = max(1.4826 * np.median(np.abs(known - median)), 0.05 * median)
    assert (result.median, result.scale) == pytest.approx((median, scale))
    if result.judged:
        np.testing.assert_allclose(result.score, (np.array(series) - median) / scale, atol=1e-12)
        assert result.flagged == tuple((np.abs(np.array(series) - median) > 3.5 * scale).tolist())


def test_none_is_missing_and_every_result_is_plain() -> None:
    result = flag_jumps(iter([18, None, 18, 19, 29, 18]))
    assert result.flagged == (False, False, False, False, True, False)
    assert {type(one) for one in result.flagged} == {bool}
    assert {type(one) for one in (*result.score, *result.percent_change)} == {float}
    assert flag_jumps(np.array([18, math.nan, 18, 19, 29, 18])).flagged == result.flagged


@given(st.permutations([18, 18, 19, 29, 18]))
def test_the_order_does_not_decide(series: Any) -> None:
    assert [v for v, flag in zip(series, flag_jumps(series).flagged, strict=True) if flag] == [29]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([],), "at least 1 values"),
        (([1, math.inf],), "values must be finite"),
        (([[1, 2], [3, 4]],), "values must be one row of numbers"),
        ((5,), "values must be one row of numbers"),
        (([1, 2], 0), "threshold must be a positive number"),
        (([1, 2], 3.5, 0), "floor must be a positive number"),
    ],
)
def test_mistakes_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        flag_jumps(*arguments)
