# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Themes, ambitions, goals and the indicators that they are measured by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import EVERYBODY, INSIDE, OUTSIDE, Rights, for_all, where
from baken.cycle.fields import IdsField, status_field
from baken.cycle.flows import INDICATOR_FLOW, THEME_FLOW
from baken.cycle.models.documents import WRITERS, Document
from baken.model.flow import Flow
from baken.model.governance import Role

_ADVISERS = frozenset({Role.ADVISER})


class Theme(Record):
    """A theme of the programme, or a point of attention beside them (``code`` is that of the catalogue)."""

    class Kind(models.TextChoices):
        """A theme, or a point of attention."""

        THEME = "theme", _("theme")
        ATTENTION = "attention", _("point of attention")

    code = models.CharField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.THEME)
    status = status_field(THEME_FLOW)
    stage_from = models.DateField(_("in this stage since"), null=True, blank=True)
    portfolio_holder = models.CharField(_("portfolio holder"), max_length=100, blank=True)
    origins = models.ManyToManyField(
        Document, blank=True, related_name="themes", verbose_name=_("follows from")
    )
    origin_words = models.CharField(_("other origins"), max_length=300, blank=True)
    fields = IdsField(_("standard fields"))
    sdgs = IdsField(_("sustainable development goals"))
    broad_tasks = models.CharField(_("broad tasks of the coalition"), max_length=300, blank=True)
    domains = models.CharField(_("other domains involved"), max_length=300, blank=True)
    context = models.TextField(_("context from other domains"), blank=True)
    note = models.TextField(_("note"), blank=True)

    flow: ClassVar[Flow] = THEME_FLOW
    rights: ClassVar[Rights] = Rights(
        read=for_all(EVERYBODY),
        add=for_all(_ADVISERS),
        steps=dict.fromkeys(("pick-up", "hold", "continue", "end"), for_all(_ADVISERS)),
    )

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering: ClassVar[list[str]] = ["kind", "name"]

    def __str__(self) -> str:
        return self.name

    def step_values(self, step: str, why: str) -> Mapping[str, object]:
        """A stage begins on the day on which somebody says so."""
        del step, why
        return {"stage_from": date.today()}


class Prioritisation(Record):
    """The order of the themes on a day, with who set it and why. A new order is a new record.

    ``scores`` gives for each theme (code) the scores on threat, size, trend, concern and influence, 1 to 5;
    ``weights`` those of the five. Where scores are given the order must follow from them.
    """

    dated = models.DateField(_("date"))
    order = IdsField(_("order of the themes"))
    scores = models.JSONField(_("scores"), default=dict, blank=True)
    weights = models.JSONField(_("weights"), default=dict, blank=True)
    reason = models.TextField(_("reason"))

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | for_all({Role.COUNCIL_MEMBER}), add=for_all(_ADVISERS), change={}
    )

    class Meta:
        verbose_name = _("order of priority")
        verbose_name_plural = _("orders of priority")
        ordering: ClassVar[list[str]] = ["-dated"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {date_format(self.dated, 'j F Y')}"


class Ambition(Record):
    """What the city wants to be; goals contribute to it. ``document`` is where it stands."""

    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("text"), blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="ambitions", verbose_name=_("stands in")
    )
    place = models.CharField(_("place"), max_length=100, blank=True)

    rights: ClassVar[Rights] = Rights(read=for_all(EVERYBODY), add=for_all(_ADVISERS))

    class Meta:
        verbose_name = _("ambition")
        verbose_name_plural = _("ambitions")
        ordering: ClassVar[list[str]] = ["title"]

    def __str__(self) -> str:
        return self.title


class SteeringIndicator(Record):
    """An indicator that is steered by, or proposed to be: of the catalogue (``code``), or one of our own.

    ``threshold`` is the change in per cent from which a review follows.
    """

    code = models.CharField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    status = status_field(INDICATOR_FLOW)
    definition = models.TextField(_("definition"), blank=True)
    scale = models.CharField(_("scale"), max_length=150, blank=True)
    kind = models.CharField(_("measured by"), max_length=100, blank=True)
    rhythm_months = models.PositiveSmallIntegerField(_("months between releases"), null=True, blank=True)
    last_release = models.DateField(_("last release"), null=True, blank=True)
    next_release = models.DateField(_("next release expected"), null=True, blank=True)
    threshold = models.DecimalField(
        _("review from a change of (%)"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="steering", verbose_name=_("themes"))

    flow: ClassVar[Flow] = INDICATOR_FLOW
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | for_all(OUTSIDE, where(status="adopted")),
        add=for_all(WRITERS),
        steps=dict.fromkeys(("pilot", "adopt", "retire"), for_all(WRITERS)),
    )

    class Meta:
        verbose_name = _("steering indicator")
        verbose_name_plural = _("steering indicators")
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class Goal(Record):
    """A goal or a frame (kader) of a programme, which the council sets by adopting it.

    A goal to hold has a band (``band_low``, ``band_high``) in the unit of its indicator. A goal without
    indicator says in ``not_measurable`` why it cannot be measured yet.
    """

    class Kind(models.TextChoices):
        """What is wanted."""

        IMPROVE = "improve", _("improve")
        HOLD = "hold", _("hold")
        FRAME = "frame", _("frame")
        DIRECTION = "direction", _("direction")

    document = models.ForeignKey(Document, models.PROTECT, related_name="goals", verbose_name=_("document"))
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="goals", verbose_name=_("theme")
    )
    ambition = models.ForeignKey(
        Ambition, models.PROTECT, null=True, blank=True, related_name="goals", verbose_name=_("ambition")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.IMPROVE)
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("text"), blank=True)
    indicators = models.ManyToManyField(
        SteeringIndicator, blank=True, related_name="goals", verbose_name=_("indicators")
    )
    target = models.DecimalField(_("target"), max_digits=12, decimal_places=2, null=True, blank=True)
    target_year = models.PositiveSmallIntegerField(_("in the year"), null=True, blank=True)
    target_confirmed = models.BooleanField(
        _("the caveat on the target was read and confirmed"), default=False
    )
    band_low = models.DecimalField(_("band from"), max_digits=12, decimal_places=2, null=True, blank=True)
    band_high = models.DecimalField(_("band up to"), max_digits=12, decimal_places=2, null=True, blank=True)
    not_measurable = models.CharField(_("not yet measurable, because"), max_length=300, blank=True)
    area = models.CharField(_("area"), max_length=30, blank=True)
    tags = models.CharField(_("tags"), max_length=300, blank=True)
    sdgs = IdsField(_("sustainable development goals"))
    source = models.CharField(_("stands in"), max_length=300, blank=True)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | for_all(OUTSIDE, where(document__visibility__in=["council", "public"])),
        add=for_all(_ADVISERS, where(document__status__in=["preparation", "consultation"])),
    )

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering: ClassVar[list[str]] = ["document__start", "theme__name", "title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse goals of the council outside a programme, a band upside down and zero unconfirmed."""
        from baken.cycle.rules.goals import check_goal  # noqa: PLC0415 - the rules know the models

        if self.band_low is not None and self.band_high is not None and self.band_high < self.band_low:
            raise ValidationError({"band_high": _("This band is upside down.")})
        check_goal(self)

    @property
    def is_set(self) -> bool:
        """Whether the council set it: a decision of the council adopted the document that it stands in."""
        return self.document.decisions.filter(withdrawn=False, body="council", outcome="adopted").exists()
