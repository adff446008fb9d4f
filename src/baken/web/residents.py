# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition for residents as a page: the chapters and blocks of the printed one, with links to more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Block, Bullets, Facts, Figure, Paragraph, Section
from baken.publications.forms import RESIDENTS
from baken.publications.residents import words
from baken.publications.residents.chapters import Edition
from baken.publications.residents.edition import residents_book
from baken.web.pages import Kind, Page

Context = dict[str, Any]
_SIGNS = (words.SIGN_UP, words.SIGN_DOWN, words.SIGN_SAME, words.SIGN_UNJUDGED)


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block with how the template shows it; ``sign`` is the arrow before a note."""

    kind: str
    block: Block
    text: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with the level of its heading, and where more of it stands."""

    level: int
    anchor: str
    title: str
    link: str
    blocks: tuple[ShownBlock, ...]
    sections: tuple[ShownSection, ...]


def gather(safety: SafetyPicture, page: Page) -> Context:
    """The edition for residents, and its printed form."""
    book = residents_book(safety, page.language)
    links = dict(_links(safety, page))
    return {
        "book": book,
        "chapters": [
            _shown(one, 2, f"deel-{number}", links) for number, one in enumerate(book.chapters, start=1)
        ],
        "printed": RESIDENTS.in_(page.language) if safety.material.documents else "",
    }


def _links(safety: SafetyPicture, page: Page) -> Iterator[tuple[str, str]]:
    """Where more stands of each theme and figure, by what the edition calls it."""
    edition = Edition(safety, page.language)
    for theme in safety.material.municipality.themes:
        yield theme.name.in_(page.language), page.to(Kind.THEME, theme.id)
    for record in safety.records:
        yield edition.teller(record).name, page.to(Kind.INDICATOR, record.indicator.id)
    yield edition.said(words.GO), page.to(Kind.CONTACT)
    yield edition.said(words.COUNT), page.to(Kind.SOURCES)
    yield edition.said(words.WORDS), page.to(Kind.GLOSSARY)


def _shown(section: Section, level: int, anchor: str, links: Mapping[str, str]) -> ShownSection:
    return ShownSection(
        level=level,
        anchor=anchor,
        title=section.title,
        link=links.get(section.title, ""),
        blocks=tuple(_block(one) for one in section.blocks),
        sections=tuple(
            _shown(one, level + 1, f"{anchor}-{number}", links)
            for number, one in enumerate(section.sections, start=1)
        ),
    )


def _block(block: Block) -> ShownBlock:
    match block:
        case Paragraph():
            sign = next((one for one in _SIGNS if block.text.startswith(one)), "")
            kind = "sign" if sign else str(block.voice.value)
            return ShownBlock(kind, block, block.text.removeprefix(sign), sign.strip())
        case Bullets():
            return ShownBlock("bullets", block)
        case Facts():
            return ShownBlock("facts", block)
        case Figure():
            return ShownBlock("figure", block)
    raise TypeError(f"the edition for residents has no {type(block).__name__}")
