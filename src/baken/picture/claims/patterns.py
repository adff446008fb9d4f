# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a lexicon as patterns, made once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_claims import ClaimLexicon, SubjectWords, term_pattern, words_pattern
from baken.picture.claims.periods_letters import first_letters

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class SubjectsOfLetter:
    """The subjects with terms that begin with a letter.

    ``terms`` fits where any of these terms stands, and ``each`` is a subject with the pattern of all its
    terms, under its number.
    """

    terms: Pattern
    each: tuple[tuple[int, SubjectWords, Pattern], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """One pattern for each list of the lexicon, under the same names; subjects stand by their letter."""

    subjects: dict[str, SubjectsOfLetter]
    ways: dict[str, Pattern]
    comparison: dict[str, Pattern]
    changes: dict[str, Pattern]
    extremes: dict[str, Pattern]
    marks: dict[str, Pattern]
    causes: dict[str, Pattern]
    bars: dict[str, Pattern]
    words: dict[str, Pattern]


def _by_letter(subjects: tuple[SubjectWords, ...]) -> dict[str, SubjectsOfLetter]:
    """One pattern tells of each word whether a subject begins there; only then each of them is tried."""
    terms: dict[str, list[str]] = defaultdict(list)
    numbers: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(subjects):
        for term in words.terms:
            for letter in first_letters(term_pattern(term)):
                terms[letter].append(term)
                numbers[letter].add(number)
    each = [(number, words, words_pattern(words.terms)) for number, words in enumerate(subjects)]
    return {
        letter: SubjectsOfLetter(words_pattern(found), tuple(each[one] for one in sorted(numbers[letter])))
        for letter, found in terms.items()
    }


@cache
def patterns_of(lexicon: ClaimLexicon) -> Patterns:
    """The patterns of a lexicon."""

    def made(lists: dict[str, tuple[str, ...]]) -> dict[str, Pattern]:
        return {name: words_pattern(terms) for name, terms in lists.items()}

    return Patterns(
        subjects=_by_letter(lexicon.subjects),
        ways=made(lexicon.ways),
        comparison=made(lexicon.comparison),
        changes=made(lexicon.changes),
        extremes=made(lexicon.extremes),
        marks=made(lexicon.marks),
        causes=made(lexicon.causes),
        bars=made(lexicon.bars),
        words=made(lexicon.words),
    )
