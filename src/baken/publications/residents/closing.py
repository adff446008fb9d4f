# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The chapters after the figures: what is not known, how is counted, what words mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baken.publications.book.model import Block, Bullets, Facts, Paragraph, Section, Voice
from baken.publications.residents import words
from baken.publications.residents.chapters import Edition, publishers
from baken.publications.residents.choosing import told_records


def unknown(edition: Edition) -> Section:
    """What figures do not say, which are missing and which are old."""
    return Section(edition.said(words.UNKNOWN), tuple(_unknown(edition)))


def _unknown(edition: Edition) -> Iterator[Block]:
    yield Paragraph(edition.said(words.NO_WHY))
    plain = edition.safety.material.catalogue.plain_words
    missing = [
        (plain[one.id].name if one.id in plain else one.name).in_(edition.language)
        for one in edition.safety.without_figures
    ]
    if missing:
        yield Paragraph(edition.said(words.WITHOUT))
        yield Bullets(tuple(missing))
    years: dict[int, list[str]] = {}
    for record in told_records(edition.safety):
        newest = record.freshness.newest
        if newest is not None and not record.freshness.current:
            years.setdefault(newest.year, []).append(edition.teller(record).name)
    if years:
        yield Paragraph(edition.said(words.OLD))
        yield Bullets(
            tuple(
                edition.said(words.OLD_YEAR, year=year, names="; ".join(years[year]))
                for year in sorted(years, reverse=True)
            )
        )


def counting(edition: Edition) -> Section:
    """How is counted, and why these figures stand here."""
    sources = publishers(edition, told_records(edition.safety))
    texts = [edition.said(one) for one in (words.COUNTING, words.LINE, words.PICKED)]
    texts += [edition.said(words.SOURCES, publishers=sources)] if sources else []
    return Section(edition.said(words.COUNT), tuple(Paragraph(one) for one in texts))


def terms(edition: Edition, used: str) -> Section | None:
    """The words that the text uses, explained; none that it does not use."""
    language = edition.language
    pairs = tuple(
        (one.term.in_(language), one.meaning.in_(language))
        for one in edition.safety.material.catalogue.plain_terms
        if re.search(one.found.in_(language), used, re.IGNORECASE)
    )
    return Section(edition.said(words.WORDS), (Facts(pairs),)) if pairs else None


def level_blocks(edition: Edition, gaps: dict[str, str]) -> tuple[Block, ...]:
    """What was measured of the text, and what no formula can say."""
    return (
        Paragraph(edition.said(words.SAME)),
        Paragraph(edition.said(words.LEVEL, **gaps)),
        Paragraph(edition.said(words.NOT_B1), Voice.PLAIN),
    )
