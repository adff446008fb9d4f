# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Progress reports and evaluations: made from records, finished by people, and frozen."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all, narrowed, where
from baken.cycle.fields import status_field
from baken.cycle.flows import EVALUATION_FLOW, REPORT_FLOW
from baken.cycle.models.documents import WRITERS, Document
from baken.cycle.models.goals import Theme
from baken.model.flow import Flow
from baken.model.governance import Role

_WRITE = for_all(WRITERS)


class Report(Record):
    """A paper of the cycle over a period, such as a progress report. ``frozen`` is what it said when closed.

    ``file`` is the Word document of that moment, and ``digest`` its SHA-256.
    """

    class Kind(models.TextChoices):
        """Which paper it is."""

        PROGRESS = "progress", _("progress report")
        CONTROL = "control", _("section for planning and control")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PROGRESS)
    document = models.OneToOneField(
        Document, models.PROTECT, related_name="report", verbose_name=_("document")
    )
    plan = models.ForeignKey(
        Document, models.PROTECT, related_name="reports", verbose_name=_("reports on the plan")
    )
    start = models.DateField(_("period from"))
    end = models.DateField(_("period until"))
    moment = models.CharField(_("moment of planning and control"), max_length=100, blank=True)
    status = status_field(REPORT_FLOW)
    frozen = models.JSONField(_("frozen contents"), null=True, blank=True, editable=False)
    file = models.BinaryField(null=True, editable=False)
    digest = models.CharField(_("checksum"), max_length=64, blank=True, editable=False)

    flow: ClassVar[Flow] = REPORT_FLOW
    untraced: ClassVar[frozenset[str]] = frozenset({"file", "frozen"})
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | for_all({Role.COUNCIL_MEMBER}, where(document__visibility__in=["council", "public"])),
        add=_WRITE,
        change=narrowed(_WRITE, status="draft"),
        steps={"close": _WRITE},
    )

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering: ClassVar[list[str]] = ["-end"]

    def __str__(self) -> str:
        return str(self.document)

    def clean(self) -> None:
        """Refuse a period upside down."""
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("This would end before it begins.")})

    def check_step(self, step: str) -> None:
        """Refuse to freeze texts that were not checked or signed."""
        from baken.cycle.rules.reports import check_report_step  # noqa: PLC0415 - the rules know the models

        check_report_step(self, step)


class ReportText(Record):
    """A text that a person wrote for a report, on one theme or on the whole; checked and signed.

    ``checked`` holds what the check of claims found, of exactly these words.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="texts", verbose_name=_("report"))
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="texts", verbose_name=_("theme")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    text = models.TextField(_("text"))
    checked = models.JSONField(_("check"), default=dict, blank=True, editable=False)
    signed_by = models.CharField(_("signed by"), max_length=150, blank=True, editable=False)
    signed_on = models.DateField(_("signed on"), null=True, blank=True, editable=False)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE), add=_WRITE, change=narrowed(_WRITE, report__status="draft")
    )

    class Meta:
        verbose_name = _("text of a report")
        verbose_name_plural = _("texts of reports")
        ordering: ClassVar[list[str]] = ["report", "theme__name", "position"]

    def __str__(self) -> str:
        return self.text[:60]


class Evaluation(Record):
    """An evaluation of a programme or plan. It cannot close with an open question or without an outcome."""

    class Outcome(models.TextChoices):
        """What follows from it."""

        CONTINUE = "continue", _("continue")
        ADJUST = "adjust", _("adjust the approach")
        THEME = "theme", _("change the themes")
        STOP = "stop", _("stop")

    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="evaluation", verbose_name=_("document")
    )
    of = models.ForeignKey(Document, models.PROTECT, related_name="evaluations", verbose_name=_("evaluates"))
    title = models.CharField(_("title"), max_length=300)
    method = models.TextField(_("method"), blank=True)
    start = models.DateField(_("period from"), null=True, blank=True)
    end = models.DateField(_("period until"), null=True, blank=True)
    conclusion = models.TextField(_("conclusion"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, blank=True, choices=Outcome)
    status = status_field(EVALUATION_FLOW)

    flow: ClassVar[Flow] = EVALUATION_FLOW
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | for_all({Role.COUNCIL_MEMBER}, where(document__visibility__in=["council", "public"])),
        add=_WRITE,
        change=narrowed(_WRITE, status="draft"),
        steps={"close": _WRITE},
    )

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering: ClassVar[list[str]] = ["-end", "title"]

    def __str__(self) -> str:
        return self.title

    def check_step(self, step: str) -> None:
        """Refuse to close it with an open question or without conclusion and outcome."""
        from baken.cycle.rules.reports import check_evaluation_step  # noqa: PLC0415 - the rules know the models

        check_evaluation_step(self, step)


class EvaluationQuestion(Record):
    """One question of an evaluation, with how it was studied and what the answer is."""

    evaluation = models.ForeignKey(
        Evaluation, models.PROTECT, related_name="questions", verbose_name=_("evaluation")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    question = models.TextField(_("question"))
    method = models.CharField(_("how it was studied"), max_length=300, blank=True)
    answer = models.TextField(_("answer"), blank=True)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | for_all({Role.COUNCIL_MEMBER}, where(evaluation__document__visibility__in=["council", "public"])),
        add=narrowed(_WRITE, evaluation__status="draft"),
    )

    class Meta:
        verbose_name = _("question of an evaluation")
        verbose_name_plural = _("questions of evaluations")
        ordering: ClassVar[list[str]] = ["evaluation", "number"]

    def __str__(self) -> str:
        return self.question
