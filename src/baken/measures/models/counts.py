# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was counted of a measure, month by month or quarter by quarter, and the milestones of a project."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all, in_own_district, where
from baken.catalogue.measures import MeasureKind
from baken.cycle.personal import refuse_persons
from baken.measures.models.measures import WRITERS, Measure
from baken.model.governance import Role
from baken.model.period import Period, PeriodKind

KEEPERS = frozenset({Role.MAYOR, Role.ORDER_OFFICER})
"""Who sees protected numbers and restricted fields: the mayor, and the officer who works for the mayor."""
_FINE = {PeriodKind.MONTH, PeriodKind.QUARTER}


class Counted(Record):
    """A number of one month or quarter. Empty is not known; it is never zero."""

    period = models.CharField(_("month or quarter"), max_length=8, help_text=_("2026-03 or 2026-Q1"))
    what = models.CharField(_("what is counted"), max_length=200)
    value = models.PositiveIntegerField(_("how many"), null=True, blank=True)
    source = models.CharField(_("counted by"), max_length=300, blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse a period that is none, and personal data."""
        refuse_persons(self, ("what", "source"))
        try:
            period = Period.parse(self.period)
        except ValueError:
            period = None
        if period is None or period.kind not in _FINE:
            raise ValidationError({"period": _("Write a month as 2026-03, or a quarter as 2026-Q1.")})


class MeasureCount(Counted):
    """A number that everybody inside may see, such as controls or open cases of a team."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="counts", verbose_name=_("measure"))

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | {
            Role.AREA_TEAM: in_own_district("measure__area"),
            Role.COUNCIL_MEMBER: where(measure__report__visibility__in=["council", "public"]),
        },
        add=for_all(WRITERS | {Role.ANALYST}),
    )

    class Meta:
        verbose_name = _("count")
        verbose_name_plural = _("counts")
        ordering: ClassVar[list[str]] = ["measure", "-period", "what"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["measure", "period", "what"],
                condition=models.Q(withdrawn=False),
                name="one_count_of_a_period",
            )
        ]

    def __str__(self) -> str:
        return f"{self.what}, {self.period}"

    def clean(self) -> None:
        """Refuse numbers about radicalisation, which are protected."""
        super().clean()
        if self.measure_id and self.measure.kind == MeasureKind.RADICALISATION:
            raise ValidationError({"measure": _("Numbers about radicalisation are protected numbers.")})


class ProtectedNumber(Counted):
    """A number with the highest protection: the number of cases of radicalisation, and nothing about them.

    The number exists for the mayor and the order officer only. Others see that there is a record.
    """

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="protected", verbose_name=_("measure"))

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE), add=for_all({Role.ORDER_OFFICER}), hidden={"value": KEEPERS}
    )

    class Meta:
        verbose_name = _("protected number")
        verbose_name_plural = _("protected numbers")
        ordering: ClassVar[list[str]] = ["measure", "-period"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["measure", "period", "what"],
                condition=models.Q(withdrawn=False),
                name="one_protected_number_of_a_period",
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}, {self.period}"


class Milestone(Record):
    """A moment of a project at which something is ready."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="milestones", verbose_name=_("project"))
    title = models.CharField(_("what is ready then"), max_length=200)
    due_words = models.CharField(_("due, in words"), max_length=100, blank=True)
    due = models.DateField(_("due"), null=True, blank=True)
    reached = models.DateField(_("reached on"), null=True, blank=True)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | {Role.AREA_TEAM: in_own_district("measure__area")}, add=for_all(WRITERS)
    )

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering: ClassVar[list[str]] = ["measure", "due", "title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse personal data."""
        refuse_persons(self, ("title", "due_words"))
