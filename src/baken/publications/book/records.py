# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One indicator as a section of the book: sentence, chart, figures and what must be read with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baken.model.figure import Figure as PublishedFigure
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.book.model import Block, Bullets, Figure, Paragraph, Section, Voice
from baken.publications.book.words import NO_DATA, STATUS, age, sign
from baken.publications.drawing import line_chart, peer_chart
from baken.publications.figure_rows import figure_rows
from baken.publications.report_model import Cell, Drawing, Table

_PERIOD, _MARGIN = Text("Periode", "Period"), Text("Marge (95 %)", "Margin (95 %)")
_STATUS, _BEHIND = Text("Status", "Status"), Text("Aantallen erachter", "Numbers behind it")
_TO, _UNKNOWN = Text("tot", "to"), Text("niet bekend", "not known")
_AMONG, _ANSWERS = Text("op", "among"), Text("antwoorden", "respondents")
_BACK = Text("teruggerekend", "calculated back")
_OUTLIER = Text("uitschieter", "outlier")
_SOURCE = Text("Bron", "Source")
_GUIDED = Text("Lees hierbij ook in de leeswijzer", "Read with this in the reading guide")
_DEFINED = Text("Wat is geteld", "What is counted")


def record_section(
    safety: SafetyPicture, record: IndicatorPicture, guide: dict[str, int], language: Language
) -> Section:
    """The section of one indicator. ``guide`` numbers the rules that the reading guide explains."""
    return Section(
        record.indicator.name.in_(language),
        (*_said(record, language), *_drawn(safety, record, language), *_read_with(record, guide, language)),
    )


def _said(record: IndicatorPicture, language: Language) -> Iterator[Block]:
    marks = [sign(record.change, record.tone, language), age(record.freshness, language)]
    yield Paragraph("; ".join(one for one in marks if one), Voice.NOTE)
    for sentence in (record.sentence, record.trend_sentence):
        if sentence is not None:
            yield Paragraph(sentence.in_(language))


def _drawn(safety: SafetyPicture, record: IndicatorPicture, language: Language) -> Iterator[Block]:
    if not record.measured:
        return
    material = safety.material
    chart = line_chart(record, material.reference_name, material.catalogue.country.pandemic_years, language)
    table = figure_table(record, material.reference_name, language)
    unit = record.unit.label.in_(language)
    source = f"{_SOURCE.in_(language)}: {source_of(safety, record)}"
    yield Figure(Drawing(chart, unit, table), source)
    peers = peer_chart(safety, record, language)
    if peers is not None:
        group = material.municipality.peers.label.in_(language)
        yield Figure(Drawing(peers, f"{group}; {unit}"), source)


def source_of(safety: SafetyPicture, record: IndicatorPicture) -> str:
    """Who published the figures of a record, and in which snapshots they are held."""
    names = {name for one in record.figures for name in one.observation.snapshots}
    held = [one for one in safety.material.snapshots if one.id in names]
    publishers = dict.fromkeys(one.publisher for one in held)
    return f"{', '.join(publishers)} ({'; '.join(one.id for one in held)})"


def _read_with(record: IndicatorPicture, guide: dict[str, int], language: Language) -> Iterator[Block]:
    definition = record.indicator.definition.in_(language)
    own = [one.text.in_(language) for one in record.caveats if one.rule not in guide]
    yield Bullets((f"{_DEFINED.in_(language)}: {definition}", *own))
    numbers = sorted({guide[one.rule] for one in record.caveats if one.rule in guide})
    if numbers:
        yield Paragraph(f"{_GUIDED.in_(language)}: {', '.join(map(str, numbers))}.", Voice.NOTE)


def figure_table(record: IndicatorPicture, reference_name: Text, language: Language) -> Table:
    """All figures of a record, the newest first, with margin, status and the numbers behind each."""
    with_reference = bool(record.reference)
    headers = [_PERIOD, Text(record.area.name, record.area.name), _MARGIN, _STATUS]
    headers += [reference_name] if with_reference else []
    rows = [
        (
            Cell(str(one.figure.observation.period)),
            _value(one.figure, record, language),
            Cell(_margin(one.figure, language)),
            Cell(_status(one.figure, language)),
            *([_value(one.reference, record, language)] if with_reference else []),
            Cell(_numbers(one.figure, language)),
        )
        for one in figure_rows(record)
    ]
    return Table(
        caption=f"{record.indicator.name.in_(language)}: {record.unit.label.in_(language)}",
        headers=(*(one.in_(language) for one in headers), _BEHIND.in_(language)),
        rows=tuple(rows),
        numeric=frozenset({1, 4} if with_reference else {1}),
    )


def _value(one: PublishedFigure | None, record: IndicatorPicture, language: Language) -> Cell:
    if one is None:
        return Cell(NO_DATA.in_(language), missing=True)
    if one.value is None:
        return Cell(STATUS.get(one.status, NO_DATA).in_(language), missing=True)
    return Cell(format_number(one.value, record.indicator.decimals, language), numeric=True)


def _margin(one: PublishedFigure, language: Language) -> str:
    if one.value is None:
        return ""
    if one.interval is None:
        return _UNKNOWN.in_(language)
    low, high = (format_number(limit, 1, language) for limit in (one.interval.lower, one.interval.upper))
    return f"{low} {_TO.in_(language)} {high}"


def _status(one: PublishedFigure, language: Language) -> str:
    words = STATUS.get(one.status, NO_DATA).in_(language)
    return f"{words}, {_OUTLIER.in_(language)}" if one.outlier else words


def _numbers(one: PublishedFigure, language: Language) -> str:
    seen = one.observation
    if one.implied:
        low, high = (format_number(limit, 0, language) for limit in one.implied)
        return f"{low} {_TO.in_(language)} {high} ({_BACK.in_(language)})"
    if seen.count is not None and one.shown:
        count = format_number(seen.count, 0, language)
        people = format_number(seen.denominator, 0, language) if seen.denominator else ""
        return f"{count} {_AMONG.in_(language)} {people}" if people else count
    if seen.respondents:
        return f"{format_number(seen.respondents, 0, language)} {_ANSWERS.in_(language)}"
    return "" if one.value is None else _UNKNOWN.in_(language)


def used_rules(records: Iterable[IndicatorPicture], least: int) -> list[str]:
    """The rules that go for at least so many records, the most used first: for the reading guide."""
    counts: dict[str, int] = {}
    for record in records:
        for name in dict.fromkeys(one.rule for one in record.caveats):
            counts[name] = counts.get(name, 0) + 1
    return sorted((name for name, count in counts.items() if count >= least), key=lambda name: -counts[name])
