# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Drafts of editions, and what analysts decided about the findings in them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import Rights, for_all, where
from baken.cycle.fields import status_field
from baken.model.flow import Flow, Transition
from baken.model.governance import Role
from baken.model.text import Text


class DraftStatus(StrEnum):
    """How far a draft is."""

    DRAFT = "draft"
    BUILDING = "building"
    BUILT = "built"
    FAILED = "failed"
    PUBLISHED = "published"


_S = DraftStatus
OPEN = (_S.DRAFT, _S.BUILT, _S.FAILED)
EDITION_FLOW = Flow(
    name="edition",
    start=_S.DRAFT,
    labels={
        _S.DRAFT: Text("concept", "draft"),
        _S.BUILDING: Text("wordt gebouwd", "being built"),
        _S.BUILT: Text("gebouwd", "built"),
        _S.FAILED: Text("bouwen mislukt", "build failed"),
        _S.PUBLISHED: Text("gepubliceerd", "published"),
    },
    transitions=(
        Transition(
            name="build",
            sources=OPEN,
            target=_S.BUILDING,
            label=Text("Bouwen", "Build"),
            why=Text("De editie wordt gemaakt met de keuzes van nu.", "It is made with the choices of now."),
        ),
        Transition(
            name="finish",
            sources=(_S.BUILDING,),
            target=_S.BUILT,
            label=Text("Gebouwd", "Built"),
            why=Text("De editie is gemaakt en nagekeken.", "The edition was made and checked."),
        ),
        Transition(
            name="fail",
            sources=(_S.BUILDING,),
            target=_S.FAILED,
            label=Text("Mislukt", "Failed"),
            why=Text("Er is niets gepubliceerd.", "Nothing was published."),
        ),
        Transition(
            name="publish",
            sources=(_S.BUILT,),
            target=_S.PUBLISHED,
            label=Text("Publiceren", "Publish"),
            why=Text("Hierna verandert er niets meer aan.", "Nothing about it changes after this."),
        ),
    ),
)
_ANALYST = for_all({Role.ANALYST})
_READERS = for_all({Role.ANALYST, Role.ADVISER})


class EditionDraft(Record):
    """An edition while it is made, and what became of it.

    A correction names the published edition that it takes the place of, what is different and why. What the
    build and the publishing tell (``message``, ``manifest``, ``choices``, ``published_as``) comes with their
    steps.
    """

    on = models.DateField(_("the day from which it looks"))
    final = models.BooleanField(_("final edition"), default=False)
    correction_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("correction of"),
    )
    what_changed = models.TextField(_("what is different"), blank=True)
    why_changed = models.TextField(_("why it is corrected"), blank=True)
    note = models.TextField(_("note"), blank=True)
    status = status_field(EDITION_FLOW)
    message = models.TextField(_("what the build said"), blank=True, editable=False)
    manifest = models.CharField(_("checksum"), max_length=64, blank=True, editable=False)
    choices = models.CharField(_("checksum of the choices"), max_length=64, blank=True, editable=False)
    published_as = models.CharField(_("published as"), max_length=60, blank=True, editable=False)
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)

    flow: ClassVar[Flow] = EDITION_FLOW
    rights: ClassVar[Rights] = Rights(
        read=_READERS,
        add=_ANALYST,
        change=for_all({Role.ANALYST}, where(status__in=[one.value for one in OPEN])),
        steps={"build": _ANALYST, "publish": _ANALYST},
    )

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering: ClassVar[list[str]] = ["-on", "-published_on", "pk"]

    def __str__(self) -> str:
        return str(_("Edition of %(day)s") % {"day": f"{self.on:%d-%m-%Y}"})

    def clean(self) -> None:
        """Refuse a correction of what is not published, or that does not say what changed and why."""
        if self.correction_of is None:
            if self.what_changed.strip() or self.why_changed.strip():
                raise ValidationError({"correction_of": _("Name the edition that this corrects.")})
            return
        if self.correction_of.status != DraftStatus.PUBLISHED:
            raise ValidationError({"correction_of": _("Only a published edition is corrected.")})
        missing = {
            name: _("A correction says what is different and why.")
            for name in ("what_changed", "why_changed")
            if not getattr(self, name).strip()
        }
        if missing:
            raise ValidationError(missing)

    def check_step(self, step: str) -> None:
        """Refuse to publish while anything stands in the way."""
        from baken.desk.editions.blocking import check_publishable  # noqa: PLC0415 - it knows the models

        if step == "publish":
            check_publishable(self)


class FindingChoice(Record):
    """What an analyst decided about one finding of a draft, and why."""

    class Choice(models.TextChoices):
        """What can be decided."""

        ACCEPT = "accept", _("accept")
        MOVE = "move", _("put on another place")
        LEAVE_OUT = "leave-out", _("leave out")

    draft = models.ForeignKey(
        EditionDraft, models.PROTECT, related_name="findings", verbose_name=_("edition")
    )
    finding = models.CharField(_("finding"), max_length=200)
    sentence = models.TextField(_("the finding as it was read"), blank=True)
    choice = models.CharField(_("decision"), max_length=10, choices=Choice)
    rank = models.PositiveSmallIntegerField(_("place"), null=True, blank=True)
    reason = models.TextField(_("reason"))
    made = models.DateField(_("decided on"))

    rights: ClassVar[Rights] = Rights(
        read=_READERS,
        add=for_all({Role.ANALYST}, where(draft__status__in=[one.value for one in OPEN])),
    )

    class Meta:
        verbose_name = _("decision about a finding")
        verbose_name_plural = _("decisions about findings")
        ordering: ClassVar[list[str]] = ["draft", "finding"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["draft", "finding"],
                condition=models.Q(withdrawn=False),
                name="one_decision_per_finding",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_choice_display()}: {self.sentence or self.finding}"

    def clean(self) -> None:
        """Refuse a decision without a reason, or a place where none belongs."""
        if not self.reason.strip():
            raise ValidationError({"reason": _("Say why.")})
        if (self.choice == self.Choice.MOVE) != bool(self.rank):
            raise ValidationError({"rank": _("A place belongs to putting it on another place: 1 or more.")})
