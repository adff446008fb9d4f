# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheets that explain: definitions, what must be read with figures, sources, terms, abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from baken.model.indicator import Indicator
from baken.model.observation import Observation
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.appendices import abbreviations
from baken.publications.book.model import Facts
from baken.publications.workbook import words
from baken.publications.workbook.model import Column, Number, TableSheet, Value

_DEFINED = Text(
    "Een indicator houdt zijn naam als zijn definitie verandert, en krijgt dan een nieuwe versie.",
    "An indicator keeps its name when its definition changes, and then gets a new version.",
)
_READ = Text(
    "Wat u bij de cijfers van elke indicator moet weten.",
    "What you should know with the figures of each indicator.",
)
_FROM = Text(
    "Elk cijfer komt uit een gedateerde opname van een bron.",
    "Every figure comes from a dated snapshot of a source.",
)
_MEANING = Text("Begrippen en afkortingen in dit bestand.", "Terms and abbreviations in this file.")
_ID, _NAME = Text("Id", "Id"), Text("Naam", "Name")
_DEFINITION_HEADERS = (
    (_ID, 22),
    (Text("Versie", "Version"), 9),
    (Text("Geldig van", "Valid from"), 12),
    (Text("Geldig tot en met", "Valid up to"), 12),
    (_NAME, 26),
    (Text("Zoals de uitgever het noemt", "As the publisher calls it"), 36),
    (Text("Wat is geteld", "What is counted"), 60),
    (Text("Eenheid", "Unit"), 20),
    (Text("Decimalen", "Decimals"), 11),
    (Text("Codes", "Codes"), 24),
    (Text("Telsysteem", "Counting system"), 22),
    (Text("Richting", "Direction"), 18),
    (Text("Nieuwe cijfers", "New figures"), 14),
    (Text("Uitgever", "Publisher"), 20),
    (Text("Oorsprong", "Origin"), 20),
)
_NOTE_HEADERS = ((_ID, 24), (words.INDICATOR, 34), (Text("Regel", "Rule"), 22), (words.CAVEATS, 110))
_SOURCE_HEADERS = (
    (Text("Opname", "Snapshot"), 44),
    (Text("Titel", "Title"), 40),
    (Text("Uitgever", "Publisher"), 22),
    (Text("Licentie", "Licence"), 22),
    (Text("Opgehaald op", "Taken on"), 16),
    (Text("Verzonnen", "Invented"), 13),
    (Text("Toelichting", "Note"), 60),
    (Text("Controlegetal (SHA-256)", "Checksum (SHA-256)"), 38),
)
_SHORT_HEADERS = (
    (Text("Woord", "Word"), 24),
    (Text("Soort", "Kind"), 16),
    (Text("Betekenis", "Meaning"), 100),
)
_SHORTEST_WRAPPED = 20


def definitions(safety: SafetyPicture, language: Language) -> TableSheet:
    """Each version of each indicator."""
    catalogue = safety.material.catalogue
    rows = (
        _defined(safety, one, language)
        for name in safety.material.indicators
        for one in catalogue.indicators[name]
    )
    return _sheet(words.DEFINITIONS, _DEFINED, _DEFINITION_HEADERS, rows, language)


def _defined(safety: SafetyPicture, one: Indicator, language: Language) -> Sequence[Value]:
    catalogue = safety.material.catalogue
    system = catalogue.systems.get(one.system)
    return (
        one.id,
        Number(one.version),
        one.validity.start,
        one.validity.end,
        one.name.in_(language),
        one.label.in_(language),
        one.definition.in_(language),
        catalogue.unit_of(one).label.in_(language),
        Number(one.decimals),
        "; ".join(one.numerator),
        system.name.in_(language) if system else one.system,
        words.DIRECTIONS[one.direction].in_(language),
        words.FREQUENCIES[one.frequency].in_(language),
        one.source.publisher,
        one.source.origin,
    )


def caveats(safety: SafetyPicture, language: Language) -> TableSheet:
    """What must be read with the figures of each indicator, and with those of all small areas."""
    return _sheet(words.CAVEATS, _READ, _NOTE_HEADERS, _noted(safety, language), language)


def _noted(safety: SafetyPicture, language: Language) -> Iterator[Sequence[Value]]:
    guidance = safety.material.catalogue.guidance.get("protected")
    if guidance is not None and any(one.spread_limit for one in _local(safety)):
        yield "", words.PROTECTED.in_(language), guidance.id, guidance.text.in_(language)
    for record in safety.records:
        for caveat in record.caveats:
            name = record.indicator.name.in_(language)
            yield record.indicator.id, name, caveat.rule, caveat.text.in_(language)


def _local(safety: SafetyPicture) -> Iterator[Observation]:
    for area in safety.local_areas:
        for name in safety.material.indicators:
            yield from (one.observation for one in safety.figures(name, area.code))


def sources(safety: SafetyPicture, language: Language) -> TableSheet:
    """The snapshots that the figures come from, with their licences."""
    rows = (
        (
            one.id,
            one.title.in_(language),
            one.publisher,
            one.licence,
            one.taken,
            (words.YES if one.invented else words.NO).in_(language),
            one.note.in_(language) if one.note else "",
            one.sha256,
        )
        for one in safety.material.snapshots
    )
    return _sheet(words.SOURCES, _FROM, _SOURCE_HEADERS, rows, language)


def short_words(safety: SafetyPicture, texts: Sequence[str], language: Language) -> TableSheet:
    """The terms and abbreviations that the other sheets use."""
    rows = (
        (word, section.title, meaning)
        for section in abbreviations(safety, texts, language)
        for block in section.blocks
        if isinstance(block, Facts)
        for word, meaning in block.pairs
    )
    return _sheet(words.SHORT, _MEANING, _SHORT_HEADERS, rows, language)


def _sheet(
    title: Text,
    note: Text,
    headers: Sequence[tuple[Text, int]],
    rows: Iterable[Sequence[Value]],
    language: Language,
) -> TableSheet:
    return TableSheet(
        title=title.in_(language),
        name=title.in_(language),
        note=note.in_(language),
        columns=tuple(
            Column(heading.in_(language), width, wrapped=width >= _SHORTEST_WRAPPED)
            for heading, width in headers
        ),
        rows=tuple(tuple(row) for row in rows),
    )
