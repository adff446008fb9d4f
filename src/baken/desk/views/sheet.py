# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Actions to and from a spreadsheet: a file is looked at first, and taken over whole or not at all."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts.changes import Asked, may_add
from baken.accounts.personal import persons_in
from baken.accounts.rights import Act, covers, named
from baken.cycle.models import ActionRecord, Document
from baken.cycle.sheet import Offered, export, offer, take_over
from baken.desk.access import DeskRequest
from baken.desk.day import today
from baken.desk.files import XLSX, file_answer
from baken.desk.views.refused import not_allowed
from baken.model.errors import BakenError
from baken.model.governance import ProductKind

MOST = 5_000_000


class FileForm(forms.Form):
    """The plan, and the file with its actions."""

    plan = forms.ModelChoiceField(
        label=gettext_lazy("Plan that the actions belong to"),
        queryset=Document.objects.filter(withdrawn=False, kind=ProductKind.IMPLEMENTATION_PLAN),
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("A spreadsheet (.xlsx, .ods or .csv) with one action on each row."),
        required=False,
    )
    kept = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2 * MOST)
    name = forms.CharField(widget=forms.HiddenInput, required=False, max_length=255)

    def data_of_file(self) -> tuple[bytes, str]:
        """The bytes of the file and its name: as it was sent now, or as the page before held it."""
        sent = self.cleaned_data["file"]
        if sent is not None:
            if sent.size > MOST:
                raise ValidationError(_("This file is too large: at most 5 MB."))
            return sent.read(), sent.name
        try:
            data = base64.b64decode(self.cleaned_data["kept"], validate=True)
        except binascii.Error:
            data = b""
        if not data:
            raise ValidationError(_("Choose a file."))
        return data, self.cleaned_data["name"]


@require_safe
def download(request: DeskRequest) -> HttpResponse:
    """The actions that somebody may read, of one plan or of all."""
    if not named(ActionRecord.rights.table(Act.READ), request.actor):
        return not_allowed(request, _("Your roles do not see actions."))
    plan = _plan(request)
    data = export(plan, request.actor, today())
    return file_answer(request, data, "acties.xlsx", XLSX, plan or ActionRecord)


def _plan(request: DeskRequest) -> Document | None:
    asked = request.GET.get("plan", "")
    if not asked:
        return None
    found = Document.objects.filter(pk=asked).first()
    if found is None or not covers(Document.rights.table(Act.READ), request.actor, found):
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: DeskRequest) -> HttpResponse:
    """Show what a file would change, and take it over once somebody has seen it."""
    if not may_add(ActionRecord, request.actor):
        return not_allowed(request, _("Your roles do not add actions."))
    form = FileForm(request.POST or None, request.FILES or None, initial={"plan": request.GET.get("plan")})
    context: dict[str, Any] = {"form": form}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            data, name = form.data_of_file()
            plan: Document = form.cleaned_data["plan"]
            offered = offer(data, name, plan, request.actor)
            if "take" in request.POST:
                # The name of a file may be that of who made it.
                called = _("a spreadsheet") if persons_in(name) else name
                asked = Asked(by=request.actor, why=_("taken over from %(name)s") % {"name": called})
                with transaction.atomic():
                    made = take_over(offered, plan, asked)
                said = ngettext(
                    "%(n)d action was made or changed.", "%(n)d actions were made or changed.", made
                )
                messages.success(request, said % {"n": made})
                return redirect("record", "documenten", plan.pk)
            context |= _seen(offered) | {"kept": base64.b64encode(data).decode(), "name": name, "plan": plan}
        except ValidationError as error:
            form.add_error("file", error.messages)
            status = 422
        except BakenError as error:
            form.add_error("file", str(error))
            status = 422
    return render(request, "desk/upload.html", context, status=status)


def _seen(offered: Offered) -> dict[str, Any]:
    language = get_language() or "nl"
    return {
        "offered": offered,
        "problems": [one.text.in_(language) for one in offered.read.problems],
        "notes": [one.in_(language) for one in (*offered.read.notes, *offered.changes.lines())],
        "headings": [
            (found, [(one.heading.in_(language), one.old, one.new) for one in found.fields])
            for found in offered.changes.changed
        ],
        "any": bool(offered.changes.added or offered.changes.changed),
    }
