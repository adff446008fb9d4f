# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Documents and products of the cycle, and how one stands to another."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from baken.accounts.models.record import Record
from baken.accounts.rights import INSIDE, OUTSIDE, Rights, Table, for_all, where
from baken.accounts.words import BODIES, said
from baken.catalogue.governance import load_governance
from baken.cycle.fields import IdsField, status_field
from baken.cycle.flows import DOCUMENT_FLOW
from baken.model.flow import Flow
from baken.model.governance import RECORDERS, Body, ProductKind, Relation, Role

_RULES = load_governance()
KINDS = {one: said(_RULES.product(one).name) for one in ProductKind}
RELATIONS = {
    Relation.BASIS_FOR: _("is the basis for"),
    Relation.REPLACES: _("replaces"),
    Relation.IMPLEMENTS: _("implements"),
    Relation.EVALUATES: _("evaluates"),
    Relation.REPORTS_ON: _("reports on"),
    Relation.PROPOSES: _("proposes"),
    Relation.DECIDES_ON: _("decides on"),
}
WRITERS = frozenset({Role.ADVISER, Role.ANALYST})


ADOPTED_BY: Table = {
    role: where(kind__in=[one.value for one in ProductKind if body in _RULES.product(one).bodies])
    for body, role in RECORDERS.items()
}
"""Who records that a document was adopted: the recorder of the body that its kind belongs to."""


FROZEN_KINDS = (
    ProductKind.SAFETY_PICTURE,
    ProductKind.SAFETY_ANALYSIS,
    ProductKind.PROGRESS_REPORT,
    ProductKind.INTERIM_EVALUATION,
    ProductKind.FINAL_EVALUATION,
)
"""What is completed and frozen; everything else is adopted, or stays as it is named."""


PLANS = {"kind": ProductKind.IMPLEMENTATION_PLAN.value}
PROPOSALS = {"kind__in": [ProductKind.PROPOSAL.value, ProductKind.TAILORED_PROPOSAL.value]}
"""What a field for a plan or a proposal offers, and takes."""


class Held(models.TextChoices):
    """Whether the municipality's system holds a document."""

    HELD = "held", _("held")
    NAMED = "named", _("named, not held")
    EXPECTED = "expected", _("still to come")


class Visibility(models.TextChoices):
    """Who sees a document."""

    INTERNAL = "internal", _("inside the municipality")
    COUNCIL = "council", _("shared with the council")
    PUBLIC = "public", _("public")


_SHARED_WITH = [Visibility.COUNCIL, Visibility.PUBLIC]
SHARED = where(visibility__in=_SHARED_WITH)


class Document(Record):
    """One document or product, such as a programme. What nobody told stays empty.

    ``original_title`` is the spelling of the source where ours differs. ``due_words`` is the deadline as
    somebody said it, with the days that it allows beside it.
    """

    kind = models.CharField(
        _("kind"), max_length=30, choices=[(one.value, KINDS[one]) for one in ProductKind]
    )
    title = models.CharField(_("title"), max_length=300)
    original_title = models.CharField(_("title as the source spells it"), max_length=300, blank=True)
    also_called = models.CharField(_("also called"), max_length=300, blank=True)
    held = models.CharField(_("held"), max_length=10, choices=Held, default=Held.HELD)
    status = status_field(DOCUMENT_FLOW)
    visibility = models.CharField(
        _("seen by"), max_length=10, choices=Visibility, default=Visibility.INTERNAL
    )
    owner = models.CharField(
        _("owned by"), max_length=20, blank=True, choices=[(one.value, BODIES[one]) for one in Body]
    )
    adopted_by_others = models.CharField(_("adopted by others"), max_length=300, blank=True)
    consulted = models.CharField(_("body consulted"), max_length=100, blank=True)
    department = models.CharField(_("department"), max_length=150, blank=True)
    number = models.CharField(_("case number"), max_length=60, blank=True)
    start = models.DateField(_("term from"), null=True, blank=True)
    end = models.DateField(_("term until"), null=True, blank=True)
    dated = models.DateField(_("date"), null=True, blank=True)
    dated_words = models.CharField(_("date in words"), max_length=100, blank=True)
    shared_on = models.DateField(_("shared with the council on"), null=True, blank=True)
    due_words = models.CharField(_("due, in words"), max_length=150, blank=True)
    due_earliest = models.DateField(_("due from"), null=True, blank=True)
    due_latest = models.DateField(_("due by"), null=True, blank=True)
    alternatives = models.TextField(_("alternatives"), blank=True)
    legal_basis = IdsField(_("legal basis"))
    sdgs = IdsField(_("sustainable development goals"))
    link = models.CharField(_("file or address"), max_length=500, blank=True)
    source = models.CharField(_("named in"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    flow: ClassVar[Flow] = DOCUMENT_FLOW
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE) | for_all(OUTSIDE, SHARED),
        add=for_all(WRITERS),
        change=for_all(WRITERS, where(status__in=["preparation", "consultation"])),
        steps={
            "consult": for_all(WRITERS),
            "submit": for_all(WRITERS),
            "return": for_all(WRITERS),
            "adopt": ADOPTED_BY,
            "evaluate": for_all(WRITERS),
            "adjust": ADOPTED_BY,
            "complete": for_all(WRITERS, where(kind__in=[*FROZEN_KINDS, ProductKind.OTHER])),
            "end": for_all(WRITERS),
        },
    )

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering: ClassVar[list[str | Combinable]] = [
            models.F("start").desc(nulls_last=True),
            models.F("dated").desc(nulls_last=True),
            "title",
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse a term or deadline that ends before it begins."""
        for first, last in (("start", "end"), ("due_earliest", "due_latest")):
            begin, end = getattr(self, first), getattr(self, last)
            if begin and end and end < begin:
                raise ValidationError({last: _("This would end before it begins.")})

    def hindrances(self) -> tuple[str, ...]:
        """The documents that lean on this one."""
        held = DocumentLink.objects.filter(source=self, withdrawn=False).select_related("target")
        return tuple(
            _("'%(what)s' leans on it (%(how)s).") % {"what": one.target, "how": one.get_relation_display()}
            for one in held
        )

    def check_step(self, step: str) -> None:
        """Refuse a step that the cycle or the law does not allow yet."""
        from baken.cycle.rules.documents import check_document_step  # noqa: PLC0415 - the rules know the models

        check_document_step(self, step)


class DocumentLink(Record):
    """How one document stands to another: the picture *is the basis for* the programme."""

    source = models.ForeignKey(Document, models.PROTECT, related_name="leads_to", verbose_name=_("document"))
    relation = models.CharField(
        _("relation"), max_length=20, choices=[(one.value, RELATIONS[one]) for one in Relation]
    )
    target = models.ForeignKey(
        Document, models.PROTECT, related_name="follows_from", verbose_name=_("other document")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    # Its name is that of both documents, so whoever sees it sees these.
    rights: ClassVar[Rights] = Rights(
        read=for_all(INSIDE)
        | for_all(OUTSIDE, where(source__visibility__in=_SHARED_WITH, target__visibility__in=_SHARED_WITH)),
        add=for_all(WRITERS),
    )

    class Meta:
        verbose_name = _("relation of documents")
        verbose_name_plural = _("relations of documents")
        ordering: ClassVar[list[str]] = ["source__title", "relation"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["source", "relation", "target"],
                condition=models.Q(withdrawn=False),
                name="one_link_of_a_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_relation_display()} {self.target}"

    def clean(self) -> None:
        """Refuse a document that stands to itself."""
        if self.source_id == self.target_id:
            raise ValidationError({"target": _("A document cannot stand to itself.")})
