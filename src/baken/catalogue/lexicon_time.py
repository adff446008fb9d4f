# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How sentences of a country state periods and measured numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, where
from baken.catalogue.lexicon_language import checked_pattern
from baken.model.claim import Exactness
from baken.model.errors import InputError

_GROUP = re.compile(r"<<(\w+)>>")


class PeriodKind(StrEnum):
    """The ways in which a sentence names a time."""

    YEAR = "year"
    SPAN = "span"
    SINCE = "since"
    VAGUE = "vague"
    SUB = "sub"
    DATE = "date"
    FUTURE = "future"
    NAME = "name"


class Meaning(StrEnum):
    """How the years of a phrase follow from its words.

    ``written``: they stand in it. ``said``: counted back from the day of the text. ``last``: as many whole
    years, up to the last one before that day. ``before``, ``after`` and ``same``: counted from the year that
    the sentence names elsewhere. ``none``: no year follows from it.
    """

    WRITTEN = "written"
    SAID = "said"
    LAST = "last"
    BEFORE = "before"
    AFTER = "after"
    SAME = "same"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRule:
    """One way to write a period.

    ``years`` is the number of years where the words do not hold it. ``since``: a part of a year that is a
    start without an end.
    """

    kind: PeriodKind
    pattern: str
    means: Meaning = Meaning.WRITTEN
    years: int = 1
    since: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PeriodLexicon:
    """Ways to write periods, in order of precedence; see ``lexicon_periods.yaml``."""

    groups: dict[str, str]
    rules: tuple[PeriodRule, ...]
    named: tuple[str, ...]
    never_named: tuple[str, ...]
    not_in_a_name: frozenset[str]
    leads_a_name: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NumberLexicon:
    """Number words, units and what surrounds a measured number; see ``lexicon_numbers.yaml``."""

    digits: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    joined: str
    and_half: tuple[str, ...]
    halves: dict[str, Decimal]
    comma: str
    parts: dict[str, int]
    half_of: str
    ordinals: frozenset[str]
    share_after: str
    share_before: str
    not_a_share: str
    times: dict[str, Decimal]
    times_unit: str
    factor: tuple[str, ...]
    percent: str
    points: str
    per: dict[str, int]
    per_whom: str
    counted: tuple[str, ...]
    counted_with: dict[str, str]
    counted_words: str
    adjectives: frozenset[str]
    bare_before: str
    bare_after: str
    mark_words: str
    mark_before: str
    mark_after: str
    exactness: dict[Exactness, tuple[str, ...]]
    earlier: str
    against: str
    against_after: str
    to: str
    start: str
    level_before: str
    per_before: tuple[str, ...]


@cache
def load_numbers(country: str = "nl", root: Path = DATA) -> NumberLexicon:
    """How numbers are stated. Raises InputError where the file is wrong or holds no valid pattern."""
    path = root / country / "lexicon_numbers.yaml"
    lexicon = load(NumberLexicon, path)
    for one in fields(NumberLexicon):
        value = getattr(lexicon, one.name)
        if isinstance(value, str):
            checked_pattern(value, one.name, path)
    return lexicon


@cache
def load_periods(country: str = "nl", root: Path = DATA) -> PeriodLexicon:
    """How periods are stated, with the groups of words filled in.

    Raises:
        InputError: the file is wrong, names a group that it does not have, or holds no valid pattern.

    """
    path = root / country / "lexicon_periods.yaml"
    raw = load(PeriodLexicon, path)
    return replace(raw, rules=tuple(_filled(rule, raw.groups, path) for rule in raw.rules))


def _filled(rule: PeriodRule, groups: dict[str, str], path: Path) -> PeriodRule:
    def group(match: re.Match[str]) -> str:
        if match[1] not in groups:
            raise InputError(f"'{rule.pattern}' names the unknown group '{match[1]}'.", where=where(path))
        return f"(?:{groups[match[1]]})"

    pattern = rule.pattern
    while _GROUP.search(pattern):
        pattern = _GROUP.sub(group, pattern)
    checked_pattern(re.sub(r"\{[abnm]\}", "1", pattern), rule.pattern, path)
    return replace(rule, pattern=pattern)
