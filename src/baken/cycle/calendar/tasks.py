# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What leads to the next programme: the tasks of the template, counted back from the day that it is due."""

from __future__ import annotations

from datetime import date

from baken.council.fuzzy_dates import later
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.cycle.calendar.terms import Term
from baken.model.cycle_rules import CycleRules
from baken.model.days import day_words


def task_set(successor: str, due: date, rules: CycleRules) -> tuple[Moment, ...]:
    """The tasks towards a programme that is due on a day, in the order of the template.

    A task has days from which it runs and by which it is ready. The first begins with the lead time; those
    after the decision of the council come later than the due day.
    """
    template = rules.tasks
    return tuple(
        Moment(
            id=f"{successor}/task/{one.id}",
            kind=MomentKind.TASK,
            title=one.title,
            basis=Basis.RULE,
            words=f"uiterlijk {day_words(later(due, -one.ready)).nl}",
            earliest=later(due, -one.begin),
            latest=later(due, -one.ready),
            # Each task is a milestone of its own.
            about=f"{successor}/task/{one.id}",
            source=template.backing.source,
            checked=template.backing.checked,
        )
        for one in template.steps
    )


def due_day(closing: Term, duty: date | None) -> date:
    """The day on which the successor of a programme is due: its last day, or that of the duty if sooner."""
    return closing.end if duty is None else min(closing.end, duty)


def begins(due: date, rules: CycleRules) -> date:
    """The day on which the tasks towards a programme begin."""
    return later(due, -rules.tasks.lead_months)
