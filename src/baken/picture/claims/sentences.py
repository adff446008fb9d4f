# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of a block that are read for claims: none longer than anybody writes."""

from __future__ import annotations

from collections.abc import Iterator

from baken.documents.sentences import bare_span, sentence_spans
from baken.model.remark import Span

_LONGEST = 1_000


def read_spans(text: str, within: Span) -> Iterator[Span]:
    """The sentences of one block; a longer one comes in parts, cut between words."""
    for one in sentence_spans(text, within):
        start = one.start
        while one.end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield from bare_span(text, start, cut)
            start = cut
        yield from bare_span(text, start, one.end)
