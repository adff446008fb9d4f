# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.comparison.ranking import AgainstReference, Rank, against_reference, rank_of

stats: Any = pytest.importorskip("scipy.stats")  # untyped, and a test-only import

# Few distinct values, so that ties are common.
units = st.lists(st.just(math.nan) | st.integers(0, 6).map(float), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (0, Rank(1, 0, 5, 1)),
        (1, Rank(2, 1, 5, 1)),
        (2, Rank(2, 1, 5, 1)),
        (3, Rank(4, 0, 5, 1)),
        (4, Rank(None, 0, 5, 1)),
        (5, Rank(5, 0, 5, 1)),
    ],
)
def test_ties_share_the_better_place_and_the_next_is_skipped(unit: int, expected: Any) -> None:
    assert rank_of([9, 7, 7, 5, math.nan, 1], unit) == expected


def test_none_is_missing() -> None:
    assert rank_of([9, 7, 7, 5, None, 1], 3) == Rank(4, 0, 5, 1)
    assert rank_of(iter([None, 7]), 0) == Rank(None, 0, 1, 1)
    result = against_reference([9, None, 8], 5, lower=[6, 1, None], upper=[9, 2, None])
    assert (result.above, result.missing, result.certainly_above, result.undecided) == (2, 1, 1, 1)


@given(st.lists(st.integers(0, 6).map(float), min_size=1, max_size=30), st.data())
def test_agrees_with_the_ranks_of_scipy(values: Any, data: st.DataObject) -> None:
    unit = data.draw(st.integers(0, len(values) - 1))
    assert rank_of(values, unit, highest_first=False).rank == stats.rankdata(values, method="min")[unit]


def test_an_interval_without_any_bound_is_undecided() -> None:
    result = against_reference([9], 5, lower=[-math.inf], upper=[math.inf])
    assert (result.certainly_above, result.certainly_below, result.undecided) == (0, 0, 1)


def test_lowest_first() -> None:
    assert rank_of([9, 7, 7, 5], 3, highest_first=False) == Rank(1, 0, 4, 0)


def test_missing_counts_on_neither_side() -> None:
    result = against_reference([9, 7, 5, 5, math.nan, 1], 5)
    assert result == AgainstReference(above=2, below=1, equal=2, missing=1)
    assert result.measured == 5
    assert result.certainly_above is result.certainly_below is result.undecided is None


def test_certainty_needs_an_interval_that_leaves_out_the_reference() -> None:
    values, nan = [9, 7, 5, 3, 1, math.nan, 8], math.nan
    result = against_reference(
        values, 5, lower=[6, 4, 4, 2, 0.5, nan, nan], upper=[math.inf, 10, 6, 5, 2, nan, nan]
    )
    assert (result.above, result.below, result.equal, result.missing) == (3, 2, 1, 1)
    assert (result.certainly_above, result.certainly_below, result.undecided) == (1, 1, 4)


@given(units, st.integers(0, 6))
def test_counts_add_up(values: Any, reference: int) -> None:
    result = against_reference(values, reference)
    assert result.above + result.below + result.equal + result.missing == len(values)
    assert result.missing == sum(math.isnan(value) for value in values)


@given(units, st.integers(0, 6), st.floats(0, 3))
def test_certain_counts_add_up_and_never_exceed_the_plain_ones(
    values: Any, reference: int, half: float
) -> None:
    lower, upper = [value - half for value in values], [value + half for value in values]
    result = against_reference(values, reference, lower, upper)
    assert result.certainly_above is not None
    assert result.certainly_below is not None
    assert result.undecided is not None
    assert result.certainly_above + result.certainly_below + result.undecided == result.measured
    assert result.certainly_above <= result.above
    assert result.certainly_below <= result.below


@given(units, st.data())
def test_both_directions_and_the_tie_add_up_to_all(values: Any, data: st.DataObject) -> None:
    unit = data.draw(st.integers(0, len(values) - 1))
    down, up = rank_of(values, unit), rank_of(values, unit, highest_first=False)
    assert down.measured + down.missing == len(values)
    if down.rank is None or up.rank is None:
        assert math.isnan(values[unit])
    else:
        assert (down.rank - 1) + (up.rank - 1) + down.tied + 1 == down.measured


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1, 2], 2), "unit must be a position from 0 to 1; got 2"),
        (([1, 2], -1), "unit must be a position"),
        (([], 0), "at least 1 values"),
        (([1, math.inf], 0), "values must be finite"),
        (([[1, 2]], 0), "values must be one row of numbers"),
    ],
)
def test_mistakes_in_a_rank_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rank_of(*arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1, 2], math.nan), "reference must be a measured number"),
        (([1, 2], 1, [0, 1]), "both lower and upper limits"),
        (([1, 2], 1, None, [0, 1]), "both lower and upper limits"),
        (([1, 2], 1, [0], [3]), "differ in shape"),
        (([1, 2], 1, [4, 1], [3, 3]), "a lower limit lies above its upper limit"),
    ],
)
def test_mistakes_against_a_reference_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        against_reference(*arguments)
