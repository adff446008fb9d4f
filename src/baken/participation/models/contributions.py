# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who contributed to a document, when, how and with what result, and which text that changed."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all
from baken.cycle.models import Document, Party, Theme
from baken.model.governance import Role

_WRITERS = for_all({Role.ADVISER})
_READERS = for_all(INSIDE | {Role.COUNCIL_MEMBER})


class Contribution(Record):
    """That a party contributed to a document. ``named_as`` is how the source calls it.

    What it led to is exactly one of two: texts that it changed (``TextChange``, each with its theme), or
    ``no_change``, the reason why nothing changed. While it has neither, nobody has traced it yet.
    """

    about = models.ForeignKey(
        Document, models.PROTECT, related_name="contributions", verbose_name=_("contributed to")
    )
    party = models.ForeignKey(Party, models.PROTECT, related_name="contributions", verbose_name=_("party"))
    named_as = models.CharField(_("as the source names it"), max_length=300, blank=True)
    via = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contributed_through",
        verbose_name=_("through"),
    )
    when_words = models.CharField(_("when, in words"), max_length=150, blank=True)
    start = models.DateField(_("from"), null=True, blank=True)
    end = models.DateField(_("until"), null=True, blank=True)
    how = models.TextField(_("how"))
    result = models.TextField(_("what came of it"), blank=True)
    no_change = models.TextField(_("nothing changed, because"), blank=True)
    source = models.CharField(_("named in"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    rights: ClassVar[Rights] = Rights(read=_READERS, add=_WRITERS)

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering: ClassVar[list[str]] = ["about", "party__name"]

    def __str__(self) -> str:
        return self.named_as or str(self.party)

    def clean(self) -> None:
        """Refuse an end before the beginning, and a contribution that did and did not change the text."""
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("This would end before it begins.")})
        if self.no_change.strip() and self.pk and self.changes.filter(withdrawn=False).exists():
            raise ValidationError(
                {
                    "no_change": _(
                        "This contribution changed a text: withdraw that first, or leave this empty."
                    )
                }
            )

    def hindrances(self) -> tuple[str, ...]:
        """The changes of texts that are traced back to it."""
        held = self.changes.filter(withdrawn=False)
        return tuple(str(_("'%(what)s' is traced back to it.") % {"what": one}) for one in held)

    @property
    def traced(self) -> bool:
        """Whether it is known what came of it: a change, or none with the reason."""
        return bool(self.no_change.strip()) or self.changes.filter(withdrawn=False).exists()


class TextChange(Record):
    """Where a contribution changed a text: which theme, in which document, on which place."""

    contribution = models.ForeignKey(
        Contribution, models.PROTECT, related_name="changes", verbose_name=_("contribution")
    )
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="text_changes", verbose_name=_("theme"))
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="text_changes",
        verbose_name=_("document"),
    )
    place = models.CharField(_("place in the text"), max_length=200, blank=True)
    what = models.TextField(_("what changed"))

    rights: ClassVar[Rights] = Rights(read=_READERS, add=_WRITERS)

    class Meta:
        verbose_name = _("change of a text")
        verbose_name_plural = _("changes of texts")
        ordering: ClassVar[list[str]] = ["contribution", "theme"]

    def __str__(self) -> str:
        return f"{self.theme}: {self.place or self.what}"

    def clean(self) -> None:
        """Refuse a change by a contribution of which somebody said that it changed nothing."""
        if self.contribution_id and self.contribution.no_change.strip():
            raise ValidationError(
                {
                    "contribution": _(
                        "Of this contribution is said that it changed nothing: change that first."
                    )
                }
            )
