# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The section about the indicators: their tables, what the figures say, and what must be read with them."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Bullets, Paragraph, Voice
from baken.publications.book.records import used_rules
from baken.publications.office.texts import INVENTED
from baken.publications.word import words
from baken.publications.word.model import Block, Paper, Part
from baken.publications.word.sources import with_sources
from baken.publications.word.tables import indicator_tables, is_provisional

_OFTEN = 2


def indicator_parts(safety: SafetyPicture, title: Text, language: Language) -> Iterator[Part]:
    """The section with its tables, and below it what is said of each indicator."""
    yield Part(title.in_(language), tuple(_tables(safety, language)))
    lines = tuple(one.sentence.in_(language) for one in safety.records if one.sentence is not None)
    if lines:
        yield Part(words.SAID.in_(language), (Bullets(lines),), level=2)
    guidance = safety.material.catalogue.guidance
    rules = [one for one in used_rules(safety.records, _OFTEN) if one in guidance]
    if rules:
        read = tuple(guidance[one].text.in_(language) for one in rules)
        yield Part(words.READ_WITH.in_(language), (Bullets(read),), level=2)


def _tables(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    yield Paragraph(words.READ_SIGNS.in_(language), Voice.NOTE)
    for table in indicator_tables(safety, language):
        yield table
        if is_provisional(table, language):
            yield Paragraph(words.PROVISIONAL.in_(language), Voice.NOTE)


def indicator_paper(safety: SafetyPicture, language: Language) -> Paper:
    """The tables of indicators as a paper of their own."""
    name = safety.material.municipality.name
    head = (Paragraph(INVENTED.in_(language), Voice.NOTE),) if safety.material.municipality.invented else ()
    paper = Paper(
        language=language,
        title=words.TABLE_TITLE.in_(language).format(name=name),
        author=name,
        day=safety.material.on,
        head=head,
        parts=tuple(indicator_parts(safety, words.TABLES, language)),
    )
    return with_sources(safety, paper, words.SOURCES)
