# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the methods find in all series or areas of a picture, held against what was planted in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from baken.model.observation import Observation
from baken.model.period import Period, PeriodKind
from baken.picture.patterns import Patterns
from baken.sources.voorbeeldstad import truths

from .helpers import EXAMPLE, MAASTRICHT, held, made_up, measured

DURING_THE_WAVE = date(2025, 1, 15)
BURGLARY = truths.BURGLARY_WAVE.measure


@cache
def patterns(code: str = EXAMPLE, on: date = date(2026, 11, 21)) -> Patterns:
    return Patterns(held(code, on))


def test_of_a_real_municipality_nothing_below_it_is_shown() -> None:
    found = patterns(MAASTRICHT)
    assert not found.shows_neighbourhoods
    assert found.placed == {}
    assert all(code.startswith("GM") for one in found.comparable.values() for code in one.areas.codes)


def test_a_real_municipality_without_months_has_no_signals_and_that_is_not_none_found() -> None:
    assert patterns(MAASTRICHT).signals is None


def months(area: str, base: int) -> list[Observation]:
    """Five years of burglaries, a few more or fewer each month."""
    return [
        replace(
            measured("hic", year, "1.0", area=area),
            indicator=BURGLARY,
            period=Period(PeriodKind.MONTH, year, month),
            value=Decimal(base + month % 3),
            count=base + month % 3,
            denominator=None,
            unit="aantal",
        )
        for year in range(2021, 2026)
        for month in range(1, 13)
    ]


def test_signals_of_a_real_municipality_are_of_the_whole_and_nothing_in_them_is_for_inside_only() -> None:
    picture = made_up([*months(MAASTRICHT, 40), *months("BU09350000", 3)])
    found = Patterns(picture.material).signals
    assert found
    assert set(found.question.series.areas) == {MAASTRICHT}
    assert list(found.by_district()) == []
    assert "internal" not in [one.rule for one in found.said.caveats]


def test_maastricht_is_compared_with_its_group_and_with_the_country() -> None:
    found = patterns(MAASTRICHT).comparison("misdrijven-totaal")
    place = found.question.areas.codes.index("GM0935")
    rate = found.funnel.areas[place].rate
    assert rate == pytest.approx(66.4, abs=0.05)
    assert found.question.reference_name is not None
    assert found.question.reference_name.nl == "Nederland"
    assert found.funnel.phi > 1
    assert rate > found.reference


def test_the_planted_hotspot_stands_out_by_itself_and_not_with_its_neighbours() -> None:
    found = patterns().hotspots("zakkenrollerij")
    planted = max(truths.HOTSPOTS, key=lambda one: one.factor)
    assert found.question.areas.codes[found.classes.index("high_itself")] == planted.area
    assert found.classes.count("none") == len(found.classes) - 1


@pytest.mark.requirement("SRC-14")
def test_hotspots_are_a_list_of_areas_with_uncertainty_and_few_cases_are_left_out() -> None:
    found = patterns().hotspots("zakkenrollerij")
    rows = {row["area"]: row for row in found.record()["areas"]}  # type: ignore[attr-defined]
    hot = rows[max(truths.HOTSPOTS, key=lambda one: one.factor).area]
    assert hot["lower"] < hot["figure"] < hot["upper"]
    few = [code for code, count in zip(rows, found.question.areas.cases, strict=True) if count < 5]
    assert few
    for code in few:
        assert set(rows[code]) == {"area", "name", "suppressed"}
        assert rows[code]["suppressed"]


def test_the_planted_wave_is_found_as_a_cluster_while_it_lasts_and_not_a_year_later() -> None:
    wave = truths.BURGLARY_WAVE
    during = patterns(EXAMPLE, DURING_THE_WAVE).clusters("hic")
    assert during
    first = during.result.clusters[0]
    codes = {during.question.areas.codes[n] for n in first.areas}
    assert first.p <= 0.05
    assert set(wave.areas) & codes
    assert len(codes) <= 6
    later = patterns().clusters("hic")
    assert later
    assert all(one.p > 0.05 for one in later.result.clusters)


@pytest.mark.requirement("CASE-02")
def test_the_planted_wave_gives_signals_on_the_board_of_the_quarter_by_theme_and_area() -> None:
    wave = truths.BURGLARY_WAVE
    found = patterns(EXAMPLE, DURING_THE_WAVE).signals
    assert found
    of_wave = [one for one in found.signals if one.kind == BURGLARY and one.area in wave.areas]
    assert of_wave
    assert {one.period for one in of_wave} <= {"2024-10", "2024-11", "2024-12"}
    board = [(theme.nl, area.nl) for theme, area, signals in found.board() if set(signals) & set(of_wave)]
    assert board
    assert all(theme and area for theme, area in board)
    rows = list(found.by_district())
    districts = {row["district"] for row in rows if row["signals"]}
    assert districts
    assert all(row["response_days"] is None for row in rows)
