# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A measure: what is done, on which power, where and when, and how it is followed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, Rights, for_all, in_own_district, where
from baken.accounts.words import BODIES
from baken.catalogue.measures import MEASURE_KINDS, MeasureKind
from baken.cycle.fields import AreaField, choices, status_field
from baken.cycle.models import Document, Goal, Party, SteeringIndicator, Theme
from baken.cycle.personal import refuse_persons
from baken.measures.fields import ChosenField, acts, offences, powers, sorts
from baken.measures.flows import MEASURE_FLOW
from baken.measures.rules.measures import check_measure
from baken.model.flow import Flow
from baken.model.governance import Body, Role

BODY_CHOICES = [(one.value, BODIES[one]) for one in (Body.MAYOR, Body.EXECUTIVE, Body.COUNCIL)]
WRITERS = frozenset({Role.ADVISER, Role.ORDER_OFFICER})
_TEXTS = (
    "title",
    "what",
    "aim",
    "ordinance",
    "start_words",
    "end_words",
    "instrument",
    "monitoring",
    "reach_words",
    "source",
    "note",
)
_WORKERS = for_all(WRITERS) | {Role.AREA_MANAGER: in_own_district()}


class Measure(Record):
    """A measure, of a kind. What no document tells stays empty; it is never about a person.

    ``act`` is the legal act, such as a closure, ``power`` the article below it and ``body`` who holds that.
    ``report`` is the progress report that tells of it, or else ``not_traceable`` says that there is none.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=choices(MEASURE_KINDS.items()))
    title = models.CharField(_("title"), max_length=300)
    what = models.TextField(_("what is done"), blank=True)
    sorts = ChosenField(_("sorts"), offered=sorts)
    aim = models.TextField(_("what it is to reach"), blank=True)
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="measures", verbose_name=_("goal")
    )
    offences = ChosenField(_("offences that it is about"), offered=offences)
    act = models.CharField(_("legal act"), max_length=40, blank=True, choices=acts)
    power = models.CharField(_("power used"), max_length=60, blank=True, choices=powers)
    body = models.CharField(_("body that decides"), max_length=20, blank=True, choices=BODY_CHOICES)
    ordinance = models.CharField(_("ordinance of the council"), max_length=200, blank=True)
    area = AreaField(_("area"))
    start_words = models.CharField(_("from, in words"), max_length=100, blank=True)
    start = models.DateField(_("from"), null=True, blank=True)
    end_words = models.CharField(_("until, in words"), max_length=100, blank=True)
    end = models.DateField(_("until"), null=True, blank=True)
    themes = models.ManyToManyField(Theme, blank=True, related_name="measures", verbose_name=_("themes"))
    partners = models.ManyToManyField(Party, blank=True, related_name="measures", verbose_name=_("partners"))
    instrument = models.CharField(_("instrument"), max_length=200, blank=True)
    indicator = models.ForeignKey(
        SteeringIndicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name=_("indicator"),
    )
    monitoring = models.CharField(_("how it is followed"), max_length=300, blank=True)
    report = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name=_("progress report that tells of it"),
    )
    not_traceable = models.BooleanField(_("not traceable to a progress report"), default=False)
    reach = models.PositiveIntegerField(_("people reached"), null=True, blank=True)
    reach_words = models.CharField(_("how the reach was counted"), max_length=200, blank=True)
    source = models.CharField(_("named in"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)
    status = status_field(MEASURE_FLOW)

    flow: ClassVar[Flow] = MEASURE_FLOW
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | {
            Role.AREA_TEAM: in_own_district(),
            Role.COUNCIL_MEMBER: where(report__visibility__in=["council", "public"]),
        },
        add=_WORKERS,
        steps=dict.fromkeys((one.name for one in MEASURE_FLOW.transitions), _WORKERS),
    )

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering: ClassVar[list[str]] = ["kind", "title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse personal data, a body without the power, and what the kind does not allow."""
        refuse_persons(self, _TEXTS)
        if self.kind in set(MeasureKind):
            check_measure(self)
