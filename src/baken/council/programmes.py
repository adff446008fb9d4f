# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Programmes and plans that a text names, with their terms, and when they were or will be adopted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from baken.council.dutch import NUMBER, plain, read_number, tidy
from baken.council.fuzzy_dates import DateEnds, FuzzyDate, read_dates
from baken.model.remark import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanKind:
    """One kind of plan, by the names that documents give it (in small letters, singular).

    ``one_year``: whether a single year behind the name is a term (*Jaarplan 2024*).
    """

    id: str
    names: tuple[str, ...]
    one_year: bool = False


PROGRAMME = PlanKind(
    id="programme",
    names=(
        "meerjarenprogramma",
        "meerjarenplan",
        "meerjarenbeleid",
        "meerjarenbeleidsplan",
        "meerjarig beleidsplan",
        "integraal veiligheidsplan",
        "integrale veiligheidsplan",
        "integraal veiligheidsbeleid",
        "veiligheidsplan",
        "veiligheidsprogramma",
        "kadernota integrale veiligheid",
        "kadernota veiligheid",
        "kadernota",
        "beleidsplan",
        "beleidskader",
        "ivp",
        "mjp",
    ),
)
PLAN = PlanKind(
    id="plan",
    one_year=True,
    names=(
        "uitvoeringsplan",
        "uitvoeringsprogramma",
        "uitvoeringsagenda",
        "actieplan",
        "actieprogramma",
        "jaarplan",
        "werkplan",
        "activiteitenplan",
    ),
)
REGIONAL = PlanKind(id="regional", names=("regionaal beleidsplan", "regionale beleidsplan", "regioplan"))

KINDS = (REGIONAL, PROGRAMME, PLAN)
"""The kinds that are read unless others are given; a longer name goes before a shorter one."""

_TERM = (
    r"(?P<first>(?:19|20)[0-9]{2})\s*(?:-|–|—|/|t/m|tot\s+en\s+met|tot)\s*(?P<last>(?:19"
    r"|20)[0-9]{2}|[0-9]{2}(?![0-9]))"
)
_SINGLE = r"(?P<year>(?:19|20)[0-9]{2})(?!\s*[-–—/]\s*[0-9])"
_FAR = 90
"""Characters that may stand between the name of a plan and its term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A plan with its term; ``spans`` are all places that name it.

    ``subject`` is what stands between the kind and the term, such as *Veiligheid*.
    """

    kind: str
    subject: str
    start: date
    end: date
    spans: tuple[Span, ...]
    words: str = ""

    @property
    def term(self) -> str:
        """The term, as *2023-2026*."""
        first, last = self.start.year, self.end.year
        return str(first) if first == last else f"{first}-{last}"

    @property
    def years(self) -> int:
        """How many calendar years the term counts."""
        return self.end.year - self.start.year + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAdoption:
    """When a text says that a plan will be laid before the council; ``programme`` is None if it names no
    term."""

    kind: str
    when: FuzzyDate
    span: Span
    programme: Programme | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFrequency:
    """How often a text says that a kind of plan is made: once in so many years."""

    kind: str
    years: int
    words: str
    span: Span


def read_programmes(text: str, kinds: Iterable[PlanKind] = KINDS) -> tuple[Programme, ...]:
    """Return the plans that a text names with a term, by kind and start.

    A term runs from 1 January to 31 December. Names of one kind and term are one plan unless their subjects
    differ (*veiligheid*, *jeugd*); a name with more words (*Veiligheid Hoogdam*) is the same plan.
    """
    return _programmes(text, tuple(kinds))


@lru_cache(maxsize=2)
def _programmes(text: str, kinds: tuple[PlanKind, ...]) -> tuple[Programme, ...]:
    found: list[Programme] = []
    for one in _mentions(text, kinds):
        same = next((place for place, old in enumerate(found) if _same(old, one)), None)
        if same is None:
            found.append(one)
        else:
            old = found[same]
            found[same] = Programme(
                kind=old.kind,
                subject=max(old.subject, one.subject, key=len),
                start=old.start,
                end=old.end,
                spans=(*old.spans, *one.spans),
                words=old.words,
            )
    return tuple(sorted(found, key=lambda one: (one.kind, one.start, one.spans[0])))


