# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a step of a record's flow, with its reason, and saying why where it is refused."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts import changes
from baken.accounts.changes import Asked, Conflict
from baken.desk.access import DeskRequest
from baken.desk.after import after_step
from baken.desk.step_words import STEP_WORDS, StepWords
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.refused import not_allowed
from baken.model.errors import BakenError


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: DeskRequest, slug: str, key: str, name: str) -> HttpResponse:
    """Ask for the reason of a step, or take it."""
    register = find_register(slug, request.actor)
    record = find_record(register, key, request.actor)
    if record.flow is None or name not in {one.name for one in record.flow.transitions}:
        raise Http404
    if record.withdrawn or not changes.may_step(record, name, request.actor):
        return not_allowed(request, _("Your roles do not take this step."))
    words = STEP_WORDS.get((register.model, name), StepWords)
    form = words(request.POST or None, initial={"seen": record.version}, actor=request.actor)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            asked = Asked(by=request.actor, why=form.cleaned_data["why"], version=form.cleaned_data["seen"])
            try:
                # What follows from a step is done with it, or neither is.
                with transaction.atomic():
                    after_step(changes.move(record, name, asked, form.values), name, asked)
            except Conflict as error:
                form.add_error(None, str(error))
                status = 409
            except ValidationError as error:
                form.add_error(None, " ".join(error.messages))
            except BakenError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Done."))
                return redirect("record", slug, key)
    found = next(one for one in record.flow.transitions if one.name == name)
    language = get_language() or "nl"
    context = {
        "register": register,
        "record": record,
        "form": form,
        "title": found.label.in_(language),
        "why": found.why.in_(language),
    }
    return render(request, "desk/step.html", context, status=status)
