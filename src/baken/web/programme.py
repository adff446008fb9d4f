# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages show of the policy cycle: programmes with decision and votes, goals, plans and calendar.

All of it comes from one dated snapshot of what is public. Lateness is that of the day of the snapshot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from baken.catalogue.governance import load_governance
from baken.cycle.flows import DOCUMENT_FLOW
from baken.model.action import ACTION_FLOW, ActionStatus
from baken.model.governance import ProductKind
from baken.model.policy import Theme
from baken.model.public_cycle import (
    PublicAction,
    PublicCycle,
    PublicDecision,
    PublicDocument,
    PublicGoal,
    PublicMoney,
)
from baken.model.text import Text
from baken.picture.picture import SafetyPicture
from baken.web.pages import Page

Context = dict[str, Any]
MOST_ACTIONS = 60
"""So many actions of a plan stand on the page by name; the table of open data has all of them."""
_COUNTED = (
    ActionStatus.DONE,
    ActionStatus.IN_PROGRESS,
    ActionStatus.BLOCKED,
    ActionStatus.NOT_STARTED,
    ActionStatus.STOPPED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGoal:
    """A goal with its indicators; ``measured``: a figure of at least one of them is held here."""

    goal: PublicGoal
    indicators: tuple[tuple[str, str | Text, bool], ...]
    decimals: int

    @property
    def measured(self) -> bool:
        """Whether any indicator of it has a page with a figure."""
        return any(held for _, _, held in self.indicators)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """A plan with its actions counted by theme, and the first of them by name."""

    plan: PublicDocument
    status: Text | None
    counts: tuple[tuple[str, tuple[int, ...], int], ...]
    actions: tuple[tuple[PublicAction, Text], ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProgramme:
    """A programme. ``status`` is empty where it would say more than a decision of the council shows."""

    document: PublicDocument
    set_by: PublicDecision | None
    status: Text | None
    in_force: bool
    decisions: tuple[PublicDecision, ...]
    goals: tuple[tuple[str, tuple[ShownGoal, ...]], ...]
    directions: tuple[PublicGoal, ...]
    plans: tuple[ShownPlan, ...]
    money: tuple[PublicMoney, ...]


def gather(safety: SafetyPicture, page: Page) -> Context:
    """The page of the cycle; there is none where nothing of it is public."""
    del page
    snapshot = safety.material.cycle
    if snapshot is None:
        raise Http404
    told = snapshot.told
    programmes = tuple(_programme(safety, told, one) for one in told.programmes)
    placed = {plan.plan.id for one in programmes for plan in one.plans}
    plans = (one for one in told.documents if one.kind is ProductKind.IMPLEMENTATION_PLAN)
    shown = {ProductKind.PROGRAMME, ProductKind.IMPLEMENTATION_PLAN}
    return {
        "told": told,
        "programmes": programmes,
        "plans": [_plan(safety, told, one) for one in plans if one.id not in placed],
        "states": [ACTION_FLOW.labels[one] for one in _COUNTED],
        "moments": sorted(told.moments, key=lambda one: (one.latest or one.earliest or date.max, one.title)),
        "papers": [
            (one, _status(told, one), _kind(safety, one)) for one in told.documents if one.kind not in shown
        ],
        "titles": {one.id: one.title for one in told.documents},
    }


def on_theme(safety: SafetyPicture, theme: Theme) -> Context:
    """The goals of a theme. Its actions stand in what was done and what comes next."""
    snapshot = safety.material.cycle
    goals, _ = snapshot.told.of_theme(theme.id) if snapshot else ((), ())
    titles = {one.id: one.title for one in snapshot.told.documents} if snapshot else {}
    return {"goals": [_goal(safety, one) for one in goals], "titles": titles}


def _programme(safety: SafetyPicture, told: PublicCycle, one: PublicDocument) -> ShownProgramme:
    set_by, on = told.set_by(one.id), safety.material.on
    running = one.start is not None and one.end is not None and one.start <= on <= one.end
    goals = [each for each in told.goals if each.document == one.id]
    return ShownProgramme(
        document=one,
        set_by=set_by,
        status=_status(told, one),
        in_force=set_by is not None and running,
        decisions=told.decided_on(one.id),
        goals=tuple(_by_theme(safety, told, (each for each in goals if each.kind != "direction"))),
        directions=tuple(each for each in goals if each.kind == "direction"),
        plans=tuple(_plan(safety, told, each) for each in told.plans_of(one.id)),
        money=tuple(each for each in told.money if each.document == one.id),
    )


def _by_theme(
    safety: SafetyPicture, told: PublicCycle, goals: Iterable[PublicGoal]
) -> Iterator[tuple[str, tuple[ShownGoal, ...]]]:
    """The goals by the name of their theme; those of no theme first, without a name."""
    held = tuple(goals)
    names = {one.code: one.name for one in told.themes}
    for theme in sorted({one.theme for one in held}, key=lambda one: (one != "", names.get(one, one))):
        yield names.get(theme, theme), tuple(_goal(safety, one) for one in held if one.theme == theme)


def _goal(safety: SafetyPicture, goal: PublicGoal) -> ShownGoal:
    by_id = {one.indicator.id: one for one in safety.records}
    known = [by_id.get(one.code) for one in goal.indicators]
    return ShownGoal(
        goal=goal,
        indicators=tuple(
            (
                one.code,
                record.indicator.name if record else one.name,
                record is not None and record.latest is not None,
            )
            for one, record in zip(goal.indicators, known, strict=True)
        ),
        decimals=_decimals(goal),
    )


def _decimals(goal: PublicGoal) -> int:
    """As many decimals as the numbers of a goal have: what the council set is rounded nowhere."""
    numbers = [one for one in (goal.target, goal.band_low, goal.band_high) if one is not None]
    return max((-int(one.normalize().as_tuple().exponent) for one in numbers), default=0)


def _plan(safety: SafetyPicture, told: PublicCycle, plan: PublicDocument) -> ShownPlan:
    del safety
    actions = [one for one in told.actions if one.plan == plan.id]
    names = {one.code: one.name for one in told.themes}
    themes = sorted({one.theme for one in actions}, key=lambda one: (one == "", names.get(one, one)))
    return ShownPlan(
        plan=plan,
        status=_status(told, plan),
        counts=tuple(
            _counted(names.get(theme, theme), [one for one in actions if one.theme == theme])
            for theme in themes
        ),
        actions=tuple((one, ACTION_FLOW.labels[one.status]) for one in actions[:MOST_ACTIONS]),
        more=max(0, len(actions) - MOST_ACTIONS),
    )


def _counted(theme: str, actions: list[PublicAction]) -> tuple[str, tuple[int, ...], int]:
    found = Counter(one.status for one in actions)
    return theme, tuple(found[one] for one in _COUNTED), sum(one.late for one in actions)


def _status(told: PublicCycle, one: PublicDocument) -> Text | None:
    """How far a document is. A programme is not said to be set without a decision of the council."""
    past = one.status in {"adopted", "evaluated", "adjusted"}
    if one.kind is ProductKind.PROGRAMME and past and told.set_by(one.id) is None:
        return None
    return {state.value: text for state, text in DOCUMENT_FLOW.labels.items()}.get(one.status)


def _kind(safety: SafetyPicture, one: PublicDocument) -> Text:
    return load_governance(safety.material.municipality.country).product(one.kind).name
