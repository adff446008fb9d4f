# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The slides of one edition, from its picture. Nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterator

from baken.catalogue.council_papers import load_presentation
from baken.model.edition import EditionStatus
from baken.model.reference import ReferenceKind
from baken.model.text import Language
from baken.picture.headline import headline_of
from baken.picture.picture import SafetyPicture
from baken.picture.themes import ThemePicture
from baken.publications.book import appendices, opening
from baken.publications.book.model import Block, Bullets, Facts, Paragraph
from baken.publications.book.words import WORKING, day_in
from baken.publications.office.frame import decision_lines, paper_lines, programme_lines, theme_lines
from baken.publications.office.messages import message, newest, together
from baken.publications.office.texts import INVENTED
from baken.publications.report_model import Table
from baken.publications.slides import words
from baken.publications.slides.districts import district_slides, map_slides
from baken.publications.slides.indicators import indicator_slides
from baken.publications.slides.model import Charted, Cover, Deck, Mapped, Points, Slide, Tabled


def deck_of(safety: SafetyPicture, language: Language) -> Deck:
    """The deck of one edition in one language."""
    cover = _cover(safety, language)
    body = (
        *_summary(safety, language),
        *_frame(safety, language),
        *_themes(safety, language),
        *map_slides(safety, language),
        *district_slides(safety, language),
        *_sources(safety, language),
    )
    slides = (cover, *body, *_abbreviations(safety, (cover, *body), language), _questions(safety, language))
    return Deck(
        language=language,
        title=cover.title,
        author=safety.material.municipality.name,
        day=safety.material.on,
        slides=slides,
    )


def _cover(safety: SafetyPicture, language: Language) -> Cover:
    """The subtitle is that of the municipality, or else its key message, or else says what this is."""
    material = safety.material
    name = material.municipality.name
    own = load_presentation(material.municipality.code)
    headline = headline_of(material)
    subtitle = own.subtitle or (headline.text if headline else None) or words.SUBTITLE
    status = words.FINAL if material.status is EditionStatus.FINAL else WORKING
    lines = [
        words.MUNICIPALITY.in_(language).format(name=name),
        words.DATE.in_(language).format(day=day_in(material.on, language), version=status.in_(language)),
    ]
    if material.municipality.invented:
        lines.append(INVENTED.in_(language))
    return Cover(
        title=(own.title or words.TITLE).in_(language), subtitle=subtitle.in_(language), lines=tuple(lines)
    )


def _summary(safety: SafetyPicture, language: Language) -> Iterator[Points]:
    """The key message, what stands out with the rule that picked it, and the thresholds that were passed."""
    held = opening.summary(safety, language)
    yield Points(title=held.title, lines=tuple(_lines(held.blocks)), large=True)
    for section in held.sections:
        ordered = any(isinstance(one, Bullets) and one.ordered for one in section.blocks)
        yield Points(title=section.title, lines=tuple(_lines(section.blocks)), ordered=ordered)


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for one in blocks:
        if isinstance(one, Paragraph):
            yield one.text
        elif isinstance(one, Bullets):
            yield from one.lines
        elif isinstance(one, Facts):
            yield from (f"{name}: {said}" for name, said in one.pairs)


def _frame(safety: SafetyPicture, language: Language) -> Iterator[Points]:
    """The policy until now: programmes, themes and what was reported."""
    for title, lines in (
        (words.POLICY, (*programme_lines(safety, language), *decision_lines(safety, language))),
        (words.THEMES, theme_lines(safety, language)),
        (words.REPORTS, paper_lines(safety, (ReferenceKind.ANALYSIS, ReferenceKind.COUNCIL), language)),
    ):
        if lines:
            yield Points(title=title.in_(language), lines=lines)


def _themes(safety: SafetyPicture, language: Language) -> Iterator[Slide]:
    for theme in safety.material.municipality.themes:
        shown = safety.theme(theme.id)
        title = together(theme.name.in_(language), shown.records, language)
        yield Points(title=title, lines=tuple(_theme_lines(shown, language)))
        for record in shown.records:
            yield from indicator_slides(safety, record, language)


def _theme_lines(shown: ThemePicture, language: Language) -> Iterator[str]:
    for record in shown.records:
        value = newest(record, language)
        yield message(record, language) + (f". {value}." if value else ".")
    if shown.without_figures:
        names = ", ".join(one.name.in_(language) for one in shown.without_figures)
        yield f"{words.WITHOUT.in_(language)}: {names}."
    elif not shown.records:
        yield f"{words.WITHOUT.in_(language)}."
    yield from (one.text.in_(language) for one in shown.together)
    if shown.theme.note:
        yield shown.theme.note.in_(language)


def _sources(safety: SafetyPicture, language: Language) -> Iterator[Slide]:
    for section in appendices.chapters(safety, language):
        tables = [one for one in section.blocks if isinstance(one, Table)]
        note = " ".join(one.text for one in section.blocks if isinstance(one, Paragraph))
        for table in tables:
            yield Tabled(title=section.title, table=table, note=note)
            for below in section.sections:
                lines = tuple(_lines(below.blocks))
                if lines:
                    yield Points(title=below.title, lines=lines)


def _abbreviations(safety: SafetyPicture, slides: tuple[Slide, ...], language: Language) -> Iterator[Points]:
    """The terms and abbreviations that the slides use, and no others."""
    texts = [text for one in slides for text in texts_of(one)]
    found = appendices.abbreviations(safety, texts, language)
    lines = tuple(line for section in found for line in _lines(section.blocks))
    if lines:
        yield Points(title=words.SHORT.in_(language), lines=lines)


def texts_of(slide: Slide) -> Iterator[str]:
    """Everything that stands on a slide in words."""
    if isinstance(slide, Cover):
        yield from (slide.title, slide.subtitle, *slide.lines)
    elif isinstance(slide, Points):
        yield from (slide.title, *slide.lines)
    elif isinstance(slide, Charted | Mapped):
        yield from (slide.title, slide.measure, *slide.said, slide.source)
    else:
        yield from (slide.title, slide.note, *slide.table.headers)
        yield from (cell.text for row in slide.table.rows for cell in row)


def _questions(safety: SafetyPicture, language: Language) -> Points:
    """The last slide: what is asked of the council."""
    own = load_presentation(safety.material.municipality.code).questions
    lines = tuple(one.in_(language) for one in own or words.QUESTIONS)
    return Points(title=words.ASKED.in_(language), lines=lines, ordered=True, large=True)
