# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The implementation plan: the goals of the programme with the actions that serve them, and their sheets."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.cycle_papers import ImplementationPlan
from baken.model.text import Language, Text
from baken.publications.book.model import Bullets, Paragraph, Voice
from baken.publications.word.cycle import actions, words
from baken.publications.word.cycle.deviations import deviation_blocks
from baken.publications.word.cycle.goals import orphan_block, served_blocks
from baken.publications.word.cycle.money import action_sums, budget_blocks
from baken.publications.word.cycle.said import (
    Opening,
    bullets_or,
    closing,
    missing,
    or_open,
    paper_of,
    paragraphs,
    paragraphs_or_open,
    section,
    span,
)
from baken.publications.word.cycle.sheets import sheet
from baken.publications.word.model import Block, Paper, Part

_TITLE = Text("Uitvoeringsplan Veiligheid {years}", "Implementation plan on safety {years}")
_FRAME = Text("Kaders en doelen van het programma", "Goals of the programme")
_ORPHANS = Text("Acties zonder doel van het programma", "Actions without a goal of the programme")
_MONEY = Text("Geld", "Money")
_COST = Text("Wat de acties kosten:", "What the actions cost:")
_MONITORING = Text("Monitoring", "Monitoring")
_DEVIATE = Text("Afwijken van dit plan", "Deviating from this plan")
_SHEETS = Text("Actiebladen", "Action sheets")
_WITHOUT = Text("Thema's zonder acties: {themes}.", "Themes without actions: {themes}.")


def implementation_plan_paper(plan: ImplementationPlan, language: Language) -> Paper:
    """The plan as a paper."""
    facts = (
        (words.PROGRAMME, or_open(plan.programme, language)),
        (words.OVER, span(plan.start, plan.end, language)),
    )
    first, last = plan.start.year, plan.end.year
    title = _TITLE.in_(language).format(years=str(first) if first == last else f"{first}-{last}")
    return paper_of(plan.imprint, Opening(title, facts), _parts(plan, language), language)


def _parts(plan: ImplementationPlan, language: Language) -> Iterator[Part]:
    held = plan.actions
    yield section(_FRAME, served_blocks(plan.goals, held, language, draft=plan.imprint.draft), language)
    yield section(_ORPHANS, (orphan_block(plan.goals, held, language),), language)
    yield section(_MONEY, _money(plan, language), language)
    yield section(_MONITORING, _monitoring(plan, language), language)
    yield section(_DEVIATE, _deviate(plan, language), language)
    grouped = actions.by_theme(plan.themes, held, language)
    without = "; ".join(name for name, own in grouped if not own)
    nothing = (Paragraph(_WITHOUT.in_(language).format(themes=without), Voice.MISSING),) if without else ()
    yield section(_SHEETS, nothing if held else (missing(words.NO_ACTIONS, language), *nothing), language)
    for _, own in grouped:
        for one in own:
            yield sheet(one, plan, language)
    yield from closing(plan.written, (*plan.unknown, *actions.not_filled(held, language)), language)


def _money(plan: ImplementationPlan, language: Language) -> Iterator[Block]:
    if plan.actions:
        yield Paragraph(_COST.in_(language))
        yield Bullets(action_sums(plan.actions, language))
    yield from budget_blocks(plan.budget, language)


def _monitoring(plan: ImplementationPlan, language: Language) -> Iterator[Block]:
    yield from paragraphs_or_open(plan.monitoring, language)
    yield Paragraph(actions.impact(plan.actions, language))
    lines = actions.unfollowed(plan.actions, language)
    yield bullets_or(lines, words.ALL_EVALUABLE if plan.actions else words.NO_ACTIONS, language)


def _deviate(plan: ImplementationPlan, language: Language) -> Iterator[Block]:
    yield from paragraphs(plan.rule)
    yield Paragraph(words.RULE.in_(language))
    yield from deviation_blocks(plan.deviations, plan.imprint.day, language)
