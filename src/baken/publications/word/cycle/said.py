# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How the papers of the cycle say one thing: a day, an amount, a cell, and what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from baken.model.cycle_papers import Imprint, Named, Sentence, Signed
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.publications.book.model import Bullets, Facts, Paragraph, Voice
from baken.publications.book.words import day_in
from baken.publications.office.texts import INVENTED
from baken.publications.report_model import Cell, Table
from baken.publications.word.cycle import words
from baken.publications.word.model import Block, Paper, Part

_CENTS = 2


def or_open(text: str, language: Language) -> str:
    """What was filled in, or that it was not."""
    return text if text.strip() else words.NOT_FILLED.in_(language)


def day_or_open(day: date | None, language: Language) -> str:
    """A day as people write it, or that it is not filled in."""
    return words.NOT_FILLED.in_(language) if day is None else day_in(day, language)


def listed(texts: Iterable[str], language: Language) -> str:
    """Texts on one line, or that none is filled in."""
    return or_open("; ".join(texts), language)


def span(start: date, end: date, language: Language) -> str:
    """A period in words."""
    return words.PERIOD.in_(language).format(start=day_in(start, language), end=day_in(end, language))


def euros(amount: Decimal | None, language: Language) -> str:
    """An amount in euros, with cents only where it has them; without an amount that no document tells."""
    if amount is None:
        return words.NO_AMOUNT.in_(language)
    decimals = 0 if amount == amount.to_integral_value() else _CENTS
    return f"€ {format_number(amount, decimals, language)}"


def name_of(held: Iterable[Named], wanted: str) -> str:
    """What people call a theme or an indicator; its id where no name is given."""
    return next((one.name for one in held if one.id == wanted), wanted)


def cells(*texts: str) -> tuple[Cell, ...]:
    """A row of words."""
    return tuple(Cell(one) for one in texts)


def table(caption: str, headers: tuple[Text, ...], rows: Iterable[tuple[Cell, ...]], in_: Language) -> Table:
    """A table of words."""
    return Table(caption, tuple(one.in_(in_) for one in headers), tuple(rows))


def missing(text: Text, language: Language) -> Paragraph:
    """The word for what is not there."""
    return Paragraph(text.in_(language), Voice.MISSING)


def paragraphs(texts: Iterable[str]) -> tuple[Block, ...]:
    """Each text as a paragraph of its own."""
    return tuple(Paragraph(one) for one in texts)


def paragraphs_or_open(texts: tuple[str, ...], language: Language) -> tuple[Block, ...]:
    """The texts, or that nobody wrote one."""
    return paragraphs(texts) or (missing(words.NOT_FILLED, language),)


def section(title: Text, blocks: Iterable[Block], language: Language, *, level: int = 1) -> Part:
    """A heading with what stands below it."""
    return Part(title.in_(language), tuple(blocks), level=level)


def bullets_or(lines: Iterable[str], otherwise: Text, language: Language) -> Block:
    """Lines, or the sentence for when there are none."""
    held = tuple(lines)
    return Bullets(held) if held else missing(otherwise, language)


def figures(held: Iterable[Sentence], language: Language) -> Part:
    """The sentences about figures, each with its source."""
    source = words.SOURCE.in_(language)
    lines = [f"{one.text} ({source.format(source=or_open(one.source, language))})" for one in held]
    return section(words.FIGURES, (bullets_or(lines, words.NO_FIGURES, language),), language)


def closing(written: Iterable[Signed], unknown: Iterable[str], language: Language) -> Iterator[Part]:
    """What people wrote, each with role and day, and last what is not known."""
    blocks: list[Block] = []
    for one in written:
        blocks += paragraphs(one.paragraphs)
        by = words.SIGNED_BY.in_(language).format(
            role=or_open(one.role, language), day=day_in(one.day, language)
        )
        blocks.append(Paragraph(by, Voice.NOTE))
    yield section(words.WRITTEN, blocks or [missing(words.NOBODY_WROTE, language)], language)
    yield section(words.UNKNOWN, (bullets_or(unknown, words.NOTHING_UNKNOWN, language),), language)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paper begins: its title, its facts, and why it is a draft whatever its imprint says."""

    title: str
    facts: tuple[tuple[Text, str], ...]
    unfinished: Text | None = None


def paper_of(imprint: Imprint, opening: Opening, parts: Iterable[Part], language: Language) -> Paper:
    """A whole paper: its title, what it says of itself, and its parts."""
    named, unfinished = imprint.title or opening.title, opening.unfinished
    head: list[Block] = []
    if imprint.draft or unfinished is not None:
        named = words.DRAFT_TITLE.in_(language).format(title=named)
        head.append(Paragraph(words.DRAFT.in_(language), Voice.NOTE))
    if unfinished is not None:
        head.append(Paragraph(unfinished.in_(language), Voice.NOTE))
    if imprint.invented:
        head.append(Paragraph(INVENTED.in_(language), Voice.NOTE))
    facts = (*_own(imprint, language), *opening.facts)
    head.append(Facts(tuple((name.in_(language), said) for name, said in facts)))
    return Paper(
        language=language,
        title=named,
        author=imprint.municipality,
        day=imprint.day,
        head=tuple(head),
        parts=tuple(parts),
    )


def _own(imprint: Imprint, language: Language) -> Iterator[tuple[Text, str]]:
    yield words.MUNICIPALITY, imprint.municipality
    yield words.DAY, day_in(imprint.day, language)
    yield words.DEPARTMENT, or_open(imprint.department, language)
    yield words.NUMBER, or_open(imprint.number, language)
