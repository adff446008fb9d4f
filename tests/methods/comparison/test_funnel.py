# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import csv
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.comparison._dispersion import dispersion
from baken.methods.comparison._poisson_quantile import chance_limits
from baken.methods.comparison.funnel import FunnelOptions, funnel, funnel_curve
from baken.methods.comparison.sensitivity import visitor_range
from baken.methods.rates.poisson_limits import poisson_limits
from baken.methods.reason import Reason

SURVEY = Path(__file__).parents[3].parent / "shared" / "data" / "survey"
AMSTERDAM = SURVEY / "amsterdam_veiligheidsmonitor_buurtcombinatie.csv"
needs_amsterdam = pytest.mark.skipif(not AMSTERDAM.exists(), reason="the Amsterdam figures are not here")

stats: Any = pytest.importorskip("scipy.stats")

FIXED = FunnelOptions(target=10.0)


@given(st.floats(0.01, 5000), st.sampled_from([0.8, 0.95, 0.998]))
def test_a_tail_outside_the_limits_is_smaller_than_its_share(expected: float, level: float) -> None:
    lower, upper = chance_limits(expected, level)
    tail = (1 - level) / 2
    law = stats.poisson(expected)
    # The first whole count outside has a small tail, the last one inside has not.
    assert law.cdf(math.ceil(lower) - 1) <= tail * (1 + 1e-9)
    assert law.cdf(math.ceil(lower)) >= tail * (1 - 1e-9)
    assert law.sf(math.floor(upper)) <= tail * (1 + 1e-9)
    assert law.sf(math.floor(upper) - 2) >= tail * (1 - 1e-9)


@given(st.integers(0, 2000), st.floats(0.5, 2000))
def test_an_area_is_outside_when_its_own_exact_interval_leaves_out_the_target(
    count: int, expected: float
) -> None:
    found = funnel([count], [expected], FunnelOptions(target=1.0, factor=1)).areas[0]
    lower, upper = poisson_limits(count)
    close = min(abs(lower / expected - 1) if lower else 1, abs(upper / expected - 1)) < 1e-9
    assert close or (found.place != 0) == (not lower <= expected <= upper)


@pytest.mark.parametrize("level", [0.95, 0.998])
def test_limits_for_large_counts_join_the_exact_ones(level: float) -> None:
    below, above = chance_limits(999_999, level), chance_limits(1_000_001, level)
    assert below == pytest.approx(above, abs=2.01)
    assert chance_limits(1e9, level)[0] < 1e9 < chance_limits(1e9, level)[1]


def test_limits_narrow_with_size_and_widen_with_level() -> None:
    result = funnel([10, 100], [1000, 10_000], FIXED)
    small, large = result.areas
    assert small.limits[0][0] < large.limits[0][0] < 10 < large.limits[0][1] < small.limits[0][1]
    assert small.limits[1][0] < small.limits[0][0]
    assert small.limits[0][1] < small.limits[1][1]