def _pattern(kinds: tuple[PlanKind, ...]) -> re.Pattern[str]:
    names = sorted({name for kind in kinds for name in kind.names}, key=len, reverse=True)
    said = "|".join(r"\s+".join(re.escape(part) for part in name.split()) for name in names)
    initials = "".join(sorted({name[0] for name in names}))
    # The first letters stand before the names, so that most places are passed over quickly.
    return re.compile(rf"\b(?=[{re.escape(initials)}])(?P<kind>{said})(?:['’]s|s|nen)?\b", re.IGNORECASE)


def _kind(words: str, kinds: tuple[PlanKind, ...]) -> str:
    name = tidy(words).casefold()
    return next(kind.id for kind in kinds if name in kind.names)


def _one_year(words: str, kinds: tuple[PlanKind, ...]) -> bool:
    return any(kind.one_year for kind in kinds if kind.id == _kind(words, kinds))


def _mentions(text: str, kinds: tuple[PlanKind, ...]) -> Iterator[Programme]:
    words = plain(text)
    pattern = _pattern(kinds)
    term = re.compile(rf"{_TERM}|{_SINGLE}")
    names = list(pattern.finditer(words))
    for place, found in enumerate(names):
        limit = names[place + 1].start() if place + 1 < len(names) else len(words)
        limit = min(limit, found.end() + _FAR)
        dated = term.search(words, found.end(), limit + 14)
        if dated is None or dated.start() > limit:
            continue
        between = words[found.end() : dated.start()]
        if re.search(r"[.;:!?]|\n\s*\n\s*\n", between) or (dated["year"] and len(between.split()) > 3):
            continue
        if dated["year"] and not _one_year(found["kind"], kinds):
            continue
        if dated["year"] and not re.fullmatch(r"\s*(?:[A-Z(]?[\w&-]+\s+){0,3}[\"'(]*", between):
            continue
        years = _years(dated)
        if years is None or (
            dated["year"] and re.search(r"\b(?:in|van|begin|eind|april|q[1-4])\b", between, re.I)
        ):
            continue
        span = Span(found.start(), dated.end())
        yield Programme(
            kind=_kind(found["kind"], kinds),
            subject=_subject(between),
            start=date(years[0], 1, 1),
            end=date(years[1], 12, 31),
            spans=(span,),
            words=tidy(span.of(text)),
        )


def _years(found: re.Match[str]) -> tuple[int, int] | None:
    if found["year"]:
        return int(found["year"]), int(found["year"])
    first = int(found["first"])
    last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
    return (first, last) if first <= last <= first + 20 else None


_LINKS = frozenset(
    [
        "de",
        "het",
        "een",
        "over",
        "periode",
        "van",
        "voor",
        "in",
        "dat",
        "dit",
        "die",
        "is",
        "looptijd",
        "met",
        "jaren",
        "jaar",
        "kent",
        "en",
        "loopt",
        "geldt",
    ]
)


def _subject(between: str) -> str:
    """The words up to the first that only links to the term: *Veiligheid dat een looptijd van* is
    *Veiligheid*."""
    words: list[str] = []
    for word in re.findall(r"[^\W\d_][\w-]*", between):
        if word.casefold() in _LINKS:
            break
        words.append(word)
    return " ".join(words)


def same_subject(one: Programme, other: Programme) -> bool:
    """Whether two plans can be about the same: all words of one subject stand in the other."""
    first, second = set(one.subject.casefold().split()), set(other.subject.casefold().split())
    return first <= second or second <= first


def _same(one: Programme, other: Programme) -> bool:
    same = (one.kind, one.start, one.end) == (other.kind, other.start, other.end)
    return same and same_subject(one, other)


_ADOPTION = re.compile(
    r"\b(?:ter\s+vaststelling|vastgesteld|vaststelt|vaststellen|vaststelling|voorgelegd|aangeboden|naar\s+de\s+raad|"
    r"ter\s+besluitvorming)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n\s*\n|\n(?=\s*[-•*])|\n(?=[A-Z])")


