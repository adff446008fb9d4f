# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import csv
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from baken.methods.reason import Reason
from baken.methods.survey.small_area import small_area_estimates

# Arora & Lahiri (1997), Statistica Sinica 7:1053-1063, as printed by You & Chapman (2006), Survey Methodology
# 32:97-103: expenditure on fresh milk in 43 areas of the United States (1989), in four major areas.
DIRECT = [
    1.099,
    1.075,
    1.105,
    0.628,
    0.753,
    0.981,
    1.257,
    1.095,
    1.405,
    1.356,
    0.615,
    1.46,
    1.338,
    0.854,
    1.176,
    1.111,
    1.257,
    1.43,
    1.278,
    1.292,
    1.002,
    1.183,
    1.044,
    1.267,
    1.193,
    0.791,
    0.795,
    0.759,
    0.796,
    0.565,
    0.886,
    0.952,
    0.807,
    0.582,
    0.684,
    0.787,
    0.44,
    0.759,
    0.77,
    0.8,
    0.756,
    0.865,
    0.64,
]
ERROR = [
    0.163,
    0.08,
    0.083,
    0.109,
    0.119,
    0.141,
    0.202,
    0.127,
    0.168,
    0.178,
    0.1,
    0.201,
    0.148,
    0.143,
    0.149,
    0.145,
    0.135,
    0.172,
    0.137,
    0.163,
    0.125,
    0.247,
    0.14,
    0.171,
    0.106,
    0.121,
    0.121,
    0.259,
    0.106,
    0.089,
    0.225,
    0.205,
    0.119,
    0.067,
    0.106,
    0.126,
    0.092,
    0.132,
    0.1,
    0.113,
    0.083,
    0.121,
    0.129,
]
MAJOR = [1] * 7 + [2] * 7 + [3] * 11 + [4] * 18

SURVEY = Path(__file__).parents[3].parent / "shared" / "data" / "survey"
PROVINCES = SURVEY / "cbs_81877NED_province_2015_2017_with_margins.csv"
needs_survey = pytest.mark.skipif(not PROVINCES.exists(), reason="the survey data are not here")


def milk(estimator: Any) -> Any:
    major = np.array(MAJOR)
    covariates = np.column_stack([np.ones(43), *(major == one for one in (2, 3, 4))])
    return small_area_estimates(DIRECT, np.square(ERROR), covariates, estimator=estimator)


def test_agrees_with_other_software_on_the_milk_data() -> None:
    found = milk("reml")
    assert found.area_variance == pytest.approx(0.0185503348, abs=1e-9)
    assert found.coefficients == pytest.approx([0.96818899, 0.13278031, 0.22694622, -0.24130104], abs=1e-8)
    assert found.estimate[:4] == pytest.approx([1.02197054, 1.04760195, 1.06795143, 0.76081657], abs=1e-8)
    assert found.mse[:4] == pytest.approx([0.01346026, 0.00537288, 0.00570199, 0.00854175], abs=1e-8)
    moments = milk("fay_herriot")
    assert moments.area_variance == pytest.approx(0.0164202637, abs=1e-9)
    assert moments.estimate[:4] == pytest.approx([1.01797592, 1.04496386, 1.06448075, 0.77069206], abs=1e-8)
    assert moments.mse[:4] == pytest.approx([0.01275701, 0.00531447, 0.00563220, 0.00832347], abs=1e-8)


def test_integrating_the_variance_out_stays_close_and_is_no_surer() -> None:
    reml, found = milk("reml"), milk("integrated")
    assert np.abs(found.estimate - reml.estimate).max() < 0.02
    assert 0.01 < found.area_variance < 0.03
    assert (found.mse < np.square(ERROR)).all()


def test_equal_variances_have_a_closed_form() -> None:
    # With D = 1 everywhere and only a mean, A = sample variance - 1 by all three estimators.
    direct = np.array([1.0, 4, 2, 8, 5, 7])
    expected = direct.var(ddof=1) - 1
    for estimator in ("reml", "fay_herriot", "prasad_rao"):
        found = small_area_estimates(direct, np.ones(6), estimator=estimator)
        assert found.area_variance == pytest.approx(expected)
        assert found.estimate == pytest.approx(4.5 + expected / (expected + 1) * (direct - 4.5))


def test_no_differences_between_areas_give_the_common_value() -> None:
    found = small_area_estimates([1.0, 1.1, 0.9, 1.0, 1.05], [1.0] * 5, estimator="reml")
    assert found.area_variance == 0
    assert found.estimate == pytest.approx([1.01] * 5)
    assert (found.mse > 0).all()
    assert small_area_estimates([1.0, 1.1, 0.9, 1.0, 1.05], [1.0] * 5).area_variance > 0


