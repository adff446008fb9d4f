# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How soon something was done after a signal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken.analysis.held import Held, open_held
from baken.analysis.kinds import kind_of
from baken.analysis.responses import days_until, starts_of
from baken.analysis.signal_questions import Settings, held_signals
from baken.analysis.signals import ask_signals
from baken.model.intervention import Intervention
from baken.model.text import Text
from baken.sources.voorbeeldstad import truths

TOWN = "GM9999"
WAVE = truths.BURGLARY_WAVE


def town(*interventions: Intervention, on: date = date(2025, 1, 15)) -> Held:
    held, _ = open_held(TOWN, on, None)
    return replace(held, municipality=replace(held.municipality, interventions=interventions))


def begun(day: date, area: str = TOWN, codes: tuple[str, ...] = ("1.1.1",)) -> Intervention:
    return Intervention(
        id="actie", label=Text("Actie", "Action"), area=area, start=day, end=None, codes=codes
    )


@pytest.mark.parametrize(
    ("starts", "days"),
    [
        ([date(2025, 1, 10)], 10),
        ([date(2024, 12, 5)], 0),
        ([date(2024, 11, 30)], None),
        ([date(2026, 3, 1)], None),
        ([date(2025, 3, 1), date(2025, 1, 1)], 1),
        ([], None),
    ],
)
def test_the_days_run_from_the_end_of_the_month_to_the_first_start(
    starts: list[date], days: int | None
) -> None:
    assert days_until(starts, "2024-12") == days


def test_an_intervention_answers_for_the_areas_in_it_and_for_what_it_is_about() -> None:
    held = town(begun(date(2025, 1, 6), area="SD9999-zuid"), begun(date(2025, 1, 8), codes=("E35",)))
    kinds = [kind_of(held.catalogue, name) for name in ("politie-misdrijven/1.1.1", "politie-overlast/E35")]
    found = starts_of(held, (*WAVE.areas, "BU99990000"), kinds)
    assert {area for area, kind in found if kind == WAVE.measure} == set(WAVE.areas)
    assert found["BU99990000", "politie-overlast/E35"] == (date(2025, 1, 8),)


@pytest.mark.requirement("AREA-10")
def test_each_district_has_its_signals_per_month_with_the_time_to_the_first_action() -> None:
    held = town(begun(date(2025, 1, 6), area="SD9999-zuid"))
    answer = ask_signals(held_signals(held, TOWN, (WAVE.measure,), "", Settings(method="pooled")))
    rows = [one for one in answer.by_district() if one["signals"]]
    assert {one["period"] for one in rows} >= {"2024-12"}
    newest = next(one for one in rows if one["period"] == "2024-12")
    assert newest["answered"] == newest["signals"]
    assert newest["response_days"] == 6
    october = [one for one in rows if one["period"] == "2024-10"]
    assert all(one["response_days"] == 67 for one in october)
    months = {one["period"] for one in answer.by_district()}
    assert len(months) == 12
