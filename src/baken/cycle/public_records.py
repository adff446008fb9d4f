# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which records of the desk are public, and what of each: goals, decisions, actions, money and moments.

Everything hangs on a public document. What hangs on an internal one, or on one that is shared with the
council only, is left out, and so is every mention of where something stands that would name such a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from baken.catalogue.governance import load_governance
from baken.council.citations import resolve
from baken.cycle.models import (
    ActionRecord,
    BudgetLine,
    Decision,
    Document,
    DocumentLink,
    Goal,
    MomentRecord,
)
from baken.cycle.models.actions import NOT_TOLD
from baken.cycle.plain import plain_action
from baken.model.action import MoneyKind, is_late
from baken.model.governance import Body, ProductKind, Relation
from baken.model.law import public_citation
from baken.model.public_cycle import (
    PublicAction,
    PublicDecision,
    PublicDocument,
    PublicGoal,
    PublicIndicator,
    PublicMoment,
    PublicMoney,
    PublicVote,
)

PUBLIC = "public"
_SHORTEST = 6
"""A title of fewer signs is a word that can stand anywhere."""


@dataclass(frozen=True, slots=True)
class Said:
    """The names of documents that are not public, so that no public record says them."""

    hidden: tuple[str, ...]

    def of(self, words: str) -> str:
        """Words that say where something stands; nothing where they name what is not public."""
        plain = words.casefold()
        return "" if any(one in plain for one in self.hidden) else words


def said() -> Said:
    """What must not be named. A public document may have the name of one that is not: then it may be said."""
    rows = list(Document.objects.all())
    shown = {one.title.casefold() for one in rows if is_public(one)}
    names = {
        name.strip().casefold()
        for one in rows
        if not is_public(one)
        for name in (one.title, one.original_title, one.number, *one.also_called.split(";"))
    }
    return Said(tuple(sorted(one for one in names - shown if len(one) >= _SHORTEST)))


def is_public(document: Document | None) -> bool:
    """Whether everybody may see a document."""
    return document is not None and document.visibility == PUBLIC and not document.withdrawn


def documents(words: Said) -> Iterator[PublicDocument]:
    """The public documents, in the order of their days."""
    links = DocumentLink.objects.filter(withdrawn=False, relation=Relation.IMPLEMENTS).select_related(
        "target"
    )
    targets: dict[str, list[str]] = {}
    for link in links:
        if is_public(link.target):
            targets.setdefault(link.source_id, []).append(link.target_id)
    law = load_governance().law
    for one in Document.objects.filter(withdrawn=False, visibility=PUBLIC).order_by(
        "start", "dated", "title", "pk"
    ):
        found = [law.by_id.get(name) or resolve(name, law).article for name in one.legal_basis]
        citations = [public_citation(article) for article in found if article]
        checked = tuple(citation for citation in citations if citation)
        yield PublicDocument(
            id=one.pk,
            kind=ProductKind(one.kind),
            title=one.title,
            also_called=words.of(one.also_called),
            status=one.status,
            held=one.held,
            start=one.start,
            end=one.end,
            dated=one.dated,
            dated_words=one.dated_words,
            due_words=one.due_words,
            implements=tuple(sorted(targets.get(one.pk, ()))),
            citations=checked,
            unchecked_basis=len(checked) < len(one.legal_basis),
        )


def decisions(words: Said) -> Iterator[PublicDecision]:
    """What the council decided on public documents; votes by name of public meetings only."""
    rows = Decision.objects.filter(withdrawn=False, body=Body.COUNCIL, about__isnull=False)
    for one in rows.select_related("about", "proposal", "item__meeting").order_by("taken", "pk"):
        if not is_public(one.about):
            continue
        yield PublicDecision(
            id=one.pk,
            title=one.title,
            body=Body(one.body),
            outcome=one.outcome,
            about=one.about_id or "",
            taken=one.taken,
            points=tuple(one.points) if is_public(one.proposal) else (),
            stated_for=one.stated_for,
            stated_against=one.stated_against,
            votes=tuple(_votes(one)),
            source=words.of(one.evidence),
        )


