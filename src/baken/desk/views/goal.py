# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a goal: the decision that set it, and whether a goal to hold is on course.

The figure is the newest of the safety picture, for the area of the goal or else the whole municipality. Where
something is missing that the judgement needs, whether the goal is on course cannot be told, and it says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts import districts
from baken.accounts.actor import Actor
from baken.accounts.rights import Act, covered
from baken.cycle.models import Decision, Goal
from baken.cycle.papers.pictures import held_picture
from baken.cycle.tree import course, plain_goal
from baken.desk.extra import show_beside
from baken.model.goal import HOLD_STATUS, Band, HoldStatus
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a goal to hold stands. ``why`` says what is missing where that cannot be told."""

    status: HoldStatus
    words: Text
    band: str = ""
    value: str = ""
    period: str = ""
    why: str = ""


def course_of(goal: Goal) -> Course | None:
    """How a goal to hold stands with the newest figure of its indicator; None for other goals."""
    if goal.kind != Goal.Kind.HOLD:
        return None
    held = plain_goal(goal)
    area = goal.area if goal.area in districts.names() else ""
    newest = held_picture().newest(held.steered_by, area) if held.steered_by and held.band else None
    status = course(goal, newest.value if newest else None) or HoldStatus.NOT_KNOWN
    return Course(
        status=status,
        words=HOLD_STATUS[status],
        band=_band(held.band) if held.band else "",
        value=newest.printed(get_language() or "nl") if newest else "",
        period=newest.period if newest else "",
        why=_missing(held.steered_by, held.band) if status is HoldStatus.NOT_KNOWN else "",
    )


def decisions_on(goals: Iterable[Goal], actor: Actor) -> dict[str, list[Decision]]:
    """The decisions that adopted the documents of some goals, by document; those that somebody may see."""
    rows = Decision.objects.filter(
        withdrawn=False, outcome__in=["adopted", "amended"], about__in={one.document_id for one in goals}
    )
    found: dict[str, list[Decision]] = {}
    for one in covered(rows, Decision.rights.table(Act.READ), actor).order_by("taken"):
        found.setdefault(one.about_id or "", []).append(one)
    return found


def _band(band: Band) -> str:
    low, high = (None if one is None else number_format(one, use_l10n=True) for one in (band.low, band.high))
    if low is None:
        return _("up to %(high)s") % {"high": high}
    if high is None:
        return _("from %(low)s") % {"low": low}
    return _("from %(low)s up to %(high)s") % {"low": low, "high": high}


def _missing(indicator: str, band: Band | None) -> str:
    if not indicator:
        return _("It has no indicator with a band.") if band is None else _("It has no indicator.")
    if band is None:
        return _("It has no band within which the figure should stay.")
    return _("The safety picture has no figure of its indicator.")


def _beside(goal: Goal, actor: Actor) -> dict[str, Any]:
    return {
        "course": course_of(goal),
        "adopted_by": decisions_on([goal], actor).get(goal.document_id, []),
        "is_set": goal.is_set,
    }


show_beside(Goal, "desk/extra/goal.html", _beside)
