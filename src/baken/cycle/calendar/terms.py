# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Programmes and plans with their terms: which one is in force on a day, and where there is none."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from baken.council.fuzzy_dates import Bound, FuzzyDate, later
from baken.council.programmes import Programme
from baken.council.succession import Succession, successions
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.model.errors import InputError
from baken.model.remark import Span
from baken.model.text import Text

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A programme or plan with its term. ``kind`` is that of ``baken.council.programmes``.

    ``adopted`` is None where it is not adopted yet (``prepared``), or where no document tells on which day it
    was.

    Raises:
        InputError: it ends before it begins, or is adopted and prepared at once.

    """

    id: str
    title: Text
    start: date
    end: date
    adopted: date | None = None
    prepared: bool = False
    kind: str = "programme"
    known_from: date | None = None
    """The day of the first document that names it."""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise InputError(f"'{self.id}' ends on {self.end}, before it begins on {self.start}.")
        if self.prepared and self.adopted:
            raise InputError(f"'{self.id}' is still prepared and was adopted on {self.adopted}.")

    @property
    def read(self) -> Programme:
        """The same, as it is read from documents."""
        return Programme(
            kind=self.kind, subject="", start=self.start, end=self.end, spans=(), words=self.title.nl
        )

    @property
    def name(self) -> str:
        """The years of its term."""
        return self.read.term

    def awaited(self, day: date) -> bool:
        """Whether nobody has adopted it yet on a day."""
        return self.prepared or (self.adopted is not None and self.adopted > day)

    def in_force(self, day: date) -> bool:
        """Whether it holds on a day: within its term, and from the day after its adoption.

        Where no document tells when it was adopted, it counts from its first day.
        """
        since = max(self.start, self.adopted + ONE_DAY) if self.adopted else self.start
        return not self.prepared and since <= day <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Days without a programme in force. ``most`` is None while nobody can say when it ends.

    ``least`` counts up to the earliest day that is still possible, ``until`` is the last day at most.
    ``settled``: the next programme was adopted, so the days are known.
    """

    before: Term
    after: Term | None
    start: date
    least: int
    most: int | None
    until: date | None
    settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days in a row on which the same programme is in force, or none."""

    start: date
    end: date
    term: Term | None


def in_line(terms: Iterable[Term], kind: str = "programme") -> tuple[Term, ...]:
    """Those of one kind, by their start."""
    return tuple(
        sorted((one for one in terms if one.kind == kind), key=lambda one: (one.start, one.end, one.id))
    )


def in_force_on(terms: Iterable[Term], day: date) -> Term | None:
    """The programme that is in force on a day; of two, the one that began last."""
    return max((one for one in in_line(terms) if one.in_force(day)), key=lambda one: one.start, default=None)


def timeline(terms: Iterable[Term]) -> tuple[Stretch, ...]:
    """From the first to the last day of all programmes: which one is in force, day after day, or none."""
    line = in_line(terms)
    if not line:
        return ()
    last = max(one.end for one in line)
    turns = {one.start for one in line} | {one.end + ONE_DAY for one in line}
    turns |= {one.adopted + ONE_DAY for one in line if one.adopted}
    starts = sorted(day for day in turns if line[0].start <= day <= last)
    found: list[Stretch] = []
    for start, after in itertools.pairwise([*starts, last + ONE_DAY]):
        term = in_force_on(line, start)
        if found and found[-1].term == term:
            start = found.pop().start  # noqa: PLW2901 - the stretch goes on
        found.append(Stretch(start=start, end=after - ONE_DAY, term=term))
    return tuple(found)


def overlaps(terms: Iterable[Term]) -> tuple[Succession, ...]:
    """Which programmes follow one another while both terms run."""
    found = successions(one.read for one in in_line(terms))
    return tuple(one for one in found if one.overlap_days)


def gaps_on(
    terms: Iterable[Term], day: date, moments: Iterable[Moment] = (), lead_months: int = 12
) -> tuple[Gap, ...]:
    """The gaps between programmes, as far as they can be told on a day.

    Args:
        terms: the programmes of one municipality, those in preparation included.
        day: what is dated later is not known yet.
        moments: what documents say about the adoption of a programme that is not adopted yet.
        lead_months: how long before it begins a gap that is not settled counts.

    """
    line = in_line(terms)
    stated = [one for one in moments if one.kind is MomentKind.ADOPTION and one.basis is Basis.STATEMENT]
    # A programme that ends early does not hide one that runs on beside it.
    longest = tuple(itertools.accumulate(line, _lasting))
    found = [
        _between(before, after, day, [one for one in stated if one.about == after.id])
        for before, after in zip(longest, line[1:], strict=False)
    ]
    if longest and not longest[-1].awaited(day):
        found.append(_open(longest[-1], None, day))
    return tuple(one for one in found if one is not None and _counts(one, day, lead_months))


def _lasting(held: Term, one: Term) -> Term:
    return one if one.end > held.end else held


def _counts(gap: Gap, day: date, lead_months: int) -> bool:
    near = gap.settled or later(gap.start, -lead_months) <= day
    return near and (gap.most is None or gap.most > 0)


def _between(before: Term, after: Term, day: date, stated: list[Moment]) -> Gap | None:
    if not after.awaited(day):
        return _gap(before, after, after.adopted, settled=True)
    possible = [one for one in stated if one.latest is None or one.latest >= day]
    earliest = max(day, min((one.earliest or day for one in possible), default=day))
    latest = [one.latest for one in possible]
    if not latest or None in latest:
        return _open(before, after, earliest)
    last = max(one for one in latest if one is not None)
    when = FuzzyDate(words="", span=Span(0, 0), earliest=earliest, latest=last, bound=Bound.WITHIN)
    return _gap(before, after, when, settled=False)


def _gap(before: Term, after: Term, adopted: date | FuzzyDate | None, *, settled: bool) -> Gap | None:
    found = successions((before.read, after.read), {after.name: adopted} if adopted else {})
    one = found[0]
    if one.gap_start is None:
        return None
    return Gap(
        before=before,
        after=after,
        start=one.gap_start,
        least=one.gap_least,
        most=one.gap_days,
        until=one.gap_end,
        settled=settled,
    )


def _open(before: Term, after: Term | None, earliest: date) -> Gap:
    start = before.end + ONE_DAY
    until = max(earliest, after.start - ONE_DAY) if after else earliest
    return Gap(
        before=before,
        after=after,
        start=start,
        least=max(0, (until - before.end).days),
        most=None,
        until=None,
        settled=False,
    )
