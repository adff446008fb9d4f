# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where to go, the plan for communication and the annual plans: what is held and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.files import load
from baken.catalogue.frame import checked
from baken.catalogue.municipality import load_municipality
from baken.model.communication import (
    AnnualPlan,
    Communication,
    CommunicationPlan,
    Contact,
    Directory,
    Goal,
    GoalIndicator,
    PlanState,
    Reach,
)
from baken.model.errors import InputError
from baken.model.policy import Municipality
from baken.model.text import Text

CATALOGUE = load_catalogue()
MAASTRICHT, EXAMPLE = load_municipality("GM0935"), load_municipality("GM9999")
WORDS = Text("verzonnen", "invented")


def _with(municipality: Municipality, communication: Communication) -> Municipality:
    return replace(municipality, communication=communication)


@pytest.mark.requirement("COM-03")
def test_the_national_numbers_are_held_by_issue_each_with_its_source() -> None:
    phones = {one.reach.phone: one for one in CATALOGUE.directory.contacts}
    assert {"112", "0900-8844", "0800-7000", "0800-2000", "0900-0101"} <= set(phones)
    assert phones["112"].issues == ("danger",)
    assert all(one.source.startswith("https://") and one.checked for one in phones.values())
    assert CATALOGUE.directory.issues[0].id == "danger"


def test_a_country_without_a_list_of_contacts_has_an_empty_one() -> None:
    assert load_catalogue("de").directory == Directory()


def test_a_telephone_number_is_dialled_without_spaces_and_lines() -> None:
    assert Reach(phone="14 043").dial == "14043"
    assert Reach(phone="+31 43 350 40 40").dial == "+31433504040"
    with pytest.raises(InputError, match="telephone number of a contact is none"):
        Reach(phone="bel de balie")
    with pytest.raises(InputError, match="says not how to reach it"):
        Reach()


def test_a_contact_for_an_issue_that_nobody_listed_is_refused() -> None:
    lost = Contact(id="x", issues=("moon",), name=WORDS, what=WORDS, reach=Reach(phone="112"))
    with pytest.raises(InputError, match="contact 'x' is for the unknown issue 'moon'"):
        Directory(contacts=(lost,))
    with pytest.raises(InputError, match="contact 'x' is for the unknown issue 'moon'"):
        checked(_with(EXAMPLE, Communication(contacts=(lost,))), CATALOGUE)


@pytest.mark.requirement("COM-04")
def test_a_plan_has_goals_audiences_moments_and_an_owner_and_says_which_are_missing() -> None:
    plan = EXAMPLE.communication.plan
    assert plan is not None
    assert plan.goals
    assert plan.audiences
    assert plan.moments
    assert plan.owner
    assert plan.missing == ()
    assert replace(plan, owner=None, moments=()).missing == ("moments", "owner")
    real = MAASTRICHT.communication.plan
    assert real is not None
    assert real.missing == ("audiences", "moments", "owner")


@pytest.mark.requirement("COM-05")
def test_maastricht_has_exactly_two_goals_each_with_indicators() -> None:
    plan = MAASTRICHT.communication.plan
    assert plan is not None
    assert plan.goal_count == 2
    assert [bool(one.indicators) for one in plan.goals] == [True, True]
    assert all(one.original for one in plan.goals)
    with pytest.raises(InputError, match="has 1 goals and its document says 2"):
        replace(plan, goals=plan.goals[:1])
    with pytest.raises(InputError, match="has 3 goals and its document says 2"):
        replace(plan, goals=(*plan.goals, plan.goals[0]))
    with pytest.raises(InputError, match="has no indicator"):
        replace(plan.goals[0], indicators=())


@pytest.mark.skipif(
    not (Path(__file__).parents[3] / "shared" / "seeds").exists(), reason="the council documents are not here"
)
def test_the_goals_of_maastricht_are_in_the_words_of_its_document() -> None:
    seeds = (Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt")
    said = " ".join(" ".join(path.read_text(encoding="utf-8").split()) for path in seeds)
    plan = MAASTRICHT.communication.plan
    assert plan is not None
    for goal in plan.goals:
        assert goal.original in said


@pytest.mark.requirement("COM-07")
def test_an_annual_plan_without_a_part_on_communication_is_incomplete() -> None:
    states = {one.document: one.state for one in EXAMPLE.communication.annual}
    assert states == {
        "uitvoeringsplan-2025": PlanState.INCOMPLETE,
        "uitvoeringsplan-2026": PlanState.COMPLETE,
    }
    assert [one.document for one in EXAMPLE.communication.incomplete] == ["uitvoeringsplan-2025"]
    filled = tuple(replace(one, communication=WORDS) for one in EXAMPLE.communication.annual)
    assert replace(EXAMPLE.communication, annual=filled).incomplete == ()


def test_of_a_plan_that_nobody_read_it_is_not_known_whether_it_is_complete() -> None:
    assert AnnualPlan(document="x").state is PlanState.UNREAD
    assert MAASTRICHT.communication.incomplete == ()
    assert AnnualPlan(document="x", read=True, is_report=True).state is PlanState.COMPLETE


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        (replace(EXAMPLE, communication=Communication(annual=(AnnualPlan(document="weg"),))), "names 'weg'"),
        (
            replace(EXAMPLE, decisions=(replace(EXAMPLE.decisions[0], themes=("weg",)),)),
            "decision 'winkelgebied-2026' belongs to the unknown theme 'weg'",
        ),
        (
            replace(EXAMPLE, effects=(replace(EXAMPLE.effects[0], intervention="weg"),)),
            "is of the unknown intervention 'weg'",
        ),
        (
            replace(EXAMPLE, communication=Communication(contacts=EXAMPLE.communication.contacts[:1] * 2)),
            "contact 'municipality' stands there twice",
        ),
    ],
)
def test_what_points_at_nothing_is_refused(changed: Municipality, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        checked(changed, CATALOGUE)


def test_a_plan_can_be_written_in_a_file_and_nothing_but_goals_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "communication.yaml"
    path.write_text(
        "plan:\n"
        "  title: {nl: Plan, en: Plan}\n"
        "  document: programma\n"
        "  goals:\n"
        "    - name: {nl: Doel, en: Goal}\n"
        "      indicators: [{name: {nl: Maat, en: Measure}, on: 2026-01-01}]\n",
        encoding="utf-8",
    )
    indicator = GoalIndicator(name=Text("Maat", "Measure"), on=date(2026, 1, 1))
    goal = Goal(name=Text("Doel", "Goal"), indicators=(indicator,))
    plan = CommunicationPlan(title=Text("Plan", "Plan"), document="programma", goals=(goal,))
    assert load(Communication, path) == Communication(plan=plan)
