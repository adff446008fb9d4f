# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar on one day: the phase, the duties, gaps, all moments and how they stand, what does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.cycle.calendar.collect import CycleFacts, collected
from baken.cycle.calendar.conflicts import differing, in_recess, outside_term, wrong_order
from baken.cycle.calendar.duties import DutyTimer, timer_on
from baken.cycle.calendar.findings import CalendarFinding
from baken.cycle.calendar.moments import Moment, Status, status_on
from baken.cycle.calendar.phase import Phase, phase_on
from baken.cycle.calendar.plans import frequency_findings, plans_not_held
from baken.cycle.calendar.releases import release_findings
from baken.cycle.calendar.said import (
    duty_findings,
    gap_findings,
    overlap_findings,
    planned_for,
    summary,
    transition,
)
from baken.cycle.calendar.terms import Gap, Term, gaps_on, in_force_on, in_line, overlaps
from baken.model.cycle_rules import CycleRules
from baken.model.remark import Weight
from baken.model.text import Text

_WEIGHTS = list(Weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedMoment:
    """A moment with how it stands on the day of the calendar."""

    moment: Moment
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """The calendar on a day.

    ``summary`` says it in a few sentences. ``notes`` are sentences for the transition over a gap that is not
    settled, which a person may take over. ``findings`` stand in order of weight.
    """

    day: date
    phase: Phase
    in_force: Term | None
    timers: tuple[DutyTimer, ...]
    gaps: tuple[Gap, ...]
    moments: tuple[DatedMoment, ...]
    findings: tuple[CalendarFinding, ...]
    notes: tuple[Text, ...]
    summary: tuple[Text, ...]

    def with_status(self, *statuses: Status) -> tuple[Moment, ...]:
        """The moments that stand so."""
        return tuple(one.moment for one in self.moments if one.status in statuses)


def calendar_on(day: date, facts: CycleFacts, rules: CycleRules) -> CalendarView:
    """The calendar of one municipality on a day; what is dated later is not known yet.

    Args:
        day: the day that is asked about.
        facts: what documents and people tell.
        rules: those of the country, or of the municipality.

    """
    facts = facts.as_of(day)
    programmes = in_line(facts.terms)
    timers = tuple(timer_on(one, facts.terms, day) for one in rules.renewal)
    gaps = gaps_on(programmes, day, facts.moments, rules.tasks.lead_months)
    moments = collected(facts, rules, timers, day)
    phase = phase_on(programmes, day)
    awaited = _awaited(facts, day)
    planned = [
        told for one in timers if one.rule.kind == "programme" for told in planned_for(one, moments, awaited)
    ]
    return CalendarView(
        day=day,
        phase=phase,
        in_force=in_force_on(programmes, day),
        timers=timers,
        gaps=gaps,
        moments=tuple(
            DatedMoment(moment=one, status=status_on(one, day, rules.soon.days)) for one in moments
        ),
        findings=_findings(
            day,
            facts,
            rules,
            moments,
            (*duty_findings(timers, moments, awaited), *gap_findings(gaps, rules, moments)),
        ),
        notes=tuple(transition(one, rules) for one in gaps if not one.settled),
        summary=summary(phase, timers, gaps, planned),
    )


def _awaited(facts: CycleFacts, day: date) -> tuple[str, ...]:
    return tuple(one.id for one in facts.terms if one.awaited(day))


def _findings(
    day: date,
    facts: CycleFacts,
    rules: CycleRules,
    moments: tuple[Moment, ...],
    first: tuple[CalendarFinding, ...],
) -> tuple[CalendarFinding, ...]:
    programmes = in_line(facts.terms)
    running = in_force_on(programmes, day)
    missing = plans_not_held(running, facts.plans, day) if running and facts.plans else None
    found = [
        *first,
        *overlap_findings(overlaps(programmes)),
        *differing(moments),
        *frequency_findings(facts.plans, rules.plan),
        *([missing] if missing else []),
        *outside_term(moments, facts.terms),
        *wrong_order(facts.dependencies, moments, day),
        *in_recess(moments, rules.loose),
        *release_findings(facts.releases, day, rules),
    ]
    return tuple(sorted(found, key=lambda one: _WEIGHTS.index(one.weight)))
