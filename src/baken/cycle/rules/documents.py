# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""When a document is ready for a step: who adopts it, what must come first, and which decision shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.council.competence import Product, Verdict, may_decide, whose
from baken.cycle.plain import plain_action
from baken.cycle.rules.reports import check_completion
from baken.cycle.rules.reviews import check_short_way
from baken.cycle.rules.targets import check_targets
from baken.model.action import LACKS, lacks_for_plan
from baken.model.errors import UsageError
from baken.model.governance import Body, ProductKind, Relation

if TYPE_CHECKING:
    from baken.cycle.models import Decision, Document

MONTHS_FRESH = 12


FURTHER: list[Callable[[Document, str], None]] = []
"""What other rooms ask before a step; each adds its own when it is set up."""


def check_document_step(document: Document, step: str) -> None:
    """Refuse a step that a document is not ready for.

    Raises:
        UsageError: what is in the way, with the rule that says so.

    """
    for check in FURTHER:
        check(document, step)
    match step:
        case "submit":
            _check_plan(document)
            check_targets(document)
        case "adopt":
            check_adoption(document)
        case "adjust":
            check_adoption(document, since=_last_evaluated(document))
        case "consult":
            check_short_way(document)
        case "complete":
            from baken.cycle.models.documents import FROZEN_KINDS  # noqa: PLC0415 - the models know the rules

            if not check_completion(document) and document.kind not in FROZEN_KINDS:
                what = document.get_kind_display()
                raise UsageError(_("'%(what)s' is adopted, not completed.") % {"what": what})
        case "evaluate":
            if _last_evaluated(document) is None:
                raise UsageError(_("No evaluation of this document is closed."), do=_("Close one first."))


def check_adoption(document: Document, since: date | None = None) -> None:
    """Refuse to call a document adopted without a decision of the body that its kind belongs to.

    Raises:
        UsageError: there is no such decision, it is older than ``since``, or something must come first.

    """
    language = get_language() or "nl"
    decisions = [one for one in adopting(document) if one.taken and (since is None or one.taken >= since)]
    if not decisions:
        raise UsageError(
            _("No decision with a date is recorded that adopts this. %(whose)s")
            % {"whose": whose(ProductKind(document.kind)).in_(language)},
            do=_("Record the decision first."),
        )
    verdict = verdict_on(document, decisions[-1])
    if not verdict.allowed:
        raise UsageError(verdict.why.in_(language))


def verdict_on(document: Document, decision: Decision) -> Verdict:
    """Whether a body may act on a document by a decision, with what the law and the cycle ask first."""
    held = [product_of(one) for one in linked(document)]
    on = decision.taken or date.max
    return may_decide(product_of(document), Body(decision.body), on, held)


def adopting(document: Document) -> list[Decision]:
    """The decisions that adopt a document, the oldest first."""
    rows = document.decisions.filter(withdrawn=False, outcome__in=["adopted", "amended"])
    return list(rows.order_by("taken"))


def product_of(document: Document, adopted: list[Decision] | None = None) -> Product:
    """A document as the rules on competence know it, with the day on which its body acted.

    ``adopted`` are the decisions that adopt it, where these were looked up before.
    """
    decisions = adopting(document) if adopted is None else adopted
    acted: tuple[Body | None, date | None] = (None, None)
    if decisions:
        acted = (Body(decisions[-1].body), decisions[-1].taken)
    elif (
        document.owner
        and document.dated
        and document.status in {"adopted", "completed", "submitted", "ended"}
    ):
        acted = (Body(document.owner), document.dated)
    return Product(
        id=document.pk,
        kind=ProductKind(document.kind),
        title=document.title,
        start=document.start,
        end=document.end,
        body=acted[0],
        acted=acted[1],
        basis=tuple(document.legal_basis),
    )


def linked(document: Document) -> Iterator[Document]:
    """What a document leans on: what it implements, is based on or decides on, and what proposes it."""
    for one in document.follows_from.filter(withdrawn=False).select_related("source"):
        if one.relation in {Relation.BASIS_FOR, Relation.PROPOSES}:
            yield one.source
    for one in document.leads_to.filter(withdrawn=False).select_related("target"):
        if one.relation in {
            Relation.IMPLEMENTS,
            Relation.DECIDES_ON,
            Relation.EVALUATES,
            Relation.REPORTS_ON,
        }:
            yield one.target


def stale_basis(
    document: Document, on: date, leans_on: Iterable[Document] | None = None
) -> tuple[Document, ...]:
    """The analyses that a document rests on and that were older than twelve months on a day.

    ``leans_on`` is what it leans on, where that was looked up before.
    """
    kinds = {ProductKind.SAFETY_ANALYSIS, ProductKind.SAFETY_PICTURE}
    return tuple(
        one
        for one in (linked(document) if leans_on is None else leans_on)
        if one.kind in kinds and (day := one.shared_on or one.dated) and _months(day, on) > MONTHS_FRESH
    )


def _months(first: date, last: date) -> int:
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole + (last.day > first.day)


def _check_plan(document: Document) -> None:
    """A plan goes to the executive when each action says what, who, when, how followed and for which goal."""
    if document.kind != ProductKind.IMPLEMENTATION_PLAN:
        return
    language = get_language() or "nl"
    wrong = []
    for one in document.actions.filter(withdrawn=False):
        missing = [LACKS[lack].in_(language) for lack in lacks_for_plan(plain_action(one))]
        if missing:
            wrong.append(f"'{one.title}': {', '.join(missing)}")
    if wrong:
        raise UsageError(
            _("Actions are not complete."), do=_("Fill in: %(what)s.") % {"what": "; ".join(wrong)}
        )


def _last_evaluated(document: Document) -> date | None:
    """The day up to which the last closed evaluation of a document looked."""
    closed = document.evaluations.filter(withdrawn=False, status="closed").order_by("end")
    found = closed.last()
    return (found.end or date.min) if found else None
