# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a sentence that assert something each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_SPLIT = re.compile(
    r"\s*[;:]\s+|,\s+|\s+[–—-]\s+|(?<!\bnog)(?<!\ben)\s+(?=(?:terwijl|maar|doch|waarna|waardoor|zodat|omdat|doordat|hoewel)\b)"
    r"|\s+(?=en (?:die|dat|we|wij|onze|ik|daar|dit|ook|verder)\b)"
)
_BRACKETS = re.compile(r"\([^()]{0,300}\)")
# Words with which a part goes on about what follows, not about what was said before.
_FORWARD = re.compile(r"(?:terwijl|maar|doch|waarna|en|hoewel|in|op|voor)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters of a sentence."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        """Whether a place of the sentence lies in it."""
        return self.start <= place < self.end


def clauses(sentence: str, cues: Iterable[int], joints: Iterable[int] = ()) -> tuple[Clause, ...]:
    """Divide a sentence so that each clause holds one or more of the places of assertions.

    Args:
        sentence: in small letters.
        cues: where the assertions stand.
        joints: further places to divide at, such as an "and" between two assertions.
    """
    places = sorted(cues)
    if not places:
        return ()
    edges = sorted({*_cuts(sentence), *joints})
    pieces = [Clause(a, b) for a, b in pairwise(edges)]
    heads = [piece for piece in pieces if any(piece.holds(place) for place in places)]
    found, start = [], 0
    for index, head in enumerate(heads):
        later = heads[index + 1] if index + 1 < len(heads) else None
        end = _end(sentence, pieces, head, later)
        found.append(Clause(start, end))
        start = end
    return tuple(found)


def _end(sentence: str, pieces: list[Clause], head: Clause, later: Clause | None) -> int:
    """Where the clause of a head ends: before the first piece that leads on to the next head."""
    if later is None:
        return len(sentence)
    between = [one for one in pieces if head.end <= one.start < later.start]
    leads = (one.start for one in between if _FORWARD.match(sentence, one.start))
    return next(leads, later.start)


def piece_of(sentence: str, place: int) -> Clause:
    """The part of a sentence, between two marks or joining words, in which a place stands."""
    cuts = _cuts(sentence)
    after = bisect_right(cuts, place)
    return Clause(cuts[after - 1], cuts[after] if after < len(cuts) else len(sentence))


@lru_cache(maxsize=16)
def _cuts(sentence: str) -> tuple[int, ...]:
    """Where the parts of a sentence begin, and its end; asked again for every assertion in it."""
    return tuple(sorted({0, *(found.end() for found in _SPLIT.finditer(sentence)), len(sentence)}))


@lru_cache(maxsize=16)
def without_brackets(sentence: str) -> str:
    """The sentence with what stands in brackets blotted out; every character keeps its place."""
    return _BRACKETS.sub(lambda found: " " * len(found.group()), sentence)
