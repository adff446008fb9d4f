# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.models import Account
from baken.desk.access import BY_PROVIDER, ROOT, is_open, needs_password_only


@is_open
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the first factor: name and password."""
    form = AuthenticationForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(_next(request))
    accounts = (
        Account.objects.filter(withdrawn=False, is_active=True).order_by("name")
        if settings.BAKEN_DEMO
        else []
    )
    context = {"form": form, "title": _("Sign in"), "next": _next(request), "accounts": accounts}
    return render(request, "desk/sign_in.html", context)


@is_open
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as somebody of the demonstration; anywhere else there is no such address."""
    if not settings.BAKEN_DEMO:
        raise Http404
    account = get_object_or_404(
        Account, username=request.POST.get("account", ""), withdrawn=False, is_active=True
    )
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    request.session[BY_PROVIDER] = True
    return redirect("desk")


@needs_password_only
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign-in")


def _next(request: HttpRequest) -> str:
    """Where to go after signing in: only within the desk."""
    asked = request.POST.get("next") or request.GET.get("next") or ROOT
    return asked if asked.startswith(ROOT) and "//" not in asked else ROOT
