# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The first page of the desk, and the parts of its menu."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baken.desk.access import ROOT, DeskRequest, is_open
from baken.desk.language import COOKIE
from baken.desk.menu import frame
from baken.model.text import Language


@require_safe
def home(request: DeskRequest) -> HttpResponse:
    """What somebody can do here."""
    return render(request, "desk/home.html", {"here": "desk"})


@require_safe
def part(request: DeskRequest, group: str) -> HttpResponse:
    """A part of the menu: its first page that somebody sees."""
    for one in frame(request)["desk"]["menu"]:
        if one["group"] == group:
            if one["special"]:
                return redirect(one["special"][0].name)
            return redirect("listing", one["registers"][0].slug)
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
