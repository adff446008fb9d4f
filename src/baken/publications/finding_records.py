# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Findings, their ranking, the strands of each theme and the developments, as plain data for JSON."""

from __future__ import annotations

import math

from baken.model.development import Development, Explanation
from baken.model.figure import Interval
from baken.model.finding import Caveat, Finding, FindingOverride
from baken.model.policy import Guidance
from baken.model.strand import ProfessionalStatement, ResidentVoice
from baken.model.text import Text
from baken.picture.developments import NOT_SCORED
from baken.picture.finding_rank import EXPLANATION, RankedFinding
from baken.picture.insights import decisions_of_finding, step_of
from baken.picture.picture import SafetyPicture

Record = dict[str, object]


def finding_records(picture: SafetyPicture) -> list[Record]:
    """Every finding, how far it is, and the decisions that followed it.

    A caveat that stands word for word among the rules is given by its rule only.
    """
    guidance = picture.material.catalogue.guidance
    municipality, on = picture.material.municipality, picture.material.on
    return [
        {
            **_finding(one, guidance),
            "step": step_of(municipality, one.id, on).value,
            "decisions": [each.id for each in decisions_of_finding(municipality, one.id, on)],
        }
        for one in picture.findings
    ]


def rule_records(picture: SafetyPicture) -> Record:
    """The rules of interpretation by id, each with its explanation and its source."""
    rules = picture.material.catalogue.guidance
    return {name: {**_both(one.text), "source": one.source} for name, one in rules.items()}


def ranking_record(picture: SafetyPicture) -> Record:
    """The ranking with its formula in words, and what an analyst decided beside it."""
    found = picture.ranking
    return {
        "explanation": _both(EXPLANATION),
        "entries": [_ranked(one) for one in found.entries],
        "left_out": [_ranked(one) for one in found.left_out],
        "decisions_about_nothing": [_override(one) for one in found.unmatched],
    }


def strand_records(picture: SafetyPicture) -> list[Record]:
    """The three strands of each theme; an empty one is there and named as empty."""
    found: list[Record] = []
    for theme in picture.material.municipality.themes:
        strands = picture.theme(theme.id).strands
        found.append(
            {
                "theme": theme.id,
                "figures": [one.indicator.id for one in strands.figures],
                "professionals": [_professional(one) for one in strands.professionals],
                "residents": {
                    "survey": [one.indicator.id for one in strands.survey],
                    "voices": [_voice(one) for one in strands.residents],
                },
                "empty": list(strands.empty),
                "waiting": strands.waiting,
            }
        )
    return found


def development_records(picture: SafetyPicture) -> Record:
    """The clusters with their developments, and the explanations that documents give."""
    register = picture.material.municipality.register
    return {
        "clusters": [
            {
                "id": one.id,
                "original": one.original,
                "name": _both(one.name),
                "document": one.document,
                "place": one.place,
                "developments": [each.id for each in register.in_cluster(one.id)],
            }
            for one in register.clusters
        ],
        "developments": [_development(one) for one in register.developments],
        "explanations": [_explanation(one) for one in register.explanations],
    }


def _finding(one: Finding, guidance: dict[str, Guidance]) -> Record:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "subject": one.subject,
        "area": one.area,
        "areas": list(one.areas),
        "periods": [str(period) for period in one.periods],
        "figures": {
            each.name: {"value": _rounded(each.value, each.decimals + 2), "unit": each.unit}
            for each in one.figures
        },
        "interval": _interval(one.interval),
        "supported_direction": one.supported.value if one.supported else None,
        "reason": one.reason or None,
        "method": one.method or None,
        "tone": one.tone.value,
        "marks": [mark.value for mark in one.marks],
        "sentence": _both(one.sentence),
        "caveats": [_caveat(each, guidance) for each in one.caveats],
        "snapshots": list(one.snapshots),
    }


def _caveat(one: Caveat, guidance: dict[str, Guidance]) -> Record:
    known = guidance.get(one.rule)
    return {"rule": one.rule} if known and known.text == one.text else {"rule": one.rule, **_both(one.text)}


def _interval(one: Interval | None) -> Record | None:
    if one is None:
        return None
    return {"lower": _rounded(one.lower, 4), "upper": _rounded(one.upper, 4), "method": one.method}


def _ranked(one: RankedFinding) -> Record:
    score = one.score
    return {
        "rank": one.rank,
        "computed_rank": one.computed,
        "finding": one.finding.id,
        "score": None if score is None else _rounded(score.total, 6),
        "size": None if score is None else _rounded(score.size, 6),
        "certainty": None if score is None else _rounded(score.certainty, 6),
        "duration": None if score is None else _rounded(score.duration, 6),
        "same_phenomenon": list(one.same_phenomenon),
        "override": None if one.override is None else _override(one.override),
    }


def _override(one: FindingOverride) -> Record:
    return {
        "finding": one.finding,
        "rank": one.rank,
        "leave_out": one.leave_out,
        "reason": one.reason,
        "author": one.author,
        "date": one.date.isoformat(),
    }


def _professional(one: ProfessionalStatement) -> Record:
    return {
        "id": one.id,
        "role": _both(one.role),
        "area": one.area,
        "what": _both(one.what),
        "since": one.since,
        "confidence": one.confidence.value,
        "recorded": one.recorded.isoformat(),
        "interpretation": _both(one.interpretation) if one.interpretation else None,
    }


def _voice(one: ResidentVoice) -> Record:
    return {
        "id": one.id,
        "source": one.source.value,
        "area": one.area,
        "what": _both(one.what),
        "held": one.held.isoformat(),
        "people": one.people,
        "consent": one.consent.value,
        "interpretation": _both(one.interpretation) if one.interpretation else None,
    }


def _development(one: Development) -> Record:
    return {
        "id": one.id,
        "cluster": one.cluster,
        "original": one.original,
        "corrected": one.corrected or None,
        "name": _both(one.name),
        "horizon": [each.value for each in one.horizon],
        "trend_said": one.trend.value,
        "impact": one.impact.score if one.impact else None,
        "impact_note": _both(one.impact.reason if one.impact else NOT_SCORED),
        "level": one.level.value if one.level else None,
        "theme": one.theme or None,
        "part_of": one.part_of or None,
        "evidence": [*one.evidence, *one.indicators],
        "evidence_count": one.evidence_count,
        "illustrations": list(one.illustrations),
        "document": one.document,
        "place": one.place,
    }


def _explanation(one: Explanation) -> Record:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "name": _both(one.name),
        "original": one.original or None,
        "document": one.document,
        "place": one.place,
        "developments": list(one.developments),
        "references": list(one.references),
    }


def _both(text: Text) -> Record:
    return {"nl": text.nl, "en": text.en}


def _rounded(number: float, digits: int) -> float | None:
    """A number for JSON, which has no infinity: an open end is null."""
    return round(number, digits) if math.isfinite(number) else None
