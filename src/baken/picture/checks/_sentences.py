# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences and words of a document, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baken.documents.document import BlockKind, Document
from baken.documents.sentences import sentence_spans
from baken.model.remark import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
CLAUSE_END = re.compile(r"[,;:()–—|]|\s-\s")
# A clause is looked at this far on each side, so that a text without commas costs no more.
_WINDOW = 400


def sentences(document: Document, *, rows: bool = False) -> Iterator[Span]:
    """The sentences in order; a block without a full stop is one. Rows of tables only where asked for."""
    for block in document.blocks:
        if rows or block.kind is not BlockKind.ROW:
            yield from sentence_spans(document.text, block.span)


def clause_around(sentence: str, at: int) -> str:
    """The words between the nearest commas, brackets and such around a character of a sentence."""
    first = max(0, at - _WINDOW)
    near = sentence[first : at + _WINDOW]
    ends = [first + found.start() for found in CLAUSE_END.finditer(near)]
    start = max((end + 1 for end in ends if end < at), default=first)
    return sentence[start : min((end for end in ends if end >= at), default=first + len(near))]
