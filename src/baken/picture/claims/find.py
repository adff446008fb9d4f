# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The claims of a sentence: what is asserted, of what, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from baken.catalogue.lexicon_claims import SubjectWords
from baken.model.claim import Claim, ClaimKind, StatedNumber, Way
from baken.model.period import Period, PeriodKind
from baken.model.remark import Span
from baken.picture.claims.bars import bar_of_piece, bar_of_rest, bar_of_sentence
from baken.picture.claims.clauses import Clause, clauses, piece_of, without_brackets
from baken.picture.claims.cues import Cue, found_cues, opposite, weak_cues
from baken.picture.claims.numbers import FoundNumber, stated_numbers
from baken.picture.claims.patterns import Patterns
from baken.picture.claims.periods import StatedPeriod, period_of, stated_periods
from baken.picture.claims.places import NamedArea, named_areas
from baken.picture.claims.reading import Reading
from baken.picture.claims.shapes import Shape, shape_of
from baken.picture.claims.subjects import (
    WHOLE,
    FoundSubject,
    Subject,
    found_subjects,
    subject_of,
)

# These hold for both of two claims that say the same, when one of them says so.
_COMPARED = re.compile(r"ten opzichte van|t\.o\.v|vergeleken|tegenover|dan\b")
_PREPOSITION = re.compile(r"\b(?:in|van|binnen|voor|op|onder|door|bij|over|uit)\s+$")
_MARGIN = re.compile(r"\s*[-–]?\s*(?:marge|betrouwbaar|interval)", re.IGNORECASE)
_THAN = re.compile(r"\bdan$")
_AGAINST = re.compile(r"\btegen(?:over)?\b")
_EITHER = {"registrations", "source"}
_AND = re.compile(r"\ben\b")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with all that was found in it."""

    text: str
    low: str
    place: Span
    subjects: tuple[FoundSubject, ...]
    numbers: tuple[FoundNumber, ...]
    periods: tuple[StatedPeriod, ...]
    areas: tuple[NamedArea, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What a clause takes over from the one before it, where it says nothing itself.

    ``earlier`` are the areas of the one before, where this one names its own.
    """

    subjects: tuple[FoundSubject, ...] = ()
    periods: tuple[StatedPeriod, ...] = ()
    areas: tuple[NamedArea, ...] = ()
    earlier: tuple[NamedArea, ...] = ()


def claims_of(text: str, place: Span, reading: Reading) -> Iterator[Claim]:
    """The claims of one sentence, in order.

    Args:
        text: the sentence.
        place: where it stands in the document.
        reading: what it is read with.
    """
    low = _lower(text)
    subjects = found_subjects(low, reading.patterns) or _assumed(reading)
    if not (subjects or _is_general(low, reading.patterns)) or bar_of_sentence(low, reading.patterns):
        return
    sentence = _Sentence(
        text,
        low,
        place,
        subjects,
        _measured(text),
        stated_periods(text, reading.said),
        named_areas(text, reading.picture),
    )
    cues = _cues(sentence, reading.patterns)
    context, found = _Context(), list[Claim]()
    for clause in clauses(
        without_brackets(low),
        (one.start for one in cues),
        _joints(low, cues, tuple(one.start for one in subjects)),
    ):
        inside = tuple(one for one in cues if clause.holds(one.start))
        context = _context(sentence, clause, context)
        claim = _claim(sentence, clause, inside, context, reading)
        if claim is None:
            continue
        if found and _repeats(found[-1], claim, low[: clause.start]):
            found[-1] = _merged(found[-1], claim)
        else:
            found.append(claim)
    yield from found


def _assumed(reading: Reading) -> tuple[FoundSubject, ...]:
    """What a sentence speaks of that names nothing itself, where that is known."""
    words = SubjectWords(terms=(), indicators=(reading.indicator,))
    return (FoundSubject(0, 0, words),) if reading.indicator else ()


def _repeats(one: Claim, other: Claim, before: str) -> bool:
    """Whether a claim says once more what the one before it said: after a colon, or of the same period."""
    same = (one.kind, one.indicators, one.group, one.area, one.way) == (
        other.kind,
        other.indicators,
        other.group,
        other.area,
        other.way,
    )
    return same and (before.rstrip().endswith(":") or (one.start, one.end) == (other.start, other.end))


def _merged(one: Claim, other: Claim) -> Claim:
    """Both as one: the longer period, the number of either, the marks of both."""
    longer = max(
        (one, other), key=lambda each: (each.end.year - each.start.year) if each.start and each.end else -1
    )
    return replace(
        one,
        words=Span(one.words.start, other.words.end),
        start=longer.start,
        end=longer.end,
        number=one.number or other.number,
        marks=(one.marks & other.marks) | ((one.marks | other.marks) & _EITHER),
    )


