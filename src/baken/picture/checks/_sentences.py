# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences and words of a document, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baken.documents.document import Block, BlockKind, Document
from baken.model.remark import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
CLAUSE_END = re.compile(r"[,;:()–—|]|\s-\s")
_BREAK = re.compile(r"[.!?…][\"'”’)]*\s+(?=[^\W\d_a-z]|[“\"‘'(\d])")
_NO_END = re.compile(
    r"(?:\b(?:dhr|mw|mevr|mr|drs|dr|ir|ing|prof|nr|no|art|blz|bijv|bv|resp|ca|jl|incl|excl|evt|[a-z])|\.[a-z])\.$",
    re.IGNORECASE,
)
# A clause is looked at this far on each side, so that a text without commas costs no more.
_WINDOW = 400


def sentences(document: Document, *, rows: bool = False) -> Iterator[Span]:
    """The sentences in order; a block without a full stop is one. Rows of tables only where asked for."""
    for block in document.blocks:
        if rows or block.kind is not BlockKind.ROW:
            yield from sentences_of(document.text, block)


def sentences_of(text: str, block: Block) -> Iterator[Span]:
    """The sentences of one block."""
    start, end = block.span.start, block.span.end
    for found in _BREAK.finditer(text, start, end):
        until = found.end() - len(found[0]) + len(found[0].rstrip())
        if _NO_END.search(text[max(start, until - 8) : until]):
            continue
        yield Span(start, until)
        start = found.end()
    if start < end:
        yield Span(start, end)


def lowered(text: str) -> str:
    """The text in small letters, each at its own place: a capital whose small letter is longer stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def clause_around(sentence: str, at: int) -> str:
    """The words between the nearest commas, brackets and such around a character of a sentence."""
    first = max(0, at - _WINDOW)
    near = sentence[first : at + _WINDOW]
    ends = [first + found.start() for found in CLAUSE_END.finditer(near)]
    start = max((end + 1 for end in ends if end < at), default=first)
    return sentence[start : min((end for end in ends if end >= at), default=first + len(near))]
