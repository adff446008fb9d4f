# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The proposal to the council: its fixed sections, with what the picture says and places for the rest."""

from __future__ import annotations

from collections.abc import Iterator

from baken.catalogue.council_papers import load_proposal
from baken.model.reference import ReferenceKind
from baken.model.text import Language, Text
from baken.picture.headline import headline_of
from baken.picture.participation import participation
from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Bullets, Paragraph, Voice
from baken.publications.book.words import day_in
from baken.publications.office.frame import decision_lines, paper_lines, programme_lines, theme_lines
from baken.publications.office.messages import message, newest
from baken.publications.office.texts import INVENTED
from baken.publications.word import words
from baken.publications.word.decision import decision_blocks, field, points_or_field
from baken.publications.word.indicators import indicator_parts
from baken.publications.word.model import Block, Field, Line, Paper, Part
from baken.publications.word.points import decision_points
from baken.publications.word.sources import with_sources

_BASIS = (ReferenceKind.ANALYSIS, ReferenceKind.AGENDA, ReferenceKind.COUNCIL, ReferenceKind.SURVEY)


def proposal_paper(safety: SafetyPicture, language: Language) -> Paper:
    """The proposal of one edition in one language."""
    points = decision_points(safety, language)
    name = safety.material.municipality.name
    decision = decision_blocks(safety, points, language)
    parts = (
        Part(words.SUMMARY.in_(language), tuple(_summary(safety, language))),
        Part(words.POINTS.in_(language), (points_or_field(points, language),)),
        Part(words.REASON.in_(language), tuple(_reason(safety, language))),
        Part(words.WANTED.in_(language), tuple(_wanted(safety, language))),
        *indicator_parts(safety, words.INDICATORS, language),
        Part(words.ARGUMENTS.in_(language), tuple(_arguments(safety, language))),
        _open(words.ALTERNATIVES, words.AUTHOR, language),
        _open(words.MONEY, words.TREASURER, language),
        _open(words.NEXT, words.AUTHOR, language),
        Part(words.PARTICIPATION.in_(language), tuple(_participation(safety, language))),
        Part(words.ANNEX_DECISION.in_(language), decision, page=True),
    )
    paper = Paper(
        language=language,
        title=words.TITLE.in_(language).format(name=name),
        author=name,
        day=safety.material.on,
        head=tuple(_head(safety, language)),
        parts=parts,
    )
    return with_sources(safety, paper, words.ANNEX_SOURCES)


def _head(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    material = safety.material
    held = load_proposal(material.municipality.code)
    yield Paragraph(words.DRAFT.in_(language).format(day=day_in(material.on, language)), Voice.NOTE)
    if material.municipality.invented:
        yield Paragraph(INVENTED.in_(language), Voice.NOTE)
    meeting = day_in(held.meeting, language) if held.meeting else ""
    owners = ", ".join(dict.fromkeys(one.owner for one in material.municipality.themes if one.owner))
    yield from head_lines((meeting, held.item, owners, held.department, held.number), language)


def head_lines(known: tuple[str, str, str, str, str], language: Language) -> Iterator[Block]:
    """Meeting, item, portfolio holder, department and number: what is known of each, or a place for it."""
    named = (
        (words.MEETING, words.CLERK),
        (words.ITEM, words.CLERK),
        (words.OWNER, words.AUTHOR),
        (words.DEPARTMENT, words.AUTHOR),
        (words.NUMBER, words.AUTHOR),
    )
    for (name, who), filled in zip(named, known, strict=True):
        place = Field(name.in_(language), who.in_(language), filled, named=False)
        yield Line((f"{name.in_(language)}: ", place))
    yield Paragraph(words.TO_COUNCIL.in_(language))


def _summary(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    """The key message and what stands out, in few words; the body says each in full."""
    headline = headline_of(safety.material)
    if headline is not None and headline.status.value == "final":
        yield Paragraph(words.KEY.in_(language).format(text=headline.text.in_(language)))
    code = safety.material.municipality.code
    lines = []
    for one in safety.highlights:
        record = safety.record(one.indicator, code)
        short = f"{message(record, language)}. {newest(record, language)}."
        lines.append(short if one.about == "change" else one.sentence.in_(language))
    if lines:
        yield Paragraph(words.OUT.in_(language))
        yield Bullets(tuple(lines))
    else:
        yield Paragraph(words.NOTHING.in_(language))
    yield field(words.SUMMARY, words.AUTHOR, language)


def _reason(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    material = safety.material
    yield field(words.REASON, words.AUTHOR, language)
    yield Paragraph(words.LAW.in_(language).format(duty=material.catalogue.country.duty.in_(language)))
    for title, lines in (
        (words.PROGRAMMES, programme_lines(safety, language)),
        (words.DECIDED, decision_lines(safety, language)),
        (words.BASIS, paper_lines(safety, _BASIS, language)),
    ):
        yield from _listed(title, lines, language)


def _listed(title: Text, lines: tuple[str, ...], language: Language) -> Iterator[Block]:
    """Lines below what they are, or nothing where there are none."""
    if lines:
        yield Paragraph(title.in_(language))
        yield Bullets(lines)


def _wanted(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    yield field(words.WANTED, words.AUTHOR, language)
    yield from _listed(words.THEMES, theme_lines(safety, language), language)


def _arguments(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    yield field(words.ARGUMENTS, words.AUTHOR, language)
    lines = [f"{one.sentence.in_(language)} ({one.rule.in_(language)})" for one in safety.highlights]
    if lines:
        yield Bullets(tuple(lines))


def _participation(safety: SafetyPicture, language: Language) -> Iterator[Block]:
    yield Paragraph(participation(safety).said.in_(language))
    yield field(words.PARTICIPATION, words.AUTHOR, language)
    yield from _listed(words.ASKED, paper_lines(safety, (ReferenceKind.SURVEY,), language), language)


def _open(title: Text, who: Text, language: Language) -> Part:
    """A section that only a person can write."""
    return Part(title.in_(language), (field(title, who, language),))