def _measured(text: str) -> tuple[FoundNumber, ...]:
    """The measured numbers of a sentence; the level of a margin ("95%-marge") is none."""
    return tuple(one for one in stated_numbers(text) if not _MARGIN.match(text, one.span.end))


def _is_general(low: str, patterns: Patterns) -> bool:
    """Whether a sentence without a subject praises the work itself, or says that all "scores" high or low."""
    words = patterns.words
    praised = words["strong_results"].search(low) and words["work"].search(low)
    return bool(praised or (words["scores"].search(low) and words["average"].search(low)))


def _lower(text: str) -> str:
    """In small letters and exactly as long."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _cues(sentence: _Sentence, patterns: Patterns) -> tuple[Cue, ...]:
    """The cues that count: strong ones, weak ones next to a subject; numbers and vague words if no other."""
    low = sentence.low
    found = [one for one in found_cues(low, patterns) if _counts(sentence, one, patterns)]
    if not sentence.subjects:
        compared = [one for one in found if one.kind is ClaimKind.COMPARISON]
        return tuple(compared or (one for one in weak_cues(low, patterns) if one.kind is ClaimKind.RESULT))
    if found:
        return _with_level(
            sentence, (*found, *_elliptic(sentence, found), *_level_after(sentence, found, patterns))
        )
    outside = without_brackets(low)
    levels = tuple(
        Cue(one.span.start, one.span.end, ClaimKind.LEVEL)
        for one in sentence.numbers
        if outside[one.span.start : one.span.end].strip()
    )
    return levels or weak_cues(low, patterns) or tuple(_vague_before(sentence, patterns))


def _vague_before(sentence: _Sentence, patterns: Patterns) -> Iterator[Cue]:
    """A vague word right before the subject: "heavy nuisance"."""
    starts = {one.start for one in sentence.subjects}
    for one in patterns.words["vague_before"].finditer(sentence.low):
        if starts.intersection(range(one.end(), one.end() + 2)):
            yield Cue(one.start(), one.end(), ClaimKind.LEVEL, mark="vague")


def _elliptic(sentence: _Sentence, cues: list[Cue]) -> Iterator[Cue]:
    """Changes whose verb stands in the clause before: "fell by 32 per cent, in the town by 17 per cent"."""
    changes = [one for one in sentence.numbers if one.number.unit in ("percent", "points")]
    if len(cues) != 1 or cues[0].kind is not ClaimKind.DIRECTION:
        return
    for first, second in pairwise(changes):
        between = range(first.span.end, second.span.start)
        named = [one.span.start for one in sentence.areas] + [one.start for one in sentence.subjects]
        if cues[0].start < second.span.start and any(place in between for place in named):
            yield replace(cues[0], start=second.span.start, end=second.span.end, mark=_AGAIN)


def _level_after(sentence: _Sentence, cues: list[Cue], patterns: Patterns) -> Iterator[Cue]:
    """A level that a clause of its own states after a change: "fell, and stood at 696 in 2025"."""
    last = cues[-1]
    for one in sentence.numbers:
        start = one.span.start
        joined = _AND.search(sentence.low, last.end, start) if start > last.end else None
        if joined and one.number.unit in _OF_LEVELS and one.number.before is None:
            if patterns.words["level_verbs"].search(sentence.low, joined.end(), start + 1):
                yield Cue(start, one.span.end, ClaimKind.LEVEL)
                return


_AGAIN = "again"
_OF_LEVELS = ("rate", "count", "mark", "share")


def _with_level(sentence: _Sentence, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The assertions, and before them a level in a part of its own: "435 cases, a rise of 14 per cent".

    Two numbers of one kind are the ends of a change instead.
    """
    first = piece_of(sentence.low, cues[0].start)
    before = [one for one in sentence.numbers if one.span.end <= first.start]
    units = [one.number.unit for one in sentence.numbers]
    if len(before) != 1 or units.count(before[0].number.unit) > 1 or before[0].number.before is not None:
        return cues
    number = before[0]
    if number.number.unit in _OF_LEVELS or (
        number.number.unit == "percent" and cues[0].kind is ClaimKind.COMPARISON
    ):
        return (Cue(number.span.start, number.span.end, ClaimKind.LEVEL), *cues)
    return cues


# As many characters may stand between "more" and what it is said of.
_NEAR = 12
# "no more", "among others", "more than 300": these compare nothing.
_NOT_BEFORE = re.compile(r"\b(?:niet|geen|onder|nooit|te|wat|zonder|nog)\s+$")
_NOT_AFTER = re.compile(
    r"\s+(?:dan\s+\d|informatie|of minder|en meer|toezicht|aandacht|inzet|capaciteit|politie)"
)


