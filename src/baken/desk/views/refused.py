# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for what is refused: each says why, and what to do."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def not_allowed(request: HttpRequest, why: str) -> HttpResponse:
    """Refuse what somebody's roles do not allow, and say who may."""
    return render(request, "desk/refused.html", {"why": why}, status=403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that did not come from a page of this session."""
    del reason
    why = _("This form is no longer valid, for instance because you signed in again. Open the page again.")
    return render(request, "desk/refused.html", {"why": why}, status=403)


def locked_out(request: HttpRequest, credentials: Any, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401
    """Refuse somebody who guessed too often."""
    del credentials, args, kwargs
    why = _("There were too many attempts. Try again in a quarter of an hour, or ask the administrator.")
    return render(request, "desk/refused.html", {"why": why}, status=429)
