# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that were broken at the end of a line with a hyphen, made whole.

A hyphen there belongs to the word ("politie-eenheid") or not ("veiligheids-thema"). The rest of the document
says so where it has the word on one line. Else the spelling decides: Dutch and English put a hyphen between
two vowels that would be read as one, and behind letters, figures and names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from baken.documents.passages import Passage

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEFT = re.compile(r"[^\W\d_]{2,40}-$")
_RIGHT = re.compile(r"[^\W\d_]{2,40}")
# The spelling of Dutch: these pairs of vowels would be one sound without the hyphen.
_CLASHES = frozenset(
    [
        "aa",
        "ae",
        "ai",
        "au",
        "ee",
        "ei",
        "eu",
        "ie",
        "ii",
        "ij",
        "oe",
        "oi",
        "oo",
        "ou",
        "ui",
        "uu",
        "uy",
        "iy",
        "ay",
        "ey",
        "oy",
        "aä",
        "eë",
        "ié",
        "ée",
        "éé",
        "éi",
        "éu",
    ]
)
# First parts that always keep their hyphen.
_KEPT = frozenset({"niet", "non", "ex", "oud", "vice", "sint", "zuid", "noord", "oost", "west", "sociaal"})


class HyphenMender:
    """Makes the words of one document whole."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the document that stand on one line, in small letters."""
        return frozenset(_WORD.findall(self.text.casefold()))

    def mended(self, passage: Passage) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text of a passage without hyphens from broken lines, and its origins."""
        text = passage.text
        cuts = [
            offset - 1
            for offset, _ in passage.origins
            if offset and text[offset - 1] == "-" and self._is_broken(text, offset)
        ]
        if not cuts:
            return text, passage.origins
        kept, parts = 0, []
        for cut in cuts:
            parts.append(text[kept:cut])
            kept = cut + 1
        moved = tuple((at - bisect_left(cuts, at), line) for at, line in passage.origins)
        return "".join([*parts, text[kept:]]), moved

    def _is_broken(self, text: str, offset: int) -> bool:
        """Whether the hyphen before this offset is only there because the line ended."""
        left = _LEFT.search(text[max(0, offset - 42) : offset])
        right = _RIGHT.match(text, offset)
        if not left or not right:
            return False
        first, second = left[0][:-1], right[0]
        whole, with_hyphen = (first + second).casefold(), f"{first}-{second}".casefold()
        if (whole in self.known) != (with_hyphen in self.known):
            return whole in self.known
        if second != second.lower() or first[1:] != first[1:].lower() or first.casefold() in _KEPT:
            return False
        return (first[-1] + second[0]).casefold() not in _CLASHES
