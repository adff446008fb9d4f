# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing a text of a report: it is held against the figures first, and each contradiction is answered."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts import changes
from baken.accounts.changes import Asked, Conflict
from baken.accounts.rights import Act
from baken.cycle.models import ReportText
from baken.cycle.papers.checking import check_of, to_answer
from baken.cycle.papers.checking import sign as sign_text
from baken.cycle.papers.pictures import held_picture
from baken.desk.access import DeskRequest
from baken.desk.papers.beside import findings_of
from baken.desk.registers.register import Group
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.refused import not_allowed
from baken.model.errors import BakenError

_MARK = "antwoord-"
_MOST = 1000


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: DeskRequest, key: str) -> HttpResponse:
    """Show what the figures say of a text, and sign it."""
    text = find_record(find_register("teksten", request.actor), key, request.actor)
    if not isinstance(text, ReportText) or text.withdrawn or not changes.may(text, Act.CHANGE, request.actor):
        return not_allowed(request, _("Your roles do not sign this text now."))
    held = held_picture()
    answers = _answers(request) if request.method == "POST" else text.checked.get("answers", {})
    checked = check_of(text, held, answers)
    context: dict[str, Any] = {"record": text, "here": Group.REPORTS, "held": held, "checked": checked}
    status = 200
    if request.method == "POST":
        status = 422
        seen = request.POST.get("seen", "")
        asked = Asked(
            by=request.actor, why=_("signed"), version=int(seen) if seen.isdecimal() else text.version
        )
        try:
            sign_text(text, answers, held, asked)
        except Conflict as error:
            context["error"], status = str(error), 409
        except ValidationError as error:
            context["error"] = " ".join(error.messages)
        except BakenError as error:
            context["error"] = str(error)
        else:
            messages.success(request, _("Signed."))
            return redirect("record", "rapportages", text.report_id)
    context |= {"findings": findings_of(checked), "to_answer": to_answer(checked), "mark": _MARK}
    return render(request, "desk/papers/sign.html", context, status=status)


def _answers(request: HttpRequest) -> dict[str, str]:
    """The reasons that were given, by the key of the finding."""
    return {
        name.removeprefix(_MARK): str(value)[:_MOST]
        for name, value in request.POST.items()
        if name.startswith(_MARK)
    }


PAGES = [path("ondertekenen/<slug:key>/", sign, name="sign-text")]
