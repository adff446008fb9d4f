# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where things stand in a document that knows no pages or lines: under which heading, in which paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from baken.documents.document import BlockKind, Document, Place
from baken.model.remark import Span

_LONGEST = 60


class Whereabouts:
    """Gives the place of any part of one document; the headings are counted once."""

    def __init__(self, document: Document, shown: str = "") -> None:
        """Take a document.

        Args:
            document: what was read.
            shown: its text as it may be shown, as long as its own; headings are repeated from this.
        """
        self._document, self._shown = document, shown or document.text
        self._starts = [block.span.start for block in document.blocks]
        self._spots: list[tuple[Span | None, int]] = []
        heading: Span | None = None
        counted: Counter[BlockKind] = Counter()
        for block in document.blocks:
            if block.kind is BlockKind.HEADING:
                heading, counted = block.span, Counter()
            else:
                counted[block.kind] += 1
            self._spots.append((heading, counted[block.kind]))

    def place(self, span: Span) -> Place:
        """Where the first of these characters stands.

        Raises:
            IndexError: outside the text.

        """
        place = self._document.place(span)
        if place.page or place.line:
            return place
        at = bisect_right(self._starts, span.start) - 1
        heading, number = self._spots[at]
        words = " ".join(heading.of(self._shown).split()) if heading else ""
        words = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        return replace(place, heading=words, kind=self._document.blocks[at].kind, number=number)
