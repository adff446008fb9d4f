# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Words of the field with a letter wrong: words that no list knows and that lie close to one of the field.

A compound of parts that the field uses is right by itself. One of other known parts is right unless it lies
one letter from a word of the field.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from baken.catalogue.dutch_words import dictionary, is_word
from baken.catalogue.lexicon_language import LanguageLexicon
from baken.documents.document import Document
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text

_WORD = re.compile(r"(?<![\w@./_-])[^\W\d_]{6,45}(?![\w@_]|-\w|[./]\w)")
_LONG = 10
_ENDS = ("s", "n", "en", "e", "er", "t", "je", "jes", "'s", "’s")
_TITLE = re.compile(r"\b(?:dhr|mw|mevr|de heer|mevrouw|meneer)\.?\s+(?:[a-z]+\s+)*$", re.IGNORECASE)


def near_miss_remarks(document: Document, lexicon: LanguageLexicon) -> tuple[Remark, ...]:
    """A remark for each misspelt word of the field, at all its places, in the order of the text."""
    field = _field(lexicon)
    places: dict[str, list[Span]] = defaultdict(list)
    for match in _WORD.finditer(document.text):
        places[match[0]].append(Span(*match.span()))
    found = []
    for word, spans in places.items():
        meant = "" if word.isupper() else field.meant(word)
        left = [span for span in spans if not _is_titled(document.text, span)] if meant else []
        found += [_remark(word, meant, left)] if left else []
    return tuple(sorted(found, key=lambda remark: remark.places))


def _is_titled(text: str, word: Span) -> bool:
    """Whether a word is a name behind a title."""
    return _TITLE.search(text, max(0, word.start - 30), word.start) is not None


def _remark(word: str, meant: str, places: list[Span]) -> Remark:
    right = meant.capitalize() if word[0].isupper() else meant
    return Remark(
        rule="language-spelling",
        weight=Weight.WARNING,
        message=Text(
            f"'{word}' lijkt een schrijffout; het lijkt op '{right}'.",
            f"'{word}' looks like a misspelling of '{right}'.",
        ),
        places=tuple(places),
        settle=Text(f"Bedoeld is waarschijnlijk: {right}.", f"Probably meant: {right}."),
    )


class _Field:
    """The words of the field, found back by their first or last letters."""

    def __init__(self, lexicon: LanguageLexicon) -> None:
        self.words = frozenset(word.lower() for word in lexicon.words)
        self.short = lexicon.short_parts
        self.needs_s = tuple(sorted(lexicon.needs_s, key=len, reverse=True))
        self.parts = set(lexicon.parts)
        self.by_edge: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            self.by_edge["<" + word[:3]].append(word)
            self.by_edge[">" + word[-4:]].append(word)
            for parts in self._splits(word, 3):
                self.parts.update(parts)

    def meant(self, written: str) -> str:
        """The word of the field that was meant, or nothing."""
        word = written.lower()
        if word in self.words or is_word(word) or self._ends_only(word):
            return ""
        sure = self._missing_s(word) or _participle(word)
        if sure:
            return sure
        splits = list(self._splits(word, 3))
        if any(all(self._of_field(part) for part in parts) for parts in splits):
            return ""
        reach = 2 if len(word) >= _LONG and not splits else 1
        # A capital may begin a name; then only a long word is held for a word of the field.
        if written[0].isupper() and len(word) < _LONG - 1:
            return ""
        near = [(distance(word, one, reach), one) for one in self._candidates(word)]
        best = min(near, default=(reach + 1, ""))
        return best[1] if best[0] <= reach else ""

    def _candidates(self, word: str) -> set[str]:
        both = self.by_edge.get("<" + word[:3], []) + self.by_edge.get(">" + word[-4:], [])
        return {one for one in both if abs(len(one) - len(word)) <= 2}

    def _ends_only(self, word: str) -> bool:
        return any(word.endswith(end) and word[: -len(end)] in self.words for end in _ENDS)

    def _missing_s(self, word: str) -> str:
        for part in self.needs_s:
            rest = word[len(part) :]
            if word.startswith(part) and len(rest) >= 4 and rest[0] != "s" and is_word(rest):
                return f"{part}s{rest}"
        return ""

    def _of_field(self, part: str) -> bool:
        ends = ("", "s", "en", "e", "n")
        return any(part.endswith(end) and part[: len(part) - len(end)] in self.parts for end in ends)

    def _splits(self, word: str, most: int) -> Iterator[tuple[str, ...]]:
        """The ways to take a word apart into known words of at least four letters, with s between them."""
        for at in range(3, len(word) - 2):
            first, rest = word[:at], word[at:]
            if not self._part(first):
                continue
            for tail in {rest, rest[1:] if rest[0] == "s" else rest}:
                if self._part(tail):
                    yield first, tail
                elif most > 2:
                    for more in self._splits(tail, most - 1):
                        yield first, *more

    def _part(self, part: str) -> bool:
        return part in self.short if len(part) < 4 else part in dictionary() or part in self.short


def _participle(word: str) -> str:
    """A participle with t that the language has with d only: "geregistreert"."""
    right = f"{word[:-1]}d"
    return right if word.startswith("ge") and word.endswith("t") and is_word(right) else ""


@cache
def _field(lexicon: LanguageLexicon) -> _Field:
    return _Field(lexicon)


def distance(one: str, other: str, most: int) -> int:
    """How many letters are changed, added, left out or swapped with the next; at most ``most`` + 1."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
