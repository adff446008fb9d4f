# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Parties, actions and their money."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import (
    EVERYBODY,
    INSIDE,
    Rights,
    for_all,
    in_own_district,
    of_own_department,
    where,
)
from baken.cycle.fields import AreaField, IdsField, status_field
from baken.cycle.models.documents import PLANS, Document
from baken.cycle.models.goals import Goal, Theme
from baken.model.action import ACTION_FLOW, MoneyKind
from baken.model.flow import Flow
from baken.model.governance import Role

NOT_TOLD = "not-told"
"""The kind of money of a budget line of the past whose document tells neither kind nor amount."""
_WORKERS = for_all({Role.ADVISER}) | {
    Role.ACTION_OWNER: of_own_department(),
    Role.AREA_MANAGER: in_own_district(),
}


class Party(Record):
    """A department, partner, group of partners or residents that leads, owns or contributes.

    ``aliases`` are earlier names with the day until which they held, such as HOR for THOR.
    """

    class Kind(models.TextChoices):
        """What kind of party it is."""

        DEPARTMENT = "department", _("department of the municipality")
        AREA_TEAM = "area-team", _("area team")
        POLICE = "police", _("police")
        PROSECUTOR = "prosecutor", _("public prosecutor")
        CARE = "care", _("care and safety")
        SOCIAL = "social", _("civil society")
        HOUSING = "housing", _("housing corporation")
        SCHOOL = "school", _("school")
        BUSINESS = "business", _("entrepreneurs")
        RESIDENTS = "residents", _("residents or their initiative")
        GROUP = "group", _("group of parties")

    name = models.CharField(_("name"), max_length=200, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    domain = models.CharField(_("domain"), max_length=100, blank=True)
    aliases = models.JSONField(_("earlier names"), default=list, blank=True)
    members = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name=_("members"))
    source = models.CharField(_("named in"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    rights: ClassVar[Rights] = Rights(read=for_all(EVERYBODY), add=for_all({Role.ADVISER}))

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def internal(self) -> bool:
        """Whether it is part of the municipality."""
        return self.kind == self.Kind.DEPARTMENT


class ActionRecord(Record):
    """An action of an implementation plan. ``plain`` is the same without the database.

    Which fields a plan needs, and what an action lacks, stands in ``baken.model.action``.
    """

    plan = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        limit_choices_to=PLANS,
        verbose_name=_("plan"),
    )
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name=_("goal")
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name=_("theme")
    )
    title = models.CharField(_("title"), max_length=300)
    what = models.TextField(_("what is done"), blank=True)
    lead = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("lead")
    )
    co_owners = models.ManyToManyField(Party, blank=True, related_name="shares", verbose_name=_("co-owners"))
    residents = models.CharField(_("part of residents"), max_length=300, blank=True)
    area = AreaField(_("area"))
    start_words = models.CharField(_("from, in words"), max_length=100, blank=True)
    start = models.DateField(_("from"), null=True, blank=True)
    end_words = models.CharField(_("done by, in words"), max_length=100, blank=True)
    end = models.DateField(_("done by"), null=True, blank=True)
    instrument = models.CharField(_("instrument"), max_length=200, blank=True)
    power = models.CharField(_("power used"), max_length=60, blank=True)
    money = models.DecimalField(_("money (euros)"), max_digits=12, decimal_places=2, null=True, blank=True)
    money_kind = models.CharField(
        _("kind of money"),
        max_length=12,
        blank=True,
        choices=[
            (MoneyKind.STRUCTURAL.value, _("structural")),
            (MoneyKind.INCIDENTAL.value, _("incidental")),
        ],
    )
    output = models.TextField(_("output"), blank=True)
    effect = models.TextField(_("effect that is meant"), blank=True)
    impact = models.TextField(_("impact on society"), blank=True)
    indicator = models.CharField(_("indicator"), max_length=60, blank=True)
    monitoring = models.CharField(_("how it is followed"), max_length=300, blank=True)
    status = status_field(ACTION_FLOW)
    reason = models.TextField(_("why it has this status"), blank=True)
    updated = models.DateField(_("last told about"), null=True, blank=True)
    extra = models.JSONField(_("other columns of the file"), default=dict, blank=True)

    flow: ClassVar[Flow] = ACTION_FLOW
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | {
            Role.AREA_TEAM: in_own_district(),
            Role.FACILITATOR: where(plan__visibility="public"),
            Role.COUNCIL_MEMBER: where(plan__visibility__in=["council", "public"]),
        },
        add=for_all({Role.ADVISER}) | {Role.AREA_MANAGER: in_own_district()},
        change=_WORKERS,
        steps=dict.fromkeys((one.name for one in ACTION_FLOW.transitions), _WORKERS),
    )

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering: ClassVar[list[str]] = ["theme__name", "title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse dates upside down and money of no kind."""
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("This would be done before it begins.")})
        if self.money is not None and not self.money_kind:
            raise ValidationError({"money_kind": _("Say whether this money is structural or incidental.")})

    def step_values(self, step: str, why: str) -> Mapping[str, object]:
        """The reason of the last step stands beside the status."""
        del step
        return {"reason": why, "updated": date.today()}


class BudgetLine(Record):
    """Money for a programme, plan or action. ``amount`` is empty where no document tells it."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="money", verbose_name=_("document"))
    title = models.CharField(_("title"), max_length=300)
    programme = models.CharField(_("programme of the budget"), max_length=100)
    kind = models.CharField(
        _("kind of money"),
        max_length=12,
        choices=[
            (MoneyKind.STRUCTURAL.value, _("structural")),
            (MoneyKind.INCIDENTAL.value, _("incidental")),
            (NOT_TOLD, _("not told by the document")),
        ],
    )
    amount = models.DecimalField(_("amount (euros)"), max_digits=14, decimal_places=2, null=True, blank=True)
    new = models.BooleanField(_("new money"), default=False)
    year = models.PositiveSmallIntegerField(_("budget of the year"), null=True, blank=True)
    decision = models.ForeignKey(
        "cycle.Decision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="money",
        verbose_name=_("decision"),
    )
    areas = IdsField(_("areas"))
    source = models.CharField(_("stands in"), max_length=300, blank=True)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | for_all({Role.COUNCIL_MEMBER}, where(document__visibility__in=["council", "public"])),
        add=for_all({Role.ADVISER, Role.CONTROLLER}),
    )

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering: ClassVar[list[str]] = ["document", "title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Only money of which a document tells no amount may be of a kind that it does not tell."""
        if self.kind == NOT_TOLD and self.amount is not None:
            raise ValidationError({"kind": _("Say whether this money is structural or incidental.")})
        if self.kind == NOT_TOLD and not self.source.strip():
            raise ValidationError({"source": _("Say which document does not tell the kind.")})
