# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an area is marked as, such as one whose resilience is under pressure, with who says so."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts import districts
from baken.accounts.models.record import Record
from baken.accounts.rights import EVERYBODY, Rights, for_all
from baken.cycle.fields import AreaField
from baken.cycle.personal import refuse_persons
from baken.model.governance import Role

RESILIENCE = "veerkracht onder druk"
"""How the council proposal says it (line 120); the same words are a tag of goals."""


class AreaTag(Record):
    """That an area is marked, by which document or decision. A mark without a source is a label on people."""

    class Tag(models.TextChoices):
        """What an area can be marked as."""

        RESILIENCE = RESILIENCE, _("resilience under pressure")

    area = AreaField(_("area"), blank=False)
    tag = models.CharField(_("mark"), max_length=40, choices=Tag, default=Tag.RESILIENCE)
    source = models.CharField(_("document or decision that says so"), max_length=300)
    reason = models.TextField(_("why"), blank=True)
    start = models.DateField(_("from"), null=True, blank=True)
    end = models.DateField(_("until"), null=True, blank=True)

    rights: ClassVar[Rights] = Rights(read=for_all(EVERYBODY), add=for_all({Role.ADVISER}))

    class Meta:
        verbose_name = _("mark of an area")
        verbose_name_plural = _("marks of areas")
        ordering: ClassVar[list[str]] = ["area"]

    def __str__(self) -> str:
        return f"{districts.names().get(self.area, self.area)}: {self.get_tag_display()}"

    def clean(self) -> None:
        """Refuse a term upside down, and personal data."""
        refuse_persons(self, ("source", "reason"))
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("This would end before it begins.")})
