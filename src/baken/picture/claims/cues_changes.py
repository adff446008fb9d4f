# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a sentence holds a change against another change: "fell more strongly than in the country"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from baken.model.claim import ClaimKind, Way
from baken.picture.claims.clauses import Clause, piece_of
from baken.picture.claims.cues import Cue
from baken.picture.claims.patterns import Patterns

CHANGES = ("stronger", "weaker", "even")
"""The marks of such a comparison: larger than the other change, smaller, about as large."""
_JOINS = {"stronger": "dan", "weaker": "dan", "even": "als"}
# As many characters may stand between the two words of "sneller toe dan".
_APART = 48
# What is named first ("compared with the country") takes few words.
_FEW = 5
# And between a change and the part of the sentence that goes on about it.
_BEFORE = 90
# "..., and with that more strongly than"
_SHORT = 16
_DENIED = re.compile(r"\b(?:niet|geen|nauwelijks)\s+(?:een\s+)?$")
_STOP = re.compile(r"[,;:]|\bmaar\b")
_BETTER = (("better", Way.BETTER), ("worse", Way.WORSE))


def compared_changes(sentence: str, cues: Sequence[Cue], patterns: Patterns) -> tuple[Cue, ...]:
    """The assertions that compare two changes; each ends right after "than" or "as".

    Args:
        sentence: in small letters.
        cues: the directions and comparisons that were found in it.
        patterns: of the lexicon.
    """
    found = [*_of_directions(sentence, cues, patterns), *_of_courses(sentence, patterns)]
    return tuple(sorted(found, key=lambda one: one.start))


def without_parts(cues: Sequence[Cue], changes: Sequence[Cue]) -> list[Cue]:
    """The assertions that are left beside comparisons of changes: those that overlap one are a part of it."""
    apart = [one for one in cues if all(one.end <= each.start or each.end <= one.start for each in changes)]
    return sorted((*apart, *changes), key=lambda one: one.start)


def _of_directions(sentence: str, cues: Sequence[Cue], patterns: Patterns) -> Iterator[Cue]:
    ways = [one for one in cues if one.kind is ClaimKind.DIRECTION and one.way in (Way.UP, Way.DOWN)]
    for name in CHANGES:
        for match in patterns.changes[name].finditer(sentence):
            piece = piece_of(sentence, match.start())
            end = _joined(sentence, match, _JOINS[name], piece) or _named_first(sentence, match, patterns)
            if not end or _DENIED.search(sentence, 0, match.start()):
                continue
            way = _nearest([one for one in ways if not one.weak], match, piece, end)
            if way is not None:
                start = min(match.start(), way.start) if way.start >= piece.start else match.start()
                yield Cue(start, end, ClaimKind.COMPARISON, way.way, mark=name)


def _joined(sentence: str, match: re.Match[str], join: str, piece: Clause) -> int:
    """Where the word ends with which the other change begins; 0 without one near enough."""
    last = min(piece.end, match.end() + _APART)
    found = re.compile(rf"\b{join}\b").search(sentence, match.end(), last)
    return found.end() if found and not _STOP.search(sentence, match.end(), found.start()) else 0


def _named_first(sentence: str, match: re.Match[str], patterns: Patterns) -> int:
    """The same where the other change is named before: "compared with the country"."""
    found = list(patterns.changes["beside"].finditer(sentence, 0, match.start()))
    near = found and match.start() - found[-1].end() <= _BEFORE
    return found[-1].end() if near and not _STOP.search(sentence, found[-1].end(), match.start()) else 0


def _nearest(ways: Sequence[Cue], match: re.Match[str], piece: Clause, end: int) -> Cue | None:
    """The direction in the same part of the sentence, or else the last one shortly before that part."""
    ways = [one for one in ways if one.start != match.start()]  # Not "smaller share".
    last = max(end, match.end() + _SHORT)
    inside = [one for one in ways if piece.start <= one.start < last]
    if inside:
        return min(inside, key=lambda one: abs(one.start - match.start()))
    starts_here = match.start() - piece.start <= _SHORT
    before = [one for one in ways if match.start() - _BEFORE <= one.start < piece.start]
    return before[-1] if before and starts_here else None


def _of_courses(sentence: str, patterns: Patterns) -> Iterator[Cue]:
    """A development that is better or worse than elsewhere, whichever way it goes."""
    for course in patterns.changes["courses"].finditer(sentence):
        piece = piece_of(sentence, course.start())
        for name, way in _BETTER:
            match = patterns.ways[name].search(sentence, course.end(), piece.end)
            end = _joined(sentence, match, "dan", piece) if match else 0
            if match and end and not _DENIED.search(sentence, 0, match.start()):
                yield Cue(course.start(), end, ClaimKind.COMPARISON, way, mark="stronger")


def other_change(sentence: str, cue: Cue) -> str:
    """What the change is held against: the words behind "than"; ``cue`` ends there."""
    behind = _STOP.split(sentence[cue.end :])[0]
    if sentence[: cue.end].endswith(tuple(_JOINS.values())):
        return behind
    return " ".join(behind.split(" ")[:_FEW])
