# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How far the municipality is with a method of work, by its own judgement on a day."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all
from baken.catalogue.working_methods import HIGHEST, working_methods
from baken.cycle.personal import refuse_persons
from baken.model.governance import Role


def method_choices() -> list[tuple[str, str]]:
    """The methods of work of this municipality."""
    language = get_language() or "nl"
    return [(one.id, one.name.in_(language)) for one in working_methods(settings.BAKEN_AREA)]


class MethodAssessment(Record):
    """One judgement, from 1 to 5, with the reason. A new judgement is a new record, so that years compare."""

    method = models.CharField(_("method of work"), max_length=40, choices=method_choices)
    dated = models.DateField(_("date"))
    maturity = models.PositiveSmallIntegerField(
        _("maturity, from 1 to 5"), validators=[MinValueValidator(1), MaxValueValidator(HIGHEST)]
    )
    explanation = models.TextField(_("why"))
    who = models.CharField(_("judged by (role, no name)"), max_length=100)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE | {Role.COUNCIL_MEMBER}), add=for_all({Role.ADVISER, Role.ANALYST})
    )

    class Meta:
        verbose_name = _("judgement of a method of work")
        verbose_name_plural = _("judgements of methods of work")
        ordering: ClassVar[list[str]] = ["method", "-dated"]

    def __str__(self) -> str:
        return f"{self.get_method_display()}, {self.dated:%d-%m-%Y}"

    def clean(self) -> None:
        """Refuse personal data."""
        refuse_persons(self, ("explanation", "who"))
