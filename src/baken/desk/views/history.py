# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The history of one record, as the audit trail has it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.accounts.models import AuditEntry
from baken.desk.access import DeskRequest
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.trail_telling import told_all

MOST = 200


@require_safe
def history(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """Who changed what, when, from what into what, and why; the newest first."""
    register = find_register(slug, request.actor)
    record = find_record(register, key, request.actor)
    held = AuditEntry.objects.filter(kind=record._meta.label_lower, record=str(record.pk))
    entries = told_all(held.order_by("-number")[:MOST], request.actor)
    context = {"register": register, "record": record, "entries": entries}
    return render(request, "desk/history.html", context)
