# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Insights: findings that were interpreted and published, each with the decisions that followed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from baken.model.finding import Finding
from baken.model.insight import Insight, PolicyDecision
from baken.model.policy import Municipality
from baken.model.workflow import Step, reached

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture


@dataclass(frozen=True, slots=True)
class ShownInsight:
    """A published insight; ``finding`` is nothing where this picture does not make it any more."""

    insight: Insight
    finding: Finding | None
    decisions: tuple[PolicyDecision, ...]


def published(picture: SafetyPicture) -> tuple[ShownInsight, ...]:
    """The insights that were published by the day of the picture, in the order of their file."""
    municipality, on = picture.material.municipality, picture.material.on
    shown = [one for one in municipality.insights if one.is_published(on)]
    found = {one.id: one for one in picture.findings} if shown else {}
    return tuple(
        ShownInsight(one, found.get(one.finding), decisions_after(municipality, one.id, on)) for one in shown
    )


def waiting(municipality: Municipality, on: date) -> int:
    """How many insights are on their way and not published yet."""
    return sum(not one.is_published(on) for one in municipality.insights)


def decisions_after(municipality: Municipality, insight: str, on: date) -> tuple[PolicyDecision, ...]:
    """The decisions that followed an insight; none is an answer too."""
    return tuple(one for one in known(municipality, on) if insight in one.insights)


def decisions_without_insight(municipality: Municipality, on: date) -> tuple[PolicyDecision, ...]:
    """Decisions of which no document says that an insight of this picture led to them."""
    return tuple(one for one in known(municipality, on) if not one.insights)


def decisions_of_finding(municipality: Municipality, finding: str, on: date) -> tuple[PolicyDecision, ...]:
    """The decisions that followed any published insight of a finding."""
    about = {one.id for one in municipality.insights if one.finding == finding and one.is_published(on)}
    return tuple(one for one in known(municipality, on) if about.intersection(one.insights))


def step_of(municipality: Municipality, finding: str, on: date) -> Step:
    """How far a finding is: made by rule from checked figures, until somebody interprets it."""
    steps = [reached(one.steps, on) for one in municipality.insights if one.finding == finding]
    order = tuple(Step)
    return max((Step.CHECKED, *steps), key=order.index)


def known(municipality: Municipality, on: date) -> tuple[PolicyDecision, ...]:
    """The decisions that were taken by a day, and those of which no document gives the day."""
    return tuple(one for one in municipality.decisions if one.taken is None or one.taken <= on)
