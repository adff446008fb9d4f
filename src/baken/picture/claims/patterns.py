# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a lexicon as patterns, made once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_claims import ClaimLexicon, SubjectWords, words_pattern

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """One pattern for each list of the lexicon, under the same names."""

    subjects: tuple[tuple[SubjectWords, Pattern], ...]
    ways: dict[str, Pattern]
    comparison: dict[str, Pattern]
    extremes: dict[str, Pattern]
    marks: dict[str, Pattern]
    causes: dict[str, Pattern]
    bars: dict[str, Pattern]
    words: dict[str, Pattern]


@cache
def patterns_of(lexicon: ClaimLexicon) -> Patterns:
    """The patterns of a lexicon."""

    def made(lists: dict[str, tuple[str, ...]]) -> dict[str, Pattern]:
        return {name: words_pattern(terms) for name, terms in lists.items()}

    return Patterns(
        subjects=tuple((one, words_pattern(one.terms)) for one in lexicon.subjects),
        ways=made(lexicon.ways),
        comparison=made(lexicon.comparison),
        extremes=made(lexicon.extremes),
        marks=made(lexicon.marks),
        causes=made(lexicon.causes),
        bars=made(lexicon.bars),
        words=made(lexicon.words),
    )
