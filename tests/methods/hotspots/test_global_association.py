# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from itertools import permutations as orders
from typing import Any

import numpy as np
import pytest

from baken.methods.hotspots.global_association import (
    empirical_bayes_index,
    gearys_c,
    getis_ord_g,
    morans_i,
)
from baken.methods.hotspots.permutation import Permutations
from baken.methods.neighbours import Neighbours
from baken.methods.reason import Reason

from .sids import columbus, columns, counties, here, line, totals

ALL = [morans_i, gearys_c, getis_ord_g]


@here
def test_north_carolina_has_the_figures_of_the_reference() -> None:
    stated, of, near = totals(), columns(), counties()
    moran, geary, getis = (statistic(of["rate74"], near) for statistic in ALL)
    index = empirical_bayes_index(of["sid74"], of["bir74"], near)
    pairs = {
        "moran_I": moran.statistic,
        "moran_EI": moran.expected,
        "moran_Var": moran.variance,
        "moran_z": moran.z,
        "moran_p_greater": moran.p_greater,
        "geary_C": geary.statistic,
        "geary_Var": geary.variance,
        "geary_z": geary.z,
        "globalG": getis.statistic,
        "globalG_E": getis.expected,
        "globalG_Var": getis.variance,
        "globalG_z": getis.z,
        "EBI_moran": index.statistic,
    }
    for name, figure in pairs.items():
        assert figure == pytest.approx(stated[name], abs=1e-8), name


@here
def test_columbus_has_its_published_figures() -> None:
    crime, near = columbus()
    assert near.counts.sum() == 236
    found = morans_i(crime, near)
    assert found.statistic == pytest.approx(0.500188557, abs=1e-9)
    assert found.variance == pytest.approx(0.008689289, abs=1e-9)
    assert found.z == pytest.approx(5.5894, abs=5e-5)


@pytest.mark.parametrize("statistic", ALL)
def test_moments_and_p_are_those_of_all_ways_to_deal_out_the_values(statistic: Any) -> None:
    values = [1.0, 4.0, 2.0, 8.0, 5.0, 7.0]
    near = Neighbours.from_lists([[1, 2], [0], [1, 3], [4], [3, 5, 0], [4]])
    found = statistic(values, near, Permutations(1999))
    each = np.array([statistic(one, near).statistic for one in orders(values)])
    assert found.expected == pytest.approx(each.mean())
    assert found.variance == pytest.approx(each.var())
    p = min(1, 2 * min((each <= found.statistic + 1e-9).mean(), (each >= found.statistic - 1e-9).mean()))
    assert found.p_permutation == pytest.approx(p, abs=0.05)


@pytest.mark.parametrize("statistic", ALL)
@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([5], Reason.ONE_AREA),
        ([5, 6, 7], Reason.ONE_AREA),
        ([], Reason.ONE_AREA),
        ([0, 0, 0, 0, 0], Reason.NO_VARIATION),
        ([np.nan] * 5, Reason.MISSING),
        ([1, np.nan, 2, np.nan, 3, np.nan, 4], Reason.NO_NEIGHBOURS),
    ],
)
def test_what_cannot_be_judged_says_why(statistic: Any, values: list[float], reason: Reason) -> None:
    found = statistic(values, line(len(values)) if values else Neighbours.from_pairs(0, []))
    assert found.reason == reason
    assert np.isnan([found.statistic, found.z, found.p, found.p_permutation]).all()


def test_g_needs_values_of_zero_and_above() -> None:
    assert getis_ord_g([1, -2, 3, 4, 5], line(5)).reason == Reason.NEGATIVE
    assert morans_i([1, -2, 3, 4, 5], line(5)).reason == Reason.JUDGED


def test_areas_and_islands_are_counted_and_missing_areas_left_out() -> None:
    near = Neighbours.from_pairs(7, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)])
    found = morans_i([1, 2, 4, 3, np.nan, 9, 8], near)
    assert (found.areas, found.islands) == (6, 2)


def test_all_areas_neighbours_of_all_leave_nothing_to_vary() -> None:
    near = Neighbours.from_pairs(5, [(i, j) for i in range(5) for j in range(i)])
    found = morans_i([1, 2, 4, 3, 9], near)
    assert found.statistic == pytest.approx(-0.25)
    assert np.isnan(found.z)
    assert found.reason == Reason.NO_VARIATION


def test_rates_without_a_case_or_without_people_say_so() -> None:
    assert empirical_bayes_index([0] * 5, [9] * 5, line(5)).reason == Reason.ALL_ZERO
    assert empirical_bayes_index([1] * 5, [0] * 5, line(5)).reason == Reason.NO_POPULATION
    found = empirical_bayes_index([1, 4, 2, 8, 3, 2], [90, 80, 0, 95, 70, 60], line(6))
    assert (found.areas, found.reason) == (5, Reason.JUDGED)


def test_a_cell_of_a_billion_overflows_nothing() -> None:
    for statistic in ALL:
        found = statistic([1, 2, 1e9, 4, 5, 6], line(6))
        assert np.isfinite([found.statistic, found.variance]).all()
