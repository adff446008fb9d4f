# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest

from baken.methods.hotspots.global_association import morans_i
from baken.methods.hotspots.local_moran import Quadrant, local_moran
from baken.methods.hotspots.permutation import Permutations, permutation_p
from baken.methods.neighbours import Neighbours
from baken.methods.reason import Reason

from .sids import columbus, columns, counties, grid, here, line


@here
def test_every_county_has_the_figures_of_the_reference() -> None:
    stated = columns()
    found = local_moran(stated["rate74"], counties())
    pairs = {
        "localI": found.statistic,
        "EIi": found.conditional.expected,
        "VarI": found.conditional.variance,
        "ZI": found.conditional.z,
        "pI": found.conditional.p,
        "VarI_uncond": found.total.variance,
        "ZI_uncond": found.total.z,
    }
    for name, figures in pairs.items():
        assert np.abs(figures - stated[name]).max() < 1e-8, name
    assert np.allclose(found.total.expected, -1 / 99)


@here
def test_the_local_figures_of_columbus_have_the_published_total_as_their_mean() -> None:
    crime, near = columbus()
    assert local_moran(crime, near).statistic.mean() == pytest.approx(0.500188557, abs=1e-9)


def test_the_mean_of_the_local_is_the_total_statistic() -> None:
    near, x = grid(6, 5), np.random.default_rng(3).gamma(2, size=30)
    assert local_moran(x, near).statistic.mean() == pytest.approx(morans_i(x, near).statistic)


def test_the_expectation_and_both_variances_are_those_of_permutations() -> None:
    random, near = np.random.default_rng(8), grid(4, 5)
    x = random.gamma(2, size=20)
    found = local_moran(x, near)
    area, w = 7, near.row_standardised()
    z = (x - x.mean()) / x.std()
    runs = np.array([random.permutation(z) for _ in range(20000)])
    slots, weight = w.of(area), w.weight[w.start[area] : w.start[area + 1]]
    total = runs[:, area] * (runs[:, slots] @ weight)
    others = np.delete(z, area)
    given = z[area] * np.array([random.permutation(others)[: len(slots)] @ weight for _ in range(20000)])
    for moments, drawn in ((found.total, total), (found.conditional, given)):
        assert moments.expected[area] == pytest.approx(drawn.mean(), abs=5 * drawn.std() / 141)
        assert moments.variance[area] == pytest.approx(drawn.var(), rel=0.06)


def test_its_permutation_p_is_that_of_the_neighbours() -> None:
    near, x = grid(6, 5), np.random.default_rng(3).gamma(2, size=30)
    plan = Permutations(199, seed=4)
    assert (local_moran(x, near, plan).p_permutation == permutation_p(x, near, plan).around).all()


def test_quadrants_say_who_is_high_among_whom() -> None:
    near = Neighbours.from_pairs(8, [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7)])
    found = local_moran([10, 12, 9, 1, 2, 0, 11, 3], near)
    named = [Quadrant(one) for one in found.quadrant]
    assert named[:6] == [Quadrant.HIGH_AMONG_HIGH] * 3 + [Quadrant.LOW_AMONG_LOW] * 3
    assert named[6:] == [Quadrant.HIGH_AMONG_LOW, Quadrant.LOW_AMONG_HIGH]


def test_a_value_at_the_mean_is_evidence_of_nothing() -> None:
    found = local_moran([1, 2, 3, 2, 1, 3, 2], line(7), Permutations(99))
    middle = np.array([1, 3, 6])
    assert (found.statistic[middle] == 0).all()
    assert (found.conditional.p[middle] == 1).all()
    assert (found.p_permutation[middle] == 1).all()
    assert (found.quadrant[middle] == Quadrant.NONE).all()
    assert not found.reason.any()


@pytest.mark.parametrize(
    ("values", "reasons"),
    [
        ([5], [Reason.ONE_AREA]),
        ([3, 3, 3, 3], [Reason.NO_VARIATION] * 4),
        ([1, np.nan, 3, 4, 6], [Reason.NO_NEIGHBOURS, Reason.MISSING, 0, 0, 0]),
        ([1, -np.inf, 3, 4, 6], [Reason.NO_NEIGHBOURS, Reason.INFINITE, 0, 0, 0]),
        ([1, 2, 4], [0, Reason.ONE_AREA, 0]),
    ],
)
def test_what_cannot_be_judged_says_why(values: Any, reasons: list[int]) -> None:
    found = local_moran(values, line(len(values)), Permutations(19))
    assert found.reason.tolist() == reasons
    unjudged = found.reason != 0
    for figures in (found.statistic, found.conditional.z, found.p_permutation, found.q):
        assert (np.isnan(figures) == unjudged).all()
    assert (found.quadrant[unjudged] == Quadrant.NONE).all()


def test_no_areas_give_no_figures() -> None:
    assert local_moran([], Neighbours.from_pairs(0, [])).q.size == 0
