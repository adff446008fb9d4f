# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math

import numpy as np
import pytest

from baken.methods.comparison.probability_map import probability_map
from baken.methods.reason import Reason

from ..hotspots.sids import columns, here


@here
def test_every_county_has_the_chances_of_the_reference() -> None:
    stated = columns()
    found = probability_map(stated["sid74"], stated["bir74"])
    assert np.abs(found.raw - stated["EB_raw"]).max() < 1e-8
    assert np.abs(found.relative_risk - stated["probmap_relRisk"]).max() < 1e-8
    assert np.abs(found.p_at_most - stated["probmap_p"]).max() < 1e-8
    assert np.abs(found.choynowski - stated["choynowski_p"]).max() < 1e-8


def test_the_chances_are_sums_of_poisson_terms() -> None:
    found = probability_map([0, 3, 9], [400, 400, 400])
    assert found.expected.tolist() == [4, 4, 4]
    term = [math.exp(-4) * 4**k / math.factorial(k) for k in range(60)]
    assert found.p_at_most == pytest.approx([term[0], sum(term[:4]), sum(term[:10])])
    assert found.p_at_least == pytest.approx([1, sum(term[3:]), sum(term[9:])])
    assert found.choynowski == pytest.approx([term[0], sum(term[:4]), sum(term[9:])])
    assert found.p == pytest.approx([2 * term[0], 2 * sum(term[:4]), 2 * sum(term[9:])])


def test_a_figure_that_cannot_be_judged_says_why_and_weighs_nothing() -> None:
    found = probability_map([4, 9, -1, 0.5, np.nan, 2, np.inf], [100, 110, 9, 9, 9, 0, 9])
    assert found.reason.tolist() == [
        0,
        0,
        Reason.NEGATIVE,
        Reason.FRACTIONAL,
        Reason.MISSING,
        Reason.NO_POPULATION,
        Reason.INFINITE,
    ]
    assert found.expected[:2].tolist() == pytest.approx([13 * 100 / 210, 13 * 110 / 210])
    for figures in (found.raw, found.expected, found.relative_risk, found.p, found.choynowski):
        assert np.isnan(figures[2:]).all()
        assert np.isfinite(figures[:2]).all()


def test_not_one_case_is_a_reason() -> None:
    found = probability_map([0, 0], [10, 20])
    assert (found.reason == Reason.ALL_ZERO).all()
    assert (found.raw == 0).all()
    assert np.isnan(found.choynowski).all()


def test_a_billion_cases_have_a_chance() -> None:
    found = probability_map([1e9, 1e9 + 1e5], [1e10, 1e10])
    assert ((found.choynowski > 0) & (found.choynowski < 1)).all()


def test_two_rows_of_equal_length_are_needed() -> None:
    with pytest.raises(ValueError, match="differ in number"):
        probability_map([1, 2], [10])
