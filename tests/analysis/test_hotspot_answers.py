# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Hotspots and clusters: listed with uncertainty, small counts left out, nobody accused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from analysis.making import BURGLARY, grid, invented, plain
from baken.analysis.hotspots import HotspotAnswer, HotspotQuestion, ask_hotspots
from baken.analysis.place_questions import held_places
from baken.analysis.scan import ScanAnswer, ScanQuestion, ask_scan
from baken.model.errors import UsageError
from baken.model.text import Language, Text

NAME = Text("Diefstal", "Theft")
# A corner of four high areas in a field of 25; one small count in the opposite corner.
CASES = [60, 58, 12, 11, 10, 57, 61, 13, 10, 12, 11, 12, 10, 13, 11, 12, 10, 11, 12, 10, 13, 11, 12, 10, 3]
PEOPLE = [1000.0] * 25


def hotspots(cases: Sequence[float], people: Sequence[float] | None = None, **more: object) -> HotspotAnswer:
    return ask_hotspots(
        replace(HotspotQuestion(areas=grid(cases, people), name=NAME), **more)  # type: ignore[arg-type]
    )


def scanned(**more: object) -> ScanAnswer:
    question = ScanQuestion(areas=grid(CASES, PEOPLE), name=NAME, simulations=99)
    return ask_scan(replace(question, **more))  # type: ignore[arg-type]


def words(answer: HotspotAnswer | ScanAnswer, language: Language = Language.NL) -> str:
    return "\n".join(answer.said.lines(language))


@pytest.mark.requirement("SRC-14")
def test_hotspots_are_listed_with_uncertainty_and_small_counts_are_suppressed() -> None:
    answer = hotspots(CASES, PEOPLE)
    record = plain(answer)
    assert set(record["hotspots"]) >= {"A00", "A01", "A05"}
    said = words(answer)
    assert "Hier ligt het hoog, samen met de buren: " in said
    assert "Buurt 0 (60,0 per 1.000 inwoners, 95%-marge 45,8 tot 77,2; kans op vals alarm " in said
    small = record["areas"][24]
    assert small == {"area": "A24", "name": "Buurt 24", "suppressed": True}
    assert "Gebieden met minder dan 5 gevallen, waarover hier niets staat: 1." in said
    assert "Buurt 24" not in said
    assert "many-tests" in [one.rule for one in answer.said.caveats]


def test_a_value_that_is_no_count_is_told_without_a_margin() -> None:
    answer = hotspots([value + 0.5 for value in CASES])
    said = words(answer)
    assert "Buurt 0 (60,5; kans op vals alarm " in said
    assert "onbekend" not in said
    assert plain(answer)["areas"][0]["lower"] is None


def test_the_same_seed_gives_the_same_answer_and_the_threshold_can_be_moved() -> None:
    assert plain(hotspots(CASES, PEOPLE)) == plain(hotspots(CASES, PEOPLE))
    assert plain(hotspots(CASES, PEOPLE, minimum=0))["suppressed"] == 0
    assert plain(hotspots(CASES, PEOPLE, minimum=12))["suppressed"] == 12


def test_a_single_high_area_stands_in_a_list_of_its_own() -> None:
    places = held_places(invented(), "GM9999", "zakkenrollerij", "2025")
    answer = ask_hotspots(
        HotspotQuestion(areas=places.areas, name=places.name, caveats=places.caveats, minimum=places.minimum)
    )
    assert plain(answer)["high_by_themselves"] == ["BU99990000"]
    assert "Hoog op zichzelf, meer dan gebieden onderling gewoonlijk verschillen: Proefmarkt" in words(answer)
    assert {"border", "no-person", "no-cause"} <= {one.rule for one in answer.said.caveats}


def test_without_population_the_values_are_compared_and_that_is_said() -> None:
    answer = hotspots([float(n) for n in CASES])
    assert "plain-values" in [one.rule for one in answer.said.caveats]
    assert "A00" in plain(answer)["hotspots"]


@pytest.mark.parametrize(
    ("cases", "reason"),
    [([10.0] * 9, "no_variation"), ([float("nan")] * 9, "missing"), ([0.0] * 9, "no_variation")],
)
def test_values_that_cannot_be_judged_have_a_reason(cases: Sequence[float], reason: str) -> None:
    answer = hotspots(cases, minimum=0)
    assert {one["reason"] for one in plain(answer)["areas"]} == {reason}
    assert "kan niet worden beoordeeld" in words(answer)
    assert "hoog" not in words(answer)


