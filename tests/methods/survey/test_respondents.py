# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.survey.respondents import (
    PlanOptions,
    power_of,
    respondents_for_power,
    smallest_difference,
)


def test_published_examples() -> None:
    # power.prop.test(p1 = .50, p2 = .75, power = .90) of R: n = 76.7; (.60, .70, power .80): 355.3.
    assert respondents_for_power(0.5, 0.75, PlanOptions(power=0.9)) == 77
    assert respondents_for_power(0.6, 0.7) == 356
    # power.prop.test(n = 50, p1 = .50, p2 = .75): power = 0.740.
    assert power_of(0.5, 0.75, 50) == pytest.approx(0.740, abs=5e-4)


def test_from_20_5_to_18_7_needs_twice_what_makes_an_observed_difference_significant() -> None:
    assert respondents_for_power(0.205, 0.187) == 7634
    assert respondents_for_power(0.205, 0.187, PlanOptions(design_effect=1.5)) == 11_451
    assert power_of(0.205, 0.187, 4000) == pytest.approx(0.527, abs=0.001)


shares = st.floats(0.01, 0.99)


@given(shares, shares, st.floats(0.5, 0.99), st.floats(0.5, 4))
def test_the_number_has_the_power(one: float, other: float, power: float, effect: float) -> None:
    if abs(one - other) < 1e-3:
        return
    options = PlanOptions(power=power, design_effect=effect)
    n = respondents_for_power(one, other, options)
    assert power_of(one, other, n, options) >= power - 1e-9
    if n > 2:
        assert power_of(one, other, n - 1, options) <= power + 1e-9


@given(shares, st.integers(10, 100_000))
def test_the_smallest_difference_needs_just_that_many(share: float, n: int) -> None:
    for sign, difference in zip((-1, 1), smallest_difference(share, n), strict=True):
        if not math.isnan(difference):
            needed = respondents_for_power(share, share + sign * difference)
            assert abs(needed - n) <= 1 + 1e-6 * n


def test_a_few_respondents_show_nothing() -> None:
    assert all(map(math.isnan, smallest_difference(0.5, 3)))
    assert math.isnan(smallest_difference(0.0, 1000)[0])
    assert power_of(0.0, 1.0, 100) == 1
    assert power_of(0.0, 1.0, 1) == 0


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (respondents_for_power, (0.2, 0.2)),
        (respondents_for_power, (20, 18)),
        (respondents_for_power, (math.nan, 0.2)),
        (respondents_for_power, (0.1, 0.2, PlanOptions(power=1))),
        (respondents_for_power, (0.1, 0.2, PlanOptions(level=1))),
        (respondents_for_power, (0.1, 0.2, PlanOptions(design_effect=0))),
        (power_of, (0.1, 0.2, 0)),
        (smallest_difference, (0.1, 0)),
        (smallest_difference, (math.nan, 10)),
    ],
)
def test_mistakes_raise(function: Any, arguments: Any) -> None:
    with pytest.raises(ValueError, match=r"must|needed"):
        function(*arguments)


@pytest.mark.slow
def test_the_power_in_simulation() -> None:
    draw = np.random.default_rng(20260718)
    n = respondents_for_power(0.205, 0.187)
    one, other = draw.binomial(n, 0.205, 4000) / n, draw.binomial(n, 0.187, 4000) / n
    error = np.sqrt((one * (1 - one) + other * (1 - other)) / n)
    assert (np.abs(one - other) > 1.96 * error).mean() == pytest.approx(0.8, abs=0.02)
