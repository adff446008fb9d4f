# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The register of legal bases: what each body may do, on which article, and whether anybody checked it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from baken.accounts.rights import EVERYBODY, Act, covered
from baken.catalogue.governance import load_governance
from baken.council.citations import resolve
from baken.council.ledger import law_of_products
from baken.cycle.models import Document
from baken.cycle.rules.documents import product_of
from baken.desk.access import DeskRequest
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.model.governance import Body

SPECIAL.append(
    Special(name="law", group=Group.DECISIONS, title=gettext_lazy("Who decides what"), roles=EVERYBODY)
)


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """The bodies with their competences, the articles, and the documents with their legal basis."""
    if not request.actor.roles & EVERYBODY:
        return not_allowed(request, _("Your roles do not see this."))
    governance = load_governance()
    rows = covered(Document.objects.filter(withdrawn=False), Document.rights.table(Act.READ), request.actor)
    products = law_of_products([product_of(one) for one in rows.prefetch_related("decisions")])
    asked = request.GET.get("artikel", "").strip()[:200]
    context = {
        "here": Group.DECISIONS,
        "special": "law",
        "bodies": [(governance.body(one), governance.law.held_by(one)) for one in Body],
        "kinds": [one for one in governance.products if one.bodies or one.parties],
        "governance": governance,
        "products": products,
        "asked": asked,
        "found": resolve(asked, governance.law) if asked else None,
    }
    return render(request, "desk/law.html", context)
