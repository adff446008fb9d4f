# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the checks of a text know of a country's language: rules, words, abbreviations, kinds of documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, where
from baken.model.errors import InputError
from baken.model.text import Text

_GROUP = re.compile(r"<<(\w+)>>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusable:
    """A word that is written where another belongs, known by what stands around it.

    ``pattern`` names the wrong words as its group ``wrong``; ``unless`` makes them right when it stands in
    the same clause. With ``pairs`` the right word stands beside each wrong one, else it is ``instead``.
    """

    id: str
    pattern: str
    message: Text
    unless: str = ""
    instead: str = ""
    pairs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LanguageLexicon:
    """Rules and words of one language; see ``language.yaml`` for what each is for."""

    groups: dict[str, str]
    confusables: tuple[Confusable, ...]
    twice: frozenset[str]
    needs_s: frozenset[str]
    short_parts: frozenset[str]
    words: tuple[str, ...]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationLexicon:
    """Which short words need no explanation, and how one is given."""

    ordinary: frozenset[str]
    units: frozenset[str]
    means: tuple[str, ...]
    parties: frozenset[str]
    numbered: tuple[str, ...]
    stands_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """A kind of document that texts lean on, and how they write its name."""

    id: str
    pattern: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionNames:
    """A section of a proposal, and what other headings of it begin with."""

    name: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLexicon:
    """How a council document names other documents, themes, activities and places. All are patterns.

    Only ``proposal`` holds plain words: the sections that a proposal to the council has.
    """

    kinds: tuple[DocumentKind, ...]
    attachment: str
    titled: str
    months: tuple[str, ...]
    themes: str
    attention: str
    named_next: str
    summary: str
    activities: str
    reports: str
    places: str
    some: str
    divided: str
    longer_name: str
    clause: str
    figure: str
    before_year: str
    two_yearly: str
    proposal: tuple[SectionNames, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLanguage:
    """A language, its name, and small words by which a text in it is known."""

    code: str
    name: Text
    words: frozenset[str]


@cache
def load_languages(root: Path = DATA) -> tuple[KnownLanguage, ...]:
    """The languages that a text is told to be in. Raises InputError where the file is wrong."""
    return load(tuple[KnownLanguage, ...], root / "languages.yaml")


@cache
def load_language(country: str = "nl", root: Path = DATA) -> LanguageLexicon:
    """Rules and words of a country's language, with the groups of words filled in.

    Raises:
        InputError: the file is wrong, names a group that it does not have, or holds no valid pattern.

    """
    path = root / country / "language.yaml"
    raw = load(LanguageLexicon, path)
    filled = tuple(_filled(rule, raw.groups, path) for rule in raw.confusables)
    return LanguageLexicon(
        groups=raw.groups,
        confusables=filled,
        twice=raw.twice,
        needs_s=raw.needs_s,
        short_parts=raw.short_parts,
        words=raw.words,
        parts=raw.parts,
    )


@cache
def load_abbreviation_words(country: str = "nl", root: Path = DATA) -> AbbreviationLexicon:
    """The short words that need no explanation. Raises InputError where the file is wrong."""
    return load(AbbreviationLexicon, root / country / "language_abbreviations.yaml")


@cache
def load_document_words(country: str = "nl", root: Path = DATA) -> DocumentLexicon:
    """How documents name each other. Raises InputError where the file is wrong."""
    path = root / country / "language_documents.yaml"
    lexicon = load(DocumentLexicon, path)
    for kind in lexicon.kinds:
        checked_pattern(kind.pattern, kind.id, path)
    return lexicon


def checked_pattern(pattern: str, name: str, path: Path) -> str:
    """The pattern itself. Raises InputError when it is no regular expression; names what it stands for."""
    try:
        re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise InputError(f"'{name}' is no valid pattern: {error}.", where=where(path)) from error
    return pattern


def _filled(rule: Confusable, groups: dict[str, str], path: Path) -> Confusable:
    words = {**groups, "pairs": f"(?:{'|'.join(map(re.escape, rule.pairs))})"}

    def group(match: re.Match[str]) -> str:
        if match[1] not in words:
            raise InputError(f"rule '{rule.id}' names the unknown group '{match[1]}'.", where=where(path))
        return words[match[1]]

    return Confusable(
        id=rule.id,
        pattern=checked_pattern(_GROUP.sub(group, rule.pattern), rule.id, path),
        message=rule.message,
        unless=checked_pattern(_GROUP.sub(group, rule.unless), rule.id, path),
        instead=rule.instead,
        pairs=rule.pairs,
    )