def test_places_before_and_after_overdispersion() -> None:
    result = funnel([60, 85, 100, 115, 140, 190], [1000] * 6, FunnelOptions(target=100.0))
    assert [area.place for area in result.areas] == [-2, 0, 0, 0, 2, 2]
    assert result.phi > 1
    assert [area.wide_place for area in result.areas] == [0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("kind", ["multiplicative", "additive"])
def test_without_overdispersion_the_wide_limits_are_the_limits(kind: Any) -> None:
    result = funnel([9, 10, 11, 10], [1000] * 4, FunnelOptions(kind=kind))
    assert (result.phi, result.tau) == (1, 0)
    assert all(area.limits == area.wide_limits for area in result.areas)


def test_additive_overdispersion_does_not_narrow_below_the_spread_between_areas() -> None:
    counts = [500, 1500, 900, 1200, 700, 1400]
    result = funnel(counts, [1000] * 6, FunnelOptions(kind="additive"))
    assert result.tau > 200
    point = funnel_curve(result, [1e9])[0]
    half = (point.wide_limits[0][1] - point.wide_limits[0][0]) / 2
    assert half == pytest.approx(1.96 * result.tau, rel=0.01)
    assert point.limits[0][1] - point.limits[0][0] < 1


def test_the_published_formulas() -> None:
    z, weights = [-3.0, -1.0, 0.5, 1.0, 2.0, 4.0], [1.0, 2, 3, 4, 5, 6]
    plain = dispersion(z, weights, 0.0, corrected=False)
    assert plain.phi == pytest.approx(sum(one * one for one in z) / 6)
    expected = (6 * plain.phi - 5) / (21 - sum(w * w for w in weights) / 21)
    assert plain.tau_squared == pytest.approx(expected)
    pulled = dispersion(z, weights, 0.2, corrected=False)
    assert pulled.phi == pytest.approx((1 + 1 + 0.25 + 1 + 4 + 4) / 6)


def test_the_curve_passes_through_the_limits_of_the_areas() -> None:
    result = funnel([10, 40, 25, 90], [1000, 2000, 3000, 4000])
    points = funnel_curve(result, [1000, 2000, 3000, 4000])
    for area, point in zip(result.areas, points, strict=True):
        assert np.ravel(point.limits) == pytest.approx(np.ravel(area.limits))
        assert np.ravel(point.wide_limits) == pytest.approx(np.ravel(area.wide_limits))


def test_bad_figures_have_their_reason_and_touch_nothing_else() -> None:
    bad: list[tuple[float | None, float | None, Reason]] = [
        (None, 1000, Reason.MISSING),
        (math.nan, 1000, Reason.MISSING),
        (5, None, Reason.MISSING),
        (-1, 1000, Reason.NEGATIVE),
        (2.5, 1000, Reason.FRACTIONAL),
        (math.inf, 1000, Reason.INFINITE),
        (1e17, 1000, Reason.TOO_LARGE),
        (5, 0, Reason.NO_POPULATION),
    ]
    good = funnel([10, 20, 30], [1000] * 3)
    mixed = funnel([10, 20, 30, *(x for x, _, _ in bad)], [1000] * 3 + [d for _, d, _ in bad])
    assert mixed.areas[:3] == good.areas
    assert [area.reason for area in mixed.areas[3:]] == [reason for _, _, reason in bad]
    assert all(area.place is area.wide_place is None for area in mixed.areas[3:])


def test_no_cases_at_all_and_too_few_areas() -> None:
    assert {area.reason for area in funnel([0, 0], [1000, 1000]).areas} == {Reason.ALL_ZERO}
    assert funnel([], []).areas == ()
    assert funnel([None], [1000]).areas[0].reason is Reason.MISSING
    two = funnel([10, 30], [1000, 1000])
    assert math.isnan(two.phi)
    assert [area.wide_place for area in two.areas] == [None, None]
    assert [area.place for area in two.areas] == [-1, 1]


def test_a_cell_of_a_billion() -> None:
    result = funnel([10, 10**9, 12], [1000, 10**11, 1000])
    assert [area.reason for area in result.areas] == [Reason.JUDGED] * 3


@needs_amsterdam
def test_dwelling_burglary_in_104_neighbourhoods_of_amsterdam() -> None:
    with AMSTERDAM.open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["jaar"] == "2014"]
    burglaries = [float(row["inbrwoni"]) for row in rows]
    found = funnel(burglaries, [float(row["nwoninge"]) for row in rows])
    assert len(found.areas) == 104
    assert found.target == pytest.approx(12.539, abs=1e-3)
    # Neighbourhoods differ far more than chance: nearly all that "stand out" do so no more than the others.
    assert found.phi == pytest.approx(17.52, abs=0.01)
    assert sum(area.place != 0 for area in found.areas) == 71
    assert sum(area.wide_place != 0 for area in found.areas) == 6
    # Pickpocketing per inhabitant in the old centre: 32 visitors per inhabitant would make it ordinary.
    centre = visitor_range((float(rows[0]["zakrolexOV"]), float(rows[0]["pop"])), (0, 40), reference=7.607)
    assert centre.break_even == pytest.approx(31.5, abs=0.05)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"factor": 0}, "factor"),
        ({"levels": (2.0,)}, "level"),
        ({"levels": (0.99, 0.9)}, "levels must go up"),
        ({"levels": ()}, "levels must go up"),
        ({"kind": "other"}, "kind"),
        ({"winsorise": 0.5}, "winsorise"),
        ({"target": -1}, "target"),
    ],
)
def test_mistakes_raise(options: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        funnel([1], [1], FunnelOptions(**options))


def test_rows_of_different_length_raise() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        funnel([1, 2], [1])


def test_methods_for_a_handful_of_numbers_do_not_import_numpy() -> None:
    names = [
        "comparison.funnel",
        "comparison.area_against_rest",
        "comparison.sensitivity",
        "survey.wave_difference",
        "survey.respondents",
        "effort.finds_per_check",
        "effort.two_sources",
    ]
    code = "".join(f"import baken.methods.{name}\n" for name in names)
    code += "import sys; print([name for name in ('numpy', 'scipy') if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


@pytest.mark.slow
@pytest.mark.parametrize(("areas", "size"), [(7, 100), (20, 30), (100, 30)])
def test_without_differences_areas_are_outside_as_seldom_as_stated(areas: int, size: float) -> None:
    draw = np.random.default_rng(20260711)
    outside, phi = [], []
    for _ in range(300):
        expected = draw.uniform(0.5, 2, areas) * size
        result = funnel(
            draw.poisson(expected).tolist(), expected.tolist(), FunnelOptions(target=1.0, factor=1)
        )
        outside.append(np.mean([area.place != 0 for area in result.areas]))
        phi.append(result.phi)
    assert 0.03 < np.mean(outside) <= 0.051
    assert np.median(phi) < 1.15


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["multiplicative", "additive"])
def test_overdispersed_areas_stay_inside_the_wide_limits(kind: Any) -> None:
    draw = np.random.default_rng(20260712)
    plain, wide = [], []
    for _ in range(200):
        expected = np.full(60, 100.0)
        rates = np.maximum(0.05, draw.normal(1, 0.15, 60))
        options = FunnelOptions(target=1.0, factor=1, kind=kind)
        result = funnel(draw.poisson(expected * rates).tolist(), expected.tolist(), options)
        plain.append(np.mean([area.place != 0 for area in result.areas]))
        wide.append(np.mean([area.wide_place != 0 for area in result.areas]))
    assert np.mean(plain) > 0.2
    assert 0.03 <= np.mean(wide) <= 0.07