def _counts(sentence: _Sentence, cue: Cue, patterns: Patterns) -> bool:
    """Whether words assert something of the subject: not "more than 300", not "the town grew"."""
    low = sentence.low
    if _THAN.search(low, cue.start, cue.end) and any(
        cue.start <= one.span.start <= cue.end + 2 for one in sentence.numbers
    ):
        return False
    if cue.kind is ClaimKind.DIRECTION and _is_of_others(low, cue, patterns):
        return False
    return not cue.weak or _is_said(low, cue, sentence.subjects)


def _is_of_others(low: str, cue: Cue, patterns: Patterns) -> bool:
    """Whether what goes up or down is the town, its budget or its staff, named right before."""
    named = (
        one for one in patterns.words["others"].finditer(low, 0, cue.start) if cue.start - one.end() <= 1
    )
    return any(not _PREPOSITION.search(low, 0, one.start()) for one in named)


def _is_said(low: str, cue: Cue, subjects: tuple[FoundSubject, ...]) -> bool:
    """Whether "more" and its like are said of a subject: of one in the same part of the sentence, and of what
    nobody measures only right before it."""
    if _NOT_BEFORE.search(low[: cue.start]) or _NOT_AFTER.match(low[cue.end :]):
        return False
    piece = piece_of(low, cue.start)
    beside = [one for one in subjects if one.start < piece.end and one.end > piece.start]
    measured = any(one.words.indicators or one.words.codes or one.words.group for one in beside)
    return measured or any(0 <= one.start - cue.end <= _NEAR for one in subjects)


def _joints(low: str, cues: tuple[Cue, ...], subjects: tuple[int, ...]) -> Iterator[int]:
    """The "and" between two assertions that differ, or of which the second names a subject of its own."""
    for one, other in pairwise(cues):
        found = _AND.search(low, one.end, other.start)
        if not found:
            continue
        differ = (one.kind, one.way) != (other.kind, other.way) or one.kind is ClaimKind.LEVEL
        differ = differ or _AGAIN in (one.mark, other.mark)
        own = any(found.end() <= place < other.start for place in subjects)
        if differ or (own and ":" not in low[found.end() : other.start]):
            yield found.start()


def _context(sentence: _Sentence, clause: Clause, before: _Context) -> _Context:
    """What stands in a clause; else in the one before it; else anywhere in the sentence."""

    subjects = tuple(one for one in sentence.subjects if clause.holds(one.start))
    periods = tuple(one for one in sentence.periods if clause.holds(one.span.start))
    areas = tuple(one for one in sentence.areas if clause.holds(one.span.start))
    return _Context(
        subjects or before.subjects or sentence.subjects,
        _periods(sentence, periods, before.periods) or sentence.periods,
        areas or before.areas or sentence.areas,
        before.areas if areas else (),
    )


def _periods(
    sentence: _Sentence, own: tuple[StatedPeriod, ...], before: tuple[StatedPeriod, ...]
) -> tuple[StatedPeriod, ...]:
    """The periods of a clause; one that names only the start ("a rise since 2023") ends where the last did."""
    compared = [one for one in own if _COMPARED.match(sentence.low, one.span.start)]
    if own and len(compared) == len(own):
        return (*(one for one in before if one.start == one.end), *own)
    return own or before


def _claim(
    sentence: _Sentence, clause: Clause, cues: tuple[Cue, ...], context: _Context, reading: Reading
) -> Claim | None:
    low, patterns = sentence.low, reading.patterns
    cue = _leading(cues)
    bare = without_brackets(low)
    piece = piece_of(bare, cue.start)
    level = cue.kind in (ClaimKind.LEVEL, ClaimKind.RESULT)
    if bar_of_piece(bare[piece.start : piece.end], patterns, level=level) or bar_of_rest(
        bare[: piece.start], bare[piece.end :], patterns
    ):
        return None
    cue = _moved(cue, sentence, clause)
    last = min(piece.end, clause.end)
    # What comes after the part with the assertion may still say where, but not where else.
    named = tuple(
        one
        for one in context.areas
        if one.span.start < last or (one.role == "within" and one.span.start < clause.end)
    )
    shape = shape_of(low, clause, cue, (named, context.earlier), reading)
    subject = _subject(low, cue, context)
    number = _in_own_unit(_number(sentence, clause, shape.kind), subject, reading)
    start, end, marks = _when(context.periods, shape, reading)
    own = any(clause.holds(one.span.start) for one in context.periods)
    if not own and shape.kind in (ClaimKind.LEVEL, ClaimKind.COMPARISON) and start != end:
        start = end = None  # A level is not of the span that another clause speaks of.
    return Claim(
        kind=shape.kind,
        sentence=sentence.place,
        words=Span(sentence.place.start + clause.start, sentence.place.start + clause.end),
        area=shape.area,
        indicators=subject.indicators,
        group=subject.group,
        start=start,
        end=end,
        way=opposite(shape.way) if "reversed" in marks and shape.way else shape.way,
        number=number,
        about=shape.about,
        marks=_fitting(frozenset({*shape.marks, *marks}), subject.indicators, reading),
    )


