# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The last chapters: statements held against the figures, sources, series breaks, terms, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from baken.model.finding import StatementCheck, Verdict
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Facts, Paragraph, Section
from baken.publications.book.words import day_in
from baken.publications.report_model import Cell, Table

_SAID = Text("Uitspraken in documenten", "Statements in documents")
_HELD_AGAINST = Text(
    "Uitspraken uit stukken van de gemeente, naast de cijfers gelegd.",
    "Statements from documents of the municipality, held against the figures.",
)
_VERDICTS = {
    Verdict.HOLDS: Text("Klopt voor alle cijfers.", "True for all figures."),
    Verdict.NOT_FOR_ALL: Text("Klopt niet voor alle cijfers.", "Not true for all figures."),
    Verdict.CONTRADICTED: Text("De cijfers zeggen iets anders.", "The figures say otherwise."),
    Verdict.NOT_SUPPORTED: Text(
        "De cijfers dragen dit niet; er is een nieuwer cijfer nodig.",
        "Not supported by the figures held; a newer figure is needed.",
    ),
    Verdict.NOT_QUANTIFIED: Text(
        "Te vaag: zeg hoeveel, in welk jaar en bij welke groep.",
        "Too vague: say how many, which year and which group.",
    ),
}
_SOURCES = Text("Bronnen", "Sources")
_ORIGIN = Text(
    "Elk cijfer komt uit een gedateerde opname van een bron. De controlegetallen van de opnamen staan in "
    "manifest.json van de editie.",
    "Every figure comes from a dated snapshot of a source. The checksums of the snapshots are in "
    "manifest.json of the edition.",
)
_HEADERS = (
    Text("Bron", "Source"),
    Text("Uitgever", "Publisher"),
    Text("Licentie", "Licence"),
    Text("Opgehaald op", "Taken on"),
)
_BREAKS = Text("Breuken in de reeksen", "Series breaks")
_TERMS = Text("Begrippen", "Terms")
_SHORT = Text("Afkortingen", "Abbreviations")
_NOT_KNOWN = Text("betekenis niet bekend", "meaning not known")


def chapters(safety: SafetyPicture, language: Language) -> Iterator[Section]:
    """Statements, sources with their series breaks, and the terms of the field."""
    if safety.statements:
        pairs = tuple(_statement(one, language) for one in safety.statements)
        yield Section(_SAID.in_(language), (Paragraph(_HELD_AGAINST.in_(language)), Facts(pairs)))
    yield Section(
        _SOURCES.in_(language),
        (Paragraph(_ORIGIN.in_(language)), _snapshots(safety, language)),
        (Section(_BREAKS.in_(language), (Facts(tuple(_breaks(safety, language))),)),),
    )


def _statement(one: StatementCheck, language: Language) -> tuple[str, str]:
    return one.statement.quote, _VERDICTS[one.verdict].in_(language)


def _snapshots(safety: SafetyPicture, language: Language) -> Table:
    rows = tuple(
        (
            Cell(one.title.in_(language)),
            Cell(one.publisher),
            Cell(one.licence),
            Cell(day_in(one.taken, language)),
        )
        for one in safety.material.snapshots
    )
    headers = tuple(one.in_(language) for one in _HEADERS)
    return Table(_SOURCES.in_(language), headers, rows)


def _breaks(safety: SafetyPicture, language: Language) -> Iterator[tuple[str, str]]:
    used = {name for record in safety.records for name in (one.id for one in record.breaks)}
    for one in sorted(safety.material.catalogue.breaks, key=lambda each: each.date):
        if one.id in used:
            label = f"{day_in(one.date, language)}: {one.label.in_(language)}"
            yield label, f"{one.explanation.in_(language)} ({one.source})"


def abbreviations(safety: SafetyPicture, texts: Sequence[str], language: Language) -> tuple[Section, ...]:
    """The terms and abbreviations that the texts use, and no others; nothing where they use none."""
    words = set(re.findall(r"[\w&-]+", " ".join(texts)))
    catalogue = safety.material.catalogue
    pairs = tuple(
        (one.short, one.long or _NOT_KNOWN.in_(language))
        for one in sorted(catalogue.abbreviations, key=lambda each: each.short.casefold())
        if one.short in words
    )
    whole = " ".join(texts).casefold()
    terms = tuple(
        (one.term, one.explanation.in_(language))
        for one in sorted(catalogue.glossary, key=lambda each: each.term.casefold())
        if re.search(rf"\b{re.escape(one.term.casefold())}\b", whole)
    )
    found = ((_TERMS, terms), (_SHORT, pairs))
    return tuple(Section(title.in_(language), (Facts(held),)) for title, held in found if held)
