# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An implementation plan from the records: goals, actions, money and how the plan may be left for a time."""

from __future__ import annotations

from baken.cycle.models import Document, Goal, SteeringIndicator
from baken.cycle.papers import linked
from baken.cycle.papers.goals import gaps_of, goals_of
from baken.cycle.papers.imprint import LANGUAGE, imprint_of
from baken.cycle.papers.pictures import Held
from baken.cycle.papers.terms import term_of
from baken.model.cycle_papers import ImplementationPlan, Named
from baken.model.text import Text

_NO_PROGRAMME = Text(
    "Welk programma dit plan uitvoert, is niet vastgelegd.",
    "Which programme this plan carries out is not recorded.",
)


def implementation_plan(document: Document, held: Held) -> ImplementationPlan:
    """A plan as a paper is made from it.

    Raises:
        UsageError: its term is not filled in.

    """
    start, end = term_of(document)
    programme = linked.programme_of(document)
    goals = list(_goals(programme))
    budget, without_kind = linked.budget_of(document)
    actions = linked.actions_of(document)
    unknown = [*([] if programme else [_NO_PROGRAMME.in_(LANGUAGE)]), *gaps_of(goals), *without_kind]
    if held.why is not None:
        unknown.append(held.why.in_(LANGUAGE))
    return ImplementationPlan(
        imprint=imprint_of(document),
        start=start,
        end=end,
        programme=programme.title if programme else "",
        themes=linked.named_themes(linked.themes_of(document)),
        goals=goals_of(goals, held),
        actions=actions,
        indicators=_names({one.indicator for one in actions if one.indicator}),
        budget=budget,
        deviations=linked.deviations_of(document, start, end),
        unknown=tuple(unknown),
    )


def _goals(programme: Document | None) -> list[Goal]:
    if programme is None:
        return []
    rows = programme.goals.filter(withdrawn=False).select_related("theme", "ambition")
    return list(rows.prefetch_related("indicators"))


def _names(codes: set[str]) -> tuple[Named, ...]:
    rows = SteeringIndicator.objects.filter(code__in=codes)
    return tuple(Named(one.code, one.name) for one in rows)
