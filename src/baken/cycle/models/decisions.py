# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings, agenda items, decisions and votes. What a body decided, a person with a role records."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.expressions import Combinable
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import EVERYBODY, INSIDE, Rights, Table, for_all, narrowed, where
from baken.accounts.words import BODIES
from baken.council.competence import agreement_lacks
from baken.cycle.fields import IdsField, status_field
from baken.cycle.flows import DECISION_FLOW
from baken.cycle.models.documents import PROPOSALS, WRITERS, Document
from baken.model.flow import Flow
from baken.model.governance import RECORDERS, Body, Role

_BODY_CHOICES = [(one.value, BODIES[one]) for one in Body]
RECORDED: Table = {
    role: where(body__in=[body.value for body, recorder in RECORDERS.items() if recorder is role])
    for role in set(RECORDERS.values())
}
"""Each recorder writes for the bodies that he records for, and for no other."""
_CLERK = for_all({Role.CLERK})


class Meeting(Record):
    """A meeting of a body. The agreements of the triangle are kept apart (``Agreement``)."""

    body = models.CharField(_("body"), max_length=20, choices=_BODY_CHOICES)
    dated = models.DateField(_("date"))
    public = models.BooleanField(_("public"), default=True)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | for_all(EVERYBODY - INSIDE, where(body="council", public=True)), add=RECORDED
    )

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering: ClassVar[list[str]] = ["-dated"]

    def __str__(self) -> str:
        return f"{self.get_body_display()}, {self.dated:%d-%m-%Y}"


class AgendaItem(Record):
    """A numbered item of a meeting, with the proposal that it is about."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items", verbose_name=_("meeting"))
    number = models.CharField(_("number"), max_length=10)
    title = models.CharField(_("title"), max_length=300)
    proposal = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="items", verbose_name=_("proposal")
    )

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | for_all(EVERYBODY - INSIDE, where(meeting__body="council", meeting__public=True)),
        add={
            role: where(meeting__body__in=[body.value for body, one in RECORDERS.items() if one is role])
            for role in RECORDED
        },
    )

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering: ClassVar[list[str]] = ["-meeting__dated", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["meeting", "number"], condition=models.Q(withdrawn=False), name="one_item_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class DecisionPoint(Record):
    """One point that a proposal asks to decide. The decision repeats the same words."""

    proposal = models.ForeignKey(
        Document,
        models.PROTECT,
        related_name="points",
        limit_choices_to=PROPOSALS,
        verbose_name=_("proposal"),
    )
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.TextField(_("text"))

    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | for_all(EVERYBODY - INSIDE, where(proposal__visibility__in=["council", "public"])),
        add=for_all(WRITERS, where(proposal__status="preparation")),
    )

    class Meta:
        verbose_name = _("decision point")
        verbose_name_plural = _("decision points")
        ordering: ClassVar[list[str]] = ["proposal", "number"]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Decision(Record):
    """What a body decided, with the document that shows it. ``points`` repeats those of the proposal."""

    class Outcome(models.TextChoices):
        """What was decided."""

        ADOPTED = "adopted", _("adopted")
        AMENDED = "amended", _("adopted as amended")
        REJECTED = "rejected", _("rejected")
        NOTED = "noted", _("noted")
        AGREED = "agreed", _("agreed")

    title = models.CharField(_("title"), max_length=300)
    body = models.CharField(_("body"), max_length=20, choices=_BODY_CHOICES)
    item = models.ForeignKey(
        AgendaItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("agenda item"),
    )
    about = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("decides on"),
    )
    proposal = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decided",
        limit_choices_to=PROPOSALS,
        verbose_name=_("proposal"),
    )
    taken = models.DateField(_("date"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    points = IdsField(_("decision points"))
    shown_by = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="shows", verbose_name=_("shown by")
    )
    evidence = models.CharField(_("document that shows it"), max_length=300)
    stated_for = models.PositiveSmallIntegerField(_("votes in favour, as stated"), null=True, blank=True)
    stated_against = models.PositiveSmallIntegerField(_("votes against, as stated"), null=True, blank=True)
    status = status_field(DECISION_FLOW)
    signed_first = models.CharField(_("signed by the clerk or secretary"), max_length=150, blank=True)
    signed_first_on = models.DateField(_("on"), null=True, blank=True)
    signed_second = models.CharField(_("signed by the chair"), max_length=150, blank=True)
    signed_second_on = models.DateField(_("on (chair)"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    flow: ClassVar[Flow] = DECISION_FLOW
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | for_all(EVERYBODY - INSIDE, where(body="council")),
        add=RECORDED,
        change=narrowed(RECORDED, status="unsigned"),
        steps={"sign": RECORDED},
    )

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering: ClassVar[list[str | Combinable]] = [models.F("taken").desc(nulls_last=True), "title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse a decision by a body that may not take it, or with dates out of order."""
        from baken.cycle.rules.decisions import check_decision  # noqa: PLC0415 - the rules know the models

        check_decision(self)

    def check_step(self, step: str) -> None:
        """A decision is unsigned until both names and dates are there."""
        from baken.cycle.rules.decisions import check_signatures  # noqa: PLC0415 - the rules know the models

        if step == "sign":
            check_signatures(self)


