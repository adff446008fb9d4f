# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The way in: nobody sees a page of the desk without having signed in with both factors.

Pages are closed unless they say that they are open, so that a page which forgets to say so is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from time import time
from typing import Any, TypeVar, cast
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth import login, logout
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from baken.accounts.actor import Actor
from baken.accounts.models import Account

ROOT = "/werk/"
SECOND_FACTOR = "second-factor"
# In the session of somebody whom the municipality's own provider let in, with its own second factor.
BY_PROVIDER = "by-provider"
# In the session of somebody of the demonstration; it says nothing anywhere else.
DEMONSTRATION = "demonstration"
SINCE = "since"
View = TypeVar("View", bound=Callable[..., HttpResponse])


class DeskRequest(HttpRequest):
    """A request of somebody who signed in."""

    actor: Actor


def is_open(view: View) -> View:
    """Mark a page as one that needs no signing in."""
    view.open_to_all = True  # type: ignore[attr-defined] # a mark on a function
    return view


def needs_password_only(view: View) -> View:
    """Mark a page as one for people who still have to show their second factor."""
    view.first_factor_only = True  # type: ignore[attr-defined] # a mark on a function
    return view


class DeskAccess:
    """Sends whoever has not signed in to the page to do so, and says who acts."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around what answers."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; whatever the desk says is kept nowhere on the way."""
        response = self.answer(request)
        if request.path_info.startswith(ROOT) and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: Any,  # noqa: ANN401
        kwargs: Any,  # noqa: ANN401
    ) -> HttpResponse | None:
        """Let a page be shown, or send somewhere else."""
        del args, kwargs
        if "%00" in request.META.get("QUERY_STRING", ""):
            # No person types it, and no text in PostgreSQL can hold it.
            raise BadRequest("a zero byte in the address")
        if not request.path_info.startswith(ROOT) or getattr(view, "open_to_all", False):
            return None
        user = request.user
        if not isinstance(user, Account) or is_over(request):
            return redirect_with_next("sign-in", request)
        request = cast("DeskRequest", request)
        actor = user.actor()
        if not actor.posts:
            logout(request)
            why = _("Your account has no role today, so you cannot work here. Ask the administrator.")
            return render(request, "desk/refused.html", {"why": why}, status=403)
        request.actor = actor
        if getattr(view, "first_factor_only", False) or is_verified(request):
            return None
        return redirect_with_next(SECOND_FACTOR, request)


def start_session(request: HttpRequest, account: Account, backend: str | None = None) -> None:
    """Begin a new session for somebody: nothing of before it stays, neither its number nor what it held."""
    request.session.flush()
    login(request, account, backend=backend)
    request.session[SINCE] = int(time())


def is_over(request: HttpRequest) -> bool:
    """Whether the eight hours of a session are over; what is done in it does not make it longer."""
    since = request.session.setdefault(SINCE, int(time()))
    if time() - since < settings.SESSION_COOKIE_AGE:
        return False
    logout(request)
    return True


def is_verified(request: HttpRequest) -> bool:
    """Whether both factors were shown in this session: to us, or to the provider that is trusted with it."""
    if settings.BAKEN_DEMO and request.session.get(DEMONSTRATION):
        return True
    return bool(request.session.get(BY_PROVIDER)) or request.user.is_verified()  # type: ignore[union-attr]


def redirect_with_next(name: str, request: HttpRequest) -> HttpResponse:
    """Go to a page that afterwards goes on to what was asked, where that was no form."""
    response = redirect(name)
    if request.method == "GET" and request.path_info != ROOT:
        response["Location"] += f"?next={quote(request.get_full_path())}"
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(response["Location"].partition("?")[0])
    return response


def next_of(request: HttpRequest) -> str:
    """Where to go after signing in: only within the desk."""
    return within(request.POST.get("next") or request.GET.get("next") or ROOT)


def within(address: str) -> str:
    """An address of the desk, or else that of its first page."""
    return address if address.startswith(ROOT) and "//" not in address and address.isprintable() else ROOT
