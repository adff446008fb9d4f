# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words by which the claim check knows what a sentence asserts; the data is ``claims.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, where
from baken.model.errors import InputError


# Some words, the last of which does not end a part of the sentence.
_GAP = r"[\s\-]+(?:[^\s;:]+\s+){{0,{}}}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectWords:
    """Words for something that is measured, or (with neither) for something that is not.

    ``group`` names several indicators at once, such as ``objective``.
    """

    terms: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClaimLexicon:
    """All words of one language; see ``claims.yaml`` for what each list is for."""

    subjects: tuple[SubjectWords, ...]
    ways: dict[str, tuple[str, ...]]
    comparison: dict[str, tuple[str, ...]]
    extremes: dict[str, tuple[str, ...]]
    marks: dict[str, tuple[str, ...]]
    causes: dict[str, tuple[str, ...]]
    bars: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def words_pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all terms, whole words only; see ``claims.yaml`` for how a term is written."""
    longest_first = sorted(terms, key=len, reverse=True)
    alternatives = "|".join(_regex(term) for term in longest_first)
    return re.compile(rf"(?<![\w])(?:{alternatives})(?!\w)" if alternatives else r"(?!)")


def _regex(term: str) -> str:
    gaps = term.replace(" __ ", "\1").replace(" _ ", "\0").replace("~", r"\w*").replace(" ", r"[\s\-]+")
    return gaps.replace("\0", _GAP.format(6)).replace("\1", _GAP.format(14))


@cache
def load_claim_lexicon(country: str = "nl", root: Path = DATA) -> ClaimLexicon | None:
    """The words for the language of a country's documents; None where nobody has written them yet.

    Raises:
        InputError: a term is no pattern; the message names it.

    """
    path = root / country / "claims.yaml"
    if not path.exists():
        return None
    lexicon = load(ClaimLexicon, path)
    lists = [one.terms for one in lexicon.subjects]
    for group in (lexicon.ways, lexicon.comparison, lexicon.extremes, lexicon.marks, lexicon.causes):
        lists += list(group.values())
    for term in (
        term for terms in (*lists, *lexicon.bars.values(), *lexicon.words.values()) for term in terms
    ):
        try:
            words_pattern([term])
        except re.error as error:
            raise InputError(f"'{term}' is no pattern: {error}.", where=where(path)) from error
    return lexicon
