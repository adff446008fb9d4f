# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of a text, with their places, and its words in small letters at the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baken.model.remark import Span

# A sentence ends where a full stop is followed by a space and a capital, a digit or a quote.
_END = re.compile(r"[.!?…][\"”’)\]]*\s+(?=[\"“‘'(\[]*[A-ZÀ-Þ0-9])")
# Not after an abbreviation: letters with stops between them, one letter, or one of these.
_SHORT = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+[A-Za-z]?|\b(?:[A-Z]|art|bijv|bv|ca|circa|cf|dhr|dr|drs|evt|excl|incl|ing|ir|jl|"
    r"lid|max|mevr|min|mln|mr|mw|no|nr|nrs|ong|par|pag|prof|resp|st|tel|vgl|zgn|blz|hfst|afd|gem))\.$",
    re.IGNORECASE,
)
_FAR = 20


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """The sentences of one block of a text; white space at the ends is left out."""
    start = within.start
    for found in _END.finditer(text, within.start, within.end):
        stop = found.start() + 1
        if text[found.start()] == "." and _SHORT.search(text, max(start, stop - _FAR), stop):
            continue
        yield from bare_span(text, start, found.end())
        start = found.end()
    yield from bare_span(text, start, within.end)


def bare_span(text: str, start: int, end: int) -> Iterator[Span]:
    """These characters without white space at the ends; nothing where there is only white space."""
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    words = inside.strip()
    if words:
        yield Span(start + left, start + left + len(words))


def lowered(text: str) -> str:
    """The text in small letters, each at its own place: a capital whose small letter is longer stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
