# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What belongs to a document: its programme, themes, actions, deviations and money, as plain nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from baken.cycle.models import ActionRecord, Decision, Document, Theme
from baken.cycle.models import BudgetLine as BudgetRecord
from baken.cycle.models.actions import NOT_TOLD
from baken.cycle.papers.imprint import LANGUAGE
from baken.cycle.plain import plain_action
from baken.model.action import Action, ActionStatus, MoneyKind
from baken.model.cycle_papers import BudgetLine, Deviation, Named
from baken.model.governance import ProductKind, Relation
from baken.model.text import Text
from baken.publications.book.words import day_in

_KIND_NOT_TOLD = Text(
    "{title}: het document noemt geen soort geld en geen bedrag.",
    "{title}: the document tells neither the kind of money nor the amount.",
)


def programme_of(plan: Document) -> Document | None:
    """The programme that a plan carries out; a programme is its own."""
    if plan.kind == ProductKind.PROGRAMME:
        return plan
    links = plan.leads_to.filter(withdrawn=False, relation=Relation.IMPLEMENTS, target__withdrawn=False)
    found = links.select_related("target").order_by("-target__start").first()
    return found.target if found else None


def actions_of(plan: Document) -> tuple[Action, ...]:
    """The actions of a plan, or of all plans that carry out a programme."""
    rows = ActionRecord.objects.filter(withdrawn=False, plan__in=plans_of(plan))
    rows = rows.select_related("theme", "goal", "lead").prefetch_related("co_owners")
    return tuple(plain_action(one) for one in rows)


def counted_actions_of(plan: Document) -> tuple[Action, ...]:
    """The same actions with what is counted of them alone: theme, state, effect and how that is followed."""
    rows = ActionRecord.objects.filter(withdrawn=False, plan__in=plans_of(plan)).order_by()
    told = rows.values_list("pk", "title", "theme__code", "status", "effect", "indicator", "monitoring")
    return tuple(
        Action(
            id=key,
            title=title,
            theme=theme or "",
            status=ActionStatus(status),
            effect=effect,
            indicator=indicator,
            monitoring=monitoring,
        )
        for key, title, theme, status, effect, indicator, monitoring in told
    )


def plans_of(document: Document) -> list[Document]:
    """A plan itself, or the plans that carry out a programme."""
    if document.kind != ProductKind.PROGRAMME:
        return [document]
    links = document.follows_from.filter(withdrawn=False, relation=Relation.IMPLEMENTS)
    return [one.source for one in links.select_related("source") if not one.source.withdrawn]


def themes_of(plan: Document) -> tuple[Theme, ...]:
    """The themes that the goals of its programme and its actions name, in the order of the register."""
    programme = programme_of(plan)
    named = set(
        ActionRecord.objects.filter(withdrawn=False, plan__in=plans_of(plan)).values_list("theme", flat=True)
    )
    if programme is not None:
        named |= set(programme.goals.filter(withdrawn=False).values_list("theme", flat=True))
    return tuple(Theme.objects.filter(pk__in=named - {None}).order_by("-kind", "name"))


def named_themes(themes: Iterable[Theme]) -> tuple[Named, ...]:
    """Themes by the id that actions name them by."""
    return tuple(Named(one.code, one.name) for one in themes)


def deviations_of(plan: Document, start: date, end: date) -> tuple[Deviation, ...]:
    """The deviations of a plan that held on any day of a period."""
    rows = plan.deviations.filter(withdrawn=False, start__lte=end, end__gte=start).select_related("decision")
    return tuple(
        Deviation(
            title=one.title,
            reason=one.reason,
            start=one.start,
            end=one.end,
            decision=decision_line(one.decision),
        )
        for one in rows
    )


def decision_line(decision: Decision) -> str:
    """A decision in one line: what, by whom and when."""
    day = f", {day_in(decision.taken, LANGUAGE)}" if decision.taken else ""
    return f"{decision.title} ({decision.get_body_display()}{day})"


def budget_of(document: Document) -> tuple[tuple[BudgetLine, ...], tuple[str, ...]]:
    """The money of a document, and what its lines do not tell."""
    return budget_lines(document.money.filter(withdrawn=False).select_related("decision"))


def budget_lines(rows: Iterable[BudgetRecord]) -> tuple[tuple[BudgetLine, ...], tuple[str, ...]]:
    """Lines of money as plain nouns, and a line of text for each of which no kind is told."""
    held = list(rows)
    told = [one for one in held if one.kind != NOT_TOLD]
    return tuple(_budget(told)), tuple(
        _KIND_NOT_TOLD.in_(LANGUAGE).format(title=one.title) for one in held if one.kind == NOT_TOLD
    )


def _budget(rows: Iterable[BudgetRecord]) -> Iterator[BudgetLine]:
    for one in rows:
        yield BudgetLine(
            label=one.title,
            kind=MoneyKind(one.kind),
            amount=one.amount,
            # A line that is not marked as new may be so all the same: nobody said that it is not.
            new_money=one.amount if one.new else None,
            year=one.year,
            budget_programme=one.programme,
            decision=decision_line(one.decision) if one.decision else "",
        )
