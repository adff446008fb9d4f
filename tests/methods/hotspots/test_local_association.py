# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from baken.methods.comparison.empirical_bayes import global_rates, local_rates, standardised_rates
from baken.methods.hotspots.getis_ord import getis_ord
from baken.methods.hotspots.local_association import RateOptions, local_association, rate_association
from baken.methods.hotspots.local_moran import local_moran
from baken.methods.hotspots.permutation import Permutations
from baken.methods.reason import Reason

from .sids import grid, line


def test_both_are_what_each_gives_alone() -> None:
    near, x, plan = grid(6, 5), np.random.default_rng(3).gamma(2, size=30), Permutations(199, seed=6)
    both = local_association(x, near, plan)
    star, moran = getis_ord(x, near, permutations=plan), local_moran(x, near, plan)
    for mine, alone in (
        (both.getis_ord.z, star.z),
        (both.getis_ord.p_permutation, star.p_permutation),
        (both.moran.statistic, moran.statistic),
        (both.moran.p_permutation, moran.p_permutation),
        (both.moran.q, moran.q),
    ):
        assert (mine == alone).all()


@pytest.mark.parametrize("smoothing", ["raw", "global", "local", "standardised"])
def test_rates_go_in_as_they_were_asked_for(smoothing: str) -> None:
    random, near = np.random.default_rng(3), grid(6, 5)
    people = random.integers(200, 5000, 30)
    cases = random.poisson(people * random.gamma(4, 0.002, 30))
    found = rate_association(cases, people, near, RateOptions(smoothing, Permutations(99)))  # type: ignore[arg-type]
    rates = global_rates(cases, people)
    expected = {
        "raw": cases / people,
        "global": rates.estimate,
        "local": local_rates(cases, people, near).estimate,
        "standardised": standardised_rates(rates),
    }[smoothing]
    assert np.allclose(found.values, expected, rtol=1e-12)
    assert (found.getis_ord.z == getis_ord(expected, near).z).all()


def test_areas_without_people_or_with_impossible_counts_are_left_out_and_named() -> None:
    cases = [3, 5, 1, -2, 4, 2.5, np.nan, 8, 6, 7]
    people = [100, 0, 90, 80, 85, 90, 95, 110, 100, np.nan]
    found = rate_association(cases, people, line(10), RateOptions(permutations=Permutations(19)))
    reasons = [Reason(one) for one in found.moran.reason]
    assert reasons == [
        Reason.NO_NEIGHBOURS,
        Reason.NO_POPULATION,
        Reason.NO_NEIGHBOURS,
        Reason.NEGATIVE,
        Reason.NO_NEIGHBOURS,
        Reason.FRACTIONAL,
        Reason.MISSING,
        Reason.JUDGED,
        Reason.JUDGED,
        Reason.MISSING,
    ]
    assert (np.isnan(found.getis_ord.z) == (found.getis_ord.reason != 0)).all()
    assert found.moran.left_out.tolist() == [1, 0, 2, 0, 2, 0, 0, 1, 1, 0]


def test_no_case_at_all_is_a_reason() -> None:
    found = rate_association([0] * 6, [100] * 6, line(6))
    assert (found.moran.reason == Reason.ALL_ZERO).all()


def test_an_unknown_smoothing_is_refused() -> None:
    with pytest.raises(ValueError, match="smoothing must be"):
        RateOptions("kernel")  # type: ignore[arg-type]


def test_smoothing_keeps_a_hamlet_from_leading_the_list() -> None:
    near = grid(6, 6)
    people = np.full(36, 4000.0)
    people[14] = 12
    cases = np.full(36, 40.0) + np.arange(36) % 5
    cases[14] = 2
    raw = rate_association(cases, people, near, RateOptions("raw"))
    smoothed = rate_association(cases, people, near)
    assert np.nanargmax(raw.values) == 14
    assert np.nanargmax(smoothed.values) != 14
