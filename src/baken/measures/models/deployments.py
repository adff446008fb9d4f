# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Demonstrations, events and football: the risk class of each and the capacity that was deployed."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all
from baken.cycle.fields import AreaField
from baken.cycle.models import Party
from baken.cycle.personal import refuse_persons
from baken.measures.models.measures import WRITERS, Measure
from baken.model.governance import Role


class Deployment(Record):
    """One entry of the calendar of events. What a demonstration was about, and who held it, is not kept."""

    class Kind(models.TextChoices):
        """What it is."""

        DEMONSTRATION = "demonstration", _("demonstration")
        EVENT = "event", _("event")
        FOOTBALL = "football", _("football match")

    class Risk(models.TextChoices):
        """How much care it takes, as permits for events class it."""

        A = "A", _("A, regular")
        B = "B", _("B, attention")
        C = "C", _("C, risk")

    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    title = models.CharField(_("title"), max_length=150)
    start = models.DateField(_("date"))
    end = models.DateField(_("last day"), null=True, blank=True)
    area = AreaField(_("area"))
    measure = models.ForeignKey(
        Measure,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deployments",
        verbose_name=_("part of the measure"),
    )
    risk = models.CharField(_("risk class"), max_length=1, blank=True, choices=Risk)
    staff = models.PositiveIntegerField(_("people deployed"), null=True, blank=True)
    hours = models.DecimalField(_("hours deployed"), max_digits=8, decimal_places=1, null=True, blank=True)
    parties = models.ManyToManyField(
        Party, blank=True, related_name="deployments", verbose_name=_("deployed by")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    rights: ClassVar[Rights] = Rights(read=for_all(INSIDE), add=for_all(WRITERS | {Role.ANALYST}))

    class Meta:
        verbose_name = _("deployment")
        verbose_name_plural = _("calendar of events and deployment")
        ordering: ClassVar[list[str]] = ["-start", "title"]

    def __str__(self) -> str:
        return f"{self.title}, {self.start:%d-%m-%Y}"

    def clean(self) -> None:
        """Refuse an end before the beginning, and personal data."""
        refuse_persons(self, ("title", "note"))
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("This would end before it begins.")})
