# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tree of goals of a programme: what hangs together, what hangs loose, and what nobody can measure."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from baken.accounts.changes import may_add
from baken.accounts.rights import INSIDE, Act, covered
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.municipality import load_municipality
from baken.council.goal_links import contributions, uncovered_fields
from baken.council.goal_tree import GoalChain, GoalNode
from baken.cycle.models import Document, Goal, Theme
from baken.cycle.tree import tree_of
from baken.desk.access import DeskRequest
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.goal import course_of, decisions_on
from baken.desk.views.refused import not_allowed
from baken.model.goal import LINKS, LinkKind
from baken.model.governance import ProductKind, Role
from baken.model.policy import PolicyField

SEEN_BY = INSIDE | {Role.COUNCIL_MEMBER}
SPECIAL.append(Special(name="tree", group=Group.GOALS, title=gettext_lazy("Tree of goals"), roles=SEEN_BY))


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """The tree of the programme that was asked for, or of the newest that somebody may see."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("Your roles do not see the goals."))
    rows = Document.objects.filter(withdrawn=False, kind=ProductKind.PROGRAMME, start__isnull=False)
    programmes = list(covered(rows, Document.rights.table(Act.READ), request.actor).order_by("-start"))
    asked = request.GET.get("programma", "")
    chosen = next((one for one in programmes if asked in ("", one.pk)), None)
    if asked and chosen is None:
        raise Http404
    context: dict[str, Any] = {
        "here": Group.GOALS,
        "special": "tree",
        "programmes": programmes,
        "programme": chosen,
        "may_add": may_add(Goal, request.actor),
    }
    if chosen is not None:
        held = tree_of(chosen)
        goals = [one.goal for one in held.tree.goals]
        ambitions = [one.ambition for one in held.tree.ambitions]
        context |= {
            "tree": held.tree,
            "records": held.goals,
            "indicators": held.indicators,
            "chains": {one.id: held.tree.chain(one.id) for one in goals},
            "lacks": {one.goal.id: _lacks(one, held.tree.chain(one.goal.id)) for one in held.tree.goals},
            "courses": {name: found for name, one in held.goals.items() if (found := course_of(one))},
            "adopted_by": decisions_on(held.goals.values(), request.actor).get(chosen.pk, []),
            "is_set": any(one.is_set for one in list(held.goals.values())[:1]),
            "links": [(LINKS[kind], contributions(goals, ambitions, kind)) for kind in LinkKind],
            "uncovered": _uncovered(),
        }
    return render(request, "desk/tree.html", context)


def _lacks(node: GoalNode, chain: GoalChain) -> list[str]:
    """What nobody recorded of a goal, in the order of the page."""
    held = (
        (_("a way to follow it"), chain.monitors),
        (_("an action"), node.actions),
        (_("an adjustment"), chain.adjustments),
        (_("a report on it"), chain.reports),
    )
    return [words for words, found in held if not found]


def _uncovered() -> tuple[PolicyField, ...]:
    """The fields of the national standard that no theme covers."""
    catalogue = load_catalogue(load_municipality(settings.BAKEN_AREA).country)
    return uncovered_fields(catalogue.fields, Theme.objects.filter(withdrawn=False))
