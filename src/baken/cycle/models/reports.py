# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Progress reports and evaluations: made from records, finished by people, and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all, narrowed, where
from baken.accounts.words import ROLES, said
from baken.cycle.fields import choices, status_field
from baken.cycle.flows import EVALUATION_FLOW, REPORT_FLOW, PaperStatus
from baken.cycle.models.documents import WRITERS, Document
from baken.cycle.models.goals import Theme
from baken.model.flow import Flow
from baken.model.governance import Role
from baken.model.intervention import EffectMethod
from baken.model.text import Text

_WRITE = for_all(WRITERS)
METHODS = {
    EffectMethod.BEFORE_AFTER: Text("voor en na", "before and after"),
    EffectMethod.COMPARISON: Text("vergelijking met andere gebieden", "comparison with other areas"),
    EffectMethod.NONE: Text("niet onderzocht", "not studied"),
}
MOMENTS = {
    "framework": Text("kadernota", "framework memorandum"),
    "budget": Text("programmabegroting", "programme budget"),
    "interim": Text("bestuursrapportage", "interim report"),
    "accounts": Text("jaarstukken", "annual accounts"),
}
"""The moments of planning and control, as the section for them knows them."""


class Frozen(models.Model):
    """What is closed once and never changes again. ``frozen`` is what it said then.

    ``file`` is the Word document of that moment, and ``digest`` its SHA-256.
    """

    frozen = models.JSONField(_("frozen contents"), null=True, blank=True, editable=False)
    file = models.BinaryField(null=True, blank=True, editable=False)
    digest = models.CharField(_("checksum"), max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse whatever would change what is closed, whoever asks."""
        super().clean()
        held = type(self)._default_manager.filter(pk=self.pk).first()
        if held is not None and held.is_closed and differs(held, self):
            raise ValidationError(_("This was completed and frozen. A correction is a new report."))

    @property
    def is_closed(self) -> bool:
        """Whether nothing about it changes any more."""
        return bool(self.status == PaperStatus.CLOSED)  # type: ignore[attr-defined] # each of these has a flow


def differs(first: models.Model, second: models.Model) -> bool:
    """Whether two states of one record differ in anything."""
    fields = first._meta.concrete_fields
    return any(_value(one, first) != _value(one, second) for one in fields)


def _value(field: models.Field, record: models.Model) -> object:  # type: ignore[type-arg] # none at run time
    found = field.value_from_object(record)
    return bytes(found) if isinstance(found, (memoryview, bytearray)) else found


class Report(Frozen, Record):
    """A paper of the cycle over a period, such as a progress report."""

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
    moment = models.CharField(
        _("moment of planning and control"),
        max_length=100,
        blank=True,
        choices=[(name, said(text)) for name, text in MOMENTS.items()],
    )
    status = status_field(REPORT_FLOW)

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
        """Refuse a period upside down, and a section for planning and control without its moment."""
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("This would end before it begins.")})
        if self.kind == self.Kind.CONTROL and not self.moment:
            raise ValidationError({"moment": _("Say for which moment of planning and control this is.")})

    def step_values(self, step: str, why: str) -> Mapping[str, object]:
        """Closing it makes the file; where that fails nothing is closed."""
        from baken.cycle.papers.freezing import frozen_report  # noqa: PLC0415 - the papers know the models

        del why
        return frozen_report(self) if step == "close" else {}

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
    signed_by = models.CharField(
        _("signed by"),
        max_length=150,
        blank=True,
        editable=False,
        choices=[(one.value, ROLES[one]) for one in Role],
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True, editable=False)

    rights: ClassVar[Rights] = Rights(read=for_all(INSIDE), add=narrowed(_WRITE, report__status="draft"))

    class Meta:
        verbose_name = _("text of a report")
        verbose_name_plural = _("texts of reports")
        ordering: ClassVar[list[str]] = ["report", "theme__name", "position"]

    def __str__(self) -> str:
        return self.text[:60]

    def clean(self) -> None:
        """Refuse personal data, and take away the check and the signature of words that have changed."""
        from baken.cycle.rules.texts import check_report_text  # noqa: PLC0415 - the rules know the models

        check_report_text(self)


class Evaluation(Frozen, Record):
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
    untraced: ClassVar[frozenset[str]] = frozenset({"file", "frozen"})
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

    def step_values(self, step: str, why: str) -> Mapping[str, object]:
        """Closing it makes the file; where that fails nothing is closed."""
        from baken.cycle.papers.freezing import frozen_evaluation  # noqa: PLC0415 - the papers know the models

        del why
        return frozen_evaluation(self) if step == "close" else {}

    def check_step(self, step: str) -> None:
        """Refuse to close it with an open question or without conclusion and outcome."""
        from baken.cycle.rules.reports import check_evaluation_step  # noqa: PLC0415 - the rules know the models

        check_evaluation_step(self, step)


class EvaluationQuestion(Record):
    """One question of an evaluation, with how it was studied and what the answer is.

    ``effect`` is what the answer says that something brought about, in ``indicator``; it cannot be said
    without ``effect_method``, which puts its caveat beside it.
    """

    evaluation = models.ForeignKey(
        Evaluation, models.PROTECT, related_name="questions", verbose_name=_("evaluation")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    question = models.TextField(_("question"))
    method = models.CharField(_("how it was studied"), max_length=300, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    effect = models.TextField(_("effect that is stated"), blank=True)
    indicator = models.CharField(_("effect on the indicator"), max_length=60, blank=True)
    effect_method = models.CharField(
        _("how the effect was studied"), max_length=20, blank=True, choices=choices(METHODS.items())
    )

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

    def clean(self) -> None:
        """Refuse an effect of which nobody says how it was studied, and any change of a closed evaluation."""
        from baken.cycle.rules.texts import check_question  # noqa: PLC0415 - the rules know the models

        check_question(self)
