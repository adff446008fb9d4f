# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The block of the overview on the programme that is being made: which one, how far, and what is next."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from baken.accounts.actor import Actor
from baken.accounts.changes import may_add
from baken.accounts.rights import Act, covered
from baken.accounts.words import ROLES
from baken.catalogue.governance import load_governance
from baken.cycle.calendar.phase import PhaseKind
from baken.cycle.calendar.view import CalendarView
from baken.cycle.flows import DocumentStatus
from baken.cycle.models import Decision, Document, DocumentLink, Goal, Task
from baken.cycle.next_step import HOW, STAGES, How, Stage, Stand, course_of, role_for
from baken.model.governance import Body, ProductKind, Relation

_AHEAD = (DocumentStatus.PREPARATION, DocumentStatus.CONSULTATION, DocumentStatus.SUBMITTED)
_DONE = (
    *(DocumentStatus.ADOPTED, DocumentStatus.ADJUSTED, DocumentStatus.EVALUATED),
    *(DocumentStatus.COMPLETED, DocumentStatus.ENDED),
)
_PICTURES = (ProductKind.SAFETY_PICTURE, ProductKind.SAFETY_ANALYSIS)
_PROPOSALS = (ProductKind.PROPOSAL, ProductKind.TAILORED_PROPOSAL)


def where_it_stands(view: CalendarView, day: date, actor: Actor) -> dict[str, Any]:
    """What the block shows: of the programme that is made, else of the one in force; from what may be seen.

    ``programme`` is None where there is none to speak of. ``successor``: the next is to be begun.
    """
    rows = _readable(Document.objects.filter(kind=ProductKind.PROGRAMME), actor)
    programme = _programme(rows, view, day)
    none_follows = programme is None or programme.status not in _AHEAD
    ends = view.phase.kind in {PhaseKind.LAST_YEAR, PhaseKind.GAP, PhaseKind.AFTER, PhaseKind.NONE}
    found: dict[str, Any] = {
        "programme": programme,
        "successor": none_follows and ends and not rows.filter(start__gt=day).exists(),
        "may_add": may_add(Document, actor),
    }
    if programme is not None:
        linked = _linked(programme, actor)
        course = course_of(_stand(programme, linked, actor))
        following = next((stage for stage, how in course if how is How.NEXT), None)
        tasks = _readable(Task.objects.filter(about=programme, done__isnull=True), actor)
        found |= {
            "course": [(STAGES[stage].title, how.value, HOW[how]) for stage, how in course],
            "next": STAGES[following].task if following else None,
            "place": _place(following, programme, linked, actor) if following else "",
            "role": _role(following),
            "task": tasks.order_by("due").first(),
        }
    return found


def _readable(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    return covered(rows.filter(withdrawn=False), rows.model.rights.table(Act.READ), actor)


def _programme(rows: QuerySet[Document], view: CalendarView, day: date) -> Document | None:
    """The first programme that is made, else one that was adopted and begins later, else the one in force."""
    coming = rows.filter(end__gte=day).order_by("start")
    return (
        coming.filter(status__in=_AHEAD).first()
        or coming.filter(start__gt=day).first()
        or (rows.filter(pk=view.in_force.id).first() if view.in_force else None)
    )


def _linked(programme: Document, actor: Actor) -> dict[Stage, Document]:
    """The document that each step is about, where one is recorded; one that is done before others."""
    found: dict[Stage, Document] = {}
    rows = DocumentLink.objects.filter(target=programme).select_related("source").order_by("pk")
    for link in _readable(rows, actor):
        one = link.source
        stage = _stage_of(Relation(link.relation), ProductKind(one.kind))
        if stage and not one.withdrawn and (stage not in found or one.status in _DONE):
            found[stage] = one
    return found


def _stage_of(relation: Relation, kind: ProductKind) -> Stage | None:
    """The step that a document is about which stands to a programme in some way."""
    if relation is Relation.BASIS_FOR and kind in _PICTURES:
        return Stage.PICTURE
    if relation is Relation.PROPOSES and kind in _PROPOSALS:
        return Stage.PROPOSAL
    if relation is Relation.IMPLEMENTS and kind is ProductKind.IMPLEMENTATION_PLAN:
        return Stage.PLAN
    return None


def _stand(programme: Document, linked: dict[Stage, Document], actor: Actor) -> Stand:
    done = {stage for stage, one in linked.items() if one.status in _DONE}
    return Stand(
        status=DocumentStatus(programme.status),
        picture=Stage.PICTURE in done,
        goals=_readable(Goal.objects.filter(document=programme), actor).exists(),
        proposal=Stage.PROPOSAL in linked,
        plan=Stage.PLAN in done,
    )


def _place(stage: Stage, programme: Document, linked: dict[Stage, Document], actor: Actor) -> str:
    """Where the next step is taken: at the document that it is about, in a form, or at the programme."""
    if stage is Stage.DRAFT:
        return f"{reverse('tree')}?programma={programme.pk}"
    if stage is Stage.VOTE and may_add(Decision, actor):
        return f"{reverse('add', args=['besluiten'])}?about={programme.pk}"
    return reverse("record", args=["documenten", (linked.get(stage) or programme).pk])


def _role(stage: Stage | None) -> str:
    """Who takes a step, by the rules of the country."""
    rules = load_governance()

    def body(kind: ProductKind) -> Body | None:
        bodies = rules.product(kind).bodies
        return bodies[0] if bodies else None

    role = (
        role_for(stage, body(ProductKind.PROGRAMME), body(ProductKind.IMPLEMENTATION_PLAN)) if stage else None
    )
    return str(ROLES[role]) if role else ""
