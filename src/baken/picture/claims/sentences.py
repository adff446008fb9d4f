# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of a document, with their place in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baken.model.remark import Span

_LONGEST = 1_000
# A sentence ends where a full stop is followed by a space and a capital, a digit or a quote.
_END = re.compile(r"[.!?…][\"”’)\]]*\s+(?=[\"“‘'(\[]*[A-ZÀ-Þ0-9])")
# Not after an abbreviation: letters with stops between them, one capital, or one of these.
_SHORT = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+[A-Za-z]?|\b(?:[A-Z]|art|bijv|bv|ca|circa|cf|dhr|dr|drs|evt|excl|incl|ing|ir|jl|"
    r"lid|max|mevr|min|mln|mr|mw|nr|nrs|ong|par|pag|prof|resp|st|tel|vgl|zgn|blz|hfst|afd|gem))\.$",
    re.IGNORECASE,
)


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """The sentences of one block of a text; white space at the ends is left out."""
    start = within.start
    for found in _END.finditer(text, within.start, within.end):
        stop = found.start() + 1
        if text[found.start()] == "." and _SHORT.search(text, max(start, stop - 20), stop):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, within.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The words of a sentence; one that is longer than anybody writes comes in parts, cut between words."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield from _bare(text, start, cut)
        start = cut
    yield from _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    words = inside.strip()
    if words:
        yield Span(start + left, start + left + len(words))
