# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The methods of work in the words of the documents, what they are for, and how far we are with each."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from baken.accounts.actor import Actor
from baken.accounts.changes import may_add
from baken.accounts.rights import INSIDE, Act, covered
from baken.catalogue.municipality import load_municipality
from baken.catalogue.working_methods import WorkingMethod, maturity_scale, working_methods
from baken.cycle.models import Goal
from baken.desk.access import DeskRequest
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.evidence.models import MethodAssessment
from baken.model.governance import Role

SEEN_BY = INSIDE | {Role.COUNCIL_MEMBER}
SPECIAL.append(
    Special(name="methods", group=Group.FIELD, title=gettext_lazy("Methods of work"), roles=SEEN_BY)
)


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """Each method, with its goals and judgements."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("Your roles do not see the methods of work."))
    country = load_municipality(settings.BAKEN_AREA).country
    scale = {one.level: one.words for one in maturity_scale(country)}
    context = {
        "here": Group.FIELD,
        "special": "methods",
        "methods": [_method(one, scale, request.actor) for one in working_methods(settings.BAKEN_AREA)],
        "scale": list(scale.items()),
        "may_add": may_add(MethodAssessment, request.actor),
    }
    return render(request, "desk/methods.html", context)


def _method(method: WorkingMethod, scale: dict[int, Any], actor: Actor) -> dict[str, Any]:
    judged = covered(
        MethodAssessment.objects.filter(withdrawn=False, method=method.id).order_by("dated"),
        MethodAssessment.rights.table(Act.READ),
        actor,
    )
    held = covered(
        Goal.objects.filter(withdrawn=False, pk__in=[f"werkwijze-{one.id}" for one in method.goals]),
        Goal.rights.table(Act.READ),
        actor,
    )
    goals = {one.pk: one for one in held.prefetch_related("indicators")}
    return {
        "method": method,
        "judged": [(one, scale.get(one.maturity)) for one in judged],
        "goals": [(one, goals.get(f"werkwijze-{one.id}")) for one in method.goals],
    }


PAGES = [path("werkwijzen/", show, name="methods")]
