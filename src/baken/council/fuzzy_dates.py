# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Loose dates, such as *uiterlijk begin 2027*, as their words with the days that they allow."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from baken.council.dutch import MONTH, MONTHS, NUMBER, plain, read_number, read_ordinal, tidy
from baken.council.meeting import DATE, date_of
from baken.model.remark import Span


class Bound(StrEnum):
    """Which ends a date has: within two days, at the latest, from a day on, or none that can be named."""

    WITHIN = "within"
    BY = "by"
    FROM = "from"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEnds:
    """What the loose words mean, as first and last month of the year. Convention, not law; configurable.

    A last month before the first one lies in the next year. ``part_days`` are the last days of the begin and
    the middle of a month. ``recess`` are the first and last day of the summer recess, which *voor de zomer*
    and *na de zomer* look at.
    """

    begin: tuple[int, int] = (1, 3)
    middle: tuple[int, int] = (5, 8)
    end: tuple[int, int] = (10, 12)
    spring: tuple[int, int] = (3, 5)
    summer: tuple[int, int] = (6, 8)
    autumn: tuple[int, int] = (9, 11)
    winter: tuple[int, int] = (12, 2)
    part_days: tuple[int, int] = (10, 20)
    recess: tuple[tuple[int, int], tuple[int, int]] = ((7, 1), (8, 31))


@dataclass(frozen=True, slots=True, kw_only=True)
class FuzzyDate:
    """A date as the text has it. ``earliest`` and ``latest`` are days; None means that this end is open.

    Words whose year nobody can tell (*voor de zomer*, without a day to look from) are kept with both ends
    open and ``Bound.OPEN``.
    """

    words: str
    span: Span
    earliest: date | None
    latest: date | None
    bound: Bound

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.bound is Bound.WITHIN and self.earliest == self.latest and self.earliest is not None

    def overdue(self, on: date) -> bool:
        """Whether the last day that it allows has passed."""
        return self.latest is not None and on > self.latest


