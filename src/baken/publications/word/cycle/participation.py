# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who was consulted and what it changed, and what became of each answer of the council."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.cycle_papers import Consulted, CouncilQuestion, FactionAnswer, Named
from baken.model.text import Language, Text
from baken.publications.book.model import Facts, Paragraph, Voice
from baken.publications.report_model import Cell
from baken.publications.word.cycle import words
from baken.publications.word.cycle.said import cells, listed, missing, name_of, or_open, table
from baken.publications.word.model import Block

_NOBODY = Text("Er is niet opgegeven wie is gesproken of gevraagd.", "It is not given who was consulted.")
_WHEN, _HOW = Text("Wanneer", "When"), Text("Hoe", "How")
_RESULT, _CHANGED = Text("Wat eruit kwam", "Result"), Text("Wat het veranderde", "What it changed")
_UNCHANGED = Text("niets, omdat: {because}", "nothing, because: {because}")
_FOR_THEMES = Text("Thema's", "Themes")
_WHOSE = Text("Van wie", "Of whom")
_INTERNAL, _EXTERNAL = Text("van de gemeente", "of the municipality"), Text("van buiten", "from outside")
_QUESTION = Text("Vraag {number} aan de raad: {text}", "Question {number} to the council: {text}")
_NO_QUESTIONS = Text("Er zijn geen vragen aan de raad opgegeven.", "No questions to the council are given.")
_NO_ANSWERS = Text("Op deze vraag zijn geen antwoorden opgegeven.", "No answers to this question are given.")
_FACTION, _ANSWER, _DONE = (
    Text("Fractie", "Faction"),
    Text("Antwoord", "Answer"),
    Text("Wat ermee is gedaan", "What was done with it"),
)
_USED = Text("gebruikt", "used")
_NOT_USED = Text("niet gebruikt, omdat: {because}", "not used, because: {because}")
_OPEN = Text("nog niet afgewogen", "not weighed yet")


def consulted_blocks(
    held: tuple[Consulted, ...], themes: tuple[Named, ...], language: Language
) -> Iterator[Block]:
    """Each party that was consulted: when, how, with what result, and what changed in the text."""
    if not held:
        yield missing(_NOBODY, language)
    for one in held:
        yield Paragraph(one.who, Voice.LEAD)
        pairs = (
            (_WHOSE, _whose(one, language)),
            (_WHEN, or_open(one.when, language)),
            (_HOW, or_open(one.how, language)),
            (_RESULT, or_open(one.result, language)),
            (_CHANGED, _change(one, language)),
            (_FOR_THEMES, listed((name_of(themes, each) for each in one.themes), language)),
        )
        yield Facts(tuple((name.in_(language), said) for name, said in pairs))


def _whose(one: Consulted, language: Language) -> str:
    if one.internal is None:
        return words.NOT_FILLED.in_(language)
    return (_INTERNAL if one.internal else _EXTERNAL).in_(language)


def _change(one: Consulted, language: Language) -> str:
    if one.changed.strip() and one.because.strip():
        return f"{one.changed} ({one.because})"
    if one.changed.strip() or not one.because.strip():
        return or_open(one.changed, language)
    return _UNCHANGED.in_(language).format(because=one.because)


def question_blocks(held: tuple[CouncilQuestion, ...], language: Language) -> Iterator[Block]:
    """Each question with the answers of the factions and what was done with them."""
    if not held:
        yield missing(_NO_QUESTIONS, language)
    headers = (_FACTION, _ANSWER, _DONE)
    for number, one in enumerate(held, start=1):
        title = _QUESTION.in_(language).format(number=number, text=one.text)
        if one.answers:
            yield table(title, headers, (_answer(each, language) for each in one.answers), language)
        else:
            yield Paragraph(title, Voice.LEAD)
            yield missing(_NO_ANSWERS, language)


def _answer(one: FactionAnswer, language: Language) -> tuple[Cell, ...]:
    return cells(one.faction, or_open(one.text, language), _done(one, language))


def _done(one: FactionAnswer, language: Language) -> str:
    if one.used is False:
        return _NOT_USED.in_(language).format(because=or_open(one.because, language))
    said = (_OPEN if one.used is None else _USED).in_(language)
    return f"{said}: {one.because}" if one.because.strip() else said
