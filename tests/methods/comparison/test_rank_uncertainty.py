# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest

from baken.methods.comparison.poisson_gamma import poisson_gamma
from baken.methods.comparison.rank_uncertainty import (
    RankOptions,
    not_distinguishable,
    probability_higher,
    rank_uncertainty,
)


def rates(seed: int = 4, areas: int = 30) -> Any:
    draw = np.random.default_rng(seed)
    exposure = draw.uniform(20, 200, areas)
    return poisson_gamma(draw.poisson(exposure * draw.gamma(4, 0.25, areas)), exposure)


def test_places_agree_with_the_exact_probabilities() -> None:
    found = rates()
    places = rank_uncertainty(found, RankOptions(draws=20_000, top=5))
    higher = probability_higher(found, range(30))
    # The expected place is one more than the expected number of areas that lie higher.
    exact = 1 + np.nansum(higher, axis=0)
    np.testing.assert_allclose(places.expected, exact, atol=0.15)
    assert places.top.sum() == pytest.approx(5)
    # The mean of a skewed place can lie just beyond an interval of one place.
    assert (places.lower <= places.expected + 0.1).all()
    assert (places.expected <= places.upper + 0.1).all()


def test_the_same_seed_gives_the_same_places() -> None:
    one, other, third = (rank_uncertainty(rates(), RankOptions(seed=seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.expected, other.expected)
    assert (one.expected != third.expected).any()


def test_in_blocks_or_at_once_is_the_same(monkeypatch: Any) -> None:
    whole = rank_uncertainty(rates())
    monkeypatch.setattr("baken.methods.comparison.rank_uncertainty._AT_ONCE", 3000)
    np.testing.assert_array_equal(rank_uncertainty(rates()).expected, whole.expected)


def test_probabilities_of_a_pair_add_up_to_one() -> None:
    higher = probability_higher(rates(), [3, 7, 20])
    off = ~np.eye(3, dtype=bool)
    np.testing.assert_allclose((higher + higher.T)[off], 1)
    assert np.isnan(np.diag(higher)).all()


def test_close_areas_cannot_be_told_apart_and_far_ones_can() -> None:
    found = poisson_gamma([100, 104, 300, 20, 98, 150], [100] * 6)
    is_open = not_distinguishable(found, range(6))
    assert is_open[0, 1]
    assert not is_open[0, 2]
    assert not is_open[3, 2]
    assert (is_open == is_open.T).all()
    assert not np.diag(is_open).any()


def test_areas_that_are_not_judged_have_no_place() -> None:
    found = poisson_gamma([100, math.nan, 300, 20, 98], [100] * 5)
    places = rank_uncertainty(found)
    assert np.isnan(places.expected[1])
    assert np.isnan(places.top[1])
    assert np.nanmax(places.upper) <= 4
    assert not_distinguishable(found, range(5))[0, 1]
    nothing = rank_uncertainty(poisson_gamma([10, 10], [10, 10]))
    assert np.isnan(nothing.expected).all()


@pytest.mark.parametrize("options", [{"draws": 10}, {"top": 0}, {"level": 1.5}])
def test_mistakes_raise(options: Any) -> None:
    with pytest.raises(ValueError, match=r"must|needed"):
        rank_uncertainty(rates(), RankOptions(**options))


def test_no_such_area() -> None:
    for areas in ([-1, 2], [0, 30]):
        with pytest.raises(ValueError, match="areas must be positions"):
            probability_higher(rates(), areas)


@pytest.mark.slow
@pytest.mark.parametrize("areas", [10, 50])
def test_the_intervals_hold_the_true_place(areas: int) -> None:
    draw = np.random.default_rng(20260716)
    held, said, came = [], [], []
    for seed in range(150):
        exposure = draw.uniform(5, 100, areas)
        true = draw.gamma(6, 1 / 6, areas)
        found = poisson_gamma(draw.poisson(exposure * true), exposure)
        if found.reason.any():
            continue
        places = rank_uncertainty(found, RankOptions(top=areas // 5, draws=500, seed=seed))
        rank = np.argsort(np.argsort(-true)) + 1
        held.append(((places.lower <= rank) & (rank <= places.upper)).mean())
        said += places.top.tolist()
        came += (rank <= areas // 5).tolist()
    assert 0.95 <= np.mean(held) <= 0.995
    likely = np.array(said) > 0.5
    assert np.array(came)[likely].mean() == pytest.approx(np.array(said)[likely].mean(), abs=0.06)
