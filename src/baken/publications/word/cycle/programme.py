# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The programme of several years, also as kadernota: ambition, themes, goals, powers, talks and money."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.cycle_papers import BasisDocument, CalendarLine, Named, PowerLine, ProgrammePaper
from baken.model.text import Language, Text
from baken.publications.report_model import Cell
from baken.publications.word.cycle import words
from baken.publications.word.cycle.goals import NO_GOALS, goal_blocks, goals_of, vision_block
from baken.publications.word.cycle.money import budget_blocks
from baken.publications.word.cycle.participation import consulted_blocks, question_blocks
from baken.publications.word.cycle.said import (
    Opening,
    cells,
    closing,
    day_or_open,
    missing,
    or_open,
    paper_of,
    paragraphs_or_open,
    section,
    span,
    table,
)
from baken.publications.word.cycle.themes import sdg_block, theme_gaps, theme_part
from baken.publications.word.model import Block, Paper, Part

_REPLACES, _ADOPTED = Text("Vervangt", "Replaces"), Text("Vastgesteld bij", "Adopted by")
_NOT_ADOPTED = Text("nog niet vastgesteld", "not adopted yet")
_AMBITION = Text("Ambitie", "Ambition")
_THEMES, _GOALS = Text("Thema's", "Themes"), Text("Doelen", "Goals")
_NO_THEMES = Text("Er zijn geen thema's opgegeven.", "No themes are given.")
_NO_GOALS = Text("Bij dit thema is geen doel opgegeven.", "No goal is given for this theme.")
_FOR_ALL = Text("Overige doelen", "Other goals")
_VISION = Text("Samenhang met {vision}", "Connection with {vision}")
_SOME_VISION = Text("de stadsvisie", "the vision of the town")
_NO_VISION = Text("Geen doel noemt een ambitie uit {vision}.", "No goal names an ambition of {vision}.")
_SDGS = Text("Global Goals (SDG's)", "Global Goals (SDGs)")
_POWERS = Text("Bevoegdheden", "Powers")
_POWER, _WHOSE, _ARTICLE = Text("Bevoegdheid", "Power"), Text("Van wie", "Whose"), Text("Artikel", "Article")
_UNCHECKED = Text("artikel nog niet gecontroleerd", "article not checked yet")
_NO_POWERS = Text("Er zijn geen bevoegdheden opgegeven.", "No powers are given.")
_TALKS = Text("Participatie", "Participation")
_QUESTIONS = Text("Wat de raad meegaf", "What the council said")
_CALENDAR = Text("Planning", "Calendar")
_BODY, _BETWEEN = Text("Wie", "Who"), Text("Betekent", "Means")
_NO_CALENDAR = Text("Er zijn geen momenten opgegeven.", "No moments are given.")
_BASIS = Text("Documenten waarop dit rust", "Documents that this rests on")
_DOCUMENT, _BY = Text("Document", "Document"), Text("Uitgebracht door", "Published by")
_HELD = Text("Aanwezig", "Held")
_YES, _NO = Text("ja", "yes"), Text("genoemd, niet aanwezig", "named, not held")
_NO_BASIS = Text("Er zijn geen documenten opgegeven.", "No documents are given.")


def programme_paper(programme: ProgrammePaper, language: Language) -> Paper:
    """The programme as a paper."""
    start, end = programme.start, programme.end
    facts = (
        (words.OVER, span(start, end, language)),
        (_REPLACES, or_open(programme.replaces, language)),
        (_ADOPTED, programme.adopted or _NOT_ADOPTED.in_(language)),
    )
    title = f"{words.KINDS[programme.kind].in_(language)} {start.year}-{end.year}"
    return paper_of(programme.imprint, Opening(title, facts), _parts(programme, language), language)


