# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The progress report: how far the actions of a plan are, what came in between, and what the figures say."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.action import Action, ActionStatus, is_late
from baken.model.cycle_papers import ProgressReport
from baken.model.text import Language, Text
from baken.publications.book.model import Bullets, Paragraph
from baken.publications.book.words import day_in
from baken.publications.word.cycle import actions, words
from baken.publications.word.cycle.deviations import deviation_blocks
from baken.publications.word.cycle.said import (
    Opening,
    bullets_or,
    closing,
    figures,
    missing,
    or_open,
    paper_of,
    section,
    span,
)
from baken.publications.word.model import Block, Paper, Part

_TITLE = Text("Voortgangsrapportage {plan}", "Progress report on {plan}")
_SUMMARY = Text("Stand van de uitvoering", "State of the execution")
_ON = Text("Stand op", "State on")
_LATE = Text("Acties die te laat zijn", "Actions that are late")
_NONE_LATE = Text(
    "Geen actie met een bekende einddatum is te laat op {day}.",
    "No action with a known last day is late on {day}.",
)
_LATE_LINE = Text("{title} (trekker: {lead}; {when})", "{title} (lead: {lead}; {when})")
_NO_END = Text(
    "Geen einddatum bekend, dus niet te zeggen of zij te laat zijn: {titles}.",
    "No last day known, so whether they are late cannot be said: {titles}.",
)
_ACTIONS_OF = Text("Acties: {theme}", "Actions: {theme}")
_ENDED = frozenset({ActionStatus.DONE, ActionStatus.STOPPED})
_PER_THEME = Text("Acties per thema", "Actions by theme")
_NO_ACTIONS_HERE = Text("Dit thema heeft geen acties.", "This theme has no actions.")


def progress_report_paper(report: ProgressReport, language: Language) -> Paper:
    """The report as a paper."""
    plan = or_open(report.plan, language)
    facts = (
        (words.PROGRAMME, or_open(report.programme, language)),
        (words.PLAN, plan),
        (words.OVER, span(report.start, report.end, language)),
        (_ON, day_in(report.on, language)),
    )
    title = _TITLE.in_(language).format(plan=plan)
    return paper_of(report.imprint, Opening(title, facts), _parts(report, language), language)


def _parts(report: ProgressReport, language: Language) -> Iterator[Part]:
    held = report.actions
    yield section(_SUMMARY, _summary(report, language), language)
    yield section(_LATE, _late(report, language), language)
    deviations = deviation_blocks(report.deviations, report.on, language)
    yield section(words.DEVIATIONS, deviations, language)
    yield section(_PER_THEME, (), language)
    for name, own in actions.by_theme(report.themes, held, language):
        yield Part(name, tuple(_theme(name, own, language)), level=2)
    yield figures(report.figures, language)
    lines = (*actions.unfollowed(held, language), *report.not_evaluable)
    otherwise = words.ALL_EVALUABLE if held else words.NO_ACTIONS
    yield section(words.NOT_EVALUABLE, (bullets_or(lines, otherwise, language),), language)
    unknown = (*report.unknown, *actions.not_filled(held, language))
    yield from closing(report.written, unknown, language)


def _summary(report: ProgressReport, language: Language) -> Iterator[Block]:
    if report.actions:
        yield actions.counts_table(report.themes, report.actions, language)
    else:
        yield missing(words.NO_ACTIONS, language)
    yield Paragraph(actions.impact(report.actions, language))


def _late(report: ProgressReport, language: Language) -> Iterator[Block]:
    late = [one for one in report.actions if is_late(one, report.on)]
    if late:
        yield Bullets(tuple(actions.named_with(one, _LATE_LINE, language) for one in late))
    else:
        yield Paragraph(_NONE_LATE.in_(language).format(day=day_in(report.on, language)))
    endless = [one.title for one in report.actions if one.end is None and one.status not in _ENDED]
    if endless:
        yield Paragraph(_NO_END.in_(language).format(titles="; ".join(endless)))


def _theme(name: str, own: tuple[Action, ...], language: Language) -> Iterator[Block]:
    if own:
        yield actions.status_table(_ACTIONS_OF.in_(language).format(theme=name), own, language)
    else:
        yield missing(_NO_ACTIONS_HERE, language)
