# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How far the programme is on a day: its year, what is left of it, or that none is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.council.fuzzy_dates import later
from baken.cycle.calendar.terms import ONE_DAY, Term, in_force_on, in_line
from baken.model.days import day_words
from baken.model.text import Text


class PhaseKind(StrEnum):
    """Where a day lies with regard to the programmes."""

    BEFORE = "before"
    RUNNING = "running"
    LAST_YEAR = "last-year"
    GAP = "gap"
    AFTER = "after"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """The phase on a day. ``months`` and ``days`` are what is left, the day included; both count it all.

    ``term`` is the programme in force; in a gap, before or after, the one that comes or was.
    """

    kind: PhaseKind
    text: Text
    term: Term | None = None
    year: int = 0
    years: int = 0
    months: int = 0
    days: int = 0


def phase_on(programmes: Iterable[Term], day: date) -> Phase:
    """The phase of the cycle on a day, such as *last year, 8 months left*."""
    line = in_line(programmes)
    term = in_force_on(line, day)
    if term is not None:
        return _running(term, day)
    ended = [one for one in line if one.end < day]
    coming = [one for one in line if one.end >= day]
    if not line:
        return Phase(kind=PhaseKind.NONE, text=Text("geen programma bekend", "no programme is known"))
    if not ended:
        return _before(coming[0])
    last = max(ended, key=lambda one: one.end)
    return _gap(last, coming[0], day) if coming else _after(last)


def months_left(day: date, end: date) -> int:
    """The whole months from a day up to and including the last one."""
    months = 12 * (end.year - day.year) + end.month - day.month + 1
    while months > 0 and later(day, months) > end + ONE_DAY:
        months -= 1
    return max(0, months)


def _running(term: Term, day: date) -> Phase:
    last = day >= later(term.end + ONE_DAY, -12)
    years = term.read.years
    year = 1 + sum(later(term.start, 12 * count) <= day for count in range(1, years))
    months, days = months_left(day, term.end), (term.end - day).days + 1
    left = _left(months, days)
    which = (
        Text("laatste jaar", "last year")
        if last
        else Text(f"jaar {year} van {years}", f"year {year} of {years}")
    )
    return Phase(
        kind=PhaseKind.LAST_YEAR if last else PhaseKind.RUNNING,
        text=Text(f"{which.nl}, nog {left.nl}", f"{which.en}, {left.en} left"),
        term=term,
        year=year,
        years=years,
        months=months,
        days=days,
    )


def _left(months: int, days: int) -> Text:
    if months:
        return Text(
            f"{months} {'maand' if months == 1 else 'maanden'}", f"{months} month{'s' * (months > 1)}"
        )
    return Text(f"{days} {'dag' if days == 1 else 'dagen'}", f"{days} day{'s' * (days > 1)}")


def _before(coming: Term) -> Phase:
    start = day_words(coming.start)
    if coming.prepared or coming.adopted:
        text = Text(
            f"{coming.title.nl} is nog niet van kracht; de looptijd begint op {start.nl}",
            f"{coming.title.en} is not in force yet; its term begins on {start.en}",
        )
    else:
        text = Text(
            f"voor het eerste programma, dat op {start.nl} begint",
            f"before the first programme, which begins on {start.en}",
        )
    return Phase(kind=PhaseKind.BEFORE, text=text, term=coming)


def _gap(last: Term, coming: Term, day: date) -> Phase:
    since = day_words(last.end + ONE_DAY)
    days = (day - last.end).days
    return Phase(
        kind=PhaseKind.GAP,
        text=Text(
            f"geen programma van kracht sinds {since.nl} (dag {days}); {coming.title.nl} volgt",
            f"no programme in force since {since.en} (day {days}); {coming.title.en} follows",
        ),
        term=coming,
    )


def _after(last: Term) -> Phase:
    end = day_words(last.end)
    return Phase(
        kind=PhaseKind.AFTER,
        text=Text(
            f"{last.title.nl} eindigde op {end.nl}; een opvolger is niet bekend",
            f"{last.title.en} ended on {end.en}; no successor is known",
        ),
        term=last,
    )
