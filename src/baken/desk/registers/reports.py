# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of reports, evaluations and reviews of the course."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.cycle import models
from baken.desk.registers.register import Below, Group, Register

REGISTERS = (
    Register(
        slug="rapportages",
        group=Group.REPORTS,
        model=models.Report,
        columns=("document", "kind", "start", "end", "status"),
        fields=("kind", "document", "plan", "start", "end", "moment"),
        filters=("kind", "status"),
        below=(Below(register="teksten", by="report"),),
        about=_("Progress reports and sections for planning and control: made from records, then frozen."),
    ),
    Register(
        slug="teksten",
        group=Group.REPORTS,
        model=models.ReportText,
        columns=("report", "theme", "text", "signed_by"),
        fields=("report", "theme", "position", "text"),
        filters=("report", "theme"),
        about=_("What people wrote for a report: checked against the figures, and signed."),
    ),
    Register(
        slug="evaluaties",
        group=Group.REPORTS,
        model=models.Evaluation,
        columns=("title", "of", "end", "outcome", "status"),
        fields=("document", "of", "title", "method", "start", "end", "conclusion", "outcome"),
        filters=("status", "outcome"),
        below=(Below(register="evaluatievragen", by="evaluation"),),
        about=_("Evaluations with their questions. One with an open question cannot be closed."),
    ),
    Register(
        slug="evaluatievragen",
        group=Group.REPORTS,
        model=models.EvaluationQuestion,
        columns=("evaluation", "number", "question", "answer"),
        fields=(
            *("evaluation", "number", "question", "method", "answer"),
            *("effect", "indicator", "effect_method"),
        ),
        filters=("evaluation",),
        about=_("What an evaluation asks, how it was studied and what the answer is."),
    ),
    Register(
        slug="heroverwegingen",
        group=Group.REPORTS,
        model=models.Review,
        columns=("title", "cause", "theme", "noticed", "status"),
        fields=("title", "cause", "what", "theme", "indicator", "noticed", "bodies", "proposal", "decision"),
        filters=("cause", "status", "theme"),
        about=_("Reasons to change course before the next programme: signals, thresholds, evaluations."),
    ),
)
