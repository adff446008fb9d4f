# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.comparison.standardised import direct_rates, indirect_rates
from baken.methods.rates.rate_interval import rate_interval
from baken.methods.reason import Reason

# Fleiss (1981), Statistical Methods for Rates and Proportions, 2nd ed., table 14.4, birth order 5 or higher:
# cases and births in Michigan 1950-1964 by age of the mother, and all births.
CASES = [0, 8, 63, 112, 262, 295]
BIRTHS = [327, 30_666, 123_419, 149_919, 104_088, 34_392]
STANDARD = [319_933, 931_318, 786_511, 488_235, 237_863, 61_313]


def test_the_example_of_fay_and_feuer() -> None:
    found = direct_rates([CASES], [BIRTHS], STANDARD, factor=1e5)
    assert found.rate[0] == pytest.approx(75.52901, abs=5e-6)
    assert found.lower[0] == pytest.approx(67.70212, abs=5e-6)
    assert found.upper[0] == pytest.approx(188.30017, abs=5e-6)
    assert found.crude[0] == pytest.approx(740 / sum(BIRTHS) * 1e5)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=5), st.integers(1, 10**6))
def test_with_one_stratum_it_is_the_plain_rate_with_its_exact_interval(
    counts: list[int], people: int
) -> None:
    found = direct_rates(counts, [people] * len(counts), [7])
    plain = rate_interval(counts, people)
    np.testing.assert_allclose(found.rate, plain.rate)
    np.testing.assert_allclose(found.lower, plain.lower)
    np.testing.assert_allclose(found.upper, plain.upper)
    ratio = indirect_rates(counts, [people] * len(counts), [0.01])
    np.testing.assert_allclose(ratio.lower * 10, plain.lower)


def test_expected_counts_and_their_ratio() -> None:
    found = indirect_rates([60, 12], [[1000, 2000], [500, 0]], [0.01, 0.02])
    assert found.expected.tolist() == [50, 5]
    assert found.ratio.tolist() == pytest.approx([1.2, 2.4])
    # The exact limits of 60 cases: 45.786 and 77.232.
    assert found.lower[0] == pytest.approx(45.786 / 50, abs=1e-4)
    assert found.upper[0] == pytest.approx(77.232 / 50, abs=1e-4)
    byar = indirect_rates([60], [[1000, 2000]], [0.01, 0.02], method="byar")
    assert byar.lower[0] == pytest.approx(found.lower[0], rel=0.01)


def test_areas_with_the_same_rates_by_stratum_are_equal_after_standardising() -> None:
    rates, young, old = np.array([0.02, 0.005]), [9000, 1000], [1000, 9000]
    counts = np.array([rates * young, rates * old])
    found = direct_rates(counts, [young, old], [5, 5])
    assert found.crude[0] > 2 * found.crude[1]
    assert found.rate[0] == pytest.approx(found.rate[1])
    indirect = indirect_rates(counts.sum(axis=1), [young, old], rates)
    assert indirect.ratio.tolist() == [1, 1]


def test_bad_figures_have_their_reason_and_touch_no_other_area() -> None:
    bad = [math.nan, -1, 2.5, math.inf, 1e17]
    counts: Any = [[5, 6], *([one, 6] for one in bad), [5, 6], [5, 6]]
    people: Any = [[1000, 1000]] * 6 + [[1000, 0], [1000, None]]
    found = direct_rates(counts, people, [1, 1])
    expected = [0, *map(int, (Reason.MISSING, Reason.NEGATIVE, Reason.FRACTIONAL, Reason.INFINITE))]
    expected += [int(Reason.TOO_LARGE), int(Reason.NO_POPULATION), int(Reason.MISSING)]
    assert found.reason.tolist() == expected
    assert np.isnan(found.rate[1:]).all()
    assert np.isnan(found.upper[1:]).all()
    assert found.rate[0] == 5.5
    indirect = indirect_rates([5, *bad, 5, 5], people, [0.01, 0])
    # An empty stratum counts for nothing in the indirect method.
    assert indirect.reason.tolist() == [*expected[:6], 0, int(Reason.MISSING)]
    assert indirect_rates([5], [[0, 0]], [0.01, 0.01]).reason.tolist() == [int(Reason.NO_POPULATION)]
    assert indirect_rates([5], [[-5, 10]], [0.01, 0.01]).reason.tolist() == [int(Reason.NO_POPULATION)]


def test_zeros_and_a_billion() -> None:
    none = direct_rates([[0, 0]], [[1000, 3000]], [1, 1])
    assert (none.rate[0], none.lower[0]) == (0, 0)
    assert none.upper[0] > 0
    many = direct_rates([[10**9, 5]], [[10**10, 100]], [1, 1])
    assert many.lower[0] < many.rate[0] < many.upper[0]


def test_a_stratum_without_weight_may_be_unknown() -> None:
    assert direct_rates([[5, math.nan]], [[1000, 0]], [1, 0]).rate[0] == 5


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (direct_rates, ([[1, 2]], [[1, 2]], [1])),
        (direct_rates, ([[1, 2]], [[1, 2]], [0, 0])),
        (direct_rates, ([[1, 2]], [[1, 2]], [1, math.nan])),
        (direct_rates, ([[1, 2]], [[1]], [1, 1])),
        (direct_rates, ([1], [1], [1], 0)),
        (direct_rates, ([1], [1], [1], 1, 2)),
        (indirect_rates, ([1], [[1, 2]], [0.1])),
        (indirect_rates, ([1], [[1, 2]], [0.1, -1])),
        (indirect_rates, ([1, 2], [[1, 2]], [0.1, 1])),
        (indirect_rates, ([[[1]]], [1], [1])),
        (indirect_rates, ([1], [1], [1], 0.9, "other")),
    ],
)
def test_mistakes_raise(function: Any, arguments: Any) -> None:
    with pytest.raises(ValueError, match=r"must|fit"):
        function(*arguments)


@pytest.mark.slow
@pytest.mark.parametrize("level", [0.0002, 0.001, 0.005])
def test_the_intervals_cover(level: float) -> None:
    draw = np.random.default_rng(20260714)
    people = np.array([5000, 12_000, 15_000, 9000, 3000.0])
    standard = np.array([1.2, 3, 4, 2.5, 1.0])
    rates = level * np.array([0.5, 2, 1.5, 0.8, 0.3])
    counts = draw.poisson(people * rates, (4000, 5))
    true = (standard * rates).sum() / standard.sum() * 1000
    found = direct_rates(counts, np.tile(people, (4000, 1)), standard)
    assert 0.945 <= ((found.lower <= true) & (true <= found.upper)).mean() <= 0.98
    ratio = indirect_rates(counts.sum(axis=1), np.tile(people, (4000, 1)), rates)
    assert 0.94 <= ((ratio.lower <= 1) & (ratio.upper >= 1)).mean() <= 0.975
