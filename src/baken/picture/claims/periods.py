# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The periods that a sentence states, and the years that a claim in it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from baken.catalogue.lexicon_time import Meaning, PeriodKind
from baken.model.remark import Span
from baken.picture.claims.numbers_words import flat
from baken.picture.claims.periods_patterns import FoundPhrase, PeriodPatterns, period_patterns

_RELATIVE = (Meaning.BEFORE, Meaning.AFTER, Meaning.SAME)
_ANCHORS = (PeriodKind.YEAR, PeriodKind.SPAN, PeriodKind.SUB, PeriodKind.SINCE)
_UNUSABLE = (PeriodKind.NAME, PeriodKind.VAGUE, PeriodKind.DATE, PeriodKind.FUTURE)
_MAY_BE_NAME = (PeriodKind.YEAR, PeriodKind.SPAN, PeriodKind.FUTURE)

Years = tuple[int | None, int | None, frozenset[str]]


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """Words that name a time. ``start`` and ``end`` are years; None where the words do not say.

    ``relative``: counted back from the day of the text, as "last year" is.
    """

    span: Span
    start: int | None
    end: int | None
    kind: PeriodKind
    relative: bool = False


def stated_periods(sentence: str, said: date, country: str = "nl") -> tuple[StatedPeriod, ...]:
    """Everything in a sentence that names a time, in order; names of documents and laws are marked as such.

    Args:
        sentence: as written.
        said: the day of the text; "last year" is the year before it.
        country: whose language the sentence is in.
    """
    plain, patterns = flat(sentence), period_patterns(country)
    phrases = list(patterns.phrases(plain))
    known = [None if one.rule.means in _RELATIVE else _period(plain, one, said, patterns) for one in phrases]
    anchors = _anchors(known)
    return tuple(
        _counted(phrase, anchors[index], said) if one is None else one
        for index, (phrase, one) in enumerate(zip(phrases, known, strict=True))
    )


def _period(plain: str, phrase: FoundPhrase, said: date, patterns: PeriodPatterns) -> StatedPeriod:
    """A period that needs no other one to be understood."""
    start, end = _years(phrase, said)
    kind = phrase.rule.kind
    if kind is PeriodKind.VAGUE and start is not None:
        # "Until 2019" has no start.
        start, end = None, start
    last = end if end is not None else start
    written = phrase.rule.means is Meaning.WRITTEN
    if written and kind in _MAY_BE_NAME and patterns.in_a_name(plain, phrase.start, phrase.end):
        kind = PeriodKind.NAME
    elif last is not None and last > said.year:
        kind = PeriodKind.FUTURE
    return StatedPeriod(Span(phrase.start, phrase.end), start, end, kind, relative=not written)


def _years(phrase: FoundPhrase, said: date) -> tuple[int | None, int | None]:
    rule = phrase.rule
    many = rule.years if phrase.count is None else phrase.count
    if rule.means is Meaning.LAST:
        return said.year - 1 - many, said.year - 1
    if rule.means is Meaning.SAID:
        start = said.year - many
    elif rule.means is Meaning.WRITTEN and phrase.first is not None:
        start = phrase.first
    else:
        return None, None
    open_ended = rule.kind is PeriodKind.SINCE or rule.since
    end = phrase.last if phrase.last is not None else (None if open_ended else start)
    return (end, start) if end is not None and end < start else (start, end)


def _anchors(known: Sequence[StatedPeriod | None]) -> list[int | None]:
    """For each phrase the year that the sentence named last before it, or else names first after it."""
    found: list[int | None] = []
    last: int | None = None
    for one in known:
        found.append(last)
        last = _anchor(one) or last
    following: int | None = None
    for index in range(len(known) - 1, -1, -1):
        if found[index] is None:
            found[index] = following
        following = _anchor(known[index]) or following
    return found


def _anchor(one: StatedPeriod | None) -> int | None:
    if one is None or one.kind not in _ANCHORS:
        return None
    return one.end if one.end is not None else one.start


def _counted(phrase: FoundPhrase, anchor: int | None, said: date) -> StatedPeriod:
    """A period that is counted from another one, such as "the year before"."""
    rule, year = phrase.rule, said.year - 1 if anchor is None else anchor
    many = rule.years if phrase.count is None else phrase.count
    year += {Meaning.BEFORE: -many, Meaning.AFTER: many}.get(rule.means, 0)
    end = None if rule.kind is PeriodKind.SINCE else year
    return StatedPeriod(Span(phrase.start, phrase.end), year, end, rule.kind, relative=anchor is None)


def period_of(periods: Sequence[StatedPeriod], direction: bool, newest_year: int) -> Years:
    """The first and last year that a claim is about, and marks.

    A direction in one year is the change from the year before. "Since" runs to the year that is named
    beside it, or to the newest. Marks: ``subperiod`` for a part of a year, ``future``, ``vague``, and
    ``reversed`` where the sentence names the later year as the one compared with: "was higher in 2019 than
    in 2025" is a fall.

    Args:
        periods: what the clause states.
        direction: whether the claim says which way something went.
        newest_year: the last year that may have figures.
    """
    usable = [one for one in periods if one.kind not in _UNUSABLE and one.start is not None]
    parts = [one for one in periods if one.kind is PeriodKind.SUB]
    wider = [one for one in usable if one.kind in (PeriodKind.SPAN, PeriodKind.SINCE)]
    if parts and (not wider or parts[0].span < wider[0].span):
        start, end = parts[0].start, parts[0].end
        if start is None:  # "Around carnival" of the year that is named beside it.
            start = end = next((one.start for one in usable if one.kind is PeriodKind.YEAR), None)
        return start, newest_year if end is None and start else end, frozenset({"subperiod"})
    if not usable:
        return _unusable(periods)
    spans = [one for one in usable if one.kind is PeriodKind.SPAN]
    if spans:
        return spans[0].start, spans[0].end, frozenset()
    starts = [one for one in usable if one.kind is PeriodKind.SINCE]
    years = sorted({one.start for one in usable if one.kind is PeriodKind.YEAR and one.start is not None})
    if starts:
        return _since(starts, years, newest_year)
    if len(years) == 1 and direction:
        return years[0] - 1, years[0], frozenset()
    return years[0], years[-1], frozenset()


def _unusable(periods: Sequence[StatedPeriod]) -> Years:
    for kind, mark in (
        (PeriodKind.FUTURE, "future"),
        (PeriodKind.DATE, "subperiod"),
        (PeriodKind.VAGUE, "vague"),
    ):
        found = next((one for one in periods if one.kind is kind), None)
        if found is not None:
            return found.start, found.end, frozenset({mark})
    return None, None, frozenset()


def _since(starts: Sequence[StatedPeriod], years: Sequence[int], newest_year: int) -> Years:
    first = min(starts, key=lambda one: one.start or 0)
    start = first.start or 0
    others = [year for year in years if year != start]
    if others and max(others) > start:
        return start, max(others), frozenset()
    if others:
        return min(others), start, frozenset({"reversed"})
    if first.relative and start >= newest_year:
        return newest_year - 1, newest_year, frozenset()
    # From the newest year on, there is nothing to compare with yet.
    return start, max(newest_year, start + 1), frozenset()
