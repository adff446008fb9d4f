# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Headline, insights, decisions, tasks, events and intake, as plain data for JSON."""

from __future__ import annotations

from baken.model.insight import PolicyDecision
from baken.model.task import TaskScore
from baken.model.text import Text
from baken.picture import casework, events, insights
from baken.picture.headline import evidence_of, headline_of
from baken.picture.intake import intakes
from baken.picture.picture import SafetyPicture
from baken.picture.tasks import judged_claims

Record = dict[str, object]


def headline_record(picture: SafetyPicture) -> Record | None:
    """The headline that holds on the day of the picture, with what carries it."""
    found = headline_of(picture.material)
    if found is None:
        return None
    return {
        "version": found.version,
        "text": _both(found.text),
        "author": found.author,
        "date": found.date.isoformat(),
        "status": found.status.value,
        "evidence": [
            {"id": one.name, "kind": one.kind.value, "text": _both(one.said)}
            for one in evidence_of(picture, found)
        ],
        "document": found.document,
        "place": found.place,
    }


def insight_records(picture: SafetyPicture) -> Record:
    """The published insights with the decisions that followed each, and the decisions that followed none."""
    municipality, on = picture.material.municipality, picture.material.on
    return {
        "published": [
            {
                "id": one.insight.id,
                "finding": one.insight.finding,
                "finding_made": one.finding is not None,
                "interpretation": _both(one.insight.interpretation),
                "steps": [
                    {"step": each.step.value, "date": each.date.isoformat(), "author": each.author}
                    for each in one.insight.steps
                ],
                "decisions": [each.id for each in one.decisions],
            }
            for one in insights.published(picture)
        ],
        "waiting": insights.waiting(municipality, on),
        "decisions": [_decision(one) for one in insights.known(municipality, on)],
    }


def task_records(picture: SafetyPicture) -> Record:
    """The scores of tasks, and what they say of claims that tasks increase."""
    municipality, on = picture.material.municipality, picture.material.on
    return {
        "scores": [_score(one) for one in municipality.tasks.scores if one.date <= on],
        "claims": [
            {
                "id": one.claim.id,
                "original": one.claim.original,
                "document": one.claim.document,
                "place": one.claim.place,
                "verdict": one.verdict.value,
                "explanation": _both(one.said),
            }
            for one in judged_claims(municipality, on)
        ],
    }


def event_records(picture: SafetyPicture) -> Record:
    """Incidents, the number of demonstrations by month, and the forms for new phenomena."""
    municipality, on = picture.material.municipality, picture.material.on
    return {
        "incidents": [
            {
                "id": one.id,
                "date": one.date.isoformat(),
                "date_is_of_report": one.day_reported,
                "area": one.area,
                "kind": one.kind.value,
                "note": _both(one.note),
                "source": one.source,
            }
            for one in events.incidents(municipality.events, on)
        ],
        "demonstrations": [
            {"month": str(one.period), "count": one.count, "complete": one.complete}
            for one in events.demonstrations_per_month(municipality.events, on)
        ],
        "demonstrations_without_month": [
            {"count": one.count, "source": one.source} for one in events.without_month(municipality.events)
        ],
        "phenomena": [
            {
                "id": one.form.id,
                "what": _both(one.form.what),
                "area": one.form.area,
                "reported": one.form.reported.isoformat(),
                "due": one.due.isoformat() if one.due else None,
                "state": one.state.value,
                "reason": _both(one.form.triage.reason) if one.days is not None and one.form.triage else None,
            }
            for one in intakes(municipality.intake, on)
        ],
    }


def casework_records(picture: SafetyPicture) -> Record:
    """Checks and caseloads by month, and groups by status, as far as everybody may see them."""
    return {
        "kinds": [
            {
                "id": one.kind.id,
                "name": _both(one.kind.name),
                "unit": _both(one.kind.unit),
                "note": _both(one.kind.note),
                "withheld": one.withheld,
                "codes": [f"{each.system}/{each.code}" for each in one.raises],
                "months": [
                    {"month": str(each.period), "count": each.count, "sight": each.sight.value}
                    for each in one.months
                ],
            }
            for one in casework.seen_casework(picture.material)
        ],
        "groups": {
            status.value: number for status, number in casework.groups_by_status(picture.material).items()
        },
    }


def _decision(one: PolicyDecision) -> Record:
    return {
        "id": one.id,
        "title": _both(one.title),
        "by": one.by.value,
        "taken": one.taken.isoformat() if one.taken else None,
        "document": one.document,
        "place": one.place,
        "insights": list(one.insights),
        "change": _both(one.change),
    }


def _score(one: TaskScore) -> Record:
    return {
        "task": one.task,
        "date": one.date.isoformat(),
        "author": one.author,
        "reason": _both(one.reason),
        "size": one.size,
        "complexity": one.complexity,
        "dynamics": one.dynamics,
    }


def _both(text: Text | None) -> Record | None:
    return {"nl": text.nl, "en": text.en} if text else None
