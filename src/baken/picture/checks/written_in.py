# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which language a text is written in, by counting small words. Rules for claims read one language."""

from __future__ import annotations

from collections import Counter

from baken.catalogue.lexicon_language import KnownLanguage

# So many characters are looked at, from the start and from the middle on.
_LOOKED_AT = 20_000
_FEWEST = 8
# One language must have so many times the words of each other.
_AHEAD = 2


def written_in(text: str, languages: tuple[KnownLanguage, ...]) -> KnownLanguage | None:
    """The language of a text; None where it is too short or holds too much of two.

    Args:
        text: of a document.
        languages: those that are known, with their small words.
    """
    half = max(_LOOKED_AT, len(text) // 2)
    words = Counter((text[:_LOOKED_AT] + " " + text[half : half + _LOOKED_AT]).lower().split())
    found = sorted(
        ((sum(words[word] for word in one.words), one) for one in languages),
        key=lambda pair: pair[0],
        reverse=True,
    )
    if not found or found[0][0] < _FEWEST:
        return None
    second = found[1][0] if len(found) > 1 else 0
    return found[0][1] if found[0][0] >= _AHEAD * second else None
