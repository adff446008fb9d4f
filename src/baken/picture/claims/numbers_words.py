# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers written out in words, and text made plain without moving a character."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from baken.catalogue.lexicon_time import NumberLexicon

_PLAIN = str.maketrans("áàäâãéèëêíìïîóòöôõúùüûç’‘`´‐‑−", "aaaaaeeeeiiiiooooouuuuc''''---")
# Compounds of number words are short; what is longer is no number.
_LONGEST = 60


def flat(text: str) -> str:
    """The text without capitals and accents, with plain quotes and hyphens; no character moves."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return lower.translate(_PLAIN)


def spaced(pattern: str) -> str:
    """A pattern of a lexicon in which a space stands for any white space, of which there is never much."""
    return re.sub(r" (\?)?", lambda found: r"\s{0,3}" if found[1] else r"\s{1,3}", pattern)


def any_of(words: list[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=len, reverse=True)
    )


class NumberWords:
    """The number words of one language."""

    def __init__(self, lexicon: NumberLexicon) -> None:
        """Work out all words below a hundred."""
        self._lexicon = lexicon
        joined = {
            f"{one}{lexicon.joined}{ten}": few + many
            for one, few in lexicon.digits.items()
            for ten, many in lexicon.tens.items()
            if few
        }
        self.small = {**lexicon.digits, **lexicon.teens, **lexicon.tens, **joined}
        with_half = {
            f"{word}{half}": Decimal(number) + Decimal("0.5")
            for word, number in {**lexicon.digits, **lexicon.teens}.items()
            for half in lexicon.and_half
            if number > 1
        }
        self.halves = {**lexicon.halves, **with_half}

    @cached_property
    def below_100(self) -> str:
        """A pattern for the whole numbers below a hundred."""
        return any_of(list(self.small))

    @cached_property
    def pattern(self) -> str:
        """A pattern for a number in words, with a decimal part where ``komma`` says so."""
        few, joined = self.below_100, self._lexicon.joined
        hundred, thousand, million = sorted(self._lexicon.scales, key=lambda word: self._lexicon.scales[word])
        hundreds = rf"(?:(?:{few})?{hundred}(?:\s?{joined}\s?)?(?:{few})?|(?:{few}))"
        thousands = rf"(?:(?:{hundreds}\s?)?{thousand}(?:\s?(?:{joined}\s?)?{hundreds})?|{hundreds})"
        whole = rf"(?:{any_of(list(self.halves))}|{thousands})(?:\s{million})?"
        return rf"(?:{whole}(?:\s{self._lexicon.comma}(?:\s(?:{few})){{1,3}})?)(?![\w-])"

    def value(self, words: str) -> tuple[Decimal, int] | None:
        """The number that plain words stand for, with its number of decimals; None when they are none."""
        if len(words) > _LONGEST:
            return None
        whole, _, part = words.partition(f" {self._lexicon.comma} ")
        number = self._whole("".join(whole.replace("-", " ").split()))
        if number is None:
            return None
        decimals = -int(number.as_tuple().exponent)
        if not part:
            return number, max(0, decimals)
        signs = "".join(str(self.small[word]) for word in part.split() if word in self.small)
        return Decimal(f"{number}.{signs}"), len(signs)

    def _whole(self, words: str) -> Decimal | None:
        if words in self.halves:
            return self.halves[words]
        if words in self.small:
            return Decimal(self.small[words])
        for scale, times in sorted(self._lexicon.scales.items(), key=lambda pair: -pair[1]):
            if scale in words:
                return self._scaled(words.partition(scale), times)
        return None

    def _scaled(self, parts: tuple[str, str, str], times: int) -> Decimal | None:
        above, _, below = parts
        below = below.removeprefix(self._lexicon.joined)
        many = self._whole(above) if above else Decimal(1)
        few = self._whole(below) if below else Decimal(0)
        return None if many is None or few is None else many * times + few
