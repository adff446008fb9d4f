# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import csv
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.comparison.poisson_gamma import PoissonGamma, poisson_gamma
from baken.methods.reason import Reason

REFERENCE = Path(__file__).parents[3].parent / "shared" / "reference" / "nc_sids_local.csv"
needs_reference = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference results are not here")


def sids() -> dict[str, Any]:
    with REFERENCE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) for row in rows]) for name in ("sid74", "bir74", "eBayes_RR")}


@needs_reference
def test_agrees_with_the_reference_on_sudden_infant_deaths() -> None:
    data = sids()
    found = poisson_gamma(data["sid74"], data["bir74"])
    np.testing.assert_allclose(found.rate / found.reference, data["eBayes_RR"], rtol=0, atol=1e-8)
    # The shape and scale that the reference implies.
    assert found.shape == pytest.approx(6.37197675, abs=1e-7)
    assert found.inverse_scale * found.reference == pytest.approx(6.06527535, abs=1e-7)


@needs_reference
def test_moments_give_a_fixed_point_of_the_iteration() -> None:
    data = sids()
    expected = data["bir74"] * data["sid74"].sum() / data["bir74"].sum()
    found = poisson_gamma(data["sid74"], expected, estimator="moments")
    mean = found.rate.mean()
    rate = found.inverse_scale
    spread = ((1 + rate / expected) * (found.rate - mean) ** 2).sum() / 99
    assert found.shape / rate == pytest.approx(mean)
    assert found.shape / rate**2 == pytest.approx(spread)
    assert (found.shape, rate) == pytest.approx((4.63074923, 4.39574094), abs=1e-7)


def spread_counts() -> tuple[Any, Any]:
    draw = np.random.default_rng(3)
    exposure = draw.uniform(100, 10_000, 40)
    return draw.poisson(exposure * 0.01 * draw.gamma(4, 0.25, 40)), exposure


def test_rates_are_pulled_towards_the_overall_level() -> None:
    count, exposure = spread_counts()
    found = poisson_gamma(count, exposure)
    middle = found.shape / found.inverse_scale
    np.testing.assert_allclose(found.rate, found.weight * found.raw + (1 - found.weight) * middle)
    assert ((found.rate - middle) * (found.raw - middle) >= 0).all()
    assert (found.lower < found.rate).all()
    assert (found.rate < found.upper).all()
    assert ((found.probability_above > 0.5) == (found.rate > found.reference)).mean() > 0.9


def test_the_unit_of_the_exposure_does_not_matter() -> None:
    count, exposure = spread_counts()
    one, other = poisson_gamma(count, exposure), poisson_gamma(count, exposure * 1000)
    for name in ("rate", "lower", "upper"):
        np.testing.assert_allclose(getattr(one, name), getattr(other, name) * 1000, rtol=1e-9)
    np.testing.assert_allclose(one.probability_above, other.probability_above, rtol=1e-9)


def test_a_reference_of_choice() -> None:
    count, exposure = spread_counts()
    low, high = (poisson_gamma(count, exposure, reference=one) for one in (0.005, 0.02))
    assert (low.probability_above > high.probability_above).all()


def test_bad_figures_have_their_reason_and_touch_no_other_area() -> None:
    count, exposure = spread_counts()
    bad: Any = [math.nan, -1, 2.5, math.inf, 1e17, 5, 5]
    sizes: Any = [100] * 5 + [0, None]
    clean = poisson_gamma(count, exposure)
    mixed = poisson_gamma([*count, *bad], [*exposure, *sizes])
    np.testing.assert_array_equal(mixed.rate[:40], clean.rate)
    np.testing.assert_array_equal(mixed.lower[:40], clean.lower)
    assert mixed.reason[40:].tolist() == list(
        map(
            int,
            (
                Reason.MISSING,
                Reason.NEGATIVE,
                Reason.FRACTIONAL,
                Reason.INFINITE,
                Reason.TOO_LARGE,
                Reason.NO_POPULATION,
                Reason.MISSING,
            ),
        )
    )
    assert np.isnan(mixed.rate[40:]).all()
    assert np.isnan(mixed.probability_above[40:]).all()


@pytest.mark.parametrize(
    ("count", "exposure", "reason"),
    [
        ([10, 10, 10], [100, 100, 100], Reason.NO_VARIATION),
        ([0, 0, 0], [100, 100, 100], Reason.ALL_ZERO),
        ([10], [100], Reason.ONE_AREA),
        ([10, None], [100, 100], Reason.ONE_AREA),
    ],
)
@pytest.mark.parametrize("estimator", ["likelihood", "moments"])
def test_areas_that_cannot_be_compared(count: Any, exposure: Any, reason: Reason, estimator: Any) -> None:
    found = poisson_gamma(count, exposure, estimator=estimator)
    assert found.reason[0] == reason
    assert np.isnan(found.rate).all()
    assert np.isnan(found.probability_above).all()


def test_no_areas_and_a_billion() -> None:
    assert poisson_gamma([], []).rate.size == 0
    found = poisson_gamma([5, 10**9, 30, 12, 0], [1000, 10**10, 1000, 1000, 1000])
    assert found.reason.tolist() == [0] * 5
    assert found.rate[1] == pytest.approx(0.1, rel=1e-3)
    assert found.lower[1] < found.rate[1] < found.upper[1]
    vast = poisson_gamma([5, 2**52, 30, 12, 0], [1000, 2.0**60, 1000, 1000, 1000])
    assert vast.reason.tolist() == [0, int(Reason.TOO_LARGE), 0, 0, 0]


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=2, max_size=15))
def test_every_figure_is_judged_or_says_why_not(areas: list[tuple[int, int]]) -> None:
    count, exposure = zip(*areas, strict=True)
    found: PoissonGamma = poisson_gamma(count, exposure)
    judged = found.reason == 0
    assert judged.all() or not judged.any()
    if judged.all():
        assert np.isfinite(found.rate).all()
        assert (found.lower <= found.upper).all()
        assert ((found.probability_above >= 0) & (found.probability_above <= 1)).all()


@pytest.mark.parametrize(
    "arguments",
    [
        ([1, 2], [1]),
        ([[1]], [[1]]),
        ([1], [1], -1.0),
        ([1], [1], None, 2.0),
        ([1], [1], None, 0.9, "other"),
    ],
)
def test_mistakes_raise(arguments: Any) -> None:
    with pytest.raises(ValueError, match=r"must|differ"):
        poisson_gamma(*arguments)


@pytest.mark.slow
@pytest.mark.parametrize("areas", [10, 30, 100])
@pytest.mark.parametrize("shape", [4.0, 20.0])
@pytest.mark.parametrize("size", [20.0, 100.0])
def test_limits_cover_and_probabilities_are_calibrated(areas: int, shape: float, size: float) -> None:
    draw = np.random.default_rng(20260715)
    held, said, came = [], [], []
    for _ in range(150):
        exposure = draw.uniform(0.1, 1, areas) * size
        true = draw.gamma(shape, 1 / shape, areas)
        found = poisson_gamma(draw.poisson(exposure * true), exposure, reference=1.0)
        if not found.reason.any():
            held.append(((found.lower <= true) & (true <= found.upper)).mean())
            said += found.probability_above.tolist()
            came += (true > 1).tolist()
    least, most = (0.91, 0.985) if areas == 10 else (0.925, 0.97)
    assert least <= np.mean(held) <= most
    sure, above = np.array(said), np.array(came)
    for low in (0.0, 0.25, 0.5, 0.75):
        part = (sure >= low) & (sure < low + 0.25)
        assert above[part].mean() == pytest.approx(sure[part].mean(), abs=0.09)
