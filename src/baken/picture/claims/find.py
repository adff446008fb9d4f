# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The claims of a sentence: what is asserted, of what, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from baken.documents.sentences import lowered
from baken.model.claim import Claim, ClaimKind, StatedNumber, Way
from baken.model.period import Period, PeriodKind
from baken.model.remark import Span
from baken.picture.claims.bars import bar_of_piece, bar_of_rest, bar_of_sentence
from baken.picture.claims.chosen import SUCCESS_AFTER, chosen_cues, is_general, joints
from baken.picture.claims.clauses import Clause, clauses, piece_of, without_brackets
from baken.picture.claims.cues import Cue, opposite
from baken.picture.claims.cues_changes import CHANGES, other_change
from baken.picture.claims.periods import StatedPeriod, period_of
from baken.picture.claims.places import NamedArea
from baken.picture.claims.reading import Reading
from baken.picture.claims.sentence import ReadSentence, read_sentence, subjects_in
from baken.picture.claims.shapes import Shape, shape_of
from baken.picture.claims.subjects import WHOLE, FoundSubject, Subject, subject_of

_COMPARED = re.compile(r"ten opzichte van|t\.o\.v|vergeleken|tegenover|dan\b")
_AGAINST = re.compile(r"\btegen(?:over)?\b")
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)\b")
# These hold for both of two claims that say the same, when one of them says so.
_EITHER = {"registrations", "source"}
_ORDER = (ClaimKind.COMPARISON, ClaimKind.DIRECTION, ClaimKind.LEVEL, ClaimKind.RESULT)


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
    low, patterns = lowered(text), reading.patterns
    subjects = subjects_in(low, reading)
    if not (subjects or is_general(low, patterns)) or bar_of_sentence(low, patterns):
        return
    sentence = read_sentence(text, place, subjects, reading)
    cues = chosen_cues(sentence, patterns)
    parted = joints(low, cues, tuple(one.start for one in subjects))
    context, found = _Context(), list[Claim]()
    for clause in clauses(without_brackets(low), (one.start for one in cues), parted):
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


def _context(sentence: ReadSentence, clause: Clause, before: _Context) -> _Context:
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
    sentence: ReadSentence, own: tuple[StatedPeriod, ...], before: tuple[StatedPeriod, ...]
) -> tuple[StatedPeriod, ...]:
    """The periods of a clause; one with only a start ("a rise since 2023") ends where the last did."""
    compared = [one for one in own if _COMPARED.match(sentence.low, one.span.start)]
    if own and len(compared) == len(own):
        return (*(one for one in before if one.start == one.end), *own)
    return own or before


def _claim(
    sentence: ReadSentence, clause: Clause, cues: tuple[Cue, ...], context: _Context, reading: Reading
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
    periods, against = _both_times(context.periods, cue, low, shape.about)
    start, end, marks = _when(periods, shape, reading)
    own = any(clause.holds(one.span.start) for one in context.periods)
    still = shape.kind in (ClaimKind.LEVEL, ClaimKind.COMPARISON) and not shape.moves
    if not own and (cue.mark == SUCCESS_AFTER or (still and start != end)):
        start = end = None  # A level or success is not of the years that another clause speaks of.
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
        against=against,
        marks=_fitting(frozenset({*shape.marks, *marks}), subject.indicators, reading),
    )


def _subject(low: str, cue: Cue, context: _Context) -> Subject:
    """What a clause speaks of; who "scores above average" without a word for what, scores on everything."""
    if cue.kind is ClaimKind.COMPARISON and not context.subjects:
        return Subject((), WHOLE)
    return subject_of(low, context.subjects)


def _fitting(marks: frozenset[str], indicators: tuple[str, ...], reading: Reading) -> frozenset[str]:
    """Other people than the inhabitants matter only to what inhabitants are asked; a sum takes several."""
    catalogue = reading.picture.material.catalogue
    asked = any(catalogue.indicator(one).is_survey for one in indicators if one in catalogue.indicators)
    marks = marks if asked else marks - {"population"}
    return marks if len(indicators) > 1 else marks - {"together"}


def _moved(cue: Cue, sentence: ReadSentence, clause: Clause) -> Cue:
    """Two numbers, "from 3.5 to 1.1", make a level a direction."""
    number = next((one.number for one in sentence.numbers if clause.holds(one.span.start)), None)
    if cue.kind is not ClaimKind.LEVEL or cue.mark or number is None or number.before is None:
        return cue
    way = Way.UP if number.value > number.before else Way.DOWN if number.value < number.before else Way.SAME
    return replace(cue, kind=ClaimKind.DIRECTION, way=way)


def _leading(cues: tuple[Cue, ...]) -> Cue:
    """The cue that says most: an extreme, a strong direction, the first."""
    extremes = [one for one in cues if one.mark in ("lowest", "highest")]
    strong = [one for one in cues if not one.weak]
    return min(extremes or strong or cues, key=lambda one: (_ORDER.index(one.kind), one.start))


def _number(sentence: ReadSentence, clause: Clause, kind: ClaimKind) -> StatedNumber | None:
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


def _both_times(
    periods: tuple[StatedPeriod, ...], cue: Cue, low: str, about: str
) -> tuple[tuple[StatedPeriod, ...], tuple[Period, Period] | None]:
    """The periods of a change, and the ends of the other one: of the time behind "than", without a place."""
    if cue.mark not in CHANGES or about:
        return periods, None
    last = cue.end + len(other_change(low, cue))
    behind = [one for one in periods if one.span.end > cue.end and one.span.start < last]
    if not behind or behind[0].start is None:
        return periods, None
    span = _SPAN.search(low, cue.end, last)
    start, end = (int(span[1]), int(span[2])) if span else (behind[0].start, behind[0].end)
    start = start - 1 if end in (None, start) else start
    ends = (Period(PeriodKind.YEAR, start), Period(PeriodKind.YEAR, end or start + 1))
    return tuple(one for one in periods if one not in behind), ends


def _when(
    periods: tuple[StatedPeriod, ...], shape: Shape, reading: Reading
) -> tuple[Period | None, Period | None, frozenset[str]]:
    start, end, marks = period_of(periods, shape.moves, reading.newest_year)
    made = tuple(None if year is None else Period(PeriodKind.YEAR, year) for year in (start, end))
    return made[0], made[1], frozenset(marks) & {"subperiod", "reversed"}
