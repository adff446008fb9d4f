# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tree of goals: everything in its place, and what hangs loose named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.catalogue import load_catalogue
from baken.council.action_counts import (
    Share,
    ThemeCount,
    count_by_theme,
    impact_share,
    resident_share,
)
from baken.council.goal_links import contributions, themes_linked, uncovered_fields
from baken.council.goal_tree import goal_tree
from baken.model.action import Action, ActionStatus, OwnerKind
from baken.model.errors import InputError, UsageError
from baken.model.goal import (
    Ambition,
    Band,
    EffectChain,
    ExternalLink,
    Goal,
    GoalKind,
    HoldStatus,
    LinkKind,
    chain_of,
    hold_status,
)
from baken.model.policy import Theme, ThemeKind
from baken.model.text import Text

VISION = ExternalLink(kind=LinkKind.CITY_VISION, id="2040", name="Vitale, leefbare, veilige stad")
TASK = ExternalLink(kind=LinkKind.COALITION, id="bo-1", name="Weerbare stad")
AMBITION = Ambition(id="a", title="Leefbaarheid en veiligheid vergroten", links=(VISION,))
THEFT = Goal(
    id="theft",
    title="Minder diefstal",
    ambition="a",
    theme="winkelgebied",
    indicators=("winkeldiefstal",),
    target=Decimal(3),
    target_year=2030,
    chain=EffectChain(output="acht controles per jaar", impact="een prettig centrum"),
    adjustments=("koers-2028",),
    reports=("voortgang-2027",),
)
AREA_WORK = Goal(
    id="gebied",
    title="Gebiedsgericht werken",
    ambition="a",
    theme="ondermijning",
    links=(TASK, ExternalLink(kind=LinkKind.SDG, id="16"), ExternalLink(kind=LinkKind.SDG, id="5")),
    not_yet_measurable="Er is nog geen meting van de afstand tussen inwoners en gemeente.",
)
CHECKS = Action(
    id="1",
    title="Controles",
    what="controleren",
    theme="winkelgebied",
    goal="theft",
    effect="minder diefstal",
    indicator="winkeldiefstal",
    status=ActionStatus.DONE,
)
WHOLE = goal_tree((AMBITION,), (THEFT, AREA_WORK), ("winkeldiefstal",), (CHECKS,))


@pytest.mark.requirement("THEME-10")
def test_a_whole_tree_has_no_orphans() -> None:
    assert not WHOLE.orphans.any
    (top,) = WHOLE.ambitions
    assert [one.goal.id for one in top.goals] == ["theft", "gebied"]
    assert top.goals[0].indicators == ("winkeldiefstal",)
    assert top.goals[0].actions == (CHECKS,)


@pytest.mark.requirement("DOC-22", "THEME-10")
def test_whatever_hangs_loose_is_named() -> None:
    loose = Goal(id="los", title="Los", indicators=("onbekend",))
    silent = Goal(id="stil", title="Stil", ambition="weg")
    aimless, astray = replace(CHECKS, id="2", goal=""), replace(CHECKS, id="3", goal="nergens")
    empty = Ambition(id="leeg", title="Leeg")
    tree = goal_tree(
        (AMBITION, empty), (THEFT, loose, silent), ("winkeldiefstal", "geweld"), (CHECKS, aimless, astray)
    )
    orphans = tree.orphans
    assert orphans.any
    assert orphans.actions == (aimless, astray)
    assert orphans.goals == (loose, silent)
    assert orphans.not_measured == (silent,)
    assert orphans.indicators == ("geweld",)
    assert orphans.unknown_indicators == ((loose, "onbekend"),)
    assert orphans.empty_ambitions == (empty,)
    assert [one.goal.id for one in tree.goals] == ["theft", "los", "stil"]
    assert tree.goal("los").indicators == ()


@given(st.lists(st.sampled_from(("", "theft", "gebied", "x")), max_size=12))
def test_every_action_stands_under_one_goal_or_among_the_orphans(goals: list[str]) -> None:
    actions = [replace(CHECKS, id=str(number), goal=goal) for number, goal in enumerate(goals)]
    tree = goal_tree((AMBITION,), (THEFT, AREA_WORK), ("winkeldiefstal",), actions)
    placed = [one.id for node in tree.goals for one in node.actions]
    assert sorted([*placed, *(one.id for one in tree.orphans.actions)]) == sorted(one.id for one in actions)


def test_two_goals_with_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="two goals have the id 'theft'"):
        goal_tree((AMBITION,), (THEFT, THEFT), (), ())


@pytest.mark.requirement("THEME-13", "AREA-06")
def test_a_goal_has_an_indicator_or_says_why_not_yet() -> None:
    assert THEFT.is_settled
    assert AREA_WORK.is_settled
    assert WHOLE.unmeasurable == (AREA_WORK,)
    assert not Goal(id="x", title="x", not_yet_measurable="  ").is_settled


@pytest.mark.requirement("CASE-08")
def test_from_a_goal_one_reaches_its_monitor_its_adjustments_and_its_reports() -> None:
    chain = WHOLE.chain("theft")
    assert chain.monitors == ("winkeldiefstal",)
    assert (chain.adjustments, chain.reports) == (("koers-2028",), ("voortgang-2027",))
    assert chain.missing == ()
    assert WHOLE.chain("gebied").missing == ("monitors", "adjustments", "reports")
    talked = replace(CHECKS, goal="gebied", indicator="", monitoring=" elk kwartaal gesprek ")
    followed = goal_tree((AMBITION,), (AREA_WORK,), (), (talked,)).chain("gebied")
    assert (followed.monitors, followed.missing) == (("elk kwartaal gesprek",), ("adjustments", "reports"))
    with pytest.raises(UsageError, match="there is no goal 'x'"):
        WHOLE.chain("x")


