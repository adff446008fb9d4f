# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Making the policy cycle public: exactly what becomes public, what differs, and what stands in the way."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from baken.accounts.changes import Asked, NotAllowedError
from baken.accounts.models import Record
from baken.accounts.rights import INSIDE
from baken.cycle.models import ActionRecord, BudgetLine, Decision, Document, Goal, MomentRecord, Theme
from baken.cycle.papers.pictures import held_picture
from baken.cycle.publishing import (
    Difference,
    differences,
    may_publish,
    obstacles,
    public_cycle,
    publish,
    snapshots,
)
from baken.desk.access import DeskRequest
from baken.desk.day import today
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.model.errors import BakenError
from baken.model.public_cycle import PublicIndicator, PublicVote
from baken.store.cycle_snapshots import packed

SPECIAL.append(
    Special(name="publish-cycle", group=Group.CYCLE, title=gettext_lazy("What is public"), roles=INSIDE)
)
MODELS: dict[str, type[Record]] = {
    "documents": Document,
    "decisions": Decision,
    "goals": Goal,
    "actions": ActionRecord,
    "money": BudgetLine,
    "moments": MomentRecord,
    "themes": Theme,
}
GROUPS = {
    "documents": gettext_lazy("Documents"),
    "decisions": gettext_lazy("Decisions"),
    "goals": gettext_lazy("Goals"),
    "actions": gettext_lazy("Actions"),
    "money": gettext_lazy("Money"),
    "moments": gettext_lazy("Moments"),
    "themes": gettext_lazy("Themes"),
}


class ReasonForm(forms.Form):
    """Why it is made public, and the checksum of what was looked at."""

    why = forms.CharField(
        label=gettext_lazy("Why this is made public"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: DeskRequest) -> HttpResponse:
    """Look at what becomes public, and make it so."""
    if not request.actor.roles & INSIDE:
        return not_allowed(request, _("Your roles do not see this."))
    if request.method == "POST" and not may_publish(request.actor):
        return not_allowed(request, _("Policy advisers make the cycle public."))
    form = ReasonForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return _published(request, form)
            except NotAllowedError as error:
                return not_allowed(request, str(error))
            except BakenError as error:
                form.add_error(None, str(error))
    return render(request, "desk/publish_cycle.html", _context(request, form), status=status)


def _published(request: DeskRequest, form: ReasonForm) -> HttpResponse:
    asked = Asked(by=request.actor, why=form.cleaned_data["why"])
    made = publish(today(), asked, held_picture().picture, form.cleaned_data["seen"])
    messages.success(
        request,
        _("This is public now. The site shows it, and the next edition names it (%(digest)s).")
        % {"digest": made.sha256[:12]},
    )
    return redirect("publish-cycle")


def _context(request: DeskRequest, form: ReasonForm) -> dict[str, Any]:
    cycle, last = public_cycle(today()), snapshots().newest(today())
    found = differences(last.told if last else None, cycle)
    blocks = obstacles(cycle, held_picture().picture)
    digest = sha256(packed(cycle)).hexdigest()
    return {
        "here": Group.CYCLE,
        "special": "publish-cycle",
        "form": form,
        "cycle": cycle,
        "last": last,
        "same": last is not None and last.sha256 == digest,
        "blocks": blocks,
        "changes": [(GROUPS[name], _parts(found, name)) for name in GROUPS if _parts(found, name)],
        "groups": [(GROUPS[name], getattr(cycle, name)) for name in GROUPS],
        "digest": digest,
        "may": may_publish(request.actor),
    }


def _parts(found: tuple[Difference, ...], group: str) -> list[tuple[Difference, list[tuple[str, str, str]]]]:
    """The differences of one group, with the fields that changed in words."""
    return [
        (one, [(_called(group, name), _said(old), _said(new)) for name, old, new in one.fields])
        for one in found
        if one.group == group
    ]


def _called(group: str, name: str) -> str:
    """What the desk calls a field."""
    held = {field.name: field for field in MODELS[group]._meta.get_fields()}
    return str(getattr(held.get(name), "verbose_name", name.replace("_", " ")))


def _said(value: object) -> str:
    """A value in words; nothing for nothing."""
    if isinstance(value, tuple):
        return "; ".join(_said(one) for one in value)
    if isinstance(value, PublicVote):
        return f"{value.named}: {_('in favour') if value.favour else _('against')}"
    if isinstance(value, PublicIndicator):
        return value.name
    return "" if value is None else str(value)


PAGES = [path("openbaar/", show, name="publish-cycle")]
