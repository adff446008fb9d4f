# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which of the words that could assert something do so in a sentence, and where its clauses part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from baken.model.claim import ClaimKind
from baken.picture.claims.clauses import piece_of, without_brackets
from baken.picture.claims.cues import Cue, found_cues, weak_cues
from baken.picture.claims.cues_changes import CHANGES, compared_changes, other_change, without_parts
from baken.picture.claims.patterns import Patterns
from baken.picture.claims.sentence import ReadSentence
from baken.picture.claims.subjects import FoundSubject

_AND = re.compile(r"\ben\b")
_THAN = re.compile(r"\bdan$")
_PREPOSITION = re.compile(r"\b(?:in|van|binnen|voor|op|onder|door|bij|over|uit)\s+$")
# As many characters may stand between "more" and what it is said of.
_NEAR = 12
# "no more", "among others", "more than 300": these compare nothing.
_NOT_BEFORE = re.compile(r"\b(?:niet|geen|onder|nooit|te|wat|zonder|nog)\s+$")
_NOT_AFTER = re.compile(
    r"\s+(?:dan\s+\d|informatie|of minder|en meer|toezicht|aandacht|inzet|capaciteit|politie)"
)
# With what a second half begins that says something of its own.
_SECOND_HALF = re.compile(
    r"(?:\ben\b|[;,])\s+(?:en |maar |dus |want )?(?=(?:de|het|onze|ons|deze|dit|die|dat)\b)|\bmaar\s"
)
_AGAIN = "again"
SUCCESS_AFTER = "success after"
"""The mark of a success in a second half: nobody says there what changed, so it names no cause of it."""
_OF_LEVELS = ("rate", "count", "mark", "share")


def is_general(low: str, patterns: Patterns) -> bool:
    """Whether a sentence without a subject praises the work itself, or says that all "scores" high or low."""
    words = patterns.words
    praised = words["strong_results"].search(low) and words["work"].search(low)
    return bool(praised or (words["scores"].search(low) and words["average"].search(low)))


def chosen_cues(sentence: ReadSentence, patterns: Patterns) -> tuple[Cue, ...]:
    """The cues that count: strong ones, weak ones next to a subject; numbers and vague words if no other."""
    low = sentence.low
    every = found_cues(low, patterns)
    changes = [
        one for one in compared_changes(low, every, patterns) if _is_held_against(sentence, one, patterns)
    ]
    found = [one for one in without_parts(every, changes) if _counts(sentence, one, patterns)]
    if not sentence.subjects:
        compared = [one for one in found if one.kind is ClaimKind.COMPARISON]
        return tuple(compared or (one for one in weak_cues(low, patterns) if one.kind is ClaimKind.RESULT))
    if found:
        return _with_level(
            sentence,
            (
                *found,
                *_elliptic(sentence, found),
                *_level_after(sentence, found, patterns),
                *_success_after(sentence, found, patterns),
            ),
        )
    outside = without_brackets(low)
    levels = tuple(
        Cue(one.span.start, one.span.end, ClaimKind.LEVEL)
        for one in sentence.numbers
        if outside[one.span.start : one.span.end].strip()
    )
    return levels or weak_cues(low, patterns) or tuple(_vague_before(sentence, patterns))


def joints(low: str, cues: tuple[Cue, ...], subjects: tuple[int, ...]) -> Iterator[int]:
    """The "and" between two assertions that differ, or of which the second names a subject of its own."""
    for one, other in pairwise(cues):
        found = _AND.search(low, one.end, other.start)
        if not found:
            continue
        differ = (one.kind, one.way) != (other.kind, other.way) or one.kind is ClaimKind.LEVEL
        differ = differ or _AGAIN in (one.mark, other.mark)
        own = any(found.end() <= place < other.start for place in subjects)
        if differ or (own and ":" not in low[found.end() : other.start]):
            yield found.start()


def _vague_before(sentence: ReadSentence, patterns: Patterns) -> Iterator[Cue]:
    """A vague word right before the subject: "heavy nuisance"."""
    starts = {one.start for one in sentence.subjects}
    for one in patterns.words["vague_before"].finditer(sentence.low):
        if starts.intersection(range(one.end(), one.end() + 2)):
            yield Cue(one.start(), one.end(), ClaimKind.LEVEL, mark="vague")


