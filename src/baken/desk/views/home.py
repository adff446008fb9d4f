# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The first page of the desk, and the parts of its menu."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.changes import may_add
from baken.accounts.rights import Act, covered
from baken.cycle.calendar.findings import told_once
from baken.cycle.facts import calendar
from baken.cycle.models import ActionRecord, Document, Review, Task
from baken.desk.access import ROOT, DeskRequest, is_open
from baken.desk.day import today
from baken.desk.language import COOKIE
from baken.desk.menu import frame
from baken.desk.registers import readable
from baken.desk.views.calendar import SEEN_BY
from baken.desk.views.where_it_stands import where_it_stands
from baken.model.text import Language

_FEW = 8
# Pages that show a part of the menu at a glance. Another part begins with the list that it is called after.
_OVERVIEWS = ("tree", "board", "participation", "account")


@require_safe
def home(request: DeskRequest) -> HttpResponse:
    """What asks the attention of whoever signed in, and where everything stands."""
    day = today()
    context: dict[str, Any] = {"here": "desk", "day": day}
    if request.actor.roles & SEEN_BY:
        view = calendar(day, request.actor)
        context |= {
            "view": view,
            "findings": told_once(view.findings, view.summary)[:_FEW],
            "stand": where_it_stands(view, day, request.actor),
        }
    roles = [one.value for one in request.actor.roles]
    context["tasks"] = _mine(Task, request).filter(role__in=roles, done__isnull=True).order_by("due")[:_FEW]
    context["late"] = (
        _mine(ActionRecord, request)
        .filter(end__lt=day)
        .exclude(status__in=["done", "stopped"])
        .order_by("end")[:_FEW]
    )
    context["blocked"] = _mine(ActionRecord, request).filter(status="blocked")[:_FEW]
    context["submitted"] = (
        _mine(Document, request).filter(status="submitted").exclude(decided__withdrawn=False)[:_FEW]
    )
    context["reviews"] = _mine(Review, request).filter(status="open")[:_FEW]
    context["quiet"] = not any(
        context.get(one) for one in ("view", "tasks", "late", "blocked", "submitted", "reviews")
    )
    adds = [one for one in readable(request.actor) if one.in_menu and may_add(one.model, request.actor)]
    # Whoever adds a few kinds of records finds them here; for others the menu says more.
    context["adds"] = adds if len(adds) <= _FEW else []
    return render(request, "desk/home.html", context)


def _mine(kind: Any, request: DeskRequest) -> Any:  # noqa: ANN401 - a kind of record and its rows
    rows = kind.objects.filter(withdrawn=False)
    return covered(rows, kind.rights.table(Act.READ), request.actor)


@require_safe
def part(request: DeskRequest, group: str) -> HttpResponse:
    """A part of the menu: the page that shows it at a glance, or else its first list."""
    for one in frame(request)["desk"]["menu"]:
        if one["group"] == group:
            special = [each.name for each in one["special"]]
            if overview := next((name for name in _OVERVIEWS if name in special), None):
                return redirect(overview)
            if one["registers"]:
                return redirect("listing", one["registers"][0].slug)
            return redirect(special[0])
    raise Http404


@is_open
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember which language somebody chose."""
    chosen = request.POST.get("language", "")
    there = urlsplit(request.POST.get("next", "")).path
    response = redirect(there if there.startswith(ROOT) else "desk")
    if chosen in set(Language):
        response.set_cookie(COOKIE, chosen, max_age=365 * 86400, httponly=True, samesite="Lax")
    return response