def _parts(one: ProgrammePaper, language: Language) -> Iterator[Part]:
    vision = one.vision or _SOME_VISION.in_(language)
    draft = one.imprint.draft
    yield section(_AMBITION, paragraphs_or_open(one.ambition, language), language)
    yield section(_THEMES, () if one.themes else (missing(_NO_THEMES, language),), language)
    for theme in one.themes:
        yield theme_part(theme, vision, language)
    yield from _goals(one, vision, language)
    named, without = (_with(text, vision) for text in (_VISION, _NO_VISION))
    yield section(named, (vision_block(one.goals, without, language),), language)
    yield section(_SDGS, (sdg_block(one.themes, one.goals, language, draft=draft),), language)
    yield section(_POWERS, (_powers(one.powers, language),), language)
    yield from _talks(one, language)
    yield section(_CALENDAR, (_calendar(one.calendar, language),), language)
    yield section(words.FINANCE, budget_blocks(one.budget, language), language)
    yield section(_BASIS, (_basis(one.basis, language),), language)
    yield from closing(one.written, (*one.unknown, *theme_gaps(one.themes, language)), language)


def _with(text: Text, vision: str) -> Text:
    return Text(text.nl.format(vision=vision), text.en.format(vision=vision))


def _goals(one: ProgrammePaper, vision: str, language: Language) -> Iterator[Part]:
    draft = one.imprint.draft
    yield section(_GOALS, () if one.goals else (missing(NO_GOALS, language),), language)
    for theme in one.themes:
        blocks = tuple(goal_blocks(goals_of(one.goals, theme.id), vision, language, draft=draft))
        yield Part(theme.name, blocks or (missing(_NO_GOALS, language),), level=2)
    known = {theme.id for theme in one.themes}
    loose = [goal for goal in one.goals if goal.theme not in known]
    if loose:
        blocks = tuple(goal_blocks(loose, vision, language, draft=draft, themed=True))
        yield section(_FOR_ALL, blocks, language, level=2)


def _powers(held: tuple[PowerLine, ...], language: Language) -> Block:
    if not held:
        return missing(_NO_POWERS, language)
    unchecked = _UNCHECKED.in_(language)
    rows = (
        cells(
            one.name,
            words.BODIES[one.body].in_(language),
            or_open(one.article, language) if one.checked else unchecked,
        )
        for one in held
    )
    return table(_POWERS.in_(language), (_POWER, _WHOSE, _ARTICLE), rows, language)


def _talks(one: ProgrammePaper, language: Language) -> Iterator[Part]:
    themes = tuple(Named(theme.id, theme.name) for theme in one.themes)
    yield section(_TALKS, consulted_blocks(one.consulted, themes, language), language)
    yield section(_QUESTIONS, question_blocks(one.questions, language), language, level=2)


def _calendar(held: tuple[CalendarLine, ...], language: Language) -> Block:
    if not held:
        return missing(_NO_CALENDAR, language)
    headers = (words.TITLE, _BODY, words.WHEN, _BETWEEN)
    rows = (_moment(one, language) for one in held)
    return table(_CALENDAR.in_(language), headers, rows, language)


def _moment(one: CalendarLine, language: Language) -> tuple[Cell, ...]:
    first, last = (day_or_open(day, language) for day in (one.first, one.last))
    between = first if first == last else words.PERIOD.in_(language).format(start=first, end=last)
    body = words.BODIES[one.body].in_(language) if one.body else words.NOT_FILLED.in_(language)
    return cells(one.what, body, or_open(one.when, language), between)


def _basis(held: tuple[BasisDocument, ...], language: Language) -> Block:
    if not held:
        return missing(_NO_BASIS, language)
    rows = (
        cells(
            f"{one.title} ({one.note})" if one.note.strip() else one.title,
            or_open(one.publisher, language),
            or_open(one.day, language),
            (_YES if one.held else _NO).in_(language),
        )
        for one in held
    )
    return table(_BASIS.in_(language), (_DOCUMENT, _BY, words.DAY, _HELD), rows, language)
