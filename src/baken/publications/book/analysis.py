# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The safety analysis of a municipality as a book, from its picture. Nothing is computed here."""

from __future__ import annotations

from baken.model.edition import EditionStatus
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.book import appendices, areas, opening, themes, words
from baken.publications.book.model import Book, Section
from baken.publications.book.records import used_rules

_OFTEN = 3
"""A rule that goes for so many indicators is explained once, in the reading guide."""


def analysis_book(safety: SafetyPicture, language: Language) -> Book:
    """The book of one edition in one language."""
    material = safety.material
    name = material.municipality.name
    rules = [one for one in used_rules(safety.records, _OFTEN) if one in material.catalogue.guidance]
    guide = {rule: number for number, rule in enumerate(rules, start=1)}
    body = (
        opening.summary(safety, language),
        opening.reading_guide(safety, rules, language),
        *themes.chapters(safety, guide, language),
        *areas.chapter(safety, language),
        *appendices.chapters(safety, language),
    )
    book = Book(
        language=language,
        title=f"{words.TITLE.in_(language)} {name}",
        subtitle=words.SUBTITLE.in_(language).format(name=name),
        author=name,
        day=material.on,
        stamp=_stamp(safety, language),
        chapters=body,
    )
    return _with_abbreviations(safety, book)


def _stamp(safety: SafetyPicture, language: Language) -> tuple[str, ...]:
    material = safety.material
    day = words.day_in(material.on, language)
    lines = [words.EDITION.in_(language).format(day=day)]
    if material.status is not EditionStatus.FINAL:
        lines.append(words.WORKING.in_(language))
    if material.municipality.invented:
        lines.append(words.INVENTED.in_(language))
    return tuple(lines)


def _with_abbreviations(safety: SafetyPicture, book: Book) -> Book:
    """The book with the list of the abbreviations that its text uses, and of no others."""
    found: tuple[Section, ...] = appendices.abbreviations(safety, tuple(book.texts()), book.language)
    return Book(
        language=book.language,
        title=book.title,
        subtitle=book.subtitle,
        author=book.author,
        day=book.day,
        stamp=book.stamp,
        chapters=(*book.chapters, *found),
    )
