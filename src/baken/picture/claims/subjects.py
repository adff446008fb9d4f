# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a sentence speaks of: indicators, offence types, or something that nobody measures here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from baken.catalogue.lexicon_claims import SubjectWords
from baken.picture.claims.longest import longest_apart
from baken.picture.claims.patterns import Patterns

WHOLE = "objective"
"""The group of all objective indicators: "crime" as such."""
_WORD_START = re.compile(r"(?<!\w)\S")
_COUNTED = re.compile(r"\d\s+(?:\w+\s+)?$")
_AND = re.compile(r"\s*(?:en|/|of)\s*")


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


def found_subjects(sentence: str, patterns: Patterns) -> tuple[FoundSubject, ...]:
    """The subjects of a sentence in small letters, in order; the longest of overlapping ones.

    A term with a gap in it ("in homes ... was broken into") counts by its length too, and gives way to
    nothing inside it that speaks of the same.
    """
    found: list[FoundSubject] = []
    ends: dict[int, int] = {}
    for start in _WORD_START.finditer(sentence):
        at = start.start()
        of_letter = patterns.subjects.get(start[0])
        if of_letter is None or not of_letter.terms.match(sentence, at):
            continue
        for number, words, pattern in of_letter.each:
            match = pattern.match(sentence, at) if at >= ends.get(number, 0) else None
            if match:
                found.append(FoundSubject(at, match.end(), words))
                ends[number] = match.end()
    return tuple(longest_apart(found))


def subject_of(sentence: str, found: tuple[FoundSubject, ...]) -> Subject:
    """All of them as one subject: what is measured goes before what is not.

    A part goes before the whole ("crime, such as burglary"), unless they stand side by side ("crime and
    nuisance").
    """
    found = _named_in_brackets(sentence, found) or _without_units(sentence, found)
    indicators = {name for one in found for name in (*one.words.indicators, *one.words.codes)}
    groups = {one.words.group for one in found if one.words.group == WHOLE}
    beside = any(
        WHOLE in (one.words.group, other.words.group) and _AND.fullmatch(sentence, one.end, other.start)
        for one, other in pairwise(found)
    )
    if indicators and not (groups and beside):
        return Subject(tuple(sorted(indicators)))
    return Subject((), next(iter(groups), ""))


def _named_in_brackets(sentence: str, found: tuple[FoundSubject, ...]) -> tuple[FoundSubject, ...]:
    """The name in brackets that stands for the words before it: "burglaries and robberies (HIC)"."""
    for one in found[1:]:
        if sentence[one.start - 1 : one.start] == "(" and sentence[one.end : one.end + 1] == ")":
            return (one,)
    return ()


def _without_units(sentence: str, found: tuple[FoundSubject, ...]) -> tuple[FoundSubject, ...]:
    """Without the general word behind a number for what is named: "burglary and theft: 365 offences"."""
    others = [one for one in found if not (one.words.unit and _COUNTED.search(sentence, 0, one.start))]
    return tuple(others) or found
