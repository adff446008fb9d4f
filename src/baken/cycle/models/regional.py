# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The themes of the regional police plan, and how the themes of a programme stand to them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all, where
from baken.cycle.fields import choices
from baken.cycle.models.documents import WRITERS, Document, Visibility
from baken.cycle.models.goals import Theme
from baken.model.governance import ProductKind, Role
from baken.model.regional import REGIONAL_USES

_COUNCIL = frozenset({Role.COUNCIL_MEMBER})
_SHARED_WITH = [Visibility.COUNCIL, Visibility.PUBLIC]


class RegionalTheme(Record):
    """A theme of a regional police plan; ``place`` is where it stands in the plan."""

    document = models.ForeignKey(
        Document,
        models.PROTECT,
        related_name="regional_themes",
        limit_choices_to={"kind": ProductKind.REGIONAL_POLICE_PLAN.value},
        verbose_name=_("regional police plan"),
        error_messages={"invalid": _("This document is no regional police plan. Choose one that is.")},
    )
    title = models.CharField(_("title"), max_length=200)
    order = models.PositiveSmallIntegerField(_("order in the plan"), null=True, blank=True)
    place = models.CharField(_("place in the text"), max_length=150, blank=True)
    note = models.TextField(_("note"), blank=True)

    # The council is heard on the plan (art. 39 Politiewet 2012), so it sees the themes of one shared with it.
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | for_all(_COUNCIL, where(document__visibility__in=_SHARED_WITH)),
        add=for_all(WRITERS),
    )

    class Meta:
        verbose_name = _("theme of the regional plan")
        verbose_name_plural = _("themes of the regional plan")
        ordering: ClassVar[list[str | Combinable]] = [
            "document__title",
            models.F("order").asc(nulls_last=True),
            "title",
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["document", "title"],
                condition=models.Q(withdrawn=False),
                name="regional_theme_once",
                violation_error_message=_("The plan has a theme of this title already. Change that one."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def hindrances(self) -> tuple[str, ...]:
        """The links to themes of the municipality."""
        held = self.links.filter(withdrawn=False).select_related("theme", "regional_theme")
        return tuple(_("'%(what)s' leans on it.") % {"what": one} for one in held)


class RegionalLink(Record):
    """How a theme of a programme stands to a theme of a regional plan: once for each programme and pair.

    ``dated`` is when it was brought in, or came back; ``source`` is the document that shows it.
    """

    programme = models.ForeignKey(
        Document,
        models.PROTECT,
        related_name="regional_links",
        limit_choices_to={"kind": ProductKind.PROGRAMME.value},
        verbose_name=_("programme"),
        error_messages={"invalid": _("This document is no programme. Choose one that is.")},
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, related_name="regional_links", verbose_name=_("theme of the programme")
    )
    regional_theme = models.ForeignKey(
        RegionalTheme,
        models.PROTECT,
        related_name="links",
        verbose_name=_("theme of the regional plan"),
    )
    how = models.CharField(
        _("what is known"),
        max_length=20,
        choices=choices(REGIONAL_USES.items()),
    )
    dated = models.DateField(_("date"), null=True, blank=True)
    source = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="shows_regional_links",
        verbose_name=_("shown by"),
    )
    note = models.TextField(_("note"), blank=True)

    # It tells what both documents say, so the council sees it where both are shared with it.
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | for_all(
            _COUNCIL,
            where(
                programme__visibility__in=_SHARED_WITH,
                regional_theme__document__visibility__in=_SHARED_WITH,
            ),
        ),
        add=for_all(WRITERS),
    )

    class Meta:
        verbose_name = _("link to the regional plan")
        verbose_name_plural = _("links to the regional plan")
        ordering: ClassVar[list[str]] = ["theme__name", "regional_theme__title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "theme", "regional_theme"],
                condition=models.Q(withdrawn=False),
                name="regional_link_once",
                violation_error_message=_(
                    "These two themes are linked already for this programme. Change that link."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.theme} / {self.regional_theme}"
