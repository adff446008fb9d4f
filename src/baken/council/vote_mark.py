# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A place where a text speaks of a vote, and the sentences around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from baken.council.vote import Manner, Matter, Outcome, Side, SideList, StatedCount
from baken.council.vote_patterns import ABBREVIATION, BREAK
from baken.model.remark import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place where a text speaks of a vote.

    ``who`` is the stretch of names if it is known already; else they begin at ``end``. ``matter`` is empty
    where the words name none. ``read`` is the list itself where it stood in a table.
    """

    start: int
    end: int
    side: Side | None = None
    who: Span | None = None
    strict: bool = False
    by_faction: bool | None = None
    stated: tuple[StatedCount, ...] = ()
    outcome: Outcome | None = None
    manner: Manner | None = None
    matter: Matter | None = None
    number: str = ""
    head: bool = False
    read: SideList | None = None


class Sentences:
    """Where the sentences of a text end; the dot of an abbreviation or initial ends none."""

    def __init__(self, text: str) -> None:
        ends = (found.end() for found in BREAK.finditer(text) if not self._shortened(text, found))
        self._ends = [0, *ends, len(text)]

    @staticmethod
    def _shortened(text: str, found: re.Match[str]) -> bool:
        if text[found.start()] != ".":
            return False
        return ABBREVIATION.search(text, max(0, found.start() - 8), found.start()) is not None

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The sentence that holds these characters."""
        first = self._ends[max(0, bisect_left(self._ends, start + 1) - 1)]
        last = self._ends[min(len(self._ends) - 1, bisect_left(self._ends, end))]
        return first, last
