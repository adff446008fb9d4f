# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Powers as they were used: on which day, on which article, by which body. The address is kept apart."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all, where
from baken.cycle.fields import AreaField
from baken.cycle.personal import refuse_persons
from baken.disclosure.personal.hits import Kind
from baken.measures.fields import acts, powers
from baken.measures.models.counts import KEEPERS
from baken.measures.models.measures import BODY_CHOICES, Measure
from baken.measures.rules.power import check_power
from baken.model.governance import Role


class PowerUse(Record):
    """That a power was used once. ``address`` and ``detail`` exist for the mayor and the order officer only.

    The order officer records for the mayor, the secretary for the executive. Recording decides nothing.
    """

    dated = models.DateField(_("date"))
    measure = models.ForeignKey(
        Measure,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uses",
        verbose_name=_("part of the measure"),
    )
    act = models.CharField(_("legal act"), max_length=40, choices=acts, blank=True)
    power = models.CharField(_("power used"), max_length=60, choices=powers)
    body = models.CharField(_("body that decided"), max_length=20, choices=BODY_CHOICES)
    ordinance = models.CharField(_("ordinance of the council"), max_length=200, blank=True)
    area = AreaField(_("area"))
    address = models.CharField(_("address (restricted)"), max_length=200, blank=True)
    detail = models.TextField(_("detail (restricted)"), blank=True)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE),
        add={Role.ORDER_OFFICER: where(body="mayor"), Role.SECRETARY: where(body="executive")},
        hidden={"address": KEEPERS, "detail": KEEPERS},
    )

    class Meta:
        verbose_name = _("use of a power")
        verbose_name_plural = _("uses of powers")
        ordering: ClassVar[list[str]] = ["-dated"]

    def __str__(self) -> str:
        return f"{self.get_act_display() or self.get_power_display()}, {self.dated:%d-%m-%Y}"

    def clean(self) -> None:
        """Refuse a body without the power, and personal data; an address may stand in its own field only."""
        refuse_persons(self, ("ordinance", "detail"))
        refuse_persons(self, ("address",), frozenset({Kind.ADDRESS}))
        if self.power and not self.body:
            raise ValidationError({"body": _("Say which body holds this power and used it.")})
        check_power(self.act, self.power, self.body, self.ordinance)