@pytest.mark.requirement("EVAL-02")
def test_the_chain_runs_from_effort_to_impact_and_says_what_is_missing() -> None:
    ((action, chain),) = WHOLE.effects("theft")
    assert action is CHECKS
    assert chain == EffectChain(
        effort="controleren",
        output="acht controles per jaar",
        outcome="minder diefstal",
        impact="een prettig centrum",
    )
    assert chain.missing() == ()
    assert chain_of(replace(CHECKS, effect=" ")).missing() == ("output", "outcome", "impact")


HOLD = Goal(
    id="h",
    title="Vasthouden",
    kind=GoalKind.HOLD,
    indicators=("winkeldiefstal",),
    band=Band(low=Decimal("2.5"), high=Decimal(4)),
)


@pytest.mark.requirement("THEME-16")
def test_a_goal_to_hold_is_on_course_within_its_band() -> None:
    found = {value: hold_status(HOLD, Decimal(value)) for value in ("2.4", "2.5", "3", "4.0", "4.01")}
    assert found == {
        "2.4": HoldStatus.OFF_COURSE,
        "2.5": HoldStatus.ON_COURSE,
        "3": HoldStatus.ON_COURSE,
        "4.0": HoldStatus.ON_COURSE,
        "4.01": HoldStatus.OFF_COURSE,
    }
    assert hold_status(HOLD, None) is HoldStatus.NOT_KNOWN
    assert hold_status(replace(HOLD, band=None), Decimal(3)) is HoldStatus.NOT_KNOWN
    assert hold_status(replace(HOLD, band=Band(high=Decimal(4))), Decimal(-1)) is HoldStatus.ON_COURSE
    with pytest.raises(UsageError, match="'theft' is one to improve"):
        hold_status(THEFT, Decimal(3))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": GoalKind.IMPROVE}, "has a band, but is no goal to hold"),
        ({"target": Decimal(1)}, "a target without a year"),
        ({"target_year": 2030}, "a year without a target"),
        ({"target_indicator": "geweld"}, "not one of its own"),
        ({"indicators": ()}, "does not say on which"),
        ({"indicators": ("a", "b")}, "does not say on which"),
        ({"not_yet_measurable": "nee"}, "says that it cannot be measured yet"),
    ],
)
def test_a_goal_that_contradicts_itself_is_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        replace(HOLD, **change)


def test_a_band_without_ends_or_upside_down_is_refused() -> None:
    with pytest.raises(InputError, match="needs a lowest or a highest"):
        Band()
    with pytest.raises(InputError, match="begins at 2, above its end at 1"):
        Band(low=Decimal(2), high=Decimal(1))


@pytest.mark.requirement("THEME-11")
def test_a_list_says_which_goals_contribute_to_which_ambition_of_the_city_vision() -> None:
    goals, above = (THEFT, AREA_WORK), (AMBITION,)
    assert contributions(goals, above, LinkKind.CITY_VISION) == ((VISION, (THEFT, AREA_WORK)),)
    assert contributions(goals, (), LinkKind.CITY_VISION) == ()
    assert [link.id for link, _ in contributions(goals, above, LinkKind.SDG)] == ["5", "16"]


@pytest.mark.requirement("THEME-12")
def test_a_broad_task_of_the_coalition_finds_its_themes() -> None:
    assert themes_linked((THEFT, AREA_WORK), (AMBITION,), LinkKind.COALITION, "bo-1") == ("ondermijning",)
    assert themes_linked((THEFT, AREA_WORK), (AMBITION,), LinkKind.COALITION, "bo-2") == ()


def test_fields_of_the_standard_that_no_theme_covers_are_listed() -> None:
    fields = load_catalogue().fields
    covered = fields[0].id
    theme = Theme(id="t", kind=ThemeKind.THEME, name=Text("t", "t"), labels=(), owner="x", fields=(covered,))
    assert uncovered_fields(fields, ()) == fields
    assert covered not in {one.id for one in uncovered_fields(fields, (theme,))}
    assert len(uncovered_fields(fields, (theme,))) == len(fields) - 1


def of(theme: str, status: ActionStatus) -> Action:
    return Action(id="x", title="x", theme=theme, status=status)


@pytest.mark.requirement("EVAL-04")
def test_the_state_of_execution_is_counted_by_theme() -> None:
    actions = (
        *(of("b", one) for one in ActionStatus),
        of("b", ActionStatus.DONE),
        of("", ActionStatus.BLOCKED),
        of("z", ActionStatus.NOT_STARTED),
    )
    assert count_by_theme(actions, ("a", "b")) == (
        ThemeCount(theme="a"),
        ThemeCount(theme="b", done=2, in_progress=1, not_started=1, blocked=1, stopped=1),
        ThemeCount(theme="z", not_started=1),
        ThemeCount(theme="", blocked=1),
    )
    assert sum(one.total for one in count_by_theme(actions, ("a", "b"))) == len(actions)


@pytest.mark.requirement("EVAL-03")
def test_the_share_with_a_measure_of_the_effect_is_a_whole_percentage() -> None:
    bare = Action(id="x", title="x")
    share = impact_share((CHECKS, bare, replace(bare, monitoring="tellen")))
    assert (share.count, share.total, share.percent) == (2, 3, 67)
    assert Share(count=1, total=8).percent == 13
    assert impact_share(()).percent is None


@pytest.mark.requirement("PART-04", "ROLE-14")
def test_actions_with_a_part_for_residents_are_counted() -> None:
    bare = Action(id="x", title="x")
    own = replace(bare, lead_kind=OwnerKind.RESIDENTS)
    assert resident_share((bare, replace(bare, residents="buurtpreventie"), own)) == Share(count=2, total=3)
