# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a sentence speaks of: indicators, offence types, or something that nobody measures here."""

from __future__ import annotations

from dataclasses import dataclass

from baken.catalogue.lexicon_claims import SubjectWords
from baken.picture.claims.patterns import Patterns


@dataclass(frozen=True, slots=True)
class FoundSubject:
    """Words for a subject and where they stand in the sentence."""

    start: int
    end: int
    words: SubjectWords


@dataclass(frozen=True, slots=True)
class Subject:
    """What several words together speak of."""

    indicators: tuple[str, ...]
    group: str = ""

    @property
    def measured(self) -> bool:
        """Whether there is an indicator, group or offence type for it."""
        return bool(self.indicators or self.group)


def found_subjects(sentence: str, patterns: Patterns) -> tuple[FoundSubject, ...]:
    """The subjects of a sentence in small letters, in order; the longest of overlapping ones.

    A term with a gap in it ("in homes ... was broken into") counts by its length too, and gives way to
    nothing inside it that speaks of the same.
    """
    found = [
        FoundSubject(match.start(), match.end(), words)
        for words, pattern in patterns.subjects
        for match in pattern.finditer(sentence)
    ]
    found.sort(key=lambda one: (one.start - one.end, one.start))
    kept: list[FoundSubject] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def subject_of(found: tuple[FoundSubject, ...]) -> Subject:
    """All of them as one subject: what is measured goes before what is not, a part before the whole."""
    indicators = {name for one in found for name in (*one.words.indicators, *one.words.codes)}
    groups = {one.words.group for one in found if one.words.group == "objective"}
    if indicators:
        return Subject(tuple(sorted(indicators)))
    return Subject((), next(iter(groups), ""))