class Faction(Record):
    """A faction of the council, with its name as it writes it."""

    name = models.CharField(_("name"), max_length=100, unique=True)

    rights: ClassVar[Rights] = Rights(read=for_all(EVERYBODY), add=_CLERK)

    class Meta:
        verbose_name = _("faction")
        verbose_name_plural = _("factions")
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(Record):
    """That a member of the council belongs to a faction from a day, until a day where one is known."""

    member = models.CharField(_("member"), max_length=150)
    faction = models.ForeignKey(
        Faction, models.PROTECT, related_name="memberships", verbose_name=_("faction")
    )
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    rights: ClassVar[Rights] = Rights(read=for_all(EVERYBODY), add=_CLERK)

    class Meta:
        verbose_name = _("membership of a faction")
        verbose_name_plural = _("memberships of factions")
        ordering: ClassVar[list[str]] = ["member", "start"]

    def __str__(self) -> str:
        return f"{self.member} ({self.faction})"

    def clean(self) -> None:
        """Refuse an end before the beginning, and two factions on one day."""
        if self.end and self.end < self.start:
            raise ValidationError({"end": _("This would end before it begins.")})
        others = Membership.objects.filter(member=self.member, withdrawn=False).exclude(pk=self.pk)
        for other in others:
            if (other.end is None or other.end >= self.start) and (
                self.end is None or other.start <= self.end
            ):
                raise ValidationError({"start": _("This member is in another faction on these days.")})


class Vote(Record):
    """How one member voted. The faction is that of the day of the vote."""

    class Choice(models.TextChoices):
        """For or against."""

        FOR = "for", _("in favour")
        AGAINST = "against", _("against")

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="votes", verbose_name=_("decision"))
    member = models.CharField(_("member"), max_length=150)
    title = models.CharField(_("form of address"), max_length=10, blank=True)
    faction = models.ForeignKey(Faction, models.PROTECT, related_name="votes", verbose_name=_("faction"))
    choice = models.CharField(_("vote"), max_length=10, choices=Choice)

    rights: ClassVar[Rights] = Rights(read=for_all(EVERYBODY), add=_CLERK)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering: ClassVar[list[str]] = ["decision", "choice", "member"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["decision", "member", "faction"],
                condition=models.Q(withdrawn=False),
                name="one_vote_per_member",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_choice_display()}"


class Agreement(Record):
    """What the local triangle agreed, such as on the part of the police. Few see it; it is never public."""

    _SEEN = for_all({Role.ORDER_OFFICER, Role.MAYOR})

    dated = models.DateField(_("date"))
    title = models.CharField(_("title"), max_length=300)
    parties = IdsField(_("parties"))
    agenda = models.TextField(_("agenda"), blank=True)
    agreed = models.TextField(_("what was agreed"))

    rights: ClassVar[Rights] = Rights(read=_SEEN, add=for_all({Role.ORDER_OFFICER}))

    class Meta:
        verbose_name = _("agreement of the triangle")
        verbose_name_plural = _("agreements of the triangle")
        ordering: ClassVar[list[str]] = ["-dated"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """The triangle has three parties; an agreement of fewer is none."""
        lacking = [one.in_(get_language() or "nl") for one in agreement_lacks(self.parties)]
        if lacking:
            said = _("Municipality, police and prosecutor agree together. Name also: %(lacking)s.")
            raise ValidationError({"parties": said % {"lacking": ", ".join(lacking)}})