def read_planned_adoptions(
    text: str, on: date | None = None, ends: DateEnds | None = None, kinds: Iterable[PlanKind] = KINDS
) -> tuple[PlannedAdoption, ...]:
    """Return where a text says when a plan goes to the council, or will be adopted.

    A sentence that names no plan itself (*Dit wordt uiterlijk begin 2027 voorgelegd*) is about the last plan
    named in the sentence before it.
    """
    kinds = tuple(kinds)
    words = plain(text)
    pattern = _pattern(kinds)
    programmes = read_programmes(text, kinds)
    dates = [one for one in read_dates(text, on, ends) if one.latest is not None and one.bound != "from"]
    found = []
    before: re.Match[str] | None = None
    for start, end in _sentences(words):
        names = list(pattern.finditer(words, start, end))
        first = bisect_left(dates, start, key=lambda one: one.span.start)
        held = first < len(dates) and dates[first].span.start < end
        name = names[-1] if names else before
        if held and name and _ADOPTION.search(words, start, end):
            near = dates[first]
            known = _at(programmes, name) if _kind(name["kind"], kinds) else None
            found.append(
                PlannedAdoption(
                    kind=_kind(name["kind"], kinds), when=near, span=Span(start, end), programme=known
                )
            )
        before = names[-1] if names else None
    return tuple(found)


def _sentences(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _SENTENCE.finditer(words):
        yield start, found.start()
        start = found.end()
    yield start, len(words)


def _at(programmes: tuple[Programme, ...], name: re.Match[str]) -> Programme | None:
    return next((one for one in programmes if any(span.start == name.start() for span in one.spans)), None)


_EVERY = re.compile(
    rf"\b(?:(?P<yearly>jaarlijkse?|ieder\s+jaar|elk\s+jaar|per\s+jaar)|(?P<two>twee-?jaarlijkse?)|(?P<four>vier-?jaarlijkse?)"
    rf"|(?:iedere|elke|eenmaal\s+in\s+de|eens\s+in\s+de|eens\s+per|om\s+de)\s+(?P<count>{NUMBER})\s+jaar)\b",
    re.IGNORECASE,
)

_NEAR = 60
"""Characters that may stand between such words and the name of a plan."""

# What is done every year with a plan, other than to make one.
_OTHER = re.compile(
    r"\b(?:evalu|geevalu|gerapport|rapport|monitor|gemonitor|bijgesteld|geactualiseerd)", re.IGNORECASE
)


def read_frequencies(text: str, kinds: Iterable[PlanKind] = KINDS) -> tuple[StatedFrequency, ...]:
    """Return how often a text says that plans are made, as in *(jaarlijkse) uitvoeringsprogramma's*.

    The word must stand in one sentence with the name of a kind, at most 60 characters from it.
    """
    kinds = tuple(kinds)
    words = plain(text)
    names = list(_pattern(kinds).finditer(words))
    starts, ends = [name.start() for name in names], [name.end() for name in names]
    found = []
    for one in _EVERY.finditer(words):
        first = bisect_left(ends, one.start() - _NEAR)
        last = bisect_right(starts, one.end() + _NEAR)
        near = [name for name in names[first:last] if _same_sentence(words, one, name)]
        if not near or _OTHER.search(re.split(r"[.;!?]\s", words[one.end() : one.end() + 70], maxsplit=1)[0]):
            continue
        name = min(near, key=lambda other: abs(other.start() - one.start()))
        years = 1 if one["yearly"] else 2 if one["two"] else 4 if one["four"] else read_number(one["count"])
        start = min(one.start(), name.start())
        span = Span(start - (words[start - 1 : start] == "("), max(one.end(), name.end()))
        found.append(
            StatedFrequency(
                kind=_kind(name["kind"], kinds), years=years or 1, words=tidy(span.of(text)), span=span
            )
        )
    return tuple(found)


def _same_sentence(words: str, one: re.Match[str], name: re.Match[str]) -> bool:
    first, last = min(one.end(), name.end()), max(one.start(), name.start())
    return not re.search(r"[.;!?]\s", words[first:last])
