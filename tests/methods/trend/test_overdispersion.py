# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import numpy as np
import pytest

from baken.methods.rates.rate_change import rate_change
from baken.methods.reason import Reason
from baken.methods.trend._trigamma import digamma, trigamma, trigamma_inverse
from baken.methods.trend.annual_trend import annual_trend
from baken.methods.trend.overdispersion import overdispersion, pooled

from .series import FALLING, RISING, drawn

special: Any = pytest.importorskip("scipy.special")  # untyped, and a test-only import


@pytest.mark.parametrize("x", [0.1, 0.5, 1, 2.5, 14.9, 15, 300, 1e5])
def test_the_gamma_functions_agree_with_scipy(x: float) -> None:
    assert digamma(x) == pytest.approx(float(special.digamma(x)), rel=1e-12)
    assert trigamma(x) == pytest.approx(float(special.polygamma(1, x)), rel=1e-12)
    assert trigamma_inverse(trigamma(x)) == pytest.approx(x, rel=1e-10)


def test_the_inverse_of_a_tiny_value() -> None:
    assert trigamma_inverse(1e-9) == pytest.approx(1e9)


def test_one_series_keeps_its_own_estimate() -> None:
    (spread,) = overdispersion([RISING]).series
    assert spread.estimate == spread.shrunk == annual_trend(RISING).dispersion
    assert spread.degrees == 8
    assert spread.phi == 1


def test_few_periods_are_paid_for() -> None:
    row = [100, 160, 90, 150, 130]
    (spread,) = overdispersion([row]).series
    # (t / z)^2 with 3 degrees of freedom: (3.1824 / 1.9600)^2.
    assert spread.for_interval() == pytest.approx(spread.estimate * (3.182446 / 1.959964) ** 2, rel=1e-6)
    assert spread.for_interval(0.9) < spread.for_interval()


def test_alike_series_share_one_figure() -> None:
    found = pooled([(Reason.JUDGED, spread, 6.0) for spread in (1.9, 2.0, 2.1, 2.2)])
    assert math.isinf(found.weight)
    assert [one.shrunk for one in found.series] == pytest.approx([2.05] * 4)
    assert {one.shrunk_degrees for one in found.series} == {24.0}


def test_series_that_differ_are_drawn_together_only_in_part() -> None:
    found = pooled([(Reason.JUDGED, spread, 8.0) for spread in (1, 1.2, 9, 0.8, 30, 1.1)])
    assert 0 < found.weight < 8
    for one in found.series:
        assert min(one.estimate, found.common) <= one.shrunk <= max(one.estimate, found.common)
        assert one.shrunk_degrees == pytest.approx(8 + found.weight)


def test_the_shrinking_is_that_of_smyth() -> None:
    # Recover the spread and the weight that many series are drawn with.
    rng = np.random.default_rng(1)
    true = 3 * 10 / rng.chisquare(10, 4000)
    found = pooled([(Reason.JUDGED, float(s * rng.chisquare(6) / 6), 6.0) for s in true])
    assert found.common == pytest.approx(3, rel=0.05)
    assert found.weight == pytest.approx(10, rel=0.15)


def test_a_series_that_cannot_be_judged_takes_what_the_others_give() -> None:
    found = overdispersion([RISING, FALLING, [10, 30, 12, 28, 15], [0, 0, 0, 0], [4, None]])
    assert found.series[3].reason is Reason.ALL_ZERO
    assert found.series[3].shrunk == found.common
    assert math.isnan(found.series[3].estimate)
    assert found.series[4].reason is Reason.TOO_FEW_PERIODS


def test_nothing_known_is_nan() -> None:
    (spread,) = overdispersion([[0, 0, 0, 0]]).series
    assert math.isnan(spread.phi)
    assert math.isnan(spread.for_interval())


def test_a_series_on_its_line_has_a_spread_of_nothing() -> None:
    found = overdispersion([[5, 5, 5, 5, 5], RISING, FALLING, RISING[::-1]])
    assert found.series[0].estimate == pytest.approx(0, abs=1e-12)
    assert found.series[0].phi >= 1


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="one exposure per series"):
        overdispersion([])
    with pytest.raises(ValueError, match="one exposure per series"):
        overdispersion([RISING], [None, None])
    with pytest.raises(ValueError, match="at least one series"):
        pooled([])


@pytest.mark.slow
@pytest.mark.parametrize("phi", [1, 2, 3])
def test_the_interval_of_a_change_covers(phi: float) -> None:
    rng = np.random.default_rng(4)
    hits = []
    for _ in range(150):
        rows = drawn(rng, np.full((8, 8), 60.0), phi)
        for row, spread in zip(rows, overdispersion(rows.tolist()).series, strict=True):
            change = rate_change((row[-2], row[-1]), (1000, 1000), overdispersion=spread.for_interval())
            hits.append(change.ratio_lower <= 1 <= change.ratio_upper)
    # The limits of a rate change are exact, hence wide: with phi known they cover 0.96 here.
    assert 0.93 <= np.mean(hits) <= 0.99
