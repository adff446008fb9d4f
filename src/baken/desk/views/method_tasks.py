# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tasks (opgaven) of the safety picture, counted per cluster, and the directions that it names."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from baken.accounts.rights import INSIDE, Act, covered
from baken.catalogue.municipality import load_municipality
from baken.cycle.models import Goal
from baken.desk.access import DeskRequest
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.model.governance import Role

SEEN_BY = INSIDE | {Role.COUNCIL_MEMBER}
SPECIAL.append(
    Special(name="tasks", group=Group.GOALS, title=gettext_lazy("Tasks and directions"), roles=SEEN_BY)
)


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """How many tasks there are, by cluster, and the directions as goals."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("Your roles do not see the tasks and directions."))
    register = load_municipality(settings.BAKEN_AREA).register
    clusters = [(one, register.in_cluster(one.id)) for one in register.clusters]
    directions = covered(
        Goal.objects.filter(withdrawn=False, kind=Goal.Kind.DIRECTION),
        Goal.rights.table(Act.READ),
        request.actor,
    )
    context = {
        "here": Group.GOALS,
        "special": "tasks",
        "clusters": clusters,
        "count": sum(len(held) for _cluster, held in clusters),
        # In the order in which the document names them.
        "directions": sorted(
            directions.prefetch_related("indicators"), key=lambda one: (len(one.source), one.source)
        ),
    }
    return render(request, "desk/tasks.html", context)


PAGES = [path("opgaven/", show, name="tasks")]
