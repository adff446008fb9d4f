# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Words on their way into an office file: only words, never markup, fields or signs that XML cannot hold."""

from __future__ import annotations

import re

from baken.model.text import Language, Text

# Everything below a space is a break or a control sign; the rest is what XML 1.0 has no place for.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]+")
_TAGS = {Language.NL: "nl-NL", Language.EN: "en-GB"}
INVENTED = Text(
    "Deze gemeente is verzonnen. Geen cijfer gaat over een echte plaats.",
    "This municipality is invented. No figure is about a real place.",
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“‘(])")


def plain(text: str) -> str:
    """The words on one line, without signs that change how others are read."""
    return part(text).strip()


def part(text: str) -> str:
    """The same for a part of a sentence, whose spaces at the ends belong to it."""
    return re.sub(" {2,}", " ", _UNFIT.sub(" ", text))


def tag_of(language: Language) -> str:
    """The language as office programs name it."""
    return _TAGS[language]


def sentences(text: str) -> list[str]:
    """A text cut between its sentences; put together with spaces it is the same text."""
    return _SENTENCE.split(text)
