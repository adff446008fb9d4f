# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in at the municipality's own provider; without one these addresses do not exist."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from mozilla_django_oidc.views import (
    OIDCAuthenticationCallbackView,
    OIDCAuthenticationRequestView,
)

from baken.accounts.actor import NOBODY
from baken.accounts.acts import Door, at_the_door
from baken.desk.access import BY_PROVIDER, is_open, start_session, within


class Callback(OIDCAuthenticationCallbackView):  # type: ignore[misc] # it has no types
    """Where the provider sends people back."""

    user: Any

    def login_success(self) -> HttpResponse:
        """Begin a session. Whether it needs our own second factor, the installation says."""
        there = within(self.request.session.get("oidc_login_next") or "")
        start_session(self.request, self.user)
        if getattr(self.user, "shown_both", False):
            self.request.session[BY_PROVIDER] = True
        at_the_door(Door.SIGN_IN_BY_PROVIDER, self.user.actor(), self.user)
        return redirect(there)

    def login_failure(self) -> HttpResponse:
        """Say what somebody can do. Why it failed is for the log of the server."""
        at_the_door(Door.SIGN_IN_REFUSED, NOBODY)
        why = _(
            "Signing in at your organisation did not lead to an account of this desk. Try again, or ask the "
            "administrator whether you have an account."
        )
        return render(self.request, "desk/refused.html", {"why": why}, status=403)


@is_open
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """Send somebody to the provider."""
    _needs_one()
    answer: HttpResponse = OIDCAuthenticationRequestView.as_view()(request)
    return answer


@is_open
@require_GET
def callback(request: HttpRequest) -> HttpResponse:
    """Take somebody in who comes back from the provider."""
    _needs_one()
    try:
        answer: HttpResponse = Callback.as_view()(request)
    except SuspiciousOperation:
        # A link that was followed twice, or one that somebody else put before this person.
        why = _("This way of signing in is no longer valid. Begin again.")
        return render(request, "desk/refused.html", {"why": why}, status=400)
    return answer


def _needs_one() -> None:
    if not settings.BAKEN_OIDC:
        raise Http404


PAGES = [
    path("aanmelden/organisatie/", begin, name="provider-begin"),
    path("aanmelden/organisatie/terug/", callback, name="provider-callback"),
]
