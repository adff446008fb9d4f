# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition for residents: one source for the page and for the printed one. Nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from baken.model.edition import EditionStatus
from baken.model.number import format_number
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Block, Book, Bullets, Facts, Paragraph, Section, texts_of
from baken.publications.book.words import day_in
from baken.publications.residents import chapters, closing, words
from baken.publications.residents.chapters import Edition
from baken.publications.residents.doing import does
from baken.publications.residents.reading_level import MEASURES, ReadingLevel, reading_level
from baken.publications.residents.where_to_go import where_to_go


def residents_book(safety: SafetyPicture, language: Language) -> Book:
    """The edition for residents in one language, as chapters of blocks."""
    edition, material = Edition(safety, language), safety.material
    told = (
        chapters.about(edition),
        chapters.standing_out(edition),
        chapters.themes(edition),
        chapters.asked(edition),
        closing.unknown(edition),
        does(edition),
        where_to_go(edition),
        closing.counting(edition),
    )
    found = closing.terms(edition, " ".join(all_words(told)))
    body = (*told, found) if found else told
    level = reading_level(running_texts(body), language)
    return Book(
        language=language,
        title=edition.said(words.TITLE, name=material.municipality.name),
        subtitle=edition.said(words.SUBTITLE),
        author=material.municipality.name,
        day=material.on,
        stamp=_stamp(edition),
        chapters=(*body, Section(edition.said(words.COLOPHON), closing.level_blocks(edition, _gaps(level)))),
    )


def _stamp(edition: Edition) -> tuple[str, ...]:
    material = edition.safety.material
    lines = [edition.said(words.DAY, day=day_in(material.on, edition.language))]
    if material.status is not EditionStatus.FINAL:
        lines.append(edition.said(words.WORKING))
    if material.municipality.invented:
        lines.append(edition.said(words.INVENTED))
    return tuple(lines)


def _gaps(level: ReadingLevel) -> dict[str, str]:
    language = level.language
    return {
        "measure": MEASURES.in_(language),
        "score": format_number(level.score, 0, language),
        "meaning": level.meaning,
        "length": format_number(level.words_per_sentence, 1, language),
        "lix": format_number(level.lix, 0, language),
    }


def all_words(sections: Iterable[Section]) -> Iterator[str]:
    """Everything that is said, headings included."""
    return chain.from_iterable(map(texts_of, sections))


def running_texts(sections: Iterable[Section]) -> Iterator[str]:
    """What is read as sentences: paragraphs, lines of lists and what is said of a word; no headings."""
    for one in sections:
        for block in one.all_blocks():
            yield from _running(block)


def _running(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.lines
        case Facts():
            yield from (said for _, said in block.pairs)
