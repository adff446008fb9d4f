# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Moments that cannot all be true: two dates for one thing, outside the term, in recess, in a wrong order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from baken.council.programmes import PlannedAdoption
from baken.council.succession import check_planned
from baken.cycle.calendar.findings import CalendarFinding, of_remark, sources_of
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.cycle.calendar.terms import Term
from baken.model.cycle_rules import LooseWords
from baken.model.days import day_words
from baken.model.remark import Weight
from baken.model.text import Text

WITHIN_TERM = frozenset({MomentKind.INTERIM_EVALUATION, MomentKind.PROGRESS_REPORT})
"""What is to happen while the programme that it is about runs."""
DECIDED = frozenset({MomentKind.ADOPTION, MomentKind.PLAN, MomentKind.REGIONAL})
"""What a body adopts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """A document that follows from another, so that it cannot be adopted before that one is.

    ``then`` and ``first`` are the ids of the documents, the titles what people call them.
    """

    first: str
    then: str
    first_title: Text
    then_title: Text
    source: str = ""


def refusal(dependency: Dependency, adopted: Mapping[str, date], on: date) -> Text | None:
    """Why a document cannot be adopted on a day, as the one it follows from is not; None where it can."""
    first = adopted.get(dependency.first)
    if first is not None and first <= on:
        return None
    before, after = dependency.first_title, dependency.then_title
    return Text(
        f"{after.nl} kan nog niet worden vastgesteld: eerst moet {before.nl} zijn vastgesteld.",
        f"{after.en} cannot be adopted yet: {before.en} must be adopted first.",
    )


def differing(moments: Iterable[Moment]) -> tuple[CalendarFinding, ...]:
    """Statements that give one milestone different days (``planned-dates``), each pair of them once."""
    lines: dict[tuple[MomentKind, str, int | None], list[Moment]] = {}
    for one in moments:
        if one.basis is Basis.STATEMENT and one.about:
            lines.setdefault(one.key, []).append(one)
    found = []
    for line in lines.values():
        for pair in itertools.combinations(line, 2):
            for remark in check_planned(_planned(one) for one in pair):
                found.append(of_remark(remark, (one.id for one in pair), pair))
    return tuple(found)


def _planned(moment: Moment) -> PlannedAdoption:
    return PlannedAdoption(kind=moment.kind, when=moment.when, span=moment.when.span)


def outside_term(moments: Iterable[Moment], terms: Iterable[Term]) -> tuple[CalendarFinding, ...]:
    """Moments that belong in the term of a programme and may lie outside of it (``outside-term``)."""
    by_id = {one.id: one for one in terms}
    found = []
    for one in moments:
        term = by_id.get(one.about)
        if term is None or one.kind not in WITHIN_TERM or not _strays(one, term):
            continue
        found.append(
            CalendarFinding(
                rule="outside-term",
                weight=Weight.WARNING,
                message=Text(
                    f"{one.title.nl} ('{one.words}') valt buiten de looptijd {term.name}.",
                    f"{one.title.en} ('{one.words}') lies outside the term {term.name}.",
                ),
                about=(one.id, term.id),
                sources=sources_of((one,)),
            )
        )
    return tuple(found)


def _strays(moment: Moment, term: Term) -> bool:
    too_soon = moment.earliest is not None and moment.earliest < term.start
    too_late = moment.latest is not None and moment.latest > term.end
    never = (moment.latest is not None and moment.latest < term.start) or (
        moment.earliest is not None and moment.earliest > term.end
    )
    return too_soon or too_late or never


def in_recess(moments: Iterable[Moment], loose: LooseWords) -> tuple[CalendarFinding, ...]:
    """Decisions of the council of which all possible days lie in its recess (``vote-in-recess``)."""
    found = []
    for one in moments:
        if one.kind is not MomentKind.ADOPTION or one.realised or not one.earliest or not one.latest:
            continue
        first, last = _recess(one.earliest, loose)
        if first <= one.earliest and one.latest <= last:
            begin, end = day_words(first), day_words(last)
            found.append(
                CalendarFinding(
                    rule="vote-in-recess",
                    weight=Weight.WARNING,
                    message=Text(
                        f"{one.title.nl} ('{one.words}') valt in het reces ({begin.nl} tot en met {end.nl}).",
                        f"{one.title.en} ('{one.words}') lies in the recess ({begin.en} to {end.en}).",
                    ),
                    about=(one.id,),
                    sources=sources_of((one,)),
                    settle=Text(
                        "Kies een vergadering voor of na het reces.",
                        "Choose a meeting before or after the recess.",
                    ),
                )
            )
    return tuple(found)


def _recess(day: date, loose: LooseWords) -> tuple[date, date]:
    """The recess of the year of a day; one over the turn of the year counts from the year before too."""
    first, last = loose.recess
    if first <= last:
        return date(day.year, *first), date(day.year, *last)
    began = day.year if (day.month, day.day) >= first else day.year - 1
    return date(began, *first), date(began + 1, *last)


def wrong_order(
    dependencies: Iterable[Dependency], moments: Iterable[Moment], day: date
) -> tuple[CalendarFinding, ...]:
    """Documents that are, or are planned to be, adopted before the one that they follow from (``order``).

    It is an error where that was done, or is sure by the words, and a warning where the words leave it open.
    """
    # What a rule asks for in each year is about a programme, and not yet about a document.
    held = [one for one in moments if one.kind in DECIDED and one.year is None]
    return tuple(found for one in dependencies for found in _ordered(one, held, day))


def _ordered(dependency: Dependency, held: list[Moment], day: date) -> Iterator[CalendarFinding]:
    firsts = [one for one in held if one.about == dependency.first and one.basis is not Basis.DUTY]
    thens = [one for one in held if one.about == dependency.then and one.basis is not Basis.DUTY]
    for first, then in itertools.product(firsts, thens):
        weight = _weigh(first, then, day)
        if weight is None:
            continue
        before, after = dependency.first_title, dependency.then_title
        can = Text("kan worden", "may be") if weight is Weight.WARNING else Text("wordt", "is")
        yield CalendarFinding(
            rule="order",
            weight=weight,
            message=Text(
                f"{after.nl} {can.nl} vastgesteld voordat {before.nl} is vastgesteld.",
                f"{after.en} {can.en} adopted before {before.en} is adopted.",
            ),
            about=(then.id, first.id),
            sources=(*sources_of((first, then)), *((dependency.source,) if dependency.source else ())),
            settle=Text(f"Stel eerst {before.nl} vast.", f"Adopt {before.en} first."),
        )


def _done(moment: Moment, day: date) -> bool:
    return moment.realised is not None and moment.realised <= day


def _days(moment: Moment, day: date) -> tuple[date | None, date | None]:
    if _done(moment, day):
        return moment.realised, moment.realised
    return moment.earliest, moment.latest


def _weigh(first: Moment, then: Moment, day: date) -> Weight | None:
    """Whether the second surely, possibly or never comes before the first; open ends tell nothing."""
    if _done(then, day) and not _done(first, day):
        return Weight.ERROR
    (first_from, first_to), (then_from, then_to) = _days(first, day), _days(then, day)
    if first_from is not None and then_to is not None and then_to < first_from:
        return Weight.ERROR
    if first_to is not None and then_from is not None and then_from < first_to:
        return Weight.WARNING
    return None
