# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of the cycle of one municipality, and all its moments on a day brought together."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from baken.council.fuzzy_dates import later
from baken.cycle.calendar.conflicts import DECIDED, Dependency
from baken.cycle.calendar.duties import DutyTimer, duty_moment, duty_of
from baken.cycle.calendar.generate import own_moments
from baken.cycle.calendar.moments import Basis, Moment, MomentKind, in_order
from baken.cycle.calendar.plans import covered
from baken.cycle.calendar.releases import Release, release_moment
from baken.cycle.calendar.tasks import begins, due_day, task_set
from baken.cycle.calendar.terms import Term, in_line
from baken.model.cycle_rules import CycleRules


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleFacts:
    """What documents and people tell.

    ``terms`` are programmes, implementation plans (kind *plan*) and regional plans (kind *regional*);
    ``moments`` are what documents say. ``realised`` gives by the id of a moment on which day it was done.
    """

    terms: tuple[Term, ...] = ()
    moments: tuple[Moment, ...] = ()
    realised: Mapping[str, date] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    dependencies: tuple[Dependency, ...] = ()

    @property
    def plans(self) -> tuple[Term, ...]:
        """The implementation plans, by their start."""
        return in_line(self.terms, "plan")

    def as_of(self, day: date) -> CycleFacts:
        """What was known on a day: without documents of later days."""
        return replace(
            self,
            terms=tuple(one for one in self.terms if one.known_from is None or one.known_from <= day),
            moments=tuple(one for one in self.moments if one.said_on is None or one.said_on <= day),
        )


def collected(
    facts: CycleFacts, rules: CycleRules, timers: Iterable[DutyTimer], day: date
) -> tuple[Moment, ...]:
    """All moments that matter on a day, by their last day.

    These are the moments of programmes up to a year after their end, the tasks towards the next one, the last
    days of duties, plans, releases, and all that documents say. Where a document names a milestone, its words
    take the place of the rule's.
    """
    stated = {one.key for one in facts.moments if one.basis is Basis.STATEMENT}
    ruled = [
        *_of_programmes(facts, rules, day),
        *_of_plans(facts.plans),
        *_towards_next(facts, rules, day),
    ]
    found = [
        *facts.moments,
        *(one for one in ruled if one.key not in stated),
        *(duty_moment(one, _coming(facts.terms, one, day)) for one in timers),
        *(release_moment(one, day, rules) for one in facts.releases),
    ]
    # Two programmes whose terms overlap share the waves of a survey.
    known = {one.id: one for one in found}
    adopted = {one.id: one.adopted for one in facts.terms if one.adopted}
    return in_order(_realised(one, facts.realised, adopted) for one in known.values())


def _realised(moment: Moment, days: Mapping[str, date], adopted: Mapping[str, date]) -> Moment:
    """The moment with the day on which it was done: as somebody recorded, or its document was adopted."""
    done = days.get(moment.id)
    if done is None and moment.kind in DECIDED and moment.realised is None and moment.year is None:
        done = adopted.get(moment.about)
    return replace(moment, realised=done) if done else moment


def _of_programmes(facts: CycleFacts, rules: CycleRules, day: date) -> Iterator[Moment]:
    for term in in_line(facts.terms):
        # What is missing of the last year shows itself in the year after it.
        if later(term.end, 12) < day:
            continue
        for one in own_moments(term.start, term.end, rules, term.id):
            if one.kind is MomentKind.ADOPTION:
                # Where no document tells when it was adopted, it can be neither late nor in time.
                if term.adopted or term.prepared:
                    yield one
            elif one.kind is not MomentKind.PLAN or not covered(one.year or 0, facts.plans):
                yield one


def _of_plans(plans: Iterable[Term]) -> Iterator[Moment]:
    for one in plans:
        yield Moment(
            id=f"{one.id}/adoption",
            kind=MomentKind.PLAN,
            title=one.title,
            basis=Basis.RULE,
            about=one.id,
        )


def _towards_next(facts: CycleFacts, rules: CycleRules, day: date) -> Iterator[Moment]:
    line = in_line(facts.terms)
    duty = next((duty_of(one) for one in rules.renewal if one.kind == "programme"), None)
    for closing, successor in itertools.pairwise((*line, None)):
        if closing is None or closing.awaited(day):
            continue
        due = due_day(closing, duty.due(closing.adopted) if duty and closing.adopted else None)
        tasks = task_set(successor.id if successor else f"after-{closing.id}", due, rules)
        open_still = closing.end >= day or successor is None or successor.awaited(day)
        running = any(one.latest is not None and one.latest >= day for one in tasks)
        if begins(due, rules) <= day and (open_still or running):
            yield from tasks


def _coming(terms: Iterable[Term], timer: DutyTimer, day: date) -> str:
    """The document that is to fulfil a duty: the first one of its kind that is not adopted yet."""
    return next((one.id for one in in_line(terms, timer.rule.kind) if one.awaited(day)), "")