@pytest.mark.parametrize("estimator", ["integrated", "reml", "fay_herriot", "prasad_rao"])
def test_bad_figures_have_their_reason_and_touch_no_other_area(estimator: Any) -> None:
    direct: Any = [1.0, 4, 2, 8, 5, 7]
    clean = small_area_estimates(direct, [1.0] * 6, estimator=estimator)
    mixed = small_area_estimates(
        [*direct, math.nan, 3, 3, 3, math.inf], [*[1.0] * 6, 1, math.nan, 0, -1, 1], estimator=estimator
    )
    expected = [Reason.MISSING, *[Reason.NO_RESPONDENTS] * 3, Reason.INFINITE]
    assert mixed.reason.tolist() == [0] * 6 + [int(one) for one in expected]
    assert mixed.estimate[:6] == pytest.approx(clean.estimate)
    assert np.isnan(mixed.estimate[6:]).all()
    assert np.isnan(mixed.lower[6:]).all()


def test_too_few_areas() -> None:
    found = small_area_estimates([1.0, 2.0, 3.0], [1.0] * 3)
    assert found.reason.tolist() == [int(Reason.ONE_AREA)] * 3
    assert np.isnan(found.estimate).all()
    assert small_area_estimates([], []).estimate.size == 0


def test_very_different_sizes() -> None:
    found = small_area_estimates([1e9, 2e9, 3e9, 1.5e9, 2.2e9], [1e12, 1e18, 1e15, 1e17, 1e16])
    assert (found.lower < found.estimate).all()
    assert found.estimate[0] == pytest.approx(1e9, rel=1e-3)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1, 2], [1]), "rows of one length"),
        (([[1, 2]], [[1, 2]]), "rows of one length"),
        (([1, 2], [1, 1], [1, 2]), "covariates must have one row"),
        (([1, 2], [1, 1], [[1]]), "covariates must have one row"),
        (([1.0] * 6, [1] * 6, [[1, 2]] * 6), "depend on each other"),
        (([1], [1], None, 2.0), "level"),
        (([1], [1], None, 0.9, "other"), "estimator"),
    ],
)
def test_mistakes_raise(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        small_area_estimates(*arguments)


def number(text: str) -> float:
    return float(text.replace(",", "."))


@needs_survey
def test_provinces_with_published_margins_gain_precision() -> None:
    with PROVINCES.open(encoding="utf-8-sig") as file:
        row = next(row for row in csv.DictReader(file) if "vaak onveilig" in row["Onderwerp"])
    names = [one.removeprefix("Waarde_") for one in row if one.startswith("Waarde_") and "_2017" in one]
    direct = np.array([number(row[f"Waarde_{name}"]) for name in names])
    variance = np.array([(number(row[f"Marges_{name}"]) / 1.96) ** 2 for name in names])
    found = small_area_estimates(direct, variance)
    assert found.reason.tolist() == [0] * 12
    assert (found.mse < variance * 1.01).mean() > 0.8
    assert (np.abs(found.estimate - direct) < 2 * np.sqrt(variance)).all()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("estimator", "least", "most"),
    [
        ("integrated", 0.93, 0.985),
        ("reml", 0.90, 0.98),
        ("fay_herriot", 0.90, 0.98),
        ("prasad_rao", 0.92, 0.99),
    ],
)
@pytest.mark.parametrize("areas", [8, 40])
@pytest.mark.parametrize("between", [0.5, 2.0])
def test_the_intervals_cover_and_the_error_falls(
    estimator: Any, least: float, most: float, areas: int, between: float
) -> None:
    draw = np.random.default_rng(20260719)
    held, ours, theirs = [], 0.0, 0.0
    for _ in range(150):
        variance = draw.uniform(0.3, 3, areas)
        covariates = np.column_stack([np.ones(areas), draw.normal(size=areas)])
        true = covariates @ [1, 0.5] + draw.normal(size=areas) * between**0.5
        direct = true + draw.normal(size=areas) * variance**0.5
        found = small_area_estimates(direct, variance, covariates, estimator=estimator)
        held.append(((found.lower <= true) & (true <= found.upper)).mean())
        ours += ((found.estimate - true) ** 2).sum()
        theirs += ((direct - true) ** 2).sum()
    assert least <= np.mean(held) <= most
    assert ours < 0.95 * theirs
