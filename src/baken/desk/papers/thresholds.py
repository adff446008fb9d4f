# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page on which an analyst sees which indicators passed their threshold, and makes the reviews."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from baken.accounts.changes import Asked
from baken.cycle.models import Review, SteeringIndicator
from baken.cycle.papers.pictures import held_picture
from baken.cycle.rules.thresholds import look, review_breaches
from baken.desk.access import DeskRequest
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.model.governance import Role

ROLES = frozenset({Role.ANALYST, Role.ADVISER})
SPECIAL.append(Special(name="thresholds", group=Group.REPORTS, title=gettext_lazy("Thresholds"), roles=ROLES))


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: DeskRequest) -> HttpResponse:
    """Each indicator beside its threshold; asked to, make a review of each that passed it."""
    if not request.actor.roles & ROLES:
        return not_allowed(request, _("Your roles do not look at thresholds."))
    held = held_picture()
    if request.method == "POST" and held.picture is not None:
        with transaction.atomic():
            made = review_breaches(held.picture, Asked(by=request.actor, why=_("thresholds looked at")))
        said = ngettext("%(n)d review was made.", "%(n)d reviews were made.", len(made)) % {"n": len(made)}
        messages.success(request, said if made else _("No new review: none passed, or it was made before."))
        return redirect("thresholds")
    rows = look(held.picture) if held.picture else ()
    reviews = Review.objects.in_bulk([one.breach for one in rows if one.breach])
    without = SteeringIndicator.objects.filter(withdrawn=False, status="adopted", threshold=None)
    context = {
        "here": Group.REPORTS,
        "special": "thresholds",
        "held": held,
        "rows": [(one, reviews.get(one.breach)) for one in rows],
        "without": list(without),
        "day": held.picture.material.on if held.picture else None,
    }
    return render(request, "desk/papers/thresholds.html", context)


PAGES = [path("drempels/", show, name="thresholds")]
