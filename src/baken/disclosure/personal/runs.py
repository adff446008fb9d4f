# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs of words with a capital, among which the names of persons are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.hits import either

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x180) if chr(code).isupper())
INITIALS = rf"(?:(?:Th|Ch|Ph|IJ|Chr|Joh|[{UPPER}])\.-?){{1,6}}"
WORD = rf"(?:[dl][’'])?[{UPPER}]\w{{1,40}}(?:[’'-]\w{{1,40}}){{0,4}}"
_PIECE = rf"(?:{INITIALS}|{WORD})"
_MOST_PIECES = 9


class Part(Enum):
    """What a word of a run is by its form."""

    WORD = auto()
    INITIALS = auto()
    PARTICLE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a run, at its place in the passage."""

    words: str
    start: int
    end: int
    part: Part

    @property
    def small(self) -> str:
        """The word in small letters."""
        return self.words.lower()


Run = tuple[Piece, ...]


def runs_in(text: str, lexicon: PersonalLexicon) -> Iterator[Run]:
    """Each run of words with a capital, with the particles between them."""
    shapes = _shapes(lexicon)
    particles = shapes.particles
    for match in shapes.run.finditer(text):
        pieces = []
        for one in shapes.piece.finditer(text, *match.span()):
            pieces.append(Piece(one[0], *one.span(), _part(one[0], particles)))
        yield tuple(pieces)


@dataclass(frozen=True, slots=True)
class _Shapes:
    run: re.Pattern[str]
    piece: re.Pattern[str]
    particles: frozenset[str]


@cache
def _shapes(lexicon: PersonalLexicon) -> _Shapes:
    particle = rf"(?:(?:{either(lexicon.particles)}) ){{0,3}}"
    return _Shapes(
        run=re.compile(
            rf"(?<![\w.@/-]){_PIECE}(?:(?:(?<=\.)| {particle}){_PIECE}){{0,{_MOST_PIECES - 1}}}(?!\w)"
        ),
        piece=re.compile(rf"{_PIECE}|[^\s]+"),
        particles=frozenset(lexicon.particles),
    )


def _part(words: str, particles: frozenset[str]) -> Part:
    if words.lower() in particles:
        return Part.PARTICLE
    return Part.INITIALS if words.endswith((".", ".-")) else Part.WORD


def is_given(words: str, given: frozenset[str]) -> bool:
    """Whether a word is a first name, or several joined by a line."""
    return words in given or ("-" in words and all(part in given for part in words.split("-")))


def person_from(run: Run, at: int, given: frozenset[str]) -> int:
    """Where a name that begins at ``at`` ends: the index behind its last piece.

    It is first names and initials, then particles, then a surname of one or two words.
    """
    end, family, waiting = at, 0, False
    for index in range(at, len(run)):
        piece = run[index]
        if piece.part is Part.PARTICLE:
            if family:
                break
            waiting = True
            continue
        if family and (waiting or family >= 2 or piece.part is Part.INITIALS):
            break
        known = piece.part is Part.INITIALS or is_given(piece.words, given)
        if waiting or not known or family:
            family += 1
        waiting = False
        end = index + 1
    return end
