# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in evaluations with their questions, reports that are being written, and reviews of the course."""

from __future__ import annotations

from typing import Any

from baken.catalogue.cycle_records import WorkFile
from baken.catalogue.cycle_work_entries import EvaluationEntry, ReportEntry, ReviewEntry
from baken.cycle.models import (
    Decision,
    Evaluation,
    EvaluationQuestion,
    Report,
    ReportText,
    Review,
    SteeringIndicator,
    Theme,
)
from baken.cycle.setup.documents import document_of
from baken.cycle.setup.putting import Putter


def put_reports(putter: Putter, told: WorkFile) -> None:
    """How people look back, and what follows from it."""
    for evaluation in told.evaluations:
        _put_evaluation(putter, evaluation)
    for report in told.reports:
        _put_report(putter, report)
    for one in told.reviews:
        review = putter.put(Review, one.id, _review(one), one.source)
        putter.take(review, one.steps)


def _put_evaluation(putter: Putter, one: EvaluationEntry) -> None:
    names = ("title", "method", "start", "end", "conclusion", "outcome")
    values = {name: getattr(one, name) for name in names}
    values |= {"of": document_of(one.of), "document": document_of(one.document)}
    held = putter.put(Evaluation, one.id, values, one.source)
    for number, question in enumerate(one.questions, 1):
        asked = {
            "evaluation": held,
            "number": number,
            "question": question.question,
            "method": question.method,
            "answer": question.answer,
        }
        putter.put(EvaluationQuestion, f"{one.id}-{number}", asked, one.source)
    putter.take(held, one.steps)


def _put_report(putter: Putter, one: ReportEntry) -> None:
    values = {name: getattr(one, name) for name in ("kind", "start", "end", "moment")}
    values |= {"document": document_of(one.document), "plan": document_of(one.plan)}
    held = putter.put(Report, one.id, values, one.source)
    for number, text in enumerate(one.texts, 1):
        said = {
            "report": held,
            "theme": Theme.objects.get(pk=text.theme) if text.theme else None,
            "position": number,
            "text": text.text,
        }
        putter.put(ReportText, f"{one.id}-{number}", said, one.source)


def _review(one: ReviewEntry) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("title", "cause", "what", "bodies")} | {
        "noticed": one.seen,
        "theme": Theme.objects.get(pk=one.theme) if one.theme else None,
        "indicator": SteeringIndicator.objects.get(pk=one.indicator) if one.indicator else None,
        "proposal": document_of(one.proposal),
        "decision": Decision.objects.get(pk=one.decision) if one.decision else None,
    }
