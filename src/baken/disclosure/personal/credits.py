# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of those who wrote or made something: at the start of a line of credits, or beside a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from baken.catalogue.lexicon_media import MediaLexicon
from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.hits import Hit, Kind, Passage, either
from baken.disclosure.personal.press_stamps import byline_zone, find_stamp
from baken.disclosure.personal.runs import INITIALS, WORD
from baken.model.remark import Span


def authors(
    text: str, passages: Sequence[Passage], lexicon: PersonalLexicon, media: MediaLexicon
) -> Iterator[Hit]:
    """The names of authors and makers in each passage."""
    label, whole = _patterns(lexicon)
    for match in label.finditer(text):
        if not _is_body(match["name"], lexicon):
            yield Hit(Kind.AUTHOR, Span(*match.span("name")))
    texts = [one.span.of(text) for one in passages]
    zone = byline_zone(texts, [one.listed for one in passages], media)
    for index, words in enumerate(texts):
        length = _byline(words, whole, media) if zone[index] else 0
        if length:
            start = passages[index].span.start
            yield Hit(Kind.AUTHOR, Span(start, start + length))


def _is_body(name: str, lexicon: PersonalLexicon) -> bool:
    pieces = name.lower().split()
    return any(piece in lexicon.bodies or piece in lexicon.openers for piece in (pieces[0], pieces[-1]))


def _byline(text: str, whole: re.Pattern[str], media: MediaLexicon) -> int:
    """How many characters of a passage are names before a date, or are names beside one."""
    stamp = find_stamp(text, media)
    names = (text[: stamp.start] if stamp else text).rstrip(" •|,·-")
    if names.strip().lower() in media.desks:
        return 0
    if any(outlet in names for outlet in media.outlets if len(outlet) > 3):
        return 0
    return len(names) if whole.match(names) else 0


@cache
def _patterns(lexicon: PersonalLexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    particle = rf"(?:(?:{either(lexicon.particles)}) ){{0,3}}"
    last = rf"(?i:{particle}){WORD}"
    full = rf"(?:{INITIALS} ?{last}|{WORD} (?:{INITIALS} ?)?{last}(?: {WORD})?)"
    signed = rf"^(?:{either(lexicon.credits)}) "
    return (
        re.compile(rf"(?i:{signed})(?P<name>{full})", re.MULTILINE),
        re.compile(rf"{full}(?:(?:,| &| en| \|) {full}){{0,4}}$"),
    )
