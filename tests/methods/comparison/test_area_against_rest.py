# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.comparison.area_against_rest import area_against_rest
from baken.methods.rates.rate_change import rate_change
from baken.methods.reason import Reason

counts = st.integers(0, 100_000)
people = st.integers(1, 1_000_000)


@pytest.mark.requirement("AREA-04")
def test_an_area_differs_from_the_rest_of_its_city_with_uncertainty() -> None:
    found = area_against_rest((120, 8_000), (1_500, 120_000))
    assert found.rate == 15
    assert found.rest == pytest.approx(1380 / 112_000 * 1000)
    assert found.difference_lower < found.difference < found.difference_upper
    assert found.ratio == pytest.approx(15 / found.rest)
    assert found.ratio_lower < found.ratio < found.ratio_upper
    assert found.differs is True
    assert found.difference_lower > 0
    assert area_against_rest((12, 800), (1_500, 120_000)).differs is False


@given(counts, counts, people, people, st.floats(1, 20))
def test_the_ratio_is_that_of_the_rate_change_from_the_rest_to_the_area(
    count: int, rest: int, size: int, rest_size: int, phi: float
) -> None:
    found = area_against_rest((count, size), (count + rest, size + rest_size), overdispersion=phi)
    other = rate_change((rest, count), (rest_size, size), overdispersion=phi)
    if count + rest == 0:
        assert found.reason is Reason.ALL_ZERO
        assert found.differs is None
        return
    assert [found.ratio, found.ratio_lower, found.ratio_upper] == pytest.approx(
        [other.ratio, other.ratio_lower, other.ratio_upper]
    )
    assert found.differs is other.excludes_no_change
    assert found.difference_lower <= found.difference <= found.difference_upper


@pytest.mark.parametrize(
    ("area", "city", "reason"),
    [
        ((None, 100), (50, 1000), Reason.MISSING),
        ((5, 100), (math.nan, 1000), Reason.MISSING),
        ((5, None), (50, 1000), Reason.MISSING),
        ((-5, 100), (50, 1000), Reason.NEGATIVE),
        ((5, 100), (4, 1000), Reason.NEGATIVE),
        ((2.5, 100), (50, 1000), Reason.FRACTIONAL),
        ((5, 0), (50, 1000), Reason.NO_POPULATION),
        ((5, 1000), (5, 1000), Reason.ONE_AREA),
        ((0, 100), (0, 1000), Reason.ALL_ZERO),
        ((5, 100), (math.inf, 1000), Reason.INFINITE),
    ],
)
def test_what_cannot_be_judged_says_why(area: Any, city: Any, reason: Reason) -> None:
    found = area_against_rest(area, city)
    assert found.reason is reason
    assert found.differs is None
    assert all(map(math.isnan, (found.ratio, found.difference, found.ratio_lower, found.difference_upper)))


def test_the_area_keeps_its_own_rate_when_the_city_is_missing() -> None:
    assert area_against_rest((5, 1000), (None, None)).rate == 5


def test_extremes() -> None:
    none = area_against_rest((0, 1000), (50, 11_000))
    assert (none.ratio, none.ratio_lower) == (0, 0)
    alone = area_against_rest((50, 1000), (50, 11_000))
    assert (alone.ratio, alone.ratio_upper) == (math.inf, math.inf)
    assert alone.differs is True
    assert area_against_rest((10**9, 10**9), (2 * 10**9, 3 * 10**9)).differs is True


def test_overdispersion_widens_both_intervals() -> None:
    plain, wide = (area_against_rest((120, 8_000), (1_500, 120_000), overdispersion=phi) for phi in (1, 5))
    assert wide.ratio_lower < plain.ratio_lower
    assert wide.difference_upper > plain.difference_upper
    assert wide.differs is False


@pytest.mark.parametrize(
    "arguments",
    [
        ((1, 2, 3), (4, 5)),
        ((1, 2), (4,)),
        ((1, 2), (4, 5), 0),
        ((1, 2), (4, 5), 1, 2),
        ((1, 2), (4, 5), 1, 0.9, 0.5),
    ],
)
def test_mistakes_raise(arguments: Any) -> None:
    with pytest.raises(ValueError, match="must"):
        area_against_rest(*arguments)


@pytest.mark.slow
@pytest.mark.parametrize(("mean", "ratio", "least"), [(5, 1.0, 0.95), (20, 1.3, 0.93), (100, 0.8, 0.93)])
def test_the_intervals_cover(mean: float, ratio: float, least: float) -> None:
    draw = np.random.default_rng(20260713)
    held, held_difference = [], []
    difference = (mean * ratio - mean) / 8
    for _ in range(1500):
        count, rest = int(draw.poisson(mean * ratio)), int(draw.poisson(10 * mean))
        found = area_against_rest((count, 8_000), (count + rest, 88_000))
        held.append(found.ratio_lower <= ratio <= found.ratio_upper)
        held_difference.append(found.difference_lower <= difference <= found.difference_upper)
    assert least <= np.mean(held) <= 0.98
    assert least <= np.mean(held_difference) <= 0.98
