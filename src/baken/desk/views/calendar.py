# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar: where the cycle is on a day, what the law asks, what is late and what does not fit."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.changes import Asked
from baken.accounts.rights import INSIDE
from baken.cycle.calendar.moments import BASES, STATUSES, Status
from baken.cycle.cycles import begin_cycle
from baken.cycle.facts import calendar
from baken.cycle.models import Document
from baken.desk.access import DeskRequest
from baken.desk.day import day_asked, today
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.refused import not_allowed
from baken.model.errors import BakenError
from baken.model.governance import Role

SEEN_BY = INSIDE | {Role.COUNCIL_MEMBER}
SPECIAL.append(Special(name="calendar", group=Group.CYCLE, title=gettext_lazy("Calendar"), roles=SEEN_BY))
PARTS = (
    (gettext_lazy("Late"), (Status.OVERDUE,)),
    (gettext_lazy("Soon"), (Status.DUE_SOON, Status.OPEN)),
    (gettext_lazy("Later"), (Status.PLANNED,)),
    (gettext_lazy("Without a date"), (Status.NO_DATE,)),
    (gettext_lazy("Passed, and not known whether it was done"), (Status.PASSED,)),
    (gettext_lazy("Done"), (Status.EARLY, Status.ON_TIME, Status.LATE, Status.DELIVERED)),
)


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """The calendar on a day."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("Your roles do not see the calendar."))
    day = day_asked(request)
    view = calendar(day, request.actor)
    parts = [
        (
            title,
            [
                (one.moment, STATUSES[one.status], BASES[one.moment.basis])
                for one in view.moments
                if one.status in statuses
            ],
        )
        for title, statuses in PARTS
    ]
    context = {"here": Group.CYCLE, "special": "calendar", "view": view, "day": day, "parts": parts}
    return render(request, "desk/calendar.html", context)


@require_POST
def begin(request: DeskRequest, key: str) -> HttpResponse:
    """Make the moments and tasks of the cycle of one programme."""
    register = find_register("documenten", request.actor)
    record = find_record(register, key, request.actor)
    if Role.ADVISER not in request.actor.roles or not isinstance(record, Document):
        return not_allowed(request, _("Policy advisers set up a cycle."))
    try:
        with transaction.atomic():
            asked = Asked(by=request.actor, why=_("cycle of %(what)s set up") % {"what": record}, typed=False)
            made = begin_cycle(record, today(), asked)
    except BakenError as error:
        return not_allowed(request, str(error))
    messages.success(
        request,
        ngettext("%(count)d moment or task was made.", "%(count)d moments and tasks were made.", made)
        % {"count": made},
    )
    return redirect("record", "documenten", key)
