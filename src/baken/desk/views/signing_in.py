# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in with name and password, and signing out. The second factor follows in ``second_factor``."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.actor import NOBODY
from baken.accounts.acts import Door, at_the_door
from baken.accounts.models import Account
from baken.accounts.throttling import account_name
from baken.desk.access import (
    BY_PROVIDER,
    DEMONSTRATION,
    DeskRequest,
    is_open,
    needs_password_only,
    next_of,
    start_session,
)

BACKEND = "django.contrib.auth.backends.ModelBackend"


@is_open
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the first factor: name and password."""
    form = AuthenticationForm(request, data=request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            account = form.get_user()
            start_session(request, account)
            at_the_door(Door.SIGN_IN, account.actor(), account)
            return redirect(next_of(request))
        if form.has_error(NON_FIELD_ERRORS, "invalid_login"):
            _tell_of_refusal(request)
    demo = Account.objects.filter(withdrawn=False, is_active=True).order_by("name")
    context = {
        "form": form,
        "title": _("Sign in"),
        "next": next_of(request),
        "accounts": demo if settings.BAKEN_DEMO else [],
        "provider": settings.BAKEN_OIDC,
        "provider_name": getattr(settings, "BAKEN_OIDC_NAME", ""),
    }
    return render(request, "desk/sign_in.html", context, status=status)


@is_open
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as somebody of the demonstration; anywhere else there is no such address."""
    if not settings.BAKEN_DEMO:
        raise Http404
    name = request.POST.get("account", "")
    account = get_object_or_404(Account, username=name, withdrawn=False, is_active=True)
    start_session(request, account, BACKEND)
    request.session[DEMONSTRATION] = True
    at_the_door(Door.SIGN_IN, account.actor(), account)
    return redirect("desk")


@needs_password_only
@require_POST
def sign_out(request: DeskRequest) -> HttpResponse:
    """End the session, and that at the provider where it began there."""
    there = getattr(settings, "BAKEN_OIDC_LOGOUT", "") if BY_PROVIDER in request.session else ""
    at_the_door(Door.SIGN_OUT, request.actor, request.user)  # type: ignore[arg-type] # somebody who signed in
    logout(request)
    if there:
        back = request.build_absolute_uri(reverse("sign-in"))
        asked = urlencode(
            {"client_id": getattr(settings, "OIDC_RP_CLIENT_ID", ""), "post_logout_redirect_uri": back}
        )
        return redirect(f"{there}{'&' if '?' in there else '?'}{asked}")
    return redirect("sign-in")


def _tell_of_refusal(request: HttpRequest) -> None:
    """Write what was refused. What was typed is kept only where it names an account: it may be a password.

    A lock is told once, when it begins. The same is looked up and written for a name that nobody has.
    """
    account = Account.objects.filter(username__iexact=account_name(request, None) or "").first()
    failures = getattr(request, "axes_failures_since_start", None)
    locked = getattr(request, "axes_locked_out", False)
    if not locked or failures:
        at_the_door(Door.SIGN_IN_REFUSED, NOBODY, account)
    if locked and failures == settings.AXES_FAILURE_LIMIT:
        at_the_door(Door.LOCKED_OUT, NOBODY, account)
