# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The history of one record, as the audit trail has it."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.accounts.actor import Actor
from baken.accounts.models import AuditEntry, Record
from baken.desk.access import DeskRequest
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.showing import title_of


@require_safe
def history(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """Who changed what, when, from what into what, and why; the newest first."""
    register = find_register(slug, request.actor)
    record = find_record(register, key, request.actor)
    entries = AuditEntry.objects.filter(kind=record._meta.label_lower, record=str(record.pk)).order_by(
        "-number"
    )
    context = {
        "register": register,
        "record": record,
        "entries": [(one, told(one, type(record), request.actor)) for one in entries[:200]],
    }
    return render(request, "desk/history.html", context)


def told(entry: AuditEntry, kind: type[Record], actor: Actor) -> list[dict[str, Any]]:
    """The changes of an entry, without the fields that somebody does not see."""
    found = json.loads(entry.changes)
    return [
        {"title": title_of(kind, name), "old": _said(old), "new": _said(new)}
        for name, (old, new) in found.items()
        if not kind.rights.hides(name, actor)
    ]


def _said(value: object) -> str:
    if value is None or value == "" or value == []:
        return ""
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
