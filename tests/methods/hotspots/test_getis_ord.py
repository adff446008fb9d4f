# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.hotspots.getis_ord import getis_ord
from baken.methods.hotspots.permutation import Permutations
from baken.methods.neighbours import Neighbours
from baken.methods.reason import Reason

from .sids import columns, counties, grid, here, line


@here
@pytest.mark.parametrize("standardised", [False, True])
def test_every_county_has_the_g_and_the_g_star_of_the_reference(standardised: bool) -> None:
    stated, near = columns(), counties()
    near = near.row_standardised() if standardised else near
    for column, include_self in (("G", False), ("Gstar", True)):
        found = getis_ord(stated["rate74"], near, include_self)
        assert np.abs(found.z - stated[column]).max() < 1e-8
        assert not found.reason.any()


@given(st.lists(st.floats(0, 1000), min_size=5, max_size=12))
def test_mean_and_variance_are_those_of_all_ways_to_deal_out_the_values(values: list[float]) -> None:
    values = [round(value, 3) for value in values]
    near = line(len(values))
    found = getis_ord(values, near)
    x = np.array(values)
    sums = np.array([x[[0, 1]].sum(), x[[0, 1, 2]].sum()])
    if x.min() == x.max():
        assert (found.reason == Reason.NO_VARIATION).all()
        return
    for area, of in ((0, 2), (1, 3)):
        n = len(values)
        variance = of * x.var() * (n - of) / (n - 1)
        z = (sums[area] - of * x.mean()) / np.sqrt(variance)
        assert found.z[area] == pytest.approx(z, abs=1e-6)


def test_scale_and_shift_change_nothing() -> None:
    near, x = grid(5, 6), np.random.default_rng(2).gamma(2, size=30)
    for include_self in (False, True):
        first = getis_ord(x, near, include_self).z
        assert np.allclose(getis_ord(1e9 * x - 7, near, include_self).z, first, rtol=0, atol=1e-9)


def test_one_cell_of_a_billion_leaves_the_other_figures_right() -> None:
    x = np.arange(30.0)
    x[12] = 1e9
    near = grid(5, 6)
    found = getis_ord(x, near, include_self=False)
    others = np.delete(x, 12)
    around = near.of(12)
    room = (29 * len(around) - len(around) ** 2) / 28
    expected = (x[around].sum() - len(around) * others.mean()) / np.sqrt(others.var() * room)
    assert found.z[12] == pytest.approx(expected, rel=1e-6)
    assert np.isfinite(found.z).all()


def test_islands_are_not_judged_and_not_counted_among_the_tests() -> None:
    near = Neighbours.from_pairs(7, [(0, 1), (1, 2), (2, 3), (4, 5)])
    found = getis_ord([1, 2, 9, 8, 3, 1, 50], near, permutations=Permutations(99))
    assert found.reason.tolist() == [0, 0, 0, 0, 0, 0, Reason.NO_NEIGHBOURS]
    assert np.isnan([found.z[6], found.p[6], found.p_permutation[6], found.q[6]]).all()
    assert np.nanmin(found.q) >= np.nanmin(found.p_permutation)
    assert found.q[np.nanargmax(found.p_permutation)] == np.nanmax(found.p_permutation)


def test_without_draws_the_false_discovery_rate_is_that_of_the_normal_p() -> None:
    found = getis_ord([1, 2, 9, 8, 3, 1, 5], line(7))
    assert np.isnan(found.p_permutation).all()
    assert np.nanmax(found.q) == pytest.approx(np.nanmax(found.p))


@pytest.mark.parametrize(
    ("values", "reasons"),
    [
        ([5], [Reason.ONE_AREA]),
        ([5, 6], [Reason.ONE_AREA] * 2),
        ([0, 0, 0, 0], [Reason.NO_VARIATION] * 4),
        ([0.1, 0.1, 0.1, 0.1], [Reason.NO_VARIATION] * 4),
        ([np.nan] * 4, [Reason.MISSING] * 4),
        ([1, 2, 3], [0, Reason.ONE_AREA, 0]),
        ([7, 1, 1, 1, 1], [Reason.NO_VARIATION, 0, 0, 0, 0]),
    ],
)
def test_what_cannot_be_judged_says_why(values: Any, reasons: list[int]) -> None:
    found = getis_ord(values, line(len(values)), include_self=False)
    assert found.reason.tolist() == reasons
    assert (np.isnan(found.z) == (found.reason != 0)).all()


@pytest.mark.slow
def test_the_false_discovery_rate_holds_although_neighbours_share_values() -> None:
    random, near = np.random.default_rng(4), grid(20, 20)
    high = np.zeros((20, 20), dtype=bool)
    high[4:9, 5:10] = True
    touched = high.ravel() | (near.sums(high.ravel().astype(float)) > 0)
    for shape in ("normal", "skew"):
        rates, power = [], []
        for run in range(40):
            noise = random.normal(size=400) if shape == "normal" else random.gamma(2, size=400)
            found = getis_ord(noise + 3 * high.ravel(), near, True, Permutations(999, seed=run, up_to=40000))
            called = found.q <= 0.05
            rates.append((called & ~touched).sum() / max(1, called.sum()))
            power.append(called[high.ravel()].mean())
        assert np.mean(rates) <= 0.05
        assert np.mean(power) > 0.3
