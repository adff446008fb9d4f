# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A sentence with all that was found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baken.catalogue.lexicon_claims import SubjectWords
from baken.documents.sentences import lowered
from baken.model.remark import Span
from baken.picture.claims.numbers import FoundNumber, stated_numbers
from baken.picture.claims.periods import StatedPeriod, stated_periods
from baken.picture.claims.places import NamedArea, named_areas
from baken.picture.claims.reading import Reading
from baken.picture.claims.subjects import FoundSubject, found_subjects

_MARGIN = re.compile(r"\s*[-–]?\s*(?:marge|betrouwbaar|interval|uur\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence: its words, the same in small letters, its place in the document, and what it speaks of."""

    text: str
    low: str
    place: Span
    subjects: tuple[FoundSubject, ...]
    numbers: tuple[FoundNumber, ...]
    periods: tuple[StatedPeriod, ...]
    areas: tuple[NamedArea, ...]


def subjects_in(low: str, reading: Reading) -> tuple[FoundSubject, ...]:
    """The subjects of a sentence in small letters, or else the one that its page is about."""
    return found_subjects(low, reading.patterns) or _assumed(reading)


def read_sentence(
    text: str, place: Span, subjects: tuple[FoundSubject, ...], reading: Reading
) -> ReadSentence:
    """Everything that a sentence names; the dear part of reading, only for those that have a subject."""
    return ReadSentence(
        text,
        lowered(text),
        place,
        subjects,
        _measured(text),
        stated_periods(text, reading.said),
        named_areas(text, reading.picture),
    )


def _assumed(reading: Reading) -> tuple[FoundSubject, ...]:
    """What a sentence speaks of that names nothing itself, where that is known."""
    words = SubjectWords(terms=(), indicators=(reading.indicator,))
    return (FoundSubject(0, 0, words),) if reading.indicator else ()


def _measured(text: str) -> tuple[FoundNumber, ...]:
    """The measured numbers of a sentence; the level of a margin ("95%-marge") is none, nor is an hour."""
    return tuple(one for one in stated_numbers(text) if not _MARGIN.match(text, one.span.end))
