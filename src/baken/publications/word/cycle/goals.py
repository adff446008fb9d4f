# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Goals in the papers of the cycle: improve or hold, by which indicators, and which actions serve them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from baken.model.action import Action
from baken.model.cycle_papers import GoalLine, TargetLine
from baken.model.goal import GOAL_KINDS, GoalKind
from baken.model.stages import INDICATOR_STAGES, IndicatorStage
from baken.model.text import Language, Text
from baken.publications.book.model import Bullets, Facts, Paragraph, Voice
from baken.publications.report_model import Cell
from baken.publications.word.cycle import words
from baken.publications.word.cycle.said import bullets_or, cells, listed, missing, or_open, table
from baken.publications.word.model import Block

_HEADERS = (words.INDICATOR, words.NOW, words.TARGET, words.BY, words.SOURCE_NAME)
_IN_DRAFT = frozenset({IndicatorStage.PROPOSED, IndicatorStage.PILOTED})
_ZERO = re.compile(r"(?<![\d.,])0([.,]0+)?(?![\d.,]*\d)|\b(nul|zero)\b", re.IGNORECASE)
_SERVES = Text("Acties voor doelen van het programma", "Actions for the goals of the programme")
_SERVED_BY = Text("Acties die dit doel dienen", "Actions that serve this goal")
_MEASURED, _NONE = Text("Indicatoren", "Indicators"), Text("nog niet meetbaar", "not yet measurable")
_NO_ONE = Text("geen actie dient dit doel", "no action serves this goal")
_ORPHAN = Text("{title} (doel: {goal})", "{title} (goal: {goal})")
_NO_GOAL = Text("geen doel opgegeven", "no goal given")
_NO_ORPHANS = Text(
    "Elke actie dient een doel van het programma.", "Every action serves a goal of the programme."
)
NO_GOALS = Text("Er zijn geen doelen opgegeven.", "No goals are given.")
_INDICATORS = Text("Indicatoren van dit doel", "Indicators of this goal")
_KIND = Text("Soort doel", "Kind of goal")
_VISION = Text("Draagt bij aan {vision}", "Contributes to {vision}")


def kind_of(goal: GoalLine, language: Language) -> str:
    """Improve, or hold with the band within which it is held."""
    said = GOAL_KINDS[goal.kind].in_(language)
    if goal.kind is not GoalKind.HOLD and not goal.band:
        return said
    return f"{said}, {words.BAND.in_(language).format(band=or_open(goal.band, language))}"


def shown_targets(goal: GoalLine, *, draft: bool) -> tuple[TargetLine, ...]:
    """The indicators of a goal that a paper shows: until one is adopted, only a draft does."""
    return tuple(one for one in goal.targets if draft or one.state not in _IN_DRAFT)


def served_blocks(
    goals: tuple[GoalLine, ...], actions: tuple[Action, ...], language: Language, *, draft: bool
) -> Iterator[Block]:
    """Each goal with the actions that serve it; a goal without actions says so."""
    if not goals:
        yield missing(NO_GOALS, language)
        return
    rows = []
    for goal in goals:
        names = "; ".join(one.indicator for one in shown_targets(goal, draft=draft))
        titles = "; ".join(one.title for one in actions if one.goal == goal.id)
        measured, served = names or _NONE.in_(language), titles or _NO_ONE.in_(language)
        rows.append(cells(goal.text, kind_of(goal, language), measured, served))
    headers = (words.GOAL, _KIND, _MEASURED, _SERVED_BY)
    yield table(_SERVES.in_(language), headers, rows, language)


def orphan_block(goals: tuple[GoalLine, ...], actions: tuple[Action, ...], language: Language) -> Block:
    """The actions that serve no goal of the programme: they name none, or one that it does not have."""
    known = {one.id for one in goals}
    form, nothing = _ORPHAN.in_(language), _NO_GOAL.in_(language)
    lines = [
        form.format(title=one.title, goal=one.goal or nothing) for one in actions if one.goal not in known
    ]
    return bullets_or(lines, _NO_ORPHANS if actions else words.NO_ACTIONS, language)


def goal_blocks(
    goals: Iterable[GoalLine], vision: str, language: Language, *, draft: bool, themed: bool = False
) -> Iterator[Block]:
    """Each goal with its kind, its indicators and their targets; ``themed``: also its theme, if any."""
    for goal in goals:
        yield Paragraph(goal.text, Voice.LEAD)
        facts = [(_KIND.in_(language), kind_of(goal, language))]
        if themed and goal.theme:
            facts.append((words.THEME.in_(language), goal.theme))
        if goal.vision:
            name = _VISION.in_(language).format(vision=vision)
            facts.append((name, listed(goal.vision, language)))
        yield Facts(tuple(facts))
        shown = shown_targets(goal, draft=draft)
        if shown:
            yield table(
                _INDICATORS.in_(language), _HEADERS, (_target(one, language) for one in shown), language
            )
        else:
            yield missing(words.NOT_MEASURABLE, language)
        if any(_ZERO.search(one.target) for one in shown):
            yield missing(words.NOT_ZERO, language)


def _target(one: TargetLine, language: Language) -> tuple[Cell, ...]:
    name = one.indicator
    if one.state is not IndicatorStage.ADOPTED:
        name = f"{name} ({INDICATOR_STAGES[one.state].in_(language)})"
    return cells(name, *(or_open(each, language) for each in (one.now, one.target, one.by, one.source)))


def goals_of(goals: Iterable[GoalLine], theme: str) -> tuple[GoalLine, ...]:
    """The goals of one theme."""
    return tuple(one for one in goals if one.theme == theme)


def vision_block(goals: Iterable[GoalLine], otherwise: Text, language: Language) -> Block:
    """Each ambition of the vision of the town with the goals that contribute to it."""
    held = tuple(goals)
    ambitions = dict.fromkeys(each for one in held for each in one.vision)
    lines = [f"{one}: {'; '.join(each.text for each in held if one in each.vision)}" for one in ambitions]
    return Bullets(tuple(lines)) if lines else missing(otherwise, language)
