# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One's own account, and what an administrator does for the account of somebody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts import administering, changes, passwords, second_factor
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError
from baken.accounts.models import Account, AuditEntry
from baken.accounts.rights import EVERYBODY, Act
from baken.desk.access import DeskRequest, is_open
from baken.desk.extra import show_beside
from baken.desk.forms import StepForm
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.refused import not_allowed
from baken.desk.views.second_factor import account_of
from baken.desk.views.trail_telling import told
from baken.model.errors import BakenError
from baken.model.governance import Role

_OWN = 10
_FORM = "desk/account_form.html"


@require_safe
def mine(request: DeskRequest) -> HttpResponse:
    """How somebody signs in, and what happened with the account lately."""
    account = account_of(request)
    entries = AuditEntry.objects.filter(kind=Account._meta.label_lower, record=account.pk).order_by("-number")
    context = {
        "account": account,
        "has_password": account.has_usable_password(),
        "has_factor": second_factor.has_one(account),
        "codes": second_factor.codes_left(account),
        "entries": [told(one, request.actor, own=account) for one in entries[:_OWN]],
        "special": "my-account",
        "here": Group.ACCESS,
    }
    return render(request, "desk/account.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change_password(request: DeskRequest) -> HttpResponse:
    """Another password, for whoever knows the one that it replaces. All other sessions end."""
    account = account_of(request)
    if not account.has_usable_password():
        return not_allowed(request, _("You sign in at your organisation: change your password there."))
    form = PasswordChangeForm(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        passwords.set_password(account, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, account)
        messages.success(request, _("Your password was changed. Elsewhere you were signed out."))
        return redirect("my-account")
    return _form(request, form, _("Change my password"))


@is_open
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, key: str, token: str) -> HttpResponse:
    """Set a password, by the link that the administrator handed over."""
    account = passwords.account_of(key, token)
    if account is None:
        why = _(
            "This link is no longer valid: it works once, for one day. Ask the administrator for another."
        )
        return not_allowed(request, why)
    form = SetPasswordForm(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        passwords.set_password(account, form.cleaned_data["new_password1"])
        messages.success(request, _("Your password was set. Sign in with it."))
        return redirect("sign-in")
    return _form(request, form, _("Set a password for %(name)s") % {"name": account.username})


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: DeskRequest, key: str) -> HttpResponse:
    """Make a link by which somebody sets a password, shown once."""

    def do(account: Account, asked: Asked) -> HttpResponse:
        token = administering.make_link(account, asked)
        address = request.build_absolute_uri(reverse("set-password", args=[account.pk, token]))
        return render(request, "desk/account_link.html", {"account": account, "address": address})

    return _administer(request, key, gettext_lazy("Link for a new password"), do)


@require_http_methods(["GET", "HEAD", "POST"])
def reset_second_factor(request: DeskRequest, key: str) -> HttpResponse:
    """Remove somebody's second factor."""
    return _administer(
        request, key, gettext_lazy("Reset the second factor"), administering.reset_second_factor
    )


@require_http_methods(["GET", "HEAD", "POST"])
def end_sessions(request: DeskRequest, key: str) -> HttpResponse:
    """Sign somebody out everywhere."""
    return _administer(request, key, gettext_lazy("Sign out everywhere"), administering.end_sessions)


def beside(account: Account, actor: Actor) -> dict[str, Any]:
    """What the page of an account shows beside its fields."""
    return {
        "may_administer": not account.withdrawn and changes.may(account, Act.CHANGE, actor),
        "has_password": account.has_usable_password(),
        "has_factor": second_factor.has_one(account),
    }


def _administer(
    request: DeskRequest,
    key: str,
    title: object,
    do: Callable[[Account, Asked], HttpResponse | None],
) -> HttpResponse:
    """Ask for the reason and do it."""
    account = find_record(find_register("accounts", request.actor), key, request.actor)
    assert isinstance(account, Account)  # noqa: S101
    if not changes.may(account, Act.CHANGE, request.actor):
        return not_allowed(request, _("Only an administrator does this."))
    form = StepForm(request.POST or None, initial={"seen": account.version})
    if request.method == "POST" and form.is_valid():
        try:
            answer = do(account, Asked(by=request.actor, why=form.cleaned_data["why"]))
        except NotAllowedError as error:
            return not_allowed(request, str(error))
        except BakenError as error:
            form.add_error(None, str(error))
        else:
            if answer is not None:
                return answer
            messages.success(request, _("Done."))
            return redirect("record", "accounts", key)
    return _form(request, form, f"{title}: {account}", reverse("record", args=["accounts", key]))


def _form(request: HttpRequest, form: Any, title: str, back: str = "") -> HttpResponse:  # noqa: ANN401
    context = {"form": form, "title": title, "back": back}
    return render(request, _FORM, context, status=422 if form.errors else 200)


SPECIAL.append(
    Special(
        name="my-account",
        group=Group.ACCESS,
        title=gettext_lazy("my account"),
        roles=EVERYBODY | {Role.ADMINISTRATOR},
    )
)
show_beside(Account, "desk/extra/account.html", beside)
PAGES = [
    path("account/", mine, name="my-account"),
    path("account/wachtwoord/", change_password, name="change-password"),
    path("wachtwoord/<slug:key>/<slug:token>/", by_link, name="set-password"),
    path("accounts/<slug:key>/link/", link, name="account-link"),
    path("accounts/<slug:key>/tweede-factor/", reset_second_factor, name="account-second-factor"),
    path("accounts/<slug:key>/sessies/", end_sessions, name="account-sessions"),
]
