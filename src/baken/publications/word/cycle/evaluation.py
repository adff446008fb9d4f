# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The evaluation: questions, how each was answered, and what follows. With an open question it is a draft."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.cycle_papers import EvaluationQuestion, EvaluationReport
from baken.model.text import Language, Text
from baken.publications.book.model import Facts, Paragraph, Voice
from baken.publications.word.cycle import actions, words
from baken.publications.word.cycle.said import (
    Opening,
    closing,
    figures,
    missing,
    or_open,
    paper_of,
    paragraphs_or_open,
    section,
    span,
)
from baken.publications.word.model import Block, Paper, Part

_INTERIM = Text("Tussentijdse evaluatie {subject}", "Interim evaluation of {subject}")
_FINAL = Text("Eindevaluatie {subject}", "Final evaluation of {subject}")
_SUBJECT = Text("Wat is geëvalueerd", "What was evaluated")
_QUESTIONS = Text("Vragen en antwoorden", "Questions and answers")
_QUESTION = Text("Vraag {number}: {text}", "Question {number}: {text}")
_METHOD, _ANSWER = Text("Hoe onderzocht", "How it was studied"), Text("Antwoord", "Answer")
_OPEN = Text("deze vraag is nog open", "this question is still open")
_NO_QUESTIONS = Text("Er zijn geen vragen opgegeven.", "No questions are given.")
_OUTCOME = Text("Wat hieruit volgt", "What follows")
_FOLLOWS = Text("Uitkomst: {outcome}.", "Outcome: {outcome}.")
_NO_OUTCOME = Text("De uitkomst is nog niet bepaald.", "The outcome is not determined yet.")
_EXECUTION = Text("Stand van de uitvoering", "State of the execution")
_STILL_OPEN = Text(
    "{open} van de {total} vragen zijn nog open. De evaluatie kan niet worden afgerond.",
    "{open} of the {total} questions are still open. The evaluation cannot be closed.",
)


def evaluation_paper(report: EvaluationReport, language: Language) -> Paper:
    """The evaluation as a paper."""
    facts = (
        (_SUBJECT, or_open(report.subject, language)),
        (words.OVER, span(report.start, report.end, language)),
    )
    form = _INTERIM if report.interim else _FINAL
    title = form.in_(language).format(subject=report.subject).strip()
    opening = Opening(title, facts, _unfinished(report))
    return paper_of(report.imprint, opening, _parts(report, language), language)


def _unfinished(report: EvaluationReport) -> Text | None:
    """Why it is a draft whatever its imprint says; None if nothing is left to do."""
    if not report.unfinished:
        return None
    if not report.questions:
        return _NO_QUESTIONS
    count = sum(one.open for one in report.questions)
    if not count:
        return _NO_OUTCOME
    numbers = {"open": count, "total": len(report.questions)}
    return Text(_STILL_OPEN.nl.format(**numbers), _STILL_OPEN.en.format(**numbers))


def _parts(report: EvaluationReport, language: Language) -> Iterator[Part]:
    yield section(_OUTCOME, _outcome(report, language), language)
    nothing = () if report.questions else (missing(_NO_QUESTIONS, language),)
    yield section(_QUESTIONS, nothing, language)
    for number, one in enumerate(report.questions, start=1):
        title = _QUESTION.in_(language).format(number=number, text=one.text)
        yield Part(title, _answered(one, language), level=2)
    if report.actions:
        counts = actions.counts_table(report.themes, report.actions, language)
        impact = Paragraph(actions.impact(report.actions, language))
        yield section(_EXECUTION, (counts, impact), language)
    else:
        yield section(_EXECUTION, (missing(words.NO_ACTIONS, language),), language)
    yield figures(report.figures, language)
    yield from closing(report.written, report.unknown, language)


def _outcome(report: EvaluationReport, language: Language) -> Iterator[Block]:
    if report.outcome is None:
        yield missing(_NO_OUTCOME, language)
    else:
        outcome = words.OUTCOMES[report.outcome].in_(language)
        yield Paragraph(_FOLLOWS.in_(language).format(outcome=outcome), Voice.LEAD)
    yield from paragraphs_or_open(report.conclusion, language)


def _answered(one: EvaluationQuestion, language: Language) -> tuple[Block, ...]:
    pairs = (
        (_METHOD, or_open(one.method, language)),
        (_ANSWER, _OPEN.in_(language) if one.open else one.answer),
        (words.SOURCE_NAME, or_open(one.source, language)),
    )
    return (Facts(tuple((name.in_(language), said) for name, said in pairs)),)
