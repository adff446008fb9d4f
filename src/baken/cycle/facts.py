# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the records of the database tell the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from django.conf import settings
from django.db.models import QuerySet

from baken.accounts.actor import SYSTEM, Actor
from baken.accounts.models import Record
from baken.accounts.rights import Act, covered
from baken.catalogue.cycle_rules import load_cycle_rules
from baken.catalogue.municipality import load_municipality
from baken.cycle.calendar.collect import CycleFacts
from baken.cycle.calendar.conflicts import Dependency
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.cycle.calendar.releases import Release, Rhythm
from baken.cycle.calendar.terms import Term
from baken.cycle.calendar.view import CalendarView, calendar_on
from baken.cycle.models import Document, DocumentLink, MomentRecord, SteeringIndicator
from baken.model.cycle_rules import CycleRules
from baken.model.governance import ProductKind, Relation
from baken.model.text import Text

T = TypeVar("T", bound=Record)
TERM_KINDS = {
    ProductKind.PROGRAMME: "programme",
    ProductKind.IMPLEMENTATION_PLAN: "plan",
    ProductKind.REGIONAL_POLICE_PLAN: "regional",
}
_AHEAD = frozenset({"preparation", "consultation", "submitted"})


def rules() -> CycleRules:
    """The rules of the cycle of this municipality."""
    code = settings.BAKEN_AREA
    return load_cycle_rules(load_municipality(code).country, code)


def calendar(day: date, by: Actor = SYSTEM) -> CalendarView:
    """The calendar of this municipality on a day, from the documents that somebody may see."""
    return calendar_on(day, facts(by), rules())


def facts(by: Actor = SYSTEM) -> CycleFacts:
    """All that the records tell of the cycle, or those that somebody may see."""
    held = _seen(Document.objects.filter(withdrawn=False), by)
    documents = [
        one
        for one in held.filter(kind__in=list(TERM_KINDS)).prefetch_related("decisions")
        if one.start and one.end
    ]
    return CycleFacts(
        terms=tuple(_term(one) for one in documents),
        moments=tuple(_moment(one) for one in MomentRecord.objects.filter(withdrawn=False)),
        releases=tuple(
            _release(one) for one in SteeringIndicator.objects.filter(withdrawn=False, status="adopted")
        ),
        dependencies=tuple(_dependencies(by)),
    )


def _seen(rows: QuerySet[T], by: Actor) -> QuerySet[T]:
    return rows if by is SYSTEM else covered(rows, rows.model.rights.table(Act.READ), by)


def _term(document: Document) -> Term:
    taken = [
        one.taken
        for one in document.decisions.all()
        if not one.withdrawn and one.outcome in {"adopted", "amended"} and one.taken
    ]
    prepared = document.status in _AHEAD
    return Term(
        id=document.pk,
        title=_both(document.title),
        start=document.start or date.min,
        end=document.end or date.max,
        adopted=None if prepared else min(taken, default=None),
        prepared=prepared,
        kind=TERM_KINDS[ProductKind(document.kind)],
    )


def _moment(record: MomentRecord) -> Moment:
    return Moment(
        id=record.pk,
        kind=MomentKind(record.kind),
        title=_both(record.title),
        basis=Basis(record.basis),
        words=record.words,
        earliest=record.earliest,
        latest=record.latest,
        realised=record.realised,
        about=record.about_id or "",
        year=record.year,
        source=record.source,
        said_on=record.said_on,
    )


def _release(record: SteeringIndicator) -> Release:
    rhythms = {one.value: one for one in Rhythm}
    return Release(
        indicator=record.code,
        title=_both(record.name),
        rhythm=rhythms.get(record.rhythm_months or 0),
        last=record.last_release,
        expected=record.next_release,
    )


def _dependencies(by: Actor) -> Iterator[Dependency]:
    """A plan follows the programme that it implements; each can be adopted only after it."""
    rows = DocumentLink.objects.filter(withdrawn=False, relation=Relation.IMPLEMENTS)
    for one in _seen(rows, by).select_related("source", "target"):
        yield Dependency(
            first=one.target_id,
            then=one.source_id,
            first_title=_both(one.target.title),
            then_title=_both(one.source.title),
        )


def _both(words: str) -> Text:
    """What people typed, which is in their own language only."""
    return Text(words, words)
