# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A text while its names are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.hits import Hit, Passage
from baken.disclosure.personal.runs import Piece
from baken.disclosure.personal.surroundings import BEFORE, around, closed_passages, public_passages

_JOINS = re.compile(
    r"(?: \(\d{1,2}\)|, \d{1,2} jaar| \([^()\n]{1,30}\)|:)?(?:, | en | & |, en | of |/| e/v | and )"
    r"(?:de heer |\w+ )?$"
)
_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?\)")
_CELL_BREAK = re.compile(r" \| |;(?! )|\t")


class Reading:
    """A text while its names are looked for, and what was found so far in the passage that is read."""

    def __init__(self, text: str, passages: Sequence[Passage], lexicon: PersonalLexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.shapes = around(lexicon)
        self.found: list[Hit] = []
        self.person_end = self.public_end = -1
        self.number, self.start, self.end = -1, 0, 0
        self._works: bool | None = None
        self._in_cells: bool | None = None
        self._passages = passages
        self._starts = [one.span.start for one in passages]
        self._public = public_passages(text, passages, self.shapes)
        self._closed = closed_passages(text, passages, self.shapes)

    def enter(self, at: int) -> bool:
        """Go to the passage at a place; whether its names are to be looked for."""
        if not self.start <= at < self.end:
            self.number = bisect_right(self._starts, at) - 1
            if self.number < 0:
                return False
            span = self._passages[self.number].span
            self.start, self.end = span.start, span.end
            self.person_end = self.public_end = -1
            self._works = self._in_cells = None
        return self.number not in self._public

    @property
    def signed(self) -> bool:
        """Whether the passage stands right behind the end of a letter."""
        return self.number in self._closed

    @property
    def works(self) -> bool:
        """Whether the passage holds a work of the literature: a year between brackets."""
        if self._works is None:
            self._works = bool(_YEAR.search(self.text, self.start, self.end))
        return self._works

    @property
    def in_cells(self) -> bool:
        """Whether the passage is a row of a table."""
        if self._in_cells is None:
            self._in_cells = bool(_CELL_BREAK.search(self.text, self.start, self.end))
        return self._in_cells

    def before(self, at: int) -> str:
        """The text right before a place, in its passage."""
        return self.text[max(self.start, at - BEFORE) : at]

    def stands_alone(self, piece: Piece) -> bool:
        """Whether a word is all of its passage."""
        if self.end - self.start > piece.end - piece.start + 20:
            return False
        return self.text[self.start : self.end].strip() == piece.words

    def joined(self, end: int, start: int) -> bool:
        """Whether only a word such as "en" stands between the last name and this place."""
        return 0 <= end < start <= end + 45 and bool(_JOINS.fullmatch(self.text, end, start))
