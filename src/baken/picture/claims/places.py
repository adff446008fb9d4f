# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The areas that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from baken.model.remark import Span
from baken.picture.claims.numbers_words import flat
from baken.picture.claims.places_names import PlaceNames, place_names
from baken.picture.claims.places_others import is_likened, other_municipalities

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-Ý][a-zà-ÿ]{2,40}(?:-[A-ZÀ-Ý][a-zà-ÿ]{1,40}){0,3}(?![\w-])")
_WORD = re.compile(r"[\w.+'’-]+")
# How far around a name its neighbours are read.
_BACK = 60


@dataclass(frozen=True, slots=True)
class NamedArea:
    """Words that name an area. ``code`` is "?" for one that is in no register.

    ``role`` is ``own`` for the municipality, ``within`` for a part of it, ``reference`` for the country or
    whatever it is compared with, and ``other``.
    """

    span: Span
    code: str
    role: str


def named_areas(sentence: str, picture: SafetyPicture) -> tuple[NamedArea, ...]:
    """The areas that a sentence names, in order.

    A name counts with its capital. One that is also a common word, such as a direction, counts only after a
    place word or preposition, or at the start before a verb. A capitalised word that nobody knows is a place
    only where the words around it leave no doubt.
    """
    places = place_names(picture)
    known = (*_known(sentence, places), *_phrases(sentence, places), *_others(sentence, places))
    found = sorted(known, key=lambda one: one.span)
    kept = _apart(found)
    taken = [one.span for one in kept]
    unknown = list(_unknown(sentence, places, taken))
    return tuple(sorted((*kept, *unknown), key=lambda one: one.span)) if unknown else tuple(kept)


def _apart(found: list[NamedArea]) -> list[NamedArea]:
    kept: list[NamedArea] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _known(sentence: str, places: PlaceNames) -> Iterator[NamedArea]:
    for match in places.names.finditer(sentence):
        name = match["own"] or match["name"]
        before = _before(sentence, match.start())
        after = _WORD.search(sentence, match.end(), match.end() + _BACK)
        if before and before[-1].lower() in places.lexicon.persons:
            continue
        follows = after[0] if after and not sentence[match.end() : after.start()].strip() else ""
        if flat(name) in places.lexicon.common and not _is_name(before, follows, places):
            continue
        area = places.areas[name]
        if name in places.others:
            continue
        yield NamedArea(Span(match.start(), match.end()), area.code, places.role(area))


def _before(sentence: str, start: int) -> list[str]:
    """The last words before a place; a sign of the end of a clause is a word too."""
    return sentence[max(0, start - _BACK) : start].replace(",", " , ").split()[-4:]


def _is_name(before: list[str], follows: str, places: PlaceNames) -> bool:
    """Whether a common word with a capital names an area here."""
    lexicon = places.lexicon
    if follows[:1].isupper() and follows.lower() not in lexicon.after_common:
        return False
    if not before or before[-1][-1] in ".!?:;–-•(":
        return not follows or flat(follows) in lexicon.after_common
    last = flat(before[-1])
    return last in lexicon.place_words or last in lexicon.before_common or last == ","


def _phrases(sentence: str, places: PlaceNames) -> Iterator[NamedArea]:
    plain = flat(sentence)
    for match in places.phrases.finditer(plain):
        code, role = places.said[match[0]]
        if role == "reference":
            after = _WORD.match(plain, match.end() + 1, match.end() + _BACK)
            if after and after[0].rstrip(".'") in places.lexicon.not_reference:
                continue
        yield NamedArea(Span(match.start(), match.end()), code, role)


def _others(sentence: str, places: PlaceNames) -> Iterator[NamedArea]:
    return (NamedArea(span, code, "other") for span, code in other_municipalities(sentence, places))


def _unknown(sentence: str, places: PlaceNames, taken: list[Span]) -> Iterator[NamedArea]:
    """Places that are in no register, where the words before a capitalised word say that it is one."""
    at, index = 0, 0
    for match in _CAPITAL.finditer(sentence):
        while index < len(taken) and taken[index].end <= match.start():
            index += 1
        if match.start() < at or (index < len(taken) and taken[index].start < match.end()):
            continue
        before = [flat(word) for word in _before(sentence, match.start())]
        if not before or match[0] in places.others or not _may_be_place(match[0], places):
            continue
        if is_likened(sentence[max(0, match.start() - _BACK) : match.start()], places):
            continue
        role = _unknown_role(sentence, match, before, places)
        if role:
            at = match.end()
            yield NamedArea(Span(match.start(), match.end()), "?", role)


def _may_be_place(word: str, places: PlaceNames) -> bool:
    plain = flat(word)
    return plain not in places.lexicon.no_place and not plain.endswith(places.lexicon.no_place_ends)


def _unknown_role(sentence: str, match: re.Match[str], before: list[str], places: PlaceNames) -> str:
    lexicon = places.lexicon
    if before[-1] in lexicon.within_unknown:
        return "within"
    if before[-1] in lexicon.sure_unknown:
        return "other"
    follows = _WORD.match(sentence, match.end() + 1, match.end() + _BACK)
    if follows and follows[0][:1].isupper():
        return ""
    if before[-1] in lexicon.before_unknown:
        return "other"
    compares = before[-1] in lexicon.compares_unknown and bool(set(before[:-1]) & lexicon.comparing)
    return "other" if compares else ""
