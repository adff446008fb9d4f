# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a document: its legal basis, who decides on it, what must come first, and warnings."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from baken.accounts.actor import Actor
from baken.catalogue.governance import load_governance
from baken.council.competence import whose
from baken.council.ledger import law_of_products
from baken.cycle.calendar.conflicts import Dependency, refusal
from baken.cycle.models import Document
from baken.cycle.rules.documents import adopting, linked, product_of, stale_basis
from baken.desk.day import today
from baken.desk.extra import show_beside
from baken.model.governance import ProductKind, Role
from baken.model.text import Text

_NOT_ANY = {"nvt", "geen", "none", "na", "notapplicable"}


def _extra(document: Document, actor: Actor) -> dict[str, Any]:
    kind = ProductKind(document.kind)
    decisions, leans_on = adopting(document), list(linked(document))
    product = law_of_products([product_of(document, decisions)])
    basis = [*product.linked, *product.without][0]
    on = (decisions[-1].taken if decisions else None) or today()
    return {
        "whose": whose(kind),
        "basis": basis,
        "decisions": decisions,
        "stale": stale_basis(document, on, leans_on),
        "waits": _waits(document, leans_on),
        "warnings": list(_warnings(document)),
        "may_begin": kind is ProductKind.PROGRAMME and Role.ADVISER in actor.roles and bool(document.start),
        "synonyms": load_governance().product(kind).synonyms,
    }


def _waits(document: Document, leans_on: list[Document]) -> list[Text]:
    """The documents that must be adopted before this one."""
    found = []
    for one in leans_on:
        if one.kind != ProductKind.PROGRAMME or document.kind != ProductKind.IMPLEMENTATION_PLAN:
            continue
        days = _days(one)
        taken = {one.pk: max(days)} if days else {}
        dependency = Dependency(
            first=one.pk,
            then=document.pk,
            first_title=Text(one.title, one.title),
            then_title=Text(document.title, document.title),
        )
        why = refusal(dependency, taken, today())
        if why is not None:
            found.append(why)
    return found


def _days(document: Document) -> list[date]:
    """The days on which a document was adopted."""
    return [one.taken for one in adopting(document) if one.taken]


def _warnings(document: Document) -> list[str]:
    found = []
    bare = "".join(one for one in document.alternatives.casefold() if one.isalpha())
    proposal = document.kind in {ProductKind.PROPOSAL, ProductKind.TAILORED_PROPOSAL}
    if proposal and not bare:
        found.append(_("The section on alternatives is empty. Write 'n.v.t.' if there are none."))
    if proposal and bare in _NOT_ANY and document.points.filter(withdrawn=False).count() > 1:
        found.append(_("The alternatives are 'n.v.t.', and yet there is something to choose."))
    if document.original_title and document.original_title != document.title:
        said = _("The source spells the title as '%(title)s'.") % {"title": document.original_title}
        found.append(said)
    if document.link == "#" or (document.held == "named" and not document.link):
        found.append(_("This document is named and not held: its link leads nowhere."))
    if (
        document.due_latest
        and document.status in {"preparation", "consultation", "submitted"}
        and document.due_latest < today()
    ):
        due = date_format(document.due_latest, "j F Y")
        found.append(_("This document is overdue: it was due by %(day)s.") % {"day": due})
    return found


show_beside(Document, "desk/extra/document.html", _extra)
