# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Actions of the database to and from a spreadsheet: what a file would change, and taking it over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts import districts
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, change, create, move
from baken.accounts.personal import persons_in
from baken.accounts.rights import Act, covered
from baken.catalogue.catalogue import load_catalogue
from baken.cycle.models import ActionRecord, Document, Goal, Party, Theme
from baken.cycle.plain import plain_action
from baken.model.action import ACTION_FLOW, Action, ActionStatus, OwnerKind
from baken.model.errors import InputError
from baken.model.text import Language, Text
from baken.publications.workbook.actions import actions_workbook
from baken.sources.actions.changes import ActionChange, ActionChanges, compare
from baken.sources.actions.known import Choice, KnownNames
from baken.sources.actions.reading import ReadActions, read_actions
from baken.sources.actions.row import ReadAction

_KINDS = {
    OwnerKind.DEPARTMENT: Party.Kind.DEPARTMENT,
    OwnerKind.RESIDENTS: Party.Kind.RESIDENTS,
    OwnerKind.PARTNER: Party.Kind.SOCIAL,
}
# What of a plain action is no field of the record, or is not for a form: it is settled apart.
_APART = frozenset(
    {"id", "lead", "lead_kind", "co_owners", "theme", "goal", "status", "reason", "updated", "area_name"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A file that was read, beside the actions that there are."""

    read: ReadActions
    changes: ActionChanges


def known_names(plan: Document | None) -> KnownNames:
    """All that an action can name. The goals are those of the programme that the plan implements, or all."""
    goals = Goal.objects.filter(withdrawn=False)
    if plan is not None:
        programmes = plan.leads_to.filter(withdrawn=False, relation="implements").values("target")
        own = goals.filter(document__in=programmes) | goals.filter(document=plan)
        goals = own if own.exists() else goals
    themes = Theme.objects.filter(withdrawn=False)
    indicators = load_catalogue().indicators
    return KnownNames(
        themes=tuple(_choice(one.code, one.name) for one in themes),
        goals=tuple(_choice(one.pk, one.title) for one in goals),
        areas=tuple(_choice(code, name) for code, name in districts.names().items()),
        indicators=tuple(Choice(id=code, name=found[-1].name) for code, found in indicators.items()),
    )


def export(plan: Document | None, actor: Actor, on: date) -> bytes:
    """The actions of a plan, or of all plans, that somebody may read, as a workbook."""
    language = Language(get_language() or "nl")
    held = list(_held(plan, actor))
    extra = {one.pk: one.extra for one in held if one.extra}
    actions = [plain_action(one) for one in held]
    return actions_workbook(actions, known_names(plan), on=on, language=language, extra=extra)


def offer(data: bytes, name: str, plan: Document, actor: Actor) -> Offered:
    """What a file would change in the actions of a plan; nothing is changed yet."""
    read = read_actions(data, known_names(plan), name=name)
    held = [plain_action(one) for one in _held(plan, actor)]
    return Offered(read=read, changes=ActionChanges() if read.problems else compare(held, read))


def take_over(offered: Offered, plan: Document, asked: Asked) -> int:
    """Make and change the actions as the file says, all or none: call it in a transaction.

    Returns: how many actions were made or changed.

    Raises:
        InputError: the file has problems, or gives a status to which no step leads.
        NotAllowedError: one of the actions is not for this person.

    """
    if offered.read.problems:
        raise InputError(_("The file has problems; nothing was taken over."), do=_("Correct them first."))
    for row in offered.changes.added:
        _make(row, plan, asked)
    for found in offered.changes.changed:
        _change(found, asked)
    return len(offered.changes.added) + len(offered.changes.changed)


def _held(plan: Document | None, actor: Actor) -> Iterable[ActionRecord]:
    rows = ActionRecord.objects.filter(withdrawn=False).select_related("theme", "goal", "lead")
    rows = rows.prefetch_related("co_owners")
    rows = covered(rows, ActionRecord.rights.table(Act.READ), actor)
    return rows.filter(plan=plan) if plan is not None else rows


def _make(row: ReadAction, plan: Document, asked: Asked) -> None:
    action = row.action
    values = {"plan": plan, **_values(action, asked), "extra": dict(row.extra)}
    record = create(ActionRecord, values, asked)
    if action.status is not ActionStatus.NOT_STARTED:
        _settle_status(record, action, row.place, asked)


def _change(found: ActionChange, asked: Asked) -> None:
    record = ActionRecord.objects.get(pk=found.before.id)
    names = {one.name for one in found.fields}
    values = {
        name: value
        for name, value in _values(found.after, asked).items()
        if name in names or _belongs(name, names)
    }
    if found.row.extra:
        values["extra"] = record.extra | dict(found.row.extra)
    if values:
        record = change(record, values, asked)
    if "status" in names:
        _settle_status(record, found.after, found.row.place, asked)


def _belongs(name: str, names: set[str]) -> bool:
    """Whether a field of the record comes from plain fields of other names."""
    return (name == "lead" and "lead_kind" in names) or (name == "money_kind" and "money" in names)


def _values(action: Action, asked: Asked) -> Mapping[str, Any]:
    """The fields of the record that a plain action gives."""
    plain = {name: getattr(action, name) for name in Action.__dataclass_fields__ if name not in _APART}
    return {
        **plain,
        "money_kind": action.money_kind.value if action.money_kind else "",
        "theme": Theme.objects.filter(code=action.theme).first() if action.theme else None,
        "goal": Goal.objects.filter(pk=action.goal).first() if action.goal else None,
        "lead": _party(action.lead, _KINDS[action.lead_kind], asked) if action.lead else None,
        "co_owners": [_party(one, Party.Kind.SOCIAL, asked) for one in action.co_owners],
    }


def _party(name: str, kind: Party.Kind, asked: Asked) -> Party:
    """The party of that name, made where nobody knows it yet."""
    found = Party.objects.filter(name__iexact=name, withdrawn=False).first()
    return found or create(Party, {"name": name, "kind": kind}, asked)


def _settle_status(record: ActionRecord, action: Action, place: Text, asked: Asked) -> None:
    """Take the steps that lead to the status of the file; each stands in the trail with the file's reason."""
    why = action.reason or asked.why
    way = _way(ActionStatus(record.status), action.status, place)
    if way and (found := persons_in(why)):
        raise InputError(" ".join(found), where=place.in_(get_language() or "nl"))
    for name in way:
        record = move(record, name, Asked(by=asked.by, why=why))


def _way(start: ActionStatus, end: ActionStatus, place: Text) -> tuple[str, ...]:
    """The shortest way of steps from one status to another."""
    ways: list[tuple[ActionStatus, tuple[str, ...]]] = [(start, ())]
    seen = {start}
    for state, way in ways:
        if state is end:
            return way
        for one in ACTION_FLOW.of(state):
            target = ActionStatus(one.target)
            if target not in seen:
                seen.add(target)
                ways.append((target, (*way, one.name)))
    where = place.in_(get_language() or "nl")
    raise InputError(_("No step leads to this status."), where=where)


def _choice(name: str, called: str) -> Choice:
    return Choice(id=name, name=Text(called, called))
