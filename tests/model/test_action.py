# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an action sheet must say, what it lacks, and when it is late or nobody writes about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from baken.model.action import (
    LACKS,
    MANDATORY,
    Action,
    ActionStatus,
    Lack,
    OwnerKind,
    can_be_evaluated,
    is_late,
    is_stale,
    lacks,
    lacks_for_plan,
)

FULL = Action(
    id="1",
    title="Controles",
    what="controleren",
    goal="g",
    lead="Toezicht",
    area="WK999901",
    end=date(2027, 6, 30),
    money=Decimal(0),
    effect="minder diefstal",
    monitoring="elk kwartaal",
)


def test_a_full_action_lacks_nothing_and_zero_euros_are_known() -> None:
    assert lacks(FULL) == ()


@pytest.mark.requirement("MEAS-14")
def test_a_bare_action_lacks_everything_in_the_order_of_the_sheet() -> None:
    assert lacks(Action(id="1", title="x")) == tuple(Lack)
    assert set(LACKS) == set(Lack)
    assert set(MANDATORY) == {Lack.WHAT, Lack.LEAD, Lack.WHEN, Lack.GOAL, Lack.MONITORING}


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"what": " "}, Lack.WHAT),
        ({"lead": "\n"}, Lack.LEAD),
        ({"end": None}, Lack.WHEN),
        ({"goal": ""}, Lack.GOAL),
        ({"area": ""}, Lack.AREA),
        ({"effect": ""}, Lack.EFFECT),
        ({"monitoring": " "}, Lack.MONITORING),
        ({"money": None}, Lack.MONEY),
    ],
)
def test_each_thing_that_is_missing_is_named(change: dict[str, Any], lack: Lack) -> None:
    assert lacks(replace(FULL, **change)) == (lack,)


@pytest.mark.requirement("MEAS-14")
def test_what_is_mandatory_is_asked_before_a_plan_and_the_rest_is_not() -> None:
    assert lacks_for_plan(replace(FULL, area="", effect="", money=None)) == ()
    assert lacks_for_plan(Action(id="1", title="Controles")) == MANDATORY


@pytest.mark.requirement("DOC-22")
def test_an_action_without_a_goal_cannot_be_taken_into_a_plan() -> None:
    assert lacks_for_plan(replace(FULL, goal="")) == (Lack.GOAL,)


@pytest.mark.requirement("ROLE-15")
def test_one_leads_and_more_may_own_it() -> None:
    shared = replace(FULL, co_owners=("Wonen", "Jeugd en zorg"))
    assert lacks(shared) == ()
    assert lacks_for_plan(replace(shared, lead="")) == (Lack.LEAD,)


@pytest.mark.requirement("ROLE-14")
def test_residents_can_own_an_action() -> None:
    assert lacks(replace(FULL, lead="Buurtgroep Oost", lead_kind=OwnerKind.RESIDENTS)) == ()


def test_a_place_in_words_is_a_place() -> None:
    assert lacks(replace(FULL, area="", area_name="het plein")) == ()


@pytest.mark.requirement("MEAS-15")
def test_an_action_is_evaluated_by_an_indicator_or_in_another_way() -> None:
    assert can_be_evaluated(FULL)
    assert can_be_evaluated(replace(FULL, monitoring="", indicator="winkeldiefstal"))
    assert not can_be_evaluated(replace(FULL, monitoring="  "))


@pytest.mark.parametrize("status", ActionStatus)
def test_an_action_is_late_after_its_last_day_unless_it_ended(status: ActionStatus) -> None:
    action = replace(FULL, status=status)
    running = status not in {ActionStatus.DONE, ActionStatus.STOPPED}
    assert not is_late(action, date(2027, 6, 30))
    assert is_late(action, date(2027, 7, 1)) is running
    assert not is_late(replace(action, end=None), date(2099, 1, 1))


@pytest.mark.parametrize("status", ActionStatus)
def test_a_running_action_that_nobody_writes_about_shows_itself(status: ActionStatus) -> None:
    written = date(2026, 1, 1)
    action = replace(FULL, status=status, updated=written)
    running = status in {ActionStatus.IN_PROGRESS, ActionStatus.BLOCKED}
    assert not is_stale(action, written + timedelta(days=90))
    assert is_stale(action, written + timedelta(days=91)) is running
    assert is_stale(action, written + timedelta(days=8), days=7) is running
    assert is_stale(replace(action, updated=None), written) is running
