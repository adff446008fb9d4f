# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where numbers stand in a sentence, and which unit the words around one give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from baken.catalogue.lexicon_time import NumberLexicon, load_numbers
from baken.model.claim import Exactness
from baken.picture.claims.numbers_words import NumberWords, any_of, spaced

# A whole number or decimal; no part of a date, a time, a code, a range or a word.
_DIGITS = (
    r"(?<![\w.,:/'-])(?P<sign>[-+](?=[0-9]))?"
    r"(?P<digits>(?:[0-9]{1,3}(?:[.\xa0\u202f][0-9]{3}){1,4}|[0-9]{1,12})(?:,[0-9]{1,6}|\.[0-9]{1,2}(?![0-9]))?)"
    r"(?!\w|[.,:/-][0-9])"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.\xa0\u202f][0-9]{3})+(?:,[0-9]+)?")
_YEAR = re.compile(r"(?:19[89]|20[0-9])[0-9]")
# How far before a number its context is read.
BACK = 32
_BEHIND = re.compile(r"(?:\s{1,3}[\w-]{1,50}){1,4}")
_PHRASE = 4
_ARTICLES = frozenset({"een", "de", "het"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A number in a sentence, its unit not yet certain: ``unit`` is empty where only the context can tell."""

    start: int
    end: int
    value: Decimal
    decimals: int
    unit: str = ""
    exactness: Exactness = Exactness.EXACT
    written: str = "digits"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and where its words end; ``power`` is how many tens a rate is to be divided by."""

    name: str
    end: int
    power: int = 0


class NumberPatterns:
    """The compiled patterns of one language."""

    def __init__(self, lexicon: NumberLexicon) -> None:
        """Compile what finds a number and what gives it its unit."""
        self.words = words = NumberWords(lexicon)
        self.lexicon = lexicon
        small = rf"(?:[0-9]{{1,3}}|(?:{words.below_100}))"
        parts = any_of(list(lexicon.parts))
        times = any_of(list(lexicon.times))
        number = rf"(?:[0-9]{{1,3}}(?:,[0-9])?|{any_of(list(words.halves))}|{words.below_100})"
        shares = (
            rf"(?P<times>(?:{times})\b|(?P<many>{number})\s?{spaced(lexicon.times_unit)}[a-z]*)",
            rf"(?P<ratio>(?P<few>{small})\s+op\s+(?P<each>(?:de|elke|iedere)\s+)?(?P<all>{small})\b(?![.,:/-]?[0-9]))",
            rf"(?P<part>(?:(?P<top>{words.below_100})\s?)(?P<under>{parts})\b(?!\s+{lexicon.not_a_share}))",
            rf"(?P<half>{spaced(lexicon.half_of)}\b)",
        )
        self.find = re.compile(
            rf"(?<![\w.,:/'-])(?=[a-z0-9])(?:{'|'.join(shares)})|{_DIGITS}|"
            rf"(?<![\w-])(?=[a-z])(?P<words>{words.pattern})"
        )
        self.per = re.compile(
            rf"\s*(?:[a-z][a-z-]{{2,40}}\s+){{0,3}}?per\s+(?P<per>{any_of(list(lexicon.per))})(?![\w.,]\d|\w)"
            rf"(?:\s+{lexicon.per_whom}\b)?"
        )
        self.per_anywhere = re.compile(rf"\bper\s+(?P<per>{any_of(list(lexicon.per))})(?![\w.,]\d|\w)")
        self.percent = re.compile(rf"\s*{spaced(lexicon.percent)}")
        self.points = re.compile(rf"\s*{spaced(lexicon.points)}")
        self.counted = tuple(lexicon.counted)
        self.factor = tuple(f" {word}" for word in lexicon.factor)
        self.per_before = tuple(f" {word}" for word in lexicon.per_before)
        self.exact = {
            " ".join(phrase.split()): kind
            for kind, phrases in lexicon.exactness.items()
            for phrase in phrases
        }
        self.exact_ends = frozenset(phrase.split()[-1] for phrase in self.exact)

    @cached_property
    def context(self) -> dict[str, re.Pattern[str]]:
        """The patterns of what surrounds a number, by their name in the lexicon."""
        names = (
            "share_after share_before counted_words bare_before bare_after mark_words mark_before "
            "mark_after start to earlier against against_after level_before"
        )
        return {name: re.compile(spaced(getattr(self.lexicon, name))) for name in names.split()}


@cache
def number_patterns(country: str = "nl") -> NumberPatterns:
    """The patterns of a country's language, compiled once."""
    return NumberPatterns(load_numbers(country))


def plain_number(written: str) -> tuple[Decimal, int] | None:
    """A number as Dutch writes it, with its number of decimals; None when it reads as a year."""
    if _GROUPED.fullmatch(written):
        written = re.sub(r"[.\xa0\u202f]", "", written)
    elif _YEAR.fullmatch(written):
        return None
    whole, _, part = written.replace(".", ",").partition(",")
    return Decimal(f"{whole}.{part}" if part else whole), len(part)


def unit_behind(flat: str, end: int, patterns: NumberPatterns) -> Unit | None:
    """The unit that stands right behind a number."""
    for name, pattern in (("points", patterns.points), ("percent", patterns.percent)):
        found = pattern.match(flat, end)
        if found:
            return Unit(name, found.end())
    found = patterns.per.match(flat, end) if flat.find("per", end, end + 2 * BACK) >= 0 else None
    if found:
        return Unit("rate", found.end(), patterns.lexicon.per[found["per"]])
    return Unit("count", end) if _counts(flat, end, patterns) else None


def _counts(flat: str, end: int, patterns: NumberPatterns) -> bool:
    """Whether the first noun behind a number is something that is counted here."""
    behind = _BEHIND.match(flat, end)
    for word in behind[0].split() if behind else ():
        if word.endswith(patterns.counted):
            return True
        if word not in patterns.lexicon.adjectives:
            other = patterns.lexicon.counted_with.get(word)
            return other is not None and flat.find(other, end, end + 3 * BACK) >= 0
    return False


def exactness_before(before: str, patterns: NumberPatterns) -> tuple[Exactness, str]:
    """How exactly a number is meant, by the words before it, and what stands before those words.

    The longest phrase counts; an article may stand between it and the number.
    """
    words = before.rsplit(None, _PHRASE)
    for article in (0, 1):
        last = words[-1 - article] if len(words) > article else ""
        if last.strip("(") not in patterns.exact_ends or (article and words[-1] not in _ARTICLES):
            continue
        for many in range(min(_PHRASE, len(words) - article), 0, -1):
            phrase = " ".join(words[len(words) - article - many : len(words) - article]).lstrip("(")
            if phrase in patterns.exact:
                rest = words[: len(words) - article - many]
                return patterns.exact[phrase], " ".join(rest) + " "
    return Exactness.EXACT, before
