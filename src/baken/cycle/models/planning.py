# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Moments of the calendar, tasks, temporary deviations and changes of course."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, Table, for_all, in_own_district, narrowed, where
from baken.accounts.words import ROLES
from baken.cycle.calendar.moments import BASES, Basis, MomentKind
from baken.cycle.fields import choices, status_field
from baken.cycle.flows import REVIEW_FLOW
from baken.cycle.models.actions import ActionRecord
from baken.cycle.models.decisions import Decision
from baken.cycle.models.documents import PLANS, WRITERS, Document
from baken.cycle.models.goals import SteeringIndicator, Theme
from baken.model.flow import Flow
from baken.model.governance import Role
from baken.model.text import Text

MOMENT_KINDS = {
    MomentKind.ADOPTION: Text("vaststelling van het programma", "adoption of the programme"),
    MomentKind.REGIONAL: Text("regionaal beleidsplan politie", "regional police plan"),
    MomentKind.PLAN: Text("uitvoeringsplan", "implementation plan"),
    MomentKind.PLAN_EVALUATION: Text("evaluatie van het uitvoeringsplan", "evaluation of the plan"),
    MomentKind.INTERIM_EVALUATION: Text("tussentijdse evaluatie", "interim evaluation"),
    MomentKind.PROGRESS_REPORT: Text("voortgangsrapportage", "progress report"),
    MomentKind.PLANNING: Text("planning en control", "planning and control"),
    MomentKind.SURVEY: Text("ronde van een enquête", "wave of a survey"),
    MomentKind.RELEASE: Text("nieuwe cijfers", "new figures"),
    MomentKind.TASK: Text("taak", "task"),
    MomentKind.OTHER: Text("anders", "other"),
}
_SHARED = for_all(INSIDE) | for_all({Role.COUNCIL_MEMBER})


class MomentRecord(Record):
    """A moment that a document, the law or a custom names: its words, and the days that they allow."""

    kind = models.CharField(_("kind"), max_length=40, choices=choices(MOMENT_KINDS.items()))
    title = models.CharField(_("title"), max_length=300)
    words = models.CharField(_("when, in words"), max_length=150, blank=True)
    earliest = models.DateField(_("from"), null=True, blank=True)
    latest = models.DateField(_("by"), null=True, blank=True)
    realised = models.DateField(_("realised on"), null=True, blank=True)
    about = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="moments", verbose_name=_("about")
    )
    year = models.PositiveSmallIntegerField(_("of the year"), null=True, blank=True)
    basis = models.CharField(
        _("rests on"),
        max_length=20,
        default=Basis.STATEMENT.value,
        choices=choices(BASES.items()),
    )
    source = models.CharField(_("stands in"), max_length=300, blank=True)
    said_on = models.DateField(_("said on"), null=True, blank=True)

    rights: ClassVar[Rights] = Rights(read=_SHARED, add=for_all(WRITERS | {Role.CLERK, Role.SECRETARY}))

    class Meta:
        verbose_name = _("moment")
        verbose_name_plural = _("moments")
        ordering: ClassVar[list[str]] = ["latest", "earliest", "title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse an end before the beginning."""
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValidationError({"latest": _("This would end before it begins.")})


_FIELD_TASKS: Table = {
    Role.FACILITATOR: where(role=Role.FACILITATOR.value),
    **narrowed({Role.AREA_TEAM: in_own_district()}, role=Role.AREA_TEAM.value),
}
"""What facilitators and area teams see of the tasks: their own, a team those of its district."""


class Task(Record):
    """Something to be done by a day, such as a step of the next cycle or a source that is due."""

    class Kind(models.TextChoices):
        """What kind of task it is."""

        CYCLE = "cycle", _("step of the cycle")
        SOURCE = "source", _("source to fetch")
        REVIEW = "review", _("review")
        REMINDER = "reminder", _("reminder")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.CYCLE)
    title = models.CharField(_("title"), max_length=300)
    role = models.CharField(_("for"), max_length=30, choices=[(one.value, ROLES[one]) for one in Role])
    due = models.DateField(_("due"))
    done = models.DateField(_("done on"), null=True, blank=True)
    about = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("about")
    )
    area = models.CharField(_("district"), max_length=30, blank=True)
    source = models.CharField(_("source"), max_length=60, blank=True)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | _FIELD_TASKS,
        add=for_all(WRITERS),
        change=for_all(WRITERS)
        | {role: where(role=role.value) for role in (Role.CLERK, Role.SECRETARY, Role.ORDER_OFFICER)}
        | _FIELD_TASKS,
    )

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering: ClassVar[list[str]] = ["due", "title"]

    def __str__(self) -> str:
        return self.title


class Deviation(Record):
    """That a plan is left for a time, for an acute and unforeseen reason; never without end and decision."""

    plan = models.ForeignKey(
        Document,
        models.PROTECT,
        related_name="deviations",
        limit_choices_to=PLANS,
        verbose_name=_("plan"),
    )
    action = models.ForeignKey(
        ActionRecord,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deviations",
        verbose_name=_("action"),
    )
    title = models.CharField(_("title"), max_length=300)
    reason = models.TextField(_("reason"))
    start = models.DateField(_("from"))
    end = models.DateField(_("until"))
    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="deviations", verbose_name=_("decision")
    )

    rights: ClassVar[Rights] = Rights(read=_SHARED, add=for_all({Role.ADVISER}))

    class Meta:
        verbose_name = _("temporary deviation")
        verbose_name_plural = _("temporary deviations")
        ordering: ClassVar[list[str]] = ["-start"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse an end before the beginning, and a decision that was not taken or refused it."""
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("This would end before it begins.")})
        if self.decision_id and self.decision.outcome not in {"adopted", "amended", "agreed"}:
            raise ValidationError({"decision": _("This decision did not agree to it.")})


class Review(Record):
    """A reason to look at the course again: a signal, a threshold that was passed, or an evaluation.

    Where the course must change it becomes a proposal outside the calendar, for the body that this is for.
    """

    class Cause(models.TextChoices):
        """What gave rise to it."""

        SIGNAL = "signal", _("signal")
        THRESHOLD = "threshold", _("threshold passed")
        EVALUATION = "evaluation", _("evaluation")
        COUNCIL = "council", _("request of the council")

    title = models.CharField(_("title"), max_length=300)
    cause = models.CharField(_("cause"), max_length=12, choices=Cause)
    what = models.TextField(_("what was seen"))
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name=_("theme")
    )
    indicator = models.ForeignKey(
        SteeringIndicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("indicator"),
    )
    noticed = models.DateField(_("seen on"))
    bodies = models.JSONField(_("bodies that decide"), default=list, blank=True)
    status = status_field(REVIEW_FLOW)
    proposal = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name=_("proposal")
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name=_("decision")
    )

    flow: ClassVar[Flow] = REVIEW_FLOW
    rights: ClassVar[Rights] = Rights(
        read=_SHARED,
        add=for_all(WRITERS),
        steps={
            "propose": for_all({Role.ADVISER}),
            "dismiss": for_all({Role.ADVISER}),
            "decide": for_all({Role.CLERK, Role.SECRETARY}),
        },
    )

    class Meta:
        verbose_name = _("review of the course")
        verbose_name_plural = _("reviews of the course")
        ordering: ClassVar[list[str]] = ["-noticed"]

    def __str__(self) -> str:
        return self.title

    def check_step(self, step: str) -> None:
        """A proposal is needed before it is proposed, and a decision before it is decided."""
        from baken.cycle.rules.reviews import check_review_step  # noqa: PLC0415 - the rules know the models

        check_review_step(self, step)
