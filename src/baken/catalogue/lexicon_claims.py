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
from baken.catalogue.files import load
from baken.model.errors import InputError

# Some words in between, none of which ends a part of the sentence.
_NEAR = r"[\s\-]+(?:[^\s;:,]+\s+){0,6}?"
_FAR = r"[\s\-]+(?:[^\s;:]+\s+){0,14}?"


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
    """One pattern for all terms, whole words only; see ``claims.yaml`` for how a term is written.

    Raises:
        InputError: a term is no pattern; the message names it.

    """
    longest_first = sorted(terms, key=len, reverse=True)
    alternatives = "|".join(term_pattern(term) for term in longest_first)
    try:
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if alternatives else r"(?!)")
    except re.error as error:
        wrong = next((term for term in longest_first if not _is_pattern(term)), alternatives[:60])
        raise InputError(f"the term '{wrong}' is no pattern: {error}.", where="claims.yaml") from error


def _is_pattern(term: str) -> bool:
    try:
        re.compile(term_pattern(term))
    except re.error:
        return False
    return True


def term_pattern(term: str) -> str:
    """A term as a pattern, not bound to whole words."""
    gaps = term.replace(" __ ", "\1").replace(" _ ", "\0").replace("~", r"\w*").replace(" ", r"[\s\-]+")
    return gaps.replace("\0", _NEAR).replace("\1", _FAR)


@cache
def load_claim_lexicon(country: str = "nl", root: Path = DATA) -> ClaimLexicon | None:
    """The words for the language of a country's documents; None where nobody has written them yet.

    Raises:
        InputError: the file is wrong; the message names file and line.

    """
    path = root / country / "claims.yaml"
    return load(ClaimLexicon, path) if path.exists() else None
