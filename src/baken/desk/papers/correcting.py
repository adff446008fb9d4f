# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Beginning the correction of a report that is closed: a new one that replaces it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.changes import Asked, may_add
from baken.cycle.models import Report
from baken.cycle.papers.following import correct
from baken.desk.access import DeskRequest
from baken.desk.forms import StepForm
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.refused import not_allowed
from baken.model.errors import BakenError


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: DeskRequest, key: str) -> HttpResponse:
    """Ask why, and make the new report."""
    register = find_register("rapportages", request.actor)
    report = find_record(register, key, request.actor)
    if not isinstance(report, Report) or report.withdrawn or not may_add(Report, request.actor):
        return not_allowed(request, _("Your roles do not correct reports."))
    form = StepForm(request.POST or None, initial={"seen": report.version})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                with transaction.atomic():
                    made = correct(report, Asked(by=request.actor, why=form.cleaned_data["why"]))
            except ValidationError as error:
                form.add_error(None, " ".join(error.messages))
            except BakenError as error:
                form.add_error(None, str(error))
            else:
                return redirect("record", "rapportages", made.pk)
    context = {
        "register": register,
        "record": report,
        "form": form,
        "title": _("Begin a correction"),
        "why": _("A new report replaces this one. This one stays as it is."),
    }
    return render(request, "desk/step.html", context, status=status)


PAGES = [path("correctie/<slug:key>/", begin, name="correct-report")]
