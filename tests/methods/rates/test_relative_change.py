# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.rates.relative_change import relative_change

stats: Any = pytest.importorskip("scipy.stats")  # untyped, and a test-only import

counts = st.tuples(st.integers(1, 100_000), st.integers(1, 100_000))


def coverage(overdispersion: float) -> float:
    """How often the interval holds 1 where nothing differs, for counts of 40 beside counts of 400."""
    random = np.random.default_rng(20260404)
    means = np.array([40, 40, 400, 400])
    if overdispersion == 1:
        drawn = random.poisson(means, (4000, 4))
    else:
        shape = means / (overdispersion - 1)
        drawn = random.negative_binomial(shape, 1 / overdispersion, (4000, 4))
    found = [relative_change((a, b), (c, d)) for a, b, c, d in drawn.tolist()]
    return sum(one.excludes_no_difference is False for one in found) / len(found)


def test_the_published_example_of_an_odds_ratio() -> None:
    # Bland and Altman (2000), BMJ 320:1468: 4.89, log 1.588 with standard error 0.103, 4.00 to 5.99.
    found = relative_change((420, 141), (13_525, 928))
    assert (round(found.ratio, 2), round(found.lower, 2), round(found.upper, 2)) == (4.89, 4.0, 5.99)
    error = (math.log(found.upper) - math.log(found.ratio)) / 1.959964
    assert (round(math.log(found.ratio), 3), round(error, 3)) == (1.588, 0.103)
    assert found.excludes_no_difference is True


@given(counts, counts)
def test_agrees_with_the_sample_odds_ratio_of_scipy(one: tuple[int, int], other: tuple[int, int]) -> None:
    found = relative_change(one, other)
    table = [[one[1], one[0]], [other[1], other[0]]]
    expected = stats.contingency.odds_ratio(table, kind="sample")
    interval = expected.confidence_interval(0.95)
    assert found.ratio == pytest.approx(expected.statistic)
    assert (found.lower, found.upper) == pytest.approx((interval.low, interval.high))


@given(counts, counts)
def test_swapping_places_or_periods_inverts_ratio_and_limits(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    found = relative_change(one, other)
    inverted = (1 / found.ratio, 1 / found.upper, 1 / found.lower)
    for swapped in (relative_change(other, one), relative_change(one[::-1], other[::-1])):
        assert (swapped.ratio, swapped.lower, swapped.upper) == pytest.approx(inverted)


def test_the_interval_holds_for_poisson_counts_and_is_too_narrow_for_counts_that_vary_more() -> None:
    assert coverage(1) == pytest.approx(0.95, abs=0.01)
    assert coverage(3) == pytest.approx(0.74, abs=0.02)


@pytest.mark.parametrize("missing", [None, math.nan, 0])
@pytest.mark.parametrize("place", range(4))
def test_a_missing_count_and_a_count_of_zero_judge_nothing(missing: float | None, place: int) -> None:
    numbers: list[float | None] = [100, 120, 900, 880]
    numbers[place] = missing
    found = relative_change(numbers[:2], numbers[2:])
    assert not found.judged
    assert found.excludes_no_difference is None
    assert all(math.isnan(one) for one in (found.ratio, found.lower, found.upper))


@pytest.mark.parametrize("wrong", [(1,), (1, 2, 3), (-1, 2), (1.5, 2), (1, math.inf)])
def test_what_is_no_pair_of_counts_is_refused(wrong: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="count"):
        relative_change(wrong, (1, 2))
    with pytest.raises(ValueError, match="other"):
        relative_change((1, 2), wrong)


def test_an_impossible_level_is_refused() -> None:
    with pytest.raises(ValueError, match="level"):
        relative_change((1, 2), (3, 4), level=95)
