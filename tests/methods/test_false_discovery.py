# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from baken.methods.false_discovery import adjusted

PAPER = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
]
P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=60)


def test_the_example_of_the_paper_has_four_discoveries_and_three_under_any_dependence() -> None:
    assert (adjusted(PAPER) <= 0.05).sum() == 4
    assert (adjusted(PAPER, dependent=True) <= 0.05).sum() == 3


@given(P_VALUES, st.booleans())
def test_it_agrees_with_scipy(p: Any, dependent: Any) -> None:
    expected = false_discovery_control(p, method="by" if dependent else "bh")
    assert adjusted(p, dependent) == pytest.approx(expected, abs=1e-12)


@given(P_VALUES, st.integers(0, 60))
def test_a_test_that_could_not_be_done_changes_nothing(p: Any, place: Any) -> None:
    place = min(place, len(p))
    widened = adjusted([*p[:place], float("nan"), *p[place:]])
    assert np.isnan(widened[place])
    assert np.delete(widened, place) == pytest.approx(adjusted(p))


@given(P_VALUES)
def test_the_order_of_p_stays_and_nothing_becomes_smaller(p: Any) -> None:
    q = adjusted(p)
    assert (q >= np.asarray(p) - 1e-15).all()
    assert (np.diff(q[np.argsort(p)]) >= 0).all()


def test_the_rate_holds_by_simulation() -> None:
    draw = np.random.default_rng(11)
    shares = []
    for _ in range(2000):
        p = draw.random(200)
        p[:40] **= 12
        found = adjusted(p) <= 0.05
        shares.append(found[40:].sum() / max(found.sum(), 1))
    assert 0.03 < np.mean(shares) < 0.05


def test_nothing_known_gives_nothing() -> None:
    assert np.isnan(adjusted([float("nan"), float("nan")])).all()
    assert adjusted([]).size == 0


@pytest.mark.parametrize("p", [-0.1, 1.1])
def test_what_is_no_p_value_is_refused(p: Any) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        adjusted([0.5, p])
