# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The second factor: asking for it, and setting it up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import django_otp
from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from baken.accounts import second_factor
from baken.accounts.acts import Door, at_the_door
from baken.accounts.models import Account
from baken.desk.access import DeskRequest, is_verified, needs_password_only, next_of
from baken.desk.views.refused import not_allowed


class CodeForm(forms.Form):
    """One code, of the app or of the list on paper."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


@needs_password_only
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: DeskRequest) -> HttpResponse:
    """Ask for a code."""
    account = account_of(request)
    if is_verified(request):
        return redirect(next_of(request))
    if not second_factor.has_one(account):
        return redirect("second-factor-set-up")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and checked(request, form):
        if not second_factor.codes_left(account):
            messages.warning(request, _("You have no recovery codes left. Make new ones at 'My account'."))
        return redirect(next_of(request))
    return _page(request, "desk/second_factor.html", form, {"next": next_of(request)})


@needs_password_only
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: DeskRequest) -> HttpResponse:
    """Take over a key into an app, and confirm that it works by a code."""
    account = account_of(request)
    if second_factor.has_one(account) and not is_verified(request):
        return not_allowed(request, _("You have a second factor: sign in with it before you set up another."))
    device = second_factor.begin(account)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = second_factor.confirm(account, form.cleaned_data["code"])
        if done:
            django_otp.login(request, done[0])
            request.session.cycle_key()
            return render(request, "desk/second_factor_codes.html", {"codes": done[1]})
        _refuse(request, form)
        device.refresh_from_db()
    shown = {"key": second_factor.key_in_words(device), "drawing": second_factor.drawing(device)}
    return _page(request, "desk/second_factor_set_up.html", form, shown)


@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: DeskRequest) -> HttpResponse:
    """Other recovery codes, for whoever shows a code once more."""
    account = account_of(request)
    if not second_factor.has_one(account):
        return redirect("second-factor-set-up")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and checked(request, form):
        made = second_factor.new_codes(account)
        return render(request, "desk/second_factor_codes.html", {"codes": made})
    return _page(request, "desk/second_factor.html", form, {"next": request.path, "again": True})


def account_of(request: DeskRequest) -> Account:
    """The account of whoever signed in."""
    return cast("Account", request.user)


def checked(request: DeskRequest, form: CodeForm) -> bool:
    """Whether the code is right; then the session is one of somebody who showed both factors."""
    account = account_of(request)
    device = second_factor.check(account, form.cleaned_data["code"])
    if device is None:
        _refuse(request, form)
        return False
    django_otp.login(request, device)
    request.session.cycle_key()
    at_the_door(Door.SECOND_FACTOR, request.actor, account)
    return True


def _refuse(request: DeskRequest, form: CodeForm) -> None:
    account = account_of(request)
    at_the_door(Door.SECOND_FACTOR_REFUSED, request.actor, account)
    form.add_error("code", _("This code is not right, or was used already. Wait for the next one."))
    if until := second_factor.closed_until(account):
        seconds = max(1, round((until - timezone.now()).total_seconds()))
        said = ngettext(
            "No code is looked at for the next %(seconds)d second.",
            "No code is looked at for the next %(seconds)d seconds.",
            seconds,
        )
        form.add_error("code", said % {"seconds": seconds})


def _page(request: DeskRequest, template: str, form: CodeForm, more: Mapping[str, object]) -> HttpResponse:
    context = {"form": form, "title": _("Second factor"), "here": "toegang", **more}
    return render(request, template, context, status=422 if form.errors else 200)


PAGES = [
    path("tweede-factor/", show, name="second-factor"),
    path("tweede-factor/instellen/", set_up, name="second-factor-set-up"),
    path("tweede-factor/herstelcodes/", codes, name="recovery-codes"),
]
