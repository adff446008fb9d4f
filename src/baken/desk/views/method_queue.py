# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The work queue of analysts: which sources are due, and the quarterly question to the area teams."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from baken.accounts import districts
from baken.accounts.changes import Asked, may_add
from baken.accounts.rights import Act, covered
from baken.catalogue.municipality import load_municipality
from baken.cycle.models import Task
from baken.desk.access import DeskRequest
from baken.desk.day import today
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.evidence.queue import by_hand, plan, reminders, source_tasks
from baken.model.governance import Role
from baken.sources.description import SourceFile
from baken.sources.overview import overview
from baken.store.workspace import Workspace

SEEN_BY = frozenset({Role.ANALYST, Role.ADVISER})
SPECIAL.append(
    Special(name="queue", group=Group.FIELD, title=gettext_lazy("Work queue of sources"), roles=SEEN_BY)
)
_KINDS = (Task.Kind.SOURCE, Task.Kind.REMINDER)


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """What is late, what is due, and what somebody has to plan by hand."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("The work queue is for analysts and advisers."))
    day = today()
    sources, last = _sources(day)
    tasks = covered(
        Task.objects.filter(withdrawn=False, done=None, kind__in=_KINDS),
        Task.rights.table(Act.READ),
        request.actor,
    )
    context = {
        "here": Group.FIELD,
        "special": "queue",
        "day": day,
        "tasks": [(one, one.due < day) for one in tasks.order_by("due", "title")],
        "by_hand": by_hand(sources, last),
        "may_plan": may_add(Task, request.actor),
    }
    return render(request, "desk/queue.html", context)


@require_POST
def make(request: DeskRequest) -> HttpResponse:
    """Plan what is not planned yet: the next fetch of each source, and the question of this quarter."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("The work queue is for analysts and advisers."))
    day = today()
    sources, last = _sources(day)
    asked = Asked(by=request.actor, why=_("planned from the rhythm of sources and the quarter"))
    made = plan([*source_tasks(sources, last), *reminders(districts.districts(day), day)], asked)
    said = ngettext("%(count)d task was planned.", "%(count)d tasks were planned.", len(made))
    messages.success(request, said % {"count": len(made)})
    return redirect("queue")


def _sources(day: date) -> tuple[tuple[SourceFile, ...], dict[str, date]]:
    """The sources of this country that are not invented, and the day on which each last came in."""
    country = load_municipality(settings.BAKEN_AREA).country
    workspace = Workspace.find(Path(settings.BAKEN_WORKSPACE) if settings.BAKEN_WORKSPACE else None)
    held = [
        one for one in overview(workspace, day) if one.source.country == country and not one.source.invented
    ]
    last = {
        one.source.id: taken
        for one in held
        if (taken := one.newest.received.date() if one.newest else one.source.taken)
    }
    return tuple(one.source for one in held), last


PAGES = [path("wachtrij/", show, name="queue"), path("wachtrij/plannen/", make, name="queue-plan")]
