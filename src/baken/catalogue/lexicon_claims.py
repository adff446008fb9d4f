# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words by which the claim check knows what a sentence asserts.

The data stands in six files of a country, by what the words do: ``claims_subjects.yaml``,
``claims_ways.yaml``, ``claims_cues.yaml``, ``claims_causes.yaml``, ``claims_context.yaml`` and
``claims_bars.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load
from baken.model.errors import InputError
from baken.model.text import Text

Lists = dict[str, tuple[str, ...]]

# Some words in between, none of which ends a part of the sentence.
_NEAR = r"[\s\-]+(?:[^\s;:,]+\s+){0,6}?"
_FAR = r"[\s\-]+(?:[^\s;:]+\s+){0,14}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectWords:
    """Words for something that is measured, or (with neither) for something that is not.

    ``group`` names several indicators at once, such as ``objective``. ``unit`` marks general words that may
    only say what a number counts ("365 offences").
    """

    terms: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    group: str = ""
    unit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subjects:
    """``claims_subjects.yaml``: what a sentence speaks of, and the names of groups."""

    groups: dict[str, Text]
    subjects: tuple[SubjectWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ways:
    """``claims_ways.yaml``: which way something went."""

    ways: Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    """``claims_cues.yaml``: what else makes a sentence assert something."""

    comparison: Lists
    changes: Lists
    extremes: Lists
    words: Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class _Causes:
    """``claims_causes.yaml``: what links a change to a cause."""

    causes: Lists
    words: Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """``claims_context.yaml``: what else the judging rules need to know."""

    marks: Lists
    words: Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bars:
    """``claims_bars.yaml``: with what a sentence asserts nothing."""

    bars: Lists


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClaimLexicon:
    """All words of one language; the comments in the files say what each list is for.

    ``words`` holds the lists under that name of all files together; ``groups`` the name of each group of
    indicators.
    """

    subjects: tuple[SubjectWords, ...]
    ways: Lists
    comparison: Lists
    extremes: Lists
    marks: Lists
    causes: Lists
    bars: Lists
    changes: Lists = field(default_factory=dict)
    words: Lists = field(default_factory=dict)
    groups: dict[str, Text] = field(default_factory=dict)


def words_pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all terms, whole words only; see ``claims_subjects.yaml`` for how a term is written.

    Raises:
        InputError: a term is no pattern; the message names it.

    """
    longest_first = sorted(terms, key=len, reverse=True)
    alternatives = "|".join(term_pattern(term) for term in longest_first)
    try:
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if alternatives else r"(?!)")
    except re.error as error:
        wrong = next((term for term in longest_first if not _is_pattern(term)), alternatives[:60])
        raise InputError(f"the term '{wrong}' is no pattern: {error}.", where="claims_*.yaml") from error


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
        InputError: a file is wrong; the message names file and line.

    """
    folder = root / country
    if not (folder / "claims_subjects.yaml").exists():
        return None
    subjects = load(_Subjects, folder / "claims_subjects.yaml")
    cues = load(_Cues, folder / "claims_cues.yaml")
    causes = load(_Causes, folder / "claims_causes.yaml")
    context = load(_Context, folder / "claims_context.yaml")
    return ClaimLexicon(
        subjects=subjects.subjects,
        groups=subjects.groups,
        ways=load(_Ways, folder / "claims_ways.yaml").ways,
        comparison=cues.comparison,
        changes=cues.changes,
        extremes=cues.extremes,
        causes=causes.causes,
        marks=context.marks,
        bars=load(_Bars, folder / "claims_bars.yaml").bars,
        words={**cues.words, **causes.words, **context.words},
    )
