# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in parties, roles in districts, money, actions, deviations and tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

from baken.catalogue.cycle_records import WorkFile
from baken.catalogue.cycle_work_entries import ActionEntry, BudgetEntry, DistrictEntry, PartyEntry
from baken.cycle.calendar.words import said
from baken.cycle.facts import rules
from baken.cycle.models import (
    ActionRecord,
    BudgetLine,
    Decision,
    Deviation,
    DistrictRole,
    Goal,
    Party,
    Task,
    Theme,
)
from baken.cycle.models.actions import NOT_TOLD
from baken.cycle.setup.documents import document_of
from baken.cycle.setup.putting import Putter


def put_work(putter: Putter, told: WorkFile) -> None:
    """Everything that people and money do; parties first, because others name them."""
    for party in told.parties:
        putter.put_named(Party, party.id, _party(party), party.source)
    for district in told.districts:
        _put_district(putter, district)
    for line in told.budget:
        putter.put(BudgetLine, line.id, _line(line), line.source)
    for action in told.actions:
        record = putter.put(ActionRecord, action.id, _action(action), action.source)
        putter.take(record, action.steps, updated="on")
    for one in told.deviations:
        values = {name: getattr(one, name) for name in ("title", "reason", "start", "end")} | {
            "plan": document_of(one.plan),
            "action": ActionRecord.objects.get(pk=one.action) if one.action else None,
            "decision": Decision.objects.get(pk=one.decision),
        }
        putter.put(Deviation, one.id, values, one.source)
    for task in told.tasks:
        values = {name: getattr(task, name) for name in ("kind", "title", "role", "due", "done", "area")}
        putter.put(Task, task.id, values | {"about": document_of(task.about)}, task.source)


def _party(one: PartyEntry) -> dict[str, Any]:
    aliases = [
        {"name": alias.name}
        | ({"named_on": alias.seen.isoformat()} if alias.seen else {})
        | ({"until": alias.until.isoformat()} if alias.until else {})
        for alias in one.aliases
    ]
    names = ("name", "kind", "domain", "source", "note")
    members = list(Party.objects.filter(name__in=one.members))
    return {name: getattr(one, name) for name in names} | {"aliases": aliases, "members": members}


def _put_district(putter: Putter, one: DistrictEntry) -> None:
    names = ("role", "state", "holder", "start", "end", "source", "note")
    told = {name: getattr(one, name) for name in names}
    for area in one.areas:
        putter.put(DistrictRole, f"{area}-{one.role}-{one.start}", told | {"area": area}, one.source)


def _line(one: BudgetEntry) -> dict[str, Any]:
    names = ("title", "programme", "amount", "new", "year", "source")
    return {name: getattr(one, name) for name in names} | {
        "kind": one.kind or NOT_TOLD,
        "document": document_of(one.document),
        "decision": Decision.objects.get(pk=one.decision) if one.decision else None,
    }


def _action(one: ActionEntry) -> dict[str, Any]:
    names = ("title", "what", "residents", "area", "start_words", "end_words", "instrument", "power", "money")
    further = ("output", "effect", "impact", "indicator", "monitoring")
    values = {name: getattr(one, name) for name in (*names, *further)} | {
        "plan": document_of(one.plan),
        "goal": Goal.objects.get(pk=one.goal) if one.goal else None,
        "theme": Theme.objects.get(pk=one.theme) if one.theme else None,
        "lead": Party.objects.get(name=one.lead) if one.lead else None,
        "co_owners": list(Party.objects.filter(name__in=one.co_owners)),
        "start": _day(one.start_words, first=True),
        "end": _day(one.end_words, first=False),
        "money_kind": one.money_kind or "",
    }
    # A step tells the day of what people told last; the entry tells it where there was no step.
    return values if one.steps else values | {"updated": one.updated}


def _day(words: str, *, first: bool) -> date | None:
    """The first or the last day that the words of an action allow."""
    if not words:
        return None
    when = said(words, rules().loose)
    return when.earliest if first else when.latest