def test_strange_counts_are_named_and_do_not_stop_the_rest() -> None:
    answer = hotspots([-1, 10.5, float("inf"), 1e9, *CASES[4:]], PEOPLE)
    reasons = [one.get("reason") for one in plain(answer)["areas"]]
    assert reasons[:3] == ["negative", "fractional", "infinite"]
    assert reasons[3] is None


def test_a_scan_names_the_group_and_how_sure_it_is() -> None:
    answer = scanned()
    (first, *_) = plain(answer)["clusters"]
    assert set(first["areas"]) == {"A00", "A01", "A05", "A06"}
    assert (first["cases"], first["p"]) == (236, 0.01)
    assert "236 gevallen waar er " in words(answer)
    assert "keer het cijfer elders; p 0,010" in words(answer)
    assert "cluster-shape" in [one.rule for one in answer.said.caveats]


@pytest.mark.parametrize("shape", ["ellipse", "graph"])
def test_other_shapes_find_it_too(shape: str) -> None:
    assert "A06" in plain(scanned(shape=shape))["clusters"][0]["areas"]


def test_no_shape_of_that_name_and_no_points() -> None:
    with pytest.raises(UsageError, match="'star' is no shape"):
        scanned(shape="star")
    bare = replace(grid(CASES, PEOPLE), x=None, y=None)
    with pytest.raises(UsageError, match="need points"):
        scanned(areas=bare)
    with pytest.raises(UsageError, match="not known which areas are neighbours"):
        scanned(areas=bare, shape="graph")


def test_areas_without_a_figure_are_left_out_of_a_scan_and_named() -> None:
    cases = [float(n) for n in CASES]
    cases[12] = float("nan")
    answer = scanned(areas=grid(cases, PEOPLE))
    assert plain(answer)["left_out"] == ["A12"]
    assert set(plain(answer)["clusters"][0]["areas"]) == {"A00", "A01", "A05", "A06"}
    assert "Weggelaten gebieden: 1 (A12; een cijfer dat nodig is, ontbreekt)." in words(answer)


def test_in_time_only_what_goes_on_is_found_unless_asked() -> None:
    counts = np.full((25, 12), 2.0)
    counts[:2, 4:6] = 12
    table = replace(grid(CASES), cases=counts, periods=tuple(f"2025-{n + 1:02d}" for n in range(12)))
    now = scanned(areas=table)
    assert not now.certain
    then = scanned(areas=table, prospective=False)
    (first, *_) = plain(then)["clusters"]
    assert (set(first["areas"]), first["first"], first["last"]) == (
        {"A00", "A01", "A05"},
        "2025-05",
        "2025-06",
    )
    assert "2025-05 tot en met 2025-06" in words(then)
    with pytest.raises(UsageError, match="--longest is 13"):
        scanned(areas=table, longest=13)


def test_the_wave_that_was_planted_in_voorbeeldstad_is_found() -> None:
    places = held_places(invented(), "GM9999", BURGLARY, "", months=24)
    answer = ask_scan(ScanQuestion(areas=places.areas, name=places.name, simulations=99, prospective=False))
    (first, *_) = plain(answer)["clusters"]
    assert {"BU99990300", "BU99990301"} <= set(first["areas"])
    assert (first["first"], first["p"]) == ("2024-10", 0.01)


def test_one_area_that_cannot_be_judged_is_named_and_of_many_the_number() -> None:
    cases = [float(n) for n in CASES]
    cases[12] = float("nan")
    said = words(hotspots(cases, PEOPLE))
    assert (
        "Gebieden die niet kunnen worden beoordeeld: Buurt 12 (een cijfer dat nodig is, ontbreekt)." in said
    )
    cases[12:20] = [float("nan")] * 8
    assert "Gebieden die niet kunnen worden beoordeeld: 8 (" in words(hotspots(cases, PEOPLE))


def test_a_population_that_is_negative_is_said_and_one_below_its_cases_too() -> None:
    people = [float(n) for n in PEOPLE]
    people[12] = -5
    assert "geen bevolking om het aantal tegen af te zetten, of zij is negatief" in words(
        hotspots(CASES, people)
    )
    people[12] = 2
    assert "In Buurt 12 zijn er meer gevallen (" in words(hotspots(CASES, people))
