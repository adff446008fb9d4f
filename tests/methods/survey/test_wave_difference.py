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

from baken.methods.reason import Reason
from baken.methods.survey.share_change import share_change
from baken.methods.survey.wave_difference import difference_of_margins, wave_difference

SURVEY = Path(__file__).parents[3].parent / "shared" / "data" / "survey"
PROVINCES = SURVEY / "cbs_81877NED_province_2015_2017_with_margins.csv"
needs_survey = pytest.mark.skipif(not PROVINCES.exists(), reason="the survey data are not here")


@pytest.mark.requirement("TRAP-15")
def test_a_difference_is_not_judged_until_the_respondents_are_given() -> None:
    unknown = wave_difference((0.205, 0.187), (None, None))
    assert unknown.reason is Reason.NO_RESPONDENTS
    assert unknown.significant is None
    assert unknown.difference == pytest.approx(-0.018)
    few = wave_difference((0.205, 0.187), (1000, 1000))
    assert few.significant is False
    many = wave_difference((0.205, 0.187), (4000, 4000))
    assert many.significant is True
    assert many.design_effect == 1
    # The verdict holds up to a design effect of 1.07 only.
    assert many.largest_design_effect == pytest.approx(1.07, abs=0.001)
    assert wave_difference((0.205, 0.187), (4000, 4000), design_effect=1.1).significant is False


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 10**6), st.integers(1, 10**6), st.floats(0.5, 5))
def test_agrees_with_the_share_change(one: float, other: float, n: int, m: int, effect: float) -> None:
    found = wave_difference((one, other), (n, m), design_effect=effect)
    change = share_change((one, other), (n, m), design_effect=effect)
    assert (found.lower, found.upper) == (change.lower, change.upper)
    assert found.significant is change.excludes_zero
    if not math.isnan(found.largest_design_effect) and found.largest_design_effect < 1e5:
        assert found.significant == (found.largest_design_effect > effect) or (
            found.largest_design_effect == pytest.approx(effect)
        )


def test_no_difference_is_never_significant() -> None:
    assert math.isnan(wave_difference((0.2, 0.2), (1000, 1000)).largest_design_effect)


@pytest.mark.parametrize(
    ("share", "n", "reason"),
    [
        ((None, 0.2), (100, 100), Reason.MISSING),
        ((0.2, math.nan), (100, 100), Reason.MISSING),
        ((0.2, 0.3), (100, None), Reason.NO_RESPONDENTS),
        ((0.2, 0.3), (0, 100), Reason.NO_RESPONDENTS),
    ],
)
def test_what_cannot_be_judged_says_why(share: Any, n: Any, reason: Reason) -> None:
    found = wave_difference(share, n)
    assert found.reason is reason
    assert found.significant is None
    assert math.isnan(found.lower)
    margins = tuple(one and one / 1000 for one in n)
    assert difference_of_margins(share, margins).reason is reason


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (wave_difference, ((20.5, 18.7), (1000, 1000))),
        (wave_difference, ((0.2,), (1000, 1000))),
        (wave_difference, ((0.2, 0.3), (1000, -5))),
        (wave_difference, ((0.2, 0.3), (1000, 1000), 2)),
        (wave_difference, ((0.2, 0.3), (1000, 1000), 0.9, 0)),
        (difference_of_margins, ((20.5, 18.7), (0.01, 0.01))),
        (difference_of_margins, ((0.2, 0.3), (0.01, -0.01))),
        (difference_of_margins, ((0.2, 0.3), (0.01, math.inf))),
        (difference_of_margins, ((0.2, 0.3), (0.01, 0.01), 0.9, 1)),
    ],
)
def test_mistakes_raise(function: Any, arguments: Any) -> None:
    with pytest.raises(ValueError, match="must"):
        function(*arguments)


def test_margins_of_a_simple_sample_give_nearly_the_same_interval() -> None:
    margins = [1.959964 * math.sqrt(p * (1 - p) / 2000) for p in (0.3, 0.34)]
    ours, other = difference_of_margins((0.3, 0.34), margins), wave_difference((0.3, 0.34), (2000, 2000))
    assert ours.lower == pytest.approx(other.lower, abs=2e-4)
    assert ours.upper == pytest.approx(other.upper, abs=2e-4)
    wide = difference_of_margins((0.3, 0.34), margins, level=0.99)
    assert wide.lower < ours.lower
    assert difference_of_margins((0.3, 0.34), margins, 0.99, 0.99).lower == pytest.approx(ours.lower)


def number(text: str) -> float:
    return float(text.replace(",", ".")) / 100


@needs_survey
def test_provinces_2016_to_2017_with_the_published_margins() -> None:
    with PROVINCES.open(encoding="utf-8-sig") as file:
        row = next(row for row in csv.DictReader(file) if "wel eens onveilig" in row["Onderwerp"])
    found = {}
    for column in row:
        if column.startswith("Waarde_") and column.endswith("_2016"):
            name = column.removeprefix("Waarde_").removesuffix("_2016")
            shares = [number(row[f"Waarde_{name}_{year}"]) for year in (2016, 2017)]
            margins = [number(row[f"Marges_{name}_{year}"]) for year in (2016, 2017)]
            found[name] = difference_of_margins(shares, margins)
    assert len(found) == 12
    assert [name for name, one in found.items() if one.significant] == ["Zuid-Holland (PV)"]
    assert found["Zuid-Holland (PV)"].difference == pytest.approx(-0.014)


@needs_survey
def test_neighbourhood_shares_without_respondents_are_not_judged() -> None:
    with (SURVEY / "amsterdam_veiligheidsmonitor_buurtcombinatie.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["vmgebiednaam"] == "A00"]
    shares = [float(row["Slachtof_MEAN"]) / 100 for row in rows if row["jaar"] in {"2016", "2017"}]
    found = wave_difference(shares, (None, None))
    assert found.difference == pytest.approx(0.0425)
    assert found.reason is Reason.NO_RESPONDENTS


@pytest.mark.slow
def test_the_interval_covers_in_a_clustered_sample_only_with_the_design_effect() -> None:
    draw = np.random.default_rng(20260717)

    def wave(mean: float) -> float:
        # 100 clusters of 10 with intraclass correlation 0.1: a design effect of 1.9.
        shares = draw.beta(mean * 9, (1 - mean) * 9, 100)
        return float(draw.binomial(10, shares).sum() / 1000)

    pairs = [(wave(0.2), wave(0.25)) for _ in range(2000)]

    def coverage(effect: float) -> float:
        found = [wave_difference(pair, (1000, 1000), design_effect=effect) for pair in pairs]
        return float(np.mean([one.lower <= 0.05 <= one.upper for one in found]))

    assert coverage(1) < 0.88
    assert 0.93 <= coverage(1.9) <= 0.97