def _elliptic(sentence: ReadSentence, cues: list[Cue]) -> Iterator[Cue]:
    """Changes whose verb stands in the clause before: "fell by 32 per cent, in the town by 17 per cent"."""
    changes = [one for one in sentence.numbers if one.number.unit in ("percent", "points")]
    if len(cues) != 1 or cues[0].kind is not ClaimKind.DIRECTION:
        return
    for first, second in pairwise(changes):
        between = range(first.span.end, second.span.start)
        named = [one.span.start for one in sentence.areas] + [one.start for one in sentence.subjects]
        if cues[0].start < second.span.start and any(place in between for place in named):
            yield replace(cues[0], start=second.span.start, end=second.span.end, mark=_AGAIN)


def _level_after(sentence: ReadSentence, cues: list[Cue], patterns: Patterns) -> Iterator[Cue]:
    """A level that a clause of its own states after a change: "fell, and stood at 696 in 2025"."""
    last = cues[-1]
    for one in sentence.numbers:
        start = one.span.start
        joined = _AND.search(sentence.low, last.end, start) if start > last.end else None
        level = one.number.unit in _OF_LEVELS and one.number.before is None
        if joined and level and patterns.words["level_verbs"].search(sentence.low, joined.end(), start + 1):
            yield Cue(start, one.span.end, ClaimKind.LEVEL)
            return


def _success_after(sentence: ReadSentence, cues: list[Cue], patterns: Patterns) -> Iterator[Cue]:
    """A success that a second half states of the work itself: "burglary fell, and the approach works"."""
    low, last = sentence.low, cues[-1]
    for one in patterns.words["results"].finditer(low, last.end):
        joint = _SECOND_HALF.search(low, last.end, one.start())
        work = patterns.words["work"].search(low, joint.end(), one.end()) if joint else None
        if work and not patterns.causes["reasons"].search(low, last.end, one.start()):
            yield Cue(one.start(), one.end(), ClaimKind.RESULT, mark=SUCCESS_AFTER)
            return


def _with_level(sentence: ReadSentence, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The assertions, and before them a level in a part of its own: "435 cases, a rise of 14 per cent".

    Two numbers of one kind are the ends of a change instead.
    """
    first = piece_of(sentence.low, cues[0].start)
    before = [one for one in sentence.numbers if one.span.end <= first.start]
    units = [one.number.unit for one in sentence.numbers]
    if len(before) != 1 or units.count(before[0].number.unit) > 1 or before[0].number.before is not None:
        return cues
    number = before[0]
    if number.number.unit in _OF_LEVELS or (
        number.number.unit == "percent" and cues[0].kind is ClaimKind.COMPARISON
    ):
        return (Cue(number.span.start, number.span.end, ClaimKind.LEVEL), *cues)
    return cues


def _counts(sentence: ReadSentence, cue: Cue, patterns: Patterns) -> bool:
    """Whether words assert something of the subject: not "more than 300", not "the town grew"."""
    low = sentence.low
    if cue.mark in CHANGES:
        return True
    if _THAN.search(low, cue.start, cue.end) and any(
        cue.start <= one.span.start <= cue.end + 2 for one in sentence.numbers
    ):
        return False
    if cue.kind is ClaimKind.DIRECTION and _is_of_others(low, cue, patterns):
        return False
    return not cue.weak or _is_said(low, cue, sentence.subjects)


def _is_held_against(sentence: ReadSentence, change: Cue, patterns: Patterns) -> bool:
    """Whether a change is held against another place or time, not against what was expected."""
    behind = other_change(sentence.low, change)
    last = change.end + len(behind)
    spans = [*(one.span for one in sentence.areas), *(one.span for one in sentence.periods)]
    if any(one.start < last and one.end > change.end for one in spans):
        return True
    return any(patterns.words[name].search(behind) for name in ("average", "elsewhere", "town"))


def _is_of_others(low: str, cue: Cue, patterns: Patterns) -> bool:
    """Whether what goes up or down is the town, its budget or its staff, named right before."""
    named = (
        one for one in patterns.words["others"].finditer(low, 0, cue.start) if cue.start - one.end() <= 1
    )
    return any(not _PREPOSITION.search(low, 0, one.start()) for one in named)


def _is_said(low: str, cue: Cue, subjects: tuple[FoundSubject, ...]) -> bool:
    """Whether "more" and its like are said of a subject: of one in the same part of the sentence, and of what
    nobody measures only right before it."""
    if _NOT_BEFORE.search(low[: cue.start]) or _NOT_AFTER.match(low[cue.end :]):
        return False
    piece = piece_of(low, cue.start)
    beside = [one for one in subjects if one.start < piece.end and one.end > piece.start]
    measured = any(one.words.indicators or one.words.codes or one.words.group for one in beside)
    beside_it = any(0 <= one.start - cue.end <= _NEAR for one in subjects)
    return measured or beside_it or any(one.start <= cue.start < one.end for one in subjects)
