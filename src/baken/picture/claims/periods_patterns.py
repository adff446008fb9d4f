# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a sentence writes years, and whether they belong to the name of a document or law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_time import PeriodLexicon, PeriodRule, load_numbers, load_periods
from baken.picture.claims.numbers_words import NumberWords, any_of, spaced
from baken.picture.claims.periods_letters import first_letters

_SHORT = re.compile(r"'?([0-9]{2})")
# How far before its years the words of a name are looked for.
_BACK, _WORDS = 110, 9
# The years that a word may stand for.
_FIRST, _LAST = 1980, 2099
_STOPS = ".,;:!?)"


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase that names a time: by which rule, where, and the numbers in it."""

    rule: PeriodRule
    start: int
    end: int
    first: int | None
    last: int | None
    count: int | None


class PeriodPatterns:
    """The rules of one language as patterns; the first rule that fits at a place wins."""

    def __init__(self, lexicon: PeriodLexicon, words: NumberWords) -> None:
        """Compile the rules."""
        self.lexicon, self.words = lexicon, words
        century = any_of(["tweeduizend", "negentienhonderd"])
        year = (
            rf"(?:(?:19[89]|20[0-9])[0-9](?!\w|[.,][0-9]|\s(?:{lexicon.groups['not_a_year']})\b)"
            rf"|(?:{century})[\s-]?(?:en\s)?[a-z]{{3,20}}\b|'[0-9]{{2}}(?!\w))"
        )
        second = rf"(?:{year}|(?<=[-–/])(?:1[3-9]|[2-9][0-9])(?!\w|[.,][0-9]|\s?%|-))"
        # Nobody counts back 37 years: up to twenty, and whole tens.
        few = [
            word for word, number in words.small.items() if 1 < number <= 20 or (number and number % 10 == 0)
        ]
        several = any_of(few)
        many = rf"(?:[0-9]{{1,2}}|{several})"
        fills = {"{a}": year, "{b}": second, "{n}": rf"(?:{many}|een)", "{m}": many}
        self._rules: dict[str, list[tuple[PeriodRule, re.Pattern[str]]]] = {}
        for rule in lexicon.rules:
            pattern = spaced(rule.pattern)
            for name, fill in fills.items():
                key = "n" if name == "{m}" else name[1]
                pattern = pattern.replace(name, f"(?P<{key}>{fill})", 1).replace(name, fill)
            compiled = re.compile(pattern)
            for letter in first_letters(pattern):
                self._rules.setdefault(letter, []).append((rule, compiled))
        self._starts = re.compile(rf"(?<![\w€.,/'-])[{''.join(sorted(self._rules))}]")
        self._named = tuple(lexicon.named)
        self._never = tuple(lexicon.never_named)

    def phrases(self, plain: str) -> Iterator[FoundPhrase]:
        """The phrases in order."""
        end = 0
        for start in self._starts.finditer(plain):
            if start.start() < end:
                continue
            phrase = self._phrase_at(plain, start.start())
            if phrase:
                end = phrase.end
                yield phrase

    def _phrase_at(self, plain: str, start: int) -> FoundPhrase | None:
        for rule, pattern in self._rules[plain[start]]:
            match = pattern.match(plain, start)
            if match:
                return self._phrase(rule, match)
        return None

    def _phrase(self, rule: PeriodRule, match: re.Match[str]) -> FoundPhrase | None:
        """What a match says; None where the words in the place of a year are no number."""
        written = match.groupdict()
        years = (written.get("a"), written.get("b"))
        first, last = (self._year(one) for one in years)
        if (years[0] and first is None) or (years[1] and last is None):
            return None
        count = self._count(written.get("n"))
        return FoundPhrase(rule, match.start(), match.end(), first, last, count)

    def _year(self, written: str | None) -> int | None:
        if not written:
            return None
        if written.isdecimal() and len(written) == 4:
            return int(written)
        short = _SHORT.fullmatch(written)
        if short:
            return int(short[1]) + (1900 if int(short[1]) > 79 else 2000)
        read = self.words.value(written)
        return int(read[0]) if read and _FIRST <= read[0] <= _LAST else None

    def _count(self, written: str | None) -> int | None:
        if not written:
            return None
        read = self.words.value(written)
        return int(written) if written.isdecimal() else (int(read[0]) if read else None)

    def in_a_name(self, plain: str, start: int, end: int) -> bool:
        """Whether the years in these characters belong to the name of a document, programme or law."""
        lead = "".join(
            sign for sign in plain[start:end].partition("1")[0].partition("2")[0] if sign not in "('"
        )
        if not set(lead.split()) <= set(self.lexicon.leads_a_name):
            return False
        before = plain[max(0, start - _BACK) : start].rstrip("( ").split()[-_WORDS:]
        limit = 1 if lead.split() else _WORDS
        for place, word in enumerate(reversed(before)):
            if place >= limit or word in self.lexicon.not_in_a_name or word[-1] in _STOPS:
                return False
            bare = word.strip("'\"“”()")
            if bare.endswith(self._never):
                return False
            if bare.endswith(self._named):
                return True
        return False


@cache
def period_patterns(country: str = "nl") -> PeriodPatterns:
    """The patterns of a country's language, compiled once."""
    return PeriodPatterns(load_periods(country), NumberWords(load_numbers(country)))
