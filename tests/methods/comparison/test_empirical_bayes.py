# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.comparison.empirical_bayes import global_rates, local_rates, standardised_rates
from baken.methods.neighbours import Neighbours
from baken.methods.reason import Reason

from ..hotspots.sids import columns, counties, grid, here, line, totals


@here
def test_every_county_has_the_rates_of_the_reference() -> None:
    stated = columns()
    whole = global_rates(stated["sid74"], stated["bir74"])
    local = local_rates(stated["sid74"], stated["bir74"], counties())
    assert np.abs(whole.raw - stated["EB_raw"]).max() < 1e-8
    assert np.abs(whole.estimate / stated["EB_est"] - 1).max() < 1e-8
    assert np.abs(local.estimate / stated["EBlocal_est"] - 1).max() < 1e-8
    assert whole.spread[0] == pytest.approx(totals()["EBest_a"], rel=1e-8)
    assert whole.centre[0] == pytest.approx(totals()["EBest_b"], rel=1e-8)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 5000)), min_size=3, max_size=20))
def test_an_estimate_lies_between_the_raw_rate_and_the_centre(areas: list[tuple[int, int]]) -> None:
    cases, people = (np.array(row) for row in zip(*areas, strict=True))
    for found in (global_rates(cases, people), local_rates(cases, people, line(len(cases)))):
        judged = found.reason == 0
        low, high = np.fmin(found.raw, found.centre), np.fmax(found.raw, found.centre)
        slack = 1e-12 + 1e-12 * high
        assert (found.estimate >= low - slack)[judged].all()
        assert (found.estimate <= high + slack)[judged].all()
        assert np.isnan(found.estimate[~judged]).all()


def test_small_areas_are_drawn_further_than_large_ones() -> None:
    found = global_rates([2, 200, 30, 10], [100, 10000, 3000, 2000])
    towards = (found.raw - found.estimate) / (found.raw - found.centre)
    assert towards[0] > 5 * towards[1]


def test_differences_that_chance_explains_leave_one_rate() -> None:
    found = global_rates([10, 11, 9, 100], [1000, 1000, 1000, 10000])
    assert (found.spread < 0).all()
    assert np.allclose(found.estimate, 0.01)
    # The model's variance is below 0 for the large area alone: there it is that of chance.
    small = np.sqrt(found.spread[0] + 0.01 / 1000)
    assert standardised_rates(found)[:3] == pytest.approx([0, 0.001 / small, -0.001 / small], abs=1e-9)
    assert found.spread[3] + 0.01 / 10000 < 0
    assert standardised_rates(found)[3] == pytest.approx(0, abs=1e-9)


def test_the_centre_of_a_neighbourhood_can_set_the_spread_too() -> None:
    near, random = grid(5, 5), np.random.default_rng(1)
    cases, people = random.poisson(20, 25), random.integers(500, 5000, 25)
    found = local_rates(cases, people, near, deviations="centre")
    area = 12
    members = np.append(near.of(area), area)
    rate = cases[members].sum() / people[members].sum()
    spread = (people[members] * (cases[members] / people[members] - rate) ** 2).sum() / people[members].sum()
    spread -= rate / people[members].mean()
    assert found.centre[area] == pytest.approx(rate)
    assert found.spread[area] == pytest.approx(spread)


@pytest.mark.parametrize(
    ("cases", "people", "reason"),
    [
        (-1, 50, Reason.NEGATIVE),
        (1.5, 50, Reason.FRACTIONAL),
        (np.nan, 50, Reason.MISSING),
        (1, np.nan, Reason.MISSING),
        (1, 0, Reason.NO_POPULATION),
        (np.inf, 50, Reason.INFINITE),
    ],
)
def test_an_area_that_cannot_be_judged_says_why_and_weighs_nothing(
    cases: Any, people: Any, reason: Reason
) -> None:
    rest = global_rates([4, 9, 2], [100, 110, 90])
    whole = global_rates([4, 9, 2, cases], [100, 110, 90, people])
    local = local_rates([4, 9, 2, cases], [100, 110, 90, people], line(4))
    assert whole.reason.tolist() == [0, 0, 0, reason]
    assert local.reason.tolist() == [0, 0, 0, reason]
    assert np.allclose(whole.estimate[:3], rest.estimate)
    assert np.isnan([whole.raw[3], whole.estimate[3], local.estimate[3]]).all()


def test_no_case_at_all_and_no_neighbour_are_reasons() -> None:
    nothing = global_rates([0, 0], [10, 20])
    assert (nothing.reason == Reason.ALL_ZERO).all()
    assert (nothing.raw == 0).all()
    assert np.isnan(nothing.estimate).all()
    alone = local_rates([1, 2, 3], [10, 20, 30], Neighbours.from_pairs(3, [(0, 1)]))
    assert alone.reason.tolist() == [0, 0, Reason.NO_NEIGHBOURS]


def test_a_neighbourhood_without_a_case_has_rate_zero() -> None:
    found = local_rates([0, 0, 0, 5, 6], [10, 20, 30, 40, 50], line(5))
    assert found.estimate[0] == 0
    assert found.reason[0] == 0


def test_a_billion_cases_are_counted() -> None:
    found = global_rates([1e9, 5, 7], [2e9, 100, 120])
    assert np.isfinite(found.estimate).all()
    assert global_rates([1e17, 5], [1e18, 100]).reason[0] == Reason.TOO_LARGE


def test_wrong_shapes_and_settings_are_refused() -> None:
    with pytest.raises(ValueError, match="differ in number"):
        global_rates([1, 2], [10])
    with pytest.raises(ValueError, match="dimension"):
        global_rates([[1, 2]], [[10, 20]])
    with pytest.raises(ValueError, match="one for each of 3"):
        local_rates([1, 2], [10, 20], line(3))
    with pytest.raises(ValueError, match="own or centre"):
        local_rates([1, 2], [10, 20], line(2), deviations="other")  # type: ignore[arg-type]