def _votes(decision: Decision) -> Iterator[PublicVote]:
    item = decision.item
    if item is None or item.withdrawn or item.meeting.withdrawn or not item.meeting.public:
        return
    for one in (
        decision.votes.filter(withdrawn=False).select_related("faction").order_by("faction__name", "member")
    ):
        yield PublicVote(
            member=one.member, title=one.title, faction=one.faction.name, favour=one.choice == "for"
        )


def goals(words: Said, taken: Iterable[PublicDecision]) -> Iterator[PublicGoal]:
    """The goals and frames of documents that the council adopted, and the directions of public documents."""
    adopting = {one.about: one.id for one in taken if one.adopts and one.body is Body.COUNCIL}
    rows = Goal.objects.filter(withdrawn=False, document__visibility=PUBLIC, document__withdrawn=False)
    linked = rows.select_related("document", "theme", "ambition__document").prefetch_related("indicators")
    for one in linked.order_by("document__start", "theme__name", "title", "pk"):
        if one.kind != Goal.Kind.DIRECTION and one.document_id not in adopting:
            continue
        yield PublicGoal(
            id=one.pk,
            document=one.document_id,
            decision=adopting.get(one.document_id, ""),
            kind=one.kind,
            title=one.title,
            text=one.text,
            theme=one.theme.code if one.theme else "",
            ambition=_ambition(one),
            indicators=tuple(
                PublicIndicator(code=each.code, name=each.name)
                for each in one.indicators.filter(withdrawn=False).order_by("code")
            ),
            target=one.target,
            target_year=one.target_year,
            band_low=one.band_low,
            band_high=one.band_high,
            not_measurable=one.not_measurable,
            source=words.of(one.source),
        )


def _ambition(goal: Goal) -> str:
    held = goal.ambition
    if held is None or held.withdrawn or (held.document is not None and not is_public(held.document)):
        return ""
    return held.title


def actions(day: date, goal_ids: frozenset[str]) -> Iterator[PublicAction]:
    """The actions of public plans: how far they are, and never the reasons that people give for it."""
    rows = ActionRecord.objects.filter(withdrawn=False, plan__visibility=PUBLIC, plan__withdrawn=False)
    linked = rows.select_related("plan", "goal", "theme", "lead").prefetch_related("co_owners")
    for record in linked.order_by("plan__start", "theme__name", "end", "title", "pk"):
        one = plain_action(record)
        yield PublicAction(
            id=one.id,
            plan=record.plan_id or "",
            title=one.title,
            what=one.what,
            theme=one.theme,
            goal=one.goal if one.goal in goal_ids else "",
            lead=one.lead,
            co_owners=tuple(sorted(one.co_owners)),
            residents=one.residents,
            area=one.area,
            start_words=one.start_words,
            start=one.start,
            end_words=one.end_words,
            end=one.end,
            status=one.status,
            late=is_late(one, day),
            updated=one.updated,
        )


def money(words: Said) -> Iterator[PublicMoney]:
    """The budget lines of public documents. An amount that no document tells is none, and never zero."""
    rows = BudgetLine.objects.filter(withdrawn=False, document__visibility=PUBLIC, document__withdrawn=False)
    for one in rows.order_by("document__start", "year", "title", "pk"):
        yield PublicMoney(
            id=one.pk,
            document=one.document_id,
            title=one.title,
            programme=one.programme,
            kind=None if one.kind == NOT_TOLD else MoneyKind(one.kind),
            amount=one.amount,
            new=one.new,
            year=one.year,
            source=words.of(one.source),
        )


def moments(words: Said) -> Iterator[PublicMoment]:
    """The moments about public documents; what people at the desk still have to do is not among them."""
    rows = MomentRecord.objects.filter(withdrawn=False, about__visibility=PUBLIC, about__withdrawn=False)
    for one in rows.exclude(kind="task").order_by("latest", "earliest", "title", "pk"):
        yield PublicMoment(
            id=one.pk,
            kind=one.kind,
            title=one.title,
            about=one.about_id or "",
            basis=one.basis,
            words=one.words,
            earliest=one.earliest,
            latest=one.latest,
            realised=one.realised,
            year=one.year,
            source=words.of(one.source),
        )