_Interval = tuple[date | None, date | None]
_YEAR = r"(?:19|20)[0-9]{2}"
_PART = r"(?:begin|medio|midden|half|eind|einde|voorjaar|lente|zomer|najaar|herfst|winter|voorjaars|zomers)"
_CORE = (
    rf"(?:(?P<whole>{DATE})"
    rf"|(?:(?P<part>{_PART})(?:\s+van)?\s+)?(?P<inmonth>{MONTH})\s+(?:van\s+)?(?P<monthyear>{_YEAR})"
    rf"|(?:(?:[QqKk](?P<q>[1-4]))|(?P<qword>[1-4]\s?(?:e|de|ste)|eerste|tweede|derde|vierde|laatste)\s+kwartaal)"
    rf"(?:\s*[-/']?\s*(?:van\s+)?(?P<qyear>{_YEAR}))"
    rf"|(?P<half>(?:eerste|tweede|1e|2e)\s+(?:helft|halfjaar)(?:\s+van)?)\s+(?P<halfyear>{_YEAR})"
    rf"|(?P<season>{_PART})\s+(?:van\s+)?(?P<seasonyear>{_YEAR}))"
)
_DATE = re.compile(rf"(?<![\w]){_CORE}(?![\w])", re.IGNORECASE)
_LEAD = re.compile(
    r"(?P<by>uiterlijk|niet\s+later\s+dan|op\s+zijn\s+laatst|tot\s+en\s+met|t/m|tot)(?:\s+(?:in|op|per|aan|het|de|van))*\s*$"
    r"|(?P<before>vóór|voor|tot|eerder\s+dan)(?:\s+(?:het|de|van))*\s*$"
    r"|(?P<after>na)(?:\s+(?:het|de))*\s*$"
    r"|(?P<since>vanaf|sinds|met\s+ingang\s+van|per|ingaande)(?:\s+(?:het|de))*\s*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"d\.\s?d\.\s*$|dd\.\s*$", re.IGNORECASE)
_HOLIDAY = re.compile(
    rf"\b(?P<rel>voor|na|uiterlijk\s+voor|nog\s+voor)\s+(?:de|het)\s+zomer(?:reces|vakantie)?(?:\s+(?:van\s+)?(?P<year>{_YEAR}))?\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?P<way>komende|aankomende|volgende|eerstvolgende|afgelopen|voorgaande|laatste|binnen)\s+(?P<count>{NUMBER})?\s*"
    r"(?P<unit>jaren|jaar|maanden|maand|kwartalen|kwartaal|weken|week)\b",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(
    rf"\b(?P<prep>in|over|gedurende|uiterlijk\s+in|vanaf|sinds|uit|heel)\s+(?:het\s+jaar\s+)?(?P<year>{_YEAR})\b(?!\s*[-–/]\s*[0-9])",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:/|–|-|\bof\b|\btot(?:\s+en\s+met)?\b|\bt/m\b|\ben\b)\s*", re.IGNORECASE)


def read_dates(text: str, on: date | None = None, ends: DateEnds | None = None) -> tuple[FuzzyDate, ...]:
    """Return the dates that a text names, in its order, exact and loose ones.

    Args:
        text: the whole text.
        on: the day of the document; words such as *komende vier jaar* and *voor de zomer* look from it.
            Without it their days stay open.
        ends: what the loose words mean.

    """
    ends = ends or DateEnds()
    words = plain(text)
    found = [*_holidays(text, words, on, ends), *_spans(text, words, on)]
    taken = _taken(found)
    cores, years = _stated(text, ends)
    found += [one for one in cores if not _overlaps(one.span, taken)]
    taken = _taken(found)
    found += [one for one in years if not _overlaps(one.span, taken)]
    return tuple(sorted(found, key=lambda one: one.span))


@lru_cache(maxsize=2)
def _stated(text: str, ends: DateEnds) -> tuple[tuple[FuzzyDate, ...], tuple[FuzzyDate, ...]]:
    """The dates and the years of a text that are the same from whatever day one looks."""
    words = plain(text)
    return tuple(_cores(text, words, ends)), tuple(_years(text, words))


def _taken(found: list[FuzzyDate]) -> list[tuple[int, int]]:
    """The places of dates, in order; those that overlap as one."""
    taken: list[tuple[int, int]] = []
    for start, end in sorted((one.span.start, one.span.end) for one in found):
        if taken and start < taken[-1][1]:
            taken[-1] = taken[-1][0], max(end, taken[-1][1])
        else:
            taken.append((start, end))
    return taken


def _overlaps(span: Span, taken: list[tuple[int, int]]) -> bool:
    """Whether a place lies over one that is taken: of those that begin before its end, the last ends last."""
    at = bisect_left(taken, (span.end, 0)) - 1
    return at >= 0 and span.start < taken[at][1]


def _cores(text: str, words: str, ends: DateEnds) -> Iterator[FuzzyDate]:
    found = list(_DATE.finditer(words))
    place = 0
    while place < len(found):
        one = found[place]
        first, last, interval = one.start(), one.end(), _interval(one, ends)
        place += 1
        lead = words[max(0, first - 30) : first]
        between = re.search(r"\btussen\s+$", lead, re.IGNORECASE)
        while place < len(found) and _joins(words[last : found[place].start()], bool(between)):
            interval = (interval[0], _interval(found[place], ends)[1])
            last = found[place].end()
            place += 1
        if interval == (None, None):
            continue
        yield _bounded(text, words, (first, last), interval)


def _joins(between: str, with_and: bool) -> bool:
    joined = _JOIN.fullmatch(between)
    return bool(joined) and (with_and or "en" not in between.casefold().split() or "met" in between)


def _bounded(text: str, words: str, place: tuple[int, int], interval: _Interval) -> FuzzyDate:
    """A date with the word in front of it that says which end counts."""
    first, last = place
    base = max(0, first - 24)
    lead = _LEAD.search(words[base:first])
    earliest, latest = interval
    bound = Bound.WITHIN
    if lead and (lead.start() == 0 or not words[base + lead.start() - 1].isalnum()):
        first = base + lead.start()
        if lead["by"]:
            bound, earliest = Bound.BY, None
        elif lead["before"] and earliest:
            bound, latest, earliest = Bound.BY, earliest - timedelta(days=1), None
        elif lead["after"] and latest:
            bound, earliest, latest = Bound.FROM, latest + timedelta(days=1), None
        elif lead["since"] and earliest:
            bound, latest = Bound.FROM, None
    else:
        signed = _SIGNED.search(words[base:first])
        first = base + signed.start() if signed else first
    return FuzzyDate(
        words=tidy(text[first:last]), span=Span(first, last), earliest=earliest, latest=latest, bound=bound
    )


def _months(year: int, months: tuple[int, int]) -> _Interval:
    first, last = months
    end = year + (last < first)
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def _interval(found: re.Match[str], ends: DateEnds) -> _Interval:
    if found["whole"]:
        day = date_of(found)
        return day, day
    if found["inmonth"]:
        return _in_month(found, ends)
    if found["qyear"]:
        quarter = int(found["q"]) if found["q"] else _quarter(found["qword"])
        return _months(int(found["qyear"]), (3 * quarter - 2, 3 * quarter))
    if found["half"]:
        first = found["half"].casefold().startswith(("eerste", "1"))
        return _months(int(found["halfyear"]), (1, 6) if first else (7, 12))
    return _months(int(found["seasonyear"]), _season(found["season"], ends))


def _quarter(word: str) -> int:
    return 4 if word.casefold() == "laatste" else read_ordinal(word) or 1


def _season(word: str, ends: DateEnds) -> tuple[int, int]:
    word = word.casefold()
    table: tuple[tuple[tuple[str, ...], tuple[int, int]], ...] = (
        (("begin",), ends.begin),
        (("medio", "midden", "half"), ends.middle),
        (("eind",), ends.end),
        (("voorjaar", "lente"), ends.spring),
        (("zomer",), ends.summer),
        (("najaar", "herfst"), ends.autumn),
    )
    return next((months for starts, months in table if word.startswith(starts)), ends.winter)


def _in_month(found: re.Match[str], ends: DateEnds) -> _Interval:
    year, month = int(found["monthyear"]), MONTHS[found["inmonth"].casefold().rstrip(".")]
    last = monthrange(year, month)[1]
    part = (found["part"] or "").casefold()
    one, two = ends.part_days
    days = (1, last)
    if part.startswith("begin"):
        days = (1, one)
    elif part.startswith(("medio", "mid", "half")):
        days = (one + 1, two)
    elif part.startswith("eind"):
        days = (two + 1, last)
    return date(year, month, days[0]), date(year, month, days[1])


def _holidays(text: str, words: str, on: date | None, ends: DateEnds) -> Iterator[FuzzyDate]:
    first, last = ends.recess
    for found in _HOLIDAY.finditer(words):
        span = Span(*found.span())
        before = not found["rel"].casefold().startswith("na")
        year = int(found["year"]) if found["year"] else None
        if year is None and on is not None:
            day = first if before else last
            year = on.year + (on >= date(on.year, *day))
        said = tidy(span.of(text))
        if year is None:
            yield FuzzyDate(words=said, span=span, earliest=None, latest=None, bound=Bound.OPEN)
        elif before:
            until = date(year, *first) - timedelta(days=1)
            yield FuzzyDate(words=said, span=span, earliest=None, latest=until, bound=Bound.BY)
        else:
            since = date(year, *last) + timedelta(days=1)
            yield FuzzyDate(words=said, span=span, earliest=since, latest=None, bound=Bound.FROM)


def later(day: date, months: int) -> date:
    """The same day so many months later (earlier if negative), or the last day of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _spans(text: str, words: str, on: date | None) -> Iterator[FuzzyDate]:
    steps: dict[str, Callable[[date, int], date]] = {
        "jaar": lambda day, count: later(day, 12 * count),
        "maand": later,
        "kwart": lambda day, count: later(day, 3 * count),
        "we": lambda day, count: day + timedelta(weeks=count),
    }
    for found in _SPAN.finditer(words):
        span = Span(*found.span())
        plural = found["unit"].casefold() in {"jaren", "maanden", "weken", "kwartalen"}
        count = read_number(found["count"]) if found["count"] else (None if plural else 1)
        if found["way"].casefold() == "binnen" and count is None:
            continue
        unit = found["unit"].casefold().replace("jaren", "jaar")
        step = next(step for start, step in steps.items() if unit.startswith(start))
        back = found["way"].casefold() in {"afgelopen", "voorgaande", "laatste"}
        said = tidy(span.of(text))
        if on is None or not count:
            yield FuzzyDate(words=said, span=span, earliest=None, latest=None, bound=Bound.OPEN)
        elif back:
            yield FuzzyDate(words=said, span=span, earliest=step(on, -count), latest=on, bound=Bound.WITHIN)
        else:
            yield FuzzyDate(words=said, span=span, earliest=on, latest=step(on, count), bound=Bound.WITHIN)


def _years(text: str, words: str) -> Iterator[FuzzyDate]:
    for found in _IN_YEAR.finditer(words):
        year = int(found["year"])
        word = found["prep"].casefold()
        first, last = date(year, 1, 1), date(year, 12, 31)
        span = Span(*found.span())
        bound = Bound.BY if word.startswith("uiterlijk") else Bound.WITHIN
        bound = Bound.FROM if word in {"vanaf", "sinds"} else bound
        yield FuzzyDate(
            words=tidy(span.of(text)),
            span=span,
            earliest=None if bound is Bound.BY else first,
            latest=None if bound is Bound.FROM else last,
            bound=bound,
        )