def _subject(low: str, cue: Cue, context: _Context) -> Subject:
    """What a clause speaks of; who "scores above average" without a word for what, scores on everything."""
    if cue.kind is ClaimKind.COMPARISON and not context.subjects:
        return Subject((), WHOLE)
    return subject_of(low, context.subjects)


def _fitting(marks: frozenset[str], indicators: tuple[str, ...], reading: Reading) -> frozenset[str]:
    """Other people than the inhabitants matter only to what inhabitants are asked."""
    catalogue = reading.picture.material.catalogue
    asked = any(catalogue.indicator(one).is_survey for one in indicators if one in catalogue.indicators)
    return marks if asked else marks - {"population"}


def _moved(cue: Cue, sentence: _Sentence, clause: Clause) -> Cue:
    """Two numbers, "from 3.5 to 1.1", make a level a direction."""
    number = next((one.number for one in sentence.numbers if clause.holds(one.span.start)), None)
    if cue.kind is not ClaimKind.LEVEL or cue.mark or number is None or number.before is None:
        return cue
    way = Way.UP if number.value > number.before else Way.DOWN if number.value < number.before else Way.SAME
    return replace(cue, kind=ClaimKind.DIRECTION, way=way)


_ORDER = (ClaimKind.COMPARISON, ClaimKind.DIRECTION, ClaimKind.LEVEL, ClaimKind.RESULT)


def _leading(cues: tuple[Cue, ...]) -> Cue:
    """The cue that says most: an extreme, a strong direction, the first."""
    extremes = [one for one in cues if one.mark in ("lowest", "highest")]
    strong = [one for one in cues if not one.weak]
    return min(extremes or strong or cues, key=lambda one: (_ORDER.index(one.kind), one.start))


def _number(sentence: _Sentence, clause: Clause, kind: ClaimKind) -> StatedNumber | None:
    """The number that a clause states of its subject; two of the same unit make a change from the first."""
    found = [one.number for one in sentence.numbers if clause.holds(one.span.start)]
    if kind is ClaimKind.RESULT:
        return None
    change = next((one for one in found if one.before is not None), None)
    if change is not None:
        return change
    if kind is ClaimKind.DIRECTION and _is_pair(found):
        return _change_of(sentence.low, clause, found)
    if kind is ClaimKind.LEVEL and found and found[0].unit == "percent":
        return replace(found[0], unit="share")
    return found[0] if found else None


def _in_own_unit(number: StatedNumber | None, subject: Subject, reading: Reading) -> StatedNumber | None:
    """A bare number of what inhabitants are asked is a share or a mark, not a rate."""
    catalogue = reading.picture.material.catalogue
    asked = [one for one in subject.indicators if one in catalogue.indicators]
    if number is None or number.unit != "rate" or not asked:
        return number
    units = {catalogue.indicator(one).unit for one in asked if catalogue.indicator(one).is_survey}
    if len(units) != 1:
        return number
    return replace(number, unit="share" if "percent" in units else "mark")


def _is_pair(found: list[StatedNumber]) -> bool:
    """Whether two numbers are one change; two percentages are a change and a level, or two changes."""
    if len(found) != 2 or found[0].unit != found[1].unit:
        return False
    return found[0].before is None and found[0].unit != "percent"


def _change_of(low: str, clause: Clause, numbers: list[StatedNumber]) -> StatedNumber:
    """Two numbers as one change; "175, against 125 before" names the later one first."""
    against = _AGAINST.search(low, clause.start, clause.end)
    later, earlier = numbers if against else reversed(numbers)
    return replace(later, before=earlier.value)


def _when(
    periods: tuple[StatedPeriod, ...], shape: Shape, reading: Reading
) -> tuple[Period | None, Period | None, frozenset[str]]:
    start, end, marks = period_of(periods, shape.moves, reading.newest_year)
    made = tuple(None if year is None else Period(PeriodKind.YEAR, year) for year in (start, end))
    return made[0], made[1], frozenset(marks) & {"subperiod", "reversed"}
