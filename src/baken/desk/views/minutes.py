# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The votes of a decision: taken over from the minutes by whoever records for the body, and counted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, may_add
from baken.cycle.models import Decision, Vote
from baken.cycle.votes import count, read_minutes, take_over
from baken.desk.access import DeskRequest
from baken.desk.extra import show_beside
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.refused import not_allowed
from baken.model.errors import BakenError


class MinutesForm(forms.Form):
    """The words of the minutes about one vote."""

    text = forms.CharField(
        label=gettext_lazy("Text of the minutes about this vote"),
        help_text=gettext_lazy("Paste the lines that name who voted in favour and against."),
        widget=forms.Textarea(attrs={"rows": 12}),
        max_length=20_000,
    )


def _extra(decision: Decision, actor: Actor) -> dict[str, Any]:
    counted = count(decision)
    free = counted is None and decision.body == "council" and not decision.withdrawn
    return {"counted": counted, "may_take": free and may_add(Vote, actor)}


show_beside(Decision, "desk/extra/decision.html", _extra)


@require_http_methods(["GET", "HEAD", "POST"])
def votes(request: DeskRequest, key: str) -> HttpResponse:
    """Show what the minutes hold, and take it over once somebody has seen that it is right."""
    decision = find_record(find_register("besluiten", request.actor), key, request.actor)
    if not isinstance(decision, Decision) or not may_add(Vote, request.actor):
        return not_allowed(request, _("Only the clerk records votes."))
    form = MinutesForm(request.POST or None)
    context: dict[str, Any] = {"record": decision, "form": form}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            taken = read_minutes(
                form.cleaned_data["text"], decision.item.meeting.seats if decision.item else None
            )
            if "take" in request.POST:
                with transaction.atomic():
                    made = take_over(
                        decision, taken, Asked(by=request.actor, why=_("taken over from the minutes"))
                    )
                messages.success(
                    request,
                    ngettext("%(n)d vote was recorded.", "%(n)d votes were recorded.", made) % {"n": made},
                )
                return redirect("record", "besluiten", key)
            language = get_language() or "nl"
            context["taken"] = taken
            context["rows"] = [(choice.label, voter) for choice, voter in taken.voters]
            context["remarks"] = [one.in_(language) for one in taken.remarks]
        except ValidationError as error:
            form.add_error("text", error.messages)
            status = 422
        except BakenError as error:
            form.add_error("text", str(error))
            status = 422
    return render(request, "desk/votes.html", context, status=status)
