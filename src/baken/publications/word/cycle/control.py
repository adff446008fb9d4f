# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The section of the budget programme on safety at one moment of the planning and control cycle."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.text import Language, Text
from baken.publications.book.model import Bullets, Paragraph, Voice
from baken.publications.book.words import NO_DATA, day_in
from baken.publications.report_model import Cell
from baken.publications.word.cycle import words
from baken.publications.word.cycle.model import ControlMoment, ControlSection, IndicatorRow
from baken.publications.word.cycle.money import budget_blocks
from baken.publications.word.cycle.said import (
    Opening,
    cells,
    closing,
    figures,
    missing,
    or_open,
    paper_of,
    section,
    table,
)
from baken.publications.word.model import Block, Paper, Part

_MOMENTS = {
    ControlMoment.FRAMEWORK: Text("Kadernota", "Framework memorandum (kadernota)"),
    ControlMoment.BUDGET: Text("Programmabegroting", "Programme budget"),
    ControlMoment.INTERIM: Text("Bestuursrapportage", "Interim report"),
    ControlMoment.ACCOUNTS: Text("Jaarstukken", "Annual accounts"),
}
_MOMENT, _SNAPSHOT = Text("Moment", "Moment"), Text("Cijfers bevroren op", "Figures frozen on")
_INDICATORS = Text("Verplichte beleidsindicatoren", "Mandatory policy indicators")
_BASIS = Text("Grondslag van de indicatoren", "Basis of the indicators")
_REFERENCE = Text("Ter vergelijking", "To compare with")
_HEADERS = (
    words.INDICATOR,
    Text("Eenheid", "Unit"),
    words.OVER,
)
_FROZEN = Text(
    "De cijfers zijn die van {day} en veranderen niet meer. Waar een cijfer ontbreekt, is het niet nul.",
    "The figures are those of {day} and change no more. Where a figure is missing it is not zero.",
)
_NO_INDICATORS = Text("Er zijn geen indicatoren opgegeven.", "No indicators are given.")


def control_paper(held: ControlSection, language: Language) -> Paper:
    """The section as a paper."""
    moment = f"{_MOMENTS[held.moment].in_(language)} {held.year}"
    facts = (
        (words.BUDGET_PROGRAMME, or_open(held.budget_programme, language)),
        (_MOMENT, moment),
        (_BASIS, or_open(held.basis, language)),
        (_SNAPSHOT, day_in(held.snapshot, language)),
    )
    title = f"{or_open(held.budget_programme, language)}: {moment}"
    return paper_of(held.imprint, Opening(title, facts), _parts(held, language), language)


def _parts(held: ControlSection, language: Language) -> Iterator[Part]:
    yield section(_INDICATORS, _indicators(held, language), language)
    yield figures(held.sentences, language)
    yield section(words.FINANCE, budget_blocks(held.budget, language), language)
    yield from closing(held.written, held.unknown, language)


def _indicators(held: ControlSection, language: Language) -> Iterator[Block]:
    if not held.indicators:
        yield missing(_NO_INDICATORS, language)
        return
    day = day_in(held.snapshot, language)
    yield Paragraph(_FROZEN.in_(language).format(day=day), Voice.NOTE)
    rows = (_row(one, language) for one in held.indicators)
    own, other = held.imprint.municipality, held.reference_name
    headers = (*_HEADERS, Text(own, own), Text(other, other) if other else _REFERENCE)
    yield table(_INDICATORS.in_(language), headers, rows, language)
    yield Bullets(tuple(_behind(one, language) for one in held.indicators))


def _row(one: IndicatorRow, language: Language) -> tuple[Cell, ...]:
    none = NO_DATA.in_(language)
    unit, period = (or_open(each, language) for each in (one.unit, one.period))
    return cells(one.name, unit, period, one.value or none, one.reference or none)


def _behind(one: IndicatorRow, language: Language) -> str:
    source = words.SOURCE.in_(language).format(source=or_open(one.source, language))
    return f"{one.name}. {source}" + (f" ({one.note})" if one.note.strip() else "")
