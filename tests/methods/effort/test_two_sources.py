# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.effort.two_sources import seen_bounds, total_bounds
from baken.methods.reason import Reason

cells = st.integers(0, 10_000)


def test_two_lists_that_are_not_linked() -> None:
    found = seen_bounds(100, 80)
    assert (found.fewest, found.most) == (100, 180)
    assert seen_bounds(None, 80).reason is Reason.MISSING


def test_bounds_over_a_range_of_dependence() -> None:
    found = total_bounds((100, 80, 20), (0.5, 3))
    # 80 only in the first, 60 only in the second, 20 in both: 240 unseen if independent.
    assert (found.seen, found.fewest, found.most) == (160, 280, 880)
    assert found.independent == pytest.approx(101 * 81 / 21 - 1)
    assert found.lower < found.fewest < found.most < found.upper
    assert math.isnan(total_bounds((100, 80, 20), (1.5, 3)).independent)


@given(cells, cells, cells, st.floats(0.01, 10), st.floats(0.01, 10))
def test_the_bounds_are_in_order(only: int, other: int, both: int, one: float, two: float) -> None:
    low, high = sorted((one, two))
    found = total_bounds((only + both, other + both, both), (low, high))
    assert found.seen <= found.fewest <= found.most
    assert found.seen <= found.lower <= found.upper
    assert found.most == math.inf if not both else found.upper < math.inf


def test_nothing_in_both_has_no_upper_bound() -> None:
    found = total_bounds((10, 8, 0), (0.5, 3))
    assert found.reason is Reason.TOO_FEW_CASES
    assert (found.fewest, found.lower, found.most, found.upper) == (18, 18, math.inf, math.inf)
    assert math.isnan(found.independent)


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ((10, 8, None), Reason.MISSING),
        ((-1, 8, 0), Reason.NEGATIVE),
        ((10, 8, 9), Reason.NEGATIVE),
        ((10, 8.5, 2), Reason.FRACTIONAL),
        ((10, math.inf, 2), Reason.INFINITE),
    ],
)
def test_bad_figures(counts: Any, reason: Reason) -> None:
    found = total_bounds(counts, (0.5, 2))
    assert found.reason is reason
    assert math.isnan(found.most)
    assert math.isnan(found.seen)


@pytest.mark.parametrize(
    "arguments",
    [
        ((1, 2), (1, 2)),
        ((3, 2, 1), (0, 2)),
        ((3, 2, 1), (2, 1)),
        ((3, 2, 1), (1,)),
        ((3, 2, 1), (1, math.inf)),
        ((3, 2, 1), (1, 2), 5),
    ],
)
def test_mistakes_raise(arguments: Any) -> None:
    with pytest.raises(ValueError, match="must"):
        total_bounds(*arguments)


@pytest.mark.slow
@pytest.mark.parametrize("odds_ratio", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("total", [200, 1000])
def test_the_interval_covers_when_the_range_holds_the_truth(odds_ratio: float, total: int) -> None:
    draw = np.random.default_rng(20260721)
    # Cell chances with this odds ratio and about 40 % and 30 % in the two sources.
    inside = np.array([0.12 * odds_ratio, 0.28, 0.18, 0.42])
    held = []
    for both, only, other, _ in draw.multinomial(total, inside / inside.sum(), 2000):
        counts = (int(both + only), int(both + other), int(both))
        found = total_bounds(counts, (odds_ratio, odds_ratio))
        held.append(found.lower <= total <= found.upper)
        wide = total_bounds(counts, (odds_ratio / 2, odds_ratio * 2))
        assert wide.lower <= found.lower
        assert wide.upper >= found.upper
    assert 0.93 <= np.mean(held) <= 0.97
