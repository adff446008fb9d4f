# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tree of goals from the records: from ambition to action, and from a goal to what accounts for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from baken.council.goal_tree import GoalTree, goal_tree
from baken.cycle.models import ActionRecord, Ambition, Document, Goal, Report, Review, SteeringIndicator
from baken.cycle.plain import plain_action
from baken.model import goal as plain
from baken.model.goal import Band, ExternalLink, LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTree:
    """The tree of one programme with the records that its ids stand for."""

    tree: GoalTree
    goals: dict[str, Goal]
    indicators: dict[str, SteeringIndicator]


def tree_of(programme: Document) -> HeldTree:
    """The ambitions, goals, indicators and actions of a programme and of the plans that implement it.

    Frames and directions of the programme stand among the goals: actions serve these too.
    """
    goals = list(
        Goal.objects.filter(withdrawn=False, document=programme)
        .select_related("theme", "ambition", "document")
        .prefetch_related("indicators")
    )
    plans = programme.follows_from.filter(withdrawn=False, relation="implements").values("source")
    actions = ActionRecord.objects.filter(withdrawn=False, plan__in=plans).select_related("theme", "lead")
    actions = actions.defer("extra", "theme__fields", "theme__sdgs", "lead__aliases")
    ambitions = _ambitions(goals)
    used = {one.code: one for goal in goals for one in goal.indicators.all()}
    steered = SteeringIndicator.objects.filter(withdrawn=False, status="adopted")
    indicators = {one.code: one for one in steered} | used
    adjustments, reports = _followed(goals), _reports(plans)
    tree = goal_tree(
        [plain.Ambition(id=one.pk, title=one.title, text=one.text) for one in ambitions],
        [plain_goal(one, adjustments.get(one.theme_id or "", ()), reports) for one in goals],
        list(indicators),
        [plain_action(one) for one in actions.prefetch_related("co_owners")],
    )
    return HeldTree(tree=tree, goals={one.pk: one for one in goals}, indicators=indicators)


def plain_goal(goal: Goal, adjustments: tuple[str, ...] = (), reports: tuple[str, ...] = ()) -> plain.Goal:
    """A goal without the database. Only an end that somebody filled in is part of its band."""
    codes = tuple(one.code for one in goal.indicators.all())
    hold = goal.kind == plain.GoalKind.HOLD
    band = (goal.band_low, goal.band_high)
    steered = goal.target is not None or band != (None, None)
    return plain.Goal(
        id=goal.pk,
        title=goal.title,
        kind=plain.GoalKind(goal.kind),
        ambition=goal.ambition_id or "",
        theme=goal.theme.code if goal.theme else "",
        indicators=codes,
        band=Band(low=band[0], high=band[1]) if hold and band != (None, None) and codes else None,
        target=goal.target if codes else None,
        target_year=goal.target_year if codes and goal.target is not None else None,
        target_indicator=codes[0] if steered and codes else "",
        not_yet_measurable="" if codes else goal.not_measurable,
        links=tuple(_links(goal)),
        adjustments=adjustments,
        reports=reports,
    )


def course(goal: Goal, value: Decimal | None) -> plain.HoldStatus | None:
    """Whether a goal to hold is on course with the newest figure of its indicator; None for other goals."""
    if goal.kind != Goal.Kind.HOLD:
        return None
    return plain.hold_status(plain_goal(goal), value)


def _links(goal: Goal) -> Iterable[ExternalLink]:
    for one in goal.sdgs or goal.document.sdgs:
        yield ExternalLink(kind=LinkKind.SDG, id=str(one))
    for tag in (one.strip() for one in goal.tags.split(",")):
        if tag:
            yield ExternalLink(kind=LinkKind.COALITION, id=tag, name=tag)


def _ambitions(goals: list[Goal]) -> list[Ambition]:
    """An ambition belongs to a programme whose goals name it; one that no goal names belongs to all."""
    named = set(Goal.objects.filter(withdrawn=False).values_list("ambition", flat=True).order_by().distinct())
    own = {one.ambition_id for one in goals}
    return [one for one in Ambition.objects.filter(withdrawn=False) if one.pk in own or one.pk not in named]


def _followed(goals: list[Goal]) -> dict[str, tuple[str, ...]]:
    """The reviews of the course by theme."""
    themes = {one.theme_id for one in goals if one.theme_id}
    found: dict[str, tuple[str, ...]] = {}
    for one in Review.objects.filter(withdrawn=False, theme__in=themes):
        found[one.theme_id or ""] = (*found.get(one.theme_id or "", ()), one.title)
    return found


def _reports(plans: QuerySet[Any, Any]) -> tuple[str, ...]:
    rows = Report.objects.filter(withdrawn=False, plan__in=plans).select_related("document")
    rows = rows.defer("file", "frozen")
    return tuple(str(one) for one in rows)
