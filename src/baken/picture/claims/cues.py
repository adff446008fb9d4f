# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that assert: that something goes up or down, is more than elsewhere, the lowest ever, or much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from baken.model.claim import ClaimKind, Way
from baken.picture.claims.longest import longest_apart
from baken.picture.claims.patterns import Pattern, Patterns

_DAN = re.compile(r"\bdan\b")
_STOP = re.compile(r"[,;:]|\bmaar\b")
# Longer than any single comparative, so more words than one.
_PHRASE = 12
_OPPOSITE = {Way.UP: Way.DOWN, Way.DOWN: Way.UP, Way.BETTER: Way.WORSE, Way.WORSE: Way.BETTER}
_AMONG = {"most": Way.UP, "least": Way.DOWN}
_SIDES = {"above": Way.UP, "below": Way.DOWN, "equal": Way.SAME}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at a place of the sentence that make it assert something.

    ``mark`` says what the words mean beside their kind: ``lowest``, ``highest``, ``vague`` or ``none``.
    ``weak`` words ("more", "less") count only next to what they are said of.
    """

    start: int
    end: int
    kind: ClaimKind
    way: Way | None = None
    mark: str = ""
    weak: bool = False


def found_cues(sentence: str, patterns: Patterns) -> tuple[Cue, ...]:
    """All assertions of a sentence in small letters, in order; the longest of overlapping ones.

    Directions that are denied ("not risen") are left out, unless the words together mean "the same".
    """
    found = [
        *_comparisons(sentence, patterns),
        *_extremes(sentence, patterns),
        *_directions(sentence, patterns),
    ]
    taken = _longest(_with_sides(found))
    denied = _denied(sentence, taken, patterns.words["not"])
    return tuple(sorted(denied, key=lambda one: one.start))


def weak_cues(sentence: str, patterns: Patterns) -> tuple[Cue, ...]:
    """Assertions that count only where there is no other: nothing happens, a vague amount, a success."""
    kinds = (("none", ClaimKind.LEVEL), ("vague", ClaimKind.LEVEL), ("results", ClaimKind.RESULT))
    return tuple(
        Cue(one.start(), one.end(), kind, mark=name)
        for name, kind in kinds
        for one in patterns.words[name].finditer(sentence)
    )


def _directions(sentence: str, patterns: Patterns) -> Iterator[Cue]:
    weak = patterns.words["comparatives"]
    for name, pattern in patterns.ways.items():
        for one in _overlapping(pattern, sentence):
            alone = weak.fullmatch(one.group()) is not None
            yield Cue(one.start(), one.end(), ClaimKind.DIRECTION, Way(name), weak=alone)


def _overlapping(pattern: Pattern, sentence: str) -> Iterator[re.Match[str]]:
    """All matches, also those that begin inside another: two verbs with one word that completes both."""
    found = pattern.search(sentence)
    while found:
        yield found
        found = pattern.search(sentence, found.start() + 1)


def _comparisons(sentence: str, patterns: Patterns) -> Iterator[Cue]:
    for name, pattern in patterns.comparison.items():
        for one in pattern.finditer(sentence):
            yield Cue(one.start(), one.end(), ClaimKind.COMPARISON, _SIDES[name])


def _extremes(sentence: str, patterns: Patterns) -> Iterator[Cue]:
    """The lowest and the highest: in time it is a level, among areas a comparison with the others."""
    for name, pattern in patterns.extremes.items():
        among = _AMONG.get(name)
        kind = ClaimKind.COMPARISON if among else ClaimKind.LEVEL
        for one in pattern.finditer(sentence):
            yield Cue(one.start(), one.end(), kind, among, mark=name)


def _with_sides(found: list[Cue]) -> list[Cue]:
    """A comparison that begins with "less safe" is one for the worse, not one of less."""
    sides = {
        one.start: one
        for one in found
        if one.kind is ClaimKind.DIRECTION
        and one.way in (Way.BETTER, Way.WORSE)
        and one.end - one.start > _PHRASE
    }
    return [
        replace(one, way=sides[one.start].way)
        if one.kind is ClaimKind.COMPARISON and one.start in sides and not one.mark
        else one
        for one in found
    ]


def _longest(found: list[Cue]) -> list[Cue]:
    """The longest of overlapping cues; but a verb goes with the nearest of two words that may complete it."""
    nearest: dict[int, Cue] = {}
    for one in sorted(found, key=lambda one: one.end - one.start):
        other = nearest.get(one.start)
        if other is None or other.weak or other.way is one.way or other.kind is not one.kind:
            nearest[one.start] = one
    return longest_apart(nearest.values())


def _denied(sentence: str, cues: list[Cue], denial: Pattern) -> Iterator[Cue]:
    for one in cues:
        before = _STOP.split(sentence[max(0, one.start - 25) : one.start])[-1]
        words = before.split()[-3:]
        is_denied = one.kind is ClaimKind.DIRECTION and denial.search(" ".join(words)) is not None
        if not is_denied or one.way is Way.SAME:
            yield one


def complement(sentence: str, cue: Cue) -> str:
    """What follows "than" after a comparative; empty where nothing does."""
    found = _DAN.search(sentence, cue.start)
    if not found:
        return ""
    return _STOP.split(sentence[found.end() :])[0]


def opposite(way: Way) -> Way:
    """Up for down and the like; the same for the same."""
    return _OPPOSITE.get(way, way)
