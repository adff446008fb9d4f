# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one record: what it says, what can be done with it now, and what belongs to it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from baken.accounts.changes import may, may_add, may_step
from baken.accounts.models import Record
from baken.accounts.rights import Act, covered, named
from baken.cycle.models import Decision
from baken.desk.access import DeskRequest
from baken.desk.extra import extra_of
from baken.desk.registers import REGISTERS, Below, Register
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.showing import Line, lines, rows_of, title_of, with_related
from baken.desk.views.signed import signing_words

MOST_BELOW = 100


@require_safe
def show(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """One record."""
    register = find_register(slug, request.actor)
    record = find_record(register, key, request.actor)
    held = list(lines(record, register.fields, request.actor))
    context = {
        "register": register,
        "record": record,
        "status": _status(record),
        "told": [one for one in held if not _is_empty(one)],
        "untold": [one.title for one in held if _is_empty(one)],
        "steps": _steps(record, request),
        "may_change": not record.withdrawn and may(record, Act.CHANGE, request.actor),
        "below": [found for one in register.below if (found := _below(one, record, request))],
        **extra_of(record, request.actor),
    }
    return render(request, "desk/record.html", context)


def _status(record: Record) -> str:
    """The state of a record in words; nothing where it has none."""
    if isinstance(record, Decision):
        return signing_words(record)
    return str(record.get_status_display()) if record.flow else ""  # type: ignore[attr-defined] # has a flow


def _is_empty(line: Line) -> bool:
    """Whether nobody filled a field in."""
    return all(one.empty for one in line.values)


def _steps(record: Record, request: DeskRequest) -> list[dict[str, Any]]:
    """The steps out of the state of a record that somebody's roles allow."""
    if record.flow is None or record.withdrawn:
        return []
    language = get_language() or "nl"
    return [
        {"name": one.name, "label": one.label.in_(language), "why": one.why.in_(language)}
        for one in record.flow.of(record.status)  # type: ignore[attr-defined] # what has a flow has a status
        if may_step(record, one.name, request.actor)
    ]


def _below(one: Below, record: Record, request: DeskRequest) -> dict[str, Any] | None:
    """The records that belong to another; nothing where somebody may see none of the kind."""
    register: Register = REGISTERS[one.register]
    table = register.model.rights.table(Act.READ)
    if not named(table, request.actor):
        return None
    rows = register.model._default_manager.filter(withdrawn=False, **{one.by: record})
    columns = tuple(
        name
        for name in register.columns
        if name != one.by and not register.model.rights.hides(name, request.actor)
    )
    held = list(with_related(covered(rows, table, request.actor), columns)[: MOST_BELOW + 1])
    return {
        "register": register,
        "title": one.title or register.title,
        "titles": [title_of(register.model, name) for name in columns],
        "rows": rows_of(held[:MOST_BELOW], columns, request.actor),
        "more": len(held) > MOST_BELOW,
        "by": one.by,
        "may_add": not record.withdrawn and may_add(register.model, request.actor),
    }
