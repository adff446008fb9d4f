# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is the face of a district: area manager (stadsdeelregisseur) and alderman (stadsdeelwethouder)."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts import districts
from baken.accounts.models.record import Record
from baken.accounts.rights import EVERYBODY, Rights, for_all
from baken.cycle.fields import AreaField
from baken.model.governance import Role


class DistrictRole(Record):
    """A role in a district from a day: filled by somebody, vacant, or not told by any document.

    This is what inhabitants may know. It gives no access: for that there are accounts with their roles.
    """

    class Kind(models.TextChoices):
        """Which role."""

        MANAGER = "area-manager", _("area manager")
        ALDERMAN = "alderman", _("alderman of the district")

    class State(models.TextChoices):
        """Whether somebody has it."""

        FILLED = "filled", _("filled")
        VACANT = "vacant", _("vacant")
        NOT_TOLD = "not-told", _("nobody tells who it is")

    role = models.CharField(_("role"), max_length=20, choices=Kind)
    area = AreaField(_("district"), blank=False)
    state = models.CharField(_("filled"), max_length=10, choices=State)
    holder = models.CharField(_("who it is"), max_length=150, blank=True)
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("stands in"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    rights: ClassVar[Rights] = Rights(read=for_all(EVERYBODY), add=for_all({Role.ADVISER, Role.SECRETARY}))

    class Meta:
        verbose_name = _("role in a district")
        verbose_name_plural = _("roles in districts")
        ordering: ClassVar[list[str]] = ["area", "role", "start"]

    def __str__(self) -> str:
        return f"{districts.names().get(self.area, self.area)}: {self.get_role_display()}"

    def clean(self) -> None:
        """Refuse a name without the role being filled, days out of order, and two at once in one district."""
        if (self.state == self.State.FILLED) is not bool(self.holder.strip()):
            raise ValidationError(
                {"holder": _("Name somebody where it is filled, and nobody where it is not.")}
            )
        if self.area and self.area not in dict(districts.districts()):
            raise ValidationError({"area": _("This role is of a district.")})
        if self.end and self.start and self.end < self.start:
            raise ValidationError({"end": _("This would end before it begins.")})
        same = DistrictRole.objects.filter(role=self.role, area=self.area, withdrawn=False).exclude(
            pk=self.pk
        )
        for other in same if self.start else ():
            if (other.end is None or other.end >= self.start) and (
                self.end is None or other.start <= self.end
            ):
                raise ValidationError({"start": _("Another entry covers these days: end that one first.")})
