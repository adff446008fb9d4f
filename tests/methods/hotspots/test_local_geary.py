# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest

from baken.methods.hotspots.global_association import gearys_c
from baken.methods.hotspots.local_geary import local_geary
from baken.methods.hotspots.permutation import Permutations
from baken.methods.reason import Reason

from .sids import grid, line


def test_the_local_figures_add_up_to_the_total() -> None:
    near, x = grid(6, 5), np.random.default_rng(3).gamma(2, size=30)
    total = gearys_c(x, near).statistic
    assert local_geary(x, near).statistic.sum() * 29 / (2 * 30 * 30) == pytest.approx(total)


def test_mean_variance_and_p_are_those_of_dealing_out_the_other_values() -> None:
    random, near = np.random.default_rng(8), grid(4, 5)
    x = random.gamma(2, size=20)
    found = local_geary(x, near, Permutations(9999))
    for area in (0, 7, 13):
        others, size = np.delete(x, area), len(near.of(area))
        drawn = np.array([random.permutation(others)[:size] for _ in range(20000)])
        each = ((drawn - x[area]) ** 2).mean(axis=1) / x.var()
        assert found.conditional.expected[area] == pytest.approx(each.mean(), abs=5 * each.std() / 141)
        assert found.conditional.variance[area] == pytest.approx(each.var(), rel=0.08)
        observed = found.statistic[area]
        p = min(1, 2 * min((each <= observed + 1e-12).mean(), (each >= observed - 1e-12).mean()))
        assert found.p_permutation[area] == pytest.approx(p, abs=0.03)


def test_alike_is_below_and_unlike_above_what_chance_gives() -> None:
    found = local_geary([1, 1, 1, 1, 9, 1, 5, 5, 5, 5], line(10))
    assert found.conditional.z[1] < 0
    assert found.conditional.z[4] > 0


@pytest.mark.parametrize(
    ("values", "reasons"),
    [
        ([5], [Reason.ONE_AREA]),
        ([3, 3, 3, 3], [Reason.NO_VARIATION] * 4),
        ([7, 1, 1, 1, 1], [Reason.NO_VARIATION, 0, 0, 0, 0]),
        ([1, np.nan, 3, 4, 6], [Reason.NO_NEIGHBOURS, Reason.MISSING, 0, 0, 0]),
    ],
)
def test_what_cannot_be_judged_says_why(values: Any, reasons: list[int]) -> None:
    found = local_geary(values, line(len(values)), Permutations(19))
    assert found.reason.tolist() == reasons
    for figures in (found.statistic, found.conditional.z, found.p_permutation, found.q):
        assert (np.isnan(figures) == (found.reason != 0)).all()
