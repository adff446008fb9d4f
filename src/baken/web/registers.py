# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages show of the registers beside the figures: headline, insights, decisions, tasks, events."""

from __future__ import annotations

from typing import Any

from baken.model.task import TaskScore
from baken.picture import casework as casework_rules
from baken.picture import events as event_rules
from baken.picture import insights as insight_rules
from baken.picture.headline import earlier, evidence_of, headline_of
from baken.picture.intake import intakes
from baken.picture.picture import SafetyPicture
from baken.picture.tasks import JudgedTaskClaim, judged_claims

Context = dict[str, Any]


def insights(safety: SafetyPicture) -> Context:
    """The headline with what carries it, the published insights, and the decisions."""
    material = safety.material
    municipality, found = material.municipality, headline_of(material)
    return {
        "headline": found,
        "evidence": evidence_of(safety, found) if found else (),
        "earlier": earlier(material),
        "insights": insight_rules.published(safety),
        "waiting": insight_rules.waiting(municipality, material.on),
        "others": insight_rules.decisions_without_insight(municipality, material.on),
        "papers": {one.id: one for one in municipality.references},
    }


def events(safety: SafetyPicture) -> Context:
    """Incidents, demonstrations by month, checks and caseloads, and the forms for new phenomena."""
    municipality, on = safety.material.municipality, safety.material.on
    return {
        "incidents": event_rules.incidents(municipality.events, on),
        "months": event_rules.demonstrations_per_month(municipality.events, on),
        "classes": event_rules.by_class(municipality.events, on).items(),
        "undated": event_rules.without_month(municipality.events),
        "days": municipality.intake.triage_days,
        "forms": intakes(municipality.intake, on),
        "casework": casework_rules.seen_casework(safety.material),
        "groups": casework_rules.groups_by_status(safety.material).items(),
        "fewest": casework_rules.FEWEST_GROUPS,
    }


def scores(safety: SafetyPicture) -> dict[str, tuple[TaskScore, ...]]:
    """The scores of each task, the oldest first."""
    municipality, on = safety.material.municipality, safety.material.on
    return {one.id: municipality.tasks.of(one.id, on) for one in municipality.register.developments}


def task_claims(safety: SafetyPicture) -> tuple[JudgedTaskClaim, ...]:
    """What documents claim of tasks, held against their scores."""
    return judged_claims(safety.material.municipality, safety.material.on)
