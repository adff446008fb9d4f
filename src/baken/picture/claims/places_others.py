# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Other municipalities that a sentence is about, or holds its own one against.

A name alone is no place where something happened: "suspects from Heerlen", "the court of Utrecht". So a name
counts after a place word or "in", at the start before a verb, after "than", and in a row after another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baken.model.remark import Span
from baken.picture.claims.numbers_words import flat
from baken.picture.claims.places_names import PlaceNames

_BACK = 60
_WORD = re.compile(r"\s+([\w.+'’-]+)")
_IN_A_ROW = re.compile(r"\s*(?:,|en|of)\s+(?:in\s+)?(?:de gemeenten?\s+)?")
_ENDS = ".!?:;–-•(,"


def other_municipalities(sentence: str, places: PlaceNames) -> Iterator[tuple[Span, str]]:
    """Where other municipalities are named, and their codes; "?" where two have that name."""
    last = -1
    for match in places.other_names.finditer(sentence):
        span = Span(match.start(), match.end())
        in_a_row = last >= 0 and _IN_A_ROW.fullmatch(sentence, last, span.start) is not None
        if in_a_row or _counts(sentence, span, places):
            last = span.end
            yield span, places.others[match[0].replace("’", "'")]


def is_likened(before: str, places: PlaceNames) -> bool:
    """Whether a place is named only to say that it is the same there, or other ("unlike in")."""
    words = flat(before).rstrip()
    return any(
        words.endswith(one) and not words[: -len(one)][-1:].isalnum() for one in places.lexicon.likewise
    )


def _counts(sentence: str, span: Span, places: PlaceNames) -> bool:
    lexicon = places.lexicon
    before = sentence[max(0, span.start - _BACK) : span.start]
    words = [flat(word) for word in before.split()[-6:]]
    behind = _WORD.match(sentence, span.end, span.end + _BACK)
    follows = behind[1] if behind else ""
    if follows[:1].isupper() or is_likened(before, places):
        return False
    if words and words[-1] in lexicon.before_municipality:
        return True
    if sentence[span.start : span.end] in places.common_others:
        return False
    if not words or words[-1][-1] in _ENDS:
        return flat(follows) in lexicon.after_common
    compares = words[-1] in lexicon.compares_unknown and bool(set(words[:-1]) & lexicon.comparing)
    return compares or words[-2:] == ["dan", "de"]
